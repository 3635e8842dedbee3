"""One event told twice is one: drafts of a document that speak of the same thing are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dashboard.extraction.events.draft import Draft
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in
from dashboard.model import Span

_HELD = re.compile(
    r"(?:The |This )?(?:[Mm]eeting|[Cc]onversation|[Dd]iscussion|[Tt]alk|[Ii]nterview)s? "
    r"(?:was |were )?(?:held|took place)"
)


def settle(frame: Frame, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without doubles, each with all its evidence, in the order of the text."""
    kept: list[Draft] = []
    for draft in drafts:
        at = next((n for n, other in enumerate(kept) if _same(frame, draft, other)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = _joined(kept[at], draft)
    return sorted(kept, key=lambda draft: min(span.start for span in draft.evidence))


def _same(frame: Frame, one: Draft, other: Draft) -> bool:
    """Whether two drafts are one event: same entry of the reference list, same paper, or same day and mostly same"
    " words."""
    if one.reference or other.reference:
        return one.reference == other.reference
    if other.rule == "occasion" and other.kind == "meeting" and frame.in_notes(one.evidence[0].start):
        return _edtf(one) == _edtf(other) and bool(_HELD.match(frame.words_at(one.evidence[0])))
    if one.signature and other.signature:
        return one.signature == other.signature and _edtf(one) == _edtf(other)
    if one.kind != other.kind or _edtf(one) != _edtf(other) or one.rule != other.rule or one.rule == "occasion":
        return False
    if one.rule == "citation":
        return False
    first, second = _content(frame, one), _content(frame, other)
    shared = len(first & second)
    return shared >= 2 and shared >= 0.5 * min(len(first), len(second))


def _edtf(draft: Draft) -> str:
    return draft.date.edtf if draft.date else ""


def _content(frame: Frame, draft: Draft) -> set[str]:
    """The words of the first evidence that carry meaning, without its dates."""
    words = set(words_in(frame.words_at(draft.evidence[0])).lower) - word_list("idle")
    for mention in draft.dates:
        words -= set(words_in(mention.text).lower)
    return words


def _joined(one: Draft, other: Draft) -> Draft:
    evidence = dict.fromkeys([*one.evidence, *other.evidence])
    return replace(
        one,
        evidence=tuple(_apart(list(evidence))),
        dates=(*one.dates, *other.dates),
        places=one.places or other.places,
        title=one.title or other.title,
    )


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that lie in another."""
    return [span for span in spans if not any(_inside(span, other) for other in spans if other != span)]


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
