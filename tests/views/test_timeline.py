"""The timeline by what it paints: every event one mark, nothing over anything else, doubt drawn as doubt."""

from __future__ import annotations

import datetime
from itertools import combinations
from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.queries import Filters, find_events
from dashboard.store.atlas import Atlas
from dashboard.views.lettering import text_width
from dashboard.views.theme import DARK, FAMILY_KEYS, LIGHT, SIZE_CAPTION
from dashboard.views.timeline import TimelineFigure, can_fold, timeline
from dashboard.views.timeline_items import LaneKind
from dashboard.views.timeline_pen import WINDOW
from tests.views.event_rows import event_rows

SIZES = [(912, 272), (792, 204)]
LEAST = 12.0
"""Pixels of its own that every mark must have, each way."""


def shapes(figure: TimelineFigure, part: str) -> list[Any]:
    """The shapes of one part; a ring is a bold mark."""
    rows = figure.data.to_pandas()
    rows = rows[rows["part"] == part.replace("ring", "mark")]
    return list(rows[rows["bold"] == (part == "ring")].itertuples() if part in ("ring", "mark") else rows.itertuples())


def boxes(figure: TimelineFigure) -> list[Any]:
    """What can be clicked, as boxes."""
    return shapes(figure, "hit")


def overlap(one: Any, other: Any, slack: float = 0.51) -> bool:
    return (
        one.x + slack < other.x2 and other.x + slack < one.x2 and one.y + slack < other.y2 and other.y + slack < one.y2
    )


def texts(figure: TimelineFigure) -> list[Any]:
    return [text for text in shapes(figure, "text") if text.text]


@pytest.fixture(scope="module")
def default_rows(gold_atlas: Atlas) -> pd.DataFrame:
    return find_events(gold_atlas, Filters())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lanes", get_args(LaneKind))
def test_every_default_event_has_one_mark_of_its_own(
    default_rows: pd.DataFrame, lanes: Any, size: tuple[int, int]
) -> None:
    figure = timeline(default_rows, lanes=lanes, width=size[0], height=size[1])
    counted = sum(int(text.text) for text in texts(figure) if text.side == "center")
    alone = [box for box in boxes(figure) if not box.title.endswith(" events")]
    assert len({box.id for box in alone}) == len(alone)
    assert len(alone) + counted == len(default_rows)
    for box in boxes(figure):
        assert box.x2 - box.x >= LEAST and box.y2 - box.y >= LEAST - 0.1
        assert box.x >= 0 and box.x2 <= size[0] + 0.1 and box.y >= 0 and box.y2 <= size[1]
    assert not [(a.title, b.title) for a, b in combinations(boxes(figure), 2) if overlap(a, b)]


def test_the_default_events_by_topic_are_all_marks_of_one(default_rows: pd.DataFrame) -> None:
    figure = timeline(default_rows, width=912, height=272)
    assert {box.id for box in boxes(figure)} == set(default_rows["id"])


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("true_scale", [False, True], ids=["folded", "true"])
def test_no_title_covers_a_mark_or_a_title(default_rows: pd.DataFrame, size: tuple[int, int], true_scale: bool) -> None:
    tried = default_rows["id"][:: 1 if size[0] == 792 and not true_scale else 4]
    labelled = 0
    for selected in tried:
        figure = timeline(default_rows, selected=selected, true_scale=true_scale, width=size[0], height=size[1])
        assert_titles_free(figure)
        chosen = [text for text in texts(figure) if text.id == selected and text.bold]
        assert len(chosen) <= 1
        labelled += len(chosen)
        ring = shapes(figure, "ring")
        assert not chosen or not ring or lane_at(figure, chosen[0].y) == lane_at(figure, ring[0].y)
    assert labelled >= 0.85 * len(tried), "the selection nearly always has its label"


def lane_at(figure: TimelineFigure, y: float) -> int:
    """The number of the lane at a height: hairlines across the whole width stand between two lanes."""
    return sum(rule.x == 0 and rule.x2 > 0 and rule.y == rule.y2 < y for rule in shapes(figure, "rule"))


