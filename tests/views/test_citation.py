"""A document is cited under its title, whole and with no sign of a heading that would stop the sentence."""

from __future__ import annotations

import pytest

from dashboard.model import Document
from dashboard.views.citation import citation, named, plain

TITLES = [
    ("Mr. Pike to Mr. Seward.", "Mr. Pike to Mr. Seward", "the full stop of a heading"),
    ("Letter to Edward Gordon, Jr.", "Letter to Edward Gordon, Jr.", "that of an abbreviation"),
    ("Report on trade with the U.S.", "Report on trade with the U.S.", "and of another"),
    ("", "despatch-12", "without a title the id"),
]


@pytest.mark.parametrize(("title", "said", "why"), TITLES)
def test_a_title_in_a_reference_is_its_own(title: str, said: str, why: str) -> None:
    document = Document("despatch-12", "Sir:", title=title)
    assert named(document) == said, why
    assert plain(document, "378") == f"{said}, p. 378"
    assert ".," not in citation(document).replace("Jr.,", "").replace("U.S.,", "")
