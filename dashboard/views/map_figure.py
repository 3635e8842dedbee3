"""A map ready to be shown: an empty map that never changes, and one JSON value that says what stands on it.

No word of a document ever becomes HTML or a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard.views.basemap import BaseMap
from dashboard.views.first_view import Bounds
from dashboard.views.theme import Theme, theme_named


@dataclass(frozen=True, slots=True)
class Setting:
    """How a map is shown, whatever stands on it."""

    width: int
    height: int
    theme: str = "light"
    selected_places: tuple[str, ...] = ()
    """Ids of the places that are ringed; the map flies to what of them is out of sight."""
    selected_event: str = ""
    """Id of the event whose places they are; a new one is a new selection even at the same places."""
    about: str = ""
    """What the map is of: with another one it begins anew at its first view, wherever the reader had gone before."""


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map ready to be shown: what never changes, and what changes with filters and selection."""

    base: folium.Map
    marks: folium.FeatureGroup
    view: Bounds
    """What the first view holds."""
    setting: Setting
    outside: tuple[str, ...] = ()
    """Names of the marks the first view leaves out, which the chips at its edge bring in."""
    unlocated: tuple[str, ...] = ()
    """Names of the places without coordinates, which no map can show."""


class PlaceRow(NamedTuple):
    """A place as `readRow` of views/browser/marks.js reads it: an array, to be short on the way."""

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    family: str
    """The kind family that its events share; empty where they are of several."""
    events: list[int]
    """A number for each event, so that merged marks count one of both once; without any the mark is hollow."""
    weight: int
    """The heavier is labelled first."""
    reach_km: int
    note: str
    """What the place has to say of itself."""
    doubtful: int = 0
    """1 where another place of that name is as likely."""


def map_figure(
    layers: Mapping[str, Any],
    view: Bounds,
    setting: Setting,
    *,
    outside: tuple[str, ...] = (),
    unlocated: tuple[str, ...] = (),
) -> MapFigure:
    """A map of these layers: `marks` and `areas`, and where events are counted, `cells` with their grid and caption."""
    south, west, north, east = view
    theme = theme_named(setting.theme)
    data = {
        "theme": theme.name,
        "colours": _colours(theme),
        "selected": sorted(set(setting.selected_places)),
        "event": setting.selected_event,
        "about": setting.about,
        "home": [[south, west], [north, east]],
        **layers,
    }
    group = folium.FeatureGroup(name="marks", control=False)
    group.add_child(_Marks(data))
    return MapFigure(BaseMap(), group, view, setting, outside, unlocated)


def _colours(theme: Theme) -> dict[str, str]:
    """The colours that the browser draws with."""
    names = ("paper", "ink", "secondary", "land", "sea", "coast")
    return {name: getattr(theme, name) for name in names} | theme.family_colours


class _Marks(MacroElement):
    """Everything drawn on the base map, as one JSON value handed to views/browser/event_map.js."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            DashboardMap.show({{ this.json }});
        {% endmacro %}
    """)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "Marks"
        self.json = inert_json(data)


def inert_json(data: Mapping[str, Any]) -> str:
    """The data as JSON in which the words of documents are letters to whatever reads them on the way.

    branca compiles the finished script as a Jinja template once more, and streamlit-folium searches it for HTML and for
    names to replace; so within strings everything that means something to them is written as an escape.
    """
    return _STRING.sub(lambda found: found.group().translate(_ESCAPES), json.dumps(data, separators=(",", ":")))


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "{}<>&'`$_"}
