"""The colours keep what they promise: contrast on paper and land, and two signs for each family."""

from __future__ import annotations

import tomllib
from itertools import combinations

import pytest

from dashboard import config
from dashboard.model import EVENT_FAMILIES, FAMILY_OF
from dashboard.views.theme import DARK, FAMILIES, FAMILY_KEYS, LIGHT, Theme, family_named, look, theme_named


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_there_is_a_sign_for_each_family_in_their_order() -> None:
    assert FAMILY_KEYS == EVENT_FAMILIES
    assert {*FAMILY_OF.values()} == {*EVENT_FAMILIES}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["paper", "land"])
def test_family_colours_stand_out(theme: Theme, ground: str) -> None:
    for colour in theme.family_colours.values():
        assert round(contrast(colour, getattr(theme, ground)), 1) >= 3.2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_readable(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.secondary, theme.paper) >= 4.5
    assert contrast(theme.ink, theme.date_tint) >= 7
    assert contrast(theme.ink, theme.place_tint) >= 7


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_streamlit_has_the_same_colours_and_its_buttons_can_be_read(theme: Theme) -> None:
    """It writes white on the primary colour, which also draws the ring of what has the focus."""
    told = tomllib.loads((config.ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][theme.name]
    ours = {"backgroundColor": theme.paper, "secondaryBackgroundColor": theme.land, "textColor": theme.ink}
    assert {name: told[name] for name in ours} == ours
    assert contrast("#FFFFFF", told["primaryColor"]) >= 4.5
    assert contrast(told["primaryColor"], theme.paper) >= 3
    assert contrast(told["linkColor"], theme.paper) >= 4.5


def test_every_family_has_a_shape_and_a_colour_of_its_own() -> None:
    for one, other in combinations(FAMILIES, 2):
        assert one.path != other.path and one.letter != other.letter
        assert LIGHT.family(one.key) != LIGHT.family(other.key)
        assert DARK.family(one.key) != DARK.family(other.key)


def test_unknown_names_have_an_answer() -> None:
    assert theme_named("<script>") is LIGHT
    assert theme_named("dark") is DARK
    assert family_named("nonsense").key == "other"
    assert LIGHT.family("nonsense") == LIGHT.other


@pytest.mark.parametrize(
    ("status", "listed", "drawn", "reason"),
    [
        ("happened", False, "", "filled"),
        ("happened", True, "hollow", "a date of the reference list"),
        ("planned", False, "planned", "it did not happen yet"),
        ("denied", True, "denied", "what did not happen says more than whence the date is"),
    ],
)
def test_the_look_of_a_mark(status: str, listed: bool, drawn: str, reason: str) -> None:
    assert look(status, listed=listed) == drawn, reason
