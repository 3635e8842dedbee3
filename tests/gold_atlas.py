"""An atlas of the two default documents made from their labels, without any extraction: for tests and for the screen.

python -m tests.gold_atlas FOLDER
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from dashboard import config
from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.documents.readers import read_folder
from dashboard.model import Annotations, Document, Event, Evidence, Mention, Place
from dashboard.store.findings import Findings
from dashboard.store.save import save

LABELS = config.DATA / "gold" / "default_documents.jsonl"

TOPIC_LABELS = {
    "war-operations": "War operations",
    "armistice-occupation": "Armistice and occupation",
    "peace-settlements": "Peace settlements",
    "alliances-guarantees": "Alliances and guarantees",
    "troops-bases": "Troops and bases",
    "territory-borders": "Territory and borders",
    "recognition-sovereignty": "Recognition and sovereignty",
    "international-organizations": "International organizations",
    "summits-conferences": "Summits and conferences",
    "arms-atomic": "Arms and atomic energy",
    "oil-raw-materials": "Oil and raw materials",
    "transport-straits": "Transport and straits",
    "revolution-intervention": "Revolution and intervention",
    "office-procedure": "Office procedure",
}

COUNTRY_NAMES = {
    "RU": "Soviet Union", "US": "United States", "GB": "United Kingdom", "IR": "Iran", "FR": "France", "CN": "China",
    "JP": "Japan", "DE": "Germany", "IT": "Italy", "RO": "Rumania", "HU": "Hungary", "BG": "Bulgaria", "FI": "Finland",
    "EE": "Estonia", "LV": "Latvia", "LT": "Lithuania", "IN": "India", "NO": "Norway",
}  # fmt: skip


def gold_findings(labels: Path = LABELS, documents: Path = config.DATA / "documents") -> Findings:
    """What an atlas of the labelled documents is made of; doubtful labels are left out."""
    gold = {row["id"]: row for row in map(json.loads, labels.read_text("utf-8").splitlines())}
    problems: list[str] = []
    annotations: list[Annotations] = []
    events: dict[tuple[str, str], Event] = {}
    kinds: dict[tuple[float, float], dict[str, Any]] = {}
    for document in read_folder(documents, problems.append):
        row = gold[document.id]
        annotations.append(_annotations(document, row))
        kinds |= {(each["lat"], each["lon"]): _kept(each) for each in row["places"]}
        for label in row["events"]:
            if not label.get("doubtful"):
                event = _event(document, label, kinds)
                key = (event.title, label["edtf"] or "")
                events[key] = _merged(events[key], event) if key in events else event
    return Findings(annotations, list(events.values()), {}, TOPIC_LABELS, country_name, problems)


def country_name(code: str, when: int | None) -> str:
    """The name a country bore in a year, for the countries of the labels."""
    return "Russia" if code == "RU" and when is not None and when < 1917 else COUNTRY_NAMES.get(code, code)


def build_gold_atlas(folder: Path) -> Path:
    """Write the atlas to a folder and return it."""
    save(folder, gold_findings(), fingerprint="labels")
    return folder


def _place(label: dict[str, Any], *, as_written: str = "") -> Place | None:
    if label.get("lat") is None:
        return None
    kind = label.get("kind", "site" if "," in label.get("name", "") else "settlement")
    name = label.get("name") or as_written
    return Place(
        id=f"label:{label['lat']},{label['lon']}",
        name=name,
        lat=label["lat"],
        lon=label["lon"],
        kind=kind,
        country=label.get("modern_country") or "",
        as_written=as_written or name,
        radius_km=300.0 if kind in ("country", "region", "water") else 0.0,
        basis="labelled by a reader",
        source="label",
    )


def _kept(label: dict[str, Any]) -> dict[str, Any]:
    return {key: label[key] for key in ("kind", "modern_country")}


def _annotations(document: Document, row: dict[str, Any]) -> Annotations:
    places = [
        Mention("place", each["start"], each["end"], each["text"], _place(each, as_written=each["text"]))
        for each in row["places"]
    ]
    stated = DateBasis(Basis.STATED, Basis.STATED, Basis.STATED)
    dates = [
        Mention("date", each["start"], each["end"], each["text"], DateSpan(each["edtf"], each["text"], stated))
        for each in row["dates"]
        if each["edtf"]
    ]
    own = {"Kremlin, Moscow": (55.752, 37.6175), "Babelsberg, Potsdam": (52.3925, 13.0936)}
    lat, lon = own.get(document.place, (0.0, 0.0))
    where = _place({"name": document.place, "lat": lat, "lon": lon, "kind": "site"}) if document.place else None
    return Annotations(document, document.date, where, tuple(dates), tuple(places))


def _event(document: Document, label: dict[str, Any], kinds: dict[tuple[float, float], dict[str, Any]]) -> Event:
    basis = Basis.STATED if label["certainty"] == "explicit" else Basis.REFERENCE
    date = DateSpan(label["edtf"], "", DateBasis(basis, basis, basis)) if label["edtf"] else None
    evidence = tuple(Evidence(document.id, each["start"], each["end"]) for each in label["evidence"])
    digest = hashlib.sha256(f"{document.id} {label['kind']} {evidence[0].start} {label['edtf']}".encode()).hexdigest()[
        :12
    ]
    places = [place for each in label["places"] if (place := _place(each | kinds.get((each["lat"], each["lon"]), {})))]
    section = document.section_at(evidence[0].start)
    return Event(
        id=digest,
        title=label["title"],
        date=date,
        kind=label["kind"],
        certainty=label["certainty"],
        status=label["status"],
        told_by="note" if section and section.kind == "notes" else "author",
        evidence=evidence,
        places=tuple(places),
        topics=tuple(label["topics"]),
        countries=tuple(label["countries"]),
    )


def _merged(first: Event, second: Event) -> Event:
    small, large = sorted((first, second), key=lambda event: event.id)
    evidence = (*first.evidence, *second.evidence)
    return Event(
        small.id, first.title, first.date, first.kind, first.certainty, first.status, first.told_by, evidence,
        first.places or second.places, topics=first.topics, countries=first.countries, aliases=(large.id,),
    )  # fmt: skip


if __name__ == "__main__":
    print(build_gold_atlas(Path(sys.argv[1])))
