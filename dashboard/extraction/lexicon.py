"""Lexicon: phrases found in one pass over the words of a document, the longest at each place.

A phrase in a table is plain words; “[a/b]” stands for one or the other and may be empty: “troop[/s]”, “[the/a] treaty”.
A phrase in capitals (“US”, “GOI”) or with a capital first letter is found only so written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.extraction.words import Words, words_in

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
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


class Lexicon(Generic[T]):
    """Phrases by their first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, T]]] = {}
        for phrase, value in entries:
            for spelling in spellings(phrase):
                words = words_in(spelling).lower
                self._by_first.setdefault(words[0], []).append((words, _case(spelling), value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, words: Words, text: str) -> list[Hit[T]]:
        """All phrases in order; of several that begin at one word the longest, every meaning of that; none overlap."""
        by_first, lower, found, free = self._by_first, words.lower, [], 0
        for at in [i for i, word in enumerate(lower) if word in by_first]:
            if at < free:
                continue
            length = 0
            for phrase, case, value in by_first[lower[at]]:
                size = len(phrase)
                if size < length:
                    break
                if (size == 1 or lower[at : at + size] == phrase) and _fits(case, text, words.starts[at]):
                    found.append(Hit(words.starts[at], words.ends[at + size - 1], value))
                    length = size
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
