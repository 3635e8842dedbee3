"""Said once: a name that a line repeats for the same person put as “he” and “his”, where nobody else is between."""

from __future__ import annotations

import re

from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.voices import addressee, author

_OF_WOMEN = frozenset(["she", "hers", "mrs", "miss", "ms", "madam", "madame"])
"""Words of a paper in which a name may be a woman's, whom “he” would not fit."""
_NAME = re.compile(r"\b[A-Z]\w+")
_OTHER = re.compile(
    r"\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z]\w"
    r"|\b(?:he|him|his|she|her|it|its|they|their|who|whose)\b|: "
)
"""Somebody or something else, whom a pronoun behind it may mean."""
_DOES = re.compile(r" (?:has|had|is|was|will|would|could|should|might|may|must|cannot|can|did|does|[a-z]+ed)\b")
_BODY = re.compile(r"(?:the |The )?(?:Embassy|Legation|Consulate|Department|Mission|Delegation|Commission)\b")


def said_once(frame: Frame, offset: int, line: str) -> str:
    """“Donovan refers to his telegram” for “Donovan refers to Donovan’s telegram”."""
    names = _NAME.findall(line)
    if len(names) == len(set(names)) or not _OF_WOMEN.isdisjoint(frame.vocabulary):
        return line
    for name in (author(frame, offset), addressee(frame, offset)):
        line = without_repetition(line, name) if name and line.count(name) > 1 else line
    return line


def without_repetition(line: str, name: str) -> str:
    """The line with the name only where it stands first, or where a pronoun might mean another or does not fit."""
    whole = re.compile(rf"\b(?:[Tt]he (?=Secretary|Acting))?{re.escape(name)}\b(?P<owns>[’']s)?")
    he, his = ("it", "its") if _BODY.match(name) else ("he", "his")
    out, at, begun = "", 0, False
    for found in whole.finditer(line):
        between = line[at : found.start()]
        pronoun = his if found["owns"] else he if _DOES.match(line, found.end()) else ""
        known = begun and pronoun and not _OTHER.search(between)
        out += between + (pronoun if known else found.group())
        at, begun = found.end(), True
    return out + line[at:]
