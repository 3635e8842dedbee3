"""Shifted: “yesterday”, “two days later”, “the following year” counted from the date they are told from."""

from __future__ import annotations

import re

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.extraction.dates.days import add_days, add_months, edtf, weekday
from dashboard.extraction.dates.passage import Passage, Told
from dashboard.extraction.dates.reading import Reading, Shift


def shifted(reading: Reading, passage: Passage, words: str) -> DateSpan | None:
    """“yesterday”, “the following year”, “two days later”."""
    assert reading.shift is not None
    if reading.shift.ahead and not (passage.dated and passage.looks_ahead(reading.start, reading.end)):
        return None
    base = _base_of(reading.shift, passage, reading.start)
    if base is None or base.year is None:
        return None
    value = _moved(reading.shift, base, passage)
    if value is None:
        return None
    if reading.until and reading.until.shift:
        last = _moved(reading.until.shift, base, passage)
        value = f"{value}/{last}"
    else:
        value += reading.qualifier
    known = len(value.split("/")[0].lstrip("-"))
    own = passage.dated and base == Told(passage.year, passage.month, passage.day)
    how = Basis.COMPLETED if own else Basis.TOLD
    basis = DateBasis(how, how if known >= 7 else None, how if known >= 10 else None)
    span = DateSpan(value, words, basis)
    shift = reading.shift
    if span.earliest and shift.unit == "day" and known >= 10:
        passage.told = Told(*span.earliest, end=reading.end, stated=passage.told.stated)
        if not passage.dated:
            passage.story = passage.told
    elif span.earliest and shift.told and shift.unit == "year" and shift.count > 0 and not passage.dated:
        passage.story = passage.told = Told(span.earliest.year, end=reading.end, stated=True)
        passage.named = span.earliest.year
    return span


def _base_of(shift: Shift, passage: Passage, reading_start: int) -> Told | None:
    """The date a shift counts from."""
    own = Told(passage.year, passage.month, passage.day) if passage.dated else None
    told = passage.told
    if own and _OF_THE_MONTH.match(passage.text, reading_start) and passage.looks_ahead(reading_start, reading_start):
        return own
    if shift.told and own and shift.unit == "day" and not shift.count and passage.reports(reading_start):
        return own
    if shift.told:
        if told.year is not None and (shift.unit != "day" or told.day) and (shift.unit != "month" or told.month):
            if shift.unit in ("year", "decade") and passage.named is not None:
                opens = not passage.dated and passage.story.year is not None and passage.opens(reading_start)
                return passage.story if opens else Told(passage.named)
            return told
        return own
    if own:
        return told if shift.unit == "day" and told.day and passage.quoted_after_told(reading_start) else own
    return passage.story if shift.unit in ("year", "month") and told.year is not None and shift.part else None


_OF_THE_MONTH = re.compile(r"(?:the )?(?:very )?\w+ of the (?:month|week|year)\b", re.IGNORECASE)
"""“Met on March 22 and intends to meet again by the end of the month”: that of the writing."""


def _moved(shift: Shift, base: Told, passage: Passage) -> str | None:
    """EDTF of the date so far from the base."""
    assert base.year is not None
    if shift.unit == "year":
        year = base.year + shift.count
        return edtf(year, 12) if shift.part == "end" and passage.dated else edtf(year)
    if shift.unit == "decade":
        year = base.year + 10 * shift.count
        return edtf(year) if not shift.part else f"{year // 10}X"
    if not base.month:
        return None
    if shift.unit == "month":
        return edtf(*add_months(base.year, base.month, shift.count))
    if not base.day:
        return None
    here = Day(base.year, base.month, base.day)
    if shift.unit == "week":
        if not shift.part and shift.count == 1 and not shift.told:
            return f"{edtf(*here)}/{edtf(*add_days(here, 7))}"
        there = add_days(here, 7 * shift.count)
        if not shift.part:
            return edtf(*there)
        monday = add_days(there, -weekday(there))
        return f"{edtf(*monday)}/{edtf(*add_days(monday, 6))}"
    return edtf(*add_days(here, shift.count))
