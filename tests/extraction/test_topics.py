"""Topics: each of the nineteen by sentences a historian would file there."""

import pytest

from dashboard.extraction.lexicon import spellings
from dashboard.extraction.topics import FALLBACK, choose, find_terms, topics, weigh
from dashboard.extraction.vocabulary import rows, split
from dashboard.extraction.words import words_in

KEYS = (
    "war-operations armistice-occupation peace-settlements alliances-guarantees troops-bases territory-borders "
    "recognition-sovereignty international-organizations summits-conferences arms-atomic oil-raw-materials "
    "trade-finance-aid transport-straits empire-decolonization revolution-intervention nationals-refugees-rights "
    "neutrality-claims-law press-propaganda-intelligence office-procedure"
)


def test_the_nineteen_are_all_there_with_labels() -> None:
    """Keys as architecture.md has them, each with a label to show."""
    assert sorted(topics()) == sorted(KEYS.split())
    assert all(label and label[0].isupper() for label in topics().values())


CASES = [
    ("The Baku oil fields had to be safeguarded.", "oil-raw-materials"),
    ("The boundary and the plebiscite in the province.", "territory-borders"),
    ("Recognition of the provisional government.", "recognition-sovereignty"),
    ("The Security Council and the General Assembly.", "international-organizations"),
    ("Withdrawal of troops and military aid.", "troops-bases"),
    ("The Straits and the Suez Canal.", "transport-straits"),
    ("Refugees and prisoners of war were sent home.", "nationals-refugees-rights"),
    ("The sale of arms to either party was prohibited.", "arms-atomic"),
    ("Passage through the Dardanelles in time of war.", "transport-straits"),
    ("The Secretary of War spoke of the loan to the railway.", "trade-finance-aid"),
    ("The War Department was informed.", FALLBACK),
    ("The Division of Far Eastern Affairs was asked.", FALLBACK),
    ("I recognize that you are busy.", FALLBACK),
    ("Peasants rose in an agrarian uprising.", "revolution-intervention"),
    ("Tanks and jet fighters were asked for.", "troops-bases"),
    ("Trucks for the supply line over the hump.", "transport-straits"),
    ("The mixed armistice commission met in the demilitarized zone.", "armistice-occupation"),
    ("Nothing in particular.", FALLBACK),
]


@pytest.mark.parametrize(("text", "topic"), CASES)
def test_the_heaviest_topic_comes_first(text: str, topic: str) -> None:
    assert choose(weigh(find_terms(words_in(text), text)))[0] == topic


def test_terms_are_whole_words() -> None:
    """“tin” is no part of “meeting”."""
    text = "The meeting was continuing."
    assert [hit.value[0] for hit in find_terms(words_in(text), text)] == []


def test_no_topic_has_a_term_twice() -> None:
    """A term with two weights would count for both."""
    seen: dict[tuple[str, str], str] = {}
    for row in rows("topics.csv", "key", "label", "weight", "terms"):
        for term in split(row["terms"]):
            for spelling in spellings(term):
                assert seen.setdefault((row["key"], spelling), term) == term, (row["key"], spelling)
