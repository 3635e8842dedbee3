"""Cells: the events counted by squares of the map, in the database, for a map of very many; finer as one comes nearer.

Only places that are marked as a point count (settlements, sites): countries, regions and seas are lettered over their
extent and listed apart. Squares are those of Web Mercator, each halved in both directions by the next level.
"""

from __future__ import annotations

from typing import NamedTuple

from dashboard.queries.area import SPOT, Box
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas

FAMILIES = ("meeting", "agreement", "war", "message", "other")
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
    """The same by family, in the order of FAMILIES."""
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


_X = "floor((lon + 180) / 360 * ?)::INTEGER"
_Y = "floor((0.5 - asinh(tan(radians(greatest(least(lat, 85), -85)))) / (2 * pi())) * ?)::INTEGER"


def count_cells(atlas: Atlas, filters: Filters = EVERYTHING, level: int = 4, box: Box = WORLD) -> tuple[Cell, ...]:
    """The squares of a level (the world is 2 to the power of `level` squares wide) within a box that hold events."""
    where, values = filters.where(atlas.matching_events)
    by_family = ", ".join(f"count(*) FILTER (family = '{family}')" for family in FAMILIES)
    statement = f"""
        WITH spots AS MATERIALIZED (
            SELECT id, name, lat, lon, {_X} AS x, {_Y} AS y FROM places
            WHERE {SPOT} AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
        ),
        shown AS (SELECT number, family FROM events WHERE {where}),
        happened AS MATERIALIZED (
            SELECT DISTINCT e.event, s.family, p.id, p.x, p.y
            FROM event_places AS e JOIN spots AS p ON p.id = e.place JOIN shown AS s ON s.number = e.event
        ),
        counted AS (
            SELECT x, y, count(*) AS events, [{by_family}] AS families
            FROM (SELECT DISTINCT x, y, event, family FROM happened) GROUP BY x, y
        ),
        by_place AS (SELECT id, count(*) AS events FROM happened GROUP BY id),
        heads AS (
            SELECT x, y, count(*) AS places, arg_max(p.id, events) AS id, arg_max(name, events) AS name,
                arg_max(lat, events) AS lat, arg_max(lon, events) AS lon,
                min(lat) AS south, min(lon) AS west, max(lat) AS north, max(lon) AS east
            FROM by_place AS b JOIN spots AS p ON p.id = b.id GROUP BY x, y
        )
        SELECT x, y, events, families, places, id, name, lat, lon, south, west, north, east
        FROM counted JOIN heads USING (x, y) ORDER BY events DESC, x, y LIMIT {MOST_CELLS}
    """  # noqa: S608 - values are bound
    across = 2 ** max(0, min(level, FINEST))
    south, west, north, east = box
    rows = atlas.rows(statement, [across, across, south, north, west, east, *values])
    return tuple(
        Cell(x, y, events, tuple(families), places, place, name, lat, lon, tuple(edges))
        for x, y, events, families, places, place, name, lat, lon, *edges in rows
    )


def count_areas(atlas: Atlas, filters: Filters = EVERYTHING) -> tuple[PlaceCount, ...]:
    """The countries, regions and seas that most events are placed in as a whole."""
    return _places(atlas, filters, f"NOT {SPOT}", [])


def count_places(atlas: Atlas, filters: Filters, ids: tuple[str, ...]) -> tuple[PlaceCount, ...]:
    """These places, whether something happened there or not."""
    return _places(atlas, filters, "id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)], join="LEFT JOIN")


def _places(
    atlas: Atlas, filters: Filters, wanted: str, bound: list[object], join: str = "JOIN"
) -> tuple[PlaceCount, ...]:
    """The places that are wanted, those with most events first."""
    where, values = filters.where(atlas.matching_events)
    statement = f"""
        WITH happened AS (
            SELECT e.place, count(DISTINCT s.number) AS events FROM event_places AS e
            JOIN (SELECT number FROM events WHERE {where}) AS s ON s.number = e.event GROUP BY e.place
        )
        SELECT p.id, p.name, p.lat, p.lon, p.kind::VARCHAR, p.radius_km, coalesce(h.events, 0) AS events
        FROM (SELECT * FROM places WHERE {wanted}) AS p {join} happened AS h ON h.place = p.id
        ORDER BY events DESC, p.id LIMIT {MOST_AREAS}
    """  # noqa: S608 - values are bound
    return tuple(PlaceCount(*row) for row in atlas.rows(statement, [*values, *bound]))
