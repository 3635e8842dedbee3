"""The rules of the score: what is paired, what is right."""

import pytest

from dashboard.evaluation.labels import Labels, Point
from dashboard.evaluation.matching import match, near, placed, resolved, same_days
from tests.evaluation.make import a_date, a_place, an_event

MOSCOW, BERLIN, SOCHI = Point("Moscow", 55.76, 37.62), Point("Berlin", 52.52, 13.41), Point("Sochi", 43.6, 39.73)


@pytest.mark.parametrize(
    ("labelled", "found", "right"),
    [
        ("1945-12-19", "1945-12-19", True),
        ("1945", "1945-01-01/1945-12-31", True),  # the same days, written otherwise
        ("1945-06~", "1945-06", True),  # “about” is left aside
        ("1945-21", "1945-03/1945-05", True),  # spring is March to May
        ("1942/..", "1942/", True),  # two ways to write an open end
        ("1942/..", "1942", False),  # an open end equals only an open end
        ("1945-12-19", "1945-12", False),  # less exact is not right
        ("1945-12-19", None, False),  # recognised but not understood
        ("1945-12-19", "nonsense", False),  # no date at all
    ],
)
def test_same_days(labelled: str, found: str | None, right: bool) -> None:
    assert same_days(a_date(0, 1, labelled), a_date(0, 1, found)) is right


def test_a_value_the_label_also_accepts_is_right() -> None:
    assert same_days(a_date(0, 1, "1944-09", accept=("1944-09-24/1944-09-30",)), a_date(0, 1, "1944-09-24/1944-09-30"))


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        (MOSCOW, Point("Kremlin", 55.75, 37.617), True),
        (MOSCOW, Point("Tula", 54.19, 37.62), False),  # 175 km
        (MOSCOW, Point("Vladimir", 56.13, 40.41), False),  # 178 km
        (BERLIN, Point("Potsdam", 52.39, 13.07), True),
        (MOSCOW, Point("Moscow", None, None), False),  # nobody knows where
    ],
)
def test_within_a_hundred_miles(one: Point, other: Point, close: bool) -> None:
    assert near(one, other) is close


@pytest.mark.parametrize(
    ("labelled", "found", "right"),
    [
        # a label point of a country is a matter of taste, the country is not
        (a_place("Iran", 32.4, 53.7, kind="country", country="IR"), a_place("Tehran", 35.7, 51.4, country="IR"), True),
        (a_place("Tehran", 35.7, 51.4, country="IR"), a_place("Iran", 32.4, 53.7, kind="country", country="IR"), False),
        # a region without a country of today is right only where it lies
        (a_place("Baltic", 56.9, 24.6, kind="region"), a_place("Far East", 35, 115, kind="region"), False),
    ],
)
def test_resolved(labelled, found, right: bool) -> None:
    assert resolved(labelled, found) is right


@pytest.mark.parametrize(
    ("labelled", "found", "right"),
    [
        ((MOSCOW,), (MOSCOW,), True),
        ((MOSCOW,), (Point("moscow", None, None),), True),  # the name is enough
        ((MOSCOW,), (MOSCOW, SOCHI), False),  # as many wrong as right
        ((MOSCOW, BERLIN), (MOSCOW, BERLIN, SOCHI), True),
        ((MOSCOW,), (), False),
        ((), (SOCHI,), True),  # the label has no place: the date decides
    ],
)
def test_placed(labelled: tuple[Point, ...], found: tuple[Point, ...], right: bool) -> None:
    assert placed(an_event((0, 5), places=labelled), an_event((0, 5), places=found)) is right


def test_spans_pair_one_to_one_by_shared_characters() -> None:
    year, day = a_date(10, 14), a_date(0, 14)
    matches = match(Labels(dates=(a_date(0, 14), a_date(30, 34))), Labels(dates=(year, day))).dates
    assert [found for _, found in matches.pairs] == [day]
    assert matches.false == (year,)
    assert [label.span.start for label in matches.missed] == [30]


def test_events_pair_by_their_days_before_their_words() -> None:
    right_day, more_words = an_event((5, 8), edtf="1945-12-19"), an_event((0, 20), edtf="1945")
    matches = match(Labels(events=(an_event((0, 20), edtf="1945-12-19"),)), Labels(events=(more_words, right_day)))
    assert [found for _, found in matches.events.pairs] == [right_day]


@pytest.mark.parametrize(("length", "counts"), [(400, True), (401, False), (4000, False)])
def test_quoting_everything_finds_nothing(length: int, counts: bool) -> None:
    matches = match(Labels(events=(an_event((0, 30)),)), Labels(events=(an_event((0, length)),)))
    assert bool(matches.events.pairs) is counts


def test_a_long_label_allows_a_long_quotation() -> None:
    assert match(Labels(events=(an_event((0, 300)),)), Labels(events=(an_event((0, 900)),))).events.pairs
