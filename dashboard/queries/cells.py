"""Cells: the events counted by squares of the map, for a map of very many; finer as one comes nearer.

Only places that are marked as a point count (settlements, sites): countries, regions and seas are lettered over their
extent and listed apart. Squares are those of Web Mercator, each halved in both directions by the next level.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.model import EVENT_FAMILIES
from dashboard.queries.area import Box
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.queries.passing import passing, spots_within
from dashboard.store.atlas import Atlas
from dashboard.store.columns import Columns, Numbers, PlaceColumns

MOST_CELLS = 400
"""Squares of one view, the fullest first: more cannot be told apart."""
MOST_AREAS = 60
FINEST = 14

WORLD: Box = (-90.0, -180.0, 90.0, 180.0)


class Cell(NamedTuple):
    """A square with its events, and the place in it where most of them happened."""

    x: int
    y: int
    """Which square of the level, from the west and from the north."""
    events: int
    """How many different events happened in it."""
    families: tuple[int, ...]
    """The same by family, in the order of EVENT_FAMILIES."""
    places: int
    place: str
    """Id of the place where most happened; of the only one, where it is alone."""
    name: str
    lat: float
    lon: float
    box: Box
    """The least rectangle around the places."""


class PlaceCount(NamedTuple):
    """A place, and how many of the events that pass happened there."""

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    radius_km: float
    events: int


def count_cells(atlas: Atlas, filters: Filters = EVERYTHING, level: int = 4, box: Box = WORLD) -> tuple[Cell, ...]:
    """The squares of a level (the world is 2 to the power of `level` squares wide) within a box that hold events."""
    columns, shown = passing(atlas, filters)
    happened, across = columns.coded["places"], 2 ** max(0, min(level, FINEST))
    seen = spots_within(columns, box)[happened.codes] & shown[happened.events]
    events_at = np.bincount(happened.codes[seen], minlength=len(happened.keys))
    spots = np.flatnonzero(events_at)
    if not len(spots):
        return ()
    squares, square = np.unique(_squares(columns.places, spots, across), return_inverse=True)
    square_of = np.zeros(len(happened.keys), np.int64)
    square_of[spots] = square
    families = _families(columns, square_of[happened.codes[seen]], happened.events[seen], len(squares))
    by_square = np.lexsort((-events_at[spots], square))
    spots, begins = spots[by_square], np.flatnonzero(np.diff(square[by_square], prepend=-1))
    heads, places = spots[begins], np.diff(begins, append=len(spots))
    lat, lon = columns.places.lat, columns.places.lon
    edges = [least(at[spots], begins) for least in (np.minimum.reduceat, np.maximum.reduceat) for at in (lat, lon)]
    fullest = np.argsort(-families.sum(axis=1), kind="stable")[:MOST_CELLS]
    table = (squares // across, squares % across, families.sum(axis=1), places, heads, lat[heads], lon[heads], *edges)
    return tuple(
        Cell(x, y, events, tuple(kinds), count, happened.keys[head], columns.places.name[head], at, on, tuple(around))
        for (x, y, events, count, head, at, on, *around), kinds in zip(
            zip(*(column[fullest].tolist() for column in table), strict=True), families[fullest].tolist(), strict=True
        )
    )


def _squares(places: PlaceColumns, spots: NDArray[np.int64], across: int) -> NDArray[np.int64]:
    """The square that each spot lies in, counted from north to south, then from west to east."""
    x = np.floor((places.lon[spots] + 180) / 360 * across)
    height = np.arcsinh(np.tan(np.radians(np.clip(places.lat[spots], -85, 85))))
    y = np.floor((0.5 - height / (2 * np.pi)) * across)
    return (x * across + y).astype(np.int64)


def _families(columns: Columns, square: NDArray[np.int64], events: Numbers, squares: int) -> NDArray[np.int64]:
    """How many different events of each family (in the order of EVENT_FAMILIES) happened in each square.

    An event that happened at several places of a square is counted once.
    """
    pairs = np.sort(square * columns.events + events)
    square, events = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], columns.events)
    family = columns.coded["family"]
    rank = np.fromiter(map(EVENT_FAMILIES.index, family.keys), np.int64, len(family.keys))
    kinds = square * len(EVENT_FAMILIES) + rank[family.codes[events]]
    return np.bincount(kinds, minlength=squares * len(EVENT_FAMILIES)).reshape(squares, len(EVENT_FAMILIES))


def count_areas(atlas: Atlas, filters: Filters = EVERYTHING) -> tuple[PlaceCount, ...]:
    """The countries, regions and seas that most events are placed in as a whole."""
    columns, shown = passing(atlas, filters)
    events = columns.coded["places"].counts(shown)
    return _places(columns, np.flatnonzero(~columns.places.marked & (events > 0)), events)


def count_places(atlas: Atlas, filters: Filters, ids: tuple[str, ...]) -> tuple[PlaceCount, ...]:
    """These places, whether something happened there or not."""
    columns, shown = passing(atlas, filters)
    places = columns.coded["places"]
    return _places(columns, np.flatnonzero(places.wanted(ids)), places.counts(shown))


def _places(columns: Columns, codes: NDArray[np.int64], events: NDArray[np.int64]) -> tuple[PlaceCount, ...]:
    """The places of these codes, those with most events first; `events` counts those of all places."""
    places, keys = columns.places, columns.coded["places"].keys
    return tuple(
        PlaceCount(
            id=keys[code],
            name=places.name[code],
            lat=float(places.lat[code]),
            lon=float(places.lon[code]),
            kind=places.kind[code],
            radius_km=float(places.radius_km[code]),
            events=int(events[code]),
        )
        for code in codes[np.argsort(-events[codes], kind="stable")][:MOST_AREAS].tolist()
    )
