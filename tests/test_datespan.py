"""DateSpan: what EDTF means in days, and how two dates compare."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan, Day, compatible, contains, intersects
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
