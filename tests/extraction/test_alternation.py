"""Alternations match what the same words in a row would, the longest first."""

from __future__ import annotations

import re

import pytest

from dashboard.extraction.alternation import any_of, first_of
from dashboard.extraction.dates.words import LEADS, TRIGGERS
from dashboard.extraction.events.lines.shortening import is_dangling, wants_more
from dashboard.extraction.people import _original_titles
from dashboard.extraction.states import seats

TEXT = (
    "On Sept. 5 and in September, the day after New Year’s Day, Maj. Gen. Hurley, the Ambassador in Iran, told Mr. "
    "Seward at St. Petersburg that San José and Sana’a lay in other time zones; F.Y. 1956 began on VE Day at noon.\n"
)


@pytest.mark.parametrize(
    "phrases",
    [
        ["Mar", "March", "Marc"],
        ["a", "ab", "abc", "b"],
        ["c.", "ca.", "[x]", "a-b", "Sana’a"],
        LEADS,
        TRIGGERS,
        list(_original_titles()),
        list(seats()),
    ],
    ids=["one stem", "one in another", "signs", "leads", "triggers", "titles", "seats"],
)
def test_any_of_matches_as_the_words_in_a_row(phrases: list[str]) -> None:
    """At every place of a text, and of each phrase itself: the same stretch as an alternation, the longest first."""
    row = re.compile("|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)))
    written = re.compile(any_of(phrases))
    for text in (TEXT, *phrases, *(f"{phrase}x" for phrase in phrases), *(phrase[:-1] for phrase in phrases)):
        assert [found.span() for found in written.finditer(text)] == [found.span() for found in row.finditer(text)]


def test_any_of_is_one_group() -> None:
    """What follows it belongs to every phrase; a space may be given a pattern of its own."""
    assert re.fullmatch(any_of(["in", "on"]) + "to", "onto")
    assert re.fullmatch(any_of(["Maj Gen"], space=r"\.? "), "Maj. Gen")
    assert not re.fullmatch(any_of(["Maj Gen"]), "Maj. Gen")


def test_first_of_looks_at_the_first_letter_only() -> None:
    """The look ahead takes nothing, lets every phrase through, and nothing that begins otherwise."""
    head = re.compile(first_of(["^up", "-", "day"], also=r"\d"))
    assert [bool(head.match(text)) for text in ("^", "-x", "d", "٣", "u", "", "D")] == [True] * 4 + [False] * 3


@pytest.mark.parametrize("ending", ["concerning", "— (regarding", "which", "which   that", "Mr"])
def test_a_dangling_end_is_seen_behind_a_long_text(ending: str) -> None:
    """Only the last words are looked at, however much stands before them."""
    assert is_dangling(f"{'The Minister left. ' * 40}He spoke {ending}")
    assert not is_dangling(f"{'The Minister left. ' * 40}He spoke {ending} Iran")


@pytest.mark.parametrize(
    "ending", ["in great part", "have the effect", "they called upon", "an accordance", "consists"]
)
def test_words_that_lead_on_are_seen_behind_a_long_text(ending: str) -> None:
    """The longest expressions among them fit into what is looked at."""
    assert wants_more(f"{'The Minister left. ' * 40}He said that {ending}")
