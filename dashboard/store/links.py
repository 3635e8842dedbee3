"""What belongs together in a document: its own occasion, and the event that a mention lights up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dashboard.datespan import DateSpan
from dashboard.model import Document, Event, Span


def own_occasion(document: Document, own_date: DateSpan | None, events: Sequence[Event]) -> Event | None:
    """The event that the document itself is (the meeting held, the telegram sent); None where nothing was found of it.

    Of the events on the document's own date, the one whose evidence stands in the front matter or an editor's note
    comes first, then the one told earliest.
    """
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


class Lights:
    """Which event of a document a mention lights up: the one whose evidence shares its passage, else the occasion."""

    def __init__(self, document_id: str, events: Sequence[Event], occasion: Event | None) -> None:
        self._occasion = occasion
        self._spans = sorted(
            (
                (Span(evidence.start, evidence.end), event)
                for event in events
                for evidence in event.evidence
                if evidence.document_id == document_id
            ),
            key=lambda pair: (pair[0].start, pair[0].end, pair[1].id),
        )
        self._starts = [span.start for span, _ in self._spans]
        self._longest = max((span.end - span.start for span, _ in self._spans), default=0)

    def event_for(self, mention: Span, passage: Span) -> tuple[Event | None, bool]:
        """The event, and whether it shares the passage: evidence around the mention first, then near, then short."""
        first = bisect_left(self._starts, passage.start - self._longest)
        last = bisect_left(self._starts, passage.end)
        sharing = [pair for pair in self._spans[first:last] if pair[0].overlaps(passage)]
        if not sharing:
            return self._occasion, False

        def rank(pair: tuple[Span, Event]) -> tuple[bool, int, int]:
            span = pair[0]
            outside = not (span.start <= mention.start and mention.end <= span.end)
            return outside, abs(span.start - mention.start), span.end - span.start

        return min(sharing, key=rank)[1], True
