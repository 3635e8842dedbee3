"""Numeric dates and eras: “6/8/55”, “3/1–15/77”, “1945-12-19”, “131430Z Nov 66”, “493 BC”, “1960’s”, “FY 1956”."""

from __future__ import annotations

import re

from dashboard.datespan import Day
from dashboard.extraction.alternation import any_of
from dashboard.extraction.dates.days import add_days, edtf, is_day
from dashboard.extraction.dates.family import Family, Found, full_year, month_of, whole, year_after
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import (
    DAY,
    DECADES,
    EASTER,
    FEASTS,
    MONTH,
    NAMED_DAYS,
    ORDINAL,
    SEASON,
    SEASONS,
    SPACE,
    number,
)

_ERA = r"(?:B\.?C\.?E\b\.?|B\.?C\b\.?(?!E))"


def _iso(found: Found) -> list[Reading]:
    """“1945-12-19”."""
    base = whole(found)
    base.year, base.month, base.day = (int(part) for part in found[0].split("-"))
    return [base]


def _slashed(found: Found) -> list[Reading]:
    """“6/8/55”, “3/1–15/77”; month first, unless the document shows another order (`order.py`)."""
    base = whole(found)
    base.year, base.short_year = full_year(found["slash_year"])
    base.month, base.day, base.numeric = int(found["slash_month"]), int(found["slash_day"]), True
    if found["slash_until"]:
        base.until = Reading(base.start, base.end, base.year, base.month, int(found["slash_until"]))
        base.until.short_year = base.short_year
    return [base]


def _slashed_short(found: Found) -> list[Reading]:
    """“on 2/7”: a day of the year at hand, after a word that leads a date in."""
    base = whole(found)
    base.month, base.day, base.numeric = int(found["short_month"]), int(found["short_day"]), True
    return [base] if _LEADS_DAY.search(found.string[max(0, base.start - 12) : base.start]) else []


_LEADS_DAY = re.compile(r"\b(?:[Oo]n|[Dd]ated|[Ss]ince|[Uu]ntil|[Oo]f)\s$")


def _dotted(found: Found) -> list[Reading]:
    """“19.12.1945”: day first, as on the Continent."""
    base = whole(found)
    base.day, base.month, base.year = (int(part) for part in found[0].split("."))
    if base.month > 12:
        base.day, base.month = base.month, base.day
    return [base]


def _date_time_group(found: Found) -> list[Reading]:
    """“131430Z Nov 66”: day, hour and minute, month, year of a military message."""
    base = whole(found)
    base.day, base.month = int(found["group_day"]), month_of(found["group_month"])
    if found["group_year"]:
        base.year, base.short_year = full_year(found["group_year"])
    return [base]


def _compact(found: Found) -> list[Reading]:
    """“03SEP44”, “3-Sep-1944”."""
    base = whole(found)
    base.day, base.month = int(found["compact_day"]), month_of(found["compact_month"])
    base.year, base.short_year = full_year(found["compact_year"])
    return [base]


def _before_christ(found: Found) -> list[Reading]:
    """“493 BC”, “499-493 BC”, “496 and 495 BC”, “499 to 493 BC”."""
    last = whole(found, "bc_last")
    last.end = found.end()
    last.year = 1 - int(found["bc_last"])
    if found["bc_month"]:
        last.start, last.month = found.start(), month_of(found["bc_month"])
    if found["bc_season"]:
        last.start, last.season = found.start(), SEASONS[found["bc_season"].lower()]
    if not found["bc_first"]:
        return [last]
    first = whole(found, "bc_first")
    first.year = 1 - int(found["bc_first"])
    if re.search(r"and|or", found["bc_joiner"]):
        return [first, last]
    if first.year >= last.year:
        return []
    first.end, first.until = last.end, last
    return [first]


def _anno_domini(found: Found) -> list[Reading]:
    """“A.D. 70”."""
    base = whole(found)
    base.year = int(found["ad_year"])
    return [base]


def _of_our_era(found: Found) -> list[Reading]:
    """“70 A.D.”."""
    base = whole(found)
    base.year = int(found["ad_after"])
    return [base]


