"""The timeline of a picture: the lanes above the strip, as the screen draws them."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from dashboard.export.look import Look
from dashboard.export.pictures.body import Body
from dashboard.export.pictures.painter import chart_as_group
from dashboard.export.pictures.svg import clean, node
from dashboard.export.selection import Selection
from dashboard.queries import EVERYTHING, count_by, find_events
from dashboard.views.timeline import TimelineFigure, timeline
from dashboard.views.timeline_overview import OVERVIEW_HEIGHT, OverviewFigure, overview
from dashboard.views.timeline_paint import SHAPES
from dashboard.views.timeline_window import Window

STRIP_GAP = 6
SIGNS = {
    "reference": "hollow: date from the reference list",
    "planned": "dashed: planned",
    "proposed": "dotted: proposed",
    "denied": "struck through: denied",
    "vague": "pale bar: some time within",
    "open": "faded end: about, or not known",
}
"""What the signs of an event mean, said only of those that the picture holds."""


def timeline_body(selection: Selection, look: Look, width: float, height: float) -> Body:
    """The events of a selection, those outside its dates counted at the edges."""
    filters, shown = selection.filters, selection.events()
    dated = bool(filters.date_from or filters.date_to) and not selection.telling
    window = (filters.date_from, filters.date_to) if dated else None
    rows = find_events(selection.atlas, filters.without("dates")) if dated else shown
    detail, strip = _figures(selection, rows, window, look, int(width), int(height))
    group = node(None, "g")
    group.append(chart_as_group(_with_data(detail)))
    below = node(group, "g", transform=f"translate(0 {int(height) - OVERVIEW_HEIGHT})")
    below.append(chart_as_group(_with_data(strip)))
    notes = [detail.note, _signs(shown)]
    return Body(group, " ".join(note for note in notes if note), "", _alt(selection, shown))


def _figures(
    selection: Selection, rows: pd.DataFrame, window: Window | None, look: Look, width: int, height: int
) -> tuple[TimelineFigure, OverviewFigure]:
    lanes = {count.key: count.label for count in count_by(selection.atlas, EVERYTHING, "topics")}
    detail = timeline(
        rows,
        lane_labels=lanes,
        window=window,
        theme=look.theme.name,
        width=width,
        height=height - OVERVIEW_HEIGHT - STRIP_GAP,
    )
    return detail, overview(rows, window=window, theme=look.theme.name, width=width, gutter=detail.gutter)


def _with_data(figure: TimelineFigure | OverviewFigure) -> dict[str, Any]:
    """The chart with its shapes in it; words lose what XML cannot hold, instants become milliseconds."""
    table = figure.data
    words = {name: [clean(str(text)) for text in table[name]] for name in ("text", "title", "when", "where")
             if name in table}  # fmt: skip
    instants = {name: table[name].astype("int64") for name in ("day", "day2") if name in table}
    shapes = json.loads(table.assign(**words, **instants).to_json(orient="records"))
    return {**figure.spec, "datasets": {SHAPES: shapes}}


def _signs(rows: pd.DataFrame) -> str:
    """What the signs mean that the picture holds: “Hollow: date from the reference list. Dashed: planned.”"""
    dated = rows[rows["edtf"] != ""]
    found = {
        "reference": (dated["certainty"] == "inferred").any(),
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
