"""Worded dates: days and years written out, as treaties and decrees do: “the seventeenth of June, one thousand …”."""

from __future__ import annotations

import re

from dashboard.extraction.alternation import any_of
from dashboard.extraction.dates.family import Family, Found, month_of, whole
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import MONTH_NAME, NUMBER, NUMBERS, ORDINAL, ORDINALS, SPACE, number

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_CAPITAL = any_of(word.title() for word in ORDINALS)
"""“the Fourth of July”."""
_YEAR_WORDS = (
    rf"(?:(?:one|two){SPACE}thousand(?:,?{SPACE}(?:and{SPACE})?{NUMBER}{SPACE}hundred)?"
    rf"|(?:seventeen|eighteen|nineteen){SPACE}hundred)"
    rf"(?:,?{SPACE}(?:and{SPACE})?(?:{_TENS}(?:[- ]{NUMBER})?|{NUMBER}))?"
)
_ROUND = {"hundred": 100, "thousand": 1000, "seventy": 70, "eighty": 80}


def year_in_words(words: str) -> int:
    """“one thousand eight hundred and sixty-one” as 1861."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            total, current = (current or 1) * 1000, 0
        elif word == "hundred":
            total, current = total + (current or 1) * 100, 0
        else:
            current += _ROUND.get(word, NUMBERS.get(word, 0))
    return total + current


def _worded(found: Found) -> list[Reading]:
    """“this thirtieth day of November, in the year of our Lord one thousand nine hundred and eighteen”."""
    base = whole(found)
    base.day, base.month = number(found["worded_day"]), month_of(found["worded_month"])
    if found["worded_year"]:
        base.year = year_in_words(found["worded_year"])
    elif found["worded_digits"]:
        base.year = int(found["worded_digits"])
    return [base] if 1 <= base.day <= 31 else []


FAMILIES = (
    Family(
        "worded",
        rf"(?P<worded_day>(?:twenty-|thirty-)?{ORDINAL}|{_CAPITAL})(?:{SPACE}day)?(?:{SPACE}of(?:{SPACE}the{SPACE}month{SPACE}of)?)?"
        rf"{SPACE}(?P<worded_month>{MONTH_NAME})(?:,?{SPACE}(?:A\.D\.,?{SPACE}|(?:in{SPACE}the{SPACE}year(?:{SPACE}of"
        rf"{SPACE}(?:our|the){SPACE}[A-Z][a-z]+)?,?{SPACE}))?(?:(?P<worded_year>{_YEAR_WORDS})"
        r"|(?P<worded_digits>(?:1\d|20)\d\d)(?!\d)))?",
        _worded,
    ),
)
