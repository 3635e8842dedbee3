"""Dates: what year a day is of, after a paper has named a date of another time."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.dates import find_dates
from dashboard.model import Document, Section


def dates(text: str, own: str, **parts: tuple[Section, ...]) -> list[str]:
    """EDTF of the dates in a text written on `own`."""
    found = find_dates(Document("test", text, **parts), own_date=DateSpan(own))
    return [each.value.edtf for each in found if isinstance(each.value, DateSpan)]


RIGA, PACT = (
    "It was Polish by the Treaty of Riga of March 18, 1921.",
    "Of the Rhine Pact signed at Locarno on 16 October 1925.",
)
LEFT = "He spoke of it on March 7. " + PACT

ASIDE = [
    ("1943-12-03", RIGA + " Churchill's birthday on November 30 was kept.", "1943-11-30", "the day modifies a treaty"),
    ("1936-03-11", PACT + " Neurath told you on the 7th that", "1936-03-07", "a bare day too"),
    ("1936-03-11", LEFT + " On the same day they entered Cologne.", "1936-03-07", "the day told before it"),
    ("1936-03-11", RIGA + " Cerruti has been silent since March 5.", "1936-03-05", "a day that does not open"),
    ("1948-06-12", "It was concluded on March 18, 1921. Mr. Bevin arrived on June 9.", "1948-06-09", "years away"),
    ("1948-05-13", "The agreement dated June 19, 1947 lapses. A draft was presented May 13.", "1948-05-13", "an act"),
    ("1955-02-14", "Unlike events in October 1953. I called on the King on February 11.", "1955-02-11", "years away"),
    ("1943-12-03", RIGA + " On November 30 he left.", "1943-11-30", "the month before the writing"),
    ("1943-12-03", RIGA + " On April 16 they ratified it.", "1943-04-16?", "it may be the treaty's year"),
    ("1955-10-01", "Before October 1952 he asked. None came. Early in 1955 two did. In June he left.", "1955-06",
     "a year that opens its sentence is where the paper has come to"),
    ("1943-12-03", RIGA + "\nHe left on November 30.", "1943-11-30", "another paragraph"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "text", "edtf", "why"), ASIDE)
def test_an_aside_of_another_time_ends_with_its_sentence(own: str, text: str, edtf: str, why: str) -> None:
    assert dates(text, own)[-1] == edtf, why


CARRIED = [
    ("By the Treaty of Riga of March 18, 1921, which Mr. Dabski signed, and ratified on April 15.", "1921-04-15",
     "the same sentence; an abbreviation does not end it"),
    ("On March 18, 1921, the treaty was signed. Dabski went home on April 2.", "1921-04-02", "its day opens a story"),
    ("He fled on March 10, 1939. He returned on June 5, 1939. They met on July 7.", "1939-07-07", "two days of it"),
    ("He fled on March 10, 1939. On April 4 they met.", "1939-04-04?", "both years stay possible"),
    ("He fled on March 10, 1939. He returned on April 4.", "1939-04-04?", "it goes on about him"),
    ("He fled on March 10, 1939. The next day they met.", "1939-03-11", "counted from it"),
    ("He signed the law on July 26, 1944. The council met on September 26.", "1944-09-26", "a year away: as before"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf", "why"), CARRIED)
def test_a_story_of_another_time_goes_on(text: str, edtf: str, why: str) -> None:
    assert dates(text, "1945-12-19")[-1] == edtf, why


def test_an_editors_note_tells_what_came_of_it() -> None:
    """Notes explain: the year goes on there, unless the date only says which act is meant."""
    for text, edtf in (
        ("  1. Kennedy signed it in Moscow on August 5, 1963. The Senate consented on September 24.\n", "1963-09-24"),
        ("  1. Under the resolution of November 29, 1947. See telegram 508, received November 16.\n", "1977-11-16"),
    ):
        notes = Section("notes", len("A letter.\n"), len("A letter.\n" + text))
        assert dates("A letter.\n" + text, "1977-11-20", sections=(Section("body", 0, notes.start), notes))[-1] == edtf
