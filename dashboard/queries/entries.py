"""Entries: the events that pass, one after the other, each with its words, its quotations and their sources.

For exports: a million events go through without being held together, and of the documents only the words quoted.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.errors import AtlasError
from dashboard.model import Event, Evidence
from dashboard.queries.filters import Filters
from dashboard.queries.passing import passing
from dashboard.queries.sources import REPLACED, Ask, Source, sources_of
from dashboard.store.atlas import Atlas
from dashboard.store.behind import one_ahead
from dashboard.store.codec import decode
from dashboard.store.columns import Mask
from dashboard.store.quotations import AROUND, QUOTE_SPANS
from dashboard.store.reader import Reader

AT_A_TIME = 2000
"""Events read in one go."""
MOST_SOURCES = 2000
"""Documents whose records are kept in memory; in order of time, those of long ago are not asked for again."""
STRETCH = 10_000
"""Events of the atlas, whether they pass or not, after which the reader lets go of what it has read."""


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
        """Raises AtlasError where the atlas is replaced before it begins; one that has begun ends as it began."""
        build, (columns, passes) = self.atlas.build, passing(self.atlas, self.filters)
        with self.atlas.reader() as reader:
            if reader.build.name != build:
                raise AtlasError(REPLACED)
            with closing(_batches(reader, columns.numbers, passes)) as read:
                for batch in read:
                    yield from batch.entries()


def entries_of(atlas: Atlas, ids: Sequence[str]) -> dict[str, Entry]:
    """The events of those ids, by the id asked for, which may be that of an event merged into another.

    An id that the atlas does not know is not there. All are held in memory.
    """
    known = dict(atlas.rows("SELECT id, event FROM event_ids WHERE id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)]))
    rows = atlas.rows(f"{_ROWS} WHERE number IN (SELECT unnest(?::BIGINT[]))", [list(known.values())])
    batch = _batch(rows, _Held(atlas.rows), _labels(atlas.rows))
    found = {row[-1]: entry for row, entry in zip(rows, batch.entries(), strict=True)}
    return {each: found[known[each]] for each in ids if each in known}


def quotations_of(atlas: Atlas, spans: Sequence[Evidence]) -> tuple[Quotation, ...]:
    """The words of any spans of documents, in the order given; those of documents that are not there are left out."""
    if not spans:
        return ()
    held = sources_of(atlas.rows, list({span.document_id for span in spans}))
    names, starts, ends = zip(*((each.document_id, each.start, each.end) for each in spans), strict=True)
    texts = dict(atlas.rows(QUOTE_SPANS, [list(range(len(spans))), list(names), list(starts), list(ends)]))
    return _quotations(spans, map(texts.get, range(len(spans))), held)


_ROWS = """
    SELECT value, date_text, date_basis, told_by, checked, place_text, country_names, documents, words, number
    FROM events JOIN quotations ON event = number
"""
_AMONG = f"""
    {_ROWS} WHERE number BETWEEN ? AND ? AND event BETWEEN ? AND ? AND number IN (SELECT unnest(?::BIGINT[]))
    ORDER BY number
"""
"""Between the first and the last of them, so that the rest of the table is left alone."""


class _Batch(NamedTuple):
    """Rows of events, read together with the documents they name and what topics are called."""

    rows: list[tuple[Any, ...]]
    sources: Mapping[str, Source]
    labels: Mapping[str, str]

    def entries(self) -> Iterator[Entry]:
        """An entry for each row, made when it is asked for: many values at a time are slow to keep."""
        for value, date_text, date_basis, told_by, checked, place_text, names, _, words, _ in self.rows:
            event = decode(Event, value)
            topics = tuple([self.labels.get(key, key) for key in event.topics])
            quoted = _quotations(event.evidence, words, self.sources)
            yield Entry(event, date_text, date_basis, told_by, checked, place_text, topics, tuple(names), quoted)


def _batch(rows: list[tuple[Any, ...]], held: _Held, labels: Mapping[str, str]) -> _Batch:
    return _Batch(rows, held.fetch({name for row in rows for name in row[7]}), labels)


def _batches(reader: Reader, numbers: NDArray[np.int64], passes: Mask) -> Generator[_Batch, None, None]:
    """The events that pass in order, some at a time."""
    held, labels = _Held(reader.rows), _labels(reader.rows)

    def read(part: tuple[bool, list[int]]) -> _Batch:
        opens, among = part
        if opens:
            reader.forget()
        return _batch(reader.rows(_AMONG, [*(among[0], among[-1]) * 2, among]), held, labels)

    return one_ahead(read, _parts(numbers, passes))


def _parts(numbers: NDArray[np.int64], passes: Mask) -> Iterator[tuple[bool, list[int]]]:
    """The numbers of the events that pass, some at a time, and whether they are the first of a stretch of the atlas.

    However few pass, all that lies between two of them has to be gone through to find both.
    """
    for start in range(0, len(numbers), STRETCH):
        found = numbers[start : start + STRETCH][passes[start : start + STRETCH]]
        for first in range(0, len(found), AT_A_TIME):
            yield not first, found[first : first + AT_A_TIME].tolist()


def _labels(ask: Ask) -> dict[str, str]:
    """What topics are called."""
    return dict(ask("SELECT key, label FROM labels WHERE field = 'topics'", ()))


@dataclass(slots=True)
class _Held:
    """The documents asked for last, which the events that follow may name again."""

    ask: Ask
    sources: dict[str, Source] = field(default_factory=dict)

    def fetch(self, ids: set[str]) -> dict[str, Source]:
        """The documents of those ids."""
        if len(self.sources) > MOST_SOURCES:
            self.sources = {key: source for key, source in self.sources.items() if key in ids}
        if unknown := list(ids - self.sources.keys()):
            self.sources |= sources_of(self.ask, unknown)
        return {key: self.sources[key] for key in ids if key in self.sources}


def _quotations(
    spans: Sequence[Evidence], texts: Iterable[str | None], held: Mapping[str, Source]
) -> tuple[Quotation, ...]:
    """The words of the spans out of the text around each; without those whose document is not there."""
    pairs = zip(spans, texts, strict=True)
    return tuple([_quotation(span, text, held[span.document_id]) for span, text in pairs if text is not None])


def _quotation(span: Evidence, text: str, source: Source) -> Quotation:
    start, end = span.start, span.end
    before = min(start, AROUND)
    after = before + end - start
    return Quotation(source, start, end, text[before:after], text[:before], text[after:], source.printed_on(start))
