"""Statesmen: a name stands for the state it spoke for, in the years of office and the year after."""

import pytest

from dashboard.extraction.states import find_statesmen, known_states
from dashboard.extraction.vocabulary import rows
from dashboard.extraction.words import words_in

CASES = [
    ("Eden replied to Bulganin.", {1955}, ["GB", "RU"]),
    ("Eden replied to Bulganin.", {1965}, []),
    ("Eden replied to Bulganin.", {1965, 1937}, ["GB"]),
    ("Eden replied to Bulganin.", set(), []),
    ("King Faisal received him.", {1966}, ["SA"]),
    ("a bevin boy", {1946}, []),
    ("Chiang Kai-shek declined.", {1943}, ["CN"]),
    ("Chiang Kai-shek declined.", {1955}, ["TW"]),
    ("He was sent to the Shah.", {1951}, ["IR"]),
]


@pytest.mark.parametrize(("text", "years", "states"), CASES)
def test_find_statesmen(text: str, years: set[int], states: list[str]) -> None:
    """Only who held office in a year that the document tells of, and only with a capital."""
    assert [hit.value[0] for hit in find_statesmen(words_in(text), text, years)] == states


def test_the_table_holds() -> None:
    """Every row names a known state and years in their order."""
    for row in rows("statesmen.csv", "name", "iso", "from", "to", "source"):
        assert row["iso"] in known_states(), row
        assert 1815 <= int(row["from"]) <= int(row["to"]) <= 1999, row
