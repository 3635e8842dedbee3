"""The words that tell a place from something else: data/vocabulary/place_context.csv, by role."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dashboard.errors import VocabularyError
from dashboard.extraction.vocabulary import rows

_TABLE = "place_context.csv"
ROLES = (
    "title",
    "title_abbreviated",
    "office",
    "given",
    "particle",
    "ship",
    "after_ship",
    "holder",
    "command",
    "organisation",
    "unit",
    "newspaper",
    "sender",
    "locative",
    "direction",
    "bound_for",
    "locative_of",
    "feature_before",
    "feature_after",
    "ambiguous",
    "not_place",
    "calendar",
)


@cache
def words(role: str) -> frozenset[str]:
    """The words of the table that have this role; raises VocabularyError where no word has it."""
    found = _table().get(role)
    if not found:
        raise VocabularyError(f"{_TABLE} has no word of the role “{role}” ({', '.join(ROLES)}).")
    return found


@cache
def _table() -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = defaultdict(set)
    for line, row in enumerate(rows(_TABLE, "word", "role", "reason"), 2):
        if row["role"] not in ROLES:
            raise VocabularyError(f"{_TABLE}, line {line}: “{row['role']}” is no role ({', '.join(ROLES)}).")
        roles[row["role"]].add(row["word"])
    return {role: frozenset(words) for role, words in roles.items()}
