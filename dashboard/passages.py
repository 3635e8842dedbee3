"""Passages: the sentence and the paragraph around a place in a text, as offsets."""

from __future__ import annotations

import re

from dashboard.model import Span

_ABBREVIATION = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bSt)(?<!\bGen)(?<!\bMaj)(?<!\bCol)(?<!\bvol)(?<!\bpp)(?<!\bp)(?<!\bCf)"
    r"(?<!\b[A-Z])"
)
_SENTENCE_END = re.compile(rf"(?:{_ABBREVIATION}\.|[!?])[”’\"')\]]*(?:\d{{1,3}})?(?=\s)|\n[ \t\r]*\n")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_REACH = 4000
"""Characters looked at on either side; no sentence is longer."""


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence, or the sentences, that a stretch stands in, without white space at the ends."""
    return _around(_SENTENCE_END, text, start, end)


def paragraph_around(text: str, start: int, end: int) -> Span:
    """The paragraph, or the paragraphs, that a stretch stands in, without white space at the ends."""
    return _around(_BLANK, text, start, end)


def _around(boundary: re.Pattern[str], text: str, start: int, end: int) -> Span:
    begin = floor = max(0, start - _REACH)
    for match in boundary.finditer(text, floor, start):
        begin = match.end()
    after = boundary.search(text, end, min(len(text), end + _REACH))
    stop = after.end() if after else min(len(text), end + _REACH)
    stretch = text[begin:stop]
    first = begin + len(stretch) - len(stretch.lstrip())
    return Span(min(first, start), max(end, first + len(stretch.strip())))
