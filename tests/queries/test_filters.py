"""Filters: the SQL binds, the URL goes round, nonsense becomes a sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import Atlas, Filters, find_events
from dashboard.queries.filters import FACETS, QUERY_KEYS

WORDS = st.text(min_size=1, max_size=40)
MANY = st.lists(WORDS, max_size=4, unique=True).map(tuple)


def chosen(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    known = next(facet.known for facet in FACETS if facet.field == field)
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)


FILTERS = st.builds(
    Filters,
    topics=MANY,
    countries=MANY,
    search=st.text(max_size=40),
    people=MANY,
    kinds=chosen("kinds"),
    documents=MANY,
    collections=MANY,
    area=st.sampled_from(["", "29.5,30.1,31.3,32.6"]),
    date_from=st.just("") | st.dates(max_value=date(1900, 1, 1)).map(str),
    date_to=st.just("") | st.dates(min_value=date(1900, 1, 2)).map(str),
    certainty=chosen("certainty"),
    status=chosen("status"),
)


@given(FILTERS)
def test_filters_go_round_by_the_url(filters: Filters) -> None:
    assert Filters.from_query(filters.to_query()) == (filters, ())


@given(st.dictionaries(st.sampled_from([*QUERY_KEYS, "x"]), st.text() | MANY))
def test_no_url_is_too_strange(query: dict[str, str | tuple[str, ...]]) -> None:
    filters, problems = Filters.from_query(query)
    again, left = Filters.from_query(filters.to_query())
    assert again == filters
    assert left == ()
    assert all(sentence.endswith(".") for sentence in problems)


@given(FILTERS)
def test_every_filter_can_be_asked(gold_atlas: Atlas, filters: Filters) -> None:
    found = find_events(gold_atlas, filters)
    assert len(found) <= 30
    if not filters.active():
        assert len(found) == 30


NONSENSE = [
    ({"kind": ["riot"]}, "kind “riot”"),
    ({"from": "yesterday"}, "“from=yesterday” is no day"),
    ({"to": "1945-13-01"}, "is no day"),
    ({"from": "1946", "to": "1945"}, "end before they begin"),
    ({"certainty": "<script>alert(1)</script>"}, "which is not known here"),
]


@pytest.mark.parametrize(("query", "words"), NONSENSE)
def test_nonsense_is_a_sentence(query: dict[str, str], words: str) -> None:
    filters, problems = Filters.from_query(query)
    assert filters == Filters()
    assert len(problems) == 1
    assert words in problems[0]


def test_years_and_months_of_a_url_become_days() -> None:
    filters, _ = Filters.from_query({"from": "1921", "to": "1945-07"})
    assert (filters.date_from, filters.date_to) == ("1921-01-01", "1945-07-31")


def test_values_an_atlas_does_not_know_are_left_out() -> None:
    filters = Filters(topics=("oil", "cheese"), people=("Stalin",))
    kept, problems = filters.known_to({"topics": frozenset({"oil"})})
    assert kept == Filters(topics=("oil",), people=("Stalin",))
    assert problems == ("The link asks for topic “cheese”, which no event here has; it was left out.",)


SENTENCES = [
    (Filters(), ""),
    (Filters(topics=("oil",), countries=("IR", "RU")), "Oil, involving IR or RU"),
    (Filters(date_from="1921-01-01", date_to="1946-12-31"), "1921–1946"),
    (Filters(date_from="1945-07-17", date_to="1945-08-02"), "17 July – 2 August 1945"),
    (Filters(date_from="1945-07-01", date_to="1945-08-31"), "July – August 1945"),
    (Filters(date_from="1944-02-01", date_to="1944-02-29"), "February 1944"),
    (Filters(date_from="1945-07-01", date_to="1945-08-02"), "1 July – 2 August 1945"),
    (Filters(date_from="1945-12-01", date_to="1946-12-31"), "December 1945 – December 1946"),
    (Filters(date_to="1945-07-30"), "Until 30 July 1945"),
    (Filters(date_from="1942-01-01"), "Since 1942"),
    (Filters(search="oil fields", certainty=("explicit",)), "Date given in the text, “oil fields”"),
]


@pytest.mark.parametrize(("filters", "sentence"), SENTENCES)
def test_sentence(filters: Filters, sentence: str) -> None:
    assert filters.sentence() == sentence
