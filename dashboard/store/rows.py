"""The rows of an atlas: findings laid out as the tables of schema.sql and of the search index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.datewords import basis_in_words, day_in_words, in_words, precision
from dashboard.model import Annotations, Event, Place
from dashboard.passages import Passages
from dashboard.store.atlas import SCHEMA_VERSION
from dashboard.store.codec import encode
from dashboard.store.findings import Findings
from dashboard.store.links import Lights, own_occasion

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


def table_rows(findings: Findings, events: Sequence[Event]) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table of schema.sql; events in their order of time."""
    found = {each.document.id: each for each in findings.annotations}
    told = _told_in(found, events)
    occasions = {name: own_occasion(found[name], told[name]) for name in found}
    return {
        "meta": [{"key": "schema", "value": SCHEMA_VERSION}],
        "problems": [{"sentence": sentence} for sentence in findings.problems],
        "labels": list(_label_rows(findings, events)),
        "documents": [_document_row(number, found[name], occasions[name]) for number, name in enumerate(found)],
        "events": [_event_row(number, event, found, findings) for number, event in enumerate(events)],
        "event_ids": _id_rows(events),
        "places": [_place_row(place) for place in _places(findings.annotations, events).values()],
        "event_places": [
            {"event": number, "place": place.id, "as_written": place.as_written}
            for number, event in enumerate(events)
            for place in event.places
        ],
        "mentions": list(_mention_rows(found, events, told, occasions)),
    }


def _told_in(found: Iterable[str], events: Sequence[Event]) -> dict[str, list[Event]]:
    """The events of each document, by its id."""
    told: dict[str, list[Event]] = {name: [] for name in found}
    for event in events:
        for name in dict.fromkeys(span.document_id for span in event.evidence):
            told[name].append(event)
    return told


def _id_rows(events: Sequence[Event]) -> list[dict[str, Any]]:
    """Every id an event was known by; an event's own id counts before another's alias."""
    numbers = {alias: number for number, event in enumerate(events) for alias in event.aliases}
    numbers |= {event.id: number for number, event in enumerate(events)}
    return [{"id": each, "event": number} for each, number in numbers.items()]


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


def _mention_rows(
    found: Mapping[str, Annotations],
    events: Sequence[Event],
    told: Mapping[str, Sequence[Event]],
    occasions: Mapping[str, Event | None],
) -> Iterable[dict[str, Any]]:
    """The mentions of each document in order, with their sentences and the events they light up."""
    numbers = {event.id: number for number, event in enumerate(events)}
    for document, (name, each) in enumerate(found.items()):
        passages = Passages(each.document.text)
        lights = Lights(name, told[name], occasions[name])
        for mention in sorted((*each.dates, *each.places, *each.people), key=lambda one: (one.start, one.end)):
            passage = passages.sentence(mention.start, mention.end)
            event, shares = lights.event_for(mention, passage)
            yield {
                "document": document,
                "start": mention.start,
                "stop": mention.end,
                "kind": mention.kind,
                "text": mention.text,
                "sentence_start": passage.start,
                "sentence_stop": passage.end,
                "place": mention.value.id if isinstance(mention.value, Place) else None,
                "lights": numbers[event.id] if event else None,
                "shares": shares,
                "value": encode(mention.value) if mention.value else None,
            }


SearchRows = list[tuple[int, str, str]]


def search_rows(
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
    """The sentences of the evidence."""
    for evidence in event.evidence:
        span = texts[evidence.document_id].sentence(evidence.start, evidence.end)
        yield texts[evidence.document_id].text[span.start : span.end]


def _names(event: Event) -> Iterable[str]:
    """What people and places of the event are called, for the search."""
    for person in event.people:
        yield person.name
    for place in event.places:
        yield f"{place.name} {place.as_written}"
