"""Area: a rectangle of the map, as the address writes it (“south,west,north,east” in degrees), as SQL and in words."""

from __future__ import annotations

import math

from dashboard.errors import FilterError
from dashboard.store.columns import SPOT

WITHIN = (
    "number IN (SELECT event FROM event_places WHERE place IN"  # noqa: S608 - values are bound
    f" (SELECT id FROM places WHERE {SPOT} AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?))"
)
"""SQL on the table `events`, with south, north, west and east bound: true for one that happened at a point within."""

Box = tuple[float, float, float, float]
"""South, west, north, east in degrees; west is never east of east."""


def corners(area: str) -> Box:
    """South, west, north and east of a Filters area; raises FilterError for what is no rectangle of the map."""
    try:
        south, west, north, east = map(float, area.split(","))
    except ValueError:
        south = north = math.nan
    if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):
        raise FilterError(f"“{area[:60]}” is no area; write south,west,north,east in degrees: 29.5,30.1,31.3,32.6.")
    return south, west, north, east


def area_of(south: float, west: float, north: float, east: float) -> str:
    """The area of a Filters; rounded outwards, to about a metre."""
    outwards = [math.floor(each * 1e5) / 1e5 for each in (south, west)]
    outwards += [math.ceil(each * 1e5) / 1e5 for each in (north, east)]
    return ",".join(f"{each:.5f}".rstrip("0").rstrip(".") for each in outwards)


def area_in_words(area: str) -> str:
    """“29.5–31.3° N, 30.1–32.6° E”, to a tenth of a degree."""
    south, west, north, east = corners(area)
    return f"{_degrees(south, north, 'SN')}, {_degrees(west, east, 'WE')}"


def _degrees(low: float, high: float, letters: str) -> str:
    """A range of degrees: “5.0° S – 3.2° N”, the letter once where it is the same."""
    first, last = letters[low >= 0], letters[high >= 0]
    ends = sorted((abs(low), abs(high))) if first == last else [abs(low), abs(high)]
    begin, end = (f"{round(each, 1):g}" for each in ends)
    if first != last:
        return f"{begin}° {first} – {end}° {last}"
    return f"{begin}° {first}" if begin == end else f"{begin}–{end}° {first}"
