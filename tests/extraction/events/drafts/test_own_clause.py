"""Of a sentence with several dates each event has the words, the status and the date that are its own."""

from __future__ import annotations

import pytest

from dashboard.model import Event
from tests.extraction.events.event_case import events_of

HEAD = "Sir H. Layard to the Marquis of Salisbury\n\nLondon, June 3, 1878.\n\n"
DAYS = {"June 3, 1878": "1878-06-03", "yesterday": "1878-06-02", "May 30": "1878-05-30", "June 6": "1878-06-06"}
DAYS |= {
    "the end of the month": "1878-06",
    "June, 1879": "1879-06",
    "1853": "1853",
    "1854": "1854",
    "May 4": "1878-05-04",
}


def found_in_letter(sentence: str) -> dict[str, tuple[Event, str]]:
    """The events of a sentence by their dates, with the words of the first evidence of each."""
    text = HEAD + sentence
    found = events_of(text, {words: edtf for words, edtf in DAYS.items() if words in text}, own="1878-06-03")
    said = [(event, text[event.evidence[0].start : event.evidence[0].end]) for event in found]
    return {event.date.edtf: (event, words) for event, words in said if event.date}


@pytest.mark.parametrize(
    ("sentence", "date", "begins", "why"),
    [
        (
            "General Morgan informed me yesterday that the British fleet attacked Varna on May 30.",
            "1878-05-30",
            "the British fleet attacked",
            "what he told of another day",
        ),
        (
            "General Morgan informed me yesterday that the British fleet attacked Varna on May 30.",
            "1878-06-02",
            "General Morgan informed",
            "his telling",
        ),
        (
            "Mr. Consul Blunt writes, under date of May 30, that the Austrian consul had been insulted on May 4.",
            "1878-05-04",
            "the Austrian consul had been insulted",
            "no word of an event is needed",
        ),
        (
            "General Morgan informed me that the British fleet attacked Varna on May 30.",
            "1878-05-30",
            "General Morgan informed",
            "no other date: who says so stays",
        ),
    ],
)
def test_each_date_has_its_own_words(sentence: str, date: str, begins: str, why: str) -> None:
    assert found_in_letter(sentence)[date][1].startswith(begins), why


def test_another_thing_concluded_is_no_event_of_who_offers_the_like() -> None:
    sentence = (
        "Mr. Perry offered to President Pierce in 1854 a convention on the model of that concluded with Spain in 1853."
    )
    assert "1854" in found_in_letter(sentence)
    assert "1853" not in found_in_letter(sentence)


@pytest.mark.parametrize(
    ("sentence", "date", "status", "why"),
    [
        (
            "Lord Derby arrived at London on May 30 and expects to attack Varna by June 6.",
            "1878-06-06?",
            "planned",
            "ahead",
        ),
        (
            "Lord Derby arrived at London on May 30 and expects to leave London by the end of the month.",
            "1878-06?",
            "planned",
            "the month is that of writing: the verb tells",
        ),
        (
            "Lord Derby arrived at London on May 30 and expects to leave London by the end of the month.",
            "1878-05-30",
            "happened",
            "he did arrive",
        ),
        ("The British fleet will attack Varna before June 6.", "../1878-06-05", "planned", "its limit is ahead"),
        ("The British fleet attacked Varna before May 30.", "../1878-05-29", "happened", "its limit is over"),
        (
            "The British fleet will not attack Varna before June 6.",
            "1878-06-06?",
            "planned",
            "“not before” is no “before”",
        ),
        ("The British fleet attacked Varna shortly before May 30.", "1878-05-30?", "happened", "near it"),
        ("The British fleet will attack Varna before June, 1879.", "../1879-05", "planned", "before a month"),
        ("The British fleet will leave London before the end of the month.", "1878-06?", "planned", "before its end"),
    ],
)
def test_each_date_has_its_own_status_and_limit(sentence: str, date: str, status: str, why: str) -> None:
    assert found_in_letter(sentence)[date][0].status == status, why
