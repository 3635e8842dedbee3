"""The noun that a date is part of, as the title of its event; and what the heading of a day in a programme tells."""

import pytest

from tests.extraction.events.event_case import events_of

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\nCairo, March 20, 1955.\n\n"
DAY = {"13 March": "1955-03-13"}

NOUNS = [
    (
        "Dulles recalled the 13 March agreement with Nasser on the Canal, which Eden had seen.",
        "13 March agreement with Nasser on the Canal",
        "with whom and on what",
    ),
    (
        "President Eisenhower left Cairo soon after his 13 March meeting with Nasser, which Dulles had seen.",
        "Eisenhower’s 13 March meeting with Nasser",
        "whose it was",
    ),
    (
        "It was after a 13 March meeting with Nasser of Egypt, whom Dulles had seen.",
        "13 March meeting with Nasser of Egypt (Byroade to Dulles)",
        "told by whom, where nobody says who met him",
    ),
    (
        "The 13 March raid on the Gaza district of Egypt has shattered the modus vivendi which had lasted there.",
        "Byroade to Dulles: “The 13 March raid on the Gaza district of Egypt has shattered the modus vivendi which had"
        " lasted there”",
        "a verb behind belongs to what the clause tells, and no word is cut",
    ),
]


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("words", "title", "why"), NOUNS)
def test_dated_noun(words: str, title: str, why: str) -> None:
    assert title in [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")], why


def test_the_heading_of_a_day_in_a_programme_tells_its_first_point() -> None:
    heading = "Cairo, March 20, 1955.\n\nThe following program is approved.\n\n"
    words = "I.\nTuesday, 13 March\n\na.\nControl of the Strategic Bomber Force.\nb.\nZones of occupation.\n"
    dates = {"March 20, 1955": "1955-03-20", "Tuesday, 13 March": "1955-03-13"}
    titles = [event.title for event in events_of(heading + words, dates, own="1955-03-20")]
    assert "Program for Tuesday, 13 March: Control of the Strategic Bomber Force" in titles


def test_the_heading_of_a_day_that_tells_nothing_is_no_event() -> None:
    words = "Cairo, March 20, 1955.\n\nThe following program is approved.\n\nI.\nTuesday, 13 March\n"
    dates = {"March 20, 1955": "1955-03-20", "Tuesday, 13 March": "1955-03-13"}
    titles = [event.title for event in events_of(words, dates, own="1955-03-20")]
    assert not any("13 March" in title for title in titles), titles
