"""Several named one after another: a clause that a comma cut among them has them all."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.enumeration import whole_series
from dashboard.model import Span

SERIES = [
    # sentence, clause, the clause with all of the series, why
    ("Moscow shipped arms to Egypt, Syria, and Yemen.", "Moscow shipped arms to Egypt, Syria",
     "Moscow shipped arms to Egypt, Syria, and Yemen", "its last member"),
    ("Carter met with Giscard, Schmidt, and Callaghan at the villa.", "Carter met with Giscard, Schmidt",
     "Carter met with Giscard, Schmidt, and Callaghan", "before a place"),
    ("The Minister, the Ambassador, and I are to meet Fawzi.", "I are to meet Fawzi",
     "The Minister, the Ambassador, and I are to meet Fawzi", "its first members"),
    ("Allen met Eden, the Secretary, and Fawzi.", "Allen met Eden, the Secretary", "Allen met Eden, the Secretary",
     "an apposition is no member"),
    ("Allen met Eden, Burns, and Fawzi left.", "Allen met Eden, Burns", "Allen met Eden, Burns", "nor is a clause"),
    ("Allen met Ali on May 2, and left.", "Allen met Ali on May 2", "Allen met Ali on May 2", "nor a second verb"),
    ("Allen met Fawzi and Burns.", "Allen met Fawzi", "Allen met Fawzi", "two are no series"),
    ("", "", "", "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clause", "whole", "why"), SERIES)
def test_whole_series(text: str, clause: str, whole: str, why: str) -> None:
    at = text.find(clause)
    found = whole_series(text, Span(at, at + len(clause)), Span(0, len(text)))
    assert text[found.start : found.end] == whole, why
