"""Counts of a document, and their intervals over documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evaluation.intervals import intervals, proportion
from dashboard.evaluation.labels import Labels, Point
from dashboard.evaluation.matching import match
from dashboard.evaluation.scores import Count, Counts, Measure, count, title_words, total
from tests.evaluation.make import a_date, a_place, an_event


def counted(labelled: Labels, found: Labels) -> Counts:
    return count(match(labelled, found))


def test_doubtful_labels_are_neither_missed_nor_false() -> None:
    labels = Labels(dates=(a_date(0, 4, doubtful=True), a_date(10, 14)))
    assert counted(labels, Labels(dates=(a_date(10, 14),)))[Measure.DATES_RIGHT] == Count(1, 1, 1)
    assert counted(labels, Labels(dates=(a_date(0, 4, "1850"), a_date(10, 14))))[Measure.DATES_RIGHT] == Count(1, 1, 1)


def test_found_right_and_missed() -> None:
    labelled = Labels(dates=(a_date(0, 4, "1945"), a_date(10, 14, "1946"), a_date(20, 24, "1947")))
    counts = counted(labelled, Labels(dates=(a_date(0, 4, "1945"), a_date(10, 14, "1950"))))
    assert (counts[Measure.DATES_FOUND], counts[Measure.DATES_RIGHT]) == (Count(2, 3, 2), Count(1, 3, 2))


def test_places_are_resolved_out_of_those_found() -> None:
    labelled = Labels(places=(a_place("Paris", 48.86, 2.35, country="FR"),))
    texas = Labels(places=(a_place("Paris", 33.66, -95.56, country="US"),))
    assert counted(labelled, texas)[Measure.PLACES_RESOLVED] == Count(0, 1, 1)
    assert counted(labelled, Labels())[Measure.PLACES_RESOLVED] == Count(0, 0, 0)


def test_fields_count_only_where_the_date_is_right() -> None:
    label = an_event((0, 9), topics=frozenset({"arms-atomic"}), places=(Point("Moscow", 55.8, 37.6),))
    wrong_day = an_event((0, 9), edtf="1950", topics=frozenset({"arms-atomic"}))
    counts = counted(Labels(events=(label,)), Labels(events=(wrong_day,)))
    assert counts[Measure.EVENTS_FOUND] == Count(1, 1, 1)
    assert counts[Measure.EVENTS_DATED].right == counts[Measure.TOPICS].labelled == 0
    counts = counted(Labels(events=(label,)), Labels(events=(label,)))
    assert all(counts[measure].f1 == 1 for measure in (Measure.EVENTS_PLACED, Measure.TOPICS, Measure.STATUS))


@pytest.mark.parametrize(
    ("labelled", "found", "counted_as", "why"),
    [
        ("speaker: Stalin", "speaker: Stalin", Count(1, 1, 1), "the same"),
        ("speaker: Stalin", "author", Count(0, 1, 1), "another"),
        ("speaker: Byrnes or note", "note", Count(1, 1, 1), "one of two that are right"),
        ("writer: Truman", "speaker: Truman", Count(1, 1, 1), "whether he spoke or wrote is not scored"),
        ("", "speaker: Stalin", Count(0, 0, 0), "not labelled"),
    ],
)
def test_who_says_so_counts_where_it_is_labelled(labelled: str, found: str, counted_as: Count, why: str) -> None:
    label, item = (Labels(events=(an_event((0, 9), told_by=each),)) for each in (labelled, found))
    assert counted(label, item)[Measure.TOLD_BY] == counted_as, why


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Treaty of friendship signed at Moscow", {"treaty", "friendship", "signed", "moscow"}),
        ("Truman’s letter of 31 July to Stalin", {"truman", "letter", "31", "july", "stalin"}),
        ("US and UK talk", {"us", "uk", "talk"}),  # short names carry meaning
    ],
)
def test_title_words(title: str, words: set[str]) -> None:
    assert title_words(title) == words


def test_figures_of_a_count() -> None:
    assert (Count(3, 4, 6).precision, Count(3, 4, 6).recall, Count(3, 4, 6).f1) == (0.5, 0.75, 0.6)
    assert Count().f1 == Count().precision == Count().recall == 0


counts_of_a_document = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(
    lambda both: dict.fromkeys(Measure, Count(min(both), both[0], both[1]))
)


@given(st.lists(counts_of_a_document, min_size=1, max_size=8))
def test_an_interval_is_in_order_and_the_same_each_time(counts: list[Counts]) -> None:
    first = intervals(counts, draws=50)
    assert first == intervals(counts, draws=50)
    assert all(0 <= low <= high <= 1 for low, high in first.values())


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (0, 0, 0.0, 1.0),  # nothing counted, nothing known
        (100, 100, 0.963, 1.0),  # all of a hundred is not certainty
        (50, 100, 0.404, 0.596),
    ],
)
def test_the_interval_of_a_share(right: int, of: int, low: float, high: float) -> None:
    assert proportion(right, of) == pytest.approx((low, high), abs=5e-4)


def test_one_document_leaves_nothing_to_draw_from() -> None:
    counts = [dict.fromkeys(Measure, Count(3, 4, 6))]
    assert set(intervals(counts, draws=40).values()) == {(0.6, 0.6)}
    assert total(counts)[Measure.TOPICS] == Count(3, 4, 6)
