"""Numbers: what events and documents go by inside an atlas. Each is made of what it names alone, so that it stays while
others come and go: an atlas changes by the rows that change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from dashboard.model import Event

_BITS = 40
"""Of an event's number, those that tell the events of one day apart; 23 tell the days."""
_BEGINNING = 4_400_000
"""Days before 1970 from which days are told: no date of the calendar is earlier (year -9999)."""
_UNDATED = 2**23 - 1
_DIGITS = re.compile(r"[0-9a-f]{10}")
"""How an id begins that is a hash."""


def document_number(document_id: str) -> int:
    """Of 63 bits: among a million documents, two are alike once in ten million times."""
    return int.from_bytes(hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).digest()[:8]) >> 1


def event_number(event: Event) -> int:
    """It grows with time: first day, else last day, then id; undated events come last."""
    first = event.date.day if event.date else None
    day = first.number() + _BEGINNING if first else _UNDATED
    return day << _BITS | _beginning(event.id)


def _beginning(event_id: str) -> int:
    """As much of the id as there is room for, in its order."""
    if digits := _DIGITS.match(event_id):
        return int(digits[0], 16)
    return int.from_bytes(event_id.encode("utf-8", "surrogatepass")[: _BITS // 8].ljust(_BITS // 8, b"\0"))


def in_time(events: Iterable[Event]) -> tuple[dict[int, Event], bool]:
    """The events by their numbers in order of time, and whether each bears its own: of two that would bear the same,
    the greater id takes the next."""
    found: dict[int, Event] = {}
    last, own = -1, True
    numbered = ((event_number(event), event) for event in events)
    for number, event in sorted(numbered, key=lambda pair: (pair[0], pair[1].id)):
        own = own and number > last
        last = max(number, last + 1)
        found[last] = event
    return found, own
