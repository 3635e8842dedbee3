"""Projections of still maps: equal in area, fitted to what is shown, the same here and in Vega.

Formulas: Snyder, Map Projections: A Working Manual (USGS 1395, 1987), 24 (Lambert azimuthal equal-area); Šavrič,
Patterson and Jenny, The Equal Earth map projection (2019). Vega takes the same from d3-geo.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

Kind = Literal["azimuthalEqualArea", "equalEarth"]
Point = tuple[float, float]
"""Latitude and longitude, or x and y."""

NAMES: dict[Kind, str] = {"azimuthalEqualArea": "Lambert azimuthal equal-area", "equalEarth": "Equal Earth"}
EARTH_KM = 6371.0
WORLD_SPAN = 150.0
"""Degrees of longitude from which the whole world is shown; more than that a view from one side distorts too much."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True)
class Projection:
    """From latitude and longitude to the units of a drawing."""

    kind: Kind
    lat: float
    """Of the middle; 0 for the world."""
    lon: float
    scale: float = 1.0
    """Units a radian, in the middle."""
    x: float = 0.0
    """Where the middle stands."""
    y: float = 0.0

    def __call__(self, lat: float, lon: float) -> Point:
        """x to the right and y downwards."""
        east = math.remainder(lon - self.lon, 360.0)
        dx, dy = _azimuthal(self.lat, lat, east) if self.kind == "azimuthalEqualArea" else _equal_earth(lat, east)
        return self.x + self.scale * dx, self.y - self.scale * dy

    def away(self, lat: float, lon: float) -> float:
        """Radians from the middle to a point, on the globe."""
        return angle((self.lat, self.lon), (lat, lon))

    def across(self, km: float) -> float:
        """Units that a distance takes, near the middle."""
        return self.scale * km / EARTH_KM

    def vega(self) -> dict[str, Any]:
        """The same as Vega-Lite writes it."""
        turn = [-self.lon, -self.lat, 0] if self.kind == "azimuthalEqualArea" else [-self.lon, 0, 0]
        return {
            "type": self.kind,
            "rotate": turn,
            "scale": self.scale,
            "translate": [self.x, self.y],
            "precision": 0.3,
        }


def angle(one: Point, other: Point) -> float:
    """Radians between two points of the globe."""
    lat, to_lat, turn = math.radians(one[0]), math.radians(other[0]), math.radians(other[1] - one[1])
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin(turn / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))


def _azimuthal(middle: float, lat: float, east: float) -> Point:
    phi, phi0, turn = math.radians(lat), math.radians(middle), math.radians(east)
    cosine = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(turn)
    stretch = math.sqrt(2 / max(1e-9, 1 + cosine))
    return (
        stretch * math.cos(phi) * math.sin(turn),
        stretch * (math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(turn)),
    )


def _equal_earth(lat: float, east: float) -> Point:
    root = math.sqrt(3) / 2
    t = math.asin(root * math.sin(math.radians(lat)))
    a1, a2, a3, a4 = _A
    t2, t6 = t * t, t**6
    slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    return math.radians(east) * math.cos(t) / (root * slope), t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


def fitted(points: Sequence[Point], width: float, height: float, air: Point, least_km: float) -> Projection:
    """A projection in which the points (latitude, longitude; longitude may pass 180) fill a frame.

    air: units kept free at left and right, and at top and bottom. least_km: what the frame shows of the world at
    least, from side to side, so that enough coast is there to recognise where this is.
    """
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    middle = ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    if max(lons) - min(lons) > WORLD_SPAN:
        return _whole_world(middle[1], width, height)
    base = Projection("azimuthalEqualArea", *middle)
    spots = [base(lat, lon) for lat, lon in points]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    closest = width * EARTH_KM / least_km
    room_x, room_y = width - 2 * air[0], height - 2 * air[1]
    scale = min(closest, room_x / max(right - left, 1e-9), room_y / max(bottom - top, 1e-9))
    x, y = width / 2 - scale * (left + right) / 2, height / 2 - scale * (top + bottom) / 2
    return replace(base, scale=scale, x=x, y=y)


def _whole_world(lon: float, width: float, height: float) -> Projection:
    """All of it, turned so that a longitude stands in the middle."""
    base = Projection("equalEarth", 0.0, lon)
    half_width, half_height = base(0.0, lon + 179.99)[0], -base(90.0, lon)[1]
    scale = min(width / (2 * half_width), height / (2 * half_height))
    return replace(base, scale=scale, x=width / 2, y=height / 2)
