"""One name: a person that several documents name differently (“Byrnes”, “James F. Byrnes”) under the fullest of them.

A surname alone takes the full name where all the full names with it that are told of in those years can be one
person's; where they cannot (two Johnsons), everybody keeps the name the document gives. Wrong is worse than apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest

from dashboard.model import Event, Person

YEARS = 12
"""Years before and after those in which a full name is told of, in which its surname alone may mean the same person:
about as long as one serves as a minister or an ambassador."""


@dataclass(slots=True)
class _Bearer:
    """A full name, and the years of the events it is told in."""

    given: tuple[str, ...]
    name: str
    first: int
    last: int

    def near(self, year: int) -> bool:
        return self.first - YEARS <= year <= self.last + YEARS


Bearers = dict[str, list[_Bearer]]


def one_name(events: Sequence[Event]) -> list[Event]:
    """The events, each of their people under one name; an event without a date keeps the names it has."""
    bearers = _bearers(events)
    return [_renamed(event, bearers) for event in events]


def _bearers(events: Iterable[Event]) -> Bearers:
    """The full names by surname."""
    found: dict[str, dict[str, _Bearer]] = defaultdict(dict)
    for event in events:
        year = _year(event)
        for person in event.people if year is not None else ():
            *given, surname = person.name.split()
            if given and year is not None:
                bearer = found[surname].setdefault(person.name, _Bearer(tuple(given), person.name, year, year))
                bearer.first, bearer.last = min(bearer.first, year), max(bearer.last, year)
    return {surname: list(names.values()) for surname, names in found.items()}


def _renamed(event: Event, bearers: Bearers) -> Event:
    year = _year(event)
    if year is None or not event.people:
        return event
    people = tuple(dict.fromkeys(_person(person, year, bearers) for person in event.people))
    return event if people == event.people else replace(event, people=people)


def _person(person: Person, year: int, bearers: Bearers) -> Person:
    """The person under the fullest name that is surely theirs."""
    near = [each for each in bearers.get(person.name.rpartition(" ")[2], ()) if each.near(year)]
    if not near or any(not _can_be_one(*pair) for pair in combinations(near, 2)):
        return person
    fullest = max(near, key=lambda each: (len(max(each.given, key=len)), len(each.name), each.name))
    return person if fullest.name == person.name else replace(person, name=fullest.name)


def _can_be_one(one: _Bearer, other: _Bearer) -> bool:
    """Whether the given names agree as far as both have them: “J. F.” and “James”, not “Lyndon B.” and “Andrew”."""
    pairs = zip_longest(one.given, other.given, fillvalue="")
    return all(_agree(first.rstrip("."), second.rstrip(".")) for first, second in pairs if first and second)


def _agree(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) == 1 and longer.startswith(shorter))


def _year(event: Event) -> int | None:
    day = (event.date.earliest or event.date.latest) if event.date else None
    return day.year if day else None
