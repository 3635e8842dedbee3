"""Writing an atlas: everything found, into new files, then the pointer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb

from dashboard.datespan import DateSpan
from dashboard.datewords import basis_in_words, day_in_words, in_words, precision
from dashboard.model import Annotations, Event, Mention, Place, Span
from dashboard.passages import Passages
from dashboard.store.atlas import SCHEMA_VERSION
from dashboard.store.codec import encode
from dashboard.store.folder import new_build, point_to, remove_old_builds, writing
from dashboard.store.links import Lights, own_occasion
from dashboard.store.search import write_index

FAMILIES: Mapping[str, str] = {
    "meeting": "meeting",
    "visit": "meeting",
    "agreement": "agreement",
    "military": "war",
    "communication": "message",
    "statement": "message",
}
"""The family of each event kind; a kind that is not listed belongs to “other”."""

UNCHECKED = "Read by machine; not yet checked."


def _code(key: str, when: int | None) -> str:
    """The name of a country where nobody knows better: its code."""
    del when
    return key


@dataclass(frozen=True, slots=True)
class Findings:
    """What an atlas is made of."""

    annotations: Sequence[Annotations]
    """One a document, in reading order."""
    events: Sequence[Event]
    """Of all documents, merged and corrected."""
    checked: Mapping[str, str] = field(default_factory=dict)
    """Words on who checked an event, by event id."""
    topic_labels: Mapping[str, str] = field(default_factory=dict)
    country_name: Callable[[str, int | None], str] = _code
    """The name a country bore in a year."""
    problems: Sequence[str] = ()
    """Sentences about what could not be read or applied."""


def save(folder: Path, findings: Findings, *, fingerprint: str = "") -> None:
    """Write an atlas and make it the current one; raises AtlasError where another process is writing.

    Whoever reads the old build goes on reading it; a process that is killed on the way leaves the old build current.
    """
    with writing(folder):
        build = new_build(folder, fingerprint)
        try:
            events = sorted(findings.events, key=_time_order)
            tables = _tables(findings, events)
            _write_tables(build.atlas, tables)
            write_index(build.search, *_search_rows(findings, events, tables["mentions"]))
            point_to(build)
        except BaseException:
            build.remove()
            raise
        remove_old_builds(folder, keep=build)


def _time_order(event: Event) -> tuple[bool, int, str]:
    """First day, else last day; undated events last."""
    first = (event.date.earliest or event.date.latest) if event.date else None
    return first is None, first.number() if first else 0, event.id


def _write_tables(path: Path, tables: Mapping[str, list[dict[str, Any]]]) -> None:
    """Create the file from schema.sql and fill it."""
    import pyarrow  # heavy, and needed only here

    with duckdb.connect(str(path)) as connection:
        connection.execute((Path(__file__).parent / "schema.sql").read_text("utf-8"))
        for table, rows in tables.items():
            if rows:
                connection.register("incoming", pyarrow.Table.from_pylist(rows))
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our own names
                connection.unregister("incoming")


def _tables(findings: Findings, events: Sequence[Event]) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table of schema.sql."""
    numbers = {event.id: number for number, event in enumerate(events)}
    documents = {found.document.id: found for found in findings.annotations}
    by_document: dict[str, list[Event]] = {name: [] for name in documents}
    for event in events:
        for document_id in dict.fromkeys(span.document_id for span in event.evidence):
            by_document[document_id].append(event)
    occasions = {name: own_occasion(found, by_document[name]) for name, found in documents.items()}
    lights = {name: Lights(name, by_document[name], occasions[name]) for name in documents}
    mentions = [
        _mention_row(number, mention, passage, lights[name].event_for(mention, passage), numbers)
        for number, (name, found) in enumerate(documents.items())
        for mention, passage in _mentions(found)
    ]
    return {
        "meta": [{"key": "schema", "value": SCHEMA_VERSION}],
        "problems": [{"sentence": sentence} for sentence in findings.problems],
        "labels": list(_label_rows(findings, events)),
        "documents": [
            _document_row(number, found, occasions[name]) for number, (name, found) in enumerate(documents.items())
        ],
        "events": [_event_row(number, event, documents, findings) for number, event in enumerate(events)],
        "event_ids": [
            {"id": each, "event": number}
            for each, number in {
                **{alias: numbers[event.id] for event in events for alias in event.aliases},
                **numbers,
            }.items()
        ],
        "places": [_place_row(place) for place in _places(findings.annotations, events).values()],
        "event_places": [
            {"event": number, "place": place.id, "as_written": place.as_written}
            for number, event in enumerate(events)
            for place in event.places
        ],
        "mentions": mentions,
    }


def _label_rows(findings: Findings, events: Sequence[Event]) -> Iterable[dict[str, Any]]:
    """Topics by their label; countries by the name they bore at most of their events."""
    for key, label in findings.topic_labels.items():
        yield {"field": "topics", "key": key, "label": label}
    names: dict[str, Counter[str]] = {}
    for event in events:
        for code in event.countries:
            names.setdefault(code, Counter())[findings.country_name(code, _year(event.date))] += 1
    for code, counted in names.items():
        yield {"field": "countries", "key": code, "label": counted.most_common(1)[0][0]}


def _year(date: DateSpan | None) -> int | None:
    day = (date.earliest or date.latest) if date else None
    return day.year if day else None


