"""A page with nothing but the timeline on it, run by test_timeline.py: `streamlit run timeline_page.py ATLAS`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st

from dashboard.components.timeline import Figures, timeline_panel
from dashboard.queries import Filters, find_events
from dashboard.store.atlas import Atlas
from dashboard.views.timeline import timeline
from dashboard.views.timeline_overview import OVERVIEW_HEIGHT, overview
from tests.views.event_rows import event_rows

HOSTILE = ("<img src=x onerror=document.title='ran'>", "![](http://evil.example/x) ${document.title='ran'} `x` {{7*7}}")


@st.cache_data
def rows(hostile: bool):
    """The default events, or two with hostile titles."""
    if hostile:
        return event_rows("1945-07-17", "1945-12-19", title=list(HOSTILE), place_text=HOSTILE[0])
    return find_events(Atlas(Path(sys.argv[1])), Filters())


def select(event_id: str) -> None:
    st.session_state.update(selected=event_id, turn=st.session_state.turn + 1)


def brush(first: str, last: str) -> None:
    st.session_state.window = (first, last) if first or last else None


def show(first: str, last: str) -> None:
    brush(first, last)
    st.session_state.brush_turn += 1


@st.fragment
def page() -> None:
    """The timeline, and in words what it answered."""
    state = st.session_state
    width, height = int(st.query_params.get("width", 912)), int(st.query_params.get("height", 312))
    shown, theme = rows("hostile" in st.query_params), st.query_params.get("theme", "light")
    figure = timeline(
        shown,
        selected=state.selected,
        window=state.window,
        true_scale="true" in st.query_params,
        theme=theme,
        width=width,
        height=height - OVERVIEW_HEIGHT,
        turn=state.turn,
    )
    timeline_panel(
        Figures(figure, overview(shown, window=state.window, theme=theme, width=width, gutter=figure.gutter)),
        on_select=select,
        on_window=show,
        on_brush=brush,
        read=state.get,
        width=width,
        brush_turn=state.brush_turn,
    )
    st.text(f"selected={state.selected} turn={state.turn} window={state.window} earlier={figure.earlier}")


for name, value in {"selected": "", "window": None, "turn": 0, "brush_turn": 0}.items():
    st.session_state.setdefault(name, value)
st.set_page_config(layout="wide")
page()
