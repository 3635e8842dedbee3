"""The map of events: places that something happened at or that are spoken of, as folium for any page to show.

Settlements and sites are marks (filled: happened here; hollow: only spoken of); countries, regions and seas are
lettered areas. All of it travels as one JSON value: no word of a document ever becomes HTML or a script.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import folium
import pandas as pd
from branca.element import MacroElement
from folium.template import Template

from dashboard import config
from dashboard.views import theme as themes
from dashboard.views.basemap import BaseMap

AREA_KINDS = frozenset({"country", "region", "water"})
WIDE_KM = 25
"""A place of no particular kind that reaches farther than this is lettered as an area."""
SHARE_IN_VIEW = 0.8
"""The first view holds at least four fifths of the marks."""
WORTH_A_MARK = 1.25
"""It holds more where that widens it no further than this: Tallinn comes back beside Riga, Washington stays outside."""
HALF_AROUND_ONE_MARK = 6.0
"""Degrees to each side when all marks stand in one spot: enough coast to recognise where that is."""
EVERYWHERE = (-40.0, -130.0, 65.0, 150.0)

Bounds = tuple[float, float, float, float]
"""South, west, north, east in degrees; east may pass 180 where the view crosses it."""


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map ready to be shown: what never changes, and what changes with filters and selection."""

    base: folium.Map
    marks: folium.FeatureGroup
    view: Bounds
    """What the first view holds."""
    outside: tuple[str, ...]
    """Names of the marks the first view leaves out, which the chips at its edge bring in."""
    unlocated: tuple[str, ...]
    """Names of the places without coordinates, which no map can show."""
    width: int
    height: int


class Marks(MacroElement):
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


def event_map(
    places: pd.DataFrame,
    *,
    families: Mapping[str, str] | None = None,
    selected_places: Collection[str] = (),
    selected_event: str | None = None,
    theme: str = "light",
    width: int = 912,
    height: int = 372,
    borders: bool = False,
    tiles: bool = False,
) -> MapFigure:
    """Draw places, with the columns of `queries.PLACE_COLUMNS`.

    `families` tells the kind family of each event id: a filled mark takes the colour and shape of its events' family
    where they agree, else ink. A new `selected_event` or `selected_places` flies to what is out of sight.
    """
    located, unlocated = located_rows(places)
    marks = [row for row in located if not is_area(row)]
    areas = [row for row in located if is_area(row)]
    view = first_view([(row["lat"], row["lon"]) for row in marks or areas], width, height)
    numbers = _number(row["event_ids"] for row in located)
    colours = themes.theme_named(theme)
    data = {
        "theme": colours.name,
        "colours": colours_of(colours),
        "marks": [_row(row, numbers, families or {}) for row in marks],
        "areas": [_row(row, numbers, families or {}) for row in areas],
        "selected": sorted(set(selected_places)),
        "event": selected_event or "",
        "home": [[view[0], view[1]], [view[2], view[3]]],
        "borders": borders,
        "tiles": tiles,
    }
    group = folium.FeatureGroup(name="marks", control=False)
    group.add_child(Marks(data))
    return MapFigure(
        base=BaseMap(),
        marks=group,
        view=view,
        outside=tuple(row["name"] for row in marks if not _holds(view, row["lat"], row["lon"])),
        unlocated=unlocated,
        width=width,
        height=height,
    )


def located_rows(places: pd.DataFrame) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """The places that a map can show, each where it is to be marked or lettered, and the names of the others."""
    rows = [row._asdict() for row in places.itertuples(index=False)]
    located = [as_lettered(row) for row in rows if _has_point(row)]
    return located, tuple(row["name"] for row in rows if not _has_point(row))


def first_view(points: Sequence[tuple[float, float]], width: int, height: int) -> Bounds:
    """A close view, in the shape of the frame, that holds four fifths of the points (latitude, longitude) or more.

    Beginning with all, the outermost point that costs most room is left out, again and again; then as many come back
    as cost little.
    """
    if not points:
        return EVERYWHERE
    cloud = _Cloud(_unrolled(points))
    views = [cloud.bounds()]
    for _ in range(int(len(points) * (1 - SHARE_IN_VIEW) + 1e-9)):
        cloud.drop(min(cloud.edges(), key=lambda edge: _room(cloud.bounds(without=edge), width, height)))
        views.append(cloud.bounds())
    south, west, north, east = next(view for view in views if _spread(view) <= _spread(views[-1]) * WORTH_A_MARK)
    if north - south < 1 and east - west < 1:
        around = HALF_AROUND_ONE_MARK
        return max(south - around / 2, -80.0), west - around, min(north + around / 2, 80.0), east + around
    return south, west, north, east


