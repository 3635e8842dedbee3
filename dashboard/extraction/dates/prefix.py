"""The words before a date that belong to it: “early”, “the end of”, “the first week of”, “about”, “the”."""

from __future__ import annotations

import re

from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.words import ORDINALS

_ORDINAL = r"first|second|third|fourth|last|latter"
_BEFORE = re.compile(
    r"(?:(?P<about>(?:about|around|circa|ca\.|c\.|approximately|roughly)\s+(?:the\s+)?))?"
    rf"(?:(?P<count>(?:the\s+)?(?:{_ORDINAL}))(?:\s+or\s+(?P<alternative>{_ORDINAL}))?\s+(?P<piece>week|half|quarter|fortnight"
    r"|ten\s+days)\s+(?:of|in)\s+(?:the\s+year\s+)?"
    r"|(?P<week>(?:the\s+)?week\s+(?:of|beginning)\s+)"
    r"|(?P<part>(?:the\s+)?(?:very\s+)?(?:(?:early|late|mid|middle)(?:\s?[-–]\s?|\s+(?:in|(?:part\s+)?of)\s+(?:the\s+)?|\s+)"
    r"|(?:beginning|start|middle|end|close|outset|turn|(?:early|latter|last|first|later|better|greater|final|closing"
    r"|opening)\s+(?:part|half|days?|months|weeks?|third)|days)\s+(?:of|in)\s+(?:the\s+)?|(?:end|beginning|middle)\s+))"
    r"|(?P<unit>(?:the\s+)?(?:months?|years?)\s+(?:of\s+)?)"
    r"|(?P<the>the\s+))?$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"(?:about|around|circa|ca\.|c\.|approximately|roughly|of|in|beginning|early|late|mid|middle|end|months?|years?|the)"
    r"[\s–-]{1,3}$",
    re.IGNORECASE,
)
"""What such words end with: looked for first, as most dates have other words before them."""
_REACH, _LAST_REACH = 56, 16


def with_prefix(text: str, reading: Reading, family: str, after: int) -> None:
    """Widen the reading over the words before it, none before `after`, and apply what they say."""
    at = reading.start
    if not _LAST_WORD.search(text, max(after, at - _LAST_REACH), at):
        return
    window = text[max(after, at - _REACH) : at]
    found = _BEFORE.search(window)
    if not found or not found[0] or (found.start() and window[found.start() - 1].isalnum()):
        return
    start = at - len(window) + found.start()
    if found["the"] or (found["about"] and not any(found[name] for name in ("count", "week", "part", "unit"))):
        if found["about"]:
            reading.start, reading.qualifier = start, "~"
        elif family in ("season", "decade", "century", "decade_word"):
            reading.start = start
        return
    reading.start = start
    if found["about"]:
        reading.qualifier = "~"
    if found["count"]:
        _cut(reading, found)
    elif found["week"] and reading.day:
        reading.until = Reading(reading.start, reading.end, reading.year, reading.month, reading.day, weekday=-1)


def _cut(reading: Reading, found: re.Match[str]) -> None:
    """Take the piece of a month or year named: its first week, second half, third quarter."""
    word = found["count"].lower().split()[-1]
    piece = found["piece"].lower()
    first = ORDINALS.get(word, -1)
    last = ORDINALS.get(found["alternative"].lower(), first) if found["alternative"] else first
    if reading.until or reading.day or reading.fixed or reading.season or reading.shift:
        return
    if reading.month and piece in ("week", "ten days", "half", "fortnight"):
        length = {"week": 7, "ten days": 10, "half": 15, "fortnight": 14}[piece]
        reading.piece = (length, first, last)
    elif reading.year is not None and piece in ("half", "quarter"):
        months = 6 if piece == "half" else 3
        count = 12 // months
        first, last = (count if each < 0 else each for each in (first, last))
        if first <= last <= count:
            reading.month = (first - 1) * months + 1
            reading.until = Reading(reading.start, reading.end, reading.year, last * months)
