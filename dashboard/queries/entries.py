"""Entries: the events that pass, one after the other, each with its words, its quotations and their sources.

For exports: a million events go through without being held together, and no more documents than there is room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.errors import AtlasError
from dashboard.model import Document, Event, Evidence
from dashboard.queries.filters import Filters
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

AT_A_TIME = 1000
"""Events read in one go."""
ROOM = 10_000_000
"""Characters of documents kept in memory; past that, documents no longer at hand are read again."""
MOST_SOURCES = 2000
"""Documents whose records are kept in memory; in order of time, those of long ago are not asked for again."""
AROUND = 64
"""Characters kept before and after a quotation, by which it can be found again in a changed text."""

Source = Document
"""A document with its record, its pages and where its notes stand, but without text and sections."""


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
        reader = _Reader(self.atlas)
        for rows in _batches(self.atlas, self.filters):
            yield from reader.entries(rows)


def entries_of(atlas: Atlas, ids: Sequence[str]) -> dict[str, Entry]:
    """The events of those ids, by the id asked for, which may be that of an event merged into another.

    An id that the atlas does not know is not there. All are held in memory.
    """
    known = dict(atlas.rows("SELECT id, event FROM event_ids WHERE id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)]))
    rows = atlas.rows(f"{_ROWS} number IN (SELECT unnest(?::INTEGER[]))", [list(known.values())])
    found = {row[-1]: entry for row, entry in zip(rows, _Reader(atlas).entries(rows), strict=True)}
    return {each: found[known[each]] for each in ids if each in known}


def quotations_of(atlas: Atlas, spans: Sequence[Evidence]) -> tuple[Quotation, ...]:
    """The words of any spans of documents, in the order given; those of documents that are not there are left out."""
    library = _Library(atlas)
    library.fetch({span.document_id for span in spans})
    return tuple(library.quotation(span) for span in spans if span.document_id in library.texts)


_ROWS = "SELECT value, date_text, date_basis, told_by, checked, place_text, country_names, number FROM events WHERE "


class _Reader:
    """Makes entries of the rows of the table `events`."""

    def __init__(self, atlas: Atlas) -> None:
        self._library = _Library(atlas)
        self._labels = dict(atlas.rows("SELECT key, label FROM labels WHERE field = 'topics'"))

    def entries(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[Entry]:
        """An entry for each row."""
        events = [decode(Event, row[0]) for row in rows]
        self._library.fetch({span.document_id for event in events for span in event.evidence})
        for event, row in zip(events, rows, strict=True):
            _, date_text, date_basis, told_by, checked, place_text, names, _ = row
            topics = tuple(self._labels.get(key, key) for key in event.topics)
            words = (date_text, date_basis, told_by, checked, place_text, topics, tuple(names))
            yield Entry(event, *words, tuple(map(self._library.quotation, event.evidence)))


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


@dataclass(slots=True)
class _Library:
    """The documents read last: their records and their texts as far as there is room."""

    atlas: Atlas
    sources: dict[str, Source] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def fetch(self, ids: set[str]) -> None:
        """Have the documents at hand."""
        if len(self.sources) > MOST_SOURCES:
            self.sources = {key: source for key, source in self.sources.items() if key in ids}
        if unknown := list(ids - self.sources.keys()):
            self.sources |= _read(self.atlas, _AMONG, [unknown])
        if sum(map(len, self.texts.values())) > ROOM:
            self.texts = {key: text for key, text in self.texts.items() if key in ids}
        if missing := list(ids - self.texts.keys()):
            self.texts |= dict(self.atlas.rows(f"SELECT id, text FROM documents WHERE {_AMONG}", [missing]))  # noqa: S608 - values are bound

    def quotation(self, span: Evidence) -> Quotation:
        """The words of a span of a document at hand."""
        source, text = self.sources[span.document_id], self.texts[span.document_id]
        before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
        page = source.printed_on(span.start)
        return Quotation(source, span.start, span.end, text[span.start : span.end], before, after, page)


_AMONG = "id IN (SELECT unnest(?::VARCHAR[]))"


def sources(atlas: Atlas, filters: Filters) -> dict[str, Source]:
    """The documents that hold evidence of the events that pass, by id, in reading order; all where nothing narrows."""
    if not filters.active():
        return _read(atlas, "true", [])
    where, values = filters.where(atlas.matching_events)
    return _read(atlas, f"id IN (SELECT unnest(documents) FROM events WHERE {where})", values)  # noqa: S608 - values are bound


@dataclass(frozen=True)
class Sources(Mapping[str, Source]):
    """The same, read when they are first asked for: a long list of events needs none of them."""

    atlas: Atlas
    filters: Filters

    @cached_property
    def _found(self) -> dict[str, Source]:
        return sources(self.atlas, self.filters)

    def __getitem__(self, key: str) -> Source:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _read(atlas: Atlas, condition: str, values: Sequence[object]) -> dict[str, Source]:
    """The documents without their text; their date is the one found where the catalogue gives none."""
    rows = atlas.rows(f"SELECT id, value, date FROM documents WHERE {condition} ORDER BY number", values)  # noqa: S608 - values are bound
    found = {}
    for key, value, date in rows:
        source = decode(Document, value)
        dated = decode(DateSpan, date) if date else source.date
        found[key] = replace(source, text="", sections=(), date=dated)
    return found
