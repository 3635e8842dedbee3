"""Events: the rows that pass the filters, and one event with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas

from dashboard.model import Document, Event, Note, Span
from dashboard.passages import Passages
from dashboard.queries.columns import EVENT_COLUMNS, frame
from dashboard.queries.documents import document
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.queries.names import labels
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode

_FIND = f"SELECT {', '.join(EVENT_COLUMNS)} FROM events WHERE "  # noqa: S608 - our own column names


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document that holds evidence, with what is needed to cite it."""

    document_id: str
    start: int
    end: int
    evidence: tuple[Span, ...]
    """The evidence in it, as offsets into the document's text."""
    page: str
    """Label of the page the evidence begins on; empty where not known."""
    notes: tuple[Note, ...]
    """The footnotes whose marks stand in the passage."""


@dataclass(frozen=True, slots=True)
class EventDetail:
    """One event with its words for the screen, its passages and the documents they stand in."""

    event: Event
    date_text: str
    date_basis: str
    family: str
    told_by: str
    checked: str
    topics: tuple[tuple[str, str], ...]
    """Key and label."""
    countries: tuple[tuple[str, str], ...]
    """ISO code and the name at the time of the event."""
    passages: tuple[Passage, ...]
    documents: Mapping[str, Document]


def find_events(atlas: Atlas, filters: Filters = EVERYTHING) -> pandas.DataFrame:
    """The events that pass, one row an event with EVENT_COLUMNS, ordered by first day, then id."""
    where, values = filters.where(atlas.matching_events)
    return frame(atlas.table(f"{_FIND}{where} ORDER BY number", values), EVENT_COLUMNS)


def events_among(atlas: Atlas, ids: Sequence[str], filters: Filters = EVERYTHING) -> pandas.DataFrame:
    """Those of the events of these ids that pass, as find_events has them."""
    where, values = filters.where(atlas.matching_events)
    statement = f"{_FIND} ({where}) AND id IN (SELECT unnest(?::VARCHAR[])) ORDER BY number"
    return frame(atlas.table(statement, [*values, list(ids)]), EVENT_COLUMNS)


def event_detail(atlas: Atlas, event_id: str) -> EventDetail | None:
    """The event of that id (or of an id merged into it); None where the atlas has none."""
    rows = atlas.rows(
        "SELECT value, date_text, date_basis, family, told_by, checked, country_names FROM events"
        " WHERE number = (SELECT event FROM event_ids WHERE id = ?)",
        [event_id],
    )
    if not rows:
        return None
    value, date_text, date_basis, family, told_by, checked, names = rows[0]
    event = decode(Event, value)
    ids = dict.fromkeys(span.document_id for span in event.evidence)
    found = {each: shown for each in ids if (shown := document(atlas, each))}
    topic_labels = labels(atlas, "topics")
    return EventDetail(
        event=event,
        date_text=date_text,
        date_basis=date_basis,
        family=family,
        told_by=told_by,
        checked=checked,
        topics=tuple((key, topic_labels.get(key, key)) for key in event.topics),
        countries=tuple(zip(event.countries, names, strict=True)),
        passages=tuple(_passages(event, found)),
        documents=found,
    )


def _passages(event: Event, documents: Mapping[str, Document]) -> Iterable[Passage]:
    """The paragraphs of the evidence, in the order of the evidence; evidence of one paragraph together."""
    places: dict[tuple[str, int, int], list[Span]] = {}
    texts = {name: Passages(shown.text) for name, shown in documents.items()}
    for evidence in event.evidence:
        note = documents[evidence.document_id].note_at(evidence.start)  # notes follow one another without blank lines
        around = note or texts[evidence.document_id].paragraph(evidence.start, evidence.end)
        key = (evidence.document_id, around.start, around.end)
        places.setdefault(key, []).append(Span(evidence.start, evidence.end))
    for (document_id, start, end), spans in places.items():
        shown = documents[document_id]
        notes = tuple(note for note in shown.notes if note.anchor is not None and start <= note.anchor < end)
        yield Passage(document_id, start, end, tuple(spans), shown.page_at(spans[0].start), notes)
