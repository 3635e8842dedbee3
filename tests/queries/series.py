"""A made-up series to ask of, and filters that leave much, little or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.queries import Atlas, Filters

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


any_filters = st.builds(
    Filters,
    topics=some("troops-bases", "trade-finance-aid", "no-such-topic"),
    countries=some("US", "CN", "GB", "IL"),
    kinds=some("communication", "meeting", "military"),
    people=some("Aldous Wren", "General Corvin", "nobody"),
    status=some("happened", "planned"),
    search=st.sampled_from(["", "Washington", "zeppelin", "note received"]),
    date_from=st.sampled_from(["", "1943-06-01", "1949-01-01"]),
    date_to=st.sampled_from(["", "1949-12-31", "1965-01-01"]),
)

by_chance = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
