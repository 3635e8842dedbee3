"""Resolving: what “the treaty” and “this letter” stand for, put into the title where only one thing can be meant."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")


HEAD = "Letter From the Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"
DAY = {"March 7": "1955-03-07"}

BODIES = [
    # the words, a title, why
    ("Nasser signed the Limited Test Ban Treaty. Dulles learned on March 7 that the treaty was obeyed by Fawzi.",
     "Dulles learned on March 7 that the Limited Test Ban Treaty was obeyed by Fawzi", "the only one, by its name"),
    ("Nasser signed a treaty with China and a treaty with Iran. Dulles learned on March 7 that the treaty was obeyed"
     " by Fawzi.", "Dulles learned on March 7 that the treaty was obeyed by Fawzi", "two were named"),
    ("The Assembly approved the Jordan Valley Development Bill. Bill was signed by Nasser on March 7 in Gaza.",
     "The Jordan Valley Development Bill was signed by Nasser on March 7 in Gaza", "a cable leaves its article out"),
    ("Dulles spoke of Nasser’s proposal. Dulles learned on March 7 that the proposal was rejected by Fawzi.",
     "Dulles learned on March 7 that Nasser’s proposal was rejected by Fawzi", "a name that owns has no article"),
    ("Fawzi lives in the text of a letter to Nasser. Dulles learned on March 7 that the letter was read by Fawzi.",
     "Dulles learned on March 7 that the letter to Nasser was read by Fawzi", "it stands behind another noun"),
    ("Fawzi lives in a building belonging to the Methodist Mission at Gaza. Dulles learned on March 7 that"
     " this building was bombed by Fawzi.", "Dulles learned on March 7 that the building belonging to the Methodist"
     " Mission at Gaza was bombed by Fawzi (Byroade to the Secretary of State)", "by what is said of it"),
    ("Fawzi gave the letter to Nasser. Dulles learned on March 7 that the letter was read by Fawzi.",
     "Dulles learned on March 7 that the letter was read by Fawzi", "to whom it was given is not to whom it is"),
    ("Nasser signed the Limited Test Ban Treaty. Eden asks for a new treaty. Dulles learned on March 7 that the treaty"
     " was obeyed by Fawzi.", "Dulles learned on March 7 that the treaty was obeyed by Fawzi", "another is brought in"),
    ("Nasser heard of Churchill’s speech. Dulles learned on March 7 of the speech given by Eden in Gaza.",
     "Dulles learned on March 7 of the speech given by Eden in Gaza", "the line itself says which"),
    ("Allen led working level meetings with Nasser. Dulles learned on March 7 that the meetings were held by Fawzi.",
     "Dulles learned on March 7 that the meetings were held by Fawzi", "a name that the chunker has cut"),
    ("Eden wrote of the German mission. Dulles learned on March 7 that this mission was met by Fawzi.",
     "Dulles learned on March 7 that the German mission was met by Fawzi (Byroade to the Secretary of State)",
     "whose it is says which"),
    ("The Egyptian Cabinet issued a communiqué. Dulles learned on March 7 that the communiqué was read by Fawzi.",
     "Dulles learned on March 7 that the communiqué issued by the Egyptian Cabinet was read by Fawzi", "who made it"),
    ("Eden saw a resolution calling for a truce. Dulles learned on March 7 that the resolution was read by Fawzi.",
     "Dulles learned on March 7 that the resolution calling for a truce was read by Fawzi", "for what it calls"),
    ("The British aide-mémoire lies here. Dulles learned on March 7 that the aide-mémoire was read by Fawzi.",
     "Dulles learned on March 7 that the British aide-mémoire was read by Fawzi", "whose it is"),
    ("Eden has the draft letter to Nasser. Dulles learned on March 7 that the draft letter was read by Fawzi.",
     "Dulles learned on March 7 that the draft letter to Nasser was read by Fawzi", "with a word of its own"),
    ("Eden has the long letter to Nasser. Dulles learned on March 7 that the draft letter was read by Fawzi.",
     "Dulles learned on March 7 that the draft letter was read by Fawzi", "which another has not"),
    ("Carter gave a taped interview with Eden, a writer for the Times and its editor. Dulles learned on March 7 that"
     " the interview was heard by Fawzi.", "Dulles learned on March 7 that the taped interview with Eden was heard by"
     " Fawzi", "who somebody was does not go on with the name"),
    ("Carter gave an exclusive prime-time American television interview with Eden. Dulles learned on March 7 that the"
     " interview was heard by Fawzi of Egypt and Nuri of Iraq and Lawson of Israel and Malik of Lebanon.",
     "Dulles learned on March 7 that the interview with Eden was heard by Fawzi of Egypt and Nuri of Iraq and Lawson of"
     " Israel and Malik of Lebanon", "the plain noun where there is no room"),
    ("101. Reference my telegram 7 of March 1 on surplus cotton.\nOn March 7 Nasser informed Fawzi he had discussed"
     " matter with Eden.", "Nasser informed Fawzi he had discussed surplus cotton with Eden",
     "what the first sentence refers to"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), BODIES)
def test_what_a_noun_stands_for(words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{HEAD}{words}", DAY, own="1955-03-20")]
    assert title in titles, (why, titles)


PAPERS = [
    # what the paper says of such a body elsewhere, how the title calls it, why
    ("The Trilateral Commission waits. The Trilateral Commission hopes.", "The Trilateral Commission", "twice"),
    ("The Trilateral Commission waits.", "The Commission", "once may be chance"),
    ("The Trilateral Commission waits. Fawzi knew the Commission. Eden knew the Commission.",
     "The Trilateral Commission", "but not where it is meant time and again"),
    ("Fawzi knew UNCI. Fawzi met UNCI. In Cairo UNCI waits.", "The United Nations Commission for Indonesia",
     "by its letters"),
    ("The Advisory Commission on Leticia waits.", "The Advisory Commission on Leticia", "it says on what it is"),
    ("The Trilateral Commission and the Chaco Commission wait. The Trilateral Commission and the Chaco Commission met.",
     "The Commission", "there are two"),
    ("On January Commission day all wait. On January Commission day all rest.", "The Commission", "a month"),
    ("Eden told the Commission of the Israeli raid.", "The Commission", "what it was told is no part of its name"),
]  # fmt: skip


@pytest.mark.parametrize(("around", "body", "why"), PAPERS)
def test_a_body_is_named_as_its_paper_does(around: str, body: str, why: str) -> None:
    text = f"{HEAD}{around} The matter rests. The Commission met Fawzi in Gaza on March 7."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20")]
    assert any(one.startswith(f"{body} met Fawzi in Gaza") for one in titles), (why, titles)


TREATIES = [
    # what stands before, what behind, how the title calls it, why
    ("The Treaty of Turin waits. The Treaty of Turin is old.", "", "The Treaty of Turin was seen", "named before"),
    ("The matter rests.", "The Treaty of Turin waits. The Treaty of Turin is old.", "The Treaty was seen",
     "what is named only later is another"),
    ("The Treaty of Turin waits. The Treaty of Turin is old.", "", "The Treaty was signed at Cairo",
     "it was signed elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "behind", "told", "why"), TREATIES)
def test_a_treaty_is_named_as_the_words_before_do(before: str, behind: str, told: str, why: str) -> None:
    did = told.split(" was ")[1]
    text = f"{HEAD}{before} The Treaty was {did} by Fawzi in Gaza on March 7. {behind}"
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20")]
    assert any(told in one for one in titles), (why, titles)


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
    ("The letter was seen by Eden. The full text of this letter was released by Fawzi in Gaza on March 7.",
     "The full text of the letter from the Ambassador in Egypt (Byroade) to the Secretary of State was released by"
     " Fawzi in Gaza", "it is still the same"),
    ("Letter 39 was seen by Eden. The full text of this letter was released by Fawzi in Gaza on March 7.",
     "The full text of the letter was released by Fawzi in Gaza (note to letter from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State)", "a numbered one comes between"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), NOTES)
def test_a_note_speaks_of_its_own_paper(note: str, title: str, why: str) -> None:
    text = f"{HEAD}Nothing happened.\n\n1. {note}"
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20", notes_from="1. ")]
    assert title in titles, (why, titles)


MINUTES = "Minutes of a Policy Review Committee Meeting\n\nWashington, March 5, 1955.\n\nSUBJECT\nLatin America\n\n"
TALK = "Memorandum of Conversation\n\nWashington, March 5, 1955.\n\n"
TELEGRAM = "Telegram From the Department of State to the Embassy in Egypt\n\nWashington, March 5, 1955.\n\n"

OWN = [
    # the paper, its note, a title, why
    (f"{MINUTES}Nothing happened.", "Eden sent the minutes to Fawzi in Gaza on March 7.",
     "Eden sent the minutes of a Policy Review Committee Meeting on Latin America to Fawzi in Gaza",
     "a record is told by who met, and on what"),
    (f"{TALK}Nothing happened.", "Eden sent the memorandum of conversation to Fawzi in Gaza on March 7.",
     "Eden sent the memorandum of conversation to Fawzi in Gaza", "its mere kind says no more"),
    (f"{TELEGRAM}Convey following oral message to Nasser: all is well.",
     "Eden learned in Gaza on March 7 that the oral message was read by Fawzi.",
     "Eden learned in Gaza on March 7 that the oral message sent in the telegram from the Department of State was read"
     " by Fawzi",
     "the telegram bids to hand it on"),
    (f"{TELEGRAM}All is well.", "Eden learned in Gaza on March 7 that the oral message was read by Fawzi.",
     "Eden learned in Gaza on March 7 that the oral message was read by Fawzi", "a telegram that bids nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "note", "title", "why"), OWN)
def test_a_note_speaks_of_what_its_paper_records_or_hands_on(paper: str, note: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{paper}\n\n1. {note}", DAY, own="1955-03-05", notes_from="1. ")]
    assert title in titles, (why, titles)


def test_a_translation_in_a_note_to_the_heading_is_that_of_the_paper() -> None:
    note = "The translation was forwarded to Fawzi in Gaza on March 7."
    for mark, of_it in ((HEAD.split("\n", maxsplit=1)[0], " of the letter from the Ambassador in Egypt (Byroade) to"
                         " the Secretary of State"), ("happened.", "")):  # fmt: skip
        text = f"{HEAD}Long ago.{' ' * 80}Nothing happened.\n\n1. {note}"
        found = events_of(text, DAY, own="1955-03-20", notes_from="1. ", mark=mark)
        assert any(one.title.startswith(f"The translation{of_it} was forwarded to Fawzi") for one in found), mark


def test_the_source_text_is_that_of_the_paper_too() -> None:
    text = f"{HEAD}Nothing happened.\n\n1. Eden handed the source text to Fawzi in Gaza on March 7."
    found = events_of(text, DAY, own="1955-03-20", notes_from="1. ", mark=HEAD.split("\n", maxsplit=1)[0])
    paper = "the source text of the letter from the Ambassador in Egypt (Byroade) to the Secretary of State"
    assert f"Eden handed {paper} to Fawzi in Gaza" in [one.title for one in found]
