"""Scan: all families in one compiled alternation, run once over the text; the readings in order, not overlapping."""

from __future__ import annotations

import re

from dashboard.extraction.dates import calendar, numeric, relative
from dashboard.extraction.dates.family import Family
from dashboard.extraction.dates.join import joined
from dashboard.extraction.dates.plausible import is_year
from dashboard.extraction.dates.prefix import with_prefix
from dashboard.extraction.dates.reading import Reading

_ORDER = (
    "date_time_group", "iso", "slashed", "dotted", "fiscal", "decade", "century", "before_christ", "anno_domini",
    "month_day", "month_day_glued", "day_month", "month_year", "feast", "ordinals", "ordinal", "few", "side_month",
    "edge", "counted", "same", "day_word", "neighbour", "weekday", "season", "decade_word", "year_range", "year",
    "month",
)  # fmt: skip
"""The longer and surer family first: at one place the first that matches wins."""

_FAMILIES: dict[str, Family] = {each.name: each for each in (*calendar.FAMILIES, *relative.FAMILIES, *numeric.FAMILIES)}
_UNNAMED = re.compile(r"\(\?P<\w+>")
_ANY = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{_UNNAMED.sub('(?:', _FAMILIES[name].pattern)})" for name in _ORDER) + ")"
)
_DETAIL = {name: re.compile(_FAMILIES[name].pattern) for name in _ORDER}
_PREFIXED = frozenset((
    "year", "year_range", "month", "month_year", "month_day", "day_month", "season", "decade", "decade_word",
    "century", "before_christ", "feast", "iso",
))  # fmt: skip
"""Families before which “early”, “the end of” or “about” may stand."""


def readings(text: str, own_year: int | None) -> list[Reading]:
    """What the text says of dates, ranges joined, nothing completed yet."""
    out: list[Reading] = []
    at, search = 0, _ANY.search
    while found := search(text, at):
        name = found.lastgroup or ""
        detail = _DETAIL[name].match(text, found.start())
        read = _FAMILIES[name].read(detail) if detail else []
        if name in ("year", "year_range"):
            read = [one for one in read if is_year(text, one.start, one.end, one.year or 0, own_year)]
        if not read:
            at = found.start() + 1
            continue
        if name in _PREFIXED:
            with_prefix(text, read[0], name)
        out += read
        at = read[-1].end
    return joined(text, out)
