"""People of several documents: who is one person under one name, and who must stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.one_name import names_in, one_name
from dashboard.model import Event, Evidence, Person

CASES = [
    (
        [(1945, "Byrnes"), (1946, "James F. Byrnes")],
        ["James F. Byrnes"] * 2,
        "the only full name with it",
    ),
    ([(1945, "J. F. Byrnes"), (1946, "James Byrnes")], ["James Byrnes"] * 2, "initials agree; a name says more"),
    ([(1945, "Stalin"), (1946, "Stalin")], ["Stalin"] * 2, "no full name is known"),
    (
        [(1966, "Johnson"), (1965, "Lyndon B. Johnson"), (1967, "U. Alexis Johnson")],
        ["Johnson", "Lyndon B. Johnson", "U. Alexis Johnson"],
        "two of a name at one time stay apart, and the surname alone stays open",
    ),
    (
        [(1905, "Roosevelt"), (1907, "Theodore Roosevelt"), (1943, "Roosevelt"), (1944, "Franklin D. Roosevelt")],
        ["Theodore Roosevelt", "Theodore Roosevelt", "Franklin D. Roosevelt", "Franklin D. Roosevelt"],
        "two of a name forty years apart",
    ),
    ([(1861, "Seward"), (1945, "William H. Seward")], ["Seward", "William H. Seward"], "too far apart in time"),
    (
        [(1945, "Bohlen"), (None, "Charles E. Bohlen")],
        ["Bohlen", "Charles E. Bohlen"],
        "without a date, nothing",
    ),
]


def told(number: int, year: int | None, name: str) -> Event:
    return Event(
        id=str(number), title="They met", date=DateSpan(str(year)) if year else None, kind="meeting",
        certainty="explicit", status="happened", told_by="author", evidence=(Evidence(f"d{number}", 0, 9),),
        people=(Person(name),),
    )  # fmt: skip


@pytest.mark.parametrize(("named", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_who_is_one_person(named: Sequence[tuple[int | None, str]], expected: Sequence[str], why: str) -> None:
    events = [told(number, year, name) for number, (year, name) in enumerate(named)]
    for order in (events, events[::-1]):
        names = {event.id: [person.name for person in event.people] for event in one_name(order, names_in(order))}
        assert [names[event.id] for event in events] == [[name] for name in expected], why


def test_two_names_of_one_person_in_an_event_become_one() -> None:
    events = [told(1, 1945, "James F. Byrnes"), told(2, 1945, "Byrnes")]
    both = replace(events[1], people=(Person("Byrnes"), Person("James F. Byrnes")))
    assert one_name([both], names_in(events))[0].people == (Person("James F. Byrnes"),)


def test_a_name_is_told_of_in_the_years_of_its_events() -> None:
    events = [told(1, 1945, "Byrnes"), told(2, None, "Byrnes"), told(3, 1947, "Byrnes"), told(4, None, "Bohlen")]
    assert names_in(events) == [("Byrnes", 1945, 1947), ("Bohlen", None, None)]
