"""Series: what a paper is called that is from no person, with its number and its own title."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.paper.series import by_letters, in_series
from tests.extraction.events.event_case import events_of

NAMES = [
    # title, head, what it is called, why
    ("Special National Intelligence Estimate", "SNIE 36.1–64\n", "Special National Intelligence Estimate 36.1–64",
     "its number in the series"),
    ("Intelligence Memorandum Prepared in the Central Intelligence Agency", "No. 0830/66\n",
     "Intelligence Memorandum 0830/66 of the CIA", "known by its letters"),
    ("Study Prepared in the Department of State", "Washington\n", "Study of the Department of State", "no number"),
    ("Address by President Carter", "No. 12\n", "Address by President Carter", "from a person"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "head", "name", "why"), NAMES)
def test_in_series(title: str, head: str, name: str, why: str) -> None:
    """The title of a document, above the first lines of its text."""
    assert in_series(f"{title}\n\n{head}\nThe Problem\n", title) == name, why


OWN_TITLES = [
    ("National Intelligence Estimate", "NIE 30–65\n\nTHE ARAB-ISRAELI PROBLEM\n\nThe Problem\n\nIt is old.",
     "National Intelligence Estimate 30–65: The Arab-Israeli Problem", "number and title"),
    ("Address by Jimmy Carter", "Relations Between Democracies\n\nI come to you.",
     "Address by Jimmy Carter: Relations Between Democracies", "what a speech is on"),
    ("Remarks by Jimmy Carter", "Thank you, Mr. Secretary General.\n\nI come to you.",
     "Remarks by Jimmy Carter at Washington", "a greeting is no title"),
    ("Notes of a Lunch", "Participants\nH.M. King Hussein\n\nHe came.", "Notes of a Lunch", "nor who takes part"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "below", "told", "why"), OWN_TITLES)
def test_own_title(title: str, below: str, told: str, why: str) -> None:
    """What the sending of a paper is called that has no parties in its heading."""
    text = f"{title}\n\nWashington, March 7, 1955.\n\n{below}"
    events = events_of(text, {"March 7, 1955": "1955-03-07"}, own="1955-03-07", at="Washington", title=title)
    assert events[0].title == told, why


def test_an_estimate_may_be_called_by_the_letters_of_its_number() -> None:
    assert by_letters("Special National Intelligence Estimate 30–65") == "SNIE 30–65"
    assert by_letters("National Intelligence Estimate") == "National Intelligence Estimate"
