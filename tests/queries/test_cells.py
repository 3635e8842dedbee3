"""Cells: exact counts under every filter and at every level; what a cell holds is what its area filter shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import FilterError
from dashboard.queries import Atlas, Filters, count_areas, count_cells, find_events, find_places, summary
from dashboard.queries.area import area_in_words, area_of, corners
from dashboard.queries.cells import MOST_CELLS
from tests.queries.series import any_filters, by_chance

levels = st.integers(0, 13)


def placed(atlas: Atlas, filters: Filters) -> set[tuple[str, str]]:
    """Each event that passes with each of the points where it happened."""
    places = find_places(atlas, filters)
    spots = set(places.loc[places["kind"].isin(["settlement", "site"]), "id"])
    rows = find_events(atlas, filters)
    return {(event, place) for event, ids in zip(rows["id"], rows["place_ids"], strict=True) for place in ids} & {
        (event, place) for event in rows["id"] for place in spots
    }


@by_chance
@given(any_filters)
def test_one_cell_holds_every_event_with_a_point(series: Atlas, filters: Filters) -> None:
    pairs = placed(series, filters)
    cells = count_cells(series, filters, 0)
    assert sum(cell.events for cell in cells) == len({event for event, _ in pairs})
    assert sum(cell.places for cell in cells) == len({place for _, place in pairs})


@by_chance
@given(any_filters, levels)
def test_cells_of_every_level_hold_every_event_and_place(series: Atlas, filters: Filters, level: int) -> None:
    pairs = placed(series, filters)
    cells = count_cells(series, filters, level)
    assert len(cells) < MOST_CELLS, "too many for this test: none may be cut off"
    assert sum(cell.places for cell in cells) == len({place for _, place in pairs})
    events = {event for event, _ in pairs}
    assert len(events) <= sum(cell.events for cell in cells) <= len(pairs)
    assert all(sum(cell.families) == cell.events for cell in cells)
    assert len({(cell.x, cell.y) for cell in cells}) == len(cells)


@by_chance
@given(any_filters, st.integers(2, 9), st.integers(0, 30))
def test_a_cell_chosen_as_area_shows_as_many_events(series: Atlas, filters: Filters, level: int, number: int) -> None:
    cells = count_cells(series, filters, level)
    if cells:
        cell = cells[number % len(cells)]
        assert summary(series, replace(filters, area=area_of(*cell.box))).events == cell.events


def test_a_box_leaves_out_what_lies_beyond(series: Atlas) -> None:
    asia = count_cells(series, Filters(), 5, (0.0, 60.0, 60.0, 150.0))
    everywhere = {(cell.x, cell.y): cell for cell in count_cells(series, Filters(), 5)}
    assert 0 < len(asia) < len(everywhere)
    assert all(60 <= cell.lon <= 150 and cell.events <= everywhere[cell.x, cell.y].events for cell in asia)


@by_chance
@given(any_filters)
def test_areas_count_their_events(series: Atlas, filters: Filters) -> None:
    rows = find_events(series, filters)
    for area in count_areas(series, filters):
        assert area.events == sum(area.id in ids for ids in rows["place_ids"])


AREAS = [
    # given, as kept, in words
    ("29.5,30.1,31.3,32.6", "29.5,30.1,31.3,32.6", "29.5–31.3° N, 30.1–32.6° E"),
    ("-5,-80.25,3.2,-70", "-5,-80.25,3.2,-70", "5° S – 3.2° N, 70–80.2° W"),
    ("30.00005,31,30.00005,31", "30.00005,31,30.00005,31", "30° N, 31° E"),
    ("-90,-180,90,180", "-90,-180,90,180", "90° S – 90° N, 180° W – 180° E"),
]


@pytest.mark.parametrize(("given_as", "kept", "words"), AREAS)
def test_an_area_in_the_address_and_in_words(given_as: str, kept: str, words: str) -> None:
    filters, problems = Filters.from_query({"area": given_as})
    assert (filters.area, problems) == (kept, ())
    assert Filters.from_query(filters.to_query())[0] == filters
    assert area_in_words(filters.area) == words
    assert filters.sentence() == f"Within {words}"
    assert filters.active() == ("area",) and filters.without("area") == Filters()


@pytest.mark.parametrize(
    "nonsense", ["here", "1,2,3", "1,2,3,4,5", "3,2,1,4", "0,170,10,190", "nan,0,1,1", "<b>,0,1,1"]
)
def test_what_is_no_area_is_left_out_with_a_sentence(nonsense: str) -> None:
    filters, problems = Filters.from_query({"area": nonsense})
    assert filters == Filters()
    assert problems[0].startswith("The link’s area was left out: “") and "29.5,30.1,31.3,32.6" in problems[0]
    with pytest.raises(FilterError):
        corners(nonsense)


def test_nobody_is_anywhere(series: Atlas) -> None:
    nobody = Filters(people=("nobody",))
    assert count_cells(series, nobody) == count_areas(series, nobody) == ()
