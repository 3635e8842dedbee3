"""Calendar dates: day, month and year in both orders, months, seasons and years, with their ranges and lists."""

from __future__ import annotations

import re

from dashboard.datespan import month_length
from dashboard.extraction.dates.days import CALENDARS_APART
from dashboard.extraction.dates.family import Family, Found, full_year, month_of, whole, year_after
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import (
    DAY,
    MONTH,
    MONTH_WORDS,
    NO_CLOCK,
    SEASON,
    SEASONS,
    SPACE,
    SUFFIX,
    WEEKDAY,
    WEEKDAYS,
)

_YEAR = r"\[?(?P<year>(?:1\d|20)\d\d)(?P<glued>\d{0,2})(?!\d)\]?"
_SHORT = r"(?P<short>['’‘]\d\d)(?!\d)"
_TWO_DIGITS = r"(?<=[a-z.])[ -](?P<digits>[2-9]\d)(?=[,.;)\]\n]|$)"
_OF_YEAR = (
    SPACE + r"(?:of" + SPACE + r")?(?P<told>that(?: same)?|the same|this|last|next|the following|the next|the previous"
    r"|the preceding|the present|the current)" + SPACE + r"year(?![A-Za-z])"
)
_SIDE = r",?" + SPACE + r"(?P<side>last|next|past|ultimo|proximo)(?![A-Za-z]|\s(?:year|month|week|day))"
_AFTER_MONTH = rf"(?:(?:,?{SPACE}?|,?{SPACE}of{SPACE}){_YEAR}|,?{SPACE}?{_SHORT}|{_TWO_DIGITS}|{_OF_YEAR}|{_SIDE})"
_TO = rf"(?:{SPACE}?[-–—/]{SPACE}?|{SPACE}(?:to|through|until|till|thru){SPACE}(?:the{SPACE})?)"
_AND = rf"(?:{SPACE}?&{SPACE}?|,?{SPACE}(?:and|or){SPACE}(?:again{SPACE})?(?:on{SPACE})?(?:the{SPACE})?)"
_STYLE = (
    rf",?{SPACE}?(?:\((?:O\.?{SPACE}?S\.?|[Oo]ld{SPACE}[Ss]tyle)\)|O\.{SPACE}?S\.|[Oo]ld{SPACE}[Ss]tyle(?![A-Za-z]))"
)
_OLD_STYLE, _OLD_AFTER = rf"(?P<old>{_STYLE})?", rf"(?P<old_after>{_STYLE})?"
_GOES_ON = (
    r"(?=[,.;:)\]—’”\"]|\s*$|\n|\s(?:of|at|in|by|to|from|were|was|is|are|the|and|on|had|has|have|for|with|or|when|that"
    r"|which|respectively|between|during|as|last|next|inst|ult|\[|\(|1[5-9]\d\d|20\d\d))"
)
"""What may follow the last number of a list of days, so that “May 4 and 20 others” is one day."""
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?{SPACE}(?:the{SPACE})?)?"
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
_YEARS_TOLD = {"the following": 1, "the next": 1, "next": 1, "last": -1, "the previous": -1, "the preceding": -1}


def _year_part(found: Found, reading: Reading) -> None:
    """Put what stands after the month into the reading."""
    groups = found.groupdict()
    if groups.get("year"):
        reading.year = int(groups["year"])
        if groups["glued"]:
            reading.end = found.start("glued")
        elif found[0].endswith("]") and "[" not in found[0]:
            reading.end -= 1
    elif groups.get("short"):
        reading.year, reading.short_year = full_year(groups["short"])
    elif groups.get("digits"):
        reading.year, reading.short_year = full_year(groups["digits"])
    elif groups.get("told"):
        reading.year_told = _YEARS_TOLD.get(" ".join(groups["told"].split()), 0)
    elif groups.get("side"):
        reading.side = 1 if groups["side"] in ("next", "proximo") else -1


