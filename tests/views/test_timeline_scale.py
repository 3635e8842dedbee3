"""The time axis: folding keeps the order of days, ticks stand where their day begins and can be read."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.lettering import text_width
from dashboard.views.theme import SIZE_CAPTION
from dashboard.views.timeline import EDGE
from dashboard.views.timeline_scale import TICK_GAP, folded_scale, padded, ticks, true_scale


def span(first: str, last: str = "") -> tuple[float, float]:
    days = [datetime.date.fromisoformat(iso).toordinal() for iso in (first, last or first)]
    return days[0], days[1] + 1


DEFAULT_YEARS = [span(f"{year}-06-15") for year in (1907, 1921, 1939, 1941, 1942, 1943, 1944, 1946, 1950)]
DEFAULT_YEARS += [span(f"1945-{month:02d}-19") for month in (2, 6, 7, 7, 7, 8, 9, 9, 10, 11, 12, 12, 12, 12, 12, 12)]

spans = st.lists(
    st.dates(datetime.date(800, 1, 1), datetime.date(2100, 1, 1)).map(
        lambda day: (day.toordinal(), day.toordinal() + 1)
    ),
    min_size=1,
    max_size=60,
)


@given(spans)
def test_folding_keeps_the_order_of_days(days: list[tuple[float, float]]) -> None:
    scale = folded_scale(days, 100, 900)
    if scale is None:
        return
    assert scale.pixels[0] == pytest.approx(100) and scale.pixels[-1] == pytest.approx(900)
    assert all(one < other for one, other in pairwise(scale.days))
    assert all(one < other for one, other in pairwise(scale.pixels))
    starts = sorted({first for first, _ in days})
    assert all(scale.x(one) < scale.x(other) for one, other in pairwise(starts))


@given(spans)
def test_tick_labels_never_touch(days: list[tuple[float, float]]) -> None:
    for scale in (folded_scale(days, 100, 900), true_scale(padded(days), 100, 900)):
        if scale is None:
            continue
        drawn = [tick for tick in ticks(scale) if tick.label]
        for one, other in pairwise(drawn):
            assert one.x + TICK_GAP + text_width(one.label, SIZE_CAPTION, bold=one.strong) <= other.x + TICK_GAP


def test_the_busy_year_gets_the_room() -> None:
    scale = folded_scale(DEFAULT_YEARS, 160, 906)
    assert scale is not None
    year_1945 = scale.x(span("1946-01-01")[0]) - scale.x(span("1945-01-01")[0])
    on_a_true_scale = (906 - 160) / 44
    assert year_1945 > 15 * on_a_true_scale
    assert len(scale.breaks) == 4  # 1908–1920, 1922–1938, 1940, 1947–1949


def test_every_year_that_is_drawn_is_named() -> None:
    scale = folded_scale(DEFAULT_YEARS, 160, 906)
    assert scale is not None
    named = [tick.label for tick in ticks(scale) if tick.strong]
    assert named == ["1907", "1921", "1939", "1941", "1942", "1943", "1944", "1945", "1946", "1950"]


def test_years_in_a_row_are_not_folded() -> None:
    assert folded_scale([span("1944-03-01"), span("1945-03-01")], 0, 800) is None


def test_a_long_event_counts_where_it_begins_and_ends() -> None:
    scale = folded_scale([span("1900-01-01", "1950-12-31"), span("1925-05-05")], 0, 800)
    assert scale is not None
    assert len(scale.breaks) == 2  # 1901–1924 and 1926–1949 run through breaks


TICKS = [
    # window, first words of the axis, why
    (("1945-07-01", "1945-08-31"), "1 July 1945", "days: the first tick says month and year"),
    (("1945-07-14", "1945-07-20"), "14 July 1945", "a week: every day"),
    (("1945-03-01", "1945-11-30"), "Mar 1945", "months: the first says its year"),
    (("1944-11-01", "1946-02-28"), "Nov", "a year is named near the edge: nothing to add"),
    (("1900-01-01", "1950-12-31"), "1900", "years only"),
]


@pytest.mark.parametrize(("window", "first", "why"), TICKS, ids=[row[2] for row in TICKS])
def test_ticks_of_a_window(window: tuple[str, str], first: str, why: str) -> None:
    labels = [tick.label for tick in ticks(true_scale(span(*window), 160, 906)) if tick.label]
    assert labels[0] == first, why


def test_no_label_is_cut_off_at_the_right() -> None:
    """Wherever the window ends: the picture ends EDGE pixels beyond the axis."""
    for day in range(1, 32):
        for tick in ticks(true_scale(span("1947-09-29", f"1948-10-{day:02d}"), 160, 906)):
            end = tick.x + TICK_GAP + text_width(tick.label, SIZE_CAPTION, bold=tick.strong)
            assert not tick.label or end <= 906 + EDGE, (day, tick)


def test_a_tick_stands_where_its_day_begins() -> None:
    scale = true_scale(span("1945-07-01", "1945-08-31"), 0, 620)
    august = next(tick for tick in ticks(scale) if tick.label == "Aug")
    assert august.x == pytest.approx(310)  # 31 of 62 days


def test_a_window_of_one_day_has_a_scale() -> None:
    scale = true_scale(span("1945-12-19"), 0, 100)
    assert scale.x(span("1945-12-19")[0]) == 0 and scale.x(span("1945-12-19")[1]) == 100


def test_the_ends_of_the_calendar_can_be_drawn() -> None:
    scale = true_scale(padded([span("0001-01-01"), span("9999-12-31")]), 0, 900)
    assert ticks(scale)
