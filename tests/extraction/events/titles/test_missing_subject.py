"""Missing subject: who does what a cable says without a subject; what it does not say stays as it is."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

HEAD = "Telegram From the Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"

CABLES = [
    # words, how a title begins, how none does, why
    ("Raised Gaza raid with Fawzi on March 7.", "Byroade raised Gaza raid with Fawzi", "Raised", "his first words"),
    ("I saw Nasser. Raised Gaza raid with Fawzi on March 7.", "Byroade raised Gaza raid", "Raised", "he goes on"),
    ("Nasser spoke with Gohar all day long about the peace of Egypt. Raised Gaza raid with Fawzi on March 7.",
     "", "Byroade raised", "it may be either"),
    ("Night 7th refused Burns’ offer in Gaza on March 7.", "Byroade refused Burns’ offer", "Night", "by the hour"),
    ("Repeated Gaza raid with Fawzi on March 7.", "", "Byroade repeated", "what a clerk notes is no act of his"),
    ("Believe talks of Nasser with Fawzi on March 7 were useful.", "Byroade believes talks", "Believe", "a bare verb"),
    ("Had we met Fawzi on March 7 Nasser would have left Gaza.", "", "Byroade had we", "a condition has its subject"),
    ("Plan to meet Nasser with Fawzi at Gaza on March 7.", "Byroade plans to meet Nasser", "Plan", "the same"),
    ("Learn from Fawzi that Nasser left Gaza on March 7.", "Byroade learns from Fawzi", "Learn", "the same"),
    ("Hope of Fawzi for Gaza on March 7 waned with Nasser.", "", "Byroade hopes", "a noun"),
    ("Mr. Fawzi told me Gaza was quiet. Believes Nasser will leave Gaza on March 7.",
     "Fawzi believes Nasser will leave Gaza", "Believes", "whom the sentence before tells of"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "begins", "never", "why"), CABLES)
def test_who_did(words: str, begins: str, never: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{HEAD}{words}", {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert any(title.startswith(begins) for title in titles), (why, titles)
    assert not any(title.startswith(never) for title in titles), (why, titles)