def test_where_every_row_is_full_the_selection_has_a_ring_only(default_rows: pd.DataFrame) -> None:
    """A timeline as low as in another page: eleven lanes in 150 pixels."""
    for selected in default_rows["id"][::4]:
        figure = timeline(default_rows, selected=selected, width=800, height=150)
        assert_titles_free(figure)
        labels = [text for text in texts(figure) if text.id == selected and text.bold]
        assert len(labels) <= 1
        assert labels or shapes(figure, "ring") or any(box.width > 1 for box in boxes(figure))


def assert_titles_free(figure: TimelineFigure) -> None:
    """By the widths the labels were placed with, each in its row."""
    titles = [text for text in texts(figure) if text.id and not text.id.startswith(WINDOW) and text.side != "center"]
    spans = []
    for text in titles:
        width = text_width(text.text, SIZE_CAPTION, bold=text.bold)
        begin = text.x - width if text.side == "right" else text.x
        spans.append((begin, begin + width, text.y))
    for one, other in combinations(spans, 2):
        assert one[2] != other[2] or one[1] <= other[0] + 0.5 or other[1] <= one[0] + 0.5
    for begin, end, y in spans:
        for box in boxes(figure):
            middle = (box.y + box.y2) / 2
            inside_header = abs(middle - y) < 0.01 and y < 16
            assert inside_header or abs(middle - y) > 6 or end <= box.x + 0.6 or box.x2 <= begin + 0.6


def test_a_click_moves_nothing(default_rows: pd.DataFrame) -> None:
    first, second = default_rows["id"].iloc[0], default_rows["id"].iloc[20]
    before, after = (boxes(timeline(default_rows, selected=chosen)) for chosen in (first, second))
    assert [(box.x, box.y, box.x2, box.y2, box.id) for box in before] == [
        (box.x, box.y, box.x2, box.y2, box.id) for box in after
    ]


def test_the_specification_depends_on_theme_and_size_only(default_rows: pd.DataFrame) -> None:
    all_events = timeline(default_rows)
    few = timeline(default_rows.head(3), selected="x", window=("1945-07-01", "1945-08-31"), turn=7)
    assert all_events.spec is few.spec
    assert timeline(default_rows, theme="dark").spec != all_events.spec
    assert "values" not in str(all_events.spec.get("data"))


def test_turn_is_in_every_row() -> None:
    assert set(timeline(event_rows("1945"), turn=3).data["turn"].to_pylist()) == {3}


def only_mark(edtf: str, **columns: Any) -> tuple[TimelineFigure, Any]:
    figure = timeline(event_rows(edtf, "1945-01-01", "1945-12-31", **columns))
    return figure, shapes(figure, "mark")[[box.id for box in boxes(figure)].index("event00000")]


def bars(edtf: str, **columns: Any) -> list[Any]:
    return shapes(only_mark(edtf, **columns)[0], "bar")


def test_a_day_is_a_point() -> None:
    assert bars("1945-07-17") == []


def test_a_range_is_a_bar_from_first_to_last_day() -> None:
    (bar,) = bars("1945-03-01/1945-08-31")
    share = (bar.x2 - bar.x) / (912 - 6 - timeline(event_rows("1945-03-01")).gutter)
    assert bar.alpha == 1 and bar.side == "none"
    assert share == pytest.approx(184 / 365, rel=0.15)


@pytest.mark.parametrize("edtf", ["1945-07", "1945", "1945-22"])
def test_a_month_a_season_or_a_year_is_a_pale_bar_over_its_extent(edtf: str) -> None:
    (bar,) = bars(edtf)
    assert bar.alpha == pytest.approx(0.55)


@pytest.mark.parametrize("edtf", ["1945-07~", "1945-03-01~/1945-06-01~", "1945-07-17~"])
def test_about_fades_at_both_ends(edtf: str) -> None:
    (bar,) = bars(edtf)
    assert bar.side == "both"


@pytest.mark.parametrize(("edtf", "end"), [("1945-05/..", "right"), ("../1945-05", "left")])
def test_an_open_end_fades(edtf: str, end: str) -> None:
    (bar,) = bars(edtf)
    assert bar.side == end


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_date_of_the_reference_list_is_hollow(theme: Any) -> None:
    for hollow in (False, True):
        figure = timeline(event_rows("1945-07-17", listed=hollow), theme=theme.name)
        (mark,) = shapes(figure, "mark")
        assert (mark.fill == theme.paper) is hollow
        assert theme.meeting in (mark.fill, mark.stroke)


