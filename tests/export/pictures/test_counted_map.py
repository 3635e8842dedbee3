"""The still map of a series: circles that count, and areas lettered where the screen letters them."""

from xml.etree import ElementTree

import pytest

from dashboard.export import look_named, select
from dashboard.export.pictures import counted_map as module
from dashboard.export.pictures.counted_map import counted_map
from dashboard.queries import Atlas
from dashboard.queries.cells import PlaceCount
from tests.export.pictures.svg_reader import types_of


def test_circles_count_the_events_around_them_by_kind(gold_atlas: Atlas) -> None:
    groups = counted_map(select(gold_atlas), look_named(), 1200, 700).groups
    assert all(group.events == sum(group.shares) for group in groups)
    assert any(group.events > 1 for group in groups)


def test_a_state_is_lettered_across_its_land(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not at its capital, which is the gazetteer's point."""
    state = PlaceCount("curated:soviet-union", "Soviet Union", 55.7558, 37.6173, "country", 2330.0, 5)
    monkeypatch.setattr(module, "count_areas", lambda *_: (state,))
    monkeypatch.setattr(module, "count_cells", lambda *_: ())
    drawing = counted_map(select(gold_atlas), look_named(), 1200, 700)
    (name,) = [line for line in types_of(ElementTree.tostring(drawing.group, "unicode")) if line.text == "SOVIET UNION"]
    x, y = drawing.projection(59, 66)
    assert name.left < x < name.right and name.top - 1 < y < name.bottom + 1
