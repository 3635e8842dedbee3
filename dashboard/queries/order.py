"""The order of events: where one stands in time among those shown, its neighbours, a page of rows, which to begin with.

Each asks the atlas for the few rows it is about, however many events pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas

from dashboard.queries.columns import EVENT_COLUMNS, frame
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas

_COLUMNS = ", ".join(EVENT_COLUMNS)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an event stands among those that pass."""

    events: int
    """How many pass."""
    at: int
    """From 0; -1 where the event is not among them."""
    earlier: str
    """Id of the event before; empty for the first, and for one that is not among them."""
    later: str
    """Id of the event after; of the first of all for one that is not among them."""

    @property
    def among(self) -> bool:
        """Whether the event passes."""
        return self.at >= 0


def standing(atlas: Atlas, filters: Filters, event_id: str) -> Standing:
    """Where the event of that id (or of an id merged into it) stands; found by number, without reading the rows."""
    where, values = filters.where(atlas.matching_events)
    statement = f"""
        WITH chosen AS (SELECT coalesce((SELECT event FROM event_ids WHERE id = ?), -1) AS number),
        found AS (
            SELECT count(*) AS events, coalesce(bool_or(e.number = c.number), false) AS among,
                count(*) FILTER (e.number < c.number) AS before, max(e.number) FILTER (e.number < c.number) AS earlier,
                min(e.number) FILTER (e.number > c.number) AS later, min(e.number) AS first
            FROM (SELECT number FROM events WHERE {where}) AS e, chosen AS c
        )
        SELECT events, among, before,
            (SELECT id FROM events WHERE number = CASE WHEN among THEN earlier END),
            (SELECT id FROM events WHERE number = CASE WHEN among THEN later ELSE first END)
        FROM found
    """  # noqa: S608 - values are bound
    ((events, among, before, earlier, later),) = atlas.rows(statement, [event_id, *values])
    return Standing(events, before if among else -1, earlier or "", later or "")


SORTS = {
    "date": "number",
    "title": "lower(title)",
    "place": "lower(place_text)",
    "countries": "lower(array_to_string(country_names, ' '))",
    "topics": "array_to_string(topics, ' ')",
    "told_by": "lower(told_by)",
}
"""What a table of events can be sorted by; “-” before it turns the order round."""


def event_page(atlas: Atlas, filters: Filters, page: int, rows: int, sort: str = "date") -> pandas.DataFrame:
    """So many of the events that pass, from page times rows on, with EVENT_COLUMNS; what says nothing comes last."""
    where, values = filters.where(atlas.matching_events)
    column, way = SORTS[sort.removeprefix("-")], "DESC" if sort.startswith("-") else "ASC"
    order = f"{column}::VARCHAR = '', {column} {way}, number {way}"
    statement = (
        f"SELECT {_COLUMNS} FROM events WHERE number IN"  # noqa: S608 - values are bound
        f" (SELECT number FROM events WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}"
    )
    return frame(atlas.table(statement, [*values, rows, page * rows]), EVENT_COLUMNS)


def first_event(atlas: Atlas, filters: Filters = EVERYTHING) -> str:
    """The event to begin with: what the document that most events are told in is itself (the meeting held, the letter
    sent), else that of the next document; without any, the event with most evidence. Empty where there is none.
    """
    where, values = filters.where(atlas.matching_events)
    statement = f"""
        WITH passing AS (SELECT number, id, documents, evidence FROM events WHERE {where}),
        told AS (
            SELECT document, count(*) AS events, min(number) AS first
            FROM (SELECT unnest(documents) AS document, number FROM passing) GROUP BY document
        )
        (SELECT d.occasion, 1 AS choice FROM told AS t JOIN documents AS d ON d.id = t.document
            WHERE d.occasion IN (SELECT id FROM passing) ORDER BY t.events DESC, t.first LIMIT 1)
        UNION ALL (SELECT id, 2 FROM passing ORDER BY evidence DESC, number LIMIT 1)
        ORDER BY choice LIMIT 1
    """  # noqa: S608 - values are bound
    rows = atlas.rows(statement, values)
    return str(rows[0][0]) if rows else ""
