"""DateSpan: what EDTF means in days, and how two dates compare."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan, Day
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
