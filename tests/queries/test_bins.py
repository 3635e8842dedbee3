"""Bins: every dated event in exactly one, under every filter, lane and width; where it begins, or apart where vague."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import (
    Atlas,
    Binning,
    Filters,
    count_bins,
    count_lanes,
    extent,
    fill_bins,
    find_events,
    main_stretch,
    outside,
)
from dashboard.queries.bins import BinUnit, LaneField, densest, without_stray
from tests.queries.series import any_filters, by_chance

EPOCH = date(1970, 1, 1).toordinal()
units = st.sampled_from(get_args(BinUnit))
lanes = st.sampled_from(get_args(LaneField))


@by_chance
@given(any_filters, lanes, units)
def test_bins_add_up_to_the_dated_events(series: Atlas, filters: Filters, lane: LaneField, unit: BinUnit) -> None:
    rows = find_events(series, filters)
    dated = rows[rows["edtf"] != ""]
    bins = count_bins(series, filters, Binning(unit, lane))
    assert sum(each.events for each in bins) == len(dated)
    families = Counter()
    for each in bins:
        families[each.family] += each.events
    assert families == Counter(dated["family"])
    counted = Counter()
    for each in bins:
        counted[each.lane] += each.events
    assert counted == {each.key: each.events for each in count_lanes(series, filters, lane)}
    assert len({each[:5] for each in bins}) == len(bins), "no bin twice"


@by_chance
@given(any_filters, lanes, units)
def test_filled_bins_are_the_same_and_hold_each_dated_event_once(
    series: Atlas, filters: Filters, lane: LaneField, unit: BinUnit
) -> None:
    filled = fill_bins(series, filters, Binning(unit, lane))
    assert tuple(each for each, _ in filled) == count_bins(series, filters, Binning(unit, lane))
    assert all(len(ids) == each.events and ids[0] == each.event for each, ids in filled)
    rows = find_events(series, filters)
    held = [name for _, ids in filled for name in ids]
    assert sorted(held) == sorted(rows[rows["edtf"] != ""]["id"])


@by_chance
@given(any_filters, units)
def test_lanes_put_together_lose_nothing(series: Atlas, filters: Filters, unit: BinUnit) -> None:
    apart, together = (
        count_bins(series, filters, Binning(unit, "topic", own, "others"))
        for own in ((), ("troops-bases", "arms-atomic"))
    )
    assert sum(each.events for each in together) == sum(each.events for each in apart)
    assert {each.lane for each in together} <= {"troops-bases", "arms-atomic", "others"}


@by_chance
@given(any_filters, units)
def test_a_bin_begins_and_ends_with_its_unit(series: Atlas, filters: Filters, unit: BinUnit) -> None:
    for each in count_bins(series, filters, Binning(unit)):
        first, after = date.fromordinal(each.first + EPOCH), date.fromordinal(each.after + EPOCH)
        assert each.first < each.after
        if each.vague:
            assert (each.after - each.first) > {"day": 1, "month": 31, "year": 366}[unit]
        elif unit != "day":
            assert first.day == after.day == 1
        if unit in ("year", "decade", "century"):
            assert first.month == after.month == 1 or each.vague
        if unit == "decade" and not each.vague:
            assert first.year % 10 == after.year % 10 == 0


def test_what_is_known_to_the_year_is_counted_apart_among_months(series: Atlas) -> None:
    rows = find_events(series, Filters())
    years = rows[rows["precision"] == "year"]
    by_month = [each for each in count_bins(series, Filters(), Binning("month")) if each.vague]
    whole_years = [each for each in by_month if each.after - each.first in (365, 366)]
    assert sum(each.events for each in whole_years) == len(years) > 0
    by_year = [each for each in count_bins(series, Filters(), Binning("year")) if each.vague]
    assert sum(each.events for each in by_year) == (rows["precision"] == "decade").sum() > 0


@by_chance
@given(any_filters, st.sampled_from(["1943-01-01", "1948-02-29"]), st.sampled_from(["1948-03-01", "1960-12-31"]))
def test_before_within_and_after_a_window_are_all(series: Atlas, filters: Filters, first: str, last: str) -> None:
    whole = filters.without("dates")
    within = replace(whole, date_from=first, date_to=last)
    counted = sum(each.events for each in count_bins(series, within, Binning("month")))
    dated = (find_events(series, whole)["edtf"] != "").sum()
    assert counted + sum(outside(series, whole, first, last)) == dated


@by_chance
@given(any_filters)
def test_a_bin_of_one_names_its_event(series: Atlas, filters: Filters) -> None:
    rows = find_events(series, filters).set_index("id")
    for each in count_bins(series, filters, Binning("month", "kind")):
        assert rows.loc[each.event, "family"] == each.family
        assert rows.loc[each.event, "kind"] == each.lane


def test_a_range_that_began_before_the_window_is_counted_at_its_first_day(gold_atlas: Atlas) -> None:
    yalta = Filters(search="Yalta Conference", date_from="1945-02-08", date_to="1945-12-31")
    bins = count_bins(gold_atlas, yalta, Binning("day"))
    assert date(1945, 2, 8).toordinal() - EPOCH in {each.first for each in bins}


def test_an_extent_leaves_out_a_few_stray_events_only(series: Atlas, gold_atlas: Atlas) -> None:
    assert extent(series, Filters()).first > "1840"
    assert extent(gold_atlas, Filters()).first < "1908", "two of thirty are not a few"
    assert extent(series, Filters(people=("nobody",))) == ("", "")


YEAR = 365
STRAY = [
    (
        "ten years, now and then a look back of a century, once the year 1373",
        [-597] + [-100] * 3,
        [*range(10)] * 100,
        0,
    ),
    ("a look back that one event in fifty takes is part of the story", [-100] * 20, [*range(10)] * 100, -100),
    ("nothing is far off", [], [*range(10)] * 100, 0),
    ("two of thirty are not a few", [-38, -24], [0] * 28, -38),
]


@pytest.mark.parametrize(("reason", "early", "years", "first"), STRAY)
def test_the_first_view_is_not_squeezed_by_a_few(reason: str, early: list[int], years: list[int], first: int) -> None:
    days = np.sort(np.array([*early, *years], np.int64) * YEAR)
    assert without_stray(days, days) == (first * YEAR, max(years) * YEAR), reason
    mirrored = np.sort(-days)
    assert without_stray(mirrored, mirrored) == (-max(years) * YEAR, -first * YEAR), reason


ABOUT = [
    ("a volume on one year that looks back in every seventh event", [-27, -5, -5, -3, -3, -2] * 3, [0] * 110, (0, 0)),
    ("two of thirty, far off", [-38, -24], [*range(5)] * 6, (0, 4)),
    ("a fifth is no glance back", [-50] * 25, [0, 1] * 50, (-50, 1)),
    ("a volume of its own, a century before", [-100] * 70, [*range(60)] * 16, (-100, 59)),
    ("nothing is far off", [], [*range(10)] * 20, (0, 9)),
]


@pytest.mark.parametrize(("reason", "early", "years", "about"), ABOUT)
def test_a_first_view_is_of_the_years_that_nearly_all_lie_in(
    reason: str, early: list[int], years: list[int], about: tuple[int, int]
) -> None:
    days = np.sort(np.array([*early, *years], np.int64) * YEAR)
    assert densest(days, days) == (about[0] * YEAR, about[1] * YEAR), reason
    mirrored = np.sort(-days)
    assert densest(mirrored, mirrored) == (-about[1] * YEAR, -about[0] * YEAR), reason


def test_the_main_stretch_has_room_at_either_end_and_something_beyond(series: Atlas, gold_atlas: Atlas) -> None:
    days, stretch = extent(series), main_stretch(series)
    assert stretch and stretch.first < days.first and days.last < stretch.last
    assert sum(outside(series, Filters(), *stretch)) > 0
    one_war = Filters(date_from="1941-01-01", date_to="1945-12-31")
    assert main_stretch(gold_atlas, one_war) is None, "nothing lies far off"
    assert main_stretch(series, Filters(people=("nobody",))) is None


@pytest.mark.parametrize("unit", get_args(BinUnit))
def test_nothing_has_no_bins(series: Atlas, unit: BinUnit) -> None:
    assert count_bins(series, Filters(people=("nobody",)), Binning(unit, "topic", ("war-operations",), "others")) == ()
