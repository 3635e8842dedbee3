"""The timeline of a picture: the lanes above the strip, as the screen draws them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.export.look import Look
from dashboard.export.pictures.body import Body
from dashboard.export.pictures.painter import chart_as_group
from dashboard.export.pictures.svg import clean, node
from dashboard.export.selection import Selection
from dashboard.queries import (
    EVERYTHING,
    Binning,
    count_bins,
    count_by,
    count_lanes,
    extent,
    find_events,
    main_stretch,
    outside,
    summary,
)
from dashboard.views.timeline import FOLD_BELOW, TimelineFigure, timeline
from dashboard.views.timeline_bins import MOST_MARKS, STRIP_LEAST, bin_timeline, plan_bins, unit_for
from dashboard.views.timeline_overview import OVERVIEW_HEIGHT, OverviewFigure, binned_overview, overview
from dashboard.views.timeline_paint import BINS, SHAPES, SUMMARY
from dashboard.views.timeline_window import window_days

STRIP_GAP = 6
COLUMNS = "Columns count the events of a {}, by the topic each names first; heights grow with the square root."
SIGNS = {
    "reference": "hollow: date, or part of it, from the reference list",
    "planned": "dashed: planned",
    "proposed": "dotted: proposed",
    "denied": "struck through: denied",
    "vague": "pale bar: some time within",
    "open": "faded end: about, or not known",
}
"""What the signs of an event mean, said only of those that the picture holds."""


def timeline_body(selection: Selection, look: Look, width: float, height: float) -> Body:
    """The events of a selection, those outside its dates counted at the edges; of very many, how many there are."""
    if selection.count > MOST_MARKS and not selection.telling:
        detail, strip, unit = _columns(selection, look, int(width), int(height))
        known = summary(selection.atlas, selection.filters)
        undated = [f"{known.undated:,} undated, not drawn here."] if known.undated else []
        note = " ".join([COLUMNS.format(unit), *undated])
        alt = f"Timeline of how many events there are by topic and {unit}: {selection.statement}"
    else:
        shown = selection.events()
        detail, strip = _marks(selection, shown, look, int(width), int(height))
        note, alt = " ".join(each for each in (detail.note, _signs(shown)) if each), _alt(selection, shown)
    group = node(None, "g")
    group.append(chart_as_group(_with_data(detail)))
    below = node(group, "g", transform=f"translate(0 {int(height) - OVERVIEW_HEIGHT})")
    below.append(chart_as_group(_with_data(strip)))
    return Body(group, note, "", alt)


def _marks(
    selection: Selection, shown: pd.DataFrame, look: Look, width: int, height: int
) -> tuple[TimelineFigure, OverviewFigure]:
    """Every event as a mark."""
    filters = selection.filters
    dated = bool(filters.date_from or filters.date_to) and not selection.telling
    asked = (filters.date_from, filters.date_to) if dated else None
    rows = find_events(selection.atlas, filters.without("dates")) if dated else shown
    few = selection.telling or len(shown) < FOLD_BELOW
    window = asked or (None if few else main_stretch(selection.atlas, filters))
    detail = timeline(
        rows,
        lane_labels=_topics(selection),
        window=window,
        theme=look.theme.name,
        width=width,
        height=height - OVERVIEW_HEIGHT - STRIP_GAP,
    )
    return detail, overview(rows, window=window, theme=look.theme.name, width=width, gutter=detail.gutter)


def _columns(selection: Selection, look: Look, width: int, height: int) -> tuple[TimelineFigure, OverviewFigure, str]:
    """Columns, as the screen draws them, and how long a stretch of time each stands for."""
    atlas, filters, theme = selection.atlas, selection.filters, look.theme.name
    whole = filters.without("dates")
    days, asked = extent(atlas, whole), (filters.date_from, filters.date_to)
    shown = asked if any(asked) else main_stretch(atlas, whole)
    window = (shown[0] or days.first, shown[1] or days.last) if shown else days
    drawn = replace(filters, date_from=window[0], date_to=window[1])
    counts = {lane.key: lane.events for lane in count_lanes(atlas, drawn, "topic")}
    room = height - OVERVIEW_HEIGHT - STRIP_GAP
    plan = plan_bins(counts, _topics(selection), lanes="topic", window=window, width=width, height=room)
    bins = count_bins(atlas, drawn, plan.binning)
    detail = bin_timeline(plan, bins, outside=outside(atlas, whole, *window), single_below=MOST_MARKS, theme=theme)
    unit = unit_for(window_days(days, ()), width - detail.gutter, STRIP_LEAST)
    all_days = replace(whole, date_from=days.first, date_to=days.last)
    strip = binned_overview(
        count_bins(atlas, all_days, Binning(unit)),
        extent=days,
        window=shown,
        theme=theme,
        width=width,
        gutter=detail.gutter,
    )
    return detail, strip, plan.unit


def _topics(selection: Selection) -> dict[str, str]:
    """What the lanes are called."""
    return {count.key: count.label for count in count_by(selection.atlas, EVERYTHING, "topics")}


def _with_data(figure: TimelineFigure | OverviewFigure) -> dict[str, Any]:
    """The chart with its shapes in it; words lose what XML cannot hold, instants become milliseconds."""
    numbers = [
        pa.field(each.name, pa.int64()) if pa.types.is_timestamp(each.type) else each for each in figure.data.schema
    ]
    rows = figure.data.cast(pa.schema(numbers)).to_pylist()
    shapes = [
        row | {name: clean(row[name]) for name in ("text", "title", "when", "where") if name in row} for row in rows
    ]
    silent: dict[str, list[Any]] = {
        BINS: [],
        SUMMARY: [],
    }  # a picture is not clicked on, and has a description of its own
    return {**figure.spec, "datasets": {SHAPES: shapes, **silent}}


def _signs(rows: pd.DataFrame) -> str:
    """What the signs mean that the picture holds: “Dashed: planned; pale bar: some time within.”"""
    dated = rows[rows["edtf"] != ""]
    found = {
        "reference": dated["listed"].any(),
        **{status: (dated["status"] == status).any() for status in ("planned", "proposed", "denied")},
        "vague": dated["precision"].isin(["month", "season", "year", "decade"]).any(),
        "open": (dated["approximate"] | dated["precision"].isin(["open-start", "open-end"])).any(),
    }
    said = [SIGNS[sign] for sign, there in found.items() if there]
    return f"{'; '.join(said).capitalize()}." if said else ""


def _alt(selection: Selection, rows: pd.DataFrame) -> str:
    """What somebody who cannot see the picture is told: what it shows, how much, the first and the last."""
    dated = rows[rows["edtf"] != ""]
    if dated.empty:
        return f"Timeline without marks: {selection.statement}"
    told = [f"{row.title} ({row.date_text})" for row in dated.itertuples()]
    if len(told) <= 12:
        return f"Timeline: {selection.statement} In order: {'; '.join(told)}."
    return f"Timeline: {selection.statement} It begins with {told[0]} and ends with {told[-1]}."
