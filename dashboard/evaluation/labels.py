"""What a person labelled in a document, and what the engine found in it, in one and the same form.

The form is that of `python -m dashboard extract` (README, “The form other programs use”), less what is not scored;
labels may add `doubtful` (neither a miss nor a false alarm) and `edtf_accept` (further right dates).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.datespan import Day, span_of
from dashboard.errors import DateError, GoldError
from dashboard.model import Annotations, Span

Days = tuple[Day | None, Day | None]
"""First and last day of a date; None for an open end."""


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A stretch of text that says when."""

    span: Span
    edtf: str | None
    """None where the words were recognised but not understood."""
    accept: tuple[str, ...] = ()
    """Other EDTF values that are as right."""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map; latitude and longitude are None where nobody knows."""

    name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """A stretch of text that says where."""

    span: Span
    point: Point
    kind: str
    country: str
    """ISO 3166 alpha-2 of the country it lies in today; empty for none."""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class EventLabel:
    """What happened, or was to happen, with the clauses that say so."""

    title: str
    edtf: str | None
    evidence: tuple[Span, ...]
    places: tuple[Point, ...]
    topics: frozenset[str]
    countries: frozenset[str]
    kind: str
    certainty: str
    status: str
    accept: tuple[str, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """All that was labelled, or found, in one document."""

    dates: tuple[DateLabel, ...] = ()
    places: tuple[PlaceLabel, ...] = ()
    events: tuple[EventLabel, ...] = ()


def days_of(edtf: str | None) -> Days | None:
    """The days a date covers, qualifiers left aside; None for no date or one that does not parse."""
    try:
        return span_of(edtf) if edtf else None
    except DateError:
        return None


def labels_from_row(row: Mapping[str, Any], text: str) -> Labels:
    """Read one object of gold.jsonl, or of what `extract` prints; raises GoldError for offsets outside the text."""
    labels = Labels(
        dates=tuple(_date(item) for item in row.get("dates", ())),
        places=tuple(_place(item) for item in row.get("places", ())),
        events=tuple(_event(item) for item in row.get("events", ())),
    )
    check_offsets(str(row.get("id", "")), labels, text)
    for item in (
        *row.get("dates", ()),
        *row.get("places", ()),
        *(e for v in row.get("events", ()) for e in v["evidence"]),
    ):
        if "text" in item and text[item["start"] : item["end"]] != item["text"]:
            found = text[item["start"] : item["end"]]
            raise GoldError(
                f"{row.get('id')}: “{item['text']}” is labelled at {item['start']}–{item['end']}, "
                f"where the text has “{found}”. Correct the offsets, or the text."
            )
    return labels


def labels_from_annotations(found: Annotations) -> Labels:
    """What the engine found, for scoring; raises GoldError where its offsets leave the text."""
    labels = Labels(
        dates=tuple(
            DateLabel(Span(mention.start, mention.end), getattr(mention.value, "edtf", None)) for mention in found.dates
        ),
        places=tuple(
            PlaceLabel(
                Span(mention.start, mention.end),
                _point_of(mention.value, mention.text),
                getattr(mention.value, "kind", "other"),
                getattr(mention.value, "country", ""),
            )
            for mention in found.places
        ),
        events=tuple(
            EventLabel(
                title=event.title,
                edtf=event.date.edtf if event.date else None,
                evidence=tuple(
                    Span(each.start, each.end) for each in event.evidence if each.document_id == found.document.id
                ),
                places=tuple(Point(place.name, place.lat, place.lon) for place in event.places),
                topics=frozenset(event.topics),
                countries=frozenset(event.countries),
                kind=event.kind,
                certainty=event.certainty,
                status=event.status,
            )
            for event in found.events
        ),
    )
    check_offsets(found.document.id, labels, found.document.text)
    for mention in (*found.dates, *found.places, *found.people):
        if found.document.text[mention.start : mention.end] != mention.text:
            raise GoldError(
                f"{found.document.id}: the mention “{mention.text}” does not stand at {mention.start}–{mention.end}."
            )
    return labels


def check_offsets(document_id: str, labels: Labels, text: str) -> None:
    """Raise GoldError unless every span lies inside the text, is not empty, and every event has evidence."""
    for span in _spans(labels):
        if not 0 <= span.start < span.end <= len(text):
            raise GoldError(f"{document_id}: the span {span.start}–{span.end} is not inside a text of {len(text)}.")
    for event in labels.events:
        if not event.evidence:
            raise GoldError(f"{document_id}: the event “{event.title}” has no evidence. Quote the clause that says so.")


def _spans(labels: Labels) -> Iterable[Span]:
    yield from (date.span for date in labels.dates)
    yield from (place.span for place in labels.places)
    yield from (span for event in labels.events for span in event.evidence)


def _span(item: Mapping[str, Any]) -> Span:
    return Span(item["start"], item["end"])


def _date(item: Mapping[str, Any]) -> DateLabel:
    return DateLabel(_span(item), item.get("edtf"), tuple(item.get("edtf_accept", ())), bool(item.get("doubtful")))


def _point(item: Mapping[str, Any]) -> Point:
    return Point(item.get("name") or item.get("text") or "", item.get("lat"), item.get("lon"))


def _point_of(value: object, text: str) -> Point:
    return Point(getattr(value, "name", text), getattr(value, "lat", None), getattr(value, "lon", None))


def _place(item: Mapping[str, Any]) -> PlaceLabel:
    country = item.get("modern_country", item.get("country")) or ""
    return PlaceLabel(_span(item), _point(item), item.get("kind", "other"), country, bool(item.get("doubtful")))


def _event(item: Mapping[str, Any]) -> EventLabel:
    return EventLabel(
        title=item.get("title", ""),
        edtf=item.get("edtf"),
        evidence=tuple(_span(each) for each in item.get("evidence", ())),
        places=tuple(_point(place) for place in item.get("places", ())),
        topics=frozenset(item.get("topics", ())),
        countries=frozenset(item.get("countries", ())),
        kind=item.get("kind", ""),
        certainty=item.get("certainty", ""),
        status=item.get("status", ""),
        accept=tuple(item.get("edtf_accept", ())),
        doubtful=bool(item.get("doubtful")),
    )
