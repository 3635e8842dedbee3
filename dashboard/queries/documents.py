"""Documents: the list of them, one of them, what is mentioned in it, full-text search, and what keys are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from dashboard.datespan import DateSpan
from dashboard.datewords import in_words
from dashboard.model import Document, MentionKind, Person, Place, Span
from dashboard.queries.filters import Label, plain_label
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode
from dashboard.store.search import phrases_of
from dashboard.store.snippet import Piece, folded, patterns, snippet


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the list: what it is called, when and where it was written, how much was found in it."""

    id: str
    title: str
    date: DateSpan | None
    date_text: str
    place: Place | None
    events: int
    occasion: str
    """Id of the event that the document itself is; empty where none was found."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A marked stretch of a document's text and where a click on it leads."""

    kind: MentionKind
    start: int
    end: int
    text: str
    value: DateSpan | Place | Person | None
    lights: str
    """Id of the event whose evidence shares its passage, else of the document's own occasion; empty for none."""
    shares_passage: bool
    """Whether it stands in evidence of that event; otherwise the event is only the document's own occasion."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found."""

    document_id: str
    title: str
    snippet: tuple[Piece, ...]
    """Words of its text around what was found, which is marked."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the list of documents."""

    rows: tuple[DocumentRow, ...]
    total: int
    """Documents in the whole list; of a search, the best MOST_HITS at most."""
    snippets: Mapping[str, tuple[Piece, ...]]
    """By id of a document shown, where the words sought stand; empty where none are sought."""


MOST_HITS = 500
"""Documents of a search that are listed, the best first."""
MOST_FOUND = 500
"""Places of one document where the words sought are shown."""

_ROWS = (
    "SELECT d.id, d.title, d.edtf, d.date, d.place, d.occasion, coalesce(c.events, 0) FROM documents AS d"
    " LEFT JOIN (SELECT id, count(*) AS events FROM (SELECT unnest(documents) AS id FROM events) GROUP BY id) AS c"
    " ON c.id = d.id"
)


def documents(atlas: Atlas) -> tuple[DocumentRow, ...]:
    """Every document in reading order."""
    return tuple(map(_document_row, atlas.rows(f"{_ROWS} ORDER BY d.position")))


def document_row(atlas: Atlas, document_id: str) -> DocumentRow | None:
    """One document as the list has it; None where there is none of that id."""
    return next(map(_document_row, atlas.rows(f"{_ROWS} WHERE d.id = ?", [document_id])), None)


def shelf(atlas: Atlas, words: str = "", first: int = 0, count: int = 50) -> Shelf:
    """Some of the documents in reading order from the first on; with words, of those that hold them, the best first."""
    if not words.strip():
        ((total,),) = atlas.rows("SELECT count(*) FROM documents")
        rows = atlas.rows(f"{_ROWS} ORDER BY d.position LIMIT ? OFFSET ?", [count, first])
        return Shelf(tuple(map(_document_row, rows)), total, {})
    numbers = atlas.matching_documents(words, MOST_HITS)
    hits = _hits(atlas, numbers[first : first + count], words)
    shown = [hit.document_id for hit in hits]
    found = {row[0]: row for row in atlas.rows(f"{_ROWS} WHERE d.id IN (SELECT unnest(?::VARCHAR[]))", [shown])}
    snippets = {hit.document_id: hit.snippet for hit in hits}
    return Shelf(tuple(_document_row(found[each]) for each in shown), len(numbers), snippets)


def words_in(text: str, words: str) -> tuple[Span, ...]:
    """Where the words and "quoted phrases" of a search stand in a text, in its order, at most MOST_FOUND of them."""
    plain = folded(text)
    found = (each for term in patterns(phrases_of(words)) for each in islice(term.finditer(plain), MOST_FOUND))
    return tuple(Span(*span) for span in sorted(each.span() for each in found)[:MOST_FOUND])


class Collection(NamedTuple):
    """A volume, series or folder, and how many documents it holds."""

    name: str
    """Empty for those that belong to none."""
    documents: int


