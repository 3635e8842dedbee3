"""States: their names in running text and their adjectives, by the columns of states.csv."""

from __future__ import annotations

import pytest

from dashboard.extraction.states import adjectives, find_states, nations, state_rows, with_article
from dashboard.extraction.vocabulary import split
from dashboard.extraction.words import words_in

ARTICLES = [
    ("Netherlands", "the Netherlands"),
    ("Netherlands Indies", "the Netherlands Indies"),
    ("Soviet Union", "the Soviet Union"),
    ("Federal Republic of Germany", "the Federal Republic of Germany"),
    ("Gambia", "the Gambia"),
    ("United Arab Republic", "the United Arab Republic"),
    ("France", "France"),
    ("Congolese", "Congolese"),
    ("Ukraine", "Ukraine"),
]


@pytest.mark.parametrize(("name", "told"), ARTICLES)
def test_the_article_of_a_name_is_told_by_the_table(name: str, told: str) -> None:
    assert with_article(name) == told


ADJECTIVES = [("Germany", "German"), ("Persia", "Persian"), ("Netherlands", "Dutch"), ("New Zealand", "New Zealand")]


@pytest.mark.parametrize(("name", "adjective"), ADJECTIVES)
def test_an_office_is_told_by_its_adjective(name: str, adjective: str) -> None:
    """Not “the Prussian Foreign Minister” for Germany's: “German” ends as names of persons do."""
    assert adjectives()[name] == adjective
    assert adjective in nations()


def test_peoples_are_found_but_are_no_adjective_of_an_office() -> None:
    words = "The Egyptians and the Franco-Belgian troops met the Indian Army."
    assert [hit.value for hit in find_states(words_in(words), words)] == [("EG",), ("FR",), ("BE",), ("IN",)]
    for row in state_rows():
        assert not set(split(row["adjectives"])) & set(split(row["peoples"])), row["iso"]
        names = {*split(row["names"]), *split(row["signs"]), "U.S.", "U.K.", "U.S.S.R."}
        assert all(any(name == one or name in one for one in names) for name in split(row["articled"])), row["iso"]
