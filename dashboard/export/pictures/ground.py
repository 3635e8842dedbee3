"""The ground of a still map: sea, land, coast and graticule, an Altair chart of geoshapes drawn by vl-convert."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import altair as alt

from dashboard import config
from dashboard.export.pictures.painter import chart_as_group
from dashboard.export.pictures.projection import Point, Projection, angle
from dashboard.views.theme import Theme

CREDIT = "Natural Earth, 1:50 million"
FINEST = 0.5
"""Units of the drawing below which a bend of the coast is left out."""
COARSEST = 2.0
"""Degrees between two bends of a coast that lies beyond the frame."""
GRATICULE_UNITS = 110.0
_LAND = "land"
BEYOND = 0.05
"""Radians beyond the frame that are drawn with care."""
SHADE = 6.0
"""Width of the pale coast under the coast."""
EDGE = 0.01
"""Units within which a point counts as on the edge of the frame."""
WIDEST = 175.0
"""Degrees from the middle beyond which nothing is cut."""
STEPS = (1, 2, 5, 10, 20, 30)


@dataclass(frozen=True, slots=True)
class Shore:
    """A piece of land with its inland seas, and the circle on the globe that holds it."""

    rings: tuple[tuple[Point, ...], ...]
    """Longitude and latitude; the outer ring clockwise, as d3 wants it."""
    middle: Point
    reach: float
    """Radians."""


@lru_cache(maxsize=1)
def shores() -> tuple[Shore, ...]:
    """All land."""
    topology = json.loads((config.DATA / "basemap" / "land.json").read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = [_decoded(arc, scale, shift) for arc in topology["arcs"]]
    return tuple(_shore([lines[arc] for (arc,) in rings]) for rings in topology["objects"]["land"]["arcs"])


def _decoded(arc: list[list[int]], scale: list[float], shift: list[float]) -> tuple[Point, ...]:
    """The points of an arc, which TopoJSON keeps as steps."""
    x = y = 0
    line = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return tuple(line)


def _turned(ring: tuple[Point, ...], *, clockwise: bool) -> tuple[Point, ...]:
    """The ring in the direction that d3 takes for land, or for a hole in it; the other means the rest of the globe."""
    doubled = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))
    return ring if (doubled < 0) == clockwise else ring[::-1]


def _shore(rings: list[tuple[Point, ...]]) -> Shore:
    rings = [_turned(ring, clockwise=not at) for at, ring in enumerate(rings)]
    line = rings[0]
    lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
    middle = ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    return Shore(tuple(rings), middle, max(angle(middle, (lat, lon)) for lon, lat in line[:: max(1, len(line) // 60)]))


@lru_cache(maxsize=16)
def _ground(projection: Projection, width: float, height: float, theme: Theme, around: bool) -> Element:
    reach = _reach(projection, width, height)
    land = _land(projection, reach)
    step = _step(projection)
    layers = [
        alt.Chart(alt.sphere()).mark_geoshape(fill=theme.sea, stroke=None),
        alt.Chart(alt.graticule(step=[step, step])).mark_geoshape(
            fill=None, stroke=theme.coast, strokeWidth=0.5, strokeOpacity=0.55
        ),
        alt.Chart(alt.NamedData(name=_LAND)).mark_geoshape(fill=theme.land, stroke=theme.coast, strokeWidth=0.8),
    ]
    chart = alt.layer(*layers).properties(width=width, height=height)
    spec: dict[str, Any] = chart.configure_view(stroke=None).to_dict(validate=False)
    clip = _cut_around(reach) | ({} if around else {"clipExtent": [[0, 0], [width, height]]})
    spec |= {"projection": projection.vega() | clip, "autosize": {"type": "none"}, "padding": 0}
    spec["datasets"] = {_LAND: [land]}  # within the layer, Vega-Lite copies it again and again
    group = chart_as_group(spec)
    _without_clips(group)
    _coast(group, width, height, theme)
    return group


def _without_clips(group: Element) -> None:
    """All is cut to the frame by its projection; to cut it again takes three times as long as to paint it."""
    for parent in group.iter():
        parent.attrib.pop("clip-path", None)
        for child in [each for each in parent if each.tag.endswith("}defs")]:
            parent.remove(child)


def _coast(group: Element, width: float, height: float, theme: Theme) -> None:
    """The coast as lines of their own, which end at the frame; under them a second, wide and pale one: the water
    deepens away from the land, as on engraved maps.
    """
    for parent in group.iter():
        for at, land in enumerate(list(parent)):
            if land.get("fill") == theme.land:
                line, shade = deepcopy(land), deepcopy(land)
                line.attrib.update({"fill": "none", "d": _open(land.get("d", ""), width, height)})
                inner = _open(land.get("d", ""), width, height, SHADE / 2)
                wide = {"stroke-width": f"{SHADE:g}", "stroke-opacity": "0.14", "stroke-linejoin": "round"}
                shade.attrib.update({"fill": "none", "d": inner} | wide)
                land.attrib.pop("stroke", None)
                parent.insert(at, shade)
                parent.insert(at + 2, line)
                return


def _open(path: str, width: float, height: float, air: float = 0.0) -> str:
    """The outlines of a path without what runs along the edges of the frame, or comes nearer to one than `air`."""
    parts: list[str] = []
    for ring in path.split("Z"):
        points = ring.removeprefix("M").split("L") if ring else []
        edges = [_edges(point, width, height, max(air, EDGE)) for point in points]
        if points:
            parts.append(f"M{points[0]}")
        for at in range(1, len(points) + 1):
            to = at % len(points)
            away = edges[to] | edges[at - 1] if air else edges[to] & edges[at - 1]
            parts.append(f"{'M' if away else 'L'}{points[to]}")
    return "".join(parts)


def _edges(point: str, width: float, height: float, near: float) -> int:
    """Which edges of the frame a point of a path is near to, one bit each."""
    x, _, y = point.partition(",")
    across, down = float(x), float(y)
    return (across <= near) | (across >= width - near) << 1 | (down <= near) << 2 | (down >= height - near) << 3


def ground(projection: Projection, width: float, height: float, theme: Theme, *, around: bool = False) -> Element:
    """Sea and land of a frame, for the caller to keep; `around` cuts them at the circle about it, not at its edges."""
    return deepcopy(_ground(projection, width, height, theme, around))


def _reach(projection: Projection, width: float, height: float) -> float:
    """Radians from the middle to the farthest corner of a frame, and a little more."""
    if projection.kind == "equalEarth":
        return math.pi + BEYOND
    corner = math.hypot(max(projection.x, width - projection.x), max(projection.y, height - projection.y))
    return 2 * math.asin(min(1.0, corner / projection.scale / 2)) + BEYOND


def _cut_around(reach: float) -> dict[str, Any]:
    """Cutting on the globe, which no wide frame can turn inside out; nothing where the whole globe is shown."""
    return {"clipAngle": math.degrees(reach)} if math.degrees(reach) < WIDEST else {}


def _step(projection: Projection) -> int:
    """Degrees between two lines of the graticule: the nearest round number to a good distance on paper."""
    wanted = math.degrees(GRATICULE_UNITS / projection.scale)
    return min(STEPS, key=lambda step: abs(math.log(step / wanted)))


def _land(projection: Projection, radius: float) -> dict[str, Any]:
    """The land within so many radians, without the bends that are too small to be seen."""
    finest = math.degrees(FINEST / projection.scale)
    seen = [shore for shore in shores() if projection.away(*shore.middle) < shore.reach + radius]
    near = _cap(projection, radius)
    thinned = [[_thinned(ring, finest, near) for ring in shore.rings] for shore in seen]
    coordinates = [[ring for ring in rings if len(ring) > 3] for rings in thinned if len(rings[0]) > 3]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": coordinates}}


def _cap(projection: Projection, radius: float) -> Callable[[Point], bool]:
    """Whether a point (longitude, latitude) is within so many radians of the middle."""
    sin_lat, cos_lat = math.sin(math.radians(projection.lat)), math.cos(math.radians(projection.lat))
    least, middle = math.cos(min(math.pi, radius)), projection.lon

    def near(point: Point) -> bool:
        lat, turn = math.radians(point[1]), math.radians(point[0] - middle)
        return sin_lat * math.sin(lat) + cos_lat * math.cos(lat) * math.cos(turn) >= least

    return near


def _thinned(line: tuple[Point, ...], finest: float, near: Callable[[Point], bool]) -> list[Point]:
    """The line without points closer than `finest` degrees to the one before; beyond the frame it need only close."""
    kept = [line[0]]
    lon, lat = line[0]
    squeeze, step = 1.0, finest
    for point in line[1:-1]:
        if abs(point[0] - lon) * squeeze + abs(point[1] - lat) >= step:
            lon, lat = point
            squeeze = math.cos(math.radians(lat))
            step = finest if near(point) else COARSEST
            kept.append(point)
    return [*kept, line[-1]]
