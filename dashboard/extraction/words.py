"""The words of a document: where each begins and ends, in lower case, page markers left out.

Letters and digits are apart (“Iran60” is the word and the mark of its note), so are the parts of “Anglo-Soviet”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from dashboard.model import Document

_WORD = re.compile(r"([A-Za-z]+[^\W\d_]*|[^\W\d_]+|\d+)")
"""Letters or digits; plain letters by themselves first, which the engine reads faster."""


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: the n-th word in lower case, its first offset and the offset after it."""

    lower: list[str]
    starts: list[int]
    ends: list[int]

    def first_from(self, offset: int) -> int:
        """Index of the first word that begins at the offset or later."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> list[str]:
        """The words that begin within the span."""
        return self.lower[self.first_from(start) : self.first_from(end)]


def words_in(text: str) -> Words:
    """The words of a plain text."""
    pieces = _WORD.split(text)  # what stands between, a word, what stands between, …
    offsets = list(accumulate(map(len, pieces)))
    return Words(list(map(str.lower, pieces[1::2])), offsets[:-1:2], offsets[1::2])


def words_of(document: Document) -> Words:
    """The words of a document without its page markers, so that a name may run across a page."""
    words = words_in(document.text)
    for page in reversed(document.pages):
        first, last = words.first_from(page.start), words.first_from(page.end)
        del words.lower[first:last], words.starts[first:last], words.ends[first:last]
    return words
