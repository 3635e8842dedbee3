"""Dates: whatever a reader could put on a calendar, completed from its right anchor, with how each part is known.

text -> readings    scan.py: one compiled alternation of families (calendar, relative, numeric), then join.py
readings -> dates   passages.py cuts the document, complete.py settles each reading in its passage
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile

from dashboard.datespan import DateSpan
from dashboard.extraction.dates.complete import complete
from dashboard.extraction.dates.passages import passages
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.scan import readings
from dashboard.extraction.marked import with_marked
from dashboard.model import Document, Mention

__all__ = ["find_dates"]


def find_dates(document: Document, *, own_date: DateSpan | None) -> tuple[Mention, ...]:
    """Mentions of kind “date” in order, not overlapping, each with a DateSpan; `own_date` is the document's.

    A date that the mark-up gives stands for whatever its words suggest.
    """
    text = document.text
    own_year = own_date.earliest.year if own_date and own_date.earliest else None
    found = readings(text, own_year)
    out: list[Mention] = []
    at = 0
    for passage in passages(document, own_date):
        if not passage.dated:
            passage.story.year = _first_year(islice(found, at, None), passage.end)
        while at < len(found) and found[at].start < passage.end:
            reading = found[at]
            at += 1
            span = complete(reading, passage)
            if span:
                out.append(Mention("date", reading.start, reading.end, text[reading.start : reading.end], span))
    marked = [
        Mention("date", each.start, each.end, text[each.start : each.end], each.date) for each in document.markup.dates
    ]
    return with_marked(out, marked)


def _first_year(readings: Iterable[Reading], end: int) -> int | None:
    """The first year stated before the offset: a story that begins without one is told in it."""
    years = (each.year for each in takewhile(lambda each: each.start < end, readings))
    return next((year for year in years if year is not None), None)
