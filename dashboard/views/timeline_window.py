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


def _day(iso: str) -> int | None:
    try:
        return datetime.date.fromisoformat(iso).toordinal()
    except ValueError:
        return None
