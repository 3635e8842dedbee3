"""Places: names in context, found or told from people, ships and offices."""

from __future__ import annotations

import pytest

from dashboard.extraction.places import find_places
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document

SENTENCES = [  # sentence, the places in it, why
    ("The Secretary left Moscow for London.", ["Moscow", "London"], "towns"),
    ("Mr. Washington and Mr. Dulles agreed with Abbott.", [], "people"),
    ("The U.S.S. Baltimore arrived.", [], "a ship"),
    ("He informed the Department.", [], "an office"),
    ("consulates in Tallin, Riga, and Kaunas", ["Tallin", "Riga", "Kaunas"], "a list"),
    ("the three Baltic Republics and the Baltic states", ["Baltic Republics", "Baltic states"], "regions"),
    ("troops in northern Iran60 and Iran", ["northern Iran", "Iran"], "a glued note, a small letter"),
    ("the U.S.S.R. and the U. S. A.", ["U.S.S.R.", "U. S. A."], "abbreviations with dots"),
    ("Let us go. US policy", ["US"], "an abbreviation, not the pronoun"),
    ("at New\nYork", ["New\nYork"], "a line break"),
    ("England’s and Russia's answer", ["England", "Russia"], "possessives"),
    ("the Bank of England and the Duke of York", [], "holders of a name"),
    ("the Washington Post said", [], "a newspaper"),
    ("They met at the Kremlin and the White House.", ["Kremlin", "White House"], "sites"),
    ("Sedalia, Mo., June 3", ["Sedalia", "Mo"], "a town with its state"),
    ("CHUNGKING, MAY 30", ["CHUNGKING"], "capitals"),
    ("The Union of Soviet Socialist Republics", ["Union of Soviet Socialist Republics"], "a long name"),
    ("in March the Page was lost", [], "words that are towns somewhere"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), SENTENCES)
def test_names_in_context(gazetteers: Gazetteers, text: str, expected: list[str], reason: str) -> None:
    found = find_places(Document("test", text), gazetteers.names)
    assert [mention.text.rstrip(".") for mention in found] == [name.rstrip(".") for name in expected], reason


def test_offsets_are_the_words(gazetteers: Gazetteers) -> None:
    text = " ".join(sentence for sentence, _, _ in SENTENCES)
    for mention in find_places(Document("test", text), gazetteers.names):
        assert text[mention.start : mention.end] == mention.text
