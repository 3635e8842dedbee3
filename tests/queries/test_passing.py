"""The masks over the columns: of every filter the same events as its SQL finds; a new build is seen at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.queries import EVERYTHING, Atlas, Filters, count_by, summary
from dashboard.queries.passing import passing
from tests.queries.series import any_filters, by_chance

areas = st.sampled_from(["", "30,-10,60,40", "-90,-180,0,180", "12.3,12.3,12.3,12.3"])


def by_sql(atlas: Atlas, filters: Filters) -> list[int]:
    """Numbers of the events that the filters' SQL finds, in order."""
    where, values = filters.where(atlas.matching_events)
    statement = f"SELECT number FROM events WHERE {where} ORDER BY number"  # noqa: S608 - values are bound
    return [number for (number,) in atlas.rows(statement, values)]


@by_chance
@given(any_filters, areas, st.booleans())
def test_a_mask_is_what_the_sql_finds(series: Atlas, filters: Filters, area: str, one: bool) -> None:
    document = count_by(series, EVERYTHING, "documents")[0].key
    asked = replace(filters, area=area, documents=(document, "no such document") if one else ())
    columns, shown = passing(series, asked)
    assert columns.numbers[shown].tolist() == by_sql(series, asked)
    assert len(shown) == columns.events == len(by_sql(series, EVERYTHING))


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
