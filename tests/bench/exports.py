"""How fast exports are, and that memory does not grow with the number of events: `make bench`.

Pictures and decks are those of the default documents, the page and the lists those of made-up atlases. Everything is
measured after a first time, which loads packages and fonts; each list in a process of its own, for its memory.
"""

from __future__ import annotations

import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple

from dashboard import config
from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.export import (
    Format,
    Selection,
    Story,
    export,
    format_named,
    look_named,
    select,
    select_story,
    slides_of,
    write_file,
)
from dashboard.export.pictures import ground
from dashboard.pipeline import build_atlas
from dashboard.queries import EVERYTHING, Filters, count_by
from dashboard.store.atlas import Atlas
from tests.bench.probe import Figure

TIMES = 5
MANY = 100_000
SOME = 10_000
LISTS = ("csv", "geojson", "parquet")
MEGABYTE = 1_000_000


Row = tuple[Figure, str]
"""A figure and what stands beside it: the aim, and the processor's time, which a busy machine does not stretch."""


def main() -> None:
    """Print a table: what, median, smallest and largest, aim."""
    build_atlas(config.ATLAS)
    with tempfile.TemporaryDirectory() as folder:
        for figure, beside in (*pictures(), *stories(Path(folder)), *lists(Path(folder))):
            print(f"{figure.row()}   {beside}", flush=True)


def pictures() -> Iterator[Row]:
    """Timeline and map, ground and all drawn anew each time."""
    atlas = Atlas(config.ATLAS)
    for name, scale, aim in (("png", 2, "500"), ("png", 4, "-"), ("svg", 2, "300"), ("pdf", 2, "400")):
        for view in ("timeline", "map"):
            selection, form = select(atlas, EVERYTHING, look_named(scale=scale)), format_named(name, view)
            yield _timed(f"{view} as {name}" + f" x{scale}" * (name == "png"), partial(_all, selection, form), aim)


def stories(folder: Path) -> Iterator[Row]:
    """A deck of 20 slides, a page of 500 events."""
    atlas = Atlas(config.ATLAS)
    story = select_story(atlas, Story("Twenty slides", slides=slides_of(atlas, EVERYTHING, 20)))
    yield _timed("deck of 20 slides", partial(_all, story, format_named("pptx", "story")), "5000")
    build_synthetic_atlas(folder / "500", 500)
    large, form = select(Atlas(folder / "500")), format_named("html", "events")
    yield _timed("page of 500 events", partial(_all, large, form), "1000")
    yield Figure("size of that page", "KB", [_all(large, form) / 1000]), "aim 2000"


def lists(folder: Path) -> Iterator[Row]:
    """100,000 events as a list, and by how much more memory they need than a tenth of them."""
    for events in (SOME, MANY):
        build_synthetic_atlas(folder / str(events), events)
    for name in LISTS:
        values = [_apart(folder / str(MANY), name) for _ in range(3)]
        seconds = [each.seconds * 1000 for each in values]
        cpu = statistics.median(each.processor * 1000 for each in values)
        yield Figure(f"{MANY:,} events as {name}", "ms", seconds), f"aim 5000; processor {cpu:.0f} ms"
        few = [_apart(folder / str(SOME), name) for _ in range(3)]
        grown = [(many.memory - some.memory) / MEGABYTE for many, some in zip(values, few, strict=True)]
        yield Figure(f"{name}: memory beyond that of {SOME:,}", "MB", grown), "aim: none"


def _timed(name: str, act: Callable[[], object], aim: str) -> Row:
    act()
    walls, cpus = [], []
    for _ in range(TIMES):
        ground._ground.cache_clear()  # or the same map would be drawn but once
        begin, busy = time.perf_counter(), time.process_time()
        act()
        walls.append((time.perf_counter() - begin) * 1000)
        cpus.append((time.process_time() - busy) * 1000)
    return Figure(name, "ms", walls), f"aim {aim}; processor {statistics.median(cpus):.0f} ms"


def _all(selection: Selection, form: Format) -> int:
    """Write it to nowhere; answers with its bytes."""
    written = export(selection, form)
    return len(written) if isinstance(written, bytes) else sum(map(len, written))


class Spent(NamedTuple):
    """What an export took: seconds, seconds of the processor, and bytes of memory at most."""

    seconds: float
    processor: float
    memory: int


def _apart(atlas: Path, name: str) -> Spent:
    """What it takes in a process of its own."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_measured, args=(atlas, name, answers))
    process.start()
    answer: Spent = answers.get(timeout=600)
    process.join()
    return answer


def _peak() -> int:
    """Bytes this process held at most; what getrusage says begins with what its parent held (Linux)."""
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) * 1024


def _measured(atlas: Path, name: str, answers: Queue[Spent]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        form = format_named(name, "events")
        opened = Atlas(atlas)
        write_file(Path(folder) / "first", export(select(opened, _few(opened)), form))
        begin, busy = time.perf_counter(), time.process_time()
        write_file(Path(folder) / "all", export(select(opened), form))
        seconds, processor = time.perf_counter() - begin, time.process_time() - busy
    answers.put(Spent(seconds, processor, _peak()))


def _few(atlas: Atlas) -> Filters:
    """A filter that leaves little, to load what is needed before it counts."""
    rarest = count_by(atlas, EVERYTHING, "countries")[-1].key
    return Filters(countries=(rarest,))


if __name__ == "__main__":
    main()
