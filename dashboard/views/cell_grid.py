"""The grid of a map of very many events: which squares are shown for a view, and with which view the map begins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.queries.area import Box
from dashboard.queries.cells import Cell
from dashboard.views.basemap import MAX_ZOOM
from dashboard.views.first_view import EVERYWHERE, first_view, latitude, mercator

VIEW = "view:"
"""What an answer begins with that is no click: the view the browser has come to, “view:zoom,south,west,north,east”."""
FINER = 2
"""Levels of squares beyond that of the map's own tiles: a square is 64 pixels wide at a whole zoom."""
HOME_LEVEL = 4
HOME_SHARE = 0.95
"""The first view is made for the squares that hold so many of the events."""
_TILE = 256
_PADDING = (44 + 84, 26 + 34)
"""What `_fit` of views/browser/event_map.js leaves free at the sides, and above and below."""
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
    box = (latitude(mercator(south) + above), west - aside, latitude(mercator(north) - above), east + aside)
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
    return first_view([(cell.lat, cell.lon) for cell in nearly_all(cells)], width, height) if cells else EVERYWHERE


def nearly_all(cells: Sequence[Cell]) -> list[Cell]:
    """Of cells, the fullest first, as many as hold nearly all events."""
    wanted, kept = sum(cell.events for cell in cells) * HOME_SHARE, list[Cell]()
    for cell in cells:
        if wanted <= 0:
            break
        wanted -= cell.events
        kept.append(cell)
    return kept


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
    return grid_of(zoom, (latitude(low), left, latitude(high), right))
