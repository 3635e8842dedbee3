"""Family: one way of writing dates, as a pattern and the function that reads what it matched.

To add one: write the pattern with named groups and a function Match -> readings, and put it into the FAMILIES of its
file; `scan.py` joins all into one alternation, in which the first family that matches at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import MONTHS

Found = re.Match[str]


class Family(NamedTuple):
    """A pattern (with named groups of its own) and its reader; an empty list means: no date after all."""

    name: str
    pattern: str
    read: Callable[[Found], list[Reading]]


def whole(found: Found, group: str | int = 0) -> Reading:
    """An empty reading over the whole match or one group of it."""
    return Reading(found.start(group), found.end(group))


def month_of(word: str) -> int:
    """The month a name or abbreviation stands for."""
    return MONTHS[word.rstrip(".").lower()]


def full_year(digits: str) -> tuple[int, bool]:
    """Year and whether it was short: “1945”, “'45” and “45” as 1945; the century is settled later."""
    digits = digits.strip("'’‘[]() ")
    return (int(digits), False) if len(digits) > 2 else (1900 + int(digits), True)


def year_after(first: int, digits: str) -> int:
    """The second year of a range: “66” after 1964 is 1966, “7” after 1941 is 1947."""
    if len(digits) >= 4:
        return int(digits)
    step: int = 10 ** len(digits)
    return first - first % step + int(digits)
