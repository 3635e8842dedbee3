"""One place: counted whole, listed in part, and the event it lights up, as reading every row would tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import Atlas, Filters, find_events, find_places, lit_event, place_detail
from dashboard.queries.place import MOST_LISTED
from tests.queries.series import any_filters, by_chance

numbers = st.integers(0, 60)


@by_chance
@given(any_filters, numbers)
def test_a_place_is_counted_as_on_the_map(series: Atlas, filters: Filters, number: int) -> None:
    places = find_places(series, filters)
    order = find_events(series, filters)["id"].tolist()
    for row in places.sort_values("mentions").iloc[number : number + 2].to_dict("records"):
        detail = place_detail(series, row["id"], filters)
        assert detail is not None
        in_time = [event for event in order if event in row["event_ids"]]
        assert (detail.events, list(detail.event_ids)) == (len(in_time), in_time[:MOST_LISTED])
        assert {each.event_id for each in detail.spoken} - {""} <= set(row["spoken_ids"])
        assert detail.passages >= len(detail.spoken)
        if detail.passages <= MOST_LISTED:
            assert {each.event_id for each in detail.spoken} - {""} == set(row["spoken_ids"])


def test_a_capital_is_listed_in_part(series: Atlas) -> None:
    places = find_places(series)
    capital = places.loc[places["event_ids"].map(len).idxmax()]
    detail = place_detail(series, capital["id"])
    assert detail is not None
    assert detail.passages > MOST_LISTED == len(detail.spoken)


@by_chance
@given(any_filters, numbers, st.integers(0, 599))
def test_a_place_keeps_the_event_that_is_selected_where_it_can(
    series: Atlas, filters: Filters, number: int, event: int
) -> None:
    asked = find_events(series)["id"][event]
    for row in find_places(series, filters).iloc[number : number + 1].to_dict("records"):
        candidates = set(row["event_ids"]) or set(row["spoken_ids"])
        for wanted in (asked, *list(candidates)[:1]):
            lit = lit_event(series, row["id"], filters, wanted)
            assert lit == wanted if wanted in candidates or not candidates else lit in candidates


def test_what_filters_leave_nothing_of_is_none(series: Atlas) -> None:
    anywhere = find_places(series)["id"][0]
    assert place_detail(series, anywhere, Filters(people=("nobody",))) is None
    assert lit_event(series, anywhere, Filters(people=("nobody",)), "asked") == "asked"
    assert place_detail(series, "no such place") is None
