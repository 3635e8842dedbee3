"""Snippet: the few words of a text around what was looked for, with that marked.

FTS5 cuts them too, but reads each text to its end for it, and weighs every place of a common word against all others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

BEFORE, LONGEST = 40, 190
"""Characters shown before the first word found, and in all."""
_PART = 4_000
"""Characters of a text looked at in one go."""

Match = tuple[int, int, int]
"""Start, end, and the number of the term found there."""


class Piece(NamedTuple):
    """A stretch of a snippet, and whether it is what was looked for."""

    text: str
    found: bool


def snippet(text: str, terms: Sequence[re.Pattern[str]]) -> tuple[Piece, ...]:
    """The stretch of a text with most of the terms, the first such; its beginning where it holds none.

    `terms` are those of `patterns`. The pieces put together are the text's own characters, but for “…” at cut ends.
    """
    found = _stretch(text, terms)
    begin = _word_at(text, max(0, found[0][0] - BEFORE)) if found else 0
    end = _word_end(text, begin + LONGEST)
    pieces = [Piece("…", found=False)] if begin else []
    at = begin
    for start, stop, _ in found:
        if stop > end:
            break
        if start >= at:
            pieces += [Piece(text[at:start], found=False), Piece(text[start:stop], found=True)]
            at = stop
    pieces += [Piece(text[at:end], found=False), Piece("…" if end < len(text) else "", found=False)]
    return tuple(piece for piece in pieces if piece.text)


def patterns(phrases: Sequence[tuple[str, bool]]) -> list[re.Pattern[str]]:
    """What finds each phrase in folded text; True beside a phrase lets its last word go on."""
    found = []
    for phrase, unfinished in phrases:
        words = re.findall(r"[^\W_]+", folded(phrase)) or [phrase]
        ending = r"[^\W_]*" if unfinished else r"(?![^\W_])"
        found.append(re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + ending))
    return found


class _Folding(dict[int, str]):
    """Each letter in lower case without its accents; what would change its length stays."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        first, *marks = list(unicodedata.normalize("NFD", letter.lower()))
        self[code] = first if all(map(unicodedata.combining, marks)) else letter
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text as the index compares it, character for character."""
    return text.translate(_FOLDING)


def _stretch(text: str, terms: Sequence[re.Pattern[str]]) -> list[Match]:
    """The matches from where most of the terms stand near one another; no further than where all of them do."""
    best: list[Match] = []
    most = 0
    for begin in range(0, len(text), _PART):
        found = _matches(text, begin, terms)
        for at, (start, _, _) in enumerate(found):
            if most == len(terms):
                return best
            if start >= begin + _PART:  # seen again in the next part
                break
            end = start + LONGEST - BEFORE
            near = {number for _, stop, number in islice(found, at, at + LONGEST) if stop <= end}
            if len(near) > most:
                best, most = found[at:], len(near)
    return best


def _matches(text: str, begin: int, terms: Sequence[re.Pattern[str]]) -> list[Match]:
    """Where terms stand in a part of the text, in order."""
    end, begin = begin + _PART + LONGEST, max(0, begin - 1)  # so that a word in two parts is seen to begin before
    part = folded(text[begin:end])
    found = (
        (begin + each.start(), begin + each.end(), number)
        for number, term in enumerate(terms)
        for each in term.finditer(part)
    )
    return sorted(found)


def _word_at(text: str, at: int) -> int:
    """The beginning of the next word, unless one begins here."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = re.compile(r"\s").search(text, at)
    return space.end() if space and space.end() - at < BEFORE else at


def _word_end(text: str, at: int) -> int:
    """The end of the last whole word before an offset."""
    if at >= len(text):
        return len(text)
    space = max(text.rfind(" ", at - BEFORE, at), text.rfind("\n", at - BEFORE, at))
    return space if space > 0 else at
