"""What belongs together in a document: its own occasion, and the event that a mention lights up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

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
        self._reach = [*accumulate((span.end for span, _ in self._spans), max)]
        """How far what begins so early goes at most."""

    def event_for(self, mention: Span, passage: Span) -> tuple[Event | None, bool]:
        """The event, and whether it shares the passage: evidence around the mention first, then near, then short.

        It is looked for from the mention outwards, since a passage may hold all the evidence there is.
        """
        found = self._around(mention, passage) or self._nearest(mention, passage)
        return (found[1], True) if found else (self._occasion, False)

    def _around(self, mention: Span, passage: Span) -> tuple[Span, Event] | None:
        """Of the evidence that holds the mention, what begins last, and of that the shortest."""
        found = None
        for at in range(bisect_right(self._starts, mention.start) - 1, -1, -1):
            span = self._spans[at][0]
            if self._reach[at] < mention.end or (found and span.start < found[0].start):
                break
            if mention.end <= span.end and span.overlaps(passage):
                found = self._spans[at]
        return found

    def _nearest(self, mention: Span, passage: Span) -> tuple[Span, Event] | None:
        """Of the evidence in the passage, what begins nearest, and of that the shortest."""
        middle = bisect_right(self._starts, mention.start)
        before = None
        for at in range(middle - 1, -1, -1):
            span = self._spans[at][0]
            if self._reach[at] <= passage.start or (before and span.start < before[0].start):
                break
            if span.overlaps(passage):
                before = self._spans[at]
        after = next((self._spans[at] for at in range(middle, bisect_left(self._starts, passage.end))), None)

        def rank(pair: tuple[Span, Event]) -> tuple[int, int]:
            return abs(pair[0].start - mention.start), pair[0].end - pair[0].start

        return min((pair for pair in (before, after) if pair), key=rank, default=None)
