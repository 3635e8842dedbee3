"""Places: names in context, found or told from people, ships and offices."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction.places import find_places
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document, Mention
from tests.growth import times_as_long

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
    ("to Kansas City Mo. in June", ["Kansas City", "Mo"], "without a sign between"),
    ("We met Amb Ala. He agreed.", [], "a surname that ends a sentence"),
    ("He thanked us for our efforts Wash. today", [], "what stands before is no name"),
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
    found = find_places(Document("test", text), gazetteers.names)
    assert len(found) >= sum(len(names) for _, names, _ in SENTENCES) / 2, "sentences in a row hide few names"
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


MORE = [
    (
        "Sir Bryan Casey (Australia) agreed with Najera (Mexico).",
        ["Australia", "Mexico"],
        "delegates with their states",
    ),
    ("The Consul at Geneva (Gilbert) to the Secretary", ["Geneva"], "the holder of an office"),
    ("a letter from Marshall to Adler", [], "what people send"),
    ("First California Volunteer Infantry", [], "a regiment"),
    ("Department of the Missouri", [], "a command"),
    ("we reached the Missouri River at Fort Lyon", ["Missouri River", "Fort Lyon"], "features say what they are"),
    ("501.BC Kashmir/11–2648", [], "a file number"),
    ("from Tehran to Meshed, Tabriz and Maku", ["Tehran", "Meshed", "Tabriz", "Maku"], "a list with a small town"),
    ("The President of France left for Washington.", ["France", "Washington"], "a state behind an office"),
    ("Paris, Texas, and London, Ontario", ["Paris", "Texas", "London", "Ontario"], "towns with their states"),
    ("the Straits of the Dardanelles", ["Straits of the Dardanelles"], "words between the words"),
    ("Rio de Janeiro and Port-au-Prince", ["Rio de Janeiro", "Port-au-Prince"], "words between, with hyphens"),
    ("In May the Board met; In July the Bank.", [], "months and boards"),
    ("George Washington and Jack London", [], "people with given names"),
    ("the steamer Alabama and H.M.S. Sydney", [], "ships"),
    ("the Alabama sailed from Liverpool", ["Liverpool"], "a ship by its article"),
    ("the Moscow meeting and the Ukraine", ["Moscow", "Ukraine"], "an article before a noun, or of a country"),
    ("He saw the President. Great Britain agreed.", ["Great Britain"], "a title that ends a sentence"),
    ("the King of Prussia", ["Prussia"], "a state, no town in Pennsylvania"),
    ("the attack on the “Sumter”", [], "a name in quotation marks"),
    ("(H, IDCA, PA)", [], "bureaus, no post code"),
    ("Moscow replied.", ["Moscow"], "a capital for its government"),
    ("ROK forces and the PRC", ["ROK", "PRC"], "abbreviations"),
    ("He would leave Washington December 4.", ["Washington"], "a month before its day is no surname"),
    ("He left Washington Monday.", ["Washington"], "nor is a weekday"),
    ("I saw Washington Irving, not Washington May.", [], "a month without a day may be a surname"),
    ("I heard from da Gama. Gama agreed.", [], "a particle makes a surname, which holds for the document"),
    ("Lisbon, vasco de Lisboa and France", ["Lisbon", "France"], "a particle before a small name only"),
    ("the followers of Wang Ching-wei", [], "a piece of a Chinese name"),
    ("groups London-based and Moscow-led", ["London", "Moscow"], "a hyphen before a word that is no syllable"),
    ("through Morgan and the Brazilian Chargé", [], "who acts with an office is a person"),
    ("through London and the North Sea", ["London", "North Sea"], "no office stands there"),
    ("a division en route for Chalon", ["Chalon"], "where a way leads"),
    ("He asked for Morgan.", [], "for alone says nothing of a way"),
    ("the Alps, the Pyrenees and the Himalayas", ["Alps", "Pyrenees", "Himalayas"], "mountains"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), MORE)
def test_more_names_in_context(gazetteers: Gazetteers, text: str, expected: list[str], reason: str) -> None:
    found = find_places(Document("test", text), gazetteers.names)
    assert [mention.text for mention in found] == expected, reason


def test_names_of_people_found_before_are_left_alone(gazetteers: Gazetteers) -> None:
    text = "He saw London in London."
    person = Mention("person", 7, 13, "London")
    assert [m.start for m in find_places(Document("test", text), gazetteers.names, people=[person])] == [17]


@given(
    st.lists(st.sampled_from(["Paris", "U.S.", "the", ",", ".", "Mo.", "(", ")", "\n", "’s", "of", "Ö", "ß", "\x00"]))
)
def test_any_text_gives_ordered_mentions_of_its_own_words(gazetteers: Gazetteers, words: list[str]) -> None:
    text = " ".join(words)
    found = find_places(Document("test", text), gazetteers.names)
    assert all(text[m.start : m.end] == m.text and m.text.strip() == m.text for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text())
def test_no_text_is_too_odd(gazetteers: Gazetteers, text: str) -> None:
    for mention in gazetteers.resolve(Document("test", text), find_places(Document("test", text), gazetteers.names)):
        assert text[mention.start : mention.end] == mention.text


def test_a_text_of_nothing_but_names_takes_linear_time(gazetteers: Gazetteers) -> None:
    names = "Paris London Moscow Tehran New York Rio de Janeiro Baku "

    def read(times: int) -> None:
        document = Document("test", names * times)
        gazetteers.resolve(document, find_places(document, gazetteers.names))

    ratio = times_as_long(read, 60, 600, below=30)
    assert ratio < 30, "ten times the text may take thirty times as long, but not a hundred"
