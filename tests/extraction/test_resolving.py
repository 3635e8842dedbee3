"""Resolving: what “the treaty” and “this letter” stand for, put into the title where only one thing can be meant."""

from __future__ import annotations

import pytest

from tests.extraction.event_case import events_of

HEAD = "Letter From the Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"
DAY = {"March 7": "1955-03-07"}

BODIES = [
    # the words, a title, why
    ("Nasser signed the Limited Test Ban Treaty. Dulles learned on March 7 that the treaty was obeyed by Fawzi.",
     "Dulles learned on March 7 that the Limited Test Ban Treaty was obeyed by Fawzi", "the only one, by its name"),
    ("Nasser signed a treaty with China and a treaty with Iran. Dulles learned on March 7 that the treaty was obeyed"
     " by Fawzi.", "Dulles learned on March 7 that the treaty was obeyed by Fawzi", "two were named"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), BODIES)
def test_what_a_noun_stands_for(words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{HEAD}{words}", DAY, own="1955-03-20")]
    assert title in titles, (why, titles)


NOTES = [
    # the note, a title, why
    ("The full text of this letter was released by Fawzi in Gaza on March 7.",
     "The full text of the letter from the Ambassador in Egypt (Byroade) to the Secretary of State was released by"
     " Fawzi in Gaza", "the paper that the note stands under"),
    ("Fawzi sent a letter to Eden. The full text of this letter was released by Fawzi in Gaza on March 7.",
     "The full text of the letter to Eden was released by Fawzi in Gaza (note to letter from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State)", "the letter named in the note itself"),
    ("The contents of this letter, Delga 195, were known to Fawzi in Gaza on March 7.",
     "The contents of the letter, Delga 195, were known to Fawzi in Gaza (note to letter from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State)", "another, by its number"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), NOTES)
def test_a_note_speaks_of_its_own_paper(note: str, title: str, why: str) -> None:
    text = f"{HEAD}Nothing happened.\n\n1. {note}"
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20", notes_from="1. ")]
    assert title in titles, (why, titles)
