"""The map of very many: what the browser is told of cells, and what it may report of its view."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries.cells import WORLD, Cell, PlaceCount
from dashboard.views.cell_map import AREA, Grid, cell_map, grid_of, home_grid, home_of, reported_grid
from dashboard.views.event_map import EVERYWHERE
from tests.browser.hostile import TEXTS

CAIRO = Cell(
    37, 26, 468, (100, 40, 30, 250, 48), 95, "geonames:360630", "Cairo", 30.06, 31.25, (29.1, 30.2, 31.3, 33.9)
)
LUSAKA = Cell(37, 34, 2, (0, 0, 0, 2, 0), 1, "geonames:909137", "Lusaka", -15.41, 28.29, (-15.41, 28.29, -15.41, 28.29))
EGYPT = PlaceCount("curated:egypt", "Egypt", 26.5, 29.8, "country", 600.0, 51)
GRID = Grid(4, WORLD)


def told(*cells: Cell, **more: object) -> dict[str, object]:
    figure = cell_map(cells, [EGYPT], GRID, EVERYWHERE, single_below=3000, **more)
    script = next(iter(figure.marks._children.values())).json
    return json.loads(script)


def test_a_cell_of_several_places_narrows_and_one_of_one_is_its_place() -> None:
    several, one = told(CAIRO, LUSAKA)["cells"]
    assert several[:2] == [f"{AREA}29.1,30.2,31.3,33.9", "Cairo and 94 more"]
    assert (several[4], several[5]) == (468, [100, 40, 30, 250, 48])
    assert several[6].startswith("468 events at 95 places: 100 meeting, visit · 40 agreement")
    assert one[:4] == ["geonames:909137", "Lusaka", -15.41, 28.29]
    assert one[6] == "2 events: 2 message, statement"


def test_a_circle_stands_well_inside_its_square() -> None:
    """Neighbours would cover each other otherwise."""
    _, _, lat, lon, *_ = told(CAIRO)["cells"][0]
    across = 2**GRID.level
    x = (lon + 180) / 360 * across
    y = (0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)) * across
    assert 0.29 < x - CAIRO.x < 0.71 and 0.29 < y - CAIRO.y < 0.71


def test_the_selection_stands_among_them_and_no_area_twice() -> None:
    nile = PlaceCount("geonames:1", "Luxor", 25.7, 32.6, "settlement", 0.0, 0)
    data = told(CAIRO, places=[nile, EGYPT], selected_places=["geonames:1"], selected_event="e")
    assert [row[0] for row in data["marks"]] == ["geonames:1"]
    assert [row[0] for row in data["areas"]] == ["curated:egypt"]
    assert (data["selected"], data["event"]) == (["geonames:1"], "e")
    assert "below 3,000 events" in str(data["caption"])


@pytest.mark.parametrize("name", TEXTS)
def test_names_stay_words(name: str) -> None:
    """The finished script is compiled as a template once more, and searched for HTML."""
    figure = cell_map([CAIRO._replace(name=name)], [EGYPT._replace(name=name)], GRID, EVERYWHERE)
    script = next(iter(figure.marks._children.values())).json
    assert not set("{}<>&'`$_") & set("".join(part for part in script.split('"')[1::2]))
    assert json.loads(script)["cells"][0][1] == f"{name} and 94 more"


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
