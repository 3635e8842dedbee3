"""Announcing: whose words follow, and to whom they were said, by the words that announce them."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7": "1955-03-07"}

ANNOUNCED = [
    # words, how the title begins, why
    ("Following is text of a broadcast by King Farouk.\n\nI met Mr. Fawzi at the Council on March 7.", "Farouk: “I met",
     "the writer only passes it on"),
    ("I have a letter from King Farouk:\n\n“I met Mr. Fawzi at the Council on March 7.”", "Farouk: “I met",
     "announced in the paragraph before"),
    ("King Farouk’s message reads:\n\n“I wait.\n\n“I met Mr. Fawzi at the Council on March 7.”", "Farouk: “I met",
     "a quotation goes on"),
    ("The Embassy’s note reads:\n\n“I met Mr. Fawzi at the Council on March 7.”", "“I met", "of whom is not known"),
    ("Farouk recalled Eden’s remarks and added:\n\n“I met Mr. Fawzi at the Council on March 7.”", "“I met",
     "somebody else adds"),
    ("Following is text of a broadcast by King Farouk. End text.\n\nI met Mr. Fawzi at the Council on March 7.",
     "“I met", "it has ended before"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("words", "begins", "why"), ANNOUNCED)
def test_announced(words: str, begins: str, why: str) -> None:
    """A letter by Byroade that passes on another’s words."""
    titles = [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")]
    assert any(title.startswith(begins) and "Fawzi" in title for title in titles), (why, titles)
