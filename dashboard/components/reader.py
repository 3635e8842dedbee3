"""The reader: one document as a page, with the events it tells and its notes in the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd

from dashboard import cache, state
from dashboard.address import LONGEST_ID, Reading
from dashboard.components.assets import register
from dashboard.components.marks import marks
from dashboard.components.not_understood import NO_LINE, no_event_in
from dashboard.datewords import in_words
from dashboard.english import counted
from dashboard.model import Document, Span
from dashboard.queries import EventDetail, words_in
from dashboard.views.citation import citation
from dashboard.views.excerpt import Mark, NoteText
from dashboard.views.reading import Row, Sheet, Told, sheet
from dashboard.views.theme import look

KEY = "reader"
MOST_UNTOLD = 100
"""Dated sentences without an event that are listed."""

_component = register("reader", shared=("passage",))

Data = dict[str, Any]


def reader(reading: Reading, document: Document, events: pd.DataFrame, *, height: int, phone: bool) -> None:
    """Draw the page; its callbacks write through `state.read_on`."""
    _component(key=KEY, data=reader_data(reading, document, events) | {"height": height, "phone": phone}, hear=_hear)


def reader_data(reading: Reading, document: Document, events: pd.DataFrame) -> Data:
    """Everything the browser needs to draw the page; events are those that the document tells."""
    rows = {str(row["id"]): row for row in events.to_dict("records")}
    details = {event_id: detail for event_id in rows if (detail := cache.event(event_id))}
    told = [Told(event_id, span.start) for event_id, detail in details.items() if (span := _first(detail, document.id))]
    shown = sheet(
        document,
        told,
        evidence=_evidence(details.get(reading.event), document.id),
        here=_ringed(reading, document),
        marks=[*_enclosures(document), *marks(document.id)],
    )
    return {
        "dark": state.theme() == "dark",
        "document": f"{document.id} {shown.before} {shown.after}",
        "event": reading.event,
        "title": document.title or document.id,
        "facts": _facts(document, len(told)),
        "untold": _untold(document),
        "cover": _cover(document),
        "citation": citation(document),
        "message": "" if told else "No events were found in this document.",
        "rows": [_row(row, rows) for row in shown.rows],
        "loose": [_note(note, 0.0) for note in shown.loose],
        **_parts(shown),
    }


def _enclosures(document: Document) -> list[Mark]:
    """The lines that stand for enclosures, each leading to the document it names."""
    return [
        Mark(each.start, each.end, "document", each.document_id, "Read the enclosure") for each in document.enclosures
    ]


def _cover(document: Document) -> Data | None:
    """The document it is an enclosure to, for a link back; None where it is none."""
    cover = document.cover
    around = cache.document(cover.document_id) if cover else None
    return {"id": around.id, "title": around.title or around.id} if around else None


def _first(detail: EventDetail, document_id: str) -> Span | None:
    """The first evidence of an event in a document."""
    spans = _evidence(detail, document_id)
    return min(spans, key=lambda span: span.start) if spans else None


def _evidence(detail: EventDetail | None, document_id: str) -> list[Span]:
    """All evidence of an event in a document."""
    told = detail.event.evidence if detail else ()
    return [Span(each.start, each.end) for each in told if each.document_id == document_id]


def _ringed(reading: Reading, document: Document) -> list[Span]:
    """The mentions of the place chosen, else the place in the text that is asked for, else the words sought."""
    if reading.place:
        named = [each for each in cache.mentions(document.id) if each.kind == "place" and each.value]
        return [Span(each.start, each.end) for each in named if getattr(each.value, "id", "") == reading.place]
    if 0 <= reading.at < len(document.text):
        return [Span(reading.at, reading.at)]
    return [] if reading.event else list(words_in(document.text, reading.words))


def _facts(document: Document, told: int) -> list[str]:
    """What is known of the document in a line: date, place, and how many events it tells."""
    when = in_words(document.date.edtf) if document.date else "Undated"
    return [part for part in (when, document.place, counted(told, "event")) if part]


def _untold(document: Document) -> Data | None:
    """The dated sentences that are no events, each with where it stands, for a list that is unfolded."""
    lines = cache.untold(document.id)
    listed = [each._asdict() for each in lines[:MOST_UNTOLD]]
    more = f"… and {len(lines) - MOST_UNTOLD:,} more" if len(lines) > MOST_UNTOLD else ""
    return (
        {
            "label": no_event_in(len(lines)),
            "why": f"{NO_LINE} The date is marked where it stands.",
            "lines": listed,
            "more": more,
        }
        if lines
        else None
    )


def _row(row: Row, events: Mapping[str, dict[Any, Any]]) -> Data:
    """A paragraph with what stands beside it, each with its height as a share of the paragraph's."""
    paragraph = row.paragraph

    def ratio(at: int) -> float:
        return round((at - paragraph.start) / max(1, paragraph.end - paragraph.start), 3)

    return {
        "heading": paragraph.heading,
        "runs": _runs(paragraph.runs),
        "events": [_event(each, events[each.event_id], ratio(each.at)) for each in row.events],
        "notes": [_note(note, ratio(note.at)) for note in row.notes],
    }


def _runs(runs: Sequence[Any]) -> list[Data]:
    """Runs without what is empty: half the bytes on their way to the browser."""
    return [{name: value for name, value in asdict(run).items() if value} for run in runs]


def _event(told: Told, event: Mapping[Any, Any], ratio: float) -> Data:
    return {
        "id": told.event_id,
        "ratio": ratio,
        "title": event["title"],
        "date": event["date_text"] or "Undated",
        "basis": event["date_basis"],
        "family": event["family"],
        "look": look(event["status"], listed=event["listed"]),
    }


def _note(note: NoteText, ratio: float) -> Data:
    return {"label": note.label, "runs": _runs(note.runs), "ratio": ratio}


def _parts(shown: Sheet) -> Data:
    return {"before": shown.before, "after": shown.after}


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the page."""
    wanted = str(said.get("id", ""))[:LONGEST_ID]
    match said.get("do"):
        case "event":
            state.read_on(event=wanted, place="", at=-1)
        case "place":
            state.read_on(place=wanted, at=-1)
        case "document":
            state.read_on(document=wanted, event="", place="", at=-1)
        case "part":
            at = said.get("at")
            state.read_on(event="", place="", at=at if isinstance(at, int) else -1)
