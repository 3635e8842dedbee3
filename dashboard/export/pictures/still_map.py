"""StillMap: places drawn on land and sea in a fitting projection, the lettering of nothing over anything else."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from dashboard import config
from dashboard.export.pictures.ground import ground
from dashboard.export.pictures.labels import Box, Sheet, Spots, around, over
from dashboard.export.pictures.map_marks import Group, Row, groups_of, weight_of
from dashboard.export.pictures.projection import EARTH_KM, Point, Projection, fitted
from dashboard.export.pictures.svg import SERIF, node, words
from dashboard.views.first_view import first_view
from dashboard.views.lettering import text_width
from dashboard.views.map_places import is_area
from dashboard.views.theme import FAMILIES, Family, Theme, family_named

LABEL = 13.0
KEY = 12.0
AIR = (64.0, 26.0)
"""Kept free at the sides, and at top and bottom, for the names of marks."""
LEAST_KM = 900.0
"""What a map shows from side to side at least."""
SERIF_SPREAD = 1.1
"""Our italic serif runs that much wider than our sans, at most."""
TRIES = 4
"""How often the names of marks are set anew, for more of them to find room."""


class StillMap:
    """A map in a frame from (0, 0), drawn into `group`."""

    def __init__(
        self,
        rows: Sequence[Row],
        families: Mapping[str, str],
        theme: Theme,
        width: float,
        height: float,
        *,
        selected: Collection[str] = (),
        least_km: float = LEAST_KM,
        projection: Projection | None = None,
        counted: Sequence[Group] = (),
    ) -> None:
        """Draw rows of find_places, and with a projection of one's own marks that count events in it."""
        self.theme, self.width, self.height = theme, width, height
        marks = [row for row in rows if not is_area(row)]
        areas = [row for row in rows if is_area(row)]
        self.projection = projection or projection_for(marks or areas, width, height, least_km)
        frame = Box(0, 0, width, height)
        inside = [row for row in marks if self._inside(row, 6)]
        self.outside = [str(row["name"]) for row in marks if not self._inside(row, 6)]
        self.groups = [*groups_of(inside, self.projection, families, selected), *counted]
        self.group = node(None, "g")
        self._canvas = node(self.group, "g")
        self._canvas.append(ground(self.projection, width, height, theme))
        boxes = [_mark_box(group) for group in self.groups]
        sheet = Sheet(Box(frame.left + 3, frame.top + 3, frame.right - 3, frame.bottom - 3), boxes)
        self._draw(sheet, boxes, areas, frozenset(selected))

    def _inside(self, row: Row, edge: float) -> bool:
        x, y = self.projection(row["lat"], row["lon"])
        return edge <= x <= self.width - edge and edge <= y <= self.height - edge

    def _draw(self, sheet: Sheet, boxes: Sequence[Box], areas: Sequence[Row], selected: frozenset[str]) -> None:
        """Place all lettering, the important first; then draw from the ground up."""
        ranked = sorted(areas, key=lambda row: -weight_of(row))
        chosen = [(row, self._letter_area(sheet, row)) for row in ranked if row["id"] in selected]
        named = self._named(sheet, boxes)
        lettered = [(row, self._letter_area(sheet, row)) for row in ranked if row["id"] not in selected]
        for row, spot in [*lettered, *chosen]:
            if spot:
                self._area(row, spot, selected=row["id"] in selected)
        for name, box, size in self._seas(sheet, [str(row["name"]) for row, spot in [*chosen, *lettered] if spot]):
            self._lettering(name, box, size, {"font_family": SERIF, "font_style": "italic"}, self.theme.secondary, 0.8)
        for group, place in reversed(named):
            self._mark(group, place)

    def _named(self, sheet: Sheet, boxes: Sequence[Box]) -> list[tuple[Group, Box | None]]:
        """Every mark with the place of its name; a name that finds no room goes first in the next try."""
        own = dict(zip(map(id, self.groups), boxes, strict=True))
        order, before, taken = list(self.groups), list(sheet.taken), list(sheet.taken)
        best: dict[int, Box | None] = {}
        for _ in range(TRIES):
            sheet.taken = list(before)
            found = {id(group): self._spot(sheet, group, own[id(group)]) for group in order}
            if sum(map(bool, found.values())) > sum(map(bool, best.values())):
                best, taken = found, sheet.taken
            order.sort(key=lambda group: bool(found[id(group)]))
        sheet.taken = taken
        return [(group, best.get(id(group))) for group in self.groups]

    def _spot(self, sheet: Sheet, group: Group, own: Box) -> Box | None:
        weight = group.selected or group.events > 0
        width = text_width(group.words, LABEL, bold=weight)
        radius = group.radius + (4 if group.selected else 0)
        height = LABEL + 1
        return sheet.place(Spots(width, height, list(around(group.x, group.y, radius, width, height)), own))

    def _mark(self, group: Group, spot: Box | None) -> None:
        theme = self.theme
        holder = node(self._canvas, "g", class_="place", data_place=str(group.members[0]["id"]), aria_label=group.words)
        if group.selected:
            ring: dict[str, Any] = {"cx": group.x, "cy": group.y, "r": group.radius + 4.5, "fill": "none"}
            node(holder, "circle", **ring, stroke=theme.paper, stroke_width=4.5)
            node(holder, "circle", **ring, stroke=theme.ink, stroke_width=2)
        if group.shares:
            _pie(holder, group, theme)
        elif group.events:
            _sign(holder, group.family, group.x, group.y, group.radius, theme)
        else:
            _hollow(holder, group.x, group.y, group.radius, theme)
        if spot:
            weight = 700 if group.selected else 600 if group.events else 400
            fill = theme.ink if group.events or group.selected else theme.secondary
            look: dict[str, Any] = {"font_weight": weight, "class_": "label"}
            words(holder, group.words, spot.left, spot.bottom - 3.2, LABEL, fill, halo=theme.paper, **look)

    def _letter_area(self, sheet: Sheet, row: Row) -> tuple[Box, float] | None:
        """Where the name of a country, a region or a water stands, and how large; None where there is no room."""
        x, y = self.projection(row["lat"], row["lon"])
        across = self.projection.across(2 * float(row["radius_km"]))
        if not (-across / 4 < x < self.width + across / 4 and -across / 4 < y < self.height + across / 4):
            return None
        size = max(12.0, min(17.0, 10.5 + across / 90))
        width = text_width(_area_name(row), size, bold=True, spacing=_spacing(row, across))
        width *= SERIF_SPREAD if row["kind"] == "water" else 1.0
        box = sheet.place(Spots(width, size + 3, list(over(x, y, across / 2, width, size + 3))))
        return (box, size) if box else None

    def _area(self, row: Row, spot: tuple[Box, float], *, selected: bool) -> None:
        box, size = spot
        across = self.projection.across(2 * float(row["radius_km"]))
        happened = bool(len(row["event_ids"])) or selected
        if happened and 24 < across < min(self.width, self.height):
            self._ring(row)
        look: dict[str, Any] = {"letter_spacing": _spacing(row, across), "font_weight": 600}
        if row["kind"] == "water":
            look |= {"font_family": SERIF, "font_style": "italic"}
        fill = self.theme.ink if happened else self.theme.secondary
        self._lettering(_area_name(row), box, size, look, fill, 1.0)

    def _lettering(self, name: str, box: Box, size: float, look: dict[str, Any], fill: str, opacity: float) -> None:
        look = look | {"class_": "lettering", "opacity": opacity}
        words(self._canvas, name, box.left, box.bottom - size * 0.27 - 1, size, fill, halo=self.theme.paper, **look)

    def _ring(self, row: Row) -> None:
        """How far an area reaches: a hairline on the globe, never a filled disc."""
        path = self._within(_circle(row["lat"], row["lon"], float(row["radius_km"])))
        look: dict[str, Any] = {
            "fill": "none",
            "stroke": self.theme.secondary,
            "stroke_opacity": 0.5,
            "stroke_dasharray": "2 3",
        }
        node(self._canvas, "path", d=path, stroke_width=0.9, **look)

    def _within(self, points: Sequence[Point]) -> str:
        """A line on the globe as a path, as far as it lies in the frame."""
        parts, pen = [], "M"
        for x, y in (self.projection(*point) for point in points):
            inside = 0 <= x <= self.width and 0 <= y <= self.height
            parts.append(f"{pen}{x:.1f},{y:.1f}" if inside else "")
            pen = "L" if inside else "M"
        return "".join(parts)

    def _seas(self, sheet: Sheet, named: Sequence[str]) -> list[tuple[str, Box, float]]:
        """The names of seas that have the room; one that the documents name is lettered as their area already."""
        found: dict[str, tuple[str, Box, float]] = {}
        for name, lat, lon, km in sea_names():
            if name in found or any(each.lower() in name.lower() for each in named):
                continue
            x, y = self.projection(lat, lon)
            across = self.projection.across(km)
            size = max(12.0, min(18.0, 9 + across / 32))
            width = text_width(name, size) * SERIF_SPREAD
            if across * 1.15 < width or not (0 < x < self.width and 0 < y < self.height):
                continue
            if box := sheet.place(Spots(width, size + 4, list(over(x, y, size, width, size + 4)))):
                found[name] = name, box, size
        return list(found.values())

    def key(self, y: float) -> None:
        """What the signs mean that the map holds, in a line under it."""
        theme, x = self.theme, 6.0
        families = {group.family for group in self.groups if group.events and not group.shares}
        families |= {family.key for group in self.groups for family in _shared(group)}
        row = node(self.group, "g", class_="key")
        signs = [(family.key, family.label) for family in FAMILIES if family.key in families]
        signs += [("", "several kinds")] * ("" in families)
        signs += [("hollow", "only spoken of")] * any(not group.events for group in self.groups)
        for sign, label in signs:
            if sign == "hollow":
                _hollow(row, x, y, 4.5, theme)
            else:
                _sign(row, sign, x, y, 5.0, theme)
            words(row, label, x + 10, y + 4, KEY, theme.secondary)
            x += text_width(label, KEY) + 32


