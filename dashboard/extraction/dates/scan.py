"""Scan: all families in one compiled alternation, run once over the text; the readings in order, not overlapping."""

from __future__ import annotations

import re

from dashboard.extraction.alternation import any_of, first_of
from dashboard.extraction.dates import calendar, numeric, relative, worded
from dashboard.extraction.dates.family import Family
from dashboard.extraction.dates.join import joined
from dashboard.extraction.dates.order import set_order
from dashboard.extraction.dates.plausible import is_year
from dashboard.extraction.dates.prefix import with_prefix
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import LEADS, TRIGGERS

_ORDER = (
    "date_time_group", "iso", "slashed", "dotted", "compact", "fiscal", "decade", "decade_short", "century",
    "before_christ", "anno_domini", "of_our_era", "worded", "month_day", "month_day_glued", "day_month",
    "month_year", "feast", "ordinals", "ordinal", "few", "ahead", "side_month", "edge", "counted", "same",
    "day_word", "neighbour", "weekday", "season", "decade_word", "year_range", "year", "year_glued",
    "short_year", "slashed_short", "month",
)  # fmt: skip
"""The longer and surer family first: at one place the first that matches wins."""

_FAMILIES: dict[str, Family] = {
    each.name: each for each in (*calendar.FAMILIES, *relative.FAMILIES, *numeric.FAMILIES, *worded.FAMILIES)
}
_UNNAMED = re.compile(r"\(\?P<\w+>")
_DETAIL = {name: re.compile(_FAMILIES[name].pattern) for name in _ORDER}
_NUMBER_FIRST = frozenset((
    "date_time_group", "iso", "slashed", "dotted", "compact", "decade", "decade_short", "century",
    "before_christ", "of_our_era", "day_month", "ordinals", "ordinal", "ahead", "counted", "year_range",
    "year", "year_glued", "short_year", "slashed_short",
))  # fmt: skip
_WORD_FIRST = frozenset(_ORDER) - _NUMBER_FIRST | {
    "ahead",
    "counted",
    "century",
    "before_christ",
    "ordinals",
    "day_month",
}


def _alternation(names: frozenset[str]) -> tuple[re.Pattern[str], list[str]]:
    """The families named as one pattern, each ended by an empty group, and the family of each group."""
    order = [name for name in _ORDER if name in names]
    return re.compile("|".join(f"(?:{_UNNAMED.sub('(?:', _FAMILIES[name].pattern)})()" for name in order)), order


_AT_NUMBER, _NUMBER_NAMES = _alternation(_NUMBER_FIRST)
_AT_WORD, _WORD_NAMES = _alternation(_WORD_FIRST)
_SIGNS = re.compile(first_of(TRIGGERS, also=r"\d") + rf"\b(?:\d|{any_of(TRIGGERS)}(?![a-z]))")
"""What every expression holds: a number, or one of the words that time is told in. All else is passed over quickly."""
_LEAD = re.compile(rf"(?:\b{any_of(LEADS)}[ \n\u00a0–-]{{1,3}})+$", re.IGNORECASE)
_LEAD_REACH = 44
_PREFIXED = frozenset((
    "year", "year_range", "month", "month_year", "month_day", "day_month", "season", "decade", "decade_word",
    "century", "before_christ", "feast", "iso",
))  # fmt: skip
"""Families before which “early”, “the end of” or “about” may stand."""


def readings(text: str, own_year: int | None) -> list[Reading]:
    """What the text says of dates, ranges joined, nothing completed yet."""
    out: list[Reading] = []
    at, ended, signs = 0, 0, _SIGNS.search
    while sign := signs(text, at):
        at = sign.start() + 1
        if read := _read_at(text, sign.start(), ended, own_year):
            out += read
            ended = read[-1].end
            at = max(at, ended)
    if any(each.numeric for each in out):
        named = [each for each in out if each.day and each.month and not each.numeric]
        day_first = sum(text[each.start].isdigit() for each in named)
        set_order(out, day_first=day_first, month_first=len(named) - day_first)
    return joined(text, out)


def _read_at(text: str, sign: int, after: int, own_year: int | None) -> list[Reading]:
    """The readings of the expression in which the sign stands, none before `after`."""
    if text[sign].isdigit():
        found = _AT_NUMBER.match(text, sign)
        return _read(text, found, _NUMBER_NAMES, own_year, after) if found else []
    starts = [sign]
    window = max(after, sign - _LEAD_REACH)
    if lead := _LEAD.search(text[window:sign]):
        starts = [window + lead.start() + word.start() for word in _WORD.finditer(lead[0])] + starts
    for start in starts:
        found = _AT_WORD.match(text, start)
        if found and found.end() > sign and (read := _read(text, found, _WORD_NAMES, own_year, after)):
            return read
    return []


def _read(text: str, found: re.Match[str], names: list[str], own_year: int | None, after: int) -> list[Reading]:
    """What the family that matched makes of it."""
    name = names[(found.lastindex or 1) - 1]
    detail = _DETAIL[name].match(text, found.start())
    read = _FAMILIES[name].read(detail) if detail else []
    if name in ("year", "year_range"):
        read = [one for one in read if is_year(text, one.start, one.end, one.year or 0, own_year)]
    if read and name in _PREFIXED:
        with_prefix(text, read[0], name, after)
    if read and _is_doubted(text, read[0].start, read[-1].end, after):
        read[-1].qualifier = "%" if read[-1].qualifier == "~" else "?"
    return read


def _is_doubted(text: str, start: int, end: int, after: int) -> bool:
    """Whether the date there is queried, or called probable by the words right before it."""
    return bool(_QUERIED.match(text, end) or _DOUBTED.search(text, max(after, start - _DOUBT_REACH), start))


_QUERIED = re.compile(r"[ \u00a0]?(?:\(\?\)|\[\?\])|\?\]")
"""A query that an author or editor put behind a date: “March 1945 (?)”, “[May 1, 1945?]”."""
_DOUBTED = re.compile(r"(?i)\b(?:probably|possibly|perhaps|presumably)[ \n](?:(?:on|in)[ \n])?(?:the[ \n])?$")
"""A doubt about the date itself: “probably on May 3”, not “he will probably leave on May 3”."""
_DOUBT_REACH = 24
_WORD = re.compile(r"[A-Za-z]+")
