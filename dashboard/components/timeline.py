"""The timeline on the screen: lanes above, the strip with its brush below, both answering through callables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.views.timeline import TimelineFigure, timeline
from dashboard.views.timeline_items import LaneKind
from dashboard.views.timeline_overview import OVERVIEW_HEIGHT, OverviewFigure, brushed_window, overview
from dashboard.views.timeline_paint import BRUSHED, PICKED, SHAPES
from dashboard.views.timeline_pen import WINDOW
from dashboard.views.timeline_window import Window

OnSelect = Callable[[str], object]
OnWindow = Callable[[str, str], object]
Read = Callable[[str], Any]
"""The value of a widget by its key."""


def timeline_panel(
    rows: pd.DataFrame,
    *,
    on_select: OnSelect,
    on_window: OnWindow,
    on_brush: OnWindow | None = None,
    read: Read,
    lanes: LaneKind = "topic",
    lane_labels: Mapping[str, str] | None = None,
    selected: str | None = None,
    window: Window | None = None,
    true_scale: bool = False,
    theme: str = "light",
    width: int = 912,
    height: int = 312,
    turn: int = 0,
    brush_turn: int = 0,
    key: str = "timeline",
) -> TimelineFigure:
    """Draw the timeline and its strip; answers with what was drawn, for the words beside it.

    on_select takes an event id; on_window (a chip or a count was clicked) and on_brush a first and a last day, empty
    where open, both empty for the whole period; without on_brush there is no strip. read answers with what a widget
    holds, by its key. turn rises with every selection, brush_turn whenever anything but the brush sets the window: a
    brush that no longer holds goes.
    """
    figure = timeline(
        rows,
        lanes=lanes,
        lane_labels=lane_labels,
        selected=selected,
        window=window,
        true_scale=true_scale,
        theme=theme,
        width=width,
        height=height - (OVERVIEW_HEIGHT if on_brush else 0),
        turn=turn,
    )
    detail_key, strip_key = f"{key}-lanes", f"{key}-strip-{brush_turn}"

    def picked() -> None:
        answer_pick(_selection(read(detail_key), PICKED), on_select, on_window)

    with st.container(gap=None, key=f"{key}-panel"):
        _chart(figure, picked, detail_key, width)
        if on_brush:
            strip = overview(rows, window=window, theme=theme, width=width, gutter=figure.gutter)
            _chart(strip, partial(_answer_brush, on_brush, read, strip_key), strip_key, width)
    return figure


def _answer_brush(on_brush: OnWindow, read: Read, key: str) -> None:
    """Tell which days the brush covers; both empty where it was wiped away."""
    on_brush(*(brushed_window(_selection(read(key), BRUSHED)) or ("", "")))


def _chart(figure: TimelineFigure | OverviewFigure, on_select: Callable[[], None], key: str, width: int) -> None:
    """Mount a figure: its specification stays as it is, so that the browser keeps its chart and takes new rows."""
    spec = {**figure.spec, "datasets": {SHAPES: _arrow(figure.data)}}
    st.vega_lite_chart(spec, theme=None, width=width, on_select=on_select, key=key)


def _arrow(data: pd.DataFrame) -> pa.Table:
    """The rows as they travel: without pandas' own description and with short strings, a quarter smaller."""
    table = pa.Table.from_pandas(data, preserve_index=False).replace_schema_metadata(None)
    fields = [pa.field(f.name, pa.string() if f.type == pa.large_string() else f.type) for f in table.schema]
    return table.cast(pa.schema(fields))


def answer_pick(points: Any, on_select: OnSelect, on_window: OnWindow) -> None:
    """What a click means: an event, a window to show, or nothing (a click beside every mark)."""
    clicked = str(points[0].get("id") or "") if isinstance(points, list) and points else ""
    if clicked.startswith(WINDOW):
        first, _, last = clicked.removeprefix(WINDOW).partition("/")
        on_window(first, last)
    elif clicked:
        on_select(clicked)


def _selection(value: Any, name: str) -> Any:
    """The part of a chart's state that belongs to one selection; empty where there is none yet."""
    return ((value or {}).get("selection") or {}).get(name) or {}
