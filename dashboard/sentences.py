"""Sentences of a text: one answer for whoever finds events in it, quotes it, searches it or lights up its names.

A full stop ends a sentence where a capital follows and no abbreviation or initial stands before it. A line ends one
too, but for those that a file breaks at one width. Texts like these are full of ranks, papers and marks of notes: pysbd
0.3.4, the kept library for the task, cuts “Msgr. | Tardini met Amb. | Phillips” and “cf. | p. 61, vol. | II”, and takes
longer for the sentences of a paper (240,000 characters in a second) than is needed for all that is found in it. So this
is ours, and its abbreviations are rows of data.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise

from dashboard.config import DATA
from dashboard.model import Span
from dashboard.tables import read_rows

_TABLE = DATA / "vocabulary" / "sentence_abbreviations.csv"
_CLOSED, _OPENED = r"[\"”’')\]]*", r"[\"“‘'(\[]*"
_END = re.compile(rf"(?P<stop>[.!?]){_CLOSED}\d{{0,3}}{_CLOSED}(?=\s+{_OPENED}[A-ZÀ-ÖØ-Þ])|\n")
"""A stop with what closes behind it, the mark of a note too; or the end of a line."""
_WIDTHS = range(50, 101)
"""Characters of the longest line of a paragraph that a file breaks at one width."""


def sentences_of(text: str) -> list[Span]:
    """The sentences in order, without the white space around them."""
    found: list[Span] = []
    begin = 0
    for end in (*sentence_ends(text), len(text)):
        piece = text[begin:end]
        if bare := piece.strip():
            start = begin + len(piece) - len(piece.lstrip())
            found.append(Span(start, start + len(bare)))
        begin = end
    return found


def sentence_ends(text: str) -> list[int]:
    """The offsets right behind the last character of each sentence or line, in order."""
    wrapped, ends = set(_breaks_within(text)), [0]
    for found in _END.finditer(text):
        if found["stop"] is None:
            ends += [found.end()] if found.start() not in wrapped else []
        elif found["stop"] != "." or not _is_short(text, ends[-1], found.start()):
            ends.append(found.end())
    return ends[1:]


def _is_short(text: str, begin: int, stop: int) -> bool:
    """Whether an abbreviation or an initial stands before the full stop."""
    short, longest = _short()
    return short.search(text, max(begin, stop - longest), stop) is not None


@cache
def _short() -> tuple[re.Pattern[str], int]:
    """What ends in a full stop within a sentence, and how many characters that takes at most."""
    words = sorted((row["abbreviation"] for row in read_rows(_TABLE, ("abbreviation", "reason"))), key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}|[A-Za-z])$"), len(words[-1])


def _breaks_within(text: str) -> Iterator[int]:
    """The line breaks within sentences: of a paragraph broken at one width, where the next word had no room.

    Most of its lines are so broken, and one goes on in small letters: a list of names or a heading does not.
    """
    at = 0
    for is_blank, group in groupby(text.split("\n"), key=_is_blank):
        lines = [*group]
        begin, at = at, at + sum(map(len, lines)) + len(lines)
        if is_blank or len(lines) == 1 or max(map(len, lines)) not in _WIDTHS:
            continue
        width = max(len(line.rstrip()) for line in lines)
        breaks, goes_on = [], False
        for line, after in pairwise(lines):
            begin += len(line) + 1
            bare, first = line.rstrip(), after.split(maxsplit=1)[0]
            if len(bare) + 1 + len(first) > width:
                breaks.append(begin - 1)
                goes_on |= first[0].islower() and bare[-1] not in ".:;!?"
        if goes_on and 2 * len(breaks) >= len(lines) - 1:
            yield from breaks


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


class Spans:
    """Spans in order, looked up by offset."""

    def __init__(self, spans: list[Span]) -> None:
        self.all = spans
        self._starts = [span.start for span in spans]

    def at(self, offset: int) -> Span:
        """The span the offset stands in, or the last one before it."""
        return self.all[self.index(offset)]

    def index(self, offset: int) -> int:
        """The number of that span."""
        return max(0, bisect_right(self._starts, offset) - 1)
