"""The map of very many: what the browser is told of cells and of the places among them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pytest

from dashboard.queries.cells import WORLD, Cell, PlaceCount
from dashboard.views.cell_grid import Grid
from dashboard.views.cell_map import AREA, cell_map
from dashboard.views.first_view import EVERYWHERE
from tests.browser.hostile import TEXTS
from tests.views.map_rows import CAIRO, LUSAKA, SETTING, script_of, sent

EGYPT = PlaceCount("curated:egypt", "Egypt", 26.5, 29.8, "country", 600.0, 51)
GRID = Grid(4, WORLD)


def told(*cells: Cell, places: Sequence[PlaceCount] = ()) -> dict[str, Any]:
    return sent(cell_map(cells, [EGYPT], GRID, EVERYWHERE, SETTING, places=places, single_below=3000))


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
    data = told(CAIRO, places=[nile, EGYPT])
    assert [row[0] for row in data["marks"]] == ["geonames:1"]
    assert [row[0] for row in data["areas"]] == ["curated:egypt"]
    assert "below 3,000 events" in str(data["caption"])


@pytest.mark.parametrize("name", TEXTS)
def test_names_stay_words(name: str) -> None:
    """The finished script is compiled as a template once more, and searched for HTML."""
    figure = cell_map([CAIRO._replace(name=name)], [EGYPT._replace(name=name)], GRID, EVERYWHERE, SETTING)
    script = script_of(figure)
    drawn = script[script.index("DashboardMap.show(") : script.index(");\n")]
    assert not set("{}<>&'`$_") & set("".join(part for part in drawn.split('"')[1::2]))
    assert sent(figure)["cells"][0][1] == f"{name} and 94 more"
