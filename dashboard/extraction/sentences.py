"""Sentences of a document as spans: a line never runs into the next, an abbreviation ends nothing."""

from __future__ import annotations

import re
from bisect import bisect_right

from dashboard.model import Span

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?][\"”’')\]]*\d{0,3}[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Messrs|Dr|Gen|Maj|Brig|Col|Lt|Lieut|Capt|Comdr|Cmdr|Adm|Sgt|Gov|Sen|Rep|Hon|Rev|St|Nos?|pp?|vols?"
    r"|fn|ff|art|arts|sec|secs|par|pars|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|cf|viz|etc|Jr|Sr|Prof|Amb|Msgr|Mgr"
    r"|[A-Za-z])|\bi\. ?e|\be\. ?g|\b[ap]\. ?m)$"
)


def sentences_of(text: str) -> list[Span]:
    """The sentences in order, without the white space around them."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        begin = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if text[stop.start()] == "." and _ABBREVIATION.search(text, max(begin, stop.start() - 8), stop.start()):
                continue
            _append(found, text, begin, stop.end())
            begin = stop.end()
        _append(found, text, begin, line.end())
    return found


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    """Add the span without white space at its ends, if anything is left."""
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(bare)))


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
