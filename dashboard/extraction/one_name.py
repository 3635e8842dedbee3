"""One name: a person that several documents name differently (“Byrnes”, “James F. Byrnes”) under the fullest of them.

A surname alone takes the full name where all the full names with it that are told of in those years can be one
person's; where they cannot (two Johnsons), everybody keeps the name the document gives. Wrong is worse than apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest
from typing import NamedTuple

from dashboard.datespan import year_of
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


class Told(NamedTuple):
    """A name, and the years of the events it is told in."""

    name: str
    first: int | None
    """None where no event is dated."""
    last: int | None


def names_in(events: Iterable[Event]) -> list[Told]:
    """The names of the people in events, each once."""
    years: dict[str, list[int]] = {}
    for event in events:
        year = year_of(event.date)
        for person in event.people:
            years.setdefault(person.name, []).extend([] if year is None else [year])
    return [Told(name, min(known, default=None), max(known, default=None)) for name, known in years.items()]


def surname(name: str) -> str:
    """The last word of a name."""
    return name.rpartition(" ")[2]


def one_name(events: Sequence[Event], names: Iterable[Told]) -> list[Event]:
    """The events, each of their people under one name; an event without a date keeps the names it has.

    `names` are those of all documents, each any number of times: `names_in` the events of each.
    """
    bearers = _bearers(names)
    return [_renamed(event, bearers) for event in events]


def _bearers(names: Iterable[Told]) -> Bearers:
    """The full names by surname."""
    found: dict[str, dict[str, _Bearer]] = defaultdict(dict)
    for name, first, last in names:
        *given, last_word = name.split()
        if given and first is not None and last is not None:
            bearer = found[last_word].setdefault(name, _Bearer(tuple(given), name, first, last))
            bearer.first, bearer.last = min(bearer.first, first), max(bearer.last, last)
    return {each: list(bearers.values()) for each, bearers in found.items()}


def _renamed(event: Event, bearers: Bearers) -> Event:
    year = year_of(event.date)
    if year is None or not event.people:
        return event
    people = tuple(dict.fromkeys(_person(person, year, bearers) for person in event.people))
    return event if people == event.people else replace(event, people=people)


def _person(person: Person, year: int, bearers: Bearers) -> Person:
    """The person under the fullest name that is surely theirs."""
    near = [each for each in bearers.get(surname(person.name), ()) if each.near(year)]
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
