"""Places: the rows of the map, and one place with what happened there and where it is only spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas

from dashboard.datespan import Day
from dashboard.model import Place
from dashboard.queries.columns import PLACE_COLUMNS, frame
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

MOST_READINGS = 50
"""Ways in which one place is read that are looked at."""

_FIND = """
WITH shown AS (SELECT number, id, documents FROM events WHERE {where}),
shown_documents AS (SELECT DISTINCT unnest(documents) AS id FROM shown),
happened AS (
    SELECT p.place, list(DISTINCT s.id ORDER BY s.id) AS ids, list(DISTINCT p.as_written) AS written
    FROM event_places AS p JOIN shown AS s ON s.number = p.event GROUP BY p.place
),
named AS (
    SELECT m.place, list(DISTINCT s.id ORDER BY s.id) FILTER (s.id IS NOT NULL) AS ids,
        list(DISTINCT m.text) AS written, count(*) AS mentions
    FROM mentions AS m JOIN documents AS d ON d.number = m.document LEFT JOIN shown AS s ON s.number = m.lights
    WHERE m.place IS NOT NULL AND {documents} GROUP BY m.place
)
SELECT p.id, p.name, list_sort(list_distinct(list_filter(
        list_concat(coalesce(h.written, []), coalesce(n.written, [])), lambda written: written <> ''))) AS as_written,
    p.lat, p.lon, p.kind::VARCHAR AS kind, p.country, p.radius_km, p.source, coalesce(h.ids, []) AS event_ids,
    list_filter(coalesce(n.ids, []), lambda each: NOT list_contains(coalesce(h.ids, []), each)) AS spoken_ids,
    coalesce(n.mentions, 0) AS mentions
FROM places AS p LEFT JOIN happened AS h ON h.place = p.id LEFT JOIN named AS n ON n.place = p.id
WHERE (len(coalesce(h.ids, [])) > 0 OR len(coalesce(n.ids, [])) > 0 OR {unlinked}) AND {wanted} ORDER BY p.name, p.id
"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage that only mentions a place, and the event it leads to."""

    document_id: str
    start: int
    end: int
    """Offsets of the place's name."""
    sentence_start: int
    sentence: str
    event_id: str
    """The event whose evidence shares the passage, else the document's own occasion; empty for none."""
    shares_passage: bool
    """False where the event is only the document's own occasion (“spoken of on 19 December 1945”)."""


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """A place, the events that happened there, and the passages that only speak of it."""

    id: str
    name: str
    as_written: tuple[str, ...]
    kind: str
    country: str
    lat: float
    lon: float
    radius_km: float
    source: str
    basis: tuple[str, ...]
    """How it is known, in the words of its mentions, the commonest first."""
    alternatives: tuple[str, ...]
    """Ids of other readings of its names, the likeliest first."""
    year: int | None
    """Of the first document that names it: the year by which its names are read."""
    event_ids: tuple[str, ...]
    """In order of time."""
    spoken: tuple[Spoken, ...]
    """In order of document and text."""


def find_places(atlas: Atlas, filters: Filters = EVERYTHING) -> pandas.DataFrame:
    """The places of the events that pass and of the passages that lead to them, one row a place with PLACE_COLUMNS.

    Without filters, places that lead to no event are there too.
    """
    return _find(atlas, filters, "")


def _find(atlas: Atlas, filters: Filters, place_id: str) -> pandas.DataFrame:
    """The rows of all places, or of one."""
    where, values = filters.where(atlas.matching_events)
    narrowed = bool(filters.active())
    statement = _FIND.format(
        where=where,
        documents="d.id IN (SELECT id FROM shown_documents)" if narrowed else "true",
        unlinked="false" if narrowed else "n.mentions > 0",
        wanted="p.id = ?" if place_id else "true",
    )
    return frame(atlas.table(statement, [*values, place_id] if place_id else values), PLACE_COLUMNS)


def place_detail(atlas: Atlas, place_id: str, filters: Filters = EVERYTHING) -> PlaceDetail | None:
    """A place with its events and passages among what the filters show; None where the atlas has none of that id."""
    chosen = _find(atlas, filters, place_id) if place_id else pandas.DataFrame()
    if chosen.empty:
        return None
    row, readings = chosen.iloc[0], _readings(atlas, place_id)
    return PlaceDetail(
        id=place_id,
        name=row["name"],
        as_written=tuple(row["as_written"]),
        kind=row["kind"],
        country=row["country"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]),
        source=row["source"],
        basis=tuple(dict.fromkeys(each.basis for each in readings if each.basis)),
        alternatives=tuple(dict.fromkeys(other for each in readings for other in each.alternatives)),
        year=_year(atlas, place_id),
        event_ids=_in_time(atlas, row["event_ids"]),
        spoken=_spoken(atlas, place_id, row["event_ids"], row["spoken_ids"], narrowed=bool(filters.active())),
    )


def _readings(atlas: Atlas, place_id: str) -> list[Place]:
    """The place as its mentions read it, each way once, the commonest first; at most MOST_READINGS."""
    rows = atlas.rows(
        "SELECT value FROM mentions WHERE place = ? GROUP BY value ORDER BY count(*) DESC, min(document), min(start)"
        " LIMIT ?",
        [place_id, MOST_READINGS],
    )
    return [decode(Place, value) for (value,) in rows]


def _year(atlas: Atlas, place_id: str) -> int | None:
    """The year of the first document that names the place; None where none is dated."""
    ((earliest,),) = atlas.rows(
        "SELECT min(d.earliest) FROM mentions AS m JOIN documents AS d ON d.number = m.document WHERE m.place = ?",
        [place_id],
    )
    return None if earliest is None else Day.of_number(earliest).year


def _in_time(atlas: Atlas, event_ids: Sequence[str]) -> tuple[str, ...]:
    """The events in the order of time."""
    statement = "SELECT id FROM events WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY number"
    return tuple(event_id for (event_id,) in atlas.rows(statement, [list(event_ids)]))


def _spoken(
    atlas: Atlas, place_id: str, happened: Sequence[str], spoken: Sequence[str], *, narrowed: bool
) -> tuple[Spoken, ...]:
    """Where the place is only spoken of: each mention with its sentence and the event it lights up."""
    rows = atlas.rows(
        "SELECT d.id, m.start, m.stop, m.sentence_start,"
        " substring(d.text, m.sentence_start + 1, m.sentence_stop - m.sentence_start), coalesce(e.id, ''), m.shares"
        " FROM mentions AS m JOIN documents AS d ON d.number = m.document LEFT JOIN events AS e ON e.number = m.lights"
        " WHERE m.place = ? ORDER BY d.number, m.start",
        [place_id],
    )
    return tuple(Spoken(*row) for row in rows if row[5] not in happened and (not narrowed or row[5] in spoken))
