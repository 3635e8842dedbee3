"""Entries: the events that pass, one after the other, each with its words, its quotations and their sources.

For exports: a million events go through without being held together. What is remembered grows with the number of
documents, not with that of the events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.errors import AtlasError
from dashboard.model import Document, Event
from dashboard.queries.filters import Filters
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

AT_A_TIME = 1000
"""Events read in one go."""
AROUND = 64
"""Characters kept before and after a quotation, by which it can be found again in a changed text."""

Source = Document
"""A document with its record and its pages, but without text, notes and sections."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a document that say so, with what stands around them and the page they begin on."""

    source: Source
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    page: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its words and its quotations."""

    event: Event
    date_text: str
    """The date in words."""
    date_basis: str
    """One sentence on how it is known."""
    told_by: str
    checked: str
    place_text: str
    topics: tuple[str, ...]
    """What the topics are called."""
    countries: tuple[str, ...]
    """The names of the countries at the time of the event."""
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The events that pass, in order of time; each time they are gone through they are read anew."""

    atlas: Atlas
    filters: Filters

    def __iter__(self) -> Iterator[Entry]:
        known: dict[str, Source] = {}
        labels = dict(self.atlas.rows("SELECT key, label FROM labels WHERE field = 'topics'"))
        for rows in _batches(self.atlas, self.filters):
            events = [decode(Event, row[0]) for row in rows]
            quoted = _quotations(self.atlas, events, known)
            for event, row, found in zip(events, rows, quoted, strict=True):
                _, date_text, date_basis, told_by, checked, place_text, names, _ = row
                topics = tuple(labels.get(key, key) for key in event.topics)
                words = (date_text, date_basis, told_by, checked, place_text, topics, tuple(names))
                yield Entry(event, *words, tuple(found))


_ROWS = "SELECT value, date_text, date_basis, told_by, checked, place_text, country_names, number FROM events WHERE "


def _batches(atlas: Atlas, filters: Filters) -> Iterator[list[tuple[Any, ...]]]:
    """The rows in order, some at a time; raises AtlasError where the atlas is replaced in between."""
    where, values = filters.where(atlas.matching_events)
    build, last = atlas.build, -1
    while True:
        statement = f"{_ROWS} ({where}) AND number > ? ORDER BY number LIMIT {AT_A_TIME}"
        rows = atlas.rows(statement, [*values, last])
        if atlas.build != build:
            raise AtlasError("The atlas was replaced while it was being exported; export again.")
        if not rows:
            return
        yield rows
        last = rows[-1][-1]


_QUOTED = f"""
SELECT substring(d.text, e.start + 1, e.stop - e.start),
    substring(d.text, greatest(e.start - {AROUND}, 0) + 1, least({AROUND}, e.start)),
    substring(d.text, e.stop + 1, {AROUND})
FROM (SELECT generate_subscripts($1::VARCHAR[], 1) AS number, unnest($1::VARCHAR[]) AS id,
    unnest($2::INTEGER[]) AS start, unnest($3::INTEGER[]) AS stop) AS e
JOIN documents AS d ON d.id = e.id ORDER BY e.number
"""  # noqa: S608 - our own number


def _quotations(atlas: Atlas, events: Sequence[Event], known: dict[str, Source]) -> Iterator[list[Quotation]]:
    """For each event, the words of its evidence."""
    spans = [span for event in events for span in event.evidence]
    missing = {span.document_id for span in spans} - known.keys()
    known |= _read(atlas, "id IN (SELECT unnest(?::VARCHAR[]))", [list(missing)])
    bound = [[span.document_id for span in spans], [span.start for span in spans], [span.end for span in spans]]
    texts = atlas.rows(_QUOTED, bound)
    found = (
        Quotation(at := known[span.document_id], span.start, span.end, exact, before, after, at.page_at(span.start))
        for span, (exact, before, after) in zip(spans, texts, strict=True)
    )
    for event in events:
        yield list(islice(found, len(event.evidence)))


def sources(atlas: Atlas, filters: Filters) -> dict[str, Source]:
    """The documents that hold evidence of the events that pass, by id, in reading order; all where nothing narrows."""
    if not filters.active():
        return _read(atlas, "true", [])
    where, values = filters.where(atlas.matching_events)
    return _read(atlas, f"id IN (SELECT unnest(documents) FROM events WHERE {where})", values)  # noqa: S608 - values are bound


def _read(atlas: Atlas, condition: str, values: Sequence[object]) -> dict[str, Source]:
    """The documents without their text; their date is the one found where the catalogue gives none."""
    rows = atlas.rows(f"SELECT id, value, date FROM documents WHERE {condition} ORDER BY number", values)  # noqa: S608 - values are bound
    found = {}
    for key, value, date in rows:
        source = decode(Document, value)
        dated = decode(DateSpan, date) if date else source.date
        found[key] = replace(source, text="", notes=(), sections=(), date=dated)
    return found