def _spread(found: Found, base: Reading, days: list[tuple[int, int, int]], joiner: str) -> list[Reading]:
    """Readings for several days of one month: a range as one, a list as several; `days` holds (day, start, end)."""
    base.day = days[0][0]
    if len(days) == 1:
        return [base]
    if joiner.strip() == "/" and days[-1][0] - days[0][0] in CALENDARS_APART:
        base.day = days[-1][0]
        return [base]
    between = _BETWEEN.search(found.string[max(0, base.start - 16) : base.start])
    if between or not re.search(r"\b(?:and|or)\b|[,&]", joiner):
        last = Reading(base.start, base.end, base.year, base.month, days[-1][0], short_year=base.short_year)
        base.until = last
        return [base] if days[-1][0] > days[0][0] else []
    out = []
    for at, (day, start, end) in enumerate(days):
        one = Reading(start, end, base.year, base.month, day, side=base.side, year_told=base.year_told)
        one.short_year = base.short_year
        if at == 0 and found.start("month") < start:
            one.start = base.start
        if at == len(days) - 1:
            one.end = base.end
        out.append(one)
    return out


def _days(found: Found, *groups: str) -> tuple[list[tuple[int, int, int]], str]:
    """The days standing in the groups, each with its place, and the words between them."""
    days: list[tuple[int, int, int]] = []
    joiner = ""
    for group in groups:
        if found.group(group) is None:
            continue
        at = found.start(group)
        numbers = re.finditer(r"(\d+)(?:st|nd|rd|th|d)?", found.group(group))
        days += [(int(each[1]), at + each.start(), at + each.end()) for each in numbers]
        joiner += re.sub(r"\d+(?:st|nd|rd|th|d)?", "", found.group(group))
    return days, joiner


def _month_day(found: Found) -> list[Reading]:
    """“Tuesday, April 9, 1861”, “January 29–30”, “May 4 and 5”, “April 21 [22]”, “June 14 [15?]”."""
    base = whole(found)
    base.month = month_of(found["month"])
    _year_part(found, base)
    if found["weekday"]:
        base.weekday = WEEKDAYS[found["weekday"].rstrip(".").lower()]
    if found["corrected"]:
        base.day, base.qualifier = int(found["corrected"]), "?" if found["doubt"] else ""
        return [base]
    base.qualifier, base.old_style = "?" if found["unsure"] else "", bool(found["old"] or found["old_after"])
    days, joiner = _days(found, "day", "days")
    if days[0][0] > month_length(4, base.month):
        return _without_mark(base, days[0]) if len(days) == 1 and base.year is None else []
    return _spread(found, base, days, joiner)


def _without_mark(base: Reading, day: tuple[int, int, int]) -> list[Reading]:
    """“Nov 31” as 3 November with the mark of note 1: that month has no such day."""
    base.day, base.end = day[0] // 10, day[2] - 1
    return [base]


def _day_month(found: Found) -> list[Reading]:
    """“the 9th of March, 1861”, “8 August 1944”, “4–11 February 1945”, “the 8th day of April”, “22d of May last”."""
    base = whole(found)
    base.month = month_of(found["month"])
    _year_part(found, base)
    if found["weekday"]:
        base.weekday = WEEKDAYS[found["weekday"].rstrip(".").lower()]
    base.old_style = bool(found["old"] or found["old_after"])
    days, joiner = _days(found, "days", "day")
    if any(day > month_length(4, base.month) for day, _, _ in days):
        return []
    return _spread(found, base, days, joiner)


def _month_year(found: Found) -> list[Reading]:
    """“June 1944”, “October, 1917”, “February of 1940”, “August of that year”, “November last”."""
    base = whole(found)
    base.month = month_of(found["month"])
    _year_part(found, base)
    return [base]


