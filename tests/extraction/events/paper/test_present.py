"""Present: who took part in a talk, and how a title that the record tells names them."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.paper.present import in_a_row
from tests.extraction.events.event_case import events_of

RECORD = (
    "Memorandum of a Conversation\n\nWashington, March 7, 1955.\n\nPARTICIPANTS:\nThe Secretary\nMr. Abba Eban\n\n{}"
)
ROWS = [
    (("Eban", "Allen"), "Eban and Allen", "two"),
    (("Eban", "Allen", "Hoover"), "Eban, Allen and Hoover", "three"),
    (("Eban", "Allen", "Hoover", "Russell"), "Eban, Allen, Hoover and Russell", "one more is no others"),
    (("Eban", "Allen", "Hoover", "Russell", "Hare"), "Eban, Allen, Hoover and others", "too many"),
]


@pytest.mark.parametrize(("names", "told", "why"), ROWS)
def test_names_stand_in_a_row(names: tuple[str, ...], told: str, why: str) -> None:
    assert in_a_row(names, most=3) == told, why


@pytest.mark.usefixtures("whatever_is_open")
def test_what_a_record_tells_is_told_by_those_who_met() -> None:
    """A record without a writer or a subject."""
    words = "The Secretary said that the pipeline would be completed by the company on June 1, 1955 at Haifa."
    dates = {"March 7, 1955": "1955-03-07", "June 1, 1955": "1955-06-01"}
    events = events_of(RECORD.format(words), dates, own="1955-03-07", at="Washington")
    assert any(event.title.endswith("(record of a meeting of the Secretary and Eban)") for event in events), [
        event.title for event in events
    ]


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("listed", "called"), [("His Imperial Majesty the Shahinshah", "the Shah"),
                                                ("His Majesty, the Sultan", "the Sultan"),
                                                ("The Prime Minister", "the Prime Minister")])  # fmt: skip
def test_who_is_listed_by_office_alone_is_called_by_it(listed: str, called: str) -> None:
    """A line of the list without a name."""
    record = RECORD.replace("The Secretary", listed)
    words = "It was said that the pipeline would be completed by the company on June 1, 1955 at Haifa."
    dates = {"March 7, 1955": "1955-03-07", "June 1, 1955": "1955-06-01"}
    titles = [event.title for event in events_of(record.format(words), dates, own="1955-03-07", at="Washington")]
    assert any(f"of {called} and Eban" in title for title in titles), titles
