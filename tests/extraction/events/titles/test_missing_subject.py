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


PRONOUNS = [
    # words, a title, why
    ("Mr. Allen left Gaza. The steamer Perthshire was detained; she was released in Gaza on March 7.",
     "The steamer Perthshire was released in Gaza", "a ship of the same sentence, and nobody of the one before"),
    ("Mr. Allen left Cairo. The steamer Perthshire was detained by Mr. Fawzi. She was released in Gaza on March 7.",
     "The steamer Perthshire was released in Gaza", "or of the sentence before"),
    ("Mr. Allen left Cairo. The Alabama was detained; she was released in Gaza on March 7.",
     "The Alabama was released in Gaza", "one that goes by its name alone"),
    ("Mr. Allen saw the steamer Perthshire; on March 7 he met the Council.", "Allen met the Council",
     "no ship is “he”"),
    ("The steamer Perthshire was detained. It is not true that Fawzi met Nasser in Gaza on March 7.",
     "Byroade: it is not true that Fawzi met Nasser in Gaza on March 7",
     "“it” only brings in what is denied"),
    ("The Council of Egypt was heard. It was reported that Fawzi met Nasser in Gaza on March 7.",
     "Fawzi met Nasser in Gaza", "or said"),
    ("The Council of Egypt was heard. It was told that Fawzi met Nasser in Gaza on March 7.",
     "The Council of Egypt was told that Fawzi met Nasser in Gaza", "but a body is told"),
    ("The treaty with Iran was heard. It was signed by Fawzi in Gaza on March 7.",
     "The treaty with Iran was signed by Fawzi in Gaza", "and “it” is the thing elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), PRONOUNS)
def test_what_she_and_it_stand_for(words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{HEAD}{words}", {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert title in titles, (why, titles)


HONOURS = [
    # words, a title, why
    ("THE Russian Ambassador called. I told his Excellency in Gaza on March 7 that all was well in Cairo.",
     "Byroade told the Russian Ambassador in Gaza on March 7 that all was well in Cairo",
     "his Excellency is a person; the printer’s capitals are none of his"),
    ("The Russian Ambassador called. I told his Excellency Count Corti in Gaza on March 7 that all was well.",
     "Byroade told his Excellency Count Corti in Gaza", "here he is named"),
    ("The Russian Ambassador called. I told Fawzi in Gaza on March 7 of his Majesty’s Government.",
     "Byroade told Fawzi in Gaza on March 7 of his Majesty’s Government", "a King is nobody’s"),
    ("I met your Excellency in Gaza on March 7.", "Byroade met the Secretary of State in Gaza", "so are you"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), HONOURS)
def test_an_honour_is_who_is_called_by_it(words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{HEAD}{words}", {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert title in titles, (why, titles)
