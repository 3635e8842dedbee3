"""One view alone, to stand in a page of somebody else: it fills its frame, and a line under it names the sources.

The address says which: `?embed=true&view=timeline|map|both|event`, with filters, event and place as in the dashboard;
`embed_options=light_theme` or `dark_theme` (Streamlit's own) fixes the colours, which else are the reader's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import cache, state
from dashboard.address import View
from dashboard.components.assets import register
from dashboard.components.event_table import event_table
from dashboard.components.excerpt_panel import excerpt_panel
from dashboard.components.filter_bar import sentence
from dashboard.components.in_place import in_place, say
from dashboard.components.layout import TIMELINE_SHARE, Layout
from dashboard.components.linked_views import settled, timeline_view
from dashboard.components.map_figures import map_view
from dashboard.model import Document
from dashboard.queries import EventDetail
from dashboard.session import Screen
from dashboard.views.citation import citation, plain
from dashboard.views.theme import look

KEY = "embed_line"
LINE = 30
"""Height of the line under the view."""
MARGIN = 10
"""Left and right of the timeline."""
NARROW = 560
"""In a narrower frame the timeline is a vertical chronology, as on a phone."""
BESIDE = 900
"""From this width on, and where the frame is lower than half of it, the map stands beside the timeline."""
LEAST_TIMELINE, LEAST_MAP = 180, 140
"""Lower frames are scrolled."""
SUPPOSED = Screen(900, 500)
"""What a map alone is made for until the frame has said its size: it fits itself to any, and need not wait."""

_component = register("embed_line")


@st.fragment
def embedded_view() -> None:
    """Draw the view that the address asks for; all but a map once the browser has said how large its frame is."""
    with st.container(key="embed"), in_place("The view", 200):
        view = settled(state.view())
        above = st.container()  # there before the view is, or the line below would be made anew and its list closed
        if room := state.reported_screen() or _supposed(view):
            with above:
                _draw(view, room)
        _component(key=KEY, data=line_data(view), hear=_hear)


def _supposed(view: View) -> Screen | None:
    """The room of a view that need not wait for the frame's size."""
    return SUPPOSED if view.pane == "map" and cache.summary(view.filters).events else None


def _draw(view: View, room: Screen) -> None:
    frame = frame_for(view.pane, room)
    if not cache.summary(view.filters).events:
        say(sentence(view.filters)["shown"], room.height - LINE)
    elif view.pane == "event":
        excerpt_panel(view, height=room.height - LINE, phone=False, alone=True)
    elif frame.beside:
        left, right = st.columns(2)
        with left:
            _timeline(view, frame.layout)
        with right:
            _map(view, frame.layout)
    else:
        if view.pane != "map":
            _timeline(view, frame.layout)
        if view.pane != "timeline":
            _map(view, frame.layout)


def _timeline(view: View, layout: Layout) -> None:
    with st.container(key="embed-timeline", gap=None), in_place("The timeline", layout.timeline):
        if layout.phone:
            event_table(view, shape="chronology", height=layout.timeline)
        else:
            timeline_view(view, replace(layout, left=layout.left - 2 * MARGIN))


def _map(view: View, layout: Layout) -> None:
    alone = "-alone" if view.pane == "map" else ""
    with st.container(key=f"embed-map{alone}"), in_place("The map", layout.map):
        map_view(view, layout)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the views share the frame."""

    layout: Layout
    beside: bool
    """Whether the map stands beside the timeline instead of under it."""


def frame_for(pane: str, room: Screen) -> Frame:
    """The share of each view: all of the frame above the line for one, a part for each of two."""
    width, height = room.width, room.height - LINE
    both = pane not in ("timeline", "map", "event")
    beside = both and width >= BESIDE and 2 * height < width
    if beside:
        width = (width - 12) // 2
    timeline = height if beside or not both else round(height * TIMELINE_SHARE)
    map_height = height if beside or not both else height - timeline
    layout = Layout(
        phone=width < NARROW,
        left=width,
        right=width,
        timeline=max(LEAST_TIMELINE, timeline),
        map=max(LEAST_MAP, map_height),
        panel=height,
    )
    return Frame(layout, beside)


def line_data(view: View) -> dict[str, Any]:
    """What the line says: the selected event, the sources, what is shown and left out, and the way to the dashboard."""
    detail = cache.event(view.event)
    sources = _sources(view, detail)
    detail = None if view.pane == "event" else detail
    shown = sentence(view.filters)
    more = f" and {len(sources) - 1:,} more" if len(sources) > 1 else ""
    selected = " · ".join(filter(None, (detail.date_text or "Undated", detail.event.title))) if detail else ""
    return {
        "dark": state.theme() == "dark",
        "screen": list(state.reported_screen() or (0, 0)),
        "selected": selected,
        "family": detail.family if detail else "",
        "look": look(detail.event.status, listed=detail.event.listed) if detail else "",
        "source": f"Source: {plain(sources[0])}{more}" if sources else "Nothing is shown",
        "citations": [citation(source) for source in sources[:MOST_CITED]] + _others(len(sources)),
        "statement": f"{shown['shown']} {shown['left']}".strip(),
        "link": urlencode(replace(view, pane="", slides=()).to_query(), doseq=True),
        "link_text": "Open in full ↗",
    }


def _sources(view: View, detail: EventDetail | None) -> Sequence[Document]:
    """The documents of what is shown: of one event those that its passages stand in."""
    if view.pane != "event":
        return tuple(cache.sources(view.filters).values())
    return tuple(detail.documents.values()) if detail else ()


MOST_CITED = 50


def _others(count: int) -> list[str]:
    return [f"And {count - MOST_CITED:,} more documents."] if count > MOST_CITED else []


def _hear(said: state.Said) -> None:
    """Take over how much room the frame has."""
    if said.get("do") == "screen":
        state.set_screen(said.get("width"), said.get("height"))
