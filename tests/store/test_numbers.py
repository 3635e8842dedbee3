"""Numbers: those of events grow with time, each made of its event alone; two that would be one are told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.datespan import DateSpan
from dashboard.model import Event, Evidence
from dashboard.store.numbers import document_number, event_number, in_time

LARGEST = 2**63 - 1
"""What DuckDB and SQLite can hold."""
years = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
ids = st.one_of(st.text("0123456789abcdef", min_size=16, max_size=16), st.text(max_size=12))


def event(event_id: str, edtf: str = "") -> Event:
    date = DateSpan(edtf) if edtf else None
    return Event(event_id, "", date, "other", "explicit", "happened", "author", (Evidence("d", 0, 1),))


@given(st.dictionaries(ids, st.one_of(st.just(""), years, years.map("../{}".format)), max_size=40))
def test_numbers_grow_with_time(dates: dict[str, str]) -> None:
    numbered, _ = in_time(event(name, edtf) for name, edtf in dates.items())
    assert [*numbered] == sorted({*numbered}), "ascending, each once"
    assert {each.id for each in numbered.values()} == {*dates}
    days = [each.date and (each.date.earliest or each.date.latest) for each in numbered.values()]
    assert days == sorted((day for day in days if day), key=lambda day: day.number()) + [None] * days.count(None)
    assert all(0 <= number <= LARGEST for number in numbered)


@given(st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), unique=True))
def test_events_of_a_day_are_in_order_of_their_ids(names: list[str]) -> None:
    numbered, own = in_time(event(name, "1945-05-03") for name in names)
    assert [each.id for each in numbered.values()] == sorted(names)
    assert own == (len({name[:10] for name in names}) == len(names))


def test_two_that_would_be_one_are_told_apart() -> None:
    one, other, later = event("added 1"), event("added 2"), event("addee")
    numbered, own = in_time([other, later, one])
    assert not own
    assert [each.id for each in numbered.values()] == ["added 1", "added 2", "addee"]
    assert next(iter(numbered)) == event_number(one)


@given(st.text())
def test_documents_have_numbers_too(name: str) -> None:
    assert 0 <= document_number(name) <= LARGEST
    assert document_number(name) != document_number(f"{name} ")
