"""A list is written event by event: ten times as many take no more memory to speak of."""

import tracemalloc
from collections.abc import Iterator

import pytest

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.export import Selection, export, format_named, select
from dashboard.queries import Filters
from dashboard.store.atlas import Atlas

EVENTS, STEP = 600, 10


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    folder = tmp_path_factory.mktemp("series")
    build_synthetic_atlas(folder, EVENTS)
    atlas = Atlas(folder)
    yield atlas
    atlas.close()


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held at a time, as much smaller than the list as it is where lists are long."""
    for name, most in (
        ("queries.entries.AT_A_TIME", STEP),
        ("queries.entries.MOST_SOURCES", STEP),
        ("queries.sources.AT_A_TIME", STEP),
        ("export.cited.MOST", STEP),
        ("export.tables.ROWS", STEP),
        ("export.geojson.ROWS", STEP),
        ("export.parquet.ROWS", 5 * STEP),
    ):
        monkeypatch.setattr(f"dashboard.{name}", most)


def write(selection: Selection, name: str) -> None:
    for part in export(selection, format_named(name, "events")):
        del part


def held(selection: Selection, name: str) -> int:
    """Bytes that Python holds at most while a list is written."""
    tracemalloc.start()
    write(selection, name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("name", ["csv", "geojson", "parquet"])
@pytest.mark.usefixtures("small_steps")
def test_memory_does_not_grow_with_the_list(series: Atlas, name: str) -> None:
    few, many = select(series, Filters(date_to="1925-12-31")), select(series)
    assert many.count > 8 * few.count > 8 * 3 * STEP
    write(many, name)  # what is remembered of dates is there
    assert held(many, name) < 3 * held(few, name)  # all held together take nine times as much
