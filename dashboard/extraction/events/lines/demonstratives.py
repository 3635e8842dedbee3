"""Demonstratives: “the” for a “this” that points to what was said before the words of a title."""

from __future__ import annotations

import re

from dashboard.extraction.vocabulary import word_list

_DEMONSTRATIVE = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)"
    r" (?!(?:is|was|were|are|has|have|had|will|would|year|week|month|morning|forenoon|noon|afternoon|evening"
    r"|spring|summer|autumn|fall|winter|today|season|session|decade|century|being|who|which|during|after|before|until"
    r"|when|while|from|with|without"
    r"|against|under|over|into|through|upon|between|among|because)\b)"
    r"(?P<noun>[a-z]{4,})\b"
)
_PLURAL = ("s", "men", "ple", "ia")
_NO_PLURAL = ("ss", "us", "is", "news", "series", "means")
"""How nouns end in the plural, and those that have an s in the singular."""


def with_article(line: str) -> str:
    """“The resolution” for “this resolution”, where a noun follows: not in “this refers to”."""
    return _DEMONSTRATIVE.sub(_the, line)


def _the(demonstrative: re.Match[str]) -> str:
    """“The” for “this”, if a noun follows that it can belong to."""
    noun, first = demonstrative["noun"], demonstrative.group().lower()
    several = first.startswith(("these", "those"))
    if several and not noun.endswith(_PLURAL):
        return demonstrative.group()
    one_acts = first.startswith("this") and noun.endswith("s") and not noun.endswith(_NO_PLURAL)
    if one_acts or noun.endswith(("ed", "ly")) or noun in word_list("verb", "auxiliary", "finite verb"):
        return demonstrative.group()
    return f"{'The' if demonstrative.group()[0].isupper() else 'the'} {noun}"
