"""Parties: from whom and to whom a cited paper went."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

TELEGRAM = (
    "310.2/3–2055: Telegram\n\nThe Ambassador in Egypt (Byroade) to the Secretary of State\n\n"
    "Cairo, March 20, 1955.\n\n150. Nothing happened.\n\n"
)
NOTE = "note to telegram 150 from the Ambassador in Egypt (Byroade) to the Secretary of State"
BETWEEN = "between the Embassy in Egypt and the Department of State"

NOTES = [
    # the note, title, why
    ("Telegram 149, March 19, not printed.", "Telegram 149 from the Ambassador in Egypt (Byroade) to the Secretary of"
     " State", "so near in number and day it is of the same series"),
    ("Telegram 90, March 19, not printed.", f"Telegram 90 {BETWEEN}", "it may have gone either way"),
    ("Telegram 3701, March 19, not printed.", "Telegram 3701 cited in a note to Telegram 150 from the Ambassador in"
     " Egypt (Byroade) to the Secretary of State", "no number of this correspondence"),
    ("Despatch 12, March 1, not printed.", "Despatch No. 12 from the Embassy in Egypt to the Department of State",
     "despatches go to the Department"),
    ("In telegram 90, March 19, the Embassy in Tel Aviv also informed the Department.",
     "Telegram 90 from the Embassy in Tel Aviv to the Department of State", "who reports in it, behind it"),
    ("Jidda, in telegram 90, March 19, advised the Department of this.",
     "Telegram 90 from Jidda to the Department of State", "and before it"),
    ("In that telegram, Gallman reported from Baghdad that it was off. (Telegram 90, March 19.)",
     "Telegram 90 from Baghdad: Gallman reported from Baghdad that it was off",
     "and in the sentence that the bracket belongs to"),
    ("The Department sent it to all posts in telegram 90, March 19.", f"Telegram 90 from the Department of State"
     f" ({NOTE})",
     "the Department is that of State"),
    ("Copy transmitted by the Counselor of Embassy in his despatch No. 90, March 19.",
     "Despatch No. 90 from the Counselor of Embassy to the Department of State", "a copy sends nothing"),
    ("See Mr. Hopkins’ memorandum of March 19.", f"Memorandum from Mr. Hopkins ({NOTE})", "“See” is no name"),
    ("Reference Jidda’s strictly confidential despatch no. 90, March 19.", f"Despatch No. 90 from Jidda ({NOTE})",
     "nor is “Reference”"),
    ("He left Hyde Park. Hopkins’ memorandum of March 19 followed.", f"Memorandum from Hopkins ({NOTE})",
     "no name runs on from one sentence to the next"),
    ("Repeated in telegrams 287, March 19, and 297 to The Hague.", "Telegram 287, which repeats Telegram 150 from the"
     " Ambassador in Egypt (Byroade) to the Secretary of State", "what a note says of the paper itself"),
    ("As noted in the report (Embassy dispatch 159, March 19) it was so.", "Dispatch No. 159 from the Embassy in Egypt"
     " to the Department of State", "an owner without “’s”"),
    ("See a letter of March 19 to Mr. John D. Jernegan.", "Letter to Mr. John D. Jernegan (note to telegram 150 from"
     " the Ambassador in Egypt (Byroade) to the Secretary of State)", "initials end no sentence"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("note", "title", "why"), NOTES)
def test_a_paper_cited_in_a_note(note: str, title: str, why: str) -> None:
    """A note to telegram 150 from Cairo of 20 March."""
    text = f"{TELEGRAM}1. {note}"
    dates = {"March 20, 1955": "1955-03-20", "March 19": "1955-03-19", "March 1,": "1955-03-01"}
    titles = [event.title for event in events_of(text, dates, own="1955-03-20", notes_from=f"1. {note[:6]}")]
    assert title in titles, (why, titles)


def test_a_letter_to_somebody_from_its_writer() -> None:
    """“To Allen from me” has both ends; “to him from the President” has one, and is none."""
    dates = {"March 19": "1955-03-19", "March 18": "1955-03-18"}
    words = "See a letter to George Allen from me dated March 19 and a letter to him from the President dated March 18."
    titles = [event.title for event in events_of(f"{TELEGRAM}{words}", dates, own="1955-03-20")]
    assert "Letter from the Ambassador in Egypt (Byroade) to George Allen" in titles, titles
    assert not [title for title in titles if title.startswith("Letter from the President")], titles


NO_PAPERS = [
    ("He was unable under his instructions to propose the March 19 draft.", "instructions to do something"),
    ("I am glad to report to you March 19 that all is well.", "“to report” is what one does"),
]


@pytest.mark.parametrize(("words", "why"), NO_PAPERS)
def test_no_paper_is_cited(words: str, why: str) -> None:
    events = events_of(f"{TELEGRAM}{words}", {"March 19": "1955-03-19"}, own="1955-03-20")
    assert not [event for event in events if event.title.startswith(("Instruction", "Report"))], why
