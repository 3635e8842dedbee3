"""A `div` becomes a Document: its text laid out, its parts and the facts of its mark-up as offsets into it.

A `div type="document"` within it, an enclosure, becomes one of its own: a line names it here, and each knows the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from dashboard.documents.structure import front_end
from dashboard.documents.tei.dates import date_of, date_of_division
from dashboard.documents.tei.enclosures import Enclosure, enclosures_of
from dashboard.documents.tei.writer import ATTACHMENT, TEI, XML_ID, Marked, Writer, trimmed
from dashboard.model import (
    CatalogueRecord,
    Cover,
    Document,
    Enclosed,
    MarkedDate,
    MarkedPerson,
    Markup,
    Note,
    Person,
    Section,
    SectionKind,
    Span,
)
from dashboard.passages import sentence_around

_KEPT = frozenset(
    (*(f"{TEI}{name}" for name in ("date", "persName", "placeName", "head", "dateline", "note", "list")), ATTACHMENT)
)
_FRONT = frozenset(f"{TEI}{name}" for name in ("head", "note", "dateline", "opener", "pb"))
_FRONT_LISTS = ("participants", "subject", "to", "from", "references")
_EDITORIAL = re.compile(r"(?:\d+[a-z]?\.\s*)?\[?Editorial Notes?\]?\.?", re.IGNORECASE)
_SOURCE = re.compile(r"Source: ")
_OF_THE_COPY = re.compile(r"\W*(?:(?:Extracts?|Translations?|Copy|Copies|Draft)\W*)+", re.IGNORECASE)
"""“[Extract.]”, “[Translation.]”: what the words are, and not where they are kept."""
_KIND_OF_PAPER = re.compile(r"\s*:\s*(?:Circular )?(?:Telegram|Airgram|Despatch|Instruction|Letter|Memorandum)s?\s*$")


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
    found = _Found(division, text, writer.marked)
    heading = _plain(text, found.heading())
    number = division.get("n", "")
    editorial = division.get("subtype") == "editorial-note" or bool(_EDITORIAL.fullmatch(heading))
    markup = _markup(found, volume)
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
        sections=_sections(found, body_end, editorial=editorial),
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What the writer remembered of one document, by what it is."""

    division: Any
    text: str
    marked: Sequence[Marked]

    def of(self, name: str) -> list[Marked]:
        """The elements of a name in order of the text."""
        return sorted((each for each in self.marked if each.element.tag == f"{TEI}{name}"), key=lambda each: each.start)

    def span(self, marked: Marked) -> Span:
        """Its words without white space around."""
        return trimmed(self.text, marked.start, marked.end)

    def heading(self) -> Span:
        """The document's heading, empty where it has none."""
        own = (each for each in self.of("head") if each.element.getparent() is self.division)
        return next((self.span(each) for each in own), Span(0, 0))

    def dateline(self) -> Marked | None:
        """The first dateline that belongs to no enclosure and to no note."""
        lines = self.of("dateline")
        return next((each for each in lines if not self.inside(each.element, ATTACHMENT, f"{TEI}note")), None)

    def date(self) -> Any:
        """The date of the dateline, else the one the editors give the whole document; None where there is neither."""
        dateline = self.dateline()
        for each in self.of("date"):
            if dateline and dateline.start <= each.start and each.end <= dateline.end:
                span = self.span(each)
                if found := date_of(each.element, self.text[span.start : span.end]):
                    return found
        return date_of_division(self.division)

    def source(self) -> str:
        """Where the original is kept, by the note that says so."""
        for each in self.of("note"):
            words = self.span(each)
            line = self.text[words.start : words.end]
            of_source = each.element.get("type") == "source" or _SOURCE.match(line)
            if of_source and not self.inside(each.element, ATTACHMENT) and not _OF_THE_COPY.fullmatch(line):
                if _SOURCE.match(line):
                    first = sentence_around(line, 0, 8)
                    return " ".join(line[8 : first.end].split()).rstrip(".")
                return _KIND_OF_PAPER.sub("", " ".join(line.split())).strip("[] ")
        return ""

    def inside(self, element: Any, *tags: str) -> bool:
        """Whether it stands in an element of those names within this document."""
        around = takewhile(lambda each: each is not self.division, element.iterancestors())
        return any(each.tag in tags for each in around)


