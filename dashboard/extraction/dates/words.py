"""The words dates are written in, read from data/vocabulary/date_words.csv, and the pieces of pattern made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.errors import VocabularyError
from dashboard.extraction.alternation import any_of
from dashboard.extraction.lexicon import spellings
from dashboard.extraction.vocabulary import rows

TABLE = "date_words.csv"


def _read() -> dict[str, dict[str, str]]:
    """kind -> word -> value, in the table's order; raises VocabularyError."""
    kinds: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows(TABLE, "word", "kind", "value", "reason"), start=2):
        if not row["word"] or not row["kind"]:
            raise VocabularyError(f"{TABLE}, line {number}: a row needs a word and a kind; complete it.")
        kinds.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return kinds


_KINDS = _read()


def _numbers(*kinds: str) -> dict[str, int]:
    """Lower-case word -> number, of the kinds named."""
    return {word.lower(): int(value) for kind in kinds for word, value in _KINDS[kind].items()}


MONTHS = _numbers("month", "month-abbreviation")
WEEKDAYS = _numbers("weekday", "weekday-abbreviation")
SEASONS = _numbers("season")
NUMBERS = _numbers("number")
ORDINALS = _numbers("ordinal")
DECADES = _numbers("decade")
FEASTS = _KINDS["feast"]
EASTER = _numbers("easter")
NAMED_DAYS = _KINDS["named-day"]


def _headed(words: Iterable[str]) -> list[str]:
    """The words as they stand in a line and as they stand in a heading of capitals."""
    return [form for word in words for form in (word, word.upper())]


SPACE = r"(?:(?:[ \t\u00a0\u2009]{1,3}\n?|\n)[ \t\u00a0]{0,3}(?:\[Page \w{1,6}\] ?)?)"
"""White space within an expression: no empty line, but a line end or a page marker."""
MONTH_WORDS = frozenset(_headed(_KINDS["month"]))
MONTH_NAME = any_of(_headed(_KINDS["month"])) + r"(?![A-Za-z])"
MONTH = "(?:" + MONTH_NAME + "|" + any_of(_headed(_KINDS["month-abbreviation"])) + r"(?![A-Za-z])\.?)"
WEEKDAY_NAME = any_of(_headed(_KINDS["weekday"])) + r"(?![A-Za-z])"
WEEKDAY = "(?:" + WEEKDAY_NAME + "|" + any_of(_KINDS["weekday-abbreviation"]) + r"(?![A-Za-z])\.?)"
SEASON = any_of([*_KINDS["season"], *(word.title() for word in _KINDS["season"])]) + r"(?![A-Za-z])"
NUMBER = any_of(NUMBERS)
ORDINAL = any_of(ORDINALS)
COUNTED = any_of(_KINDS["counted"])
RANKED = any_of(_KINDS["ranked"])
NUMBERED = any_of(word for word in _KINDS["numbered"] if word.isalpha())
_COMMON = (
    *("[Y/y]esterday", "[T/t]o[/-/–]day", "[T/t]o[/-/–]morrow", "[T/t]o[/-/–]night", "[D/d]ay[/s]", "[D/d]ate"),
    *("[M/m]orning", "[F/f]orenoon", "[A/a]fternoon", "[E/e]vening", "[N/n]ight", "[W/w]eek[/s]", "[F/f]ortnight[/s]"),
    *("[M/m]onth[/s]", "[Y/y]ear[/s]", "[D/d]ecade[/s]", "[C/c]entury", "[I/i]nstant", "[U/u]ltimo", "[P/p]roximo"),
    *("[F/f]iscal", "F[/.]Y", "A[/.]D"),
)
TRIGGERS = (
    *_headed(_KINDS["month"]),
    *_headed(_KINDS["month-abbreviation"]),
    *_headed(_KINDS["weekday"]),
    *_KINDS["weekday-abbreviation"],
    *(form for kind in ("season", "decade", "easter") for word in _KINDS[kind] for form in (word, word.title())),
    *_KINDS["feast"],
    *_KINDS["named-day"],
    *(form for phrase in _COMMON for form in spellings(phrase)),
)
"""Words one of which stands in every expression that holds no number at its head."""
LEADS = [
    *sorted([*NUMBERS, *ORDINALS], key=len, reverse=True),
    *("the", "this", "that", "same", "very", "last", "next", "past", "previous", "preceding", "following", "ensuing"),
    *("succeeding", "coming", "current", "present", "particular", "of", "in", "or", "end", "close", "middle"),
    *("beginning", "start", "early", "late", "later", "earlier", "latter", "part", "within", "just", "only", "some"),
    *("about", "twenty", "thirty", "nineteen", "eighteen", "seventeen", "day", "before", "after", "a", "few", "couple"),
]
"""Words that may stand in an expression before its trigger."""
SUFFIX = r"(?:st|nd|rd|th|d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
NO_CLOCK = r"(?!\d|:\d|(?:[.:]\d\d)?[ ]?[ap]\.? ?m\b|[ ]?noon|[ ]?o.clock|[ ]?hours)"
"""What may not follow a number that is a day: it would be an hour."""


def number(word: str) -> int:
    """“twelve”, “12” or “12th” as 12; 0 where it is none of ours."""
    word = word.lower()
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else NUMBERS.get(word, ORDINALS.get(word, 0))
