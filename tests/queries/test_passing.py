"""The masks over the columns: of every filter the same events as its SQL finds; a new build is seen at once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.queries import EVERYTHING, FACETS, Atlas, Filters, summary
from dashboard.queries.filters import Facet
from dashboard.queries.passing import passing
from tests.queries.series import SINGLE, all_filters, by_chance, values_of


def by_sql(atlas: Atlas, filters: Filters) -> list[int]:
    """Numbers of the events that the filters' SQL finds, in order."""
    where, values = filters.where(atlas.matching_events)
    statement = f"SELECT number FROM events WHERE {where} ORDER BY number"  # noqa: S608 - values are bound
    return [number for (number,) in atlas.rows(statement, values)]


@settings(by_chance, max_examples=40)
@given(st.data())
def test_a_mask_is_what_the_sql_finds(series: Atlas, data: st.DataObject) -> None:
    asked = data.draw(all_filters(series))
    columns, shown = passing(series, asked)
    assert columns.numbers[shown].tolist() == by_sql(series, asked)
    assert len(shown) == columns.events == len(by_sql(series, EVERYTHING))


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.field)
def test_each_filter_alone_finds_the_same_both_ways(series: Atlas, facet: Facet) -> None:
    """A new row of FACETS is held to it by itself: it needs its column in the atlas and among those in memory."""
    for value in values_of(series, facet):
        columns, shown = passing(series, EVERYTHING.choosing(facet.field, (value,)))
        assert columns.numbers[shown].tolist() == by_sql(series, EVERYTHING.choosing(facet.field, (value,))), value


def test_every_field_of_filters_is_tried() -> None:
    assert {field.name for field in fields(Filters)} == {facet.field for facet in FACETS} | SINGLE.keys()


OPEN = [
    Filters(date_from="1900-01-01"),
    Filters(date_to="1945-02-11"),
    Filters(date_from="1945-02-08", date_to="1945-02-08"),
    Filters(certainty=("inferred",)),
    Filters(search="Yalta", status=("planned",)),
]


@pytest.mark.parametrize("filters", OPEN)
def test_open_ends_and_undated_events_pass_as_by_sql(gold_atlas: Atlas, filters: Filters) -> None:
    columns, shown = passing(gold_atlas, filters)
    assert columns.numbers[shown].tolist() == by_sql(gold_atlas, filters)


def test_the_columns_are_read_once_and_anew_for_a_new_build(tmp_path: Path) -> None:
    build_synthetic_atlas(tmp_path, 40)
    atlas = Atlas(tmp_path)
    assert atlas.columns is atlas.columns
    before = summary(atlas, EVERYTHING).events
    build_synthetic_atlas(tmp_path, 60)
    assert summary(atlas, EVERYTHING).events > before
    atlas.close()
