"""GeoJSON by shapely, KML by fastkml, Linked Places by rules written from its specification."""

import io
import json
from typing import Any

import fastkml
import pytest
import shapely
from shapely.geometry import shape

from dashboard.datespan import DateSpan
from dashboard.export.linked_places import CONTEXT, timespan
from dashboard.queries import Atlas
from tests.export.opened import entry, iran, of, written


def test_geojson_is_read_by_shapely(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    content = written(selection, "geojson")
    assert shapely.from_geojson(content).geom_type == "GeometryCollection"
    collection = json.loads(content)
    assert (collection["caption"], collection["left_out"]) == ("Involving Iran", selection.left_out)
    assert collection["sources"] == list(selection.citations())
    assert "crs" not in collection
    assert len(collection["features"]) == selection.count
    convention = collection["features"][0]
    assert [(point.x, point.y) for point in shape(convention["geometry"]).geoms] == [(30.3351, 59.9343), (53.69, 32.43)]
    assert convention["properties"]["edtf"] == "1907-08-31"
    assert convention["properties"]["countries"] == ["United Kingdom", "Iran", "Russia"]


def test_geojson_keeps_an_event_without_a_place(gold_atlas: Atlas) -> None:
    selection = of(gold_atlas, entry("1945"), entry("", at=[(55.75, 37.62)]))
    unplaced, undated = json.loads(written(selection, "geojson"))["features"]
    assert unplaced["geometry"] is None
    assert undated["geometry"] == {"type": "Point", "coordinates": [37.62, 55.75]}
    assert undated["properties"]["edtf"] == ""


def test_kml_is_read_by_fastkml(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    (document,) = fastkml.KML.parse(io.BytesIO(written(selection, "kml"))).features
    assert document.name == "Involving Iran"
    assert selection.left_out in document.description
    assert "Foreign Relations of the United States" in document.description
    assert len(document.features) == selection.count
    convention = document.features[0]
    assert [(point.x, point.y) for point in convention.geometry.geoms] == [(30.3351, 59.9343), (53.69, 32.43)]
    assert (str(convention.begin), str(convention.end)) == ("1907-08-31", "1907-08-31")
    data = {each.name: each.value for each in convention.extended_data.elements}
    assert data["edtf"] == "1907-08-31"


def test_kml_keeps_open_ends_open(gold_atlas: Atlas) -> None:
    entries = [entry("1942/.."), entry("../1850"), entry("-0043"), entry("")]
    (document,) = fastkml.KML.parse(io.BytesIO(written(of(gold_atlas, *entries), "kml"))).features
    spans = [(str(each.begin or ""), str(each.end or "")) for each in document.features]
    assert spans == [("1942-01-01", ""), ("", "1850-12-31"), ("", ""), ("", "")]


SPANS = [
    # EDTF, and the span in the words of the specification ("when")
    ("1945-12-19", {"start": {"in": "1945-12-19"}}),
    ("1945~", {"start": {"in": "1945~"}}),
    ("1942-10/1943-12", {"start": {"in": "1942-10"}, "end": {"in": "1943-12"}}),
    ("1942/..", {"start": {"in": "1942"}, "end": {"earliest": "1942-01-01"}}),
    ("../1850", {"start": {"latest": "1850-12-31"}, "end": {"in": "1850"}}),
    ("194X", {"start": {"earliest": "1940-01-01"}, "end": {"latest": "1949-12-31"}}),
    ("1945-22", {"start": {"earliest": "1945-06-01"}, "end": {"latest": "1945-08-31"}}),
    ("194X/1951", {"start": {"earliest": "1940-01-01"}, "end": {"in": "1951"}}),
]


@pytest.mark.parametrize(("edtf", "span"), SPANS)
def test_linked_places_writes_dates_as_its_specification(edtf: str, span: dict[str, dict[str, str]]) -> None:
    assert timespan(DateSpan(edtf)) == span


def check_linked_places(collection: dict[str, Any]) -> None:
    """The rules of “The Linked Places format (LPF)”, by the heading each stands under."""
    assert collection["type"] == "FeatureCollection"
    assert collection["@context"] == CONTEXT  # @context (required)
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert feature["@id"].startswith("urn:uuid:")  # @id (required): unique and permanent
        assert feature["properties"]["title"]  # title (required)
        assert all(len(code) == 2 for code in feature["properties"]["ccodes"])  # ccodes[]: ISO 3166-1 alpha-2
        assert set(feature["properties"].get("fclasses", "P")) <= set("AHLPRST")  # fclasses
        assert all(name["toponym"] for name in feature["names"])  # names[] (required)
        assert any(name["citations"] for name in feature["names"])  # “At least one must have a citation.”
        assert feature["geometry"]["type"] == "GeometryCollection"  # geometry{} (required)
        for geometry in feature["geometry"]["geometries"]:
            assert geometry["certainty"] in ("certain", "less-certain", "uncertain")
            longitude, latitude = geometry["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
        for span in feature.get("when", {"timespans": []})["timespans"]:  # “A timespan must have a start”
            assert span["start"]
            assert all(set(side) <= {"in", "earliest", "latest"} for side in span.values())
        for link in feature.get("links", []):  # links[]: five types
            assert link["type"] in ("exactMatch", "closeMatch", "primaryTopicOf", "subjectOf", "seeAlso")
    assert len({feature["@id"] for feature in collection["features"]}) == len(collection["features"])


def test_linked_places_are_the_places_of_the_events(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    content = written(selection, "linked-places")
    collection = json.loads(content)
    check_linked_places(collection)
    assert shapely.from_geojson(content).geom_type == "GeometryCollection"
    assert (collection["left_out"], collection["sources"]) == (selection.left_out, list(selection.citations()))
    tabriz = next(each for each in collection["features"] if each["properties"]["title"] == "Tabriz")
    assert {"start": {"in": "1921"}} in tabriz["when"]["timespans"]
    assert "EDTF 1921" in tabriz["descriptions"][0]["value"]


def test_linked_places_link_to_geonames(gold_atlas: Atlas) -> None:
    collection = json.loads(written(of(gold_atlas, entry("1945", at=[(55.75, 37.62)])), "linked-places"))
    check_linked_places(collection)
    (moscow,) = collection["features"]
    assert moscow["links"] == [{"type": "closeMatch", "identifier": "https://sws.geonames.org/1/"}]
