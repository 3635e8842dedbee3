"""The timeline of very many events as the page draws it: columns that count them, each with the events it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.export.page.figures import WIDTH, shapes_of
from dashboard.queries import EVERYTHING, Atlas, Filters, count_by, count_lanes, extent, fill_bins, outside, summary
from dashboard.views.timeline_bins import Column, bin_timeline, columns_of, plan_bins

HEIGHT = 368
CLICK = "Heights grow with the square root of the number; a click on a column lists its events."


def counted_timeline(atlas: Atlas, filters: Filters, events: Mapping[str, int]) -> dict[str, Any]:
    """Axis and lanes as shapes, and the columns, whose heights the page works out from what its chips let through."""
    days = extent(atlas, filters.without("dates"))
    window = (filters.date_from or days.first, filters.date_to or days.last)
    drawn = replace(filters, date_from=window[0], date_to=window[1])
    counts = {lane.key: lane.events for lane in count_lanes(atlas, drawn, "topic")}
    labels = {count.key: count.label for count in count_by(atlas, EVERYTHING, "topics")}
    plan = plan_bins(counts, labels, lanes="topic", window=window, width=WIDTH, height=HEIGHT)
    held = dict(fill_bins(atlas, drawn, plan.binning))
    bins = tuple(held)
    earlier, later = outside(atlas, filters, *window)
    beyond = (f"/{window[0]}", f"{window[1]}/")
    figure = bin_timeline(plan, bins, outside=(earlier, later), beyond=beyond)
    undated = summary(atlas, filters).undated
    note = " ".join([CLICK, *([f"{undated:,} undated, not drawn here."] if undated else [])])
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "gutter": figure.gutter,
        "shapes": shapes_of(figure, events),
        "columns": [
            _column(column, [events[each] for one in column.stack for each in held[one] if each in events])
            for column in columns_of(plan, bins)
        ],
        "summary": figure.summary,
        "note": note,
    }


def _column(column: Column, events: list[int]) -> dict[str, Any]:
    """Where a column stands, what it is called, and which events it counts, in order of time."""
    box = {name: round(getattr(column, name), 1) for name in ("x", "y", "x2", "y2")}
    return box | {"lane": column.lane, "when": column.when, "pale": int(column.vague), "events": sorted(events)}