def _markup(found: _Found, volume: Volume) -> Markup:
    """The facts of the mark-up."""
    spans = [(each, found.span(each)) for name in ("date", "persName", "placeName") for each in found.of(name)]
    filled = [(each.element, span) for each, span in spans if span.start < span.end]
    dates = [
        MarkedDate(span.start, span.end, date)
        for element, span in filled
        if element.tag == f"{TEI}date" and (date := date_of(element, found.text[span.start : span.end]))
    ]
    people = [
        MarkedPerson(span.start, span.end, _person(element, _plain(found.text, span), volume))
        for element, span in filled
        if element.tag == f"{TEI}persName"
    ]
    places = tuple(_bare(found.text, span) for element, span in filled if element.tag == f"{TEI}placeName")
    lists = [each for each in found.of("list") if each.element.get("type") == "participants"]
    dateline = found.dateline()
    return Markup(
        tuple(dates),
        tuple(people),
        places,
        _own_place(found.text, places, found.span(dateline)) if dateline else None,
        tuple(found.span(each) for each in lists),
    )


def _person(element: Any, words: str, volume: Volume) -> Person:
    """Who is meant: the entry of the volume's list, else the name as it stands."""
    key = (element.get("corresp") or element.get("ref") or "").removeprefix("#")
    known = volume.persons.get(key)
    return known or Person(words, id=f"{volume.id}#{key}" if key else "")


_AROUND_NAMES = " \t\n,.;:[]()"


def _bare(text: str, span: Span) -> Span:
    """The name without the commas and brackets of its dateline."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_AROUND_NAMES))
    return Span(start, max(start, span.start + len(words.rstrip(_AROUND_NAMES))))


def _own_place(text: str, places: Sequence[Span], dateline: Span) -> Span | None:
    """The names of the dateline's first line that has any, from the first to the last: “LBJ Ranch, Texas”."""
    inside = [each for each in places if dateline.start <= each.start and each.end <= dateline.end]
    if not inside:
        return None
    line_end = text.find("\n", inside[0].start)
    last = [each for each in inside if line_end < 0 or each.end <= line_end][-1:]
    joined = Span(inside[0].start, last[0].end if last else inside[0].end)
    return joined if re.fullmatch(r"[^\d—]*", text[joined.start : joined.end]) else inside[0]


def _sections(found: _Found, body_end: int, *, editorial: bool) -> tuple[Section, ...]:
    """Front matter, body, enclosures and notes, without gaps."""
    text = found.text
    front = _front(found, body_end)
    if not editorial:
        front = front_end(text, body_end, start=front) or front
    cuts: list[tuple[int, SectionKind, str]] = [(0, "front", ""), (front, "body", "")]
    for each in found.marked:
        if each.element.tag == ATTACHMENT and not found.inside(each.element, ATTACHMENT):
            span = found.span(each)
            cuts += [(span.start, "enclosure", _enclosure_title(found, each)), (each.end, "body", "")]
    cuts.append((_begins(text, body_end), "notes", ""))
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    whole = [Section(kind, start, end, title) for (start, kind, title), end in zip(cuts, ends, strict=True)]
    return _joined([each for each in whole if each.start < each.end], text)


def _front(found: _Found, body_end: int) -> int:
    """Where the first part begins that is neither heading nor dateline, list or file number."""
    ends = [0]
    own = {id(each.element): each for each in found.marked}
    for child in found.division:
        is_front = child.tag in _FRONT or (child.tag == f"{TEI}list" and child.get("type") in _FRONT_LISTS)
        if not is_front:
            break
        if (marked := own.get(id(child))) and marked.end <= body_end:
            ends.append(marked.end)
    return _begins(found.text, max(ends))


def _begins(text: str, offset: int) -> int:
    """The offset of the first word from here on, or of the indentation before it; the end where there is none."""
    words = re.compile(r"[^\n]").search(text, offset)
    return words.start() if words else len(text)


def _enclosure_title(found: _Found, attachment: Marked) -> str:
    """The heading of an enclosure."""
    heads = [each for each in found.of("head") if attachment.start <= each.start and each.end <= attachment.end]
    titles = [_plain(found.text, found.span(each)) for each in heads]
    return next((title for title in titles if title), "")


def _joined(sections: Sequence[Section], text: str) -> tuple[Section, ...]:
    """The sections, those that are nothing but blank added to the one before."""
    out: list[Section] = []
    for each in sections:
        if out and not text[each.start : each.end].strip():
            out[-1] = replace(out[-1], end=each.end)
        else:
            out.append(each)
    return tuple(out)


def _plain(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _title(heading: str, number: str) -> str:
    """The heading without the document's number, which the record has."""
    return heading.removeprefix(f"{number}. ") if number else heading


def _address(division: Any, volume: Volume) -> str:
    """Where the document, or the part of the volume it stands in, can be read on the web."""
    key = division.get(XML_ID) or next((each.get(XML_ID) for each in division.iterancestors() if each.get(XML_ID)), "")
    return f"{volume.address}{key}" if volume.address and key else ""
