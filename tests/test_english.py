"""Counts with their nouns, and lists of words."""

from __future__ import annotations

import pytest

from dashboard.english import counted, listed


@pytest.mark.parametrize(("count", "said"), [(0, "0 events"), (1, "1 event"), (2733, "2,733 events")])
def test_a_count_has_its_noun(count: int, said: str) -> None:
    assert counted(count, "event") == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed(words: list[str], said: str) -> None:
    assert listed(words) == said
