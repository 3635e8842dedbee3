"""The map of very many events: circles that count those around a place, finer as one comes nearer.

The circles are counted squares of the map (`queries.count_cells`). The browser reports where it looks and how close,
and is sent the squares of that view.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import folium

from dashboard.queries.area import Box, area_of
from dashboard.queries.cells import Cell, PlaceCount
from dashboard.views.basemap import MAX_ZOOM, BaseMap
from dashboard.views.event_map import (
    EVERYWHERE,
    MapFigure,
    Marks,
    as_lettered,
    colours_of,
    first_view,
    is_area,
    mercator,
)
from dashboard.views.theme import FAMILIES, theme_named

AREA = "area:"
"""What an id begins with that stands for a rectangle of the map to narrow to."""
VIEW = "view:"
"""What an answer begins with that is no click: the view the browser has come to, “view:zoom,south,west,north,east”."""
FINER = 2
"""Levels of squares beyond that of the map's own tiles: a square is 64 pixels wide at a whole zoom."""
HOME_LEVEL = 4
HOME_SHARE = 0.95
"""The first view is made for the squares that hold so many of the events."""
INSIDE = 0.3
"""How far from the edge of its square a circle stands, in squares, so that neighbours do not cover each other."""
_TILE = 256
_PADDING = (44 + 84, 26 + 34)
"""What the browser leaves free at the sides, and above and below, when it goes to the first view."""
CLOSEST_HOME = 6


@dataclass(frozen=True, slots=True)
class Grid:
    """Which squares are shown: those of a whole zoom within a box."""

    zoom: int
    box: Box

    @property
    def level(self) -> int:
        """The world is 2 to this power squares wide."""
        return self.zoom + FINER


def grid_of(zoom: float, view: Box) -> Grid:
    """The grid for a view at a zoom: half a view more on each side, so that a small move needs no new one."""
    south, west, north, east = view
    aside, above = (east - west) / 2, (mercator(south) - mercator(north)) / 2
    box = (_lat(mercator(south) + above), west - aside, _lat(mercator(north) - above), east + aside)
    if box[1] < -180 or box[3] > 180:
        box = (box[0], -180.0, box[2], 180.0)
    return Grid(math.floor(min(max(zoom, 0), MAX_ZOOM) + 0.5), box)


def reported_grid(answer: str) -> Grid | None:
    """The grid for a view that the browser reports; None for what is no report."""
    try:
        zoom, south, west, north, east = map(float, answer.removeprefix(VIEW).split(","))
    except ValueError:
        return None
    if not answer.startswith(VIEW) or not all(map(math.isfinite, (zoom, south, west, north, east))):
        return None
    if not (south < north and west < east):
        return None
    return grid_of(zoom, (max(south, -85.0), west, min(north, 85.0), east))


def home_of(cells: Sequence[Cell], width: int, height: int) -> Box:
    """The first view: four fifths of the squares that hold nearly all events."""
    wanted, held, points = sum(cell.events for cell in cells) * HOME_SHARE, 0, []
    for cell in cells:
        if held >= wanted:
            break
        held += cell.events
        points.append((cell.lat, cell.lon))
    return first_view(points, width, height) if points else EVERYWHERE


def home_grid(home: Box, width: int, height: int, *, closest: float = CLOSEST_HOME) -> Grid:
    """The grid of a view that the browser is about to fit into the frame, the first one unless told otherwise."""
    south, west, north, east = home
    room = max(width - _PADDING[0], 50), max(height - _PADDING[1], 50)
    across = max((east - west) / 360, 1e-6) * _TILE / room[0]
    down = max(mercator(south) - mercator(north), 1e-6) * _TILE / room[1]
    zoom = min(math.floor(-math.log2(max(across, down)) * 4) / 4, closest)
    zoom = max(zoom, math.floor(4 * math.log2(width / _TILE)) / 4)
    middle, half = ((west + east) / 2, (mercator(south) + mercator(north)) / 2), _TILE * 2**zoom * 2
    left, right = middle[0] - 360 * width / half, middle[0] + 360 * width / half
    low, high = middle[1] + height / half, middle[1] - height / half
    return grid_of(zoom, (_lat(low), left, _lat(high), right))


def _lat(y: float) -> float:
    """The latitude at a height of the unit square of Web Mercator."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * min(max(y, 0.0), 1.0)))))


def cell_map(
    cells: Sequence[Cell],
    areas: Sequence[PlaceCount],
    grid: Grid,
    home: Box,
    *,
    places: Sequence[PlaceCount] = (),
    selected_places: Collection[str] = (),
    selected_event: str | None = None,
    single_below: int = 0,
    theme: str = "light",
    width: int = 912,
    height: int = 372,
) -> MapFigure:
    """Draw cells and lettered areas, and of the selection its places as marks among them.

    places: what is selected. single_below: from how many events down every place is a mark of
    its own, for the caption.
    """
    colours = theme_named(theme)
    chosen = [_place(place) for place in places]
    known = {place.id for place in places}
    data = {
        "theme": colours.name,
        "colours": colours_of(colours),
        "marks": [row for row in chosen if not _is_area(row)],
        "areas": [row for row in chosen if _is_area(row)] + [_place(area) for area in areas if area.id not in known],
        "cells": [_cell(cell, grid) for cell in cells],
        "grid": {"zoom": grid.zoom, "box": grid.box},
        "caption": caption(single_below),
        "selected": sorted(set(selected_places)),
        "event": selected_event or "",
        "home": [[home[0], home[1]], [home[2], home[3]]],
        "borders": False,
        "tiles": False,
    }
    group = folium.FeatureGroup(name="marks", control=False)
    group.add_child(Marks(data))
    return MapFigure(BaseMap(), group, home, (), (), width, height)


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
    return _lat(y / across), x / across * 360 - 180


def _note(cell: Cell) -> str:
    """“13,001 events at 84 places: 6,500 message, statement · 2,000 meeting, visit”."""
    where = f" at {cell.places:,} places" if cell.places > 1 else ""
    kinds = zip(FAMILIES, cell.families, strict=True)
    parts = " · ".join(f"{events:,} {family.label.lower()}" for family, events in kinds if events)
    return f"{cell.events:,} event{'' if cell.events == 1 else 's'}{where}: {parts}"


def _place(place: PlaceCount) -> list[Any]:
    """A place as views/browser/event_map.js reads it, its number of events in words only."""
    row = as_lettered(place._asdict())
    note = f"{place.events:,} event{'' if place.events == 1 else 's'}" if place.events else "no event is shown here"
    at = [round(float(row["lat"]), 4), round(float(row["lon"]), 4)]
    return [place.id, row["name"], *at, place.kind, "", [0][: place.events], place.events, round(place.radius_km), note]


def _is_area(row: Sequence[Any]) -> bool:
    return is_area({"kind": row[4], "radius_km": row[8]})
