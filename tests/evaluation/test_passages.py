"""Passages quote the words they label; what is shipped reads without a fault and holds every hazard."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from dashboard.errors import GoldError
from dashboard.evaluation.gold import GOLD
from dashboard.evaluation.labels import Labels, Point, days_of
from dashboard.evaluation.passages import Passage, quotations, read_passages, read_places
from dashboard.model import Certainty, EventKind, PlaceKind, Status


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("in 1945 and 1945", {"1945": "x"}, ["1945 x", "1945 x"]),  # one value for all
        ("met Washington at Washington", {"Washington": ["", "DC"]}, ["Washington DC"]),  # the first is the man
        ("July 31 and July 3", {"July 3": "a", "July 31": "b"}, ["July 31 b", "July 3 a"]),  # the longer goes first
        ("October 30, 19435 was", {"October 30, 1943": "x"}, ["October 30, 1943 x"]),  # a note digit is glued on
        ("Iran60 and Iranian", {"Iran": "x"}, ["Iran x"]),  # a word, not a part of one
    ],
)
def test_quotations(text: str, labels: dict[str, str | list[str]], expected: list[str]) -> None:
    assert [f"{text[span.start : span.end]} {value}" for span, value in quotations(text, labels)] == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("in 1945", {"1946": "x"}),  # not there
        ("in 1945", {"1945": ["x", "y"]}),  # one occurrence, two values
        ("in Iranian", {"Iran": "x"}),  # only a part of a word
    ],
)
def test_quotations_that_do_not_fit(text: str, labels: dict[str, str | list[str]]) -> None:
    with pytest.raises(GoldError, match="in the passage"):
        list(quotations(text, labels))


PLACES = "name,lat,lon,kind,country\nMoscow,55.7558,37.6173,settlement,RU\n"
PASSAGE = """
[[passage]]
id = "one"
hazard = "none"
text = '''
A treaty was signed at Moscow in 1921.'''
dates = { "1921" = "1921 or 1921-02-26" }
places = { Moscow = "Moscow!" }
[[passage.events]]
title = "Treaty signed at Moscow"
edtf = "1921"
kind = "agreement"
places = ["Moscow"]
topics = "alliances-guarantees"
countries = "IR RU"
evidence = ["A treaty was signed at Moscow in 1921"]
"""


def folder_with(tmp_path: Path, passages: str) -> Path:
    (tmp_path / "passages").mkdir()
    (tmp_path / "passages" / "some.toml").write_text(passages, encoding="utf-8")
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    return tmp_path


def test_a_passage_is_read(tmp_path: Path) -> None:
    (passage,) = read_passages(folder_with(tmp_path, PASSAGE))
    (date,), (place,), (event,) = passage.labels.dates, passage.labels.places, passage.labels.events
    assert (date.edtf, date.accept, place.doubtful) == ("1921", ("1921-02-26",), True)
    assert passage.document.text[event.evidence[0].start : event.evidence[0].end] == passage.document.text[:-1]
    assert (event.places[0].name, event.certainty, event.status) == ("Moscow", "explicit", "happened")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('["A treaty was', '["No treaty was', "exactly once"),
        ("Moscow!", "Atlantis", "places.csv has no “Atlantis”"),
        ('edtf = "1921"', 'edtf = "21"', "no EDTF date"),
        ('kind = "agreement"', "", "lacks 'kind'"),
        ('id = "one"', "id = one", "is not a file of"),
    ],
)
def test_a_wrong_passage_is_named(tmp_path: Path, before: str, after: str, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_passages(folder_with(tmp_path, PASSAGE.replace(before, after)))


def test_ids_are_unique(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="share the id one"):
        read_passages(folder_with(tmp_path, PASSAGE + PASSAGE))


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return read_passages(GOLD)


def test_there_are_enough_passages_each_with_its_hazard(passages: list[Passage]) -> None:
    assert len(passages) >= 150
    assert all(passage.hazard for passage in passages)
    hazards = Counter(passage.document.id.rpartition("-")[0] for passage in passages)
    assert min(hazards.values()) >= 3, hazards


def test_labels_speak_the_language_of_the_model(passages: list[Passage]) -> None:
    events = [event for passage in passages for event in passage.labels.events]
    assert {event.kind for event in events} <= set(get_args(EventKind))
    assert {event.certainty for event in events} <= set(get_args(Certainty))
    assert {event.status for event in events} <= set(get_args(Status))
    assert all(1 <= len(event.topics) <= 3 for event in events)
    assert all(len(code) == 2 and code.isupper() for event in events for code in event.countries)


def test_every_accepted_date_parses(passages: list[Passage]) -> None:
    labels = [label for passage in passages for label in (*passage.labels.dates, *passage.labels.events)]
    assert all(days_of(edtf) for label in labels for edtf in label.accept)


def test_every_place_of_the_table_is_used_and_on_earth(passages: list[Passage]) -> None:
    used = {point.name for passage in passages for point in _points(passage.labels)}
    known = read_places(GOLD / "places.csv")
    assert set(known) == used
    assert {place.kind for place in known.values()} <= set(get_args(PlaceKind))
    for place in known.values():
        assert -90 <= (place.point.lat or 0) <= 90 and -180 <= (place.point.lon or 0) <= 180


def _points(labels: Labels) -> Iterator[Point]:
    yield from (place.point for place in labels.places)
    yield from (point for event in labels.events for point in event.places)
