"""Who says so: the paper itself, whom it reports, who wrote what it encloses, or an editor's note."""

from __future__ import annotations

import pytest

from dashboard.model import Event
from tests.extraction.events.event_case import events_of

HEAD = "The Ambassador in Iran (Wiley) to the Secretary of State\n\nTehran, May 20, 1948.\n\n"
TALK = "Memorandum of Conversation, by the Counselor (Bohlen)\n\nMoscow, May 20, 1948.\n\n"
LETTER = f"{TALK}Mr. Molotov said that he had read it.\n\nPresident Truman to Generalissimo Stalin\n\n"


def told(text: str, day: str) -> str:
    """Whose word the event of the day is."""
    found = events_of(text, {"May 20, 1948": "1948-05-20", day: "1948-05-03"}, own="1948-05-20")
    return next(event for event in found if _on(event, "1948-05-03")).told_by


def _on(event: Event, edtf: str) -> bool:
    return event.date is not None and event.date.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "teller", "why"),
    [
        ("The fleet left Tehran on May 3.", "author", "nobody else is named"),
        ("General Razmara told me on May 3 that the fleet had left Tehran.", "author", "the telling is Wiley’s word"),
        ("General Razmara told me that the fleet left Tehran on May 3.", "speaker: Razmara", "what he told is his"),
        ("General Razmara told me the fleet had left Tehran on May 3.", "speaker: Razmara", "so without “that”"),
        (
            "Marshal Tito, in a note delivered on May 3 to Mr. Lee, denied that guards met.",
            "author",
            "the note is told",
        ),
        (
            "Marshal Tito, in a note to Mr. Lee, denied that troops attacked on May 3.",
            "speaker: Tito",
            "the denial is his",
        ),
        (
            "General Razmara called upon me and assured me that the fleet left Tehran on May 3.",
            "speaker: Razmara",
            "the second verb",
        ),
        ("Razmara assured me that the fleet left Tehran on May 3.", "speaker: Razmara", "a bare name assures"),
        (
            "In early March Razmara told me that the fleet left Tehran on May 3.",
            "speaker: Razmara",
            "no man called March",
        ),
        ("The French Minister said that the fleet left Tehran on May 3.", "speaker: the French Minister", "an office"),
        ("Moscow denies that aircraft landed at Tehran on May 3.", "speaker: Moscow", "a seat of government"),
        (
            "Mr. Lee was informed by Prince Bismarck that the fleet left Tehran on May 3.",
            "speaker: Bismarck",
            "by whom he was told",
        ),
        ("I told General Razmara that the fleet left Tehran on May 3.", "author", "the writer’s own words"),
        (
            "It was reported that General Razmara said the fleet left Tehran on May 3.",
            "author",
            "a rumour of him is not his",
        ),
        ("General Razmara said it was so. The fleet left Tehran on May 3.", "author", "a telegram goes on by itself"),
        (
            "General Razmara said it was so. He added that the fleet left Tehran on May 3.",
            "speaker: Razmara",
            "“he” goes on",
        ),
        ("Developments reported May 3 were attacked.", "author", "no person, office or seat reports"),
    ],
)
def test_what_follows_a_verb_of_saying_is_its_subjects(sentence: str, teller: str, why: str) -> None:
    assert told(HEAD + sentence, "May 3") == teller, why


@pytest.mark.parametrize(
    ("paragraphs", "teller", "why"),
    [
        (
            "Mr. Molotov said it was so. He said that on May 3 Mr. Bevin had agreed to leave London.",
            "Molotov",
            "not who agreed",
        ),
        (
            "Mr. Molotov said it was so.\n\nThe fleet had left Tehran on May 3.",
            "Molotov",
            "a long answer runs over paragraphs",
        ),
        (
            "Mr. Molotov said it was so. Mr. Bevin had said the fleet left Tehran on May 3.",
            "Molotov",
            "of whom a speaker tells",
        ),
        ("Mr. Molotov said no. Mr. Bevin replied that the fleet left Tehran on May 3.", "Bevin", "another speaks"),
        ("Mr. Bevin said no. Mr. Molotov referred to the attack on Tehran of May 3.", "Molotov", "of what he spoke"),
        ("In saying goodbye, Mr. Molotov said the fleet left Tehran on May 3.", "Molotov", "behind an opening"),
    ],
)
def test_in_the_record_of_a_talk_a_speaker_goes_on(paragraphs: str, teller: str, why: str) -> None:
    assert told(TALK + paragraphs, "May 3") == f"speaker: {teller}", why


def test_an_agreement_in_a_talk_is_nobodys_word() -> None:
    assert (
        told(f"{TALK}Mr. Molotov said no.\n\nIt was agreed that the fleet left Tehran on May 3.", "May 3") == "author"
    )


@pytest.mark.parametrize(
    ("sentence", "teller", "why"),
    [
        (
            "Secretary Byrnes and I agreed to it when the fleet left Tehran on May 3.",
            "writer: Truman",
            "not of the talk",
        ),
        ("General Razmara told me that the fleet left Tehran on May 3.", "speaker: Razmara", "whom the letter reports"),
    ],
)
def test_a_letter_that_the_record_of_a_talk_encloses_is_its_writers_word(sentence: str, teller: str, why: str) -> None:
    assert told(LETTER + sentence, "May 3") == teller, why
