"""How fast exports are, and how little more memory a list of ten times the events needs.

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
from dashboard.export.page.content import MOST_EVENTS
from dashboard.export.pictures import ground
from dashboard.pipeline import build_atlas
from dashboard.queries import EVERYTHING, Filters, count_by
from dashboard.store.atlas import Atlas
from tests.bench.probe import Figure, report

TIMES = 5
MANY = 100_000
LIST_AIM = 5000
"""Milliseconds for so many."""
LISTS = ("csv", "geojson", "parquet")
GROWTH = 1.15
"""How much more memory ten times as many may need: what filters count by is held for every event of an atlas."""
MEGABYTE = 1_000_000


def figures(*, small: bool) -> Iterator[Figure]:
    """Of pictures, stories and lists; beside each the processor's time, which a busy machine does not stretch."""
    build_atlas(config.ATLAS)
    times = 2 if small else TIMES
    with tempfile.TemporaryDirectory() as folder:
        yield from pictures(times)
        yield from stories(Path(folder), times, 3_000 if small else MOST_EVENTS)
        yield from lists(Path(folder), MANY // 100 if small else MANY)


def pictures(times: int) -> Iterator[Figure]:
    """Timeline and map, ground and all drawn anew each time."""
    atlas = Atlas(config.ATLAS)
    for name, scale, aim in (("png", 2, 500), ("png", 4, None), ("svg", 2, 300), ("pdf", 2, 400)):
        for view in ("timeline", "map"):
            selection, form = select(atlas, EVERYTHING, look_named(scale=scale)), format_named(name, view)
            title = f"{view} as {name}" + f" x{scale}" * (name == "png")
            yield _timed(title, partial(_all, selection, form), aim, times)


def stories(folder: Path, times: int, most: int) -> Iterator[Figure]:
    """A deck of 20 slides, a page of 500 events, and one of as many as a page holds."""
    atlas = Atlas(config.ATLAS)
    story = select_story(atlas, Story("Twenty slides", slides=slides_of(atlas, EVERYTHING, 20)))
    yield _timed("deck of 20 slides", partial(_all, story, format_named("pptx", "story")), 5000, times)
    for events, aim, size in ((500, 1000, 2000), (most, None, None)):
        build_synthetic_atlas(folder / f"page-{events}", events)
        large, form = select(Atlas(folder / f"page-{events}")), format_named("html", "events")
        yield _timed(f"page of {events:,} events", partial(_all, large, form), aim, times)
        yield Figure("size of that page", "KB", [_all(large, form) / 1000], size)


def lists(folder: Path, many: int) -> Iterator[Figure]:
    """So many events as a list, and how much memory they need at most, beside a tenth of them."""
    some, aim = many // 10, LIST_AIM if many == MANY else None
    for events in (some, many):
        build_synthetic_atlas(folder / f"list-{events}", events)
    for name in LISTS:
        few, all_of_them = ([_apart(folder / f"list-{events}", name) for _ in range(3)] for events in (some, many))
        spent = [each.seconds * 1000 for each in all_of_them]
        cpu = statistics.median(each.processor * 1000 for each in all_of_them)
        yield Figure(f"{many:,} events as {name}", "ms", spent, aim, beside=f"processor {cpu:,.0f} ms")
        less = Figure(f"memory for {some:,} events as {name}", "MB", [each.memory / MEGABYTE for each in few])
        yield less
        held = [each.memory / MEGABYTE for each in all_of_them]
        yield Figure(f"memory for {many:,} events as {name}", "MB", held, GROWTH * less.median)


def _timed(name: str, act: Callable[[], object], aim: float | None, times: int) -> Figure:
    act()
    walls, cpus = [], []
    for _ in range(times):
        ground._ground.cache_clear()  # or the same map would be drawn but once
        begin, busy = time.perf_counter(), time.process_time()
        act()
        walls.append((time.perf_counter() - begin) * 1000)
        cpus.append((time.process_time() - busy) * 1000)
    return Figure(name, "ms", walls, aim, beside=f"processor {statistics.median(cpus):,.0f} ms")


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
    report(figures, __doc__)
