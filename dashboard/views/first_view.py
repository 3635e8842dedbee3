"""The first view of a map: so close that most of what stands on it is seen well, and nothing far off widens it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

SHARE_IN_VIEW = 0.8
"""The first view holds at least four fifths of the marks."""
WORTH_A_MARK = 1.25
"""It holds more where that widens it no further than this: Tallinn comes back beside Riga, Washington stays outside."""
HALF_AROUND_ONE_MARK = 6.0
"""Degrees to each side when all marks stand in one spot: enough coast to recognise where that is."""
EVERYWHERE = (-40.0, -130.0, 65.0, 150.0)

Bounds = tuple[float, float, float, float]
"""South, west, north, east in degrees; east may pass 180 where the view crosses it."""


def first_view(points: Sequence[tuple[float, float]], width: int, height: int) -> Bounds:
    """A close view, in the shape of the frame, that holds four fifths of the points (latitude, longitude) or more.

    Beginning with all, the outermost point that costs most room is left out, again and again; then as many come back
    as cost little.
    """
    if not points:
        return EVERYWHERE
    cloud = _Cloud(_unrolled(points))
    views = [cloud.bounds()]
    for _ in range(int(len(points) * (1 - SHARE_IN_VIEW) + 1e-9)):
        cloud.drop(min(cloud.edges(), key=lambda edge: _room(cloud.bounds(without=edge), width, height)))
        views.append(cloud.bounds())
    south, west, north, east = next(view for view in views if _spread(view) <= _spread(views[-1]) * WORTH_A_MARK)
    if north - south < 1 and east - west < 1:
        around = HALF_AROUND_ONE_MARK
        return max(south - around / 2, -80.0), west - around, min(north + around / 2, 80.0), east + around
    return south, west, north, east


class _Cloud:
    """Points in their order from south to north and from west to east, for taking away the outermost."""

    def __init__(self, points: list[tuple[float, float]]) -> None:
        self._points = points
        by_lat = sorted(range(len(points)), key=lambda at: points[at][0])
        by_lon = sorted(range(len(points)), key=lambda at: points[at][1])
        self._from_edge = [by_lat, by_lon, by_lat[::-1], by_lon[::-1]]
        self._gone: set[int] = set()

    def edges(self) -> set[int]:
        """Positions of the southernmost, westernmost, northernmost and easternmost point."""
        return {self._first(side, -1) for side in range(4)}

    def drop(self, position: int) -> None:
        """Take a point away."""
        self._gone.add(position)

    def bounds(self, *, without: int = -1) -> Bounds:
        """South, west, north and east of the points that are left, as if one of them were gone too."""
        south, west, north, east = (self._points[self._first(side, without)][side % 2] for side in range(4))
        return south, west, north, east

    def _first(self, side: int, without: int) -> int:
        order = self._from_edge[side]
        while order[0] in self._gone:
            order = self._from_edge[side] = order[1:]
        return next(at for at in order if at != without and at not in self._gone)


def _unrolled(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points with the world cut open where most of it is empty, so that Tokyo and Honolulu stay neighbours."""
    around = sorted({lon for _, lon in points})
    gaps = [(after - before, after) for before, after in pairwise(around)]
    wrap = around[0] + 360 - around[-1]
    widest, start = max(gaps, default=(0.0, around[0]))
    if widest <= wrap:
        return list(points)
    return [(lat, lon if lon >= start else lon + 360) for lat, lon in points]


def _room(view: Bounds, width: int, height: int) -> float:
    """How large a part of the world the frame must show to hold the view; less is closer."""
    south, west, north, east = view
    return max((east - west) / 360 / width, (mercator(south) - mercator(north)) / height)


def _spread(view: Bounds) -> float:
    """How far a view reaches, from side to side and from top to bottom together."""
    south, west, north, east = view
    return (east - west) / 360 + mercator(south) - mercator(north)


def mercator(lat: float) -> float:
    """Height on the unit square of Web Mercator."""
    angle = math.radians(max(-85.0, min(85.0, lat)))
    return 0.5 - math.asinh(math.tan(angle)) / (2 * math.pi)


def latitude(height: float) -> float:
    """The latitude at a height of the unit square of Web Mercator."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * min(max(height, 0.0), 1.0)))))


def holds(view: Bounds, lat: float, lon: float) -> bool:
    """Whether a point lies within the view."""
    south, west, north, east = view
    return south <= lat <= north and (west <= lon <= east or west <= lon + 360 <= east)
