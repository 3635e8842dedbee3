"""Merge: one event told by several documents is one event, with all their evidence.

The rule, in one place: two events are one where both are the same entry of the reference list; or where kind and days
are the same, a place is shared, and the people (two of them and half of all, or the only one and words of the title)
or, where nobody is named, two states and most words of the title, at least two. A paper is the same only by its number,
a meeting only by those present: titles of memoranda are alike. Of a title only the words count that say what happened:
not its day and places, nor what is added in brackets of where it stands. A wrong merge is worse than a missed one: what
is doubtful stays apart.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in
from dashboard.model import Event, Place

_NUMBER = re.compile(r"\b(?:[A-Z]{1,3}[–-])?\d+\b")
_ADDED = re.compile(r" \((?:[^()]|\([^()]*\))*\)$| (?:cited|enclosed|spoken of) in .*$")
"""What a title adds at its end: “(note to telegram 30 from Jessup)”, “cited in a note to Telegram 30 from Jessup”."""
_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with those that are one put together, in the order in which they were given.

    Only events that share a block are compared, so that the work grows with the events and not with their pairs.
    """
    groups: list[list[Event]] = []
    blocks: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)
    for event in events:
        keys = _blocks(event)
        near = sorted({at for key in keys for at in blocks[key]})
        at = next((at for at in near if _belongs(event, groups[at])), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(event)
        for key in keys:
            blocks[key][at] = None
    return tuple(_merged(group) if len(group) > 1 else group[0] for group in groups)


def family(event: Event) -> str:
    """What it has in common with every event that may be the same: an entry of the reference list, else kind and day.

    Empty for one that is never the same as another. Families are merged apart from one another with the same outcome.
    """
    if event.reference or not _blocks(event):
        return event.reference
    return f"{event.kind} {event.date.edtf}" if event.date else ""


def _blocks(event: Event) -> list[tuple[object, ...]]:
    """What an event must have in common with another to be the same: an entry of the reference list, else kind and day
    with a place, for a paper with a number. None for what is never the same as another."""
    if event.reference:
        return [(event.reference,)]
    if event.date is None or event.date.earliest != event.date.latest:
        return []
    shared = _numbers(event) if event.kind == "communication" else _places(event.places)
    return [(event.kind, event.date.edtf, each) for each in shared]


def _belongs(event: Event, group: list[Event]) -> bool:
    """Whether an event is the same as every member of a group of its block."""
    return bool(event.reference) or all(same_event(event, member) for member in group)


def same_event(one: Event, other: Event) -> bool:
    """Whether two events are one by the rule above."""
    if one.reference or other.reference:
        return one.reference == other.reference
    if one.kind != other.kind or one.date is None or one.date != other.date or one.status != other.status:
        return False
    if one.date.earliest != one.date.latest:
        return False
    if one.kind == "communication":
        return bool(_numbers(one) & _numbers(other)) and _title_words(one) == _title_words(other)
    if not _places(one.places) & _places(other.places):
        return False
    people, others = _surnames(one), _surnames(other)
    shared, (alike, words) = len(people & others), _alike(one, other)
    if people and others:
        fewest, most = sorted((len(people), len(others)))
        return (shared >= 2 and 2 * shared >= most) or (shared == fewest == 1 and alike >= 0.3)
    same_states = len(set(one.countries) & set(other.countries)) >= 2
    return one.kind != "meeting" and same_states and alike >= 0.5 and words >= 2


def _surnames(event: Event) -> set[str]:
    return {person.name.split()[-1] for person in event.people}


def _numbers(event: Event) -> set[str]:
    """The numbers in the title, without those of its date: two telegrams “received October 15” are two."""
    day = event.date.earliest if event.date else None
    told = set(_NUMBER.findall(_ADDED.sub("", event.title)))
    return told - ({str(day.day), str(day.year)} if day else set())


def _places(places: Iterable[Place]) -> set[tuple[int, int]]:
    """Places by a tenth of a degree, so that two gazetteers' points for one town are one."""
    return {(round(place.lat * 10), round(place.lon * 10)) for place in places}


def _title_words(event: Event) -> set[str]:
    """The words of the title that say what happened."""
    words = set(words_in(_ADDED.sub("", event.title)).lower) - word_list("idle", "paper", "form") - _MONTHS
    where = {word for place in event.places for word in words_in(f"{place.name} {place.as_written}").lower}
    return {word for word in words - where if not word.isdigit()}


def _alike(one: Event, other: Event) -> tuple[float, int]:
    """The share of the shorter title's words that the other has too, and how many these are."""
    first, second = _title_words(one), _title_words(other)
    return len(first & second) / max(1, min(len(first), len(second))), len(first & second)


def _merged(group: list[Event]) -> Event:
    """The group as one event: the smallest id stays, the others become aliases; all evidence, people and topics."""
    first = min(group, key=lambda event: event.id)
    certain = next((event for event in group if event.certainty == "explicit"), first)
    return replace(
        first,
        date=certain.date if first.date is None or first.certainty != "explicit" else first.date,
        certainty=certain.certainty,
        evidence=tuple(dict.fromkeys(span for event in group for span in event.evidence)),
        places=first.places or next((event.places for event in group if event.places), ()),
        people=tuple(dict.fromkeys(person for event in group for person in event.people)),
        topics=tuple(dict.fromkeys(key for event in group for key in event.topics))[:3],
        countries=tuple(sorted({state for event in group for state in event.countries})),
        aliases=tuple(sorted({name for event in group for name in (event.id, *event.aliases)} - {first.id})),
    )
