"""The room for each view: side by side only where each of them can be read."""

from __future__ import annotations

import pytest

from dashboard.components.layout import GAP, LEAST_PANEL, layout_for, reading_layout
from dashboard.session import Screen

LEAST_LEFT = 380
"""Narrower, the names of the lanes leave the marks of a timeline no room."""
TABLET, PHONE = Screen(736, 1024), Screen(358, 844)


@pytest.mark.parametrize("width", range(320, 2000, 40))
def test_views_stand_side_by_side_only_where_each_has_room(width: int) -> None:
    layout = layout_for(Screen(width, 900))
    assert layout.phone or (layout.left >= LEAST_LEFT and layout.right >= LEAST_PANEL)
    assert layout.phone or layout.left + GAP + layout.right == width
    reading = reading_layout(Screen(width, 900))
    assert reading.phone or (reading.left >= LEAST_LEFT and reading.right >= 360)


def test_a_tablet_shows_one_view_at_a_time_with_a_map_as_high_as_it_has_room() -> None:
    tablet, phone = layout_for(TABLET), layout_for(PHONE)
    assert tablet.phone and phone.phone
    assert tablet.map > phone.map == 300
