"""Candidates: the longest sequences of capitalised words that the gazetteers know, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dashboard.extraction.base import NameIndex
from dashboard.extraction.places.vocabulary import words as vocabulary

_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
_ARTICLE = rf"(?<=T)(?:he|HE)(?!{_LETTER})(?!\s+(?:Hague|HAGUE|Dalles))"
"""The rest of an article behind its capital: no part of a name, save of the few that never go without."""
_WORDS = re.compile(
    rf"{_UPPER}(?<![^\W_].)(?!{_ARTICLE})"  # the capital comes first: the engine leaps from one to the next
    rf"(?:(?<=[A-Z])\.[ \u00a0]?(?:[A-Z]\.[ \u00a0]?)+|{_LETTER}*(?:[’'](?!s(?!{_LETTER})){_LETTER}+)*)"
)
"""A capitalised word or letters with dots (“U. S. S. R.”); a possessive s and a glued note's digits stay outside."""
_LINKS = "of|de|del|la|el|al|du|des|da|do|dos|di|am|an|on|upon|sur|au|and"
_HYPHENED = "of|de|en|sur|la|le|on|the|am|el|al|es|ed|ash|au"
_GAP = re.compile(
    rf"\.?[ \u00a0\n]{{1,2}}|-\n?|–|[’']s[ \n]| d[’']|\.?[ \n](?:{_LINKS})[ \n](?:the |la |las |los )?"
    rf"|[-’'](?:{_HYPHENED})(?:-the)?-|[ \n](?:{_HYPHENED})-"
)
"""What may stand between the words of one name."""
_BEFORE = re.compile(
    r"(?<![^\W\d_])(?:north|south|east|west|northern|southern|eastern|western|northeastern|northwestern|southeastern|"
    r"southwestern|central|upper|lower|inner|outer|greater|mainland)[ -]$"
)
_AFTER = re.compile(
    r"[ \n](?:states|republics|countries|provinces|peninsula|coast|river|islands?|sea|canal|line|valley|basin|"
    r"territory|straits?|front|corridor)(?![^\W\d_])"
)
_DAY = re.compile(r"\.?,?\s\d")
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.\s")
"""“Quintals. Sea”: the end of a sentence; “St. Mary's River” has an abbreviation."""
_LINKED = re.compile(rf"\s(?:{_LINKS})\s")
LONGEST = 7
"""Words in the longest name looked for (“Kingdom of the Serbs, Croats and Slovenes” is one of the few longer)."""


class Candidate(NamedTuple):
    """A sequence of words that a gazetteer knows, or that says of itself that it is a river, a fort, a county."""

    start: int
    end: int
    rank: int
    """As NameIndex.rank; 0 for a feature that no gazetteer knows."""
    feature: bool
    """Whether the name says what it is: “Little Pine Creek”, “Fort Lyon”."""
    words: int
    """How many words the name has."""
    before: str
    """The capitalised word that stands directly before, if one does."""
    after: str
    """The capitalised word that stands directly after, if one does."""


def find_candidates(text: str, names: NameIndex) -> Iterator[Candidate]:
    """The longest known names from left to right, none overlapping."""
    words = [match.span() for match in _WORDS.finditer(text)]
    runs, number = _runs(text, words), 0
    while number < len(words):
        found = _longest(text, words, number, runs[number], names)
        if found:
            stop, start, end, rank, feature = found
            before, after = _neighbour(text, words, number, -1), _neighbour(text, words, stop, 1)
            yield Candidate(start, end, rank, feature, stop - number + 1, before, after)
            number = stop
        number += 1


def _longest(
    text: str, words: list[tuple[int, int]], number: int, last: int, names: NameIndex
) -> tuple[int, int, int, int, bool] | None:
    """Last word, start, end, rank and whether a feature, of the longest name from word `number` to `last` at most."""
    for stop in range(last, number - 1, -1):
        start, end = words[number][0], words[stop][1]
        rank = names.rank(text[start:end].rstrip())
        if rank is not None and not (rank < 3 and _holds_greater_name(text, words[number : stop + 1], names)):
            return (stop, *_widened(text, start, end, rank, names), False)
        if number < stop <= number + 3 and _is_feature(text, words[number : stop + 1]):
            return stop, start, end, 0, True
    return None


def _holds_greater_name(text: str, words: list[tuple[int, int]], names: NameIndex) -> bool:
    """“King of Prussia”: a small town's name that speaks of a better known place."""
    if len(words) < 2:
        return False
    link = text[words[-2][1] : words[-1][0]]
    return link.strip().startswith("of") and names.rank(text[slice(*words[-1])]) == 3


def _is_feature(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether the words are a proper name with the word for what it is: “Owen's River Valley”, “Camp Nelson”."""
    first, last = (text[slice(*word)].capitalize() for word in (words[0], words[-1]))
    no_place = vocabulary("not_place")
    behind = last in vocabulary("feature_after") and first not in no_place and first not in vocabulary("title")
    before = first in vocabulary("feature_before") and len(words) == 2 and last not in no_place
    if not (behind or before) or any(text[slice(*word)] in no_place for word in words[1:-1]):
        return False
    start, end = words[0], words[-1]
    return not (_LINKED.search(text, start[1], end[0]) or _FULL_STOP.search(text, start[0], end[0]))


def _runs(text: str, words: list[tuple[int, int]]) -> list[int]:
    """For each word the last one that could belong to one name with it."""
    lasts = list(range(len(words)))
    for number in range(len(words) - 2, -1, -1):
        if _joins(text[words[number][1] : words[number + 1][0]]):
            lasts[number] = lasts[number + 1]
    return [min(last, number + LONGEST - 1) for number, last in enumerate(lasts)]


@lru_cache(maxsize=4096)
def _joins(gap: str) -> bool:
    """Whether two words with this between them can be one name."""
    return len(gap) < 14 and (not gap or _GAP.fullmatch(gap) is not None)


def _neighbour(text: str, words: list[tuple[int, int]], number: int, step: int) -> str:
    """The capitalised word next to word `number` with nothing but a space between; months and weekdays are no names."""
    other = number + step
    if not 0 <= other < len(words):
        return ""
    left, right = sorted((number, other))
    between = text[words[left][1] : words[right][0]]
    word = text[slice(*words[other])]
    if between not in (" ", "\n", "\u00a0", "-", "") or _is_calendar(word, text, words[other][1]):
        return ""
    return word


def _is_calendar(word: str, text: str, end: int) -> bool:
    """“Washington December 4”: a weekday, or a month before its day or year; May and April may be people."""
    return word in vocabulary("calendar") and (word.endswith("day") or _DAY.match(text, end) is not None)


def _widened(text: str, start: int, end: int, rank: int, names: NameIndex) -> tuple[int, int, int]:
    """The name with the small-letter word that belongs to it: “northern Iran”, “Baltic states”."""
    if not text[start:end].endswith((".", " ")) and (match := _AFTER.match(text, end)):
        wider = names.rank(text[start : match.end()])
        if wider == 3:
            return start, match.end(), wider
    while end > start and text[end - 1].isspace():
        end -= 1
    if match := _BEFORE.search(text, max(0, start - 16), start):
        wider = names.rank(text[match.start() : end])
        if wider == 3:
            return match.start(), end, wider
    return start, end, rank
