"""The rows of an atlas: sheets and events laid out as the tables of schema.sql."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.datespan import DateSpan, year_of
from dashboard.datewords import basis_in_words, date_in_words, day_in_words, precision
from dashboard.model import FAMILY_OF, Event, Place
from dashboard.placewords import called
from dashboard.store.codec import encode
from dashboard.store.findings import Findings
from dashboard.store.made import Made
from dashboard.store.numbers import document_number
from dashboard.store.schema import SCHEMA_VERSION
from dashboard.store.sheet import Sheet

Row = dict[str, Any]

UNCHECKED = "Read by machine; not yet checked."


@dataclass(frozen=True, slots=True)
class Seen:
    """What the sheets leave behind for the rows that come after them."""

    dates: dict[str, DateSpan | None] = field(default_factory=dict)
    """The own date of each document, by its id."""
    collections: dict[str, str] = field(default_factory=dict)
    """The collection of each document, by its id."""

    def note(self, sheets: Iterable[Sheet]) -> None:
        """Take down what sheets say."""
        for sheet in sheets:
            self.dates[sheet.id] = sheet.date
            self.collections[sheet.id] = sheet.collection


def document_row(sheet: Sheet, position: int, finding: str) -> Row:
    """The row of a document: where it stands in reading order, and the key of what was found in it."""
    date = sheet.date
    return {
        "number": document_number(sheet.id),
        "position": position,
        "id": sheet.id,
        "title": sheet.title,
        "edtf": date.edtf if date else "",
        "earliest": date.earliest.number() if date and date.earliest else None,
        "collection": sheet.collection,
        "text": sheet.text,
        "value": sheet.value,
        "date": encode(date) if date else None,
        "place": encode(sheet.place) if sheet.place else None,
        "occasion": sheet.occasion or None,
        "untold": [offset for span in sheet.untold for offset in (span.start, span.end)],
        "finding": finding,
    }


def mention_columns(sheet: Sheet, numbers: Mapping[str, int]) -> dict[str, list[Any]]:
    """The mentions of a document, events by their numbers; `numbers` knows them by every id."""
    lights = [numbers.get(each) if each else None for each in sheet.mentions["lights"]]
    return sheet.mentions | {"document": [document_number(sheet.id)] * len(lights), "lights": lights}


def event_rows(findings: Findings, events: Mapping[int, Event], seen: Seen) -> dict[str, Iterable[Row]]:
    """The rows of every table that is neither a document's nor derived: events by their numbers in order of time."""
    return {
        "problems": [{"sentence": sentence} for sentence in findings.problems],
        "labels": ({"field": "topics", "key": key, "label": label} for key, label in findings.topic_labels.items()),
        "events": (_event_row(number, event, seen, findings) for number, event in events.items()),
        "event_ids": [{"id": each, "event": number} for each, number in event_numbers(events).items()],
        "event_places": (
            {"event": number, "place": place.id, "as_written": place.as_written}
            for number, event in events.items()
            for place in event.places
        ),
    }


def meta_rows(made: Made) -> Iterable[Row]:
    """What the build is, and was made of besides its documents."""
    said = {"schema": SCHEMA_VERSION, "program": made.program, "corrections": made.corrections}
    return [{"key": key, "value": value} for key, value in said.items()]


def event_numbers(events: Mapping[int, Event]) -> dict[str, int]:
    """Every id an event was known by; an event's own id counts before another's alias."""
    numbers = {alias: number for number, event in events.items() for alias in event.aliases}
    return numbers | {event.id: number for number, event in events.items()}


def _event_row(number: int, event: Event, seen: Seen, findings: Findings) -> Row:
    date = event.date
    documents = list(dict.fromkeys(span.document_id for span in event.evidence))
    return {
        "number": number,
        "id": event.id,
        "title": event.title,
        "edtf": date.edtf if date else "",
        "date_text": date_in_words(date) if date else "undated",
        "date_basis": basis_in_words(date),
        "earliest": date.earliest.number() if date and date.earliest else None,
        "latest": date.latest.number() if date and date.latest else None,
        "precision": precision(date.edtf if date else ""),
        "approximate": bool(date and date.approximate),
        "kind": event.kind,
        "family": FAMILY_OF[event.kind],
        "certainty": event.certainty,
        "listed": event.listed,
        "status": event.status,
        "told_by": _told_by(event, seen.dates[documents[0]]),
        "checked": findings.checked.get(event.id, UNCHECKED),
        "topics": list(event.topics),
        "countries": list(event.countries),
        "people": list(dict.fromkeys(person.name for person in event.people)),
        "documents": documents,
        "collections": list(dict.fromkeys(filter(None, map(seen.collections.__getitem__, documents)))),
        "place_ids": list(dict.fromkeys(place.id for place in event.places)),
        "place_text": "; ".join(dict.fromkeys(map(called, event.places))),
        "evidence": len(event.evidence),
        "country_names": [findings.country_name(code, year_of(date)) for code in event.countries],
        "value": encode(event),
    }


def _told_by(event: Event, date: DateSpan | None) -> str:
    """Whose word it is, in words: “According to Stalin, 19 December 1945.”; empty for the author.

    `date` is that of the document told in first; what is enclosed in it may be of another day.
    """
    if event.told_by == "note":
        return "According to an editor’s note."
    if event.told_by.startswith("writer:"):
        return f"According to {event.told_by.removeprefix('writer:').strip()}, in an enclosure."
    speaker = event.told_by.removeprefix("speaker:").strip()
    if speaker in ("", "author"):
        return ""
    when = f", {day_in_words(date.earliest)}" if date and date.earliest and date.earliest == date.latest else ""
    return f"According to {speaker}{when}."


def place_row(place: Place) -> Row:
    """The row of a place."""
    columns = ("id", "lat", "lon", "kind", "country", "radius_km", "source", "rivals")
    return {"name": called(place)} | {column: getattr(place, column) for column in columns}
