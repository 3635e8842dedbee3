"""Untold: dated words that became no event, and what of them no event has told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.titles.edition import dated_by_edition
from dashboard.model import Event, Mention, Span


def untold_spans(frame: Frame, drafts: Iterable[Draft], events: Iterable[Event]) -> Iterator[Span]:
    """The words of each draft without a title, without those that an event tells: no words are in both."""
    told = sorted((one.start, one.end) for event in events for one in event.evidence)
    for draft in drafts:
        if draft.dates and dated_by_edition(frame, draft.evidence[0], draft.dates) != "":
            first = draft.evidence[0]
            date = next((one for one in draft.dates if first.start <= one.start < first.end), draft.dates[0])
            left = _left_of(first, date.start, told)
            if left is not None and (left == first or _says_more(frame.text, left, date)):
                yield _trimmed(frame.text, left)


def _says_more(text: str, left: Span, date: Mention) -> bool:
    """Whether there is more than the date in what is left: “(19th February, Old Style)” says nothing."""
    return len(_WORD.findall(text[left.start : date.start] + text[date.end : left.end])) >= _FEWEST


_WORD = re.compile(r"[a-z]{3,}")
_FEWEST = 3
"""Words without which nothing is said."""


def _left_of(span: Span, at: int, told: list[tuple[int, int]]) -> Span | None:
    """What is left of the span around an offset between the words that are told; None where that is told itself."""
    start, end = span.start, span.end
    for first, last in told:
        if first <= at < last:
            return None
        if last <= at:
            start = max(start, last)
        elif first < end:
            end = first
    return Span(start, end)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space and commas at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" ,;\n"))
    return Span(start, max(start + 1, span.start + len(words.rstrip(" ,;\n"))))
