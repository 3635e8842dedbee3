"""Either: readings of which only one is meant: “the 5th or 6th of March”, “May 1, 1945 [1946?]”."""

from __future__ import annotations

import re

from dashboard.datespan import Day
from dashboard.extraction.dates.days import is_day
from dashboard.extraction.dates.reading import Reading

_OR = re.compile(
    r"\s*[,;/]?\s*\(?or\s+(?:(?:again|else|even|maybe|perhaps|possibly|probably|rather)\s+)?(?:(?:on|in)\s+)?(?:the\s+)?$"
)
_DAYS, _MONTHS, _SEASONS, _YEARS = 31, 12, 4, 10
"""How far apart two days, months, seasons or years may be so that one span, in doubt, tells when it was."""
_CORRECTED, _CORRECTION_ENDS = re.compile(r"\s?\["), re.compile(r"(\?)?\]")


def is_either(gap: str) -> bool:
    """Whether the words between two dates say that it was the one or the other: “or”, “, or perhaps the”."""
    return "or" in gap and _OR.match(gap) is not None


def doubted(reading: Reading) -> None:
    """Mark the reading as uncertain, whatever else it is."""
    reading.qualifier = "%" if reading.qualifier in ("~", "%") else "?"


def is_doubted(reading: Reading) -> bool:
    """Whether the reading is uncertain, not merely rough."""
    return reading.qualifier in ("?", "%")


def one_stretch(first: Reading, last: Reading) -> bool:
    """Whether the second is of the same unit as the first and so soon after it that one stretch of time holds both."""
    if first.until or first.piece or last.piece or (first.year is None and last.year is not None):
        return False
    later = (last.month or 0) < (first.month or 0)
    begin = first.year if first.year is not None else 1
    end = last.year if last.year is not None else begin + later
    if first.day and last.day:
        return 0 < _days_apart(first, last, begin, end) <= _DAYS
    if first.day or last.day:
        return False
    if first.month and last.month:
        return 0 < (end - begin) * 12 + last.month - first.month <= _MONTHS
    if first.season and last.season:
        return 0 < (end - begin) * 4 + last.season - first.season <= _SEASONS
    plain = not (first.month or last.month or first.season or last.season)
    return plain and last.year is not None and 0 < end - begin <= _YEARS


def _days_apart(first: Reading, last: Reading, begin: int, end: int) -> int:
    """Days from the first, of the year `begin`, to the second, of the year `end`; 0 where that cannot be said."""
    if (first.month is None) != (last.month is None) or first.month_told != last.month_told:
        return 0
    one, other = (begin, first.month or 1, first.day or 0), (end, last.month or 1, last.day or 0)
    return Day(*other).number() - Day(*one).number() if is_day(*one) and is_day(*other) else 0


def take_corrected_year(text: str, first: Reading, year: Reading) -> bool:
    """Put the year that an editor set behind the date into it (“May 1, 1945 [1946?]”); False where there is none.

    A year behind a year alone (“1945 [1946]”) may be that of a reprint: it counts only where it is queried.
    """
    closed = _CORRECTION_ENDS.match(text, year.end)
    if not closed or year.year is None or year.month or year.season or year.until or year.fixed:
        return False
    if not _CORRECTED.fullmatch(text[first.end : year.start]) or first.year is None or first.until:
        return False
    if not (first.month or closed[1]):
        return False
    first.year, first.short_year, first.end = year.year, False, closed.end()
    if closed[1]:
        doubted(first)
    return True
