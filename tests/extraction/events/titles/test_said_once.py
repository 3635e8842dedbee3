"""Said once: where a repeated name becomes a pronoun, and where it must not."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.titles.said_once import without_repetition
from tests.extraction.events.event_case import events_of

LINES = [
    # line, the name, as it is put, why
    ("Donovan refers to Donovan’s telegram of July 16", "Donovan", "Donovan refers to his telegram of July 16", "owns"),
    ("Kirk recalled Kirk had sent a wire", "Kirk", "Kirk recalled he had sent a wire", "says of himself"),
    ("Carter said that Teng had accepted Carter’s invitation", "Carter",
     "Carter said that Teng had accepted Carter’s invitation", "“his” would be Teng’s"),
    ("Kotaradja arranged a meeting with Kotaradja", "Kotaradja", "Kotaradja arranged a meeting with Kotaradja",
     "an object that no pronoun fits surely"),
    ("The Embassy refers to the Embassy’s note", "the Embassy", "The Embassy refers to the Embassy’s note",
     "the first is written otherwise: nothing is repeated"),
    ("In August the Embassy sent the Embassy’s note", "the Embassy", "In August the Embassy sent its note", "a body"),
    ("Byroade: Byroade’s note was sent", "Byroade", "Byroade: Byroade’s note was sent", "who tells it stands apart"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "put", "why"), LINES)
def test_a_name_is_said_once(line: str, name: str, put: str, why: str) -> None:
    assert without_repetition(line, name) == put, why


HEAD = "The Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"


def test_a_writer_who_avails_himself() -> None:
    """“I availed myself” is no “Byroade availed Byroade”."""
    text = f"{HEAD}On March 7 I availed myself of my right to see the prisoners at Gaza."
    titles = [event.title for event in events_of(text, {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert "Byroade availed himself of his right to see the prisoners at Gaza" in titles, titles


def test_a_paper_that_names_a_woman_keeps_the_name() -> None:
    """Whether the writer is a man is then not sure."""
    text = f"{HEAD}On March 7 I sent my note to Gaza. Mrs. Fawzi was there."
    titles = [event.title for event in events_of(text, {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert "Byroade sent Byroade’s note to Gaza" in titles, titles


def test_the_reader_were_expected() -> None:
    """“You were” is “Byroade was” for the one who is written to."""
    text = (
        "The Secretary of State to the Ambassador in Egypt (Byroade)\n\nWashington, March 20, 1955.\n\n"
        "On March 7 Fawzi told Hussein that you were expected in Gaza. That is why Hussein left Cairo on March 8."
    )
    dates = {"March 7": "1955-03-07", "March 8": "1955-03-08"}
    titles = [event.title for event in events_of(text, dates, own="1955-03-20")]
    assert "Fawzi told Hussein that Byroade was expected in Gaza" in titles, titles
    assert not any("Byroade is why" in title or "Secretary of State is why" in title for title in titles), titles