class _Cloud:
    """Points in their order from south to north and from west to east, for taking away the outermost."""

    def __init__(self, points: list[tuple[float, float]]) -> None:
        self._points = points
        by_lat = sorted(range(len(points)), key=lambda at: points[at][0])
        by_lon = sorted(range(len(points)), key=lambda at: points[at][1])
        self._from_edge = [by_lat, by_lon, by_lat[::-1], by_lon[::-1]]
        self._gone: set[int] = set()

    def edges(self) -> set[int]:
        """Positions of the southernmost, westernmost, northernmost and easternmost point."""
        return {self._first(side, -1) for side in range(4)}

    def drop(self, position: int) -> None:
        """Take a point away."""
        self._gone.add(position)

    def bounds(self, *, without: int = -1) -> Bounds:
        """South, west, north and east of the points that are left, as if one of them were gone too."""
        south, west, north, east = (self._points[self._first(side, without)][side % 2] for side in range(4))
        return south, west, north, east

    def _first(self, side: int, without: int) -> int:
        order = self._from_edge[side]
        while order[0] in self._gone:
            order = self._from_edge[side] = order[1:]
        return next(at for at in order if at != without and at not in self._gone)


def _unrolled(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points with the world cut open where most of it is empty, so that Tokyo and Honolulu stay neighbours."""
    around = sorted({lon for _, lon in points})
    gaps = [(after - before, after) for before, after in pairwise(around)]
    wrap = around[0] + 360 - around[-1]
    widest, start = max(gaps, default=(0.0, around[0]))
    if widest <= wrap:
        return list(points)
    return [(lat, lon if lon >= start else lon + 360) for lat, lon in points]


def _room(view: Bounds, width: int, height: int) -> float:
    """How large a part of the world the frame must show to hold the view; less is closer."""
    south, west, north, east = view
    return max((east - west) / 360 / width, (mercator(south) - mercator(north)) / height)


def _spread(view: Bounds) -> float:
    """How far a view reaches, from side to side and from top to bottom together."""
    south, west, north, east = view
    return (east - west) / 360 + mercator(south) - mercator(north)


def mercator(lat: float) -> float:
    """Height on the unit square of Web Mercator."""
    angle = math.radians(max(-85.0, min(85.0, lat)))
    return 0.5 - math.asinh(math.tan(angle)) / (2 * math.pi)


def _holds(view: Bounds, lat: float, lon: float) -> bool:
    south, west, north, east = view
    return south <= lat <= north and (west <= lon <= east or west <= lon + 360 <= east)


@cache
def _lettering() -> dict[str, dict[str, float]]:
    """Where the names of some states stand on the map, by place id, when not at their point in the gazetteer."""
    with (config.DATA / "basemap" / "lettering.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: {"lat": float(row["lat"]), "lon": float(row["lon"])} for row in csv.DictReader(lines)}


def as_lettered(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its point as the map has it: a state's name across its land."""
    return row | _lettering().get(row["id"], {})


def _has_point(row: Mapping[str, Any]) -> bool:
    return math.isfinite(row["lat"]) and math.isfinite(row["lon"])


def is_area(row: Mapping[str, Any]) -> bool:
    """Whether a place is lettered as an area rather than marked."""
    return row["kind"] in AREA_KINDS or (row["kind"] == "other" and row["radius_km"] > WIDE_KM)


def _number(ids: Any) -> dict[str, int]:
    """A short number for each event, so that merged marks can count their events once."""
    return {event: at for at, event in enumerate(dict.fromkeys(event for some in ids for event in some))}


def _row(row: Mapping[str, Any], numbers: Mapping[str, int], families: Mapping[str, str]) -> list[Any]:
    """One place as views/browser/event_map.js reads it: an array, to be short on the way."""
    kinds = {families.get(event, "") for event in row["event_ids"]}
    events = sorted({numbers[event] for event in row["event_ids"]})
    return [
        str(row["id"]),
        str(row["name"]),
        round(float(row["lat"]), 4),
        round(float(row["lon"]), 4),
        str(row["kind"]),
        kinds.pop() if len(kinds) == 1 else "",
        events,
        3 * len(events) + int(row["mentions"]),
        round(float(row["radius_km"])),
        _note(row),
        int(row["rivals"] > 0),
    ]


def _note(row: Mapping[str, Any]) -> str:
    """What the place has to say of itself: “3 events · named 4 times · as written: Tallin”."""
    happened, named = len(set(row["event_ids"])), int(row["mentions"])
    parts = [f"{happened} event{'' if happened == 1 else 's'}" if happened else "spoken of; no event is placed here"]
    if named:
        parts.append({1: "named once", 2: "named twice"}.get(named, f"named {named} times"))
    known = {row["name"], row["name"].partition(", ")[0]}  # “Kremlin, Moscow” and its “Kremlin”
    spellings = [spelling for spelling in row["as_written"] if spelling not in known]
    if row["rivals"]:
        parts.append("another place of that name is as likely")
    if spellings:
        parts.append("as written: " + ", ".join(spellings[:3]))
    return " · ".join(parts)


def colours_of(colours: themes.Theme) -> dict[str, str]:
    """The colours that the browser draws with."""
    names = ("paper", "ink", "secondary", "land", "sea", "coast")
    return {name: getattr(colours, name) for name in names} | colours.family_colours
