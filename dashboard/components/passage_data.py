"""Passages as passage.js reads them: the evidence of an event, or what is only said of a place, with the citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from dashboard import cache
from dashboard.components.marks import marks
from dashboard.model import Document, Span
from dashboard.queries import EventDetail, Passage, Spoken
from dashboard.views.citation import citation, plain
from dashboard.views.excerpt import Excerpt, excerpt

Data = dict[str, Any]


def evidence_of(detail: EventDetail) -> list[Data]:
    """The passages of an event, one for each document that tells it."""
    documents: dict[str, list[Passage]] = {}
    for passage in detail.passages:
        documents.setdefault(passage.document_id, []).append(passage)
    return [_evidence(detail, found) for found in documents.values()]


def _evidence(detail: EventDetail, passages: list[Passage]) -> Data:
    """The passages of one document."""
    document = detail.documents[passages[0].document_id]
    spans = [span for passage in passages for span in passage.evidence]
    return passage_data(document, excerpt(document, spans, marks=marks(document.id)))


def told_by(detail: EventDetail) -> list[Data]:
    """The passages of an event among those of a place, under its title."""
    caption = {"text": f"{detail.event.title}, {detail.date_text or 'undated'}", "id": detail.event.id}
    return [passage | {"spoken": caption} for passage in evidence_of(detail)]


def by_sentence(spoken: Sequence[Spoken]) -> list[list[Spoken]]:
    """Mentions of one sentence together."""
    sentences: dict[tuple[str, int], list[Spoken]] = {}
    for each in spoken:
        sentences.setdefault((each.document_id, each.sentence_start), []).append(each)
    return list(sentences.values())


def spoken_of(group: list[Spoken]) -> Data:
    """A passage that speaks of the place, with the event it lights up."""
    first, document = group[0], cache.document(group[0].document_id)
    if document is None:
        return {"paragraphs": [], "notes": []}
    here = [Span(each.start, each.end) for each in group]
    shown = excerpt(document, (), marks=marks(document.id), here=here)
    return passage_data(document, shown, spoken=_caption(first), whole_at={"read": document.id, "at": first.start})


def _caption(spoken: Spoken) -> Data:
    """“Spoken of on 19 December 1945”, or the event whose evidence it stands in."""
    lit = cache.event(spoken.event_id)
    if lit is None:
        return {"text": "Spoken of here.", "id": ""}
    if spoken.shares_passage:
        return {"text": f"{lit.event.title}, {lit.date_text or 'undated'}", "id": lit.event.id}
    return {"text": f"Spoken of on {lit.date_text}", "id": lit.event.id}


def passage_data(document: Document, shown: Excerpt, **more: Any) -> Data:
    """Some words of a document with where they stand; `more` is what else the script is to know."""
    return {
        "where": plain(document, shown.page).replace("p. ", "p.\N{NO-BREAK SPACE}"),
        "paragraphs": [_lean(asdict(paragraph)) for paragraph in shown.paragraphs],
        "notes": [_lean(asdict(note)) for note in shown.notes],
        "citation": citation(document, shown.page),
        **more,
    }


def _lean(paragraph: Data) -> Data:
    """The same without what is empty: half the bytes on their way to the browser."""
    runs = [{name: value for name, value in run.items() if value} for run in paragraph["runs"]]
    return {name: value for name, value in paragraph.items() if value and name not in _OFFSETS} | {"runs": runs}


_OFFSETS = ("start", "end", "at")
"""What the panel does not need to know."""
