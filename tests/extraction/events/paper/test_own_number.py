"""The own number of a paper: what its first lines say, and no point of a list, nor the mark of a note."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.paper.heading import read_heading
from dashboard.model import Document, Section

HEAD = "Roosevelt Papers: Telegram\n\nPrime Minister Churchill to President Roosevelt\n\nLondon, August 8, 1944.\n\n"

NUMBERS = [
    # what stands below the dateline, number, why
    ("1117.\n\n1. Lozano left for Karachi.\n\n2. He was well.", "1117", "a line of its own, above a list"),
    ("secret us urgent\nniact\n\n323, Gocus 650, My emphasis has been on this.", "323", "behind the classification"),
    ("Delga 195. Following is the text.", "Delga 195", "with the name of its series"),
    ("CAP 661007. The border is explosive.", "CAP 661007", "a series in capitals"),
    ("top secret\n\nPrime Minister to President Roosevelt. Personal and top secret. Number 746.\n\n"
     "1. I will come.\n\n2. You too.", "746", "in words, above a list"),
    ("Prime Minister to President personal and top secret number 707 your 564.", "707", "in words, in running text"),
    ("Prime Minister to President Personal and Top Secret No. 732.\n\nWhen?", "732", "the same in short"),
    ("5. Have talked with him.\n\n6. He was well.", "5", "no list begins with 5"),
    ("Number 506. I am grieved.", "506", "in words, at the head"),
    ("3. Following message was handed to me.", "3", "the third telegram of a year, no point of a list"),
    ("1. Yesterday the Ambassador called.\n\n2. He was well.", "", "the first point of a list"),
    ("For the immediate personal attention of the President.\n\n5. Yesterday he called.", "", "below the first words"),
    ("Supplementing the wire of yesterday it may help.\n\n771. Much.", "", "below the first words"),
    ("Yours of the 8th is here, and I thank you for number 12 of it.", "", "a number the text speaks of"),
    ("June 12. Nothing happened.", "", "a date"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number", "why"), NUMBERS)
def test_the_number_of_a_telegram(words: str, number: str, why: str) -> None:
    assert read_heading(Document("case", f"{HEAD}{words}")).number == number, why


def test_the_mark_of_a_note_is_no_number() -> None:
    text = f"{HEAD}Nothing.\n\n  1. Repeated in telegram 287.\n"
    notes = text.index("  1.")
    document = Document("case", text, sections=(Section("body", 0, notes), Section("notes", notes, len(text))))
    assert read_heading(document).number == ""


def test_a_letter_has_no_number_by_what_it_says_of_telegrams() -> None:
    """“Despatch No. 1” is no name for a letter whose list begins with 1."""
    text = "The Joint Chiefs to the Secretary of State\n\nWashington, June 5, 1944.\n\nSir: By telegram:\n\n1. Come."
    heading = read_heading(Document("case", text))
    assert (heading.paper, heading.number) == ("letter", "")


def test_a_despatch_has_its_number_on_a_line() -> None:
    text = "Mr. Corwin to Mr. Seward.\n\nCity of Mexico, May 29, 1861.\n\nNo. 1.]\n\nSir: I deem it well."
    heading = read_heading(Document("case", text))
    assert (heading.paper, heading.number) == ("despatch", "1")


def test_a_heading_may_end_with_what_the_paper_is() -> None:
    heading = read_heading(Document("case", "The Department of State to the British Embassy Aide-mémoire\n\nNothing."))
    assert (heading.paper, heading.recipient) == ("aide-mémoire", "the British Embassy")