def test_what_did_not_happen_is_told_apart() -> None:
    looks = {}
    for status in ("happened", "planned", "proposed", "denied"):
        figure = timeline(event_rows("1945-07-17", status=status))
        (mark,) = shapes(figure, "mark")
        looks[status] = (mark.fill, mark.dash, len(shapes(figure, "over")))
        assert status == "happened" or status in boxes(figure)[0].when
    assert looks["planned"][1] == "dashed"
    assert len(set(looks.values())) == 4


def test_shape_and_colour_tell_the_family() -> None:
    figure = timeline(event_rows(*["1945-07-17"] * 5, family=list(FAMILY_KEYS)))
    marks = shapes(figure, "mark")
    assert [mark.shape for mark in marks] == list(FAMILY_KEYS)
    assert [mark.fill for mark in marks] == list(LIGHT.family_colours.values())


def test_a_long_war_is_a_lettered_band_and_a_short_one_or_a_general_s_career_a_mark() -> None:
    dates = ("1939-09-01/1945-05-08", "1945-03-01/1945-05-08", "1944-01-01", "1945/1948")
    rows = event_rows(*dates, family="war", listed=[True, True, True, False])
    figure = timeline(rows)
    (band,) = shapes(figure, "band")
    assert band.alpha == pytest.approx(0.10) and band.fill == LIGHT.war
    assert "Event 0" in [text.text for text in texts(figure)]
    assert len(shapes(figure, "mark")) == 3
    assert {box.id for box in boxes(figure)} == set(rows["id"])


def test_the_selection_is_a_ring_and_keeps_its_colour() -> None:
    rows = event_rows("1945-07-17", "1945-09-01")
    plain, chosen = timeline(rows), timeline(rows, selected="event00001")
    assert shapes(plain, "ring") == []
    (ring,) = shapes(chosen, "ring")
    assert ring.stroke == LIGHT.ink
    assert [mark.fill for mark in shapes(plain, "mark")] == [mark.fill for mark in shapes(chosen, "mark")]


def test_folded_below_a_hundred_events() -> None:
    years = [f"{year}-05-05" for year in range(1800, 1998, 2)]
    assert timeline(event_rows(*years)).folded
    assert not timeline(event_rows(*years), true_scale=True).folded
    assert not timeline(event_rows(*years, "1999-05-05")).folded
    assert can_fold(event_rows(*years)) and not can_fold(event_rows(*years, "1999-05-05"))


def test_nothing_is_folded_where_no_year_is_empty() -> None:
    rows = event_rows("1944-05-05", "1945-05-05")
    assert not timeline(rows).folded and not can_fold(rows)


def test_a_window_is_true_to_scale_with_chips_for_the_rest() -> None:
    rows = event_rows("1907", "1921-02-26", "1945-07-17/1945-08-02", "1945-07-26", "1950-11-17")
    figure = timeline(rows, window=("1945-07-01", "1945-08-31"))
    assert not figure.folded
    assert (figure.earlier, figure.shown, figure.later) == (2, 2, 1)
    chips = {box.title: box.id for box in boxes(figure) if box.id.startswith(WINDOW)}
    assert chips == {"‹ 2 earlier": f"{WINDOW}/1945-08-31", "1 later ›": f"{WINDOW}1945-07-01/"}


def test_a_window_open_to_one_side() -> None:
    figure = timeline(event_rows("1907", "1921-02-26", "1945-07-26"), window=("1920-01-01", ""))
    assert (figure.earlier, figure.shown, figure.later) == (1, 2, 0)


def test_a_window_that_is_no_date_shows_all() -> None:
    figure = timeline(event_rows("1907", "1945-07-26"), window=("nonsense", "1945-13-41"))
    assert figure.shown == 2


def test_undated_events_are_counted_in_words() -> None:
    figure = timeline(event_rows("1945-07-17", "", ""))
    assert figure.undated == 2
    assert "2 undated" in figure.note
    assert len(boxes(figure)) == 1


