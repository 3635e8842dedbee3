"""Make land.json and borders.json from Natural Earth as npm packs it. Run once; run again only for a newer edition.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python -m pip install antimeridian==0.4.9
    .venv/bin/python data/basemap/convert.py package

Both come out as TopoJSON with one arc a ring or line: a format that QGIS and GDAL open, and that stays small because
it counts in steps of STEP degrees. Polygons that cross 180° east are cut there, or they draw bands across the map.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import antimeridian
from shapely.geometry import MultiPolygon, Polygon, shape

Point = tuple[float, float]
Step = tuple[int, int]

STEP = 0.005
"""Degrees, 0.6 km at the equator: finer than the 1:50 million original is right."""
OUT = Path(__file__).parent


class Topology:
    """A TopoJSON file, decoded arc by arc."""

    def __init__(self, path: Path) -> None:
        content = json.loads(path.read_text())
        self.objects: dict[str, Any] = content["objects"]
        self._arcs = content["arcs"]
        self._scale = content["transform"]["scale"]
        self._translate = content["transform"]["translate"]

    def arc(self, index: int) -> list[Point]:
        """The points of an arc; a negative index is its complement, read backwards."""
        points: list[Point] = []
        x = y = 0
        for dx, dy in self._arcs[index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            points.append((x * self._scale[0] + self._translate[0], y * self._scale[1] + self._translate[1]))
        return points if index >= 0 else points[::-1]

    def ring(self, arcs: list[int]) -> list[Point]:
        """The points of a ring; arcs share their end points."""
        points: list[Point] = []
        for index in arcs:
            points += self.arc(index)[1 if points else 0 :]
        return points


def land_polygons(source: Topology) -> list[Polygon]:
    """Every piece of land, cut at 180° east; the Caspian Sea stays a hole."""
    polygons: list[Polygon] = []
    for geometry in source.objects["land"]["geometries"]:
        for arcs in geometry["arcs"]:
            shell, *holes = (source.ring(ring) for ring in arcs)
            at_the_pole = [hole for hole in holes if min(y for _, y in hole) < -89]
            whole = Polygon(shell, [hole for hole in holes if hole not in at_the_pole])
            polygons += cut(whole) if any(abs(x) > 179.999 for x, _ in shell) else [whole]
    return polygons


def cut(polygon: Polygon) -> list[Polygon]:
    """The polygon in pieces that do not cross 180° east; Antarctica closes along the south pole."""
    antarctica = polygon.bounds[1] < -60
    fixed = shape(antimeridian.fix_polygon(polygon, fix_winding=True, force_south_pole=antarctica))
    return list(fixed.geoms) if isinstance(fixed, MultiPolygon) else [fixed]


def border_lines(source: Topology) -> list[list[Point]]:
    """The arcs that two countries share."""
    used: Counter[int] = Counter()
    for country in source.objects["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        used.update({arc if arc >= 0 else ~arc for polygon in polygons for ring in polygon for arc in ring})
    return [source.arc(arc) for arc, countries in sorted(used.items()) if countries > 1]


def steps(points: list[Point]) -> list[Step]:
    """The line as a first point and the way from each point to the next, counted in STEP; points that coincide go."""
    grid = [(round(x / STEP), round(y / STEP)) for x, y in points]
    kept = [point for at, point in enumerate(grid) if at == 0 or point != grid[at - 1]]
    return [kept[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept))]


def write(name: str, arcs: list[list[Step]], geometry: dict[str, Any]) -> None:
    """Write one TopoJSON file beside this script."""
    topology = {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [0, 0]},
        "objects": {name: geometry},
        "arcs": arcs,
    }
    target = OUT / f"{name}.json"
    target.write_text(json.dumps(topology, separators=(",", ":")) + "\n")
    print(f"{target.name}: {len(arcs)} lines, {sum(map(len, arcs))} points, {target.stat().st_size // 1024} KB")


def main(package: Path) -> None:
    """Write land.json and borders.json from the unpacked npm package."""
    arcs: list[list[Step]] = []
    members: list[list[list[int]]] = []
    for polygon in land_polygons(Topology(package / "land-50m.json")):
        rings = [steps(list(ring.coords)) for ring in (polygon.exterior, *polygon.interiors)]
        rings = [ring for ring in rings if len(ring) > 3]
        if rings:
            members.append([[len(arcs) + at] for at in range(len(rings))])
            arcs += rings
    write("land", arcs, {"type": "MultiPolygon", "arcs": members})

    borders = [steps(line) for line in border_lines(Topology(package / "countries-50m.json"))]
    lines = [[at] for at in range(len(borders))]
    write("borders", borders, {"type": "MultiLineString", "arcs": lines})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
