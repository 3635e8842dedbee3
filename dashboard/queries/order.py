"""The order of events: where one stands in time among those shown, its neighbours, a page of rows, which to begin with.

Each asks the atlas for the few rows it is about, however many events pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas

from dashboard.queries.columns import EVENT_COLUMNS, frame
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.queries.passing import passing
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
    """Where the event of that id (or of an id merged into it) stands."""
    columns, shown = passing(atlas, filters)
    places = np.flatnonzero(shown)
    found = columns.at([number for (number,) in atlas.rows("SELECT event FROM event_ids WHERE id = ?", [event_id])])

    def id_at(at: int) -> str:
        return columns.id(int(places[at])) if 0 <= at < len(places) else ""

    if not shown[found].any():
        return Standing(len(places), -1, "", id_at(0))
    at = int(np.searchsorted(places, found[0]))
    return Standing(len(places), at, id_at(at - 1), id_at(at + 1))


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
    columns, shown = passing(atlas, filters)
    places = np.flatnonzero(shown)
    if not len(places):
        return ""
    documents = columns.coded["documents"]
    told = documents.counts(shown) * np.where(columns.occasions >= 0, shown[columns.occasions], False)
    if told.any():
        fullest = (told == told.max())[documents.codes] & shown[documents.events]
        document = documents.codes[np.argmax(fullest)]  # of several, the one that is told of first
        return columns.id(int(columns.occasions[document]))
    return columns.id(int(places[np.argmax(columns.evidence[places])]))
