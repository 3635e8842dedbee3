"""Documents: one of them with its text, what the list says of each, the collections they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.datespan import DateSpan
from dashboard.datewords import in_words
from dashboard.model import Document, Place
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

_ROWS = """
    SELECT d.number, d.id, d.title, d.edtf, d.date, d.place, d.occasion, coalesce(c.events, 0)
    FROM documents AS d LEFT JOIN (
        SELECT id, count(*) AS events FROM (SELECT unnest(documents) AS id FROM events) GROUP BY id
    ) AS c ON c.id = d.id
"""


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


def document(atlas: Atlas, document_id: str) -> Document | None:
    """The document with its text and structure; None where the atlas has none of that id."""
    return documents_of(atlas, [document_id]).get(document_id)


def documents_of(atlas: Atlas, ids: Sequence[str]) -> dict[str, Document]:
    """Several documents with text and structure, by id; one that the atlas does not have is not there."""
    statement = "SELECT value, date, place, text FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[]))"
    found = [replace(known(*row), text=text) for *row, text in atlas.rows(statement, [list(ids)])]
    return {each.id: each for each in found}


def known(value: str, date: str | None, place: str | None) -> Document:
    """A document as it is kept, with the date and the place found in it where catalogue and mark-up give none: so it is
    shown, and cited.
    """
    document = decode(Document, value)
    if date and not document.date:
        document = replace(document, date=decode(DateSpan, date))
    if place and not document.place:
        written = decode(Place, place)
        document = replace(document, place=written.as_written or written.name)
    return document


def document_row(atlas: Atlas, document_id: str) -> DocumentRow | None:
    """One document as the list has it; None where there is none of that id."""
    return next(iter(document_rows(atlas, "WHERE d.id = ?", [document_id]).values()), None)


def document_rows(atlas: Atlas, which: str, values: Sequence[object]) -> dict[int, DocumentRow]:
    """Documents as the list has them, by their numbers; `which` ends the statement on `documents AS d`."""
    return {number: _row(*cells) for number, *cells in atlas.rows(f"{_ROWS} {which}", values)}


def _row(
    document_id: str, title: str, edtf: str, date: str | None, place: str | None, occasion: str | None, events: int
) -> DocumentRow:
    return DocumentRow(
        id=document_id,
        title=title,
        date=decode(DateSpan, date) if date else None,
        date_text=in_words(edtf) if edtf else "",
        place=decode(Place, place) if place else None,
        events=events,
        occasion=occasion or "",
    )


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


class Collection(NamedTuple):
    """A volume, series or folder, and how many documents it holds."""

    name: str
    """Empty for those that belong to none."""
    documents: int


def collections(atlas: Atlas, most: int) -> tuple[Collection, ...]:
    """The collections of an atlas in reading order, at most so many."""
    statement = "SELECT collection, count(*) FROM documents GROUP BY collection ORDER BY min(position) LIMIT ?"
    return tuple(Collection(name, count) for name, count in atlas.rows(statement, [most]))