@pytest.mark.parametrize("rows", [event_rows(), event_rows("", "")], ids=["none", "only undated"])
def test_nothing_to_draw_is_drawn_as_nothing(rows: pd.DataFrame) -> None:
    assert boxes(timeline(rows)) == []


def test_what_has_no_room_is_counted_and_shows_its_days_when_clicked() -> None:
    days = [(datetime.date(1945, 1, 1) + datetime.timedelta(days=at)).isoformat() for at in range(300)]
    figure = timeline(event_rows(*days, "1900-01-01", "1999-01-01"), true_scale=True)
    counted = [box for box in boxes(figure) if box.title.endswith(" events")]
    assert counted and all(box.id.startswith(f"{WINDOW}1945-") for box in counted)
    assert not [(a.title, b.title) for a, b in combinations(boxes(figure), 2) if overlap(a, b)]


def test_more_lanes_than_room_share_the_last() -> None:
    topics = [[f"topic-{number:02d}"] for number in range(40)]
    figure = timeline(event_rows(*["1945-07-17"] * 40, topics=topics), height=204)
    names = [text.text for text in texts(figure) if not text.id and text.x == 0]
    assert len(names) <= 12
    assert names[-1].endswith("other topics")


def test_lanes_stand_in_the_order_of_the_vocabulary() -> None:
    rows = event_rows("1945-01-01", "1945-02-01", "1945-03-01", topics=[["b"], ["a", "b"], ["b"]])
    figure = timeline(rows, lane_labels={"a": "First", "b": "Second", "c": "Never used"})
    assert [text.text for text in texts(figure) if not text.id and text.x == 0] == ["First", "Second"]


def test_an_event_without_a_topic_has_a_lane() -> None:
    figure = timeline(event_rows("1945-01-01", topics=[[]]))
    assert "No topic" in [text.text for text in texts(figure)]


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`x`",
    "{{7*7}}",
    "![](http://x/y)",
    "</script>",
    "\\",
    "$5 and $6",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_stay_letters(title: str) -> None:
    figure = timeline(event_rows("1945-01-01", "1945-12-31", title=title))
    assert title in [text.text for text in texts(figure)]
    assert figure.spec is timeline(event_rows("1945-01-01")).spec, "a title never gets into the specification"


random_dates = st.lists(
    st.one_of(
        st.dates(datetime.date(1850, 1, 1), datetime.date(1990, 1, 1)).map(str),
        st.dates(datetime.date(1944, 1, 1), datetime.date(1946, 1, 1)).map(str),
        st.dates(datetime.date(1850, 1, 1), datetime.date(1990, 1, 1)).map(lambda day: f"{day:%Y-%m}~"),
        st.integers(1850, 1990).map(lambda year: f"{year}/.."),
        st.tuples(st.dates(datetime.date(1850, 1, 1), datetime.date(1990, 1, 1)), st.integers(0, 900)).map(
            lambda pair: f"{pair[0]}/{pair[0] + datetime.timedelta(days=pair[1])}"
        ),
    ),
    max_size=60,
)


@settings(max_examples=25, deadline=None)
@given(random_dates, st.sampled_from(FAMILY_KEYS), st.booleans(), st.integers(1, 19))
def test_whatever_is_drawn_every_event_can_be_clicked(dates: list[str], family: str, true: bool, topics: int) -> None:
    named = [[f"topic-{number % topics}"] for number in range(len(dates))]
    figure = timeline(event_rows(*dates, family=family, topics=named), true_scale=true, width=792, height=204)
    clickable = [box for box in boxes(figure) if not box.title.endswith(" events")]
    counted = sum(int(text.text) for text in texts(figure) if text.side == "center")
    unlettered = sum(len(shapes(figure, part)) for part in ("band",)) - sum(box.y == 0 for box in clickable)
    assert len(clickable) + counted + unlettered == len(dates)
    in_lanes = [box for box in boxes(figure) if box.y > 0]
    assert not [(a.title, b.title) for a, b in combinations(in_lanes, 2) if overlap(a, b)]
    assert all(box.x >= 0 and box.x2 <= 792.1 for box in in_lanes)
