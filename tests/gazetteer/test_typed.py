"""What a person types as a place: coordinates in the usual forms, names with their readings, and what is neither."""

import pytest

from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.typed import typed_places

POINTS = [
    ("decimal degrees", "38.08, 46.29", (38.08, 46.29), "38.08, 46.29"),
    ("south and west by sign", "-33.9; -18.4", (-33.9, -18.4), "-33.9; -18.4"),
    ("with letters", "33.9 S, 18.4 W", (-33.9, -18.4), "33.9 S, 18.4 W"),
    ("degrees and minutes", "38°05′N 46°17′E", (38.08333, 46.28333), "38°05′N 46°17′E"),
    ("with seconds, as typed", "38° 5' 30\" n, 46° 17' e", (38.09167, 46.28333), "38° 5' 30\" n, 46° 17' e"),
    ("a name and its point", "Serkin @ 38.08, 46.29", (38.08, 46.29), "Serkin"),
]
NOWHERE = [
    ("north of the pole", "95, 10"),
    ("beyond the line of dates", "10, 190"),
    ("a year", "1945"),
    ("decimal commas, which could be anywhere", "38,08 46,29"),
    ("a name nobody knows", "Qqserkin"),
    ("nothing", "  "),
    ("mark-up", "<b>38</b>, 46"),
]


@pytest.mark.parametrize(("reason", "text", "point", "name"), POINTS)
def test_coordinates(reason: str, text: str, point: tuple[float, float], name: str, gazetteers: Gazetteers) -> None:
    (place,) = typed_places(gazetteers, text)
    assert ((place.lat, place.lon), place.name, place.id) == (point, name, ""), reason


@pytest.mark.parametrize(("reason", "text"), NOWHERE)
def test_what_is_no_place(reason: str, text: str, gazetteers: Gazetteers) -> None:
    assert typed_places(gazetteers, text) == (), reason


def test_a_name_has_its_readings_in_the_order_of_its_time(gazetteers: Gazetteers) -> None:
    readings = typed_places(gazetteers, "Azerbaijan", when=1945)
    assert {place.country for place in readings} == {"AZ", "IR"}
    assert readings[0].name == "Azerbaijan SSR"
