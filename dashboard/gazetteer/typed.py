"""A place as a person types it: a name, coordinates as geopy reads them, or a name and its coordinates."""

from __future__ import annotations

import re

from geopy.point import Point

from dashboard.gazetteer.family import Gazetteers
from dashboard.model import Place

_MINUTES = r"(?:\s*°(?:\s*\d{1,2}(?:\.\d+)?\s*['′](?:\s*\d{1,2}(?:\.\d+)?\s*[\"″])?)?)?"
_COORDINATES = re.compile(
    rf"(?P<lat>[+-]?\d{{1,2}}(?:\.\d+)?){_MINUTES}\s*[NSns]?(?:\s*[,;]\s*|\s+)"
    rf"(?P<lon>[+-]?\d{{1,3}}(?:\.\d+)?){_MINUTES}\s*[EWew]?"
)
"""Latitude, then longitude; a decimal comma is none, since nobody could tell it from the one between the two."""


def typed_places(gazetteers: Gazetteers, text: str, *, when: int | None = None) -> tuple[Place, ...]:
    """The places the words may mean, the likeliest first; none where nobody knows them.

    Coordinates (“38.08, 46.29”, “38°05′N 46°17′E”, “Serkin @ 38.08, 46.29”) give one place without a gazetteer's id.
    Raises GazetteerError where the online member is asked and cannot be reached.
    """
    name, at, coordinates = text.rpartition("@")
    point = _point(coordinates)
    if point:
        label = name.strip() if at else text.strip()
        return (Place("", label, round(point.latitude, 5), round(point.longitude, 5), "site"),)
    return gazetteers.alternatives(" ".join(text.split()), when=when) if text.strip() else ()


def _point(text: str) -> Point | None:
    """The point that the text is, if it is nothing but coordinates of this earth."""
    match = _COORDINATES.fullmatch(text.strip())
    if not match or abs(float(match["lat"])) >= 90 or abs(float(match["lon"])) > 180:
        return None
    try:
        return Point.from_string(text.strip().upper().replace("′", "'").replace("″", '"'))
    except ValueError:
        return None
