"""Which squares are shown for a view, and what the browser may report of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.cell_grid import grid_of, home_grid, home_of, reported_grid
from dashboard.views.first_view import EVERYWHERE
from tests.views.map_rows import CAIRO, LUSAKA

VIEWS = [
    # what the browser says, zoom, whether it is shown whole
    ("view:3.25,20,-10,60,50", 3),
    ("view:3.5,20,-10,60,50", 4),
    ("view:0.5,-85,-180,85,180", 1),
    ("view:99,20,-10,60,50", 9),
]


@pytest.mark.parametrize(("said", "zoom"), VIEWS)
def test_a_view_is_shown_with_room_around(said: str, zoom: int) -> None:
    grid = reported_grid(said)
    assert grid is not None and grid.zoom == zoom
    south, west, north, east = map(float, said.partition(",")[2].split(","))
    assert grid.box[0] <= south and grid.box[1] <= west and grid.box[2] >= north and grid.box[3] >= east
    assert grid.box[1] >= -180 and grid.box[3] <= 180


@pytest.mark.parametrize(
    "said", ["", "view:", "view:1,2,3", "view:a,b,c,d,e", "view:nan,1,2,3,4", "view:3,60,0,20,50", "3,20,-10,60,50"]
)
def test_what_is_no_view_is_passed_over(said: str) -> None:
    assert reported_grid(said) is None


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(0.001, 25), st.integers(300, 900), st.integers(300, 800))
def test_the_first_grid_holds_the_first_view(lat: float, lon: float, reach: float, width: int, height: int) -> None:
    home = (max(lat - reach, -84), max(lon - reach, -180), min(lat + reach, 84), min(lon + reach, 180))
    grid = home_grid(home, width, height)
    assert grid.box[0] <= home[0] + 1e-6 and grid.box[2] >= home[2] - 1e-6
    assert grid.box[1] <= home[1] + 1e-6 and grid.box[3] >= home[3] - 1e-6
    assert 0 <= grid.zoom <= 9


def test_the_first_view_is_where_the_events_are() -> None:
    far = LUSAKA._replace(lat=-50.0, lon=-70.0, events=1)
    home = home_of([CAIRO, far], 912, 372)
    assert home[0] > -40
    assert home_of([], 912, 372) == EVERYWHERE


def test_half_a_view_more_on_each_side() -> None:
    assert grid_of(4, (0, 10, 20, 30)).box[1::2] == (0, 40)
