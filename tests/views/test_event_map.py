"""The map as figure: what stands on it, in which look, how far the first view reaches, and that text stays text."""

from __future__ import annotations

import json
from typing import Any

import folium
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_feature_group_string

from dashboard.queries import PLACE_COLUMNS
from dashboard.views import basemap, theme
from dashboard.views.event_map import EVERYWHERE, MapFigure, event_map, first_view

EUROPE = [(55.76, 37.62), (52.52, 13.4), (51.5, -0.13), (44.5, 34.17), (43.59, 39.72), (59.44, 24.75), (40.41, 49.87)]
AMERICA = [(37.77, -122.42), (38.9, -77.04)]

HOSTILE = [
    "${alert(1)}",
    "`${document.title='owned'}`",
    "</script><script>document.title='owned'</script>",
    "{{ 7 * 7 }} {% raw %}",
    "{{'map_div'}}",
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{# a comment #}",
    "\\",
    "\\u003c \\' \\\" */ //",
    "<img src=x onerror=\"document.title='owned'\">",
    "alert(coords);",
    "map_div feature_group_0 _0",
    "line\nbreak\u2028and\u2029more",
]


def place(name: str, lat: float = 50.0, lon: float = 10.0, **changes: Any) -> dict[str, Any]:
    """A row of find_places; a town spoken of once unless changed."""
    row = {
        "id": f"test:{name}",
        "name": name,
        "as_written": [name],
        "lat": lat,
        "lon": lon,
        "kind": "settlement",
        "country": "",
        "radius_km": 0.0,
        "source": "",
        "rivals": 0,
        "event_ids": [],
        "spoken_ids": [],
        "mentions": 1,
    }
    return row | changes


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(PLACE_COLUMNS))


def sent(figure: MapFigure) -> dict[str, Any]:
    """What the browser is told to draw, read back from the script that streamlit-folium makes of it."""
    script = _get_feature_group_string(figure.marks, figure.base)
    start = script.index("DashboardMap.show(") + len("DashboardMap.show(")
    return dict(json.JSONDecoder().raw_decode(script, start)[0])


def test_settlements_and_sites_are_marks_and_countries_regions_and_seas_are_areas() -> None:
    kinds = ("settlement", "site", "country", "region", "water", "other")
    told = sent(event_map(frame(*(place(kind, kind=kind) for kind in kinds))))
    assert [row[1] for row in told["marks"]] == ["settlement", "site", "other"]
    assert [row[1] for row in told["areas"]] == ["country", "region", "water"]


def test_a_wide_place_of_no_kind_is_an_area() -> None:
    told = sent(event_map(frame(place("Eastern front", kind="other", radius_km=600.0))))
    assert [row[1] for row in told["areas"]] == ["Eastern front"]


@pytest.mark.parametrize(
    ("families", "family"),
    [
        ({"a": "meeting", "b": "meeting"}, "meeting"),  # both agree: their colour and shape
        ({"a": "meeting", "b": "war"}, ""),  # they differ: ink
        ({}, ""),  # nobody said: ink
    ],
)
def test_a_filled_mark_takes_the_family_its_events_share(families: dict[str, str], family: str) -> None:
    told = sent(event_map(frame(place("Moscow", event_ids=["a", "b"])), families=families))
    assert told["marks"][0][5] == family


def test_hollow_marks_have_no_events() -> None:
    told = sent(event_map(frame(place("Baku", spoken_ids=["a"], mentions=4), place("Yalta", event_ids=["a"]))))
    assert [(row[1], row[6]) for row in told["marks"]] == [("Baku", []), ("Yalta", [0])]


def test_events_shared_by_two_places_count_once_when_they_merge() -> None:
    told = sent(event_map(frame(place("Potsdam", event_ids=["a", "b"]), place("Berlin", event_ids=["b"]))))
    assert [row[6] for row in told["marks"]] == [[0, 1], [1]]


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"event_ids": ["a"], "mentions": 1}, "1 event · named once"),
        ({"event_ids": ["a", "b"], "mentions": 0}, "2 events"),
        ({"mentions": 4}, "spoken of; no event is placed here · named 4 times"),
        ({"as_written": ["Tallin"]}, "spoken of; no event is placed here · named once · as written: Tallin"),
    ],
)
def test_a_mark_says_what_it_stands_for(changes: dict[str, Any], note: str) -> None:
    told = sent(event_map(frame(place("Tallinn", **changes))))
    assert told["marks"][0][9] == note


