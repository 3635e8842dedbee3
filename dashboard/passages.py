"""Passages: the sentences and paragraphs of a text, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from dashboard.model import Span
from dashboard.sentences import sentence_ends

_BLANK = re.compile(r"\n[ \t\r]*\n")


class Passages:
    """Where sentences and paragraphs of one text end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sentences = _Cuts(text, sentence_ends(text))
        self._paragraphs = _Cuts(text, [match.end() for match in _BLANK.finditer(text)])

    def sentence(self, start: int, end: int) -> Span:
        """The sentence, or the sentences, that a stretch stands in, without white space at the ends."""
        return self._sentences.around(start, end)

    def paragraph(self, start: int, end: int) -> Span:
        """The paragraph, or the paragraphs, that a stretch stands in, without white space at the ends."""
        return self._paragraphs.around(start, end)


class _Cuts:
    """Where a text is cut, with the first word after each cut and the end of the last one before it.

    These are looked up once: there may be as many questions about one endless piece as it has words.
    """

    def __init__(self, text: str, inner: list[int]) -> None:
        self._at = [0, *inner, len(text)]
        pieces = [text[begin:stop] for begin, stop in pairwise(self._at)]
        self._word_after, self._word_before = [len(text)], [0]
        for stop, piece in zip(self._at[:0:-1], reversed(pieces), strict=True):
            bare = len(piece.lstrip())
            self._word_after.append(stop - bare if bare else self._word_after[-1])
        self._word_after.reverse()
        for begin, piece in zip(self._at, pieces, strict=False):
            bare = len(piece.rstrip())
            self._word_before.append(begin + bare if bare else self._word_before[-1])

    def around(self, start: int, end: int) -> Span:
        """From the cut before the start to the cut after the end, without white space."""
        begin = max(0, bisect_right(self._at, start) - 1)
        stop = min(len(self._at) - 1, bisect_left(self._at, end))
        first = min(self._word_after[begin], self._at[stop])
        last = max(self._word_before[stop], self._at[begin])
        return Span(min(first, start), max(end, last))


def sentence_around(text: str, start: int, end: int) -> Span:
    """One sentence of a text that is asked only once."""
    return Passages(text).sentence(start, end)
