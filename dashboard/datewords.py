"""Dates in words: what a span is called, how precise it is, and one sentence on how it is known."""

from __future__ import annotations

import re
from itertools import groupby

from dashboard.datespan import SEASONS, Basis, DateSpan, Day, span_of
from dashboard.errors import DateError

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASON_NAMES = dict(zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True))
_WINTER = 24
"""The season that runs into the next year."""
_SEASON_IN = re.compile(r"(?:^|/)-?\d{4,}-2[1-4](?!\d)")
"""The month of an EDTF date that is a season."""
_BASIS_WORDS = {
    Basis.STATED: "from the text",
    Basis.MARKUP: "from the mark-up of the file",
    Basis.CATALOGUE: "from the catalogue",
    Basis.DATELINE: "from the dateline",
    Basis.HEADING: "from the heading above",
    Basis.NOTE: "from an editor’s note",
    Basis.COMPLETED: "worked out from the document’s own date",
    Basis.TOLD: "worked out from another date in the text",
    Basis.REFERENCE: "from the reference list of events",
    Basis.COVER: "estimated from the document it is an enclosure to",
    Basis.FILE_NUMBER: "estimated from the file number",
    Basis.EDITOR: "set by an editor",
}


def in_words(edtf: str, text: str = "") -> str:
    """The date as an English reader writes it: “4–11 February 1945”, “summer 1945”, “since 1942”, “about 1850”,
    “5 or 6 March 1945”.

    `text` is the words it was read from: a range written with “and” stays “between 1970 and 1972”.
    """
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if begin in ("", ".."):
        return f"until {_one(end)}" if end not in ("", "..") else "at no known time"
    if end in ("", ".."):
        return f"since {_one(begin)}"
    if begin.endswith("?") and end.endswith("?"):
        return _doubted_range(begin.rstrip("?"), end.rstrip("?"))
    if " and " in text:
        return f"between {_one(begin)} and {_one(end)}"
    return _range(begin, end)


def date_in_words(date: DateSpan) -> str:
    """The same for a date with the words it was read from: “before 6 June 1878”, “mid-February 1946”.

    EDTF has neither: the one is open to the past, the other a month.
    """
    begin, slash, end = date.edtf.partition("/")
    if slash and begin in ("", "..") and _BEFORE.match(date.text) and (next_one := _after(end)):
        return f"before {_plain(next_one)}"
    part = _PART_OF.search(date.text)
    if not slash and part and _MONTH_OR_YEAR.fullmatch(date.edtf):
        said = next(word for word, names in _PARTS.items() if part[1].lower() in names)
        words = in_words(date.edtf)
        about = "about " if words.startswith("about ") else ""
        return f"{about}{said}{words.removeprefix(about)}"
    return in_words(date.edtf)


_BEFORE = re.compile(r"(?:before|prior to)\b")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]))?[~?]?")
_PART_OF = re.compile(
    r"^(?:about |around )?(?:the )?(?:very )?(?:(early|late|mid|middle|beginning|start|end|close)\b)", re.IGNORECASE
)
_PARTS = {
    "early ": ("early",),
    "late ": ("late",),
    "mid-": ("mid", "middle"),
    "beginning of ": ("beginning", "start"),
    "end of ": ("end", "close"),
}
"""What of a month or a year the words name, as it is said before its name."""


def _after(edtf: str) -> str:
    """The year, month or day after one; empty for what is none of these."""
    if not _PLAIN_DATE.fullmatch(edtf):
        return ""
    latest = span_of(edtf)[1]
    after = Day.of_number(latest.number() + 1) if latest else None
    return after.isoformat()[: len(edtf)] if after else ""


_PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")


def _one(edtf: str) -> str:
    """A date that is no range, in words."""
    bare = edtf.rstrip("~?%")
    about = "about " if edtf[-1] in "~%" else ""
    doubt = " (uncertain)" if edtf[-1] in "?%" else ""
    return f"{about}{_plain(bare)}{doubt}"