def _decade(found: Found) -> list[Reading]:
    """“the 1960s”, “mid-1970’s”, “the 470s BC”."""
    base = whole(found)
    tens = int(found["tens"])
    if found["tens_era"]:
        base.fixed = f"{-(tens * 10 + 8):05d}/{-(tens * 10 - 1):05d}"
    elif tens >= 100:
        base.fixed = f"{tens}X"
    return [base] if base.fixed else []


def _decade_word(found: Found) -> list[Reading]:
    """“the nineteen-thirties”, “the thirties”."""
    base = whole(found)
    century = {"nineteen": 190, "eighteen": 180, "seventeen": 170}.get(
        (found["century_word"] or "nineteen").lower(), 190
    )
    base.fixed = f"{century + DECADES[found['tens_word'].lower()] // 10}X"
    base.short_year = not found["century_word"]
    return [base]


def _decade_short(found: Found) -> list[Reading]:
    """“the ’30s”."""
    base = whole(found)
    base.fixed, base.short_year = f"19{found['short_tens']}X", True
    return [base]


def _century(found: Found) -> list[Reading]:
    """“the 19th century”, “nineteenth century”, “the 4th century BC”."""
    base = whole(found)
    nth = number(found["nth_century"])
    if not 1 <= nth <= 21:
        return []
    base.fixed = f"{-(nth * 100 - 1):05d}/{-(nth * 100 - 100):05d}" if found["century_era"] else f"{nth - 1:02d}XX"
    return [base]


