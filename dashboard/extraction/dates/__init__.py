"""Dates: whatever a reader could put on a calendar, completed from its right anchor, with how each part is known.

text -> readings    scan.py: one compiled alternation of families (calendar, relative, numeric), then join.py
readings -> dates   passages.py cuts the document, complete.py settles each reading in its passage
"""

from __future__ import annotations

from dashboard.datespan import DateSpan
from dashboard.extraction.dates.complete import complete
from dashboard.extraction.dates.passages import passages
from dashboard.extraction.dates.scan import readings
from dashboard.model import Document, Mention

__all__ = ["find_dates"]


def find_dates(document: Document, *, own_date: DateSpan | None) -> tuple[Mention, ...]:
    """Mentions of kind “date” in order, not overlapping, each with a DateSpan; `own_date` is the document's."""
    text = document.text
    own_year = own_date.earliest.year if own_date and own_date.earliest else None
    found = readings(text, own_year)
    out: list[Mention] = []
    at = 0
    for passage in passages(document, own_date):
        while at < len(found) and found[at].start < passage.end:
            reading = found[at]
            at += 1
            if passage.story.year is None and not passage.dated:
                ahead = (each.year for each in found[at - 1 :] if each.start < passage.end and each.year is not None)
                passage.story.year = next(ahead, None)
            span = complete(reading, passage)
            if span:
                out.append(Mention("date", reading.start, reading.end, text[reading.start : reading.end], span))
    return tuple(out)
