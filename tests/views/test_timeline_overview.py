"""The strip under the timeline: instants of UTC, and a brush that gives back the days it covers."""

from __future__ import annotations

import datetime
from itertools import combinations

import pandas as pd
import pytest

from dashboard.views.lettering import text_width
from dashboard.views.theme import FAMILY_KEYS, SIZE_CAPTION
from dashboard.views.timeline_overview import (
    LEGEND_RADIUS,
    LEGEND_WIDTH,
    OverviewFigure,
    brushed_window,
    overview,
    overview_spec,
)
from tests.views.event_rows import event_rows


def shapes(figure: OverviewFigure, part: str) -> pd.DataFrame:
    """The shapes of one part."""
    rows = figure.data.to_pandas()
    return rows[rows["part"] == part]


def milliseconds(iso: str) -> float:
    return datetime.datetime.fromisoformat(iso).replace(tzinfo=datetime.UTC).timestamp() * 1000


BRUSHES = [
    # from, to, window, why
    ("1945-07-01T00:00", "1945-09-01T00:00", ("1945-07-01", "1945-08-31"), "a day ends where the next begins"),
    ("1945-07-01T09:30", "1945-08-31T15:00", ("1945-07-01", "1945-08-31"), "a day half covered is in"),
    ("1945-08-31T15:00", "1945-07-01T09:30", ("1945-07-01", "1945-08-31"), "brushed from right to left"),
    ("1907-08-31T01:00", "1907-08-31T02:00", ("1907-08-31", "1907-08-31"), "less than a day, before 1970"),
]


@pytest.mark.parametrize(("first", "last", "window", "why"), BRUSHES, ids=[row[3] for row in BRUSHES])
def test_a_brush_is_a_window(first: str, last: str, window: tuple[str, str], why: str) -> None:
    assert brushed_window({"day": [milliseconds(first), milliseconds(last)]}) == window, why


@pytest.mark.parametrize("selection", [{}, {"day": []}, {"day": None}, {"y": [1, 2]}], ids=str)
def test_a_brush_wiped_away_is_no_window(selection: dict[str, object]) -> None:
    assert brushed_window(selection) is None


def test_days_are_instants_of_utc_on_a_scale_of_utc() -> None:
    figure = overview(event_rows("1907-08-31", "1945-12-19"))
    assert str(figure.data.schema.field("day").type) == "timestamp[ms, tz=UTC]"
    days = [layer["encoding"]["x"] for layer in figure.spec["layer"] if layer["encoding"]["x"].get("field") == "day"]
    assert len(days) > 4
    assert {x["scale"]["type"] for x in days} == {"utc"}


def test_the_legend_names_every_family() -> None:
    words = [
        layer["data"]["values"]
        for layer in overview_spec("light", 912, 150)["layer"]
        if "values" in layer.get("data", {})
    ]
    assert {sign["family"] for sign in words[0]} == set(FAMILY_KEYS)


@pytest.mark.parametrize("gutter", [LEGEND_WIDTH, 182, 240])
def test_the_words_of_the_legend_stand_clear_of_one_another_and_of_the_strip(gutter: int) -> None:
    signs = next(
        layer["data"]["values"]
        for layer in overview_spec("light", 912, gutter)["layer"]
        if "values" in layer.get("data", {})
    )
    spans = [(sign["py"], sign["px"], sign["px"] + 10 + text_width(sign["word"], SIZE_CAPTION)) for sign in signs]
    assert all(end <= gutter for _, _, end in spans)
    for one, other in combinations(sorted(spans), 2):
        assert one[0] != other[0] or one[2] + LEGEND_RADIUS < other[1]
    (hollow,) = (sign for sign in signs if sign["fill"] == "transparent")
    assert hollow["word"] == "not in text"


def test_a_stroke_stands_on_its_day() -> None:
    figure = overview(event_rows("1907-08-31", "1945-12-19"))
    strokes = shapes(figure, "stroke")
    middle = strokes["day"] + (strokes["day2"] - strokes["day"]) / 2
    assert [instant.date().isoformat() for instant in middle] == ["1907-08-31", "1945-12-19"]


def test_the_window_is_drawn_from_its_first_to_the_end_of_its_last_day() -> None:
    figure = overview(event_rows("1907-08-31", "1945-12-19"), window=("1945-07-01", "1945-08-31"))
    (shown,) = shapes(figure, "window").itertuples()
    assert (shown.day, shown.day2) == (pd.Timestamp("1945-07-01", tz="UTC"), pd.Timestamp("1945-09-01", tz="UTC"))


def test_events_of_one_family_and_place_share_a_stroke() -> None:
    figure = overview(event_rows(*["1945-12-19"] * 2000, "1907-08-31"))
    assert len(shapes(figure, "stroke")) == 2


def test_the_specification_is_the_same_for_all_events() -> None:
    one, other = overview(event_rows("1907")), overview(event_rows("1945", ""), window=("1945-01-01", ""))
    assert one.spec is other.spec is overview_spec("light", 912, 0)


def test_no_layer_is_asked_for_the_extent_of_its_days() -> None:
    """Some layers are always empty, and Vega complains of the extent of nothing."""
    layers = overview_spec("light", 912, 0)["layer"]
    scales = [x["scale"] for layer in layers if (x := layer["encoding"]["x"]).get("field") == "day"]
    assert all([set(end) for end in scale["domain"]] == [{"expr"}, {"expr"}] for scale in scales)


def test_nothing_to_draw() -> None:
    figure = overview(event_rows())
    assert shapes(figure, "stroke").empty
