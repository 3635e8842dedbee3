"""DateSpan: a date as a historian knows it, with how much of it is known and how.

The value is written in EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1), read and made here by
our own code; a kept EDTF library checks it in the tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dashboard.errors import DateError


class Basis(StrEnum):
    """How a part of a date (year, month or day) is known, the strongest first."""

    STATED = "stated"  # in the words themselves
    MARKUP = "mark-up"  # in the mark-up of the source file
    CATALOGUE = "catalogue"  # in documents.csv or the record the document came with
    DATELINE = "dateline"  # in the document's opening or closing line
    HEADING = "heading"  # in a heading above the passage
    NOTE = "note"  # in an editor's note on the whole document ("Meeting held at …")
    COMPLETED = "completed"  # worked out from the document's own date
    TOLD = "told"  # worked out from a date told before in the text
    REFERENCE = "reference"  # in the reference list of named events
    COVER = "cover"  # that of the document it is an enclosure to; approximate
    FILE_NUMBER = "file-number"  # in the suffix of a decimal file number; approximate
    EDITOR = "editor"  # set by a person in corrections.csv


class Day(NamedTuple):
    """A day of the (proleptic Gregorian) calendar; year 0 is 1 BC, so that BC dates compare and sort."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """YYYY-MM-DD, with a minus sign and four digits for BC."""
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    def number(self) -> int:
        """Days since 1970-01-01, negative before; the scale that the atlas and the charts reckon in."""
        year, month = (self.year, self.month) if self.month > 2 else (self.year - 1, self.month + 12)
        leap_days = year // 4 - year // 100 + year // 400
        return 365 * year + leap_days + (153 * (month - 3) + 2) // 5 + self.day - 1 - 719_468

    @classmethod
    def of_number(cls, number: int) -> Day:
        """The day so many days after 1970-01-01."""
        era, day_of_era = divmod(number + 719_468, 146_097)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        month = (5 * day_of_year + 2) // 153  # 0 is March
        day = day_of_year - (153 * month + 2) // 5 + 1
        year = year_of_era + 400 * era + (month >= 10)
        return cls(year, month - 9 if month >= 10 else month + 3, day)


class DateBasis(NamedTuple):
    """The basis of year, month and day apart; None where that part is not known at all."""

    year: Basis | None = None
    month: Basis | None = None
    day: Basis | None = None

    @classmethod
    def of(cls, edtf: str, basis: Basis) -> DateBasis:
        """One basis for every part that a date gives; of an interval its first date, its last where it begins open."""
        begin, _, end = edtf.partition("/")
        given = end if begin in ("", "..") else begin
        known = given.removeprefix("-").count("-")
        return cls(*(basis if part <= known else None for part in range(3)))


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""EDTF level 1 seasons by first and last month, northern hemisphere; winter runs into the next year."""

_MARKS = frozenset("~?%")
_PART = re.compile(r"(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)


_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """Days in the month, leap years by the Gregorian rule also before year 1."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_LENGTHS[month - 1]


def _bounds(text: str) -> tuple[Day, Day, bool]:
    """First and last day of one EDTF date (no interval), and whether it is qualified; raises DateError."""
    match = _PART.fullmatch(text)
    if not match:
        raise DateError(f"“{text}” is no EDTF date; write 1945-12-19, 1945-12, 1945, 194X, 1945-22 (summer) or 1945~.")
    year_text, month_text, day_text, qualifier = match.groups()
    unknown = year_text.count("X")
    if unknown:
        if month_text:
            raise DateError(f"“{text}” gives a month of an open decade or century; leave the month out.")
        step = 10**unknown - 1
        year = int(year_text.replace("X", "0"))
        first, last = (year - step, year) if year_text.startswith("-") else (year, year + step)
        return Day(first, 1, 1), Day(last, 12, 31), bool(qualifier)
    year = int(year_text)
    if not month_text:
        return Day(year, 1, 1), Day(year, 12, 31), bool(qualifier)
    month = int(month_text)
    if month in SEASONS and not day_text:
        begin, end = SEASONS[month]
        last_year, end = (year, end) if end <= 12 else (year + 1, end - 12)
        return Day(year, begin, 1), Day(last_year, end, month_length(last_year, end)), bool(qualifier)
    if not 1 <= month <= 12:
        raise DateError(f"“{text}” has month {month}; months run from 01 to 12, seasons from 21 to 24.")
    if not day_text:
        return Day(year, month, 1), Day(year, month, month_length(year, month)), bool(qualifier)
    day = int(day_text)
    if not 1 <= day <= month_length(year, month):
        raise DateError(f"“{text}” has day {day}; that month has {month_length(year, month)} days.")
    return Day(year, month, day), Day(year, month, day), bool(qualifier)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From a first to a last day, as EDTF, with the words it was written in and how each part is known."""

    edtf: str
    """EDTF level 0 or 1: 1945-12-19, 1945-12, 194X, 1945-22, 1945~, 1942-10/1943-12, 1942/.., ../1850."""
    text: str = ""
    """The words as written; empty where the date was not read from the text."""
    basis: DateBasis = DateBasis()
    """How year, month and day are known."""
    earliest: Day | None = field(init=False, compare=False, default=None)
    """First day; None where the beginning is open."""
    latest: Day | None = field(init=False, compare=False, default=None)
    """Last day; None where the end is open."""

    def __post_init__(self) -> None:
        earliest, latest = span_of(self.edtf)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @property
    def approximate(self) -> bool:
        """Whether the date is qualified as about (~), uncertain (?) or both (%)."""
        return not _MARKS.isdisjoint(self.edtf)

    @property
    def day(self) -> Day | None:
        """The day that stands for it, as in an order of dates: the first, or the last where the beginning is open."""
        return self.earliest or self.latest


def year_of(date: DateSpan | None) -> int | None:
    """The year of its day, by which names are read; None where there is none."""
    day = date.day if date else None
    return day.year if day else None


@lru_cache(maxsize=10_000)  # the same dates come again and again
def span_of(edtf: str) -> tuple[Day | None, Day | None]:
    """First and last day of an EDTF string, None for an open end; raises DateError."""
    if "/" not in edtf:
        first, last, _ = _bounds(edtf)
        return first, last
    begin, _, end = edtf.partition("/")
    earliest = None if begin in ("", "..") else _bounds(begin)[0]
    latest = None if end in ("", "..") else _bounds(end)[1]
    if earliest and latest and earliest > latest:
        raise DateError(f"“{edtf}” ends before it begins; write the earlier date first.")
    return earliest, latest