def projection_for(rows: Sequence[Row], width: float, height: float, least_km: float = LEAST_KM) -> Projection:
    """Fitted to the first view of the screen."""
    points = [(float(row["lat"]), float(row["lon"])) for row in rows]
    south, west, north, east = first_view(points, int(width), int(height))
    held = [(lat, lon if lon >= west - 1e-9 else lon + 360) for lat, lon in points]
    held = [(lat, lon) for lat, lon in held if south <= lat <= north and west <= lon <= east]
    return fitted(held or [(south, west), (north, east)], width, height, AIR, least_km)


def _mark_box(group: Group) -> Box:
    half = group.radius + (6 if group.selected else 2)
    return Box(group.x - half, group.y - half, group.x + half, group.y + half)


def _sign(parent: Element, family: str, x: float, y: float, radius: float, theme: Theme) -> None:
    """The shape of a family; a circle of ink where the events are of several."""
    colour = theme.family(family) if family else theme.ink
    path = family_named(family or "meeting").path
    place = f"translate({x:.2f} {y:.2f}) scale({radius:.2f})"
    node(parent, "path", d=path, transform=place, fill=colour, stroke=theme.paper, stroke_width=1.2 / radius)


def _shared(group: Group) -> dict[Family, int]:
    """The families of a mark that counts, with their events."""
    return {family: events for family, events in zip(FAMILIES, group.shares, strict=False) if events}


