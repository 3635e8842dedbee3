"""Nominatim: asked once, remembered, and never allowed to fail in silence. The network is a stand-in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from geopy.exc import GeocoderTimedOut
from geopy.location import Location

from dashboard.errors import GazetteerError
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.nominatim import Nominatim

SERKIN = {
    "osm_type": "node",
    "osm_id": 7,
    "lat": "37.1",
    "lon": "47.2",
    "name": "Serkin",
    "addresstype": "village",
    "address": {"country_code": "ir"},
}


class Network:
    """Stands in for geopy's geocode and counts its questions."""

    def __init__(self, *answers: dict[str, Any]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, name: str, **_: object) -> list[Location] | None:
        self.asked.append(name)
        return [Location(row["name"], (float(row["lat"]), float(row["lon"])), row) for row in self.answers] or None


def test_an_answer_is_remembered_with_its_day(tmp_path: Path) -> None:
    network = Network(SERKIN)
    for _ in range(2):
        (found,) = Nominatim(tmp_path / "lookups.sqlite", ask=network).candidates("Serkin")
        assert (found.id, found.country, found.kind) == ("osm:node/7", "IR", "settlement")
        assert "OpenStreetMap" in found.source and "asked 20" in found.source
    assert network.asked == ["Serkin"]


def test_that_nobody_knows_is_remembered_too(tmp_path: Path) -> None:
    network = Network()
    gazetteer = Nominatim(tmp_path / "lookups.sqlite", ask=network)
    assert gazetteer.geocode("Xyzzyville") is None
    assert gazetteer.geocode("XYZZYVILLE") is None
    assert network.asked == ["Xyzzyville"]


def test_silence_of_the_network_is_an_error_and_is_not_remembered(tmp_path: Path) -> None:
    def down(name: str, **_: object) -> None:
        raise GeocoderTimedOut(name)

    with pytest.raises(GazetteerError, match="try again later"):
        Nominatim(tmp_path / "lookups.sqlite", ask=down).candidates("Serkin")
    assert Nominatim(tmp_path / "lookups.sqlite", ask=Network(SERKIN)).candidates("Serkin")


UNUSABLE = {
    "no database": lambda path: path.write_bytes(b"words, and no table of them " * 200),
    "a folder": lambda path: path.mkdir(),
    "a folder that is a file": lambda path: path.parent.rmdir() or path.parent.write_text(""),
}


@pytest.mark.parametrize("why", UNUSABLE)
def test_a_file_that_cannot_be_used_costs_the_memory_and_never_the_answer(tmp_path: Path, why: str) -> None:
    memory = tmp_path / "atlas" / "lookups.sqlite"
    memory.parent.mkdir()
    UNUSABLE[why](memory)
    network = Network(SERKIN)
    for _ in range(2):
        assert [found.name for found in Nominatim(memory, ask=network).candidates("Serkin")] == ["Serkin"]
    assert network.asked == ["Serkin", "Serkin"]


def test_only_unknown_names_are_asked(tmp_path: Path) -> None:
    network = Network(SERKIN)
    family = Gazetteers(online=Nominatim(tmp_path / "lookups.sqlite", ask=network))
    assert family.locate("Tehran") is not None
    assert family.locate("Qqserkin") is not None
    assert network.asked == ["Qqserkin"]