def collections(atlas: Atlas, most: int) -> tuple[Collection, ...]:
    """The collections of an atlas in reading order, at most so many."""
    statement = "SELECT collection, count(*) FROM documents GROUP BY collection ORDER BY min(position) LIMIT ?"
    return tuple(Collection(name, count) for name, count in atlas.rows(statement, [most]))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a document stands in reading order: ids of the ones beside it, empty at the ends; 0 for an unknown one."""

    before: str = ""
    after: str = ""
    position: int = 0


def neighbours(atlas: Atlas, document_id: str) -> Neighbours:
    """The documents before and after one in reading order, and its own number, counted from 1."""
    rows = atlas.rows(
        "SELECT before, after, position + 1 FROM (SELECT id, lag(id) OVER (ORDER BY position) AS before,"
        " lead(id) OVER (ORDER BY position) AS after, position FROM documents)"
        " WHERE id = ?",
        [document_id],
    )
    return Neighbours(rows[0][0] or "", rows[0][1] or "", rows[0][2]) if rows else Neighbours()


def _document_row(row: tuple[Any, ...]) -> DocumentRow:
    document_id, title, edtf, date, place, occasion, events = row
    return DocumentRow(
        id=document_id,
        title=title,
        date=decode(DateSpan, date) if date else None,
        date_text=in_words(edtf) if edtf else "",
        place=decode(Place, place) if place else None,
        events=events,
        occasion=occasion or "",
    )


def document(atlas: Atlas, document_id: str) -> Document | None:
    """The document with its text and structure; None where the atlas has none of that id."""
    rows = atlas.rows("SELECT value, text FROM documents WHERE id = ?", [document_id])
    return replace(decode(Document, rows[0][0]), text=rows[0][1]) if rows else None


def documents_of(atlas: Atlas, ids: Sequence[str]) -> dict[str, Document]:
    """Several documents with text and structure, by id; one that the atlas does not have is not there."""
    rows = atlas.rows("SELECT value, text FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)])
    found = [replace(decode(Document, value), text=text) for value, text in rows]
    return {each.id: each for each in found}


class Link(NamedTuple):
    """A stretch of text that names a date or a place, and where it leads."""

    kind: MentionKind
    start: int
    end: int
    place: str
    """Id of the place; empty for a date, or a place that no gazetteer knows."""
    lights: str
    """Id of the event that it lights up; empty for none."""


def links_in(atlas: Atlas, ids: Sequence[str]) -> dict[str, list[Link]]:
    """The dates and places named in several documents, by document, in order of the text."""
    rows = atlas.rows(
        "SELECT d.id, m.kind::VARCHAR, m.start, m.stop, coalesce(m.place, ''), coalesce(e.id, '') FROM mentions AS m"
        " JOIN documents AS d ON d.number = m.document LEFT JOIN events AS e ON e.number = m.lights"
        " WHERE m.kind IN ('date', 'place') AND d.id IN (SELECT unnest(?::VARCHAR[])) ORDER BY d.position, m.start",
        [list(ids)],
    )
    found: dict[str, list[Link]] = {}
    for name, *parts in rows:
        found.setdefault(name, []).append(Link(*parts))
    return found


_VALUES: dict[str, Callable[[str], DateSpan | Place | Person]] = {
    "date": lambda line: decode(DateSpan, line),
    "place": lambda line: decode(Place, line),
    "person": lambda line: decode(Person, line),
}


def mentions_in(atlas: Atlas, document_id: str) -> tuple[MentionRow, ...]:
    """Everything marked in a document, in order of the text."""
    rows = atlas.rows(
        "SELECT m.kind::VARCHAR, m.start, m.stop, m.text, m.value, coalesce(e.id, ''), m.shares FROM mentions AS m"
        " JOIN documents AS d ON d.number = m.document LEFT JOIN events AS e ON e.number = m.lights"
        " WHERE d.id = ? ORDER BY m.start, m.stop",
        [document_id],
    )
    return tuple(
        MentionRow(kind, start, stop, text, _VALUES[kind](value) if value else None, lights, shares)
        for kind, start, stop, text, value, lights, shares in rows
    )


def search(atlas: Atlas, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """The documents whose text or title holds every word or "quoted phrase", the best first."""
    return _hits(atlas, atlas.matching_documents(words, limit), words)


def _hits(atlas: Atlas, numbers: Sequence[int], words: str) -> tuple[Hit, ...]:
    """The documents of these numbers, in this order, each with a snippet."""
    terms = patterns(phrases_of(words))
    rows = atlas.rows(
        "SELECT number, id, title FROM documents WHERE number IN (SELECT unnest(?::BIGINT[]))", [list(numbers)]
    )
    texts = atlas.texts(numbers)
    found = {number: Hit(document_id, title, snippet(texts[number], terms)) for number, document_id, title in rows}
    return tuple(found[number] for number in numbers if number in found)


def labels(atlas: Atlas, field: str) -> dict[str, str]:
    """What the keys of a field (topics, countries) are called; countries under the name of the documents' time."""
    return dict(atlas.rows("SELECT key, label FROM labels WHERE field = ? ORDER BY label", [field]))


def label_of(atlas: Atlas) -> Label:
    """What a value of any field is called in this atlas; a document's title is looked up when it is asked for."""
    named = atlas.columns.labels

    def label(field: str, key: str) -> str:
        title = titles(atlas, (key,)).get(key) if field == "documents" else ""
        return f"“{title}”" if title else named.get((field, key)) or plain_label(field, key)

    return label


def titles(atlas: Atlas, ids: Sequence[str]) -> dict[str, str]:
    """The titles of these documents, by id; those without a title are left out."""
    statement = "SELECT id, title FROM documents WHERE title <> '' AND id IN (SELECT unnest(?::VARCHAR[]))"
    return dict(atlas.rows(statement, [list(ids)]))


def dates(atlas: Atlas, ids: Sequence[str]) -> dict[str, str]:
    """The dates of these documents in words, by id; those without a date are left out."""
    statement = "SELECT id, edtf FROM documents WHERE edtf <> '' AND id IN (SELECT unnest(?::VARCHAR[]))"
    return {document_id: in_words(edtf) for document_id, edtf in atlas.rows(statement, [list(ids)])}


def problems(atlas: Atlas) -> tuple[str, ...]:
    """Sentences about what could not be read or applied when the atlas was made."""
    return tuple(sentence for (sentence,) in atlas.rows("SELECT sentence FROM problems"))
