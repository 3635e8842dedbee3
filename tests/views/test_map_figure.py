"""What every map sends: its setting, colours of the theme, words that stay words, and nothing from elsewhere."""

from __future__ import annotations

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views import basemap, theme
from dashboard.views.event_map import event_map
from dashboard.views.map_figure import Setting
from tests.browser.hostile import TEXTS
from tests.views.map_rows import SETTING, frame, place, script_of, sent


def test_what_is_selected_is_told() -> None:
    told = sent(event_map(frame(), Setting(912, 372, selected_places=("b", "a", "b"), selected_event="e", about="d")))
    assert (told["selected"], told["event"], told["about"]) == (["a", "b"], "e", "d")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_come_from_the_theme(name: str) -> None:
    told = sent(event_map(frame(), Setting(912, 372, name)))
    colours = theme.theme_named(name)
    assert told["colours"]["land"] == colours.land
    assert {key: told["colours"][key] for key in theme.FAMILY_KEYS} == colours.family_colours


def test_the_base_never_changes_and_asks_only_this_machine() -> None:
    looks = [Setting(912, 372, "light"), Setting(600, 372, "dark")]
    scripts = [_script(event_map(frame(place(setting.theme)), setting).base) for setting in looks]
    assert scripts[0] == scripts[1]
    links = [address for _, address in basemap.BaseMap().default_js + basemap.BaseMap().default_css]
    assert links and all(address.startswith("../../app/static/") for address in links)


def _script(base: folium.Map) -> str:
    return str(base.get_root().render()).replace(base.get_name(), "map")


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_names_arrive_as_their_own_letters(text: str) -> None:
    _check_letters(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("${}`<>/\\\"'&%_;\n\u2028"), st.characters(codec="utf-8"))))
def test_any_name_arrives_as_its_own_letters(text: str) -> None:
    _check_letters(text)


def _check_letters(text: str) -> None:
    figure = event_map(frame(place(text, as_written=[f"x{text}"])), SETTING)
    script = script_of(figure)
    drawn = script[script.index("DashboardMap.show(") : script.index(");\n")]
    assert not set("<>'&`$_") & set(drawn)
    assert [row[1] for row in sent(figure)["marks"]] == [text]
