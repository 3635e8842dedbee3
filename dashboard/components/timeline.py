"""The timeline on the screen: lanes above, the strip with its brush below, both answering through callables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from dashboard.views.timeline import TimelineFigure
from dashboard.views.timeline_overview import OverviewFigure, brushed_window
from dashboard.views.timeline_paint import BINS, BRUSHED, PICKED, SHAPES, SUMMARY, summary_table
from dashboard.views.timeline_pen import WINDOW

OnSelect = Callable[[str], object]
OnWindow = Callable[[str, str], object]
Read = Callable[[str], Any]
"""The value of a widget by its key."""


class Figures(NamedTuple):
    """The lanes and the strip below them."""

    detail: TimelineFigure
    strip: OverviewFigure | None = None


def timeline_panel(
    figures: Figures,
    *,
    on_select: OnSelect,
    on_window: OnWindow,
    on_brush: OnWindow | None = None,
    read: Read,
    width: int = 912,
    brush_turn: int = 0,
    key: str = "timeline",
) -> None:
    """Draw the timeline and its strip.

    on_select takes an event id; on_window (a chip, a count or a column was clicked) and on_brush a first and a last
    day, empty where open, both empty for the whole period; without a strip there is no brush. read answers with what a
    widget holds, by its key. brush_turn rises whenever anything but the brush sets the window: a brush that no longer
    holds goes.
    """
    detail_key, strip_key = f"{key}-lanes", f"{key}-strip-{brush_turn}"

    def picked() -> None:
        answer_pick(_selection(read(detail_key), PICKED), on_select, on_window)

    with st.container(gap=None, key=f"{key}-panel"):
        _chart(figures.detail, picked, detail_key, width)
        if figures.strip and on_brush:
            _chart(figures.strip, partial(_answer_brush, on_brush, read, strip_key), strip_key, width)


def _answer_brush(on_brush: OnWindow, read: Read, key: str) -> None:
    """Tell which days the brush covers; both empty where it was wiped away."""
    on_brush(*(brushed_window(_selection(read(key), BRUSHED)) or ("", "")))


def _chart(figure: TimelineFigure | OverviewFigure, on_select: Callable[[], None], key: str, width: int) -> None:
    """Mount a figure: its specification stays as it is, so that the browser keeps its chart and takes new rows."""
    bins = {BINS: figure.bins} if isinstance(figure, TimelineFigure) else {}
    spec = {**figure.spec, "datasets": {SHAPES: figure.data, SUMMARY: summary_table(figure.summary), **bins}}
    st.vega_lite_chart(spec, theme=None, width=width, on_select=on_select, key=key)


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
