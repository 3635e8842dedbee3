"""Linked Places 1.2: the places where the events happened, as a gazetteer that the World Historical Gazetteer takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.export.cells import clean, distinct
from dashboard.export.cited import cited
from dashboard.export.geojson import position
from dashboard.export.json_text import streamed, urn
from dashboard.export.selection import Selection
from dashboard.model import Place
from dashboard.queries.entries import Entry

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
"""The context that versions 1.1 to 1.3 of the specification name."""

CLASSES = {"settlement": "P", "country": "A", "region": "L", "water": "H", "site": "S"}
"""GeoNames feature classes, as the specification lists them."""
TYPES = {
    "settlement": ("aat:300008347", "inhabited places"),
    "country": ("aat:300232420", "sovereign states"),
    "region": ("aat:300182722", "regions (geographic)"),
}
"""Concepts of the Getty Art & Architecture Thesaurus, where one means just this kind."""

_SIMPLE = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?[~?%]?")
"""The dates that the specification takes as they are: ISO 8601 with one of three marks at the end."""


@dataclass(slots=True)
class Attested:
    """A place with the events that happened there."""

    place: Place
    entries: list[tuple[Entry, str]] = field(default_factory=list)
    """Each with the name the place is written by there."""


def write_linked_places(selection: Selection) -> Iterator[bytes]:
    """A FeatureCollection of places; caption, what was left out and sources are members of their own."""
    head = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "caption": selection.caption,
        "left_out": selection.left_out,
        "sources": tuple(selection.citations()),
    }
    return streamed(head, "features", map(_feature, _attested(selection)))


def _attested(selection: Selection) -> Iterator[Attested]:
    found: dict[str, Attested] = {}
    for entry in selection.entries:
        for place in entry.event.places:
            found.setdefault(place.id, Attested(place)).entries.append((entry, place.as_written))
    yield from found.values()


def _feature(attested: Attested) -> dict[str, Any]:
    place = attested.place
    dates = [entry.event.date for entry, _ in attested.entries]
    spans = [timespan(date) for date in dates if date and (date.earliest or date.latest)]
    title = clean(place.name) or place.id
    properties: dict[str, Any] = {"title": title, "ccodes": [place.country] * bool(place.country)}
    if place.kind in CLASSES:
        properties["fclasses"] = [CLASSES[place.kind]]
    feature = {
        "@id": urn("place", place.id),
        "type": "Feature",
        "properties": properties,
        "names": list(_names(attested)),
        "geometry": {"type": "GeometryCollection", "geometries": [_point(place)]},
        "descriptions": [_description(entry) for entry, _ in attested.entries],
    }
    if place.kind in TYPES:
        identifier, label = TYPES[place.kind]
        feature["types"] = [{"identifier": identifier, "label": label, "sourceLabels": [_english(place.kind)]}]
    if place.id.startswith("geonames:"):
        identifier = f"https://sws.geonames.org/{place.id.removeprefix('geonames:')}/"
        feature["links"] = [{"type": "closeMatch", "identifier": identifier}]
    return feature | ({"when": {"timespans": list({str(span): span for span in spans}.values())}} if spans else {})


def _english(label: str) -> dict[str, str]:
    return {"label": label, "lang": "en"}


def _names(attested: Attested) -> Iterator[dict[str, Any]]:
    """Every spelling with the documents that use it, then the name of today with the gazetteer."""
    title = clean(attested.place.name) or attested.place.id
    written: dict[str, list[Entry]] = {}
    for entry, name in attested.entries:
        written.setdefault(clean(name) or title, []).append(entry)
    for name, entries in written.items():
        labels = distinct(cited(each) for entry in entries for each in entry.quotations)
        yield {"toponym": name, "lang": "en", "citations": [{"label": each} for each in labels]}
    if title not in written:
        source = [{"label": attested.place.source}] if attested.place.source else []
        yield {"toponym": title, "lang": "en", "citations": source}


def _point(place: Place) -> dict[str, Any]:
    return {
        "type": "Point",
        "coordinates": position(place),
        "certainty": "less-certain" if place.radius_km or place.alternatives else "certain",
        "citations": [{"label": place.source or place.id}],
    }


def _description(entry: Entry) -> dict[str, str]:
    """What happened here, when, and who says so."""
    edtf = f" [EDTF {entry.event.date.edtf}]" if entry.event.date else ""
    told = " ".join(distinct(cited(each) for each in entry.quotations))
    value = f"{entry.date_text}{edtf}: {entry.event.title}. {told}"
    return {"@id": urn("event", entry.event.id), "value": value, "lang": "en"}


def timespan(date: DateSpan) -> dict[str, dict[str, str]]:
    """A span as the specification writes it; what it has no sign for (decades, seasons) by first and last day.

    A start alone would mean “during it”: an open end therefore ends no earlier than it begins.
    """
    begin, slash, end = date.edtf.partition("/")
    first = date.earliest.isoformat() if date.earliest else ""
    last = date.latest.isoformat() if date.latest else ""
    if not slash:
        return {"start": {"in": begin}} if _SIMPLE.fullmatch(begin) else _between(first, last)
    if begin in ("", ".."):
        return {"start": {"latest": last}, "end": _side(end, "latest", last)}
    if end in ("", ".."):
        return {"start": _side(begin, "earliest", first), "end": {"earliest": first}}
    return {"start": _side(begin, "earliest", first), "end": _side(end, "latest", last)}


def _side(edtf: str, bound: str, day: str) -> dict[str, str]:
    return {"in": edtf} if _SIMPLE.fullmatch(edtf) else {bound: day}


def _between(first: str, last: str) -> dict[str, dict[str, str]]:
    return {"start": {"earliest": first}, "end": {"latest": last}}