def _document_row(number: int, found: Annotations, occasion: Event | None) -> dict[str, Any]:
    date = found.date or found.document.date
    return {
        "number": number,
        "id": found.document.id,
        "title": found.document.title,
        "edtf": date.edtf if date else "",
        "earliest": date.earliest.number() if date and date.earliest else None,
        "text": found.document.text,
        "value": encode(replace(found.document, text="")),
        "date": encode(date) if date else None,
        "place": encode(found.place) if found.place else None,
        "occasion": occasion.id if occasion else None,
    }


def _event_row(number: int, event: Event, documents: Mapping[str, Annotations], findings: Findings) -> dict[str, Any]:
    date = event.date
    return {
        "number": number,
        "id": event.id,
        "title": event.title,
        "edtf": date.edtf if date else "",
        "date_text": in_words(date.edtf) if date else "undated",
        "date_basis": basis_in_words(date),
        "earliest": date.earliest.number() if date and date.earliest else None,
        "latest": date.latest.number() if date and date.latest else None,
        "precision": precision(date.edtf if date else ""),
        "approximate": bool(date and date.approximate),
        "kind": event.kind,
        "family": FAMILIES.get(event.kind, "other"),
        "certainty": event.certainty,
        "status": event.status,
        "told_by": _told_by(event, documents),
        "checked": findings.checked.get(event.id, UNCHECKED),
        "topics": list(event.topics),
        "countries": list(event.countries),
        "people": list(dict.fromkeys(person.name for person in event.people)),
        "documents": list(dict.fromkeys(span.document_id for span in event.evidence)),
        "place_ids": list(dict.fromkeys(place.id for place in event.places)),
        "place_text": "; ".join(dict.fromkeys(place.name for place in event.places)),
        "evidence": len(event.evidence),
        "country_names": [findings.country_name(code, _year(date)) for code in event.countries],
        "value": encode(event),
    }


def _told_by(event: Event, documents: Mapping[str, Annotations]) -> str:
    """Whose word it is, in words: “According to Stalin, 19 December 1945.”; empty for the author."""
    if event.told_by == "note":
        return "According to an editor's note."
    speaker = event.told_by.removeprefix("speaker:").strip()
    if speaker in ("", "author"):
        return ""
    found = documents[event.evidence[0].document_id]
    date = found.date or found.document.date
    when = f", {day_in_words(date.earliest)}" if date and date.earliest and date.earliest == date.latest else ""
    return f"According to {speaker}{when}."


def _places(annotations: Sequence[Annotations], events: Sequence[Event]) -> dict[str, Place]:
    """Every place of an event or a mention by id, under the name it bears most often here."""
    named = (mention.value for found in annotations for mention in found.places)
    every = [place for place in named if isinstance(place, Place)]
    every += [place for event in events for place in event.places]
    names = Counter((place.id, place.name) for place in every)
    return {place.id: place for place in sorted(every, key=lambda place: names[place.id, place.name])}


def _place_row(place: Place) -> dict[str, Any]:
    columns = ("id", "name", "lat", "lon", "kind", "country", "radius_km", "source")
    return {column: getattr(place, column) for column in columns}


def _mentions(found: Annotations) -> Iterable[tuple[Mention, Span]]:
    """The mentions of a document in order, each with its sentence."""
    passages = Passages(found.document.text)
    for mention in sorted((*found.dates, *found.places, *found.people), key=lambda each: (each.start, each.end)):
        yield mention, passages.sentence(mention.start, mention.end)


def _mention_row(
    document: int, mention: Mention, passage: Span, lit: tuple[Event | None, bool], numbers: Mapping[str, int]
) -> dict[str, Any]:
    lights, shares = lit
    return {
        "document": document,
        "start": mention.start,
        "stop": mention.end,
        "kind": mention.kind,
        "text": mention.text,
        "sentence_start": passage.start,
        "sentence_stop": passage.end,
        "place": mention.value.id if isinstance(mention.value, Place) else None,
        "lights": numbers[lights.id] if lights else None,
        "shares": shares,
        "value": encode(mention.value) if mention.value else None,
    }


SearchRows = list[tuple[int, str, str]]


def _search_rows(
    findings: Findings, events: Sequence[Event], mentions: Sequence[Mapping[str, Any]]
) -> tuple[SearchRows, SearchRows]:
    """What is searched: of an event its title, passages, people and places, and the words that lead to it."""
    texts = {found.document.id: Passages(found.document.text) for found in findings.annotations}
    leading: dict[int, list[str]] = {}
    for mention in mentions:
        if mention["lights"] is not None:
            leading.setdefault(mention["lights"], []).append(mention["text"])
    event_rows = [
        (number, event.title, "\n".join([*_passages(event, texts), *_names(event), *leading.get(number, [])]))
        for number, event in enumerate(events)
    ]
    documents = [found.document for found in findings.annotations]
    return event_rows, [(number, each.title, each.text) for number, each in enumerate(documents)]


def _passages(event: Event, texts: Mapping[str, Passages]) -> Iterable[str]:
    for evidence in event.evidence:
        span = texts[evidence.document_id].sentence(evidence.start, evidence.end)
        yield texts[evidence.document_id].text[span.start : span.end]


def _names(event: Event) -> Iterable[str]:
    for person in event.people:
        yield person.name
    for place in event.places:
        yield f"{place.name} {place.as_written}"
