"""Content: “Cochran’s idea”, “the views in telegram 693”: of what somebody thinks or asks the line tells only whose."""

from __future__ import annotations

import re
from functools import cache

from dashboard.extraction.events.lines.definite import COMPLEMENT, MONTHS
from dashboard.extraction.vocabulary import word_list

_OWNED = re.compile(
    r"\b(?:(?P<somebody>[A-Z][\w.]*(?:[’']s|s[’']))|[Oo]ur|[Mm]y|[Yy]our|[Tt]heir|[Hh]is|[Ii]ts|US|U\.S\.)"
    r" (?:[a-z]+ )?(?P<noun>[a-z]+)\b(?!-)"
    r"(?! (?!(?:and|or|was|were|is|are|has|have|had|will|would|based|to|from|by|as|when|but|in|at|here)\b)[a-z])"
    rf"(?! (?!from|by|to (?:the|him|her|me|us|you|[A-Z])){COMPLEMENT})"
)
"""What is somebody’s, where neither another noun nor on what it is follows."""
_NUMBERED = r"(?:No\. ?)?(?:[A-Z]+[–-])?(?!1[89]\d\d\b)\d[\w–-]*"
_DIGIT = re.compile(r"\d")
_OF_SOMEBODY = 0.7
"""What “Cochran’s idea” leaves open; “their views” leave open a whole."""


def untold_content(line: str) -> float:
    """How much those views, ideas and wishes leave open of which the line tells only whose or where they are."""
    count = _OF_SOMEBODY * bool(_DIGIT.search(line) and _by_number().search(line))
    for found in _OWNED.finditer(line):
        if found["noun"] in word_list("on what") and not found["somebody"]:
            count += 1
        elif found["noun"] in word_list("of somebody"):
            count += _OF_SOMEBODY
    return count


@cache
def _by_number() -> re.Pattern[str]:
    """“the views set forth in telegram 1249”, “changes suggested in London 1747”: a number does not tell which."""
    nouns = "|".join(sorted(word_list("on what") | word_list("of somebody")))
    return re.compile(
        rf"\b(?:{nouns}|changes|procedure|substance|problem|points?|line)"
        r" (?:(?:[a-z]+ed|set forth|given) )?(?:in|part \d(?: of)?) (?:the )?(?:[A-Z]\w+[’']s? )?"
        rf"(?:(?:Department )?(?:(?:tele|air)grams?|report|despatch|instruction|(?!{MONTHS})[A-Z][a-z]+) {_NUMBERED}"
        r"|No\. ?\d)"
    )
