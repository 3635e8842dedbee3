"""What a person labelled in a document, and what the engine found in it, in one and the same form.

data/schema/gold.json describes the form of labels: that of `python -m dashboard extract` (data/schema/extract.json),
less what is not scored; they may add `doubtful` (neither a miss nor a false alarm) and `edtf_accept` (further right
dates), and say `modern_country` for `country`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.datespan import DateSpan, Day, span_of
from dashboard.errors import DateError, GoldError
from dashboard.model import Annotations, Event, Mention, Place, Span

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
    told_by: str = ""
    """Whose word it is; of several that are right one after “or”; empty where that is not labelled."""
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
    """Read one object of gold.jsonl, or of what `extract` prints; raises GoldError where its offsets are wrong, and
    KeyError or TypeError where it has another form.
    """
    dates, places, events = (row.get(key, ()) for key in ("dates", "places", "events"))
    labels = Labels(
        dates=tuple(_date(item) for item in dates),
        places=tuple(_place(item) for item in places),
        events=tuple(_event(item) for item in events),
    )
    check_offsets(str(row["id"]), labels, text)
    for item in (*dates, *places, *(span for event in events for span in event["evidence"])):
        if "text" in item:
            check_words(str(row["id"]), _span(item), item["text"], text)
    return labels


def labels_from_annotations(found: Annotations) -> Labels:
    """What the engine found, for scoring; raises GoldError where its offsets are wrong."""
    document = found.document
    labels = Labels(
        dates=tuple(_found_date(mention) for mention in found.dates),
        places=tuple(_found_place(mention) for mention in found.places),
        events=tuple(_found_event(event, document.id) for event in found.events),
    )
    check_offsets(document.id, labels, document.text)
    for mention in (*found.dates, *found.places, *found.people):
        check_words(document.id, Span(mention.start, mention.end), mention.text, document.text)
    return labels


def check_words(document_id: str, span: Span, words: str, text: str) -> None:
    """Raise GoldError unless the words stand where the span says."""
    there = text[span.start : span.end]
    if there != words:
        raise GoldError(
            f"{document_id}: “{words}” is said to stand at {span.start}–{span.end}, where the text has “{there}”. "
            "Correct the offsets, or the text."
        )


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
        told_by=item.get("told_by", ""),
        accept=tuple(item.get("edtf_accept", ())),
        doubtful=bool(item.get("doubtful")),
    )


def _found_date(mention: Mention) -> DateLabel:
    date = mention.value if isinstance(mention.value, DateSpan) else None
    return DateLabel(Span(mention.start, mention.end), date.edtf if date else None)


def _found_place(mention: Mention) -> PlaceLabel:
    span, place = Span(mention.start, mention.end), mention.value
    if not isinstance(place, Place):
        return PlaceLabel(span, Point(mention.text, None, None), "other", "")
    return PlaceLabel(span, Point(place.name, place.lat, place.lon), place.kind, place.country)


def _found_event(event: Event, document_id: str) -> EventLabel:
    return EventLabel(
        title=event.title,
        edtf=event.date.edtf if event.date else None,
        evidence=tuple(Span(each.start, each.end) for each in event.evidence if each.document_id == document_id),
        places=tuple(Point(place.name, place.lat, place.lon) for place in event.places),
        topics=frozenset(event.topics),
        countries=frozenset(event.countries),
        kind=event.kind,
        certainty=event.certainty,
        status=event.status,
        told_by=event.told_by,
    )
