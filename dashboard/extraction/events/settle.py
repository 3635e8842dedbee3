"""One event told twice is one: drafts of a document that speak of the same thing are put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.datespan import Basis, DateSpan
from dashboard.extraction.events.cited.citations import mark_of_note
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in
from dashboard.model import Span

_HELD = re.compile(
    r"(?:The |This )?(?:[Mm]eeting|[Cc]onversation|[Dd]iscussion|[Tt]alk|[Ii]nterview)s? "
    r"(?:was |were )?(?:held|took place)"
)


_MOST = 40
"""Events of one day (or one entry of the reference list) that a draft is compared with: a text that names the same day
a thousand times is a table, and comparing all with all would take time by the square of its length."""


def settle(frame: Frame, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without doubles, each with all its evidence, in the order of the text."""
    groups: list[list[Draft]] = []
    alike: dict[tuple[str, str], list[list[Draft]]] = defaultdict(list)
    for draft in drafts:
        candidates = alike[draft.reference, "" if draft.reference else _edtf(draft)]
        group = next((group for group in candidates[:_MOST] if _same(frame, draft, group[0])), None)
        if group is None:
            group = []
            groups.append(group)
            candidates.append(group)
        group.append(draft)
    joined = (_joined(_plainest_first(frame, group)) for group in groups)
    return sorted(joined, key=lambda draft: min(span.start for span in draft.evidence))


def _plainest_first(frame: Frame, group: list[Draft]) -> list[Draft]:
    """The drafts of one event, led by that of a note to the first, which says in full what the other only names."""
    noted = next((draft for draft in group[1:] if _is_noted(frame, group[0], draft)), None)
    return [noted, *(draft for draft in group if draft is not noted)] if noted else group


def _same(frame: Frame, one: Draft, other: Draft) -> bool:
    """Whether two drafts are one event: of one entry of the reference list, one paper, or one day and mostly one in
    words.
    """
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
    if _is_noted(frame, other, one):
        return True
    first, second = _content(frame, one), _content(frame, other)
    shared = len(first & second)
    return shared >= 2 and shared >= 0.5 * min(len(first), len(second))


def _is_noted(frame: Frame, told: Draft, noted: Draft) -> bool:
    """Whether the note in which one is told stands right behind what tells of the other: it says what that was."""
    if told.rule not in ("clause", "act") or noted.rule != "clause" or not frame.in_notes(noted.evidence[0].start):
        return False
    mark, end = mark_of_note(frame, noted.evidence[0].start), told.evidence[0].end
    return mark > 0 and abs(mark - end) <= _AT_MARK


_AT_MARK = 4
"""Characters between the end of a clause and the mark of its note: the mark itself, a full stop, a quotation mark."""


def _edtf(draft: Draft) -> str:
    return draft.date.edtf if draft.date else ""


def _content(frame: Frame, draft: Draft) -> set[str]:
    """The words of the first evidence that carry meaning, without its dates."""
    words = set(words_in(frame.words_at(draft.evidence[0])).lower) - word_list("idle")
    for mention in draft.dates:
        words -= set(words_in(mention.text).lower)
    return words


def _joined(group: Sequence[Draft]) -> Draft:
    """The first draft of a group with the evidence and the dates of all."""
    if len(group) == 1:
        return group[0]
    return replace(
        group[0],
        date=min((draft.date for draft in group), key=_from_the_list),
        evidence=_apart(dict.fromkeys(span for draft in group for span in draft.evidence)),
        dates=tuple(mention for draft in group for mention in draft.dates),
        places=next((draft.places for draft in group if draft.places), ()),
        title=next((draft.title for draft in group if draft.title), ""),
        naming=_apart(dict.fromkeys(span for draft in group for span in draft.naming)),
    )


def _from_the_list(date: DateSpan | None) -> int:
    """How many parts of a date only the reference list knows; the best told date of a group has fewest."""
    return sum(part is Basis.REFERENCE for part in date.basis) if date else 0


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, in their order, without those that lie in another; one sweep, the longest from each start first."""
    told = list(spans)
    outer: set[Span] = set()
    reach = -1
    for span in sorted(told, key=lambda span: (span.start, -span.end)):
        if span.end > reach:
            outer.add(span)
            reach = span.end
    return tuple(span for span in told if span in outer)
