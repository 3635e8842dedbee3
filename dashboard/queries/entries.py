"""Entries: the events that pass, one after the other, each with its words, its quotations and their sources.

For exports: a million events go through without being held together, and of the documents only the words quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from dashboard.datespan import DateSpan
from dashboard.errors import AtlasError
from dashboard.model import Document, Event, Evidence
from dashboard.queries.filters import Filters
from dashboard.store.atlas import Atlas
from dashboard.store.behind import one_ahead
from dashboard.store.codec import decode
from dashboard.store.quotations import AROUND, QUOTE_SPANS
from dashboard.store.tables import batches

AT_A_TIME = 2000
"""Events read in one go."""
MOST_SOURCES = 2000
"""Documents whose records are kept in memory; in order of time, those of long ago are not asked for again."""
REPLACED = "The atlas was replaced while it was being exported; export again."

Source = Document
"""A document with its record, its pages and where its parts and notes stand, but without its text."""


class Quotation(NamedTuple):  # made by the hundred thousand: a named tuple takes a third of the time
    """The words of a document that say so, with what stands around them and the page they begin on."""

    source: Source
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    page: str


class Entry(NamedTuple):
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
    rows = atlas.rows(f"{_ROWS} WHERE number IN (SELECT unnest(?::BIGINT[]))", [list(known.values())])
    found = {row[-1]: entry for row, entry in zip(rows, _Reader(atlas).entries(rows), strict=True)}
    return {each: found[known[each]] for each in ids if each in known}


def quotations_of(atlas: Atlas, spans: Sequence[Evidence]) -> tuple[Quotation, ...]:
    """The words of any spans of documents, in the order given; those of documents that are not there are left out."""
    return tuple(filter(None, _Library(atlas).quotations(spans))) if spans else ()


_ROWS = """
    SELECT value, date_text, date_basis, told_by, checked, place_text, country_names, documents, words, number
    FROM events JOIN quotations ON event = number
"""
_AMONG_EVENTS = f"""
    {_ROWS} WHERE number BETWEEN ? AND ? AND event BETWEEN ? AND ? AND number IN (SELECT unnest(?::BIGINT[]))
    ORDER BY number
"""
"""Between the first and the last of them, so that the rest of the table is left alone."""


class _Reader:
    """Makes entries of the rows of the table `events`."""

    def __init__(self, atlas: Atlas) -> None:
        self._library = _Library(atlas)
        self._labels = dict(atlas.rows("SELECT key, label FROM labels WHERE field = 'topics'"))

    def entries(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[Entry]:
        """An entry for each row, made when it is asked for: many values at a time are slow to keep."""
        self._library.fetch({name for row in rows for name in row[7]})
        for value, date_text, date_basis, told_by, checked, place_text, names, _, words, _ in rows:
            event = decode(Event, value)
            topics = tuple([self._labels.get(key, key) for key in event.topics])
            quoted = tuple(filter(None, map(self._library.quotation, event.evidence, words)))
            yield Entry(event, date_text, date_basis, told_by, checked, place_text, topics, tuple(names), quoted)


def _batches(atlas: Atlas, filters: Filters) -> Iterator[list[tuple[Any, ...]]]:
    """The rows in order, some at a time; raises AtlasError where the atlas is replaced in between."""
    where, values = filters.where(atlas.matching_events)
    build = atlas.build
    numbers = atlas.rows(f"SELECT number FROM events WHERE {where} ORDER BY number", values)  # noqa: S608 - values are bound

    def read(among: Sequence[int]) -> list[tuple[Any, ...]]:
        rows = atlas.rows(_AMONG_EVENTS, [*(among[0], among[-1]) * 2, among])
        if atlas.build != build:
            raise AtlasError(REPLACED)
        return rows

    return one_ahead(read, batches([number for (number,) in numbers], AT_A_TIME))


@dataclass(slots=True)
class _Library:
    """The documents that are quoted: the records of those asked for last, and the words of any."""

    atlas: Atlas
    sources: dict[str, Source] = field(default_factory=dict)

    def quotations(self, spans: Sequence[Evidence]) -> Iterator[Quotation | None]:
        """The words of any spans, in the order given; None for a document that is not there."""
        self.fetch({span.document_id for span in spans})
        names, starts, ends = zip(*((each.document_id, each.start, each.end) for each in spans), strict=True)
        texts = dict(self.atlas.rows(QUOTE_SPANS, [list(range(len(spans))), list(names), list(starts), list(ends)]))
        return map(self.quotation, spans, map(texts.get, range(len(spans))))

    def fetch(self, ids: set[str]) -> None:
        """Have the records of the documents at hand."""
        if len(self.sources) > MOST_SOURCES:
            self.sources = {key: source for key, source in self.sources.items() if key in ids}
        if unknown := list(ids - self.sources.keys()):
            self.sources |= _read(self.atlas, _AMONG, [unknown])

    def quotation(self, span: Evidence, text: str | None) -> Quotation | None:
        """The words of a span out of the text around it; the document has been fetched."""
        if text is None:
            return None
        start, end, source = span.start, span.end, self.sources[span.document_id]
        before = min(start, AROUND)
        after = before + end - start
        return Quotation(source, start, end, text[before:after], text[:before], text[after:], source.printed_on(start))


_AMONG = "id IN (SELECT unnest(?::VARCHAR[]))"


def sources(atlas: Atlas, filters: Filters) -> dict[str, Source]:
    """The documents that hold evidence of the events that pass, by id, in reading order; all where nothing narrows."""
    return _read(atlas, *_told_by(atlas, filters))


def _told_by(atlas: Atlas, filters: Filters) -> tuple[str, list[object]]:
    """The condition on `documents` that says so, with its values."""
    if not filters.active():
        return "true", []
    where, values = filters.where(atlas.matching_events)
    return f"id IN (SELECT unnest(documents) FROM events WHERE {where})", values  # noqa: S608 - values are bound


@dataclass(frozen=True)
class Sources(Mapping[str, Source]):
    """The same, read as they are asked for: a long list of events needs none of them, a picture the first few."""

    atlas: Atlas
    filters: Filters

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each stands, by id, in reading order."""
        where, values = _told_by(self.atlas, self.filters)
        rows = self.atlas.rows(f"SELECT id FROM documents WHERE {where} ORDER BY position", values)  # noqa: S608 - values are bound
        return {key: at for at, (key,) in enumerate(rows)}

    @cached_property
    def _found(self) -> dict[str, Source]:
        return {}

    def __getitem__(self, key: str) -> Source:
        at = self._places[key]
        if key not in self._found:
            first = at - at % MOST_SOURCES
            among = list(islice(self._places, first, first + MOST_SOURCES))
            self._found.update(_read(self.atlas, _AMONG, [among]))
        if key not in self._found:
            raise AtlasError(REPLACED)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _read(atlas: Atlas, condition: str, values: Sequence[object]) -> dict[str, Source]:
    """The documents without their text; their date is the one found where the catalogue gives none."""
    rows = atlas.rows(f"SELECT id, value, date FROM documents WHERE {condition} ORDER BY position", values)  # noqa: S608 - values are bound
    return {key: _dated(decode(Document, value), date) for key, value, date in rows}


def _dated(source: Source, date: str | None) -> Source:
    """The document with the date found in it, where catalogue and mark-up give none."""
    return source if source.date or not date else replace(source, date=decode(DateSpan, date))
