"""When a document can speak of an event by its name, and which of several events of one name it means."""

from __future__ import annotations

import re

from dashboard.datespan import DateSpan, Day
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.reference import NamedEvent, Naming
from dashboard.model import Span

_AHEAD = re.compile(
    r"\b(?:forthcoming|coming|next|proposed|future|projected|will|shall|to be held|planned|prospective|before the)\b"
)
_ANOTHER = re.compile(r"\b(?:comprehensive|complete|future|new|another|any|no|possible|eventual|potential) $")
"""Words that set what is still to come apart from what has happened under that name."""
_WITHIN_AHEAD = 400
"""Days before an event from which it may be spoken of by its name."""
_NAME_YEARS, _WORD_YEARS, _NEAR_YEARS, _SHORT_YEARS, _PLACE_YEARS = 120, 25, 40, 15, 8
"""Years in which a full name, a single word, a name that needs company, the name of a conference in two words (“Hague
Conference”) and a mere place still stand for the event."""


def overlap(one: DateSpan, other: DateSpan | None) -> bool:
    """Whether two dates share a day, an open end counting as for ever."""
    if other is None:
        return False
    low, high = Day(-9999, 1, 1), Day(9999, 12, 31)
    return (one.earliest or low) <= (other.latest or high) and (other.earliest or low) <= (one.latest or high)


def _days(day: Day) -> int:
    """Days, roughly: only for telling near from far."""
    return day.year * 365 + day.month * 30 + day.day


def possible(frame: Frame, span: Span, naming: Naming) -> bool:
    """Whether the document can speak of the event: not long before it; of a mere place not long after."""
    own, event = frame.own_date, naming.event
    if own is None or own.latest is None or event.date.earliest is None:
        return True
    gap = _days(own.latest) - _days(event.date.earliest)
    if gap < 0:
        return frame.in_notes(span.start) or (
            -gap <= _WITHIN_AHEAD and event.kind in ("meeting", "military", "agreement")
        )
    if _ANOTHER.search(frame.text, max(0, span.start - 24), span.start):
        return False
    return gap <= 365 * _years_known(frame.words_at(span), naming)


def _years_known(words: str, naming: Naming) -> int:
    """For how many years a phrase is understood without more: a full name always, a mere place or month not long."""
    if naming.how == "name" and naming.event.kind == "meeting" and words.count(" ") < 2:
        return _SHORT_YEARS
    if naming.how == "name":
        return _NAME_YEARS if " " in words else _WORD_YEARS
    if naming.how == "place":
        return _PLACE_YEARS
    return _NEAR_YEARS if naming.event.near else 1


def remoteness(frame: Frame, span: Span, event: NamedEvent) -> float:
    """How far off an event of that name is: 0 for the one going on, a future one counting four times.

    Where the words look ahead the next one is the nearest.
    """
    own = frame.own_date
    if own is None or own.latest is None or own.earliest is None or event.date.earliest is None:
        return 0
    gap = _days(own.latest) - _days(event.date.earliest)
    ahead = bool(_AHEAD.search(frame.text, max(0, span.start - 40), span.start))
    if overlap(event.date, own):
        return 0
    if gap < 0:
        return -gap / 100 if ahead else -gap * 4
    return gap
