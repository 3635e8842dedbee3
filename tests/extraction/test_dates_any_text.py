"""Dates in any text: offsets, order, EDTF, sameness and speed hold whatever is thrown at the engine."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.datespan import DateSpan
from dashboard.extraction.dateline import document_date, document_place_names
from dashboard.extraction.dates import find_dates
from dashboard.model import Document

PIECES = [
    "January",
    "Feb.",
    "March",
    "May",
    "JUNE",
    "Monday",
    "the",
    "of",
    "to",
    "and",
    "or",
    "until",
    "between",
    "early",
    "mid-",
    "end",
    "first",
    "second",
    "week",
    "half",
    "year",
    "month",
    "days",
    "ago",
    "later",
    "next",
    "last",
    "this",
    "that",
    "same",
    "following",
    "5th",
    "3d",
    "instant",
    "ult.",
    "1945",
    "19435",
    "’44",
    "31",
    "30th",
    "0",
    "99",
    "BC",
    "A.D.",
    "1960s",
    "century",
    "FY",
    "Easter",
    "spring",
    "fall",
    "-",
    "–",
    "—",
    "/",
    ",",
    ".",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "\n\n",
    "[Page 33]",
    "yesterday",
    "to-day",
    "8 p.m.",
    "No.",
    "about",
    "two",
    "131430Z",
    "Nov",
    "3/1–15/77",
    "6/8/55",
    "1945-12-19",
    "19.12.1945",
    "in",
    "on",
    "740.00119 Council/12–2645",
    "Washington",
    "\xa0",
    "😀",
    "February 30",
    "(O.S.)",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)
OWN = st.sampled_from(
    [None, *map(DateSpan, ("1945-12-19", "1945", "1944/1946", "1942/..", "../1850", "-0489", "194X"))]
)


@settings(max_examples=400, deadline=1000)
@given(TEXTS, OWN)
def test_every_mention_holds_its_promises(text: str, own: DateSpan | None) -> None:
    document = Document("any", text, title=text[:60])
    found = find_dates(document, own_date=own)
    end = 0
    for mention in found:
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text != ""
        end = mention.end
        assert isinstance(mention.value, DateSpan)
        first, last = mention.value.earliest, mention.value.latest
        assert first is None or last is None or first <= last
        assert DateSpan(mention.value.edtf) is not None
    assert find_dates(document, own_date=own) == found
    document_date(document)
    document_place_names(document)


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
    """Best of three runs each: four times the text in less than ten times the time (squares would take sixteen)."""

    def seconds(size: int) -> float:
        document = Document(name, (unit * (size // len(unit) + 1))[:size])
        runs = []
        for _ in range(3):
            start = time.process_time()
            find_dates(document, own_date=DateSpan("1945-12-19"))
            runs.append(time.process_time() - start)
        return min(runs)

    assert seconds(60_000) <= 10 * max(seconds(15_000), 0.01)
