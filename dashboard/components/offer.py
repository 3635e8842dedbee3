"""Files for the reader: made when asked for, offered at an address of this server for as long as the page stands.

What is made at once is answered at once (`answer_with`). What may take longer is made beside the page (`make_for`):
the component is told how far it is whenever it is drawn (`answer_of`), asks for that while it waits, and may call it
off (`stop`). The browser asks, and no `st.fragment(run_every=…)`: Streamlit sets such a timer only where what is
around the fragment is drawn, and goes on with it until the whole page runs anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from streamlit import runtime

from dashboard import state
from dashboard.errors import DashboardError
from dashboard.export.making import STOPPED, Making
from dashboard.export.progress import Tell

logger = logging.getLogger(__name__)

PROMPT = 0.4
"""Seconds that a file may take before the reader is told how far it is."""


class File(NamedTuple):
    """A finished file."""

    name: str
    content: bytes | Iterator[bytes]
    media_type: str
    alt: str = ""
    """What a picture shows, for who cannot see it."""


def answer_with(key: str, said: state.Said, make: Callable[[], File], what: str) -> None:
    """Make a file that the component of that key asked for, and tell it where the file is, or why there is none.

    The question carries a `turn`, which goes back with the answer, so that the browser knows what it belongs to.
    """
    call_off(key)
    state.give(key, _turn(said) | _made(key, make, what))


def make_for(key: str, said: state.Said, make: Callable[[Tell], File], what: str) -> None:
    """Begin to make a file that the component of that key asked for; one it asked for before is called off.

    `make` runs in a thread of its own and must not touch the session or the page.
    """
    call_off(key)
    making = Making(lambda tell: _whole(make(tell)))
    state.make(key, making)
    state.give(key, _turn(said) | {"what": what})
    making.done(PROMPT)


def stop(key: str, said: state.Said) -> None:
    """Hear that the reader wants a file no longer; of one that is there already, or of another, nothing is heard."""
    given = state.answer(key)
    if _turn(said) == _turn(given) and state.making(key):
        call_off(key)
        state.give(key, _turn(given) | {"sentence": STOPPED})


def call_off(key: str) -> None:
    """End what is being made for a component, if anything is."""
    if making := state.making(key):
        making.cancel()
        state.make(key, None)


def answer_of(key: str) -> dict[str, Any]:
    """What a component is told when it is drawn: nothing, how far its file is, where it is, or why there is none."""
    making, given = state.making(key), state.answer(key)
    if making is None:
        return given
    if making.done():
        state.make(key, None)
        given = _turn(given) | _made(key, making.made, str(given.get("what")))
    else:  # counted, for what says the same again is not sent again
        given = given | {"words": making.words, "asked": given.get("asked", 0) + 1}
    state.give(key, given)
    return given


def _turn(said: state.Said) -> dict[str, Any]:
    return {"turn": str(said.get("turn", ""))[:40]}


def _whole(made: File) -> File:
    """The file with all of its parts, which are made here."""
    return made if isinstance(made.content, bytes) else made._replace(content=b"".join(made.content))


def _made(key: str, make: Callable[[], File], what: str) -> dict[str, Any]:
    """Where the file is, or the sentence why there is none."""
    try:
        made = make()
        return {"name": made.name, "address": offered(key, made), "alt": made.alt}
    except DashboardError as error:
        return {"sentence": str(error)}
    except Exception:
        # The reader gets a sentence, whoever keeps the program running gets the whole story.
        logger.exception("%s could not be made", what)
        return {"sentence": f"{what} could not be made. The reason stands in the terminal."}


def offered(key: str, made: File) -> str:
    """The address of a file, relative to the dashboard's own. Streamlit keeps it until the page is drawn anew."""
    content = made.content if isinstance(made.content, bytes) else b"".join(made.content)
    if not runtime.exists():
        return ""  # a page that is tested without a server
    address = runtime.get_instance().media_file_mgr.add(
        content, made.media_type, f"dashboard.{key}", file_name=made.name, is_for_static_download=True
    )
    return address.lstrip("/")
