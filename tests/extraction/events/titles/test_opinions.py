"""Opinions: a forecast or a judgment is told with who says so; what was done is not."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

DAY = {"March 7": "1955-03-07"}
LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
ESTIMATE = "National Intelligence Estimate\n\nWashington, March 2, 1955.\n\nNIE 36–55\n\nPROSPECTS OF EGYPT\n\n"
STUDY = "Special Memorandum Prepared in the Central Intelligence Agency\n\nNo. 19–66\n\nCurrent Problems\n\n"
TALK = "Memorandum of a Conversation, Washington\n\nMr. Eban said Israel was ready. "
MINUTES = "Minutes of a Meeting, Washington\n\nSecretary Rusk: All is well. "

OPINIONS = [
    # head, words, title, why
    (LETTER, "Israel will begin to divert the Jordan on March 7.", "Byroade: Israel will begin to divert the Jordan",
     "a forecast is the writer’s"),
    (LETTER, "The treaty that Eden signed on March 7 does make for interesting reading in Cairo.",
     "The treaty that Eden signed on March 7 does make for interesting reading in Cairo (Byroade to Dulles)",
     "a judgment"),
    (LETTER, "Reference is made to the telegram of Eden to Nasser of March 7.",
     "Byroade refers to the telegram of Eden to Nasser of March 7", "what paper is answered"),
    (LETTER, "Eden signed the treaty with Nasser on March 7.", "Eden signed the treaty with Nasser", "a deed"),
    (LETTER, "Nasser announced on March 7 that Egypt will begin to sell cotton to Moscow.",
     "Nasser announced on March 7 that Egypt will begin to sell cotton to Moscow", "whose forecast it is is told"),
    (ESTIMATE, "The Nasir regime is likely to sign a treaty with Moscow on March 7.",
     "National Intelligence Estimate 36–55: the Nasir regime is likely to sign a treaty with Moscow",
     "an estimate is from no person"),
    (STUDY, "Israel will probably sell cotton to Moscow on March 7.",
     "Special Memorandum 19–66 of the CIA: Israel will probably sell cotton to Moscow",
     "nor is a study"),
    (TALK, "Egypt would probably sell cotton to Moscow on March 7.",
     "Eban: Egypt would probably sell cotton to Moscow", "whose words a talk reports"),
    (TALK, "Egypt is the best of the neighbours that signed on March 7.",
     "Eban: “Egypt is the best of the neighbours that signed on March 7”", "a state of things, in a talk"),
    (MINUTES, "We will probably sell cotton to Moscow on March 7.",
     "Secretary Rusk: we will probably sell cotton to Moscow",
     "minutes name the speaker with a colon"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "title", "why"), OPINIONS)
def test_opinion(head: str, words: str, title: str, why: str) -> None:
    """A sentence of a letter, of an estimate, of a study and of the record of a talk."""
    text, name = head + words, head.split("\n")[0]
    titles = [event.title for event in events_of(text, DAY, own="1955-03-02", title=name)]
    assert title in titles, (why, titles)
