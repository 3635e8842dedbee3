"""A `div` becomes a Document: its text laid out, its parts and the facts of its mark-up as offsets into it.

A `div type="document"` within it, an enclosure, becomes one of its own: a line names it here, and each knows the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.documents.tei.enclosures import Enclosure, enclosures_of
from dashboard.documents.tei.found import Found, plain
from dashboard.documents.tei.markup import markup_of
from dashboard.documents.tei.sections import sections_of
from dashboard.documents.tei.writer import ATTACHMENT, TEI, XML_ID, Writer
from dashboard.model import CatalogueRecord, Cover, Document, Enclosed, Note, Person, Span

_KEPT = frozenset(
    (*(f"{TEI}{name}" for name in ("date", "persName", "placeName", "head", "dateline", "note", "list")), ATTACHMENT)
)
_EDITORIAL = re.compile(r"(?:\d+[a-z]?\.\s*)?\[?Editorial Notes?\]?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Volume:
    """What holds for every document of a file."""

    id: str
    record: CatalogueRecord = CatalogueRecord()
    """Series, title, editors, publisher and year; the rest is each document's own."""
    persons: Mapping[str, Person] = field(default_factory=dict)
    """The list of persons by `xml:id`."""
    address: str = ""
    """Where its documents stand on the web, up to the id of each; empty where not known."""


def documents_of(
    division: Any, volume: Volume, *, document_id: str, page: str = "", within: tuple[Enclosure, Document] | None = None
) -> Iterator[Document]:
    """The document of one `div`, then those enclosed in it; `page` is the label of the page it begins on.

    The text of each may be empty. An enclosure is called after its own `xml:id`, else after the document it came with
    and its number (“frus1861/d69-enclosure-2”); `within` says which it is, and of what.
    """
    enclosures = {
        each: f"{volume.id}/{own}" if (own := each.element.get(XML_ID)) else f"{document_id}-enclosure-{each.number}"
        for each in enclosures_of(division, page)
    }
    document = _document(division, volume, enclosures, document_id=document_id, page=page)
    document = _enclosed(document, *within) if within else document
    yield document
    for each, key in enclosures.items():
        yield from documents_of(each.element, volume, document_id=key, page=each.page, within=(each, document))


def _enclosed(document: Document, enclosure: Enclosure, around: Document) -> Document:
    """The document as an enclosure to another: its title and number say so, and it knows which."""
    number = around.record.number
    name = f"document {number}" if number else f"“{around.title or around.id}”"
    title = f"{enclosure.name} to {name}{f': {document.title}' if document.title else ''}"
    cover = Cover(around.id, name, around.date or (around.cover.date if around.cover else None))
    said = f"{number}, {enclosure.name.lower()}" if number else ""
    return replace(document, title=title, cover=cover, record=replace(document.record, number=said))


def _document(
    division: Any, volume: Volume, enclosures: Mapping[Enclosure, str], *, document_id: str, page: str
) -> Document:
    """The document of one `div`, of its enclosures only their lines; `enclosures` gives the id of each."""
    apart = {each.element: each for each in enclosures}
    writer = Writer(apart={element: each.line for element, each in apart.items()})
    writer.write(division, keep=lambda each: each.tag in _KEPT)
    body_end = writer.length
    notes = _write_notes(writer)
    text = "".join(writer.parts)
    found = Found(division, text, writer.marked)
    heading = plain(text, found.heading())
    number = division.get("n", "")
    editorial = division.get("subtype") == "editorial-note" or bool(_EDITORIAL.fullmatch(heading))
    markup = markup_of(found, volume_id=volume.id, persons=volume.persons)
    source = found.source()
    record = replace(
        volume.record,
        number=number,
        first_page=page,
        last_page=writer.pages[-1].label if writer.pages else page,
        archive_reference=source,
        url=_address(division, volume),
    )
    return Document(
        document_id,
        text,
        title=_title(heading, number),
        date=found.date(),
        place=text[markup.own_place.start : markup.own_place.end] if markup.own_place else "",
        record=record,
        sections=sections_of(found, body_end, editorial=editorial),
        pages=tuple(writer.pages),
        notes=notes,
        markup=markup,
        editorial=editorial,
        enclosures=tuple(
            Enclosed(each.start, each.end, enclosures[apart[each.element]])
            for each in writer.marked
            if each.element in apart
        ),
    )


def _write_notes(writer: Writer) -> tuple[Note, ...]:
    """Write the notes kept, as plain texts print them at the end: “  1. Not printed.”, a line each."""
    notes: list[Note] = []
    for kept in writer.notes:  # which grows where a note has a note
        label = kept.element.get("n", "") or "*"
        writer.number(label, breaks=1 if notes else 2)
        start = writer.length
        writer.write(kept.element, keep=lambda each: each.tag in _KEPT)
        notes.append(Note(label, start, writer.length, Span(kept.mark, kept.mark)))
    if notes:
        writer.end()
    return tuple(notes)


def _title(heading: str, number: str) -> str:
    """The heading without the document's number, which the record has."""
    return heading.removeprefix(f"{number}. ") if number else heading


def _address(division: Any, volume: Volume) -> str:
    """Where the document, or the part of the volume it stands in, can be read on the web."""
    key = division.get(XML_ID) or next((each.get(XML_ID) for each in division.iterancestors() if each.get(XML_ID)), "")
    return f"{volume.address}{key}" if volume.address and key else ""
