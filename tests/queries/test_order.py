"""Order of time, and all choices in one pass: the same as reading every row, by the tables and by chance filters."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import (
    EVENT_COLUMNS,
    EVERYTHING,
    FACETS,
    SORTS,
    Atlas,
    Filters,
    count_by,
    count_choices,
    event_page,
    find_events,
    first_event,
    has_event,
    shelf,
    standing,
)
from tests.queries.series import EVENTS, any_filters, by_chance


@by_chance
@given(any_filters, st.integers(0, EVENTS - 1))
def test_standing_is_the_place_among_the_rows(series: Atlas, filters: Filters, number: int) -> None:
    ids = find_events(series, filters)["id"].tolist()
    event = find_events(series)["id"][number]
    stands = standing(series, filters, event)
    assert stands.events == len(ids)
    if event not in ids:
        assert (stands.at, stands.earlier, stands.later) == (-1, "", ids[0] if ids else "")
    else:
        at = ids.index(event)
        neighbours = (ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else "")
        assert (stands.at, stands.earlier, stands.later) == (at, *neighbours)


def test_nothing_and_aliases(gold_atlas: Atlas) -> None:
    assert standing(gold_atlas, EVERYTHING, "no such event").at == -1
    (_, alias), *_ = gold_atlas.rows("SELECT event, id FROM event_ids ORDER BY event DESC, id")
    assert standing(gold_atlas, EVERYTHING, alias).at == len(find_events(gold_atlas)) - 1


@by_chance
@given(any_filters, st.integers(0, 5))
def test_a_page_is_a_slice_of_the_rows(series: Atlas, filters: Filters, page: int) -> None:
    rows = event_page(series, filters, page, 50)
    assert list(rows.columns) == list(EVENT_COLUMNS)
    assert rows["id"].tolist() == find_events(series, filters)["id"].tolist()[page * 50 : page * 50 + 50]


@by_chance
@given(any_filters)
def test_the_first_event_is_the_occasion_of_the_fullest_document(series: Atlas, filters: Filters) -> None:
    rows, occasions = find_events(series, filters), {row.id: row.occasion for row in shelf(series, count=EVENTS).rows}
    told = Counter(rows["documents"].explode().dropna())
    fullest = [
        {occasions[each] for each, n in told.items() if n == count} for count in sorted(set(told.values()))[::-1]
    ]
    shown = [found for each in fullest if (found := each & set(rows["id"]))]
    first = first_event(series, filters)
    if shown:
        assert first in shown[0]
    elif len(rows):
        assert first == rows.loc[rows["evidence"].idxmax(), "id"]
    else:
        assert first == ""


@by_chance
@given(any_filters)
def test_all_choices_in_one_pass_are_those_counted_one_by_one(series: Atlas, filters: Filters) -> None:
    together = count_choices(series, filters, 10_000)
    for facet in FACETS:
        alone = count_by(series, filters, facet.field)
        assert together[facet.field] == alone
        rows = find_events(series, filters.without(facet.field))
        column = rows[facet.column].explode() if facet.many else rows[facet.column]
        assert {choice.key: choice.count for choice in alone if choice.count} == column.value_counts().to_dict()


def test_only_the_commonest_choices_and_those_chosen(series: Atlas) -> None:
    everything = count_by(series, EVERYTHING, "documents")
    rare = everything[-1].key
    few = count_choices(series, Filters(documents=(rare,)), 5)["documents"]
    assert [choice.count for choice in few[:5]] == [choice.count for choice in everything[:5]]
    assert len(few) == 6 and few[-1].key == rare


def test_values_that_no_event_has_are_not_known(series: Atlas) -> None:
    asked = [("topics", "troops-bases"), ("topics", "no-such-topic"), ("people", "nobody"), ("kinds", "meeting")]
    assert [has_event(series, *each) for each in asked] == [True, False, False, True]


def test_a_table_is_sorted_by_any_column_and_what_says_nothing_comes_last(gold_atlas: Atlas) -> None:
    count = len(find_events(gold_atlas))
    for sort in (each for name in SORTS for each in (name, f"-{name}")):
        rows = event_page(gold_atlas, EVERYTHING, 0, count, sort)
        assert len(set(rows["id"])) == count, sort
        named = [each.lower() for each in event_page(gold_atlas, EVERYTHING, 0, count, "title")["title"]]
        assert named == sorted(named)
    places = event_page(gold_atlas, EVERYTHING, 0, count, "-place")["place_text"].tolist()
    told = [each.lower() for each in places if each]
    assert told == sorted(told, reverse=True) and not any(places[len(told) :])
    first, second = (event_page(gold_atlas, EVERYTHING, page, 10, "title")["title"].tolist() for page in (0, 1))
    assert first + second == event_page(gold_atlas, EVERYTHING, 0, 20, "title")["title"].tolist()
