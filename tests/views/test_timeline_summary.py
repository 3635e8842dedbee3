"""What is drawn, in the words that a reader hears who cannot see it."""

from __future__ import annotations

import pytest

from dashboard.queries.bins import Bin
from dashboard.views.timeline import timeline
from dashboard.views.timeline_bins import bin_timeline, plan_bins
from dashboard.views.timeline_overview import binned_overview, overview
from dashboard.views.timeline_window import Window
from tests.views.event_rows import event_rows

HOSTILE = "Oil <b>"


def test_marks_are_counted_and_their_lanes_named() -> None:
    rows = event_rows("1907-08-31", "1945-07-17", "1945-12-19", "")
    shown = timeline(rows, window=("1945-07-01", "1945-08-31"), lane_labels={})
    assert shown.summary.startswith("1 event. 1 lane: ")
    assert shown.summary.endswith(". Not drawn: 1 earlier, 1 later, 1 undated.")
    assert timeline(event_rows()).summary == "0 events."


def test_columns_are_counted_by_what_they_stand_for() -> None:
    plan = plan_bins({"oil": 1200}, {"oil": HOSTILE}, lanes="topic", window=("1940-01-01", "1949-12-31"))
    bins = [Bin("oil", "meeting", -9131, -8766, False, 1200, "")]
    said = bin_timeline(plan, bins, outside=(0, 2)).summary
    assert said == f"1,200 events, counted by {plan.unit}. 1 lane: {HOSTILE}. Not drawn: 2 later."


@pytest.mark.parametrize(
    ("window", "said"),
    [
        (None, "2 events, 1907 to 1945."),
        (("", ""), "2 events, 1907 to 1945."),
        (("1945-07-01", "1945-08-31"), "2 events, 1907 to 1945. Shown above: 1 July – 31 August 1945."),
        (("1945-07-01", ""), "2 events, 1907 to 1945. Shown above: since 1 July 1945."),
    ],
)
def test_the_strip_says_its_period_and_the_window(window: Window | None, said: str) -> None:
    assert overview(event_rows("1907-08-31", "1945-12-19"), window=window).summary == said


def test_a_strip_of_columns_and_an_empty_one_say_so_too() -> None:
    bins = [Bin("", "meeting", -9131, -8766, False, 1200, "")]
    assert binned_overview(bins, extent=("1945-01-01", "1945-12-31")).summary == "1,200 events, 1945."
    assert overview(event_rows()).summary == "0 events."
