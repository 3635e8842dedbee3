"""DateSpan: what EDTF means in days, and how two dates compare."""

from __future__ import annotations

import pytest

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.errors import DateError

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


@pytest.mark.parametrize(
    "edtf", ["", "1945-13", "1945-02-30", "45", "194X-05", "1945/1944", "19 December 1945", "١٩٤٥"]
)
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(DateError):
        DateSpan(edtf)


KNOWN = [
    ("1945", 1),
    ("1945-12~", 2),
    ("1945-22", 2),  # a season is as good as a month
    ("1945-12-19", 3),
    ("-0489", 1),  # the sign of a year before year 0 parts nothing
    ("-0489-03", 2),
    ("1945-02-04/1946", 3),  # an interval is as well known as where it begins
    ("../1945-05-08", 3),  # or where it ends
    ("1942/..", 1),
]


@pytest.mark.parametrize(("edtf", "parts"), KNOWN)
def test_a_basis_is_that_of_the_parts_that_are_given(edtf: str, parts: int) -> None:
    assert DateBasis.of(edtf, Basis.CATALOGUE) == DateBasis(*[Basis.CATALOGUE] * parts)
