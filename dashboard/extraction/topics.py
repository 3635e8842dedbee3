"""Topics: the nineteen subjects of data/vocabulary/topics.csv, by weighted terms in a clause and around it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dashboard.extraction.lexicon import Hit, Lexicon
from dashboard.extraction.vocabulary import rows, split
from dashboard.extraction.words import Words

_COLUMNS = ("key", "label", "weight", "terms")
FALLBACK = "office-procedure"
"""The topic of what fits nowhere else."""

Weights = dict[str, float]


@cache
def topics() -> dict[str, str]:
    """Key and label of every topic, in the order of the table."""
    return {row["key"]: row["label"] for row in rows("topics.csv", *_COLUMNS)}


@cache
def _lexicon() -> Lexicon[tuple[str, int]]:
    return Lexicon(
        (term, (row["key"], int(row["weight"])))
        for row in rows("topics.csv", *_COLUMNS)
        for term in split(row["terms"])
    )


def find_terms(words: Words, text: str) -> list[Hit[tuple[str, int]]]:
    """Every term in order, with its topic and weight."""
    return _lexicon().find(words, text)


def weigh(hits: Iterable[Hit[tuple[str, int]]]) -> Weights:
    """Sum of weights by topic; a term said again counts half each time, so that one word does not outvote all."""
    weights: Weights = {}
    seen: dict[tuple[str, int], int] = {}
    for hit in hits:
        key, weight = hit.value
        times = seen[hit.value] = seen.get(hit.value, 0) + 1
        weights[key] = weights.get(key, 0.0) + weight / min(times, 4)
    return weights


def choose(weights: Weights, *, most: int = 2, share: float = 0.6) -> tuple[str, ...]:
    """The topics that carry the most weight, at most so many: those near the heaviest; office procedure for none."""
    ranking = sorted((key for key in weights if key != FALLBACK), key=lambda key: (-weights[key], key))
    if not ranking:
        return (FALLBACK,)
    return tuple(key for key in ranking[:most] if weights[key] >= share * weights[ranking[0]])