def _plain(bare: str) -> str:
    """A date without qualifier, in words."""
    sign, rest = ("-", bare[1:]) if bare.startswith("-") else ("", bare)
    parts = rest.split("-")
    if "XX" in parts[0] and not sign:
        number = int(parts[0][:2]) + 1
        return f"{number}{_ending(number)} century"
    if "X" in parts[0] and sign:
        first, last = span_of(bare)
        return f"{_year(str(first.year))}–{_year(str(last.year))}" if first and last else bare
    if "X" in parts[0]:
        return f"{_year(sign + parts[0].replace('X', '0'))}s"
    year = _year(sign + parts[0])
    if len(parts) == 1:
        return year
    if int(parts[1]) in SEASONS:
        next_year = f"–{(int(parts[0]) + 1) % 100:02d}" if int(parts[1]) == _WINTER and not sign else ""
        return f"{_SEASON_NAMES[int(parts[1])]} {year}{next_year}"
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {year}" if len(parts) == 2 else f"{int(parts[2])} {month} {year}"


def _ending(number: int) -> str:
    """“st” for 1 and 21, “th” for 11."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _year(text: str) -> str:
    """A year, BC where it is not positive (EDTF year 0 is 1 BC)."""
    year = int(text)
    return str(year) if year > 0 else f"{1 - year} BC"


def _doubted_range(begin: str, end: str) -> str:
    """A range of which both ends are uncertain: of two days, months or years in a row it was the one or the other."""
    latest, earliest = span_of(begin)[1], span_of(end)[0]
    if latest and earliest and earliest.number() - latest.number() == 1:
        return _range(begin, end, close=" or ", wide=" or ")
    return f"{_range(begin, end)} (uncertain)"


def _range(begin: str, end: str, *, close: str = "–", wide: str = " – ") -> str:
    """A range with what both ends share said once; `close` joins two numbers, `wide` what is longer."""
    first, last = _one(begin), _one(end)
    if any(mark in begin + end for mark in "~?%X") or begin.startswith("-"):
        return f"{first}{wide}{last}"
    first_parts, last_parts = begin.split("-"), end.split("-")
    if len(first_parts) == 1 and len(last_parts) == 1:
        return f"{first}{close}{last}"
    if first_parts[0] != last_parts[0] or len(first_parts) != len(last_parts):
        return f"{first}{wide}{last}"
    if len(first_parts) == 3 and first_parts[1] == last_parts[1]:
        return f"{int(first_parts[2])}{close}{last}"
    return f"{first.rsplit(' ', 1)[0]}{wide}{last}"


def day_in_words(day: Day) -> str:
    """One day in words: “19 December 1945”."""
    return _plain(day.isoformat())


def edtf_day_in_words(text: str) -> str:
    """The first day of a date in words; what is no date stays as it is written."""
    try:
        first = DateSpan(text).earliest
    except DateError:
        return text
    return day_in_words(first) if first else text


def precision(edtf: str) -> str:
    """How much is known: day, month, season, year, decade, range, open-start, open-end, or undated for ''."""
    if not edtf:
        return "undated"
    begin, slash, end = edtf.partition("/")
    if slash:
        return "open-start" if begin in ("", "..") else "open-end" if end in ("", "..") else "range"
    bare = edtf.rstrip("~?%").removeprefix("-")
    if "X" in bare:
        return "decade"
    parts = bare.split("-")
    if len(parts) == 2:
        return "season" if int(parts[1]) in SEASONS else "month"
    return "year" if len(parts) == 1 else "day"


def basis_in_words(date: DateSpan | None) -> str:
    """One sentence on how the date is known: “Year from the text; month and day from the reference list of events.”"""
    if date is None:
        return "No date is given."
    parts_of_date = ("year", "season" if _SEASON_IN.search(date.edtf) else "month", "day")
    known = [(part, basis) for part, basis in zip(parts_of_date, date.basis, strict=True) if basis]
    if not known:
        return ""
    groups = [(basis, [part for part, _ in parts]) for basis, parts in groupby(known, key=lambda pair: pair[1])]
    if len(groups) == 1:
        only = groups[0][0]
        return "Date given in the text." if only is Basis.STATED else f"Date {_BASIS_WORDS[only]}."
    sentence = "; ".join(f"{' and '.join(parts)} {_BASIS_WORDS[basis]}" for basis, parts in groups)
    return f"{sentence[0].upper()}{sentence[1:]}."


def years(edtf: str) -> tuple[int | None, int | None]:
    """First and last year of a span; None for an open end."""
    first, last = span_of(edtf)
    return (first.year if first else None, last.year if last else None)
