"""The form other programs use: what `python -m dashboard extract` prints for one document, and nothing of the atlas."""

from __future__ import annotations

from typing import Any

from dashboard.datespan import DateBasis, DateSpan
from dashboard.model import Annotations, Event, Mention, Person, Place


def as_json(found: Annotations) -> dict[str, Any]:
    """The object of one document; offsets index its text as given."""
    document, date = found.document, found.date
    return {
        "id": document.id,
        "title": document.title,
        "date": date.edtf if date else None,
        "date_basis": _strongest(date.basis) if date else None,
        "place": _point(found.place) if found.place else None,
        "text_length": len(document.text),
        "dates": [
            _where(mention) | _date(mention.value) for mention in found.dates if isinstance(mention.value, DateSpan)
        ],
        "places": [
            _where(mention) | (_place(mention.value) if isinstance(mention.value, Place) else _unlocated(mention))
            for mention in found.places
        ],
        "people": [
            _where(mention) | {"name": mention.value.name}
            for mention in found.people
            if isinstance(mention.value, Person)
        ],
        "events": [_event(event, document.id) for event in found.events],
    }


def _strongest(basis: DateBasis) -> str | None:
    """How the finest known part of a date is known."""
    return next((part.value for part in reversed(basis) if part), None)


def _days(date: DateSpan | None) -> dict[str, str | None]:
    """EDTF, first and last day; None where not known."""
    earliest = date.earliest.isoformat() if date and date.earliest else None
    latest = date.latest.isoformat() if date and date.latest else None
    return {"edtf": date.edtf if date else None, "earliest": earliest, "latest": latest}


def _point(place: Place) -> dict[str, Any]:
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country or None}


def _where(mention: Mention) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "text": mention.text}


def _date(date: DateSpan) -> dict[str, Any]:
    return {**_days(date), "basis": {part: known and known.value for part, known in date.basis._asdict().items()}}


def _place(place: Place) -> dict[str, Any]:
    return {**_point(place), "kind": place.kind, "gazetteer_id": place.id}


def _unlocated(mention: Mention) -> dict[str, Any]:
    """A name that says it is a place (“Little Pine Creek”), though no gazetteer knows where."""
    return {"name": mention.text, "lat": None, "lon": None, "country": None, "kind": "other", "gazetteer_id": None}


def _event(event: Event, document_id: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        **_days(event.date),
        "kind": event.kind,
        "certainty": event.certainty,
        "status": event.status,
        "told_by": event.told_by,
        "topics": list(event.topics),
        "countries": list(event.countries),
        "places": [_point(place) for place in event.places],
        "people": [person.name for person in event.people],
        "evidence": [
            {"start": span.start, "end": span.end} for span in event.evidence if span.document_id == document_id
        ],
    }