def _month_alone(found: Found) -> list[Reading]:
    """“October”; “May” and “March” only where the words before them make them a month."""
    base = whole(found)
    base.month = month_of(found["month"])
    name = found["month"]
    short = name.rstrip(".") not in MONTH_WORDS
    if base.month in (3, 5) or name.isupper() or short:
        expected = _ABBREVIATION_EXPECTED if short else _MONTH_EXPECTED
        before = found.string[max(0, base.start - 24) : base.start]
        if not (expected.search(before) or _MONTH_FOLLOWS.match(found.string, base.end)):
            return []
    if name.endswith(".") and not _MONTH_FOLLOWS.match(found.string, base.end):
        base.end -= 1
    return [base]


_ABBREVIATION_EXPECTED = re.compile(
    r"\b(?:[Ii]n|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|[Ss]ince|[Uu]ntil)[\s–-]$|[a-z]\.?[–-]$"
)
_MONTH_FOLLOWS = re.compile(rf"{_TO}{MONTH}")


_MONTH_EXPECTED = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]hrough|from"
    r"|[Bb]efore|[Aa]fter|[Tt]hroughout|[Ff]or|previous|following|coming|present|[Mm]id[-–]?|[Ee]nd|[Bb]eginning|[Mm]iddle"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December),?"
    r"(?:\s(?:and|or|to|until))?)\s?|\b[Ii]n [a-z]+ and |[–-])$"
)


def _season_year(found: Found) -> list[Reading]:
    """“the summer of 1944”, “winter 1941–42”, “spring of the same year”, “the summer”, “last autumn”."""
    base = whole(found)
    base.season = SEASONS[found["season"].lower()]
    if found["the"] and re.match(r"(?:last|next|past|coming|previous|following)", found["the"], re.IGNORECASE):
        word = found["the"].lower()
        base.side = 1 if re.match(r"next|coming|following", word) else -1
    _year_part(found, base)
    if found["year"] or found["told"]:
        return [base]
    after = found.string[base.end : base.end + 12]
    name = found["season"]
    if not found["the"] and (name.lower() in ("spring", "fall") or name[0].isupper()):
        return []
    if re.match(r"\s+of\b|\s+[A-Z]|-", after) or (
        name.lower() == "fall" and (found["the"] or "").lower().strip() == "the"
    ):
        return []
    return [base]


def _year_range(found: Found) -> list[Reading]:
    """“1964–66”, “1952–1954”, “the years 1955-1957”."""
    base = whole(found)
    base.year = int(found["first"])
    last = year_after(base.year, found["second"])
    if len(found["second"]) == 1 and not _LEADS_YEAR.search(found.string[max(0, base.start - 12) : base.start]):
        return []
    if not base.year < last <= base.year + 150:
        return []
    base.until = Reading(base.start, base.end, last)
    return [base]


_LEADS_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Yy]ears?|[Oo]f|[Dd]uring|[Ff]rom|[Ww]inter|[Bb]y|and|[Ee]arly|[Ll]ate)\s$"
)


def _year_glued(found: Found) -> list[Reading]:
    """“in 19215”: a year with the mark of a note glued to it, after a word that leads a year in."""
    base = whole(found, "year")
    base.year = int(found["year"])
    return [base] if _LEADS_YEAR.search(found.string[max(0, base.start - 12) : base.start]) else []


def _short_year(found: Found) -> list[Reading]:
    """“in ’43”."""
    base = Reading(found.start() - 1, found.end())
    base.year, base.short_year = full_year(found[0])
    before = found.string[max(0, base.start - 12) : base.start]
    return [base] if before[-1:].isspace() and _LEADS_YEAR.search(before) else []


def _year_alone(found: Found) -> list[Reading]:
    """“1945”; whether it is a year at all is judged by its surroundings in `plausible.py`."""
    base = whole(found)
    base.year = int(found["year"])
    return [base]


