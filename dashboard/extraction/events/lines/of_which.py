"""Of which: whether a line is what somebody did with a thing that it does not name: “which I received July 1”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_PREPOSITIONS = (
    "about after against among at before between by concerning despite during for from in into of on over regarding"
    " since through throughout to toward towards under until upon with within without"
)
_BEFORE_NOUNS = "the a an this these those its his her their our my your to not which whom whose"
LEADS_IN = frozenset(f"{_PREPOSITIONS} {_BEFORE_NOUNS}".split())
"""Words behind which no clause begins."""
_OF_WHICH = re.compile(r"(\w+)\W* which (?:I|we|you|he|she|they) (?=(\S+ \S+))")


def is_object_of_which(text: str, words: Sequence[str]) -> bool:
    """Whether the words of a line are “which I received July 1” of the text, with the name of who says “I”."""
    for before, did in _of_which(text):
        if any(list(words[named : named + 2]) == did for named in (1, 2, 3) if len(words) > named + 1):
            return before not in LEADS_IN
    return False


@lru_cache(maxsize=16)
def _of_which(text: str) -> list[tuple[str, list[str]]]:
    """What stands before each “which” of that kind, and the first two words of what was done; once for all lines."""
    return [(found[1], found[2].split(" ")) for found in _OF_WHICH.finditer(text)]
