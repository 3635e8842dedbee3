"""Acts of the document’s own day that stand without a date: a paper handed over, a deed “at 1230”, or just now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dashboard.datespan import DateSpan
from dashboard.extraction.events.drafts.clauses import clause_around, kind_of
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.voices import is_anothers
from dashboard.extraction.topics import FALLBACK
from dashboard.model import Span

_HANDED = re.compile(
    r"\b(?:handed|presented|delivered|gave|left with|submitted to)(?: to)? (?:[\w.]+ ){0,3}?"
    r"(?:a|an|the|his|two|copies of) "
    r"(?:[\w-]+ ){0,2}(?:letters?|notes?|memorand(?:um|a)|messages?|paper|aide[- ]m[ée]moire|text|draft|copy"
    r"|document|list)\b"
)
_CLOCK = re.compile(
    r"(?=[AaFf\d])(?:"  # the first letter passes over most of a text, in 60 % of the time
    r"\b(?:[Aa]t |[Ff]rom |[Aa]bout |[Aa]round ){1,2}(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m\b\.?|noon\b|midnight\b"
    r"|(?:[01]\d|2[0-3])[0-5]\d\b(?! ?(?:hours?|men|tons)))|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m\. here\b)"
)
_DONE_AT_ONCE = (
    r"(?:received|returned|arrived|come|left|reached|informed|told|handed|delivered|sent|transmitted|communicated"
    r"|telegraphed|telephoned|written|called|met|seen|spoken|talked|learned|concluded|had)"
)
_JUST = tuple(
    map(
        re.compile,
        (
            rf"just (?:(?<=\b[Hh]as just )|(?<=\b[Hh]ave just ))(?:now )?(?:been )?{_DONE_AT_ONCE}\b",
            rf"Just (?<=[.\d] Just ){_DONE_AT_ONCE}\b",
            r"off to (?:(?<=\b[Aa]m off to )|(?<=\b[Aa]m just off to ))(?:see|meet|call on|confer)\b",
            r"about to (?:(?<=\b[Aa]m about to )|(?<=\b[Aa]m just about to ))(?:see|meet|call on|confer)\b",
        ),
    )
)
"""What a writer tells as done right before the writing, or to be done right after: each begins with plain letters, to
which the engine leaps."""
_AT_ONCE = frozenset(["communication", "meeting", "visit"])
"""Kinds of acts that are done in an hour: a reactor that “has just been activated” may have been for weeks."""
_STORY = 2500
"""How far back the day of a story may have been named."""


def find_acts(frame: Frame, used: list[Span]) -> Iterator[Draft]:
    """Such acts in the body, where no date or other event takes their clause."""
    if frame.own_date is None:
        return
    if frame.heading.is_talk:
        yield from _handed(frame, used)
    for match in _CLOCK.finditer(frame.text, frame.opening):
        span = Span(match.start(), match.end())
        if frame.in_notes(span.start) or any(one.overlaps(span) for one in used):
            continue
        clause, words = clause_around(frame, frame.sentences.at(span.start), span)
        if words and not within(frame.dates, clause):
            yield Draft("act", kind_of(frame, clause, words, span), _day(frame, span, match.group()), (clause,))
    if not frame.heading.is_talk:
        yield from _just_now(frame, used)
        yield from _on_the_way(frame, used)


def _just_now(frame: Frame, used: list[Span]) -> Iterator[Draft]:
    """What the writer of a letter or a telegram says was just done, or is about to do: about the day of writing."""
    own = frame.own_date
    if own is None or own.earliest != own.latest:
        return
    about = own if own.approximate else replace(own, edtf=f"{own.edtf}~")
    for match in chain.from_iterable(pattern.finditer(frame.text, frame.opening) for pattern in _JUST):
        span = Span(match.start(), match.end())
        if frame.in_notes(span.start) or any(one.overlaps(span) for one in used):
            continue
        heading = heading_at(frame, span.start)
        if not heading.recipient or heading is not frame.heading or is_anothers(frame, span.start):
            continue
        clause, words = clause_around(frame, frame.sentences.at(span.start), span)
        kind = kind_of(frame, clause, words, span) if words else "other"
        if kind in _AT_ONCE and not within(frame.dates, clause):
            ahead = match.group().startswith(("off", "about"))
            yield Draft("act", kind, about, (clause,), status="planned" if ahead else "happened")


def _on_the_way(frame: Frame, used: list[Span]) -> Iterator[Draft]:
    """Who is, as a paper or a note to it says, on the way somewhere when it is written."""
    own = frame.own_date
    if own is None or own.earliest != own.latest or "en route" not in frame.text:
        return
    for match in _EN_ROUTE.finditer(frame.text, frame.opening):
        span = Span(match.start(), match.end())
        if any(one.overlaps(span) for one in used) or is_anothers(frame, span.start):
            continue
        clause, words = clause_around(frame, frame.sentences.at(span.start), span)
        if words and not within(frame.dates, clause):
            yield Draft("act", "visit", own, (clause,), status="happened", topics=(FALLBACK,))


_EN_ROUTE = re.compile(
    r"\b(?:is|was|are|were) (?:then |now |at (?:this|that) time )?en route (?:from|to) (?=(?:the )?[A-Z])"
)


def _handed(frame: Frame, used: list[Span]) -> Iterator[Draft]:
    """Papers handed over in the talk that the document records."""
    for match in _HANDED.finditer(frame.text, frame.opening):
        span = Span(match.start(), match.end())
        section = frame.document.section_at(span.start)
        if (section and section.kind != "body") or any(one.overlaps(span) for one in used):
            continue
        clause, _ = clause_around(frame, frame.sentences.at(span.start), span)
        if not within(frame.dates, clause) and not _PERFECT.search(frame.text, clause.start, span.start):
            yield Draft("act", "communication", frame.own_date, (clause,), status="happened")


_PERFECT = re.compile(r"\b(?:had|have|has|would|will|could|may|might|to) (?:\w+ )?$")


def _day(frame: Frame, span: Span, words: str) -> DateSpan | None:
    """The day of a story told by the clock: the last one named before in the body, the document’s own for “here”."""
    if words.endswith("here"):
        return frame.own_date
    before = within(frame.dates, Span(max(frame.opening, span.start - _STORY), span.start))
    days = [date for mention in before if (date := date_of(mention)) and date.earliest == date.latest]
    return days[-1] if days else frame.own_date
