"""Timeline and map as the page draws them: every position worked out by the views and pictures of the dashboard."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.export.deck.locator import LEAST_KM
from dashboard.export.pictures.counted_map import COUNTED
from dashboard.export.pictures.ground import CREDIT, ground
from dashboard.export.pictures.map_marks import Row
from dashboard.export.pictures.projection import NAMES, Projection
from dashboard.export.pictures.still_map import projection_for, sea_names
from dashboard.queries import EVERYTHING, Atlas, count_by
from dashboard.views.map_places import is_area
from dashboard.views.theme import DARK, FAMILY_KEYS, LIGHT
from dashboard.views.timeline import TimelineFigure, timeline
from dashboard.views.timeline_window import Window

WIDTH = 880
LOW, HIGH = 330, 440
"""Heights of the timeline, for few events and for many."""
MANY = 120
"""Events from which on it is as high as it gets."""
MAP_WIDTH, MAP_HEIGHT = 1000.0, 640.0
"""Units of the first view."""
EDGE = 60.0
"""Units of ground around the farthest mark at least."""
AROUND = (0.8, 0.5)
"""How much of its width and height is drawn beside the first view, for frames of another shape."""
FARTHEST = 2600.0
"""Units beyond the first view that the ground reaches at most."""
NORTHWARD = 0.1
"""Degrees of latitude, to see where north is."""
GRAIN = 4
"""Steps to a unit in the lines of the ground."""

PARTS = ("band", "rule", "bar", "mark", "over", "hit", "text")
"""From the ground up."""

_NAMES = {
    getattr(theme, name): name
    for theme in (DARK, LIGHT)
    for name in ("paper", "ink", "secondary", "land", "sea", "coast", *FAMILY_KEYS)
}
_POINT = re.compile(r"([ML])(-?[\d.]+),(-?[\d.]+)|Z")


def timeline_data(
    atlas: Atlas, rows: pd.DataFrame, events: Mapping[str, int], *, window: Window | None = None
) -> dict[str, Any]:
    """The shapes of the timeline from the ground up, each a list; colours by the names they have in both themes.

    window: the years it opens on; what lies beyond is counted at its edges, and listed by a click.
    """
    labels = {count.key: count.label for count in count_by(atlas, EVERYTHING, "topics")}
    height = LOW + int((HIGH - LOW) * min(1.0, len(rows) / MANY))
    beyond = (f"/{window[0]}", f"{window[1]}/") if window else None
    figure = timeline(rows, lane_labels=labels, window=window, beyond=beyond, width=WIDTH, height=height)
    said = {"summary": figure.summary, "note": figure.note}
    return {"width": WIDTH, "height": height, "gutter": figure.gutter, "shapes": shapes_of(figure, events), **said}


def shapes_of(figure: TimelineFigure, events: Mapping[str, int]) -> list[dict[str, Any]]:
    """What a timeline is painted of, in that order; but for its columns, which the page paints by itself."""
    rows = [row for row in figure.data.to_pylist() if row["part"] in PARTS]
    return [_shape(row, events) for row in sorted(rows, key=lambda row: PARTS.index(row["part"]))]


def _shape(row: Mapping[str, Any], events: Mapping[str, int]) -> dict[str, Any]:
    """A shape without what is at its default; `event` is the place of its event in the list of events."""
    kept: dict[str, Any] = {"part": row["part"]}
    kept |= {name: round(float(row[name]), 1) for name in ("x", "y", "x2", "y2") if row[name]}
    kept |= {name: _NAMES[row[name]] for name in ("fill", "stroke") if row[name] in _NAMES}
    kept |= {name: row[name] for name in ("text", "title", "when") if row[name]}
    kept |= {name: round(float(row[name]), 2) for name in ("width", "alpha") if row[name] != 1}
    kept |= {name: row[name] for name, usual in (("side", "left"), ("dash", "solid")) if row[name] != usual}
    if row["part"] == "mark":
        kept["shape"] = row["shape"]
    if row["bold"]:
        kept["bold"] = 1
    if row["id"] in events:
        kept["event"] = events[row["id"]]
    elif row["id"]:
        kept["window"] = str(row["id"]).partition(":")[2].split("/")
    return kept


class MapGround:
    """The map below the marks: its projection, fitted to the first view, and land as far as there are marks."""

    def __init__(self, rows: Sequence[Row]) -> None:
        marks = [row for row in rows if not is_area(row)]
        first = projection_for(marks or rows, MAP_WIDTH, MAP_HEIGHT)
        spots = [first(row["lat"], row["lon"]) for row in marks]
        self.slide = first.across(LEAST_KM)
        """Units that the map of a slide shows at least, so that enough coast is there to recognise where this is."""
        edge = max(EDGE, self.slide / 2)
        left, right = _span([x for x, _ in spots], MAP_WIDTH, AROUND[0], edge)
        top, bottom = _span([y for _, y in spots], MAP_HEIGHT, AROUND[1], edge)
        self.projection: Projection = replace(first, x=first.x - left, y=first.y - top)
        self.width, self.height = right - left, bottom - top
        self.view = [round(each, 1) for each in (-left, -top, MAP_WIDTH, MAP_HEIGHT)]

    def data(self, unlocated: Sequence[str], *, counted: bool) -> dict[str, Any]:
        """Lines, names of seas, and what is to be said under it; counted: whether its marks are circles that count."""
        lines = ground(self.projection, self.width, self.height, LIGHT, around=True)
        drawn = [each for each in lines.iter() if each.get("d")]
        land = next((each.get("d", "") for each in drawn if each.get("fill") == LIGHT.land), "")
        others = (each.get("d", "") for each in drawn if each.get("stroke-opacity"))
        graticule = next((line for line in others if line != land), "")
        nowhere = f" Not located: {', '.join(unlocated[:8])}." if unlocated else ""
        kind = NAMES[self.projection.kind]
        borders = f"{COUNTED} " * counted + "No borders drawn: they changed in this period."
        return {
            "width": round(self.width, 1),
            "height": round(self.height, 1),
            "view": self.view,
            "slide": round(self.slide),
            "grain": GRAIN,
            "land": steps(land),
            "graticule": steps(graticule),
            "seas": [
                [name, *self.at(lat, lon), round(self.projection.across(km))] for name, lat, lon, km in sea_names()
            ],
            "credit": f"{borders} Map: {CREDIT}; {kind} projection.{nowhere}",
        }

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point stands."""
        x, y = self.projection(lat, lon)
        return round(x, 1), round(y, 1)

    def north(self, lat: float, lon: float) -> float:
        """By how much (radians, clockwise) the map is to be turned about a point so that north is up there."""
        step = NORTHWARD if lat < 89 else -NORTHWARD
        (x, y), (to_x, to_y) = self.projection(lat, lon), self.projection(lat + step, lon)
        return round(-math.atan2((to_x - x) * step, (y - to_y) * step), 3)


def _span(marks: Sequence[float], length: float, around: float, edge: float) -> tuple[float, float]:
    """From where to where the ground is drawn: about the first view, and on to the farthest marks."""
    begin = min([-around * length, *(mark - edge for mark in marks)])
    end = max([(1 + around) * length, *(mark + edge for mark in marks)])
    return max(-FARTHEST, begin), min(length + FARTHEST, end)


def steps(path: str) -> str:
    """A path of straight lines as whole steps from point to point: a third of the length, and as fine as is seen."""
    parts: list[str] = []
    x = y = 0
    for command, at_x, at_y in _POINT.findall(path):
        if not command:
            parts.append("z")
            continue
        to_x, to_y = round(float(at_x) * GRAIN), round(float(at_y) * GRAIN)
        if command == "M":
            parts.append(f"M{to_x} {to_y}l")
        elif (to_x, to_y) != (x, y):
            parts.append(f"{to_x - x}{' ' if to_y >= y else ''}{to_y - y} ")
        x, y = to_x, to_y
    return "".join(parts)
