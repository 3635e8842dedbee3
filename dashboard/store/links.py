"""What belongs together in a document: its own occasion, and the event that a mention lights up."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import Annotations, Event, Mention, Span


def own_occasion(found: Annotations, events: Sequence[Event]) -> Event | None:
    """The event that the document itself is (the meeting held, the telegram sent); None where nothing was found of it.

    Of the events on the document's own date, the one whose evidence stands in the front matter or an editor's note
    comes first, then the one told earliest.
    """
    document = found.document
    own_date = document.date or found.date
    if own_date is None:
        return None
    rank = {"front": 0, "notes": 1}

    def order(event: Event) -> tuple[int, int]:
        spans = [span for span in event.evidence if span.document_id == document.id]
        sections = [document.section_at(span.start) for span in spans]
        best = min((rank.get(section.kind, 2) for section in sections if section), default=2)
        return best, min(span.start for span in spans)

    same_day = [
        event
        for event in events
        if event.date
        and event.date.edtf == own_date.edtf
        and event.status == "happened"
        and any(span.document_id == document.id for span in event.evidence)
    ]
    return min(same_day, key=order, default=None)


def lit_by(
    mention: Mention, passage: Span, document_id: str, events: Sequence[Event], occasion: Event | None
) -> tuple[Event | None, bool]:
    """The event whose evidence shares the mention's passage, else the document's own occasion; and which of the two."""
    best: tuple[int, int, int] | None = None
    chosen = occasion
    for event in events:
        for evidence in event.evidence:
            if evidence.document_id != document_id:
                continue
            span = Span(evidence.start, evidence.end)
            if not span.overlaps(passage):
                continue
            outside = not (span.start <= mention.start and mention.end <= span.end)
            rank = (int(outside), abs(span.start - mention.start), span.end - span.start)
            if best is None or rank < best:
                best, chosen = rank, event
    return chosen, best is not None
