"""Names that read like places though no gazetteer knows them: “a convoy near Iliang, Yunnan”.

A reader is asked about each, so the rules are strict: the words before say that something is there, what follows may
follow a place, no word of the name is one the document writes small, and none is a people's, a person's or an office's.
Nor has the name a number (“Usgoc 325”) or another name before it (“Operation Dracula”) anywhere in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from dashboard.extraction.alternation import any_of
from dashboard.extraction.base import NameIndex
from dashboard.extraction.places.vocabulary import words
from dashboard.extraction.states import state_rows
from dashboard.extraction.vocabulary import split, word_list
from dashboard.model import Mention, Span

LONGEST = 3
"""Words of the longest name asked about."""
SHORTEST = 5
"""Letters of the shortest name asked about: shorter words are mostly abbreviations (“Indo”, “Dept”)."""
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
_WORD = rf"{_UPPER}[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_CAPITALISED = re.compile(rf"(?<![^\W_]){_WORD}")
_SMALL = re.compile(r"(?<![^\W_])[a-zà-ÿ]{3,}")
_NUMBER = re.compile(r"\s\d")
_BEFORE = re.compile(rf"(?<![^\W_])({_UPPER}[^\W\d_]*)\.?[ \n-]$")
_PIECE = re.compile(r"[ \n-]")
_NO_NAME = ("not_place", "calendar", "given", "organisation", "office", "title", "unit")
"""Roles of words that no name has."""


def find_unlisted(text: str, names: NameIndex, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of names that the words around make places; `taken` is what was recognised before."""
    spans = _Taken(taken)
    read = {match[1] for match in _pattern().finditer(text) if spans.leave(*match.span(1))}
    if not read:
        return ()
    small = set(_SMALL.findall(text))
    candidates = {name for name in read if _is_name(name, names, small)}
    every = list(_occurrences(text, candidates))
    things = {text[span.start : span.end] for span in every if _is_thing(text, span)}
    return tuple(
        Mention("place", span.start, span.end, name)
        for span in every
        if (name := text[span.start : span.end]) not in things and spans.leave(span.start, span.end)
    )


class _Taken:
    """Where something was recognised before."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._spans = sorted((each.start, each.end) for each in mentions)
        self._starts = [start for start, _ in self._spans]

    def leave(self, start: int, end: int) -> bool:
        """Whether nothing recognised before touches the stretch."""
        at = bisect_left(self._starts, end)
        return at == 0 or self._spans[at - 1][1] <= start


def _occurrences(text: str, names: set[str]) -> Iterator[Span]:
    """Where any of the names stands, the longest at each place: one pass over the text, however many there are."""
    found = [match.span() for match in _CAPITALISED.finditer(text)] if names else []
    free = 0
    for number, (start, _) in enumerate(found):
        for _, end in reversed(found[number : number + LONGEST] if start >= free else ()):
            if text[start:end] in names:
                yield Span(start, end)
                free = end
                break


def _is_name(name: str, names: NameIndex, small: set[str]) -> bool:
    """Whether the words can be a proper name that no gazetteer knows, and does not begin with that of a town."""
    pieces = _PIECE.split(name)
    if len(name) < SHORTEST or name.endswith(("’s", "'s")):
        return False
    if any(piece.lower() in small or piece.isupper() or piece in _taken_words() for piece in pieces):
        return False
    known = names.rank(name) is not None or names.rank(name.replace("-", "")) is not None
    return not known and (names.rank(pieces[0]) or 0) == 0


def _is_thing(text: str, span: Span) -> bool:
    """Whether the name has a number here, as series of papers have, or another name before it, as people have."""
    before = _BEFORE.search(text, max(0, span.start - 24), span.start)
    named = before and before[1] != text[span.start : span.end] and before[1].lower() not in _small_words()
    return bool(named) or _NUMBER.match(text, span.end) is not None


@cache
def _small_words() -> frozenset[str]:
    """Words that begin a sentence with a capital and are no name."""
    return word_list("after a place", "idle") | words("locative")


@cache
def _taken_words() -> frozenset[str]:
    """Words that are no part of such a name: peoples, offices, given names, and those known to be no places."""
    peoples = (word for row in state_rows() for word in split(row["adjectives"]) + split(row["peoples"]))
    nouns = (word.capitalize() for word in word_list("no place", "no name"))
    return frozenset(peoples).union(nouns, *(words(role) for role in _NO_NAME))


@cache
def _pattern() -> re.Pattern[str]:
    """One to three capitalised words between what stands before a place and what may stand after it."""
    before = any_of(words("locative") - word_list("towards people")) + rf"|{any_of(words('locative_of'))} of"
    after = rf"\s*[.,;:)\]?!]|\s*$|\s+(?:\(|{any_of(word_list('after a place'))}(?![^\W_]))"
    return re.compile(rf"(?<![^\W_])(?:{before})\s({_WORD}(?:[ \n]{_WORD}){{0,{LONGEST - 1}}}+)(?={after})")
