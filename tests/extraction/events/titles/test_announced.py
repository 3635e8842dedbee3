"""Announced: a sentence that only leads up to what is said is told with the first of it."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7": "1955-03-07"}
ANNOUNCED = [
    # words, the title, why
    ("Cole reported on March 7 from Jerusalem that Colonel Gohar had been instructed to deliver the following message"
     " to Burns:\n\n1) Egypt would hold talks with Israel on the border of Gaza. 2) It was ready.",
     "Cole reported on March 7 from Jerusalem that Colonel Gohar had been instructed to deliver a message to Burns:"
     " Egypt would hold talks with Israel", "the first of a list, as far as there is room"),
    ("On March 7 Fawzi made the following statement:\n\n“The Council of Egypt will sign the treaty with Canada. It is"
     " ready.”", "Fawzi made a statement: “The Council of Egypt will sign the treaty with Canada”", "what is quoted"),
    ("On March 7 Fawzi replied as follows: The Council of Egypt had signed the treaty with Canada.",
     "Fawzi replied: The Council of Egypt had signed the treaty with Canada", "behind a colon"),
    ("On March 7 the Council of Egypt adopted rules for students, the first of which are as follows: (1) no students"
     " of Egypt go abroad.", "The Council of Egypt adopted rules for students", "what tells by itself"),
    ("Referring to previous talks in reference to arms, there is quoted the following message of the Council received"
     " on March 7:\n\n“The Council of Egypt will sign the treaty with Canada.”",
     "Byroade to Dulles: “Referring to previous talks in reference to arms, there is quoted the following message of"
     " [the Council of Egypt] received on March 7”", "what a letter answers does not say it"),
    ("On March 7 Fawzi met Allen in Cairo. Egypt was ready for talks with Israel.", "Fawzi met Allen in Cairo",
     "nothing is announced"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), ANNOUNCED)
def test_what_a_sentence_leads_up_to(words: str, title: str, why: str) -> None:
    events = events_of(LETTER + words, DAY, own="1955-03-20")
    assert [event.title for event in events if event.evidence[0].start >= len(LETTER)] == [title], why
