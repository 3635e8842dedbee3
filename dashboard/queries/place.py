"""One place: what happened there, where it is only spoken of, and the event it lights up.

A capital has thousands of events: they are counted, and the first of them listed.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.datespan import Day
from dashboard.model import Place
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

MOST_LISTED = 60
"""Events, and passages, of one place that are listed."""
MOST_READINGS = 50
"""Ways in which one place is read that are looked at."""

_HAPPENED = """
WITH shown AS (SELECT number, id FROM events WHERE {where}),
happened AS (
    SELECT DISTINCT s.number, s.id FROM event_places AS p JOIN shown AS s ON s.number = p.event WHERE p.place = ?
)
"""
_SPOKEN = f"""{_HAPPENED},
spoken AS (
    SELECT m.*, d.position, coalesce(s.id, '') AS event
    FROM mentions AS m JOIN documents AS d ON d.number = m.document LEFT JOIN shown AS s ON s.number = m.lights
    WHERE m.place = ? AND (s.number IS NULL OR s.number NOT IN (SELECT number FROM happened)) AND {{kept}}
)
"""  # noqa: S608 - values are bound


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
    rivals: int
    """How many other places its names may mean as well as it."""
    basis: tuple[str, ...]
    """How it is known, in the words of its mentions, the commonest first."""
    alternatives: tuple[str, ...]
    """Ids of other readings of its names, the likeliest first."""
    year: int | None
    """Of the first document that names it: the year by which its names are read."""
    events: int
    """How many happened here."""
    event_ids: tuple[str, ...]
    """Of these the first in time, at most MOST_LISTED."""
    passages: int
    """How often it is only spoken of."""
    spoken: tuple[Spoken, ...]
    """Of these passages the first in order of document and text, at most MOST_LISTED."""


def place_detail(atlas: Atlas, place_id: str, filters: Filters = EVERYTHING) -> PlaceDetail | None:
    """A place with its events and passages among what the filters show; None where they show nothing of it."""
    rows = atlas.rows(
        "SELECT name, kind::VARCHAR, country, lat, lon, radius_km, source, rivals FROM places WHERE id = ?", [place_id]
    )
    events, event_ids = _happened(atlas, place_id, filters) if rows else (0, ())
    passages, spoken = _spoken(atlas, place_id, filters) if rows else (0, ())
    if not events and not passages:
        return None
    readings = _readings(atlas, place_id)
    name, kind, country, lat, lon, radius_km, source, rivals = rows[0]
    return PlaceDetail(
        id=place_id,
        name=name,
        as_written=_written(atlas, place_id, filters),
        kind=kind,
        country=country,
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        source=source,
        rivals=rivals,
        basis=tuple(dict.fromkeys(each.basis for each in readings if each.basis)),
        alternatives=tuple(dict.fromkeys(other for each in readings for other in each.alternatives)),
        year=_year(atlas, place_id),
        events=events,
        event_ids=event_ids,
        passages=passages,
        spoken=spoken,
    )


def _happened(atlas: Atlas, place_id: str, filters: Filters) -> tuple[int, tuple[str, ...]]:
    """How many events happened there, and the first in order of time."""
    where, values = filters.where(atlas.matching_events)
    statement = f"{_HAPPENED.format(where=where)} SELECT id, count(*) OVER () FROM happened ORDER BY number LIMIT ?"  # noqa: S608 - values are bound
    rows = atlas.rows(statement, [*values, place_id, MOST_LISTED])
    return (rows[0][1] if rows else 0), tuple(event_id for event_id, _ in rows)


def _spoken(atlas: Atlas, place_id: str, filters: Filters) -> tuple[int, tuple[Spoken, ...]]:
    """How often it is only spoken of, and the first passages: each with its sentence and the event it lights up."""
    where, values = filters.where(atlas.matching_events)
    kept = "s.id IS NOT NULL" if filters.active() else "true"
    statement = f"""
        {_SPOKEN.format(where=where, kept=kept)}
        SELECT d.id, m.start, m.stop, m.sentence_start,
            substring(d.text, m.sentence_start + 1, m.sentence_stop - m.sentence_start), m.event, m.shares, m.number
        FROM (SELECT *, count(*) OVER () AS number FROM spoken ORDER BY position, start LIMIT ?) AS m
            JOIN documents AS d ON d.number = m.document ORDER BY m.position, m.start
    """  # noqa: S608 - values are bound
    rows = atlas.rows(statement, [*values, place_id, place_id, MOST_LISTED])
    return (rows[0][-1] if rows else 0), tuple(Spoken(*row[:-1]) for row in rows)


def _written(atlas: Atlas, place_id: str, filters: Filters) -> tuple[str, ...]:
    """The spellings in what is shown, in order of the alphabet."""
    where, values = filters.where(atlas.matching_events)
    shown = f"SELECT number FROM events WHERE {where}"  # noqa: S608 - values are bound
    named = f"lights IN ({shown})" if filters.active() else "true"
    statement = (
        f"SELECT as_written FROM event_places WHERE place = ? AND event IN ({shown})"  # noqa: S608 - values are bound
        f" UNION SELECT text FROM mentions WHERE place = ? AND {named} ORDER BY 1"
    )
    rows = atlas.rows(statement, [place_id, *values, place_id, *(values if filters.active() else [])])
    return tuple(written for (written,) in rows if written)


def lit_event(atlas: Atlas, place_id: str, filters: Filters, asked: str) -> str:
    """The event a place lights up: of those that happened there, else of those whose passage names it, the one asked
    for, else the first; the one asked for where there is none.
    """
    where, values = filters.where(atlas.matching_events)
    statement = f"""
        {_SPOKEN.format(where=where, kept="s.id IS NOT NULL")}
        SELECT id FROM (
            SELECT id, 1 AS choice, number AS place, 0 AS start FROM happened
            UNION ALL SELECT event, 2, position, start FROM spoken
        ) ORDER BY choice, id <> ?, place, start LIMIT 1
    """  # noqa: S608 - values are bound
    rows = atlas.rows(statement, [*values, place_id, place_id, asked])
    return str(rows[0][0]) if rows else asked


def _readings(atlas: Atlas, place_id: str) -> list[Place]:
    """The place as its mentions read it, each way once, the commonest first; at most MOST_READINGS."""
    rows = atlas.rows(
        "SELECT m.value FROM mentions AS m JOIN documents AS d ON d.number = m.document WHERE m.place = ?"
        " GROUP BY m.value ORDER BY count(*) DESC, min(position), min(start) LIMIT ?",
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
