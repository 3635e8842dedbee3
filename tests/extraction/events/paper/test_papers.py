"""Papers: what a telegram, a memorandum or the record of a talk is called."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7, 1955": "1955-03-07", "June 1, 1955": "1955-06-01"}


def titles_of(text: str, **options: str) -> list[str]:
    """The titles of the events of a text of 7 March 1955."""
    return [event.title for event in events_of(text, DAY, own="1955-03-07", **options)]


OWN_NAMES = [
    ("Copies of PD/NSC–50, “Arms Control Decision Process,” June 1, 1955, can be found at the library’s website.",
     "PD/NSC–50, “Arms Control Decision Process”", "number and name; where it is kept is no event"),
    ("The message was sent out as C.C.S. 452/31, “Directive to Mountbatten”, June 1, 1955.",
     "C.C.S. 452/31, “Directive to Mountbatten”", "a number with points"),
    ("“Agreement on Bomber Forces in Europe”, June 1, 1955.", "“Agreement on Bomber Forces in Europe”",
     "a name alone, where it begins the clause"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), OWN_NAMES)
def test_a_paper_has_its_own_name(note: str, title: str, why: str) -> None:
    assert title in titles_of(f"{LETTER}Nothing.\n\n1. {note}", notes_from="1. "), why


OCCASIONS = [
    ("Memorandum for the Record\n\nWashington, March 7, 1955.\n\nSUBJECT\n\nArms for Israel\n\nNothing.",
     "Memorandum for the Record: Arms for Israel", "a record without parties has a subject"),
    ("Memorandum of Conversation, by the Under Secretary of State (Hoover)\n\n[Washington,] March 7, 1955.\n\n"
     "Sir George Sansom called on me at his request.",
     "Conversation of the Under Secretary of State (Hoover) with Sir George Sansom", "who calls, in its first words"),
    ("Memorandum From Mr. Komer to President Johnson\n\nWashington, March 7, 1955.\n\nSee my telegram.\n\n"
     "1. This isn’t aid.", "Memorandum from Mr. Komer to President Johnson", "a point of a list is not its number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "why"), OCCASIONS)
def test_what_the_document_itself_is_called(text: str, title: str, why: str) -> None:
    assert title in titles_of(text, at="Washington", title=text.partition("\n")[0]), why


def test_a_talk_whose_heading_has_its_date_is_told_once() -> None:
    text = "Memorandum of a Conversation, Washington, March 7, 1955\n\nWashington, March 7, 1955\n\nNothing."
    assert len(titles_of(text, at="Washington")) == 1


def test_the_date_in_a_subject_is_no_dateline() -> None:
    """“SUBJECT / Statement of June 1” dates a statement, not this paper or an enclosure."""
    text = f"{LETTER}Washington, March 7, 1955.\n\nSUBJECT\n\nCairo Statement of June 1, 1955\n\nNothing."
    told = [event.date.edtf for event in events_of(text, DAY, own="1955-03-07") if event.date]
    assert told.count("1955-03-07") == 1, told
    assert not [title for title in titles_of(text) if title.startswith("Communication from Cairo")]


def test_what_was_signed_stands_before_the_mark() -> None:
    text = f"{LETTER}This is in conflict with the Renville agreement.1\n\n1. Signed June 1, 1955; for text, see p. 4."
    titles = titles_of(text, notes_from="1. Signed", mark="agreement.1")
    assert any(title.startswith("Renville agreement (note to ") for title in titles), titles


def test_a_line_of_a_table_is_no_dateline() -> None:
    text = f"{LETTER}Washington, March 7, 1955.\n\nThe strength will be:\n\nJune 1, 1955 2,760,000\n\nNothing."
    assert len(titles_of(text, at="Washington")) == 1


def test_two_who_wrote_are_not_told_by_the_last() -> None:
    """What stands in a briefing by two is nobody’s by its title."""
    text = (
        "Briefing\n\nOn June 1, 1955 I told the Council that the matter which had been raised was thus settled by it."
    )
    title = "Briefing by Secretary of State Vance and the President’s Assistant (Brzezinski)"
    assert not [one for one in titles_of(text, title=title) if "Brzezinski:" in one]


def test_those_present_by_office_alone_are_named_so() -> None:
    """“The Secretary” in a list of those present is one of them."""
    text = (
        "Memorandum of Conversation\n\nWashington, March 7, 1955.\n\nPARTICIPANTS:\nThe Secretary\nMr. Abba Eban\n"
        "Mr. George Allen\n\nSubject: Arms\n\nNothing."
    )
    assert "Meeting of the Secretary, Eban and Allen at Washington" in titles_of(text, at="Washington")
