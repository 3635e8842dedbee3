"""What the browser fetches: gathered whole, copied once, and a sentence where it cannot be written."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard import static_files
from dashboard.errors import StaticFileError
from dashboard.views import basemap


def test_everything_the_map_links_to_is_there(tmp_path: Path) -> None:
    static_files.prepare(tmp_path)
    wanted = {basemap.SCRIPT, basemap.STYLE, "land.json", "borders.json", "seas.json"}
    assert wanted <= {path.name for path in tmp_path.iterdir()}


def test_every_script_of_the_map_is_joined_behind_leaflet(tmp_path: Path) -> None:
    static_files.prepare(tmp_path)
    script = (tmp_path / "map.js").read_text(encoding="utf-8")
    parts = [path.read_text(encoding="utf-8") for path in static_files.BROWSER.glob("*.js")]
    assert len(parts) == len(static_files.SCRIPTS)
    assert all(script.index(part) > script.index("leafletjs.com") for part in parts)


def test_a_second_time_copies_nothing(tmp_path: Path) -> None:
    static_files.prepare(tmp_path)
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    edition = static_files.version(tmp_path)
    static_files.prepare(tmp_path)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before
    assert static_files.version(tmp_path) == edition


def test_a_damaged_copy_is_replaced_and_the_edition_changes(tmp_path: Path) -> None:
    static_files.prepare(tmp_path)
    edition = static_files.version(tmp_path)
    (tmp_path / "land.json").write_text("{")
    assert static_files.version(tmp_path) != edition
    static_files.prepare(tmp_path)
    assert json.loads((tmp_path / "land.json").read_text())["type"] == "Topology"


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "static").write_text("a file stands where the folder should be")
    with pytest.raises(StaticFileError, match="cannot be written"):
        static_files.prepare(tmp_path / "static")


def test_sea_names_are_on_the_globe_and_say_where_they_come_from() -> None:
    seas = static_files._seas()
    assert len(seas) > 40
    assert all(-90 < float(lat) < 90 and -180 <= float(lon) <= 180 and float(width) > 0 for _, lat, lon, width in seas)


def test_land_is_cut_at_the_antimeridian_and_the_caspian_is_water() -> None:
    topology = json.loads((static_files.BASEMAP / "land.json").read_text())
    for arc in topology["arcs"]:
        lon = lat = 0
        line = [(lon := lon + dx, lat := lat + dy) for dx, dy in arc]
        bands = [(a, b) for a, b in pairwise(line) if abs(b[0] - a[0]) > 36_000]  # half the globe, in steps of 0.005°
        assert all(a[1] == b[1] == -18_000 for a, b in bands)  # only along the south pole, the edge of Antarctica
    assert [len(rings) for rings in topology["objects"]["land"]["arcs"] if len(rings) > 1] == [2]
