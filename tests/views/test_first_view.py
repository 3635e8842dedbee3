"""How far the first view of a map reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.first_view import EVERYWHERE, first_view, latitude, mercator

EUROPE = [(55.76, 37.62), (52.52, 13.4), (51.5, -0.13), (44.5, 34.17), (43.59, 39.72), (59.44, 24.75), (40.41, 49.87)]
AMERICA = [(37.77, -122.42), (38.9, -77.04)]


@pytest.mark.parametrize(("width", "height"), [(912, 372), (792, 264), (358, 300)])
def test_a_mark_just_beyond_the_first_view_comes_back_but_not_one_across_an_ocean(width: int, height: int) -> None:
    south, west, north, east = first_view([*EUROPE, (56.95, 24.1), (54.9, 23.9), *AMERICA], width, height)
    assert (south, west, north, east) == (40.41, -0.13, 59.44, 49.87)


@given(
    st.lists(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1, max_size=40), st.sampled_from([372, 900])
)
def test_the_first_view_holds_four_fifths(points: list[tuple[float, float]], height: int) -> None:
    south, west, north, east = first_view(points, 912, height)
    held = [1 for lat, lon in points if south <= lat <= north and (west <= lon <= east or west <= lon + 360 <= east)]
    assert len(held) >= 0.8 * len(points) - 1e-9


@pytest.mark.parametrize(
    ("points", "view"),
    [
        ([], EVERYWHERE),  # nothing to show: the inhabited world
        ([(55.76, 37.62)], (52.76, 31.62, 58.76, 43.62)),  # one place: with room to recognise where it is
        ([(35.0, 139.0), (21.3, -157.9)], (21.3, 139.0, 35.0, 202.1)),  # Tokyo and Honolulu: across 180°
    ],
)
def test_first_views_of_few_points(points: list[tuple[float, float]], view: tuple[float, ...]) -> None:
    assert first_view(points, 912, 372) == pytest.approx(view)


@given(st.floats(-85, 85))
def test_heights_of_the_map_lead_back_to_their_latitude(lat: float) -> None:
    assert latitude(mercator(lat)) == pytest.approx(lat, abs=1e-9)
