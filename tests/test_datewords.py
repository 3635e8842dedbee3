"""Dates in words, and days as numbers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.datewords import basis_in_words, date_in_words, in_words, precision

WORDS = [
    ("1945-12-19", "19 December 1945", "day"),
    ("1945-12", "December 1945", "month"),
    ("1945", "1945", "year"),
    ("194X", "1940s", "decade"),
    ("19XX", "20th century", "decade"),
    ("20XX", "21st century", "decade"),
    ("-03XX", "400 BC–301 BC", "decade"),
    ("1941-24", "winter 1941–42", "season"),  # winter runs into the next year
    ("1945-22", "summer 1945", "season"),
    ("1945~", "about 1945", "year"),
    ("1945-02?", "February 1945 (uncertain)", "month"),
    ("1945-02-04/1945-02-11", "4–11 February 1945", "range"),
    ("1945-07-17/1945-08-02", "17 July – 2 August 1945", "range"),
    ("1941-12-07/1945-09-02", "7 December 1941 – 2 September 1945", "range"),
    ("1942-10/1943-12", "October 1942 – December 1943", "range"),
    ("1941/1945", "1941–1945", "range"),
    ("1942/1943~", "1942 – about 1943", "range"),
    ("1945-03-05?/1945-03-06?", "5 or 6 March 1945", "range"),  # one of two days in a row
    ("1945-05-31?/1945-06-01?", "31 May or 1 June 1945", "range"),
    ("1944-12?/1945-01?", "December 1944 or January 1945", "range"),
    ("1921?/1922?", "1921 or 1922", "range"),
    ("1944-21?/1944-22?", "spring or summer 1944", "range"),
    ("1945-03-05?/1945-03-07?", "5–7 March 1945 (uncertain)", "range"),
    ("1942/..", "since 1942", "open-end"),
    ("../1850", "until 1850", "open-start"),
    ("-0043-03-15", "15 March 44 BC", "day"),
    ("0000", "1 BC", "year"),
]


@pytest.mark.parametrize(("edtf", "words", "known"), WORDS)
def test_in_words(edtf: str, words: str, known: str) -> None:
    assert (in_words(edtf), precision(edtf)) == (words, known)


def test_a_range_written_with_and_stays_a_between() -> None:
    assert in_words("1970/1972", "1970 and 1972") == "between 1970 and 1972"


STATED, REFERENCE, COMPLETED = Basis.STATED, Basis.REFERENCE, Basis.COMPLETED
BASES = [
    (DateBasis(STATED, STATED, STATED), "Date given in the text."),
    (DateBasis(STATED), "Date given in the text."),
    (DateBasis(COMPLETED, COMPLETED, COMPLETED), "Date worked out from the document’s own date."),
    (
        DateBasis(COMPLETED, STATED, STATED),
        "Year worked out from the document’s own date; month and day from the text.",
    ),
    (DateBasis(STATED, REFERENCE, REFERENCE), "Year from the text; month and day from the reference list of events."),
    (DateBasis(Basis.TOLD, Basis.TOLD, Basis.TOLD), "Date worked out from another date in the text."),
    (DateBasis(), ""),
]


@pytest.mark.parametrize(
    ("edtf", "text", "words", "why"),
    [
        ("../1878-06-05", "before the 6th instant", "before 6 June 1878", "the day the words name"),
        ("../1878-05", "prior to June, 1878", "before June 1878", "a month"),
        ("../1849", "before 1850", "before 1850", "a year"),
        ("../1850", "until 1850", "until 1850", "no “before”"),
        ("1946-02~", "About the middle of February", "about mid-February 1946", "EDTF has the month alone"),
        ("1946-02", "mid-February", "mid-February 1946", "the same in a word"),
        ("1946-03?", "the end of the month", "end of March 1946 (uncertain)", "its end"),
        ("1946", "early in 1946", "early 1946", "part of a year"),
        ("1946-02-14", "late on February 14", "14 February 1946", "a day has no such part"),
        ("1946-02", "February, to the end of which", "February 1946", "not what names the month"),
    ],
)
def test_a_date_in_the_words_it_was_read_from(edtf: str, text: str, words: str, why: str) -> None:
    assert date_in_words(DateSpan(edtf, text)) == words, why


def test_a_season_is_called_a_season() -> None:
    """The text that says “the spring of 1945” gives the whole date; else only the year was worked out."""
    assert basis_in_words(DateSpan("1945-21", "", DateBasis(STATED, STATED))) == "Date given in the text."
    known = DateBasis(COMPLETED, STATED)
    assert basis_in_words(DateSpan("1945-21?", "", known)).endswith("own date; season from the text.")
    assert basis_in_words(DateSpan("1945-12-21", "", known)).endswith("own date; month from the text.")


@pytest.mark.parametrize(("basis", "sentence"), BASES)
def test_basis_in_words(basis: DateBasis, sentence: str) -> None:
    assert basis_in_words(DateSpan("1945-12-19", "", basis)) == sentence


@given(st.dates())
def test_days_are_numbered_as_the_standard_library_numbers_them(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.number() == (date - datetime.date(1970, 1, 1)).days
    assert Day.of_number(day.number()) == day


@given(st.integers(-2_000_000, 2_000_000))
def test_days_before_christ_count_on(number: int) -> None:
    day = Day.of_number(number)
    assert day.number() == number
    assert Day.of_number(number + 1) > day
