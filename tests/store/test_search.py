"""The index by itself: what is found, and in which order."""

from pathlib import Path

import pytest

from dashboard.store.search import matching_documents, matching_events, open_index, phrases_of

TEXTS = [
    ("A note on oil", "The wells of Baku were spoken of."),
    ("A talk", "The Führer’s envoy left Genève; oil was not spoken of, nor wells."),
    ("A hostile text", "An <b>oil</b> \ufdd0 drum \ue000 and “wells of Baku”."),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    with open_index(path) as writing:
        writing.add_documents((number, title, text) for number, (title, text) in enumerate(TEXTS))
        for number, (_, text) in enumerate(TEXTS):
            writing.add_words([(number, text), (number, "told again")])
        writing.write_events((number, title, ["Stalin"]) for number, (title, _) in enumerate(TEXTS))
    return path


FOUND = [
    ("oil", [0, 1, 2]),
    ('"wells of Baku"', [0, 2]),
    ("wells Baku", [0, 2]),
    ("well", [0, 1, 2]),
    ('"well"', []),
    ("geneve", [1]),
    ("FÜHRER", [1]),
    ("fuhr", [1]),
    ("told again stal", [0, 1, 2]),
    ("oil NOT Baku", []),
    ("", []),
    ("*", []),
    ('" OR 1=1 --', []),
]


@pytest.mark.parametrize(("words", "found"), FOUND)
def test_events_are_found(index: Path, words: str, found: list[int]) -> None:
    assert matching_events(index, words) == found


def test_an_index_is_changed_beside_the_one_before(index: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.sqlite"
    with open_index(changed, like=index) as writing:
        writing.take_out(documents=[0], events=[0, 2])
        writing.add_documents([(7, "Another note", "Oil in the wells.")])
        writing.add_words([(7, "Oil in the wells.")])
        writing.write_events([(7, "Another note", ["Baku"])])
    assert matching_events(changed, "oil") == [1, 7]
    assert matching_events(changed, "Baku") == [7]
    assert sorted(matching_documents(changed, "wells", 9)) == [1, 2, 7]
    assert matching_events(index, "oil") == [0, 1, 2], "the one before is as it was"


def test_a_title_counts_for_more(index: Path) -> None:
    assert matching_documents(index, "oil", 2)[0] == 0


PHRASES = [
    ("oil", [("oil", True)]),
    ('"wells of Baku" left', [("wells of Baku", False), ("left", True)]),
    ('"well"', [("well", False)]),
    (" , * ", []),
]


@pytest.mark.parametrize(("words", "phrases"), PHRASES)
def test_what_is_looked_for(words: str, phrases: list[tuple[str, bool]]) -> None:
    assert phrases_of(words) == phrases
