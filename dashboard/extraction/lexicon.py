"""Lexicon: phrases found in one pass over the words of a document, the longest at each place.

A phrase in a table is plain words; “[a/b]” stands for one or the other and may be empty: “troop[/s]”, “[the/a] treaty”.
A phrase in capitals (“US”, “GOI”) or with a capital first letter is found only so written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from dashboard.extraction.words import Words, words_in

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class Hit(NamedTuple, Generic[T]):
    """A phrase found: from where to where, and what the lexicon says of it."""

    start: int
    end: int
    value: T


def spellings(phrase: str) -> Iterator[str]:
    """Every way a phrase of a table may be written, its choices taken in turn."""
    choice = _CHOICE.search(phrase)
    if not choice:
        yield " ".join(phrase.split())
        return
    for part in choice.group(1).split("/"):
        yield from spellings(phrase[: choice.start()] + part + phrase[choice.end() :])


_Phrase = tuple[list[str], str, T]
"""The words in small letters, the capitals asked for, and what the lexicon says of it."""


class _Begun(Generic[T]):
    """The phrases that begin with one word: that word alone, and the longer ones by their second word."""

    def __init__(self) -> None:
        self.alone: list[_Phrase[T]] = []
        self.longer: dict[str, list[_Phrase[T]]] = {}

    def add(self, phrase: _Phrase[T]) -> None:
        """Take a phrase in."""
        words = phrase[0]
        (self.longer.setdefault(words[1], []) if len(words) > 1 else self.alone).append(phrase)

    def sort(self) -> None:
        """The longest first, equals in the order of the table."""
        for phrases in self.longer.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))


class Lexicon(Generic[T]):
    """Phrases by their first two words: tables have hundreds that begin with “the”."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, _Begun[T]] = {}
        for phrase, value in entries:
            for spelling in spellings(phrase):
                words = words_in(spelling).lower
                self._by_first.setdefault(words[0], _Begun()).add((words, _case(spelling), value))
        for begun in self._by_first.values():
            begun.sort()

    def find(self, words: Words, text: str) -> list[Hit[T]]:
        """All phrases in order; of several that begin at one word the longest, every meaning of that; none overlap."""
        by_first, lower, found, free = self._by_first, words.lower, [], 0
        for at in compress(range(len(lower)), map(by_first.__contains__, lower)):
            if at < free:
                continue
            begun, length = by_first[lower[at]], 0
            for phrase, case, value in begun.longer.get(lower[at + 1], ()) if at + 1 < len(lower) else ():
                size = len(phrase)
                if size < length:
                    break
                if lower[at : at + size] == phrase and _fits(case, text, words.starts[at]):
                    found.append(Hit(words.starts[at], words.ends[at + size - 1], value))
                    length = size
            for _, case, value in () if length else begun.alone:
                if _fits(case, text, words.starts[at]):
                    found.append(Hit(words.starts[at], words.ends[at], value))
                    length = 1
            free = at + length if length else free
        return found


def _case(spelling: str) -> str:
    """The capitals that a spelling asks for: two for all of them, one for the first, none for any case."""
    letters = [letter for letter in spelling if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return spelling[:2]
    return spelling[0] if spelling[0].isupper() else ""


def _fits(case: str, text: str, start: int) -> bool:
    """Whether the text has the capitals asked for: of a sign the first two, of a name the first."""
    return (
        not case
        or text.startswith(case, start)
        or (len(case) == 2 and text[start + 1 : start + 2] == "." and text[start] == case[0])
    )
