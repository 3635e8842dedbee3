"""Dates in any text: offsets, order, EDTF, sameness and speed hold whatever is thrown at the engine."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.datespan import DateSpan
from dashboard.extraction.dates import find_dates
from dashboard.model import Document
from tests.fuzz import OWN, PIECES, keeps_its_promises, texts
from tests.growth import times_as_long

TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)
OWN_DATES = st.sampled_from(OWN)


@settings(max_examples=200)
@given(TEXTS, OWN_DATES)
def test_every_mention_holds_its_promises(text: str, own: DateSpan | None) -> None:
    keeps_its_promises(text, own)


def test_seeded_texts_hold_them_too_and_none_takes_a_second() -> None:
    """The first 100 of the texts of which `make bench` reads 10,000."""
    assert max(keeps_its_promises(text, own) for text, own in texts(100, seed=1945)) < 1


@settings(max_examples=40)
@given(TEXTS, OWN_DATES)
def test_the_library_accepts_every_date(text: str, own: DateSpan | None) -> None:
    for mention in find_dates(Document("any", text), own_date=own):
        assert isinstance(mention.value, DateSpan)
        assert str(parse_edtf(mention.value.edtf)) == mention.value.edtf


@settings(max_examples=50)
@given(TEXTS, TEXTS, OWN_DATES)
def test_a_document_reads_the_same_alone_or_among_others(text: str, other: str, own: DateSpan | None) -> None:
    alone = find_dates(Document("any", text), own_date=own)
    find_dates(Document("other", other), own_date=DateSpan("1861-04-09"))
    assert find_dates(Document("any", text), own_date=own) == alone


LONG = [
    (
        "no line breaks",
        "On the same day he said that the Government would meet in London on January 24, and two days later, ",
    ),
    ("nothing but dates", "January 24, 1945 "),
    ("nothing but months", "May "),
    ("lists without end", "May 4 and 5 and "),
    ("spaces", "the" + " " * 300),
    ("digits", "1 "),
]


@pytest.mark.parametrize(("name", "unit"), LONG)
def test_time_grows_with_the_length_and_no_faster(name: str, unit: str) -> None:
    """Four times the text in less than ten times the time (squares would take sixteen)."""

    def read(size: int) -> None:
        document = Document(name, (unit * (size // len(unit) + 1))[:size])
        find_dates(document, own_date=DateSpan("1945-12-19"))

    assert times_as_long(read, 7_500, 30_000, below=10) < 10