FAMILIES = (
    Family(
        "month_day",
        rf"{_WEEKDAY}(?P<month>{MONTH}){SPACE}?(?:the{SPACE})?(?P<day>{DAY}{SUFFIX}?)(?P<unsure>\?)?{NO_CLOCK}"
        rf"(?:{SPACE}?\[(?P<corrected>{DAY}){SUFFIX}?(?P<doubt>\?)?\]"
        rf"|(?P<days>{_TO}{DAY}{SUFFIX}?{NO_CLOCK}|(?:,{SPACE}{DAY}{SUFFIX}?{NO_CLOCK})*{_AND}{DAY}{SUFFIX}?"
        rf"{NO_CLOCK}{_GOES_ON}))?{_OLD_STYLE}{_AFTER_MONTH}?{_OLD_AFTER}",
        _month_day,
    ),
    Family(
        "month_day_glued",
        rf"{_WEEKDAY}(?P<month>{MONTH}){SPACE}(?P<day>(?:3[01]|[12]\d)(?=\d(?:[,.;:)\]]|\s))|[1-9](?=\d(?:[,.;:)\]]|\s)))"
        r"(?P<days>(?!))?(?P<corrected>(?!))?(?P<doubt>(?!))?(?P<unsure>(?!))?(?P<old>(?!))?(?P<old_after>(?!))?",
        _month_day,
    ),
    Family(
        "day_month",
        rf"{_WEEKDAY}(?<![\d.,/])(?<!\d[–-])(?P<days>{DAY}{SUFFIX}?(?:,{SPACE}{DAY}{SUFFIX}?)*(?:{_TO}|{_AND}))?"
        rf"(?P<day>{DAY}{SUFFIX}?)(?:{SPACE}day)?(?:{SPACE}of(?:{SPACE}the{SPACE}month{SPACE}of)?{SPACE}|{SPACE}|-)"
        rf"(?P<month>{MONTH})(?!{SPACE}{DAY}(?!\d)){_OLD_STYLE}{_AFTER_MONTH}?{_OLD_AFTER}",
        _day_month,
    ),
    Family("month_year", rf"(?P<month>{MONTH})(?:-(?=(?:1\d|20)\d\d))?{_AFTER_MONTH}", _month_year),
    Family("month", rf"(?P<month>{MONTH})", _month_alone),
    Family(
        "season",
        rf"(?P<the>(?:[Tt]he|[Tt]his|[Tt]hat(?:{SPACE}same)?|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming){SPACE}"
        r"(?:last |next |past |coming |previous |following |same |early |late )?)?"
        rf"(?P<season>{SEASON})(?:(?:{SPACE}(?:of|in){SPACE}|,?{SPACE})(?P<year>(?:1\d|20)\d\d)(?P<glued>\d?)(?!\d)"
        rf"(?:[-–/](?P<winter>\d\d(?:\d\d)?)(?!\d))?|{_OF_YEAR})?",
        _season_year,
    ),
    Family(
        "year_range",
        rf"(?<![\d.,/–$£-])(?P<first>(?:1[0-9]|20)\d\d){SPACE}?[-–—/]{SPACE}?(?P<second>(?:1[0-9]|20)\d\d|\d\d|\d)"
        r"(?![\d/]|[-–]\d|,\d|[:.]\d\d)",
        _year_range,
    ),
    Family(
        "year",
        r"(?<![\d.,/–$£#])(?<!(?<!mid)(?<!Mid)(?<!pre)(?<!ost)-)(?P<year>(?:1[0-9]|20)\d\d)(?![\d/–-]|,\d{3}"
        r"|\.\d(?!\d{0,2}(?:\s+[A-Z“(\[]|\s*\n|\s*$|[”\"])))",
        _year_alone,
    ),
    Family("year_glued", r"(?<![\d.,/–$£#-])(?P<year>1[89]\d\d|20[0-2]\d)\d{1,2}(?=[.,;:)\s])(?!,\d)", _year_glued),
    Family("short_year", r"(?<=['’‘])\d\d(?![\d%:])", _short_year),
)
