"""A made-up series to ask of, and filters that leave much, little or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.queries import EVERYTHING, FACETS, Atlas, Filters, count_by
from dashboard.queries.filters import Facet

EVENTS = 600


@pytest.fixture(scope="session")
def series(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """A small made-up series."""
    folder: Path = tmp_path_factory.mktemp("series")
    build_synthetic_atlas(folder, EVENTS)
    atlas = Atlas(folder)
    yield atlas
    atlas.close()


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    """None, one or two of them."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


SINGLE = {
    "search": st.sampled_from(["", "Washington", "zeppelin", "note received"]),
    "area": st.sampled_from(["", "30,-10,60,40", "-90,-180,0,180", "12.3,12.3,12.3,12.3"]),
    "date_from": st.sampled_from(["", "1943-06-01", "1949-01-01"]),
    "date_to": st.sampled_from(["", "1949-12-31", "1965-01-01"]),
}
"""What narrows and is no list of values."""

any_filters = st.builds(
    Filters,
    topics=some("troops-bases", "trade-finance-aid", "no-such-topic"),
    countries=some("US", "CN", "GB", "IL"),
    kinds=some("communication", "meeting", "military"),
    people=some("Aldous Wren", "General Corvin", "nobody"),
    status=some("happened", "planned"),
    **{field: values for field, values in SINGLE.items() if field != "area"},
)


def values_of(atlas: Atlas, facet: Facet) -> list[str]:
    """Values of a facet that many events of an atlas have, few, and none."""
    held = [choice.key for choice in count_by(atlas, EVERYTHING, facet.field) if choice.count]
    return list(dict.fromkeys([*held[:2], held[-1], *facet.known, "nothing has it"]))


def all_filters(atlas: Atlas) -> st.SearchStrategy[Filters]:
    """Filters of every kind there is, each left open as often as not, with values of the atlas."""
    facets = {facet.field: st.just(()) | some(*values_of(atlas, facet)) for facet in FACETS}
    return st.builds(Filters, **facets, **SINGLE)


by_chance = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
