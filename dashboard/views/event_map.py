"""The map of events: places that something happened at or that are spoken of, as folium for any page to show.

Settlements and sites are marks (filled: happened here; hollow: only spoken of); countries, regions and seas are
lettered areas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.english import counted
from dashboard.views.first_view import first_view, holds
from dashboard.views.map_figure import MapFigure, PlaceRow, Setting, map_figure
from dashboard.views.map_places import is_area, located_rows


def event_map(places: pd.DataFrame, setting: Setting, *, families: Mapping[str, str] | None = None) -> MapFigure:
    """Draw places, with the columns of `queries.PLACE_COLUMNS`.

    `families` tells the kind family of each event id: a filled mark takes the colour and shape of its events' family
    where they agree, else ink.
    """
    located, unlocated = located_rows(places)
    marks = [row for row in located if not is_area(row)]
    areas = [row for row in located if is_area(row)]
    view = first_view([(row["lat"], row["lon"]) for row in marks or areas], setting.width, setting.height)
    numbers = _number(row["event_ids"] for row in located)
    layers = {
        "marks": [_row(row, numbers, families or {}) for row in marks],
        "areas": [_row(row, numbers, families or {}) for row in areas],
    }
    outside = tuple(row["name"] for row in marks if not holds(view, row["lat"], row["lon"]))
    return map_figure(layers, view, setting, outside=outside, unlocated=unlocated)


def _number(ids: Iterable[Iterable[str]]) -> dict[str, int]:
    """A short number for each event."""
    return {event: at for at, event in enumerate(dict.fromkeys(event for some in ids for event in some))}


def _row(row: Mapping[str, Any], numbers: Mapping[str, int], families: Mapping[str, str]) -> PlaceRow:
    """One place with what happened there."""
    kinds = {families.get(event, "") for event in row["event_ids"]}
    events = sorted({numbers[event] for event in row["event_ids"]})
    return PlaceRow(
        str(row["id"]),
        str(row["name"]),
        round(float(row["lat"]), 4),
        round(float(row["lon"]), 4),
        str(row["kind"]),
        kinds.pop() if len(kinds) == 1 else "",
        events,
        3 * len(events) + int(row["mentions"]),
        round(float(row["radius_km"])),
        _note(row),
        int(row["rivals"] > 0),
    )


def _note(row: Mapping[str, Any]) -> str:
    """What the place has to say of itself: “3 events · named 4 times · as written: Tallin”."""
    happened, named = len(set(row["event_ids"])), int(row["mentions"])
    parts = [counted(happened, "event") if happened else "spoken of; no event is placed here"]
    if named:
        parts.append({1: "named once", 2: "named twice"}.get(named, f"named {named} times"))
    known = {row["name"], row["name"].partition(", ")[0]}  # “Kremlin, Moscow” and its “Kremlin”
    spellings = [spelling for spelling in row["as_written"] if spelling not in known]
    if row["rivals"]:
        parts.append("another place of that name is as likely")
    if spellings:
        parts.append("as written: " + ", ".join(spellings[:3]))
    return " · ".join(parts)
