"""The window: the first and last day that the timeline shows, as the address bar writes it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from dashboard.views.timeline_items import Item
from dashboard.views.timeline_scale import Days, padded

Window = tuple[str, str]
"""First and last day, ISO; an empty one is open."""


def window_days(window: Window, items: Sequence[Item]) -> Days:
    """The window as days, an open side or one that is no date reaching to the edge of the events."""
    first, after = padded(item.days for item in items)
    begin = _day(window[0])
    end = _day(window[1])
    first = first if begin is None else begin
    return first, max(first + 1, after if end is None else end + 1)


def opened(window: Window) -> tuple[str, str]:
    """The windows (“first/last”) that show what lies before and after one that was asked for: itself, open there."""
    return f"/{window[1]}", f"{window[0]}/"


def beside(window: Window) -> tuple[str, str]:
    """The windows that show what lies before and after a first view, which nobody asked for: that alone."""
    return f"/{_days_on(window[0], -1)}", f"{_days_on(window[1], 1)}/"


def _days_on(iso: str, days: int) -> str:
    """The day so many days later; the same where the calendar ends."""
    try:
        return (datetime.date.fromisoformat(iso) + datetime.timedelta(days)).isoformat()
    except (OverflowError, ValueError):
        return iso


def _day(iso: str) -> int | None:
    try:
        return datetime.date.fromisoformat(iso).toordinal()
    except ValueError:
        return None