def _pie(parent: Element, group: Group, theme: Theme) -> None:
    """A circle cut by the families of its events, from the top on."""
    x, y, radius, turn = group.x, group.y, group.radius, 0.0
    node(parent, "circle", cx=x, cy=y, r=radius + 0.8, fill=theme.paper)
    for family, events in _shared(group).items():
        share = events / sum(group.shares)
        (x1, y1), (x2, y2) = _rim(group, turn), _rim(group, turn + share)
        arc = f"A{radius:.2f},{radius:.2f} 0 {int(share > 0.5)} 1 {x2:.2f},{y2:.2f}"
        if share < 1:
            node(parent, "path", d=f"M{x:.2f},{y:.2f}L{x1:.2f},{y1:.2f}{arc}Z", fill=theme.family(family.key))
        else:  # an arc of a whole turn is none
            node(parent, "circle", cx=x, cy=y, r=radius, fill=theme.family(family.key))
        turn += share


def _rim(group: Group, turn: float) -> Point:
    """A point of the rim, so many turns from the top, clockwise."""
    angle = 2 * math.pi * turn
    return group.x + group.radius * math.sin(angle), group.y - group.radius * math.cos(angle)


def _hollow(parent: Element, x: float, y: float, radius: float, theme: Theme) -> None:
    node(parent, "circle", cx=x, cy=y, r=radius, fill=theme.paper, stroke=theme.secondary, stroke_width=1.5)


def _area_name(row: Row) -> str:
    return str(row["name"]).upper() if row["kind"] == "country" else str(row["name"])


def _spacing(row: Row, across: float) -> float:
    return 1.0 if row["kind"] == "water" else max(1.0, min(5.0, across / 140))


def _circle(lat: float, lon: float, km: float) -> list[Point]:
    """Points of a circle on the globe."""
    phi, reach = math.radians(lat), km / EARTH_KM
    points = []
    for bearing in (math.radians(2 * step) for step in range(181)):
        north = math.asin(math.sin(phi) * math.cos(reach) + math.cos(phi) * math.sin(reach) * math.cos(bearing))
        turn = math.atan2(
            math.sin(bearing) * math.sin(reach) * math.cos(phi), math.cos(reach) - math.sin(phi) * math.sin(north)
        )
        points.append((math.degrees(north), lon + math.degrees(turn)))
    return points


@cache
def sea_names() -> tuple[tuple[str, float, float, float], ...]:
    """Name, latitude, longitude, and how many kilometres the name may spread over."""
    with (config.DATA / "basemap" / "seas.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (row["name"], float(row["lat"]), float(row["lon"]), float(row["width_km"])) for row in csv.DictReader(lines)
        )
