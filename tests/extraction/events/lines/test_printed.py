"""Printed: articles and papers of which a note tells where they appeared; the names are rows of data."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.printed import publication

NOTES = [
    # words of a note, what was printed where
    ("J. Quist, “The Frontier at Night,” The New York Times",
     "Quist’s article “The Frontier at Night” in The New York Times"),
    ("“The Frontier at Night,” in The Economist", "article “The Frontier at Night” in The Economist"),
    ("“The Frontier at Night,” Le Monde", "article “The Frontier at Night” in Le Monde"),
    ("Text of the speech printed in the Congressional Record", ""),
    ("Eden’s statement on the frontier printed in Hansard", "Eden’s statement on the frontier printed in Hansard"),
    ("“The Frontier at Night,” in a letter", ""),
]  # fmt: skip


@pytest.mark.parametrize(("note", "told"), NOTES)
def test_where_it_was_printed(note: str, told: str) -> None:
    assert publication(note) == told
