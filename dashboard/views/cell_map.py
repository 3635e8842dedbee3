"""The map of very many events: circles that count those around a place, finer as one comes nearer.

The circles are counted squares of the map (`queries.count_cells`). The browser reports where it looks and how close,
and is sent the squares of that view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.english import counted
from dashboard.queries.area import Box, area_of
from dashboard.queries.cells import Cell, PlaceCount
from dashboard.views.cell_grid import Grid
from dashboard.views.first_view import latitude, mercator
from dashboard.views.map_figure import MapFigure, PlaceRow, Setting, map_figure
from dashboard.views.map_places import as_lettered, is_area
from dashboard.views.theme import FAMILIES

AREA = "area:"
"""What an id begins with that stands for a rectangle of the map to narrow to."""
INSIDE = 0.3
"""How far from the edge of its square a circle stands, in squares, so that neighbours do not cover each other."""


def cell_map(
    cells: Sequence[Cell],
    areas: Sequence[PlaceCount],
    grid: Grid,
    home: Box,
    setting: Setting,
    *,
    places: Sequence[PlaceCount] = (),
    single_below: int = 0,
) -> MapFigure:
    """Draw cells and lettered areas, and of the selection its places as marks among them.

    places: what is selected. single_below: from how many events down every place is a mark of
    its own, for the caption.
    """
    chosen = [as_lettered(place._asdict()) for place in places]
    known = {place.id for place in places}
    others = [as_lettered(area._asdict()) for area in areas if area.id not in known]
    layers = {
        "marks": [_place(row) for row in chosen if not is_area(row)],
        "areas": [_place(row) for row in (*filter(is_area, chosen), *others)],
        "cells": [_cell(cell, grid) for cell in cells],
        "grid": {"zoom": grid.zoom, "box": grid.box},
        "caption": caption(single_below),
    }
    return map_figure(layers, home, setting)


def caption(single_below: int) -> str:
    """“Circles count what happened around a place; below 2,000 events come single places, …”"""
    singly = f"below {single_below:,} events come single places, also those only spoken of"
    return f"Circles count what happened around a place; {singly}."


def _cell(cell: Cell, grid: Grid) -> list[Any]:
    """One cell as views/browser/cells.js reads it."""
    lat, lon = (cell.lat, cell.lon) if cell.places == 1 else _inside(cell, grid.level)
    others = cell.places - 1
    name = cell.name if not others else f"{cell.name} and {others:,} more"
    return [
        cell.place if not others else f"{AREA}{area_of(*cell.box)}",
        name,
        round(lat, 4),
        round(lon, 4),
        cell.events,
        list(cell.families),
        _note(cell),
        [round(edge, 5) for edge in cell.box],
    ]


def _inside(cell: Cell, level: int) -> tuple[float, float]:
    """Where the circle stands: at the place where most happened, away from the edges of the square."""
    across = 2**level
    x = min(max((cell.lon + 180) / 360 * across, cell.x + INSIDE), cell.x + 1 - INSIDE)
    y = min(max(mercator(cell.lat) * across, cell.y + INSIDE), cell.y + 1 - INSIDE)
    return latitude(y / across), x / across * 360 - 180


def _note(cell: Cell) -> str:
    """“13,001 events at 84 places: 6,500 message, statement · 2,000 meeting, visit”."""
    where = f" at {cell.places:,} places" if cell.places > 1 else ""
    kinds = zip(FAMILIES, cell.families, strict=True)
    parts = " · ".join(f"{events:,} {family.label.lower()}" for family, events in kinds if events)
    return f"{counted(cell.events, 'event')}{where}: {parts}"


def _place(row: dict[str, Any]) -> PlaceRow:
    """A place among the circles: whether something happened there, and how much of it in words only."""
    events = row["events"]
    return PlaceRow(
        row["id"],
        row["name"],
        round(float(row["lat"]), 4),
        round(float(row["lon"]), 4),
        row["kind"],
        "",
        [0] if events else [],
        events,
        round(row["radius_km"]),
        counted(events, "event") if events else "no event is shown here",
    )
