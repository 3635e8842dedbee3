"""Viewers: several readers at once, as clients that speak Streamlit's own protocol over WebSockets.

Twenty browsers do not fit a small machine; what the server does for a reader is the same without one. Each viewer opens
the page, then again and again waits a moment, does what a click in the page would send, and times the answer until the
server says that it is complete.
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

PAUSE = (1.0, 3.0)
"""Seconds that a viewer looks at what it got before it clicks again."""
LEFT_OUT = 10.0
"""Seconds at the beginning that do not count: everybody opens the page at once."""
MOST_SECONDS = 30.0
FAILED = ("could not be drawn", "Traceback")


@dataclass(slots=True)
class Viewer:
    """One reader: what the page has told it, and how long it waited each time."""

    url: str
    seed: int
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    opened: float = 0.0
    """Seconds until the page was complete for the first time."""
    _components: dict[str, tuple[str, dict[str, Any], str]] = field(default_factory=dict)
    """By name of the component: its id, what it was told last, and the fragment it stands in."""

    async def read(self, until: float) -> None:
        """Open the page and click until the time is over."""
        chance, begin = random.Random(self.seed), time.monotonic()
        request = HTTPRequest(f"{self.url.replace('http', 'ws', 1)}/_stcore/stream")
        socket = await websocket_connect(request, subprotocols=["streamlit"], max_message_size=2**28)
        self.opened = await self._ask(socket, BackMsg(rerun_script={}))
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(*PAUSE))
            seconds = await self._ask(socket, self._click(chance))
            if time.monotonic() - begin > LEFT_OUT:
                self.seconds.append(seconds)
        socket.close()

    async def _ask(self, socket: WebSocketClientConnection, message: BackMsg) -> float:
        """Seconds from sending a message to the end of the answer."""
        begin = time.monotonic()
        await socket.write_message(message.SerializeToString(), binary=True)
        while True:
            data = await asyncio.wait_for(socket.read_message(), MOST_SECONDS)
            if not isinstance(data, bytes):
                self.errors.append("the connection was closed")
                return time.monotonic() - begin
            if self._take(ForwardMsg.FromString(data)):
                return time.monotonic() - begin

    def _take(self, message: ForwardMsg) -> bool:
        """Note what a message tells; says whether the answer is complete."""
        kind = message.WhichOneof("type")
        if kind == "delta":
            element = message.delta.new_element
            if element.WhichOneof("type") == "bidi_component":
                told = element.bidi_component
                known = (told.id, json.loads(told.json or "{}"), message.delta.fragment_id)
                self._components[told.component_name] = known
            elif element.WhichOneof("type") == "exception":
                self.errors.append(element.exception.message)
            elif any(words in element.text.body for words in FAILED):
                self.errors.append(element.text.body)
        return kind == "script_finished"

    def _click(self, chance: random.Random) -> BackMsg:
        """What a click sends: a choice of the filters, the next event, or other lanes."""
        _, bar, _ = self._components["dashboard.filter_bar"]
        _, panel, _ = self._components["dashboard.excerpt_panel"]
        what = chance.choices(("filter", "event", "lanes"), (6, 3, 1))[0]
        if what == "event" and panel.get("later"):
            return self._act("dashboard.excerpt_panel", {"do": "event", "id": panel["later"]})
        if what == "lanes":
            return self._act(
                "dashboard.filter_bar", {"do": "lanes", "lanes": chance.choice(("topic", "kind", "country"))}
            )
        menu = chance.choice(bar["menus"])
        option = next((each for each in menu["options"] if each["on"]), None) or chance.choice(menu["options"][:12])
        choice = {"do": "toggle", "field": menu["field"], "value": option["value"], "on": not option["on"]}
        return self._act("dashboard.filter_bar", choice)

    def _act(self, component: str, said: dict[str, Any]) -> BackMsg:
        component_id, _, fragment = self._components[component]
        message = BackMsg()
        message.rerun_script.fragment_id = fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = _make_trigger_id(component_id, "events")
        state.json_trigger_value = json.dumps([{"event": "act", "value": said}])
        return message


@dataclass(frozen=True, slots=True)
class Crowd:
    """What several viewers met."""

    seconds: list[float]
    errors: list[str]
    opened: list[float]

    @property
    def p95(self) -> float:
        """Seconds that nineteen of twenty answers took at most."""
        return statistics.quantiles(self.seconds, n=20)[-1]


def watch(url: str, viewers: int, seconds: float) -> Crowd:
    """Let so many viewers read at once for so many seconds."""

    async def all_of_them() -> list[Viewer]:
        until = time.monotonic() + seconds
        readers = [Viewer(url, seed) for seed in range(viewers)]
        await asyncio.gather(*(reader.read(until) for reader in readers))
        return readers

    readers = asyncio.run(all_of_them())
    return Crowd(
        [each for reader in readers for each in reader.seconds],
        [each for reader in readers for each in reader.errors],
        [reader.opened for reader in readers],
    )


if __name__ == "__main__":  # python -m tests.bench.viewers URL [VIEWERS] [SECONDS]
    import sys

    crowd = watch(sys.argv[1], int((*sys.argv, "10", "10")[2]), float((*sys.argv, "10", "40")[-1]))
    print(len(crowd.seconds), statistics.median(crowd.seconds), crowd.p95, crowd.errors[:5], sorted(crowd.opened))
