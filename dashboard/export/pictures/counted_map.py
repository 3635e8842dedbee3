"""The map of a series as a picture: circles that count the events around a place, as the screen draws them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from dashboard.export.look import Look
from dashboard.export.pictures.map_marks import Group
from dashboard.export.pictures.projection import EARTH_KM, Projection
from dashboard.export.pictures.still_map import LEAST_KM, StillMap, projection_for
from dashboard.export.selection import Selection
from dashboard.queries import count_areas, count_cells
from dashboard.queries.cells import Cell, PlaceCount
from dashboard.views.cell_grid import HOME_LEVEL, nearly_all
from dashboard.views.map_places import as_lettered

APART = 44.0
"""Units that a square is wide at least, so that its circle has room."""
EDGE = 8.0
COUNTED = "Circles count the events around the place named, larger for more."


def counted_map(selection: Selection, look: Look, width: float, height: float) -> StillMap:
    """The circles and the lettered areas of a selection, fitted to nearly all of its events."""
    atlas, filters = selection.atlas, selection.filters
    areas = [_area(place) for place in count_areas(atlas, filters)]
    home = [cell._asdict() for cell in nearly_all(count_cells(atlas, filters, HOME_LEVEL))]
    projection = projection_for(home or areas, width, height, LEAST_KM)
    cells = count_cells(atlas, filters, _level(projection))
    circles = list(_circles(cells, projection, width, height))
    return StillMap(areas, {}, look.theme, width, height, projection=projection, counted=circles)


def _level(projection: Projection) -> int:
    """The finest squares whose circles have room."""
    return max(1, math.floor(math.log2(projection.across(2 * math.pi * EARTH_KM) / APART)))


def _circles(cells: Sequence[Cell], projection: Projection, width: float, height: float) -> list[Group]:
    """A circle for each square in the frame, the fullest first."""
    spots = [(projection(cell.lat, cell.lon), cell) for cell in cells]
    inside = [(x, y, cell) for (x, y), cell in spots if EDGE <= x <= width - EDGE and EDGE <= y <= height - EDGE]
    most = max((cell.events for _, _, cell in inside), default=0)
    return [
        Group(x, y, ({"id": cell.place},), f"{cell.name}, {cell.events:,}", "", cell.events, False, cell.events,
              cell.families, most)
        for x, y, cell in inside
    ]  # fmt: skip


def _area(place: PlaceCount) -> dict[str, Any]:
    """A country, a region or a sea as a row of find_places; its events are counted, and stand as numbers."""
    return {**as_lettered(place._asdict()), "event_ids": range(place.events), "mentions": 0}
