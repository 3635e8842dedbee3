"""GeoJSON (RFC 7946): one feature an event, its places as points; any map program opens it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.export.json_text import streamed
from dashboard.export.selection import Selection
from dashboard.export.tables import COLUMNS, ROWS, values_of
from dashboard.model import Place
from dashboard.store.tables import batches

_OWN = {"latitude", "longitude", "coordinates", "id"}
"""Columns that GeoJSON has members of its own for."""
_PROPERTIES = tuple(column for column in COLUMNS if column.name not in _OWN)
_NAMES = tuple(column.name for column in _PROPERTIES)


def write_geojson(selection: Selection) -> Iterator[bytes]:
    """A FeatureCollection; caption, what was left out and citations are members of their own (section 6.1).

    Coordinates are WGS 84, longitude first, and the form has no “crs” (section 4). Events without a place stay, with
    no geometry (section 3.2). The columns of the tidy table are the properties.
    """
    head = {
        "type": "FeatureCollection",
        "caption": selection.caption,
        "left_out": selection.left_out,
        "sources": selection.citations(),
    }
    return streamed(head, "features", _features(selection))


def _features(selection: Selection) -> Iterator[dict[str, Any]]:
    for entries in batches(selection.entries, ROWS):
        columns = [values_of(column, entries) for column in _PROPERTIES]
        for entry, *values in zip(entries, *columns, strict=True):
            yield {
                "type": "Feature",
                "id": entry.event.id,
                "geometry": geometry(entry.event.places),
                "properties": dict(zip(_NAMES, values, strict=True)),
            }


def geometry(places: Sequence[Place]) -> dict[str, Any] | None:
    """A point, several points, or nothing."""
    points = [position(place) for place in places]
    if len(points) < 2:
        return {"type": "Point", "coordinates": points[0]} if points else None
    return {"type": "MultiPoint", "coordinates": points}


def position(place: Place) -> list[float]:
    """Longitude and latitude, to a tenth of a metre (section 11.2)."""
    return [round(place.lon, 6), round(place.lat, 6)]