def test_the_first_view_leaves_out_what_is_far_and_names_it() -> None:
    rows = [place(f"town {at}", lat, lon) for at, (lat, lon) in enumerate(EUROPE)]
    rows += [place("San Francisco", *AMERICA[0])]
    figure = event_map(frame(*rows))
    assert figure.outside == ("San Francisco",)
    south, west, north, east = figure.view
    assert (south, west, north, east) == (40.41, -0.13, 59.44, 49.87)


@pytest.mark.parametrize(("width", "height"), [(912, 372), (792, 264), (358, 300)])
def test_a_mark_just_beyond_the_first_view_comes_back_but_not_one_across_an_ocean(width: int, height: int) -> None:
    south, west, north, east = first_view([*EUROPE, (56.95, 24.1), (54.9, 23.9), *AMERICA], width, height)
    assert (south, west, north, east) == (40.41, -0.13, 59.44, 49.87)


def test_a_state_is_lettered_across_its_land_not_at_its_capital() -> None:
    moscow = place("Soviet Union", 55.7558, 37.6173, id="curated:soviet-union", kind="country", radius_km=2330.0)
    assert sent(event_map(frame(moscow)))["areas"][0][3] > 50


def test_a_site_is_not_said_to_be_written_otherwise_than_with_its_town() -> None:
    kremlin = place("Kremlin, Moscow", 55.752, 37.6175, id="curated:kremlin", kind="site", as_written=["Kremlin"])
    (told,) = sent(event_map(frame(kremlin)))["marks"]
    assert told[1] == "Kremlin, Moscow" and "as written" not in told[9]


def test_a_place_that_may_as_well_be_another_is_drawn_so_and_says_it() -> None:
    settled, doubtful = sent(event_map(frame(place("Here"), place("Vienna", rivals=2))))["marks"]
    assert (settled[10], doubtful[10]) == (0, 1)
    assert "another place of that name is as likely" in doubtful[9] and "another" not in settled[9]


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


def test_places_without_coordinates_are_named_not_drawn() -> None:
    figure = event_map(frame(place("Nowhere", float("nan"), float("nan")), place("Riga")))
    assert figure.unlocated == ("Nowhere",)
    assert [row[1] for row in sent(figure)["marks"]] == ["Riga"]


def test_no_places_still_give_a_map() -> None:
    told = sent(event_map(frame()))
    assert told["marks"] == [] and told["areas"] == []


def test_selection_and_switches_are_told() -> None:
    told = sent(event_map(frame(place("Riga")), selected_places=["test:Riga"], selected_event="e", borders=True))
    assert (told["selected"], told["event"], told["borders"], told["tiles"]) == (["test:Riga"], "e", True, False)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_come_from_the_theme(name: str) -> None:
    told = sent(event_map(frame(), theme=name))
    colours = theme.theme_named(name)
    assert told["colours"]["land"] == colours.land
    assert {key: told["colours"][key] for key in theme.FAMILY_KEYS} == colours.family_colours


def test_the_base_never_changes_and_asks_only_this_machine() -> None:
    scripts = [
        _script(event_map(frame(place(name)), theme=look).base) for name, look in [("A", "light"), ("B", "dark")]
    ]
    assert scripts[0] == scripts[1]
    links = [address for _, address in basemap.BaseMap().default_js + basemap.BaseMap().default_css]
    assert links and all(address.startswith("../../app/static/") for address in links)


def _script(base: folium.Map) -> str:
    return str(base.get_root().render()).replace(base.get_name(), "map")


def test_fifty_places_stay_well_under_the_budget_of_an_interaction() -> None:
    rows = [
        place(f"A place of some name {at}", at, at, event_ids=[f"{at}{hand}" for hand in "abc"]) for at in range(50)
    ]
    figure = event_map(frame(*rows))
    assert len(_get_feature_group_string(figure.marks, figure.base)) < 10_000


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_arrive_as_their_own_letters(text: str) -> None:
    _check_letters(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("${}`<>/\\\"'&%_;\n\u2028"), st.characters(codec="utf-8"))))
def test_any_name_arrives_as_its_own_letters(text: str) -> None:
    _check_letters(text)


def _check_letters(text: str) -> None:
    figure = event_map(frame(place(text, as_written=[f"x{text}"])))
    script = _get_feature_group_string(figure.marks, figure.base)
    drawn = script[script.index("DashboardMap.show(") : script.index(");\n")]
    assert not set("<>'&`$_") & set(drawn)
    assert [row[1] for row in sent(figure)["marks"]] == [text]
