"""Passages: the sentences and paragraphs of a text, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dashboard.model import Span

_ABBREVIATIONS = ("Mr", "Mrs", "Dr", "No", "St", "Gen", "Maj", "Col", "vol", "pp", "p", "Cf", "[A-Z]")
_FULL_STOP = r"\." + "".join(rf"(?<!\b{each}\.)" for each in _ABBREVIATIONS)
"""The stop first, then what may not stand before it: looked at once a stop, not once a character."""
_SENTENCE_END = re.compile(rf"(?:{_FULL_STOP}|[!?])[”’\"')\]]*(?:\d{{1,3}})?(?=\s)|\n[ \t\r]*\n")
_BLANK = re.compile(r"\n[ \t\r]*\n")


class Passages:
    """Where sentences and paragraphs of one text end; a paragraph's end also ends a sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sentences = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
        self._paragraphs = [0, *(match.end() for match in _BLANK.finditer(text)), len(text)]

    def sentence(self, start: int, end: int) -> Span:
        """The sentence, or the sentences, that a stretch stands in, without white space at the ends."""
        return self._around(self._sentences, start, end)

    def paragraph(self, start: int, end: int) -> Span:
        """The paragraph, or the paragraphs, that a stretch stands in, without white space at the ends."""
        return self._around(self._paragraphs, start, end)

    def _around(self, cuts: list[int], start: int, end: int) -> Span:
        """From the cut before the start to the cut after the end, without white space."""
        begin = cuts[max(0, bisect_right(cuts, start) - 1)]
        stop = cuts[min(len(cuts) - 1, bisect_left(cuts, end))]
        stretch = self.text[begin:stop]
        first = begin + len(stretch) - len(stretch.lstrip())
        return Span(min(first, start), max(end, begin + len(stretch.rstrip())))


def sentence_around(text: str, start: int, end: int) -> Span:
    """One sentence of a text that is asked only once."""
    return Passages(text).sentence(start, end)
