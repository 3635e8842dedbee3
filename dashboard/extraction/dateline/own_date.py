"""Own date: catalogue or mark-up, then dateline, title, note on the meeting, file number, the letter it came with."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.extraction.dateline.file_number import file_number_date
from dashboard.extraction.dateline.lines import Line, body_end, closing, dateline, head
from dashboard.extraction.dateline.meeting import meeting_note
from dashboard.extraction.dates.complete import complete
from dashboard.extraction.dates.passage import passage_for
from dashboard.extraction.dates.passages import own_date_of
from dashboard.extraction.dates.scan import readings
from dashboard.model import Document


def document_date(document: Document) -> DateSpan | None:
    """The document's own date with its basis; None where it does not say."""
    if document.date:
        return document.date
    for look in (_from_dateline, _from_title, _from_note, file_number_date, _from_cover):
        found = look(document)
        if found:
            return found
    return None


def _on(span: DateSpan, basis: Basis) -> DateSpan:
    """The date with all its known parts on one basis."""
    return replace(span, basis=DateBasis(*(basis if part else None for part in span.basis)))


def _date_in(text: str, at: int, basis: Basis) -> DateSpan | None:
    """The first date of a line at or after an offset in it that states its year; several days as a range."""
    found = [each for each in readings(text, None) if each.start >= at and each.month and not each.shift]
    if not found or found[0].year is None:
        return None
    passage = passage_for(text, 0, len(text), None)
    spans = [complete(each, passage) for each in found[:2]]
    first = spans[0]
    if first is None:
        return None
    if len(found) > 1 and re.fullmatch(r"\s*(?:and|&)\s*", text[found[0].end : found[1].start]):
        last = spans[1]
        plain = last and not (set("/~?") & set(first.edtf + last.edtf))
        if last and plain and first.earliest and last.latest and first.earliest < last.latest:
            return _on(DateSpan(f"{first.edtf}/{last.edtf}", text[found[0].start : found[1].end], first.basis), basis)
    return _on(first, basis)


def _from_dateline(document: Document) -> DateSpan | None:
    """The date of the opening line, else of the closing line."""
    for line in (*head(document), *closing(document)):
        found = dateline(line)
        span = _date_in(line.text, max(0, found.start("date")), Basis.DATELINE) if found else None
        if span and len(span.edtf.split("/")[0]) >= len("1945-12"):
            return span
    return None


def _from_title(document: Document) -> DateSpan | None:
    """A full date in the title or a line of the head that is dated (“Memorandum of Conversation, December 5, 1961”)."""
    dated = [Line(0, document.title)] if document.title else []
    dated += [line for line in head(document) if len(line.text) <= _HEADING and _DATED.search(line.text)]
    for line in dated:
        span = _date_in(line.text, 0, Basis.HEADING)
        if span and len(span.edtf.split("/")[0].rstrip("~?")) == len("1945-12-19"):
            return span
    return None


_HEADING = 130
_DATED = re.compile(
    r", [Dd]ated (?:the )?(?:\d|[A-Z])"
    r"|^(?:[A-Z][a-z]+ )?(?:Meeting|Conversation|Minutes|Notes|Record|Report|Memorandum"
    r"|Proc[eè]s-[Vv]erbal)\b.*\b\d{4}\b"
)


def _from_note(document: Document) -> DateSpan | None:
    """The date of “Meeting held at the Kremlin, December 19, 1945, 8:30 p.m.”."""
    found = meeting_note(document)
    return _date_in(found[1].text, found[0].start(), Basis.NOTE) if found else None


def _from_cover(document: Document) -> DateSpan | None:
    """The day that an enclosure bears without its year, else about that of the document it came with."""
    cover = document.cover.date if document.cover else None
    if cover is None:
        return None
    found = own_date_of(document.text, 0, body_end(document), cover)
    if found is None or found != cover:
        return found
    plain = not (set("/~?%") & set(cover.edtf))
    return _on(replace(cover, edtf=f"{cover.edtf}~" if plain else cover.edtf, text=""), Basis.COVER)