def _fiscal(found: Found) -> list[Reading]:
    """“FY 1956”, “FY 1961–62”, “fiscal year ending …”: from 1 July, since that of 1977 from 1 October."""
    base = whole(found)
    if found["fiscal_month"]:
        month, day, year = month_of(found["fiscal_month"]), int(found["fiscal_day"]), int(found["fiscal_end"])
        if is_day(year, month, day) and is_day(year - 1, month, day):
            opening = add_days(Day(year - 1, month, day), 1)
            base.fixed = f"{edtf(*opening)}/{edtf(year, month, day)}"
        return [base] if base.fixed else []
    first, _ = full_year(found["fiscal"])
    last = year_after(first, found["fiscal_last"]) if found["fiscal_last"] else first
    if last < first:
        return []
    first = last if last == first + 1 else first
    begin = f"{first - 1}-10-01" if first >= 1977 else f"{first - 1}-07-01"
    end = f"{last}-09-30" if last >= 1977 else f"{last}-06-30"
    base.fixed = f"{begin}/{end}"
    return [base]


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday, Gregorian (the anonymous algorithm printed in Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    return divmod(h + m - 7 * n + 114, 31)[0], (h + m - 7 * n + 114) % 31 + 1


def _feast(found: Found) -> list[Reading]:
    """“Christmas 1963”, “Easter, 1916”, “V–E Day”, “Christmas”."""
    base = whole(found)
    name, year = found["feast"], found["feast_year"]
    before = found.string[max(0, base.start - 10) : base.start]
    if name in NAMED_DAYS:
        base.fixed = NAMED_DAYS[name]
        return [base]
    if name in FEASTS:
        if not year and not re.search(r"\b(?:at|by|before|after|until|since|on|during|over|till)\s+$", before):
            return []
        base.year = int(year) if year else None
        base.month, base.day = (int(part) for part in FEASTS[name].split("-"))
        return [base]
    if not year:
        return []
    base.year = int(year)
    month, day = easter(base.year)
    base.month, base.day = (month, day + EASTER[name.lower()])
    if base.day < 1:
        base.month, base.day = 3, 31 + base.day
    return [base]


FAMILIES = (
    Family("iso", r"(?<![\d/.–-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d/-])", _iso),
    Family(
        "slashed",
        r"(?<![\d/.–-])(?P<slash_month>\d{1,2})/(?P<slash_day>\d{1,2})(?:[-–](?P<slash_until>\d{1,2}))?"
        r"/(?P<slash_year>(?:1[5-9]|20)\d\d|\d\d)(?![\d/–-])",
        _slashed,
    ),
    Family("slashed_short", r"(?<![\d/.–-])(?P<short_month>\d{1,2})/(?P<short_day>\d{1,2})(?![\d/–-])", _slashed_short),
    Family(
        "dotted",
        r"(?<![\d/.–-])(?:3[01]|[12]\d|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])\.(?:1[5-9]|20)\d\d(?!\d|[/.]\d)",
        _dotted,
    ),
    Family(
        "compact",
        rf"(?<!\d)(?P<compact_day>{DAY})-?(?P<compact_month>{MONTH})-?(?P<compact_year>(?:19|20)\d\d|\d\d)(?!\d)",
        _compact,
    ),
    Family(
        "date_time_group",
        rf"(?<!\d)(?P<group_day>[0-3]\d)[0-2]\d[0-5]\d[ZR]{SPACE}?(?P<group_month>{MONTH})"
        rf"(?:{SPACE}?(?P<group_year>(?:19|20)\d\d|\d\d)(?!\d))?",
        _date_time_group,
    ),
    Family(
        "before_christ",
        rf"(?:(?:(?P<bc_month>{MONTH})|(?:[Tt]he{SPACE})?(?P<bc_season>{SEASON})(?:{SPACE}of)?){SPACE}|(?<![\d.,/])(?P<bc_first>\d{{1,4}})"
        rf"(?P<bc_joiner>{SPACE}?[-–—/]{SPACE}?|{SPACE}(?:to|and|or|until){SPACE}))?"
        rf"(?<![\d.,])(?P<bc_last>\d{{1,4}}){SPACE}?{_ERA}",
        _before_christ,
    ),
    Family("anno_domini", rf"A\.?D\.?{SPACE}?(?P<ad_year>\d{{1,4}})(?!\d)", _anno_domini),
    Family(
        "of_our_era",
        rf"(?<![\d.,/–-])(?P<ad_after>\d{{1,4}}){SPACE}?(?:A\.{SPACE}?D\.|AD(?![A-Za-z-])|C\.E\.)",
        _of_our_era,
    ),
    Family("decade", rf"(?P<tens>\d{{2,3}})0(?:['’]?s)(?![A-Za-z])(?P<tens_era>{SPACE}{_ERA})?", _decade),
    Family("decade_short", r"(?<=['’‘])(?P<short_tens>[1-9])0['’]?s(?![A-Za-z])", _decade_short),
    Family(
        "decade_word",
        rf"(?:(?P<century_word>[Nn]ineteen|[Ee]ighteen|[Ss]eventeen)[- ]|(?<=the )|(?<=the ['’‘])"
        r"|(?<=early )|(?<=early ['’‘])|(?<=late )|(?<=late ['’‘])|(?<=mid-)|(?<=mid-['’‘]))"
        rf"(?P<tens_word>{any_of([*DECADES, *(word.title() for word in DECADES)])})(?![A-Za-z])",
        _decade_word,
    ),
    Family(
        "century",
        rf"(?P<nth_century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})"
        rf"(?:{SPACE}|-)[Cc]entury(?P<century_era>{SPACE}{_ERA})?",
        _century,
    ),
    Family(
        "fiscal",
        rf"(?:[Ff]iscal(?:{SPACE}[Yy]ears?)?|F\.?Y\.?)(?:{SPACE}|[-–])?(?P<fiscal>(?:19|20)\d\d|['’]?\d\d)(?!\d)"
        r"(?:[-–/](?P<fiscal_last>(?:19|20)\d\d|\d\d)(?!\d))?"
        rf"|[Ff]iscal{SPACE}year{SPACE}(?:end(?:ing|ed|s)){SPACE}(?:on{SPACE})?(?P<fiscal_month>{MONTH}){SPACE}"
        rf"(?P<fiscal_day>{DAY}),?{SPACE}(?P<fiscal_end>(?:1[789]|20)\d\d)(?!\d)",
        _fiscal,
    ),
    Family(
        "feast",
        rf"(?P<feast>{any_of([*FEASTS, *(word.title() for word in EASTER), *NAMED_DAYS])})(?![A-Za-z])"
        rf"(?:(?:,?{SPACE}(?:of{SPACE}|in{SPACE})?)(?P<feast_year>(?:1\d|20)\d\d)(?!\d))?",
        _feast,
    ),
)
