"""DateSpan: what EDTF means in days, how two dates compare, and how a date and its basis are said."""

from __future__ import annotations

import pytest

from dashboard.datespan import (
    Basis,
    DateBasis,
    DateSpan,
    Day,
    basis_sentence,
    compatible,
    contains,
    intersects,
    precision,
    say,
)
from dashboard.errors import DateError

SPOKEN = [
    ("1945-12-19", "", "19 December 1945", "day"),
    ("1945-12", "", "December 1945", "month"),
    ("1945", "", "1945", "year"),
    ("1944-06~", "", "about June 1944", "month"),
    ("1949-06-15?", "", "perhaps 15 June 1949", "day"),  # “June 14 [15?]”
    ("1945-02-04/1945-02-11", "", "4–11 February 1945", "range"),  # month and year once
    ("1945-02-04/1945-02-11", "4 and 11 February 1945", "between 4 and 11 February 1945", "range"),
    ("1944-07-13/1944-08-17", "", "13 July–17 August 1944", "range"),  # year once
    ("1943-12-30/1944-01-02", "", "30 December 1943–2 January 1944", "range"),
    ("1970/1972", "1970 and 1972", "between 1970 and 1972", "range"),
    ("1944-22", "", "summer 1944", "season"),
    ("1941-24", "", "winter 1941–42", "season"),  # winter runs into the next year
    ("1942/..", "", "since 1942", "open-end"),
    ("../1850", "", "until 1850", "open-start"),
    ("194X", "", "the 1940s", "decade"),
    ("18XX", "", "the 19th century", "century"),
    ("20XX", "", "the 21st century", "century"),
    ("-0489", "", "490 BC", "year"),  # EDTF counts a year 0
]


@pytest.mark.parametrize(("edtf", "text", "words", "kind"), SPOKEN)
def test_say_and_precision(edtf: str, text: str, words: str, kind: str) -> None:
    span = DateSpan(edtf, text)
    assert (say(span), precision(span)) == (words, kind)


BOUNDS = [
    ("1944-02", Day(1944, 2, 1), Day(1944, 2, 29)),  # leap year
    ("1900-02", Day(1900, 2, 1), Day(1900, 2, 28)),  # no leap year
    ("1941-24", Day(1941, 12, 1), Day(1942, 2, 28)),
    ("-03XX", Day(-399, 1, 1), Day(-300, 12, 31)),  # before year 0 a century counts downwards
    ("1942/..", Day(1942, 1, 1), None),
]


@pytest.mark.parametrize(("edtf", "first", "last"), BOUNDS)
def test_bounds(edtf: str, first: Day, last: Day | None) -> None:
    span = DateSpan(edtf)
    assert (span.earliest, span.latest) == (first, last)


@pytest.mark.parametrize("edtf", ["", "1945-13", "1945-02-30", "45", "194X-05", "1945/1944", "19 December 1945"])
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(DateError):
        DateSpan(edtf)


COMPARED = [  # one, other, compatible, intersect
    ("1942", "1942-01-29", True, True),  # the same, more exactly
    ("1942-01-29", "1942-01-30", False, False),
    ("1942-01~", "1941-12-30/1942-01-03", True, True),  # about then
    ("1941/1942", "1942/1943", False, True),
    ("1942/..", "1950", True, True),
    ("../1941", "1942", False, False),
]


@pytest.mark.parametrize(("one", "other", "fit", "meet"), COMPARED)
def test_comparison_is_symmetric(one: str, other: str, fit: bool, meet: bool) -> None:
    first, second = DateSpan(one), DateSpan(other)
    assert compatible(first, second) is compatible(second, first) is fit
    assert intersects(first, second) is intersects(second, first) is meet


def test_contains() -> None:
    assert contains(DateSpan("1942"), DateSpan("1942-03"))
    assert not contains(DateSpan("1942-03"), DateSpan("1942"))


S, C, R = Basis.STATED, Basis.COMPLETED, Basis.REFERENCE
SENTENCES = [
    ((S, S, S), False, "Date given in the text."),
    ((S, None, None), False, "Date given in the text."),
    ((C, C, C), False, "Date worked out from the document’s own date."),
    ((S, R, R), True, "Year from the text; day and place from the reference list of events."),
    ((C, S, S), False, "Year worked out from the document’s own date; day from the text."),
    ((R, R, R), True, "Date and place from the reference list of events."),
    ((None, None, None), False, "The text does not say when."),
]


@pytest.mark.parametrize(("basis", "place_too", "words"), SENTENCES)
def test_basis_sentence(basis: tuple[Basis | None, ...], place_too: bool, words: str) -> None:
    assert basis_sentence(DateSpan("1945", "", DateBasis(*basis)), place_too=place_too) == words
