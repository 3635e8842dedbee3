"""The locator map of an event: where its places are, with enough coast around them to be recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

import pandas as pd

from dashboard.export.look import Look
from dashboard.export.pictures.picture import framed
from dashboard.export.pictures.still_map import StillMap
from dashboard.model import Place
from dashboard.queries import PlaceDetail
from dashboard.views.map_places import located_rows

UNIT = 1.5
"""Pixels a unit of the drawing: the lettering is 20 pixels, 15 point, on the slide."""
LEAST_KM = 2400.0
"""What the map shows of the world at least."""
ROOM = 2.6
"""How many times its reach the map shows of an area at least."""


class Spot(NamedTuple):
    """What the map needs to know of a place; the same for one place in the words of several documents."""

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    radius_km: float


def spot_of(place: Place | PlaceDetail) -> Spot:
    """The place as the map needs it."""
    return Spot(place.id, place.name, place.lat, place.lon, place.kind, place.radius_km)


def locator(spots: Sequence[Spot], look: Look, width: float, height: float) -> bytes | None:
    """A PNG of so many pixels at scale 1; None where no place has coordinates."""
    drawing = drawn_spots(spots, look, width / UNIT, height / UNIT)
    return None if drawing is None else framed(drawing, width, height, UNIT)


def drawn_spots(spots: Sequence[Spot], look: Look, width: float, height: float) -> Element | None:
    """The map in so many units; None where no place has coordinates."""
    rows, _ = located_rows(pd.DataFrame([_row(spot) for spot in spots]))
    if not rows:
        return None
    widest = max(row["radius_km"] for row in rows)
    drawing = StillMap(
        rows,
        {},
        look.theme,
        width,
        height,
        selected=[row["id"] for row in rows],
        least_km=max(LEAST_KM, ROOM * widest),
    )
    return drawing.group


def _row(spot: Spot) -> dict[str, object]:
    return {**spot._asdict(), "event_ids": [spot.id], "mentions": 0}
