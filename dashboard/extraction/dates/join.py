"""Join: neighbouring readings that are one range or one choice, or that lend one another year and month."""

from __future__ import annotations

import re

from dashboard.datespan import Day
from dashboard.extraction.dates.days import CALENDARS_APART, is_day
from dashboard.extraction.dates.either import doubted, is_doubted, is_either, one_stretch, take_corrected_year
from dashboard.extraction.dates.reading import Reading

_RANGE = re.compile(
    r"\s*(?:[-–—]|(?:,|,?\s*(?:and|up|down))?\s+(?:to|until|till|through|thru)\s)\s*(?:(?:the|about)\s+)?$"
)
_LIST = re.compile(r"\s*(?:,|/|&|,?\s+and\s+(?:again\s+)?(?:on\s+|in\s+)?(?:the\s+)?)\s*$")
_AND = re.compile(r"\s+and\s+(?:the\s+)?$")
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
_BRACKET, _YEAR_FOLLOWS = re.compile(r"\s?\("), re.compile(r",?\s")
_REACH = 22


def joined(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with ranges and choices made one and lists completed from their last member."""
    out: list[Reading] = []
    for reading in reversed(readings):
        near = bool(out) and out[-1].start - reading.end <= _REACH
        if not (near and _made_one(text, reading, out)):
            out.append(reading)
    out.reverse()
    return out


def _made_one(text: str, reading: Reading, out: list[Reading]) -> bool:
    """Whether the reading and the one after it, the last of `out`, are now one, which stands there."""
    last, gap = out[-1], text[reading.end : out[-1].start]
    if is_either(gap):
        made = _make_either(text, reading, last, bracketed="(" in gap)
    elif not (_plain(reading) and _plain(last)):
        return False
    elif gap.strip() == "/" and _one_day_twice(reading, last):
        last.start = reading.start
        return True
    elif _BRACKET.fullmatch(gap) and text.startswith(")", last.end) and _one_day_twice(reading, last):
        _take_bracket(text, reading, out)
        return True
    elif _RANGE.match(gap) or (_AND.match(gap) and _BETWEEN.search(text, max(0, reading.start - 16), reading.start)):
        made = _make_range(reading, last)
    else:
        made = take_corrected_year(text, reading, last)
        if not made and _LIST.match(gap):
            made = gap.strip() == "," and _widen_either(reading, last)
            _lend(reading, last)
    if made:
        out[-1] = reading
    return made


def _take_bracket(text: str, first: Reading, out: list[Reading]) -> None:
    """Make “January 25 (February 7), 1878” one day, by the Gregorian calendar; `out` is in reverse order."""
    last = out.pop()
    last.start, last.end = first.start, last.end + 1
    year_alone = bool(out) and out[-1].year is not None and not (out[-1].month or out[-1].until)
    if year_alone and last.year is None and _YEAR_FOLLOWS.fullmatch(text[last.end : out[-1].start]):
        last.year, last.end = out[-1].year, out[-1].end
        out.pop()
    out.append(last)


def _one_day_twice(first: Reading, last: Reading) -> bool:
    """Whether two days are one by the Julian and the Gregorian calendar: “October 25/November 7, 1917”."""
    if not (first.month and first.day and last.month and last.day) or first.until or last.until:
        return False
    year = last.year if last.year is not None else 1901
    if not (is_day(year, last.month, last.day) and is_day(year, first.month, first.day)):
        return False
    apart = Day(year, last.month, last.day).number() - Day(year, first.month, first.day).number()
    return apart % 365 in CALENDARS_APART


def _plain(reading: Reading) -> bool:
    """Whether it is a calendar date that could begin or end a range."""
    return not (reading.fixed or reading.shift or (reading.weekday is not None and reading.day is None))


def _lend(first: Reading, last: Reading) -> None:
    """Give the earlier reading the year, month or season year that only the later one states."""
    if first.until or first.year is not None or first.year_told is not None or first.side:
        return
    if first.day and not first.month and first.month_told is None:
        if not last.day or first.day >= last.day or (last.month is None and last.month_told is None):
            return
        first.month, first.month_told = last.month, last.month_told
    if last.year is not None and (last.month or last.season) and (first.month or first.season):
        if first.month and not first.day and last.day and not last.month:
            return
        first.year, first.short_year = last.year, last.short_year
    elif last.side and first.month:
        first.side = last.side


def _lend_to_begin(first: Reading, last: Reading) -> None:
    """Lend to the earlier of two dates the year that makes it the earlier one: “December or January 1945”."""
    without = first.year is None
    _lend(first, last)
    lent = without and first.year is not None and first.year == last.year
    if lent and first.month and last.month and (first.month, first.day or 0) > (last.month, last.day or 31):
        first.year = (first.year or 0) - 1


def _make_either(text: str, first: Reading, last: Reading, *, bracketed: bool) -> bool:
    """Doubt both of two dates of which one is meant; True where they are near one another and now one stretch."""
    both_plain = _plain(first) and _plain(last)
    if both_plain and _widen_either(first, last):
        return True
    if both_plain:
        _lend_to_begin(first, last)
        if first.month and last.day and not last.month and last.month_told is None and last.day > (first.day or 31):
            last.month, last.year = first.month, last.year if last.year is not None else first.year
    doubted(first)
    doubted(last)
    if not both_plain or last.until or not one_stretch(first, last):
        return False
    first.until, first.end = last, last.end + (bracketed and text.startswith(")", last.end))
    return True


def _widen_either(first: Reading, last: Reading) -> bool:
    """Take the first of three or more into a choice: “the 5th, 6th or 7th of March”; False where the second is none."""
    if not (last.until and is_doubted(last)):
        return False
    _lend_to_begin(first, last)
    if not one_stretch(first, last):
        return False
    first.until, first.end, first.qualifier = last.until, last.end, last.qualifier
    return True


def _make_range(first: Reading, last: Reading) -> bool:
    """Join two readings to one range; False where they do not make one."""
    if first.until or last.until or last.side or last.piece or first.piece:
        return False
    kinds = [(one.day is not None, one.month is not None, one.year is not None) for one in (first, last)]
    if kinds[0] == (False, False, True) and kinds[1][1] and not kinds[1][2]:
        return False
    _lend_to_begin(first, last)
    if first.year is not None and last.year is not None and first.year > last.year:
        return False
    if first.day and not first.month and first.month_told is None:
        return False
    first.until, first.end = last, last.end
    return True
