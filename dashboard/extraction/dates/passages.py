"""Passages: the document cut where its voice and date change: front matter and body, enclosures, each note."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from dashboard.datespan import DateSpan
from dashboard.extraction.dates.complete import complete
from dashboard.extraction.dates.passage import Passage, passage_for
from dashboard.extraction.dates.scan import readings
from dashboard.extraction.dates.words import DAY, MONTH, WEEKDAY
from dashboard.model import Document

_FILED = re.compile(r"/\d{1,2}[–-]\d{1,2}(4[4-9]|5\d|6[0-3])(?!\d)")
"""The date in a decimal file number, of which the year alone is used."""
_NOTE = re.compile(r"(?m)^[ \t]{1,4}\d{1,3}\. ")


def passages(document: Document, own: DateSpan | None) -> Iterator[Passage]:
    """The passages in order, without gaps; notes never share one with the body, nor with one another."""
    text = document.text
    own = own or _rough_year(text)
    noted = sorted({note.start for note in document.notes})
    parts = [(section.start, section.end, section.kind) for section in document.sections]
    for start, end, kind in parts or [(0, len(text), "body")]:
        if kind == "notes":
            cuts = [start, *noted[bisect_right(noted, start) : bisect_left(noted, end)]]
            if len(cuts) == 1:
                cuts += [found.start() for found in _NOTE.finditer(text, start, end) if found.start() > start]
            for begin, close in zip(cuts, [*cuts[1:], end], strict=True):
                yield passage_for(text, begin, close, own, note=True)
        elif kind == "enclosure":
            yield passage_for(text, start, end, _marked_in(document, start, end) or own_date_of(text, start, end, own))
        else:
            yield from _under_headings(text, start, end, own)


_HEADING = re.compile(
    rf"(?m)(?<=\n\n)[ \t]*(?P<date>(?:{WEEKDAY},?[ ])?"
    rf"(?:{MONTH}[ ]{DAY}(?:,[ ]\d{{4}})?|{DAY}[ ]{MONTH}(?:,?[ ]\d{{4}})?))[.:—–-]*[ \t]*$"
)
"""A paragraph that is nothing but a day: the entry of a diary or a chronology begins."""


def _under_headings(text: str, start: int, end: int, own: DateSpan | None) -> Iterator[Passage]:
    """The body cut at headings that are a day; each entry is told on its own."""
    begin, date = start, own
    for heading in _HEADING.finditer(text, start, end):
        line = heading["date"]
        found = readings(line, date.earliest.year if date and date.earliest else None)
        span = complete(found[0], passage_for(line, 0, len(line), date)) if len(found) == 1 and found[0].day else None
        if span is None or (found[0].year is None and date is None):
            continue
        if heading.start() > begin:
            yield passage_for(text, begin, heading.start(), date)
        begin, date = heading.start(), span
    yield passage_for(text, begin, end, date)


def _marked_in(document: Document, start: int, end: int) -> DateSpan | None:
    """The date that the mark-up gives an enclosure in its dateline."""
    marked = (each for each in document.markup.dates if start <= each.start < end)
    return next((each.date for each in marked if each.date.text), None)


def _rough_year(text: str) -> DateSpan | None:
    """The year in which the papers cited in an undated document were filed, where they agree."""
    years = {found[1] for found in _FILED.finditer(text)}
    return DateSpan(f"19{years.pop()}") if len(years) == 1 else None


def own_date_of(text: str, start: int, end: int, own: DateSpan | None) -> DateSpan | None:
    """The date an enclosure bears in its first lines or its last; the document's own where it bears none."""
    for window in (text[start : min(end, start + 400)], text[max(start, end - 160) : end]):
        for line in window.splitlines():
            if len(line) > 110:
                continue
            for reading in readings(line, own.earliest.year if own and own.earliest else None):
                if reading.day and reading.month and not reading.until:
                    passage = passage_for(line, 0, len(line), own)
                    if (reading.year is not None or own) and (span := complete(reading, passage)):
                        return span
    return own
