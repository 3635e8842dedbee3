"""A whole series: how long its import takes, on how much memory, against bare processes; how quick its search is.

python -m tests.bench.series [FOLDER]            a folder of volumes, else made-up ones
python -m tests.bench.series --growth [N ...]    import and filters as events grow, with the picture of the README
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from dashboard import config
from dashboard.evaluation.synthetic.telegram import Telegram
from dashboard.pipeline import totals
from dashboard.queries import Atlas, Filters, count_choices, search, summary

WORDS = ("oil", "troop", '"most favored nation"', "government", "united states", "the", "of the")
DOCUMENTS_A_VOLUME = 400
EVENTS_A_DOCUMENT = 6
"""Found in a made-up document, about."""
PICTURE = config.DATA / "pictures" / "growth.svg"


@dataclass(frozen=True, slots=True)
class Run:
    """One command: what a clock, the processors and the memory say of it."""

    seconds: float
    processor: float
    """Seconds of all processors, children included."""
    memory: float
    """Most memory at any moment, in MB, all processes together; shared pages are counted once."""
    said: str


def main(folder: Path | None = None) -> None:
    """Print the figures of a folder of volumes (else of that in DASHBOARD_VOLUMES), or of made-up ones."""
    folder = folder or (Path(os.environ["DASHBOARD_VOLUMES"]) if "DASHBOARD_VOLUMES" in os.environ else None)
    with tempfile.TemporaryDirectory(prefix="bench-series-") as made:
        volumes = folder or make_volumes(Path(made) / "volumes", 1200)
        atlas = Path(made) / "atlas"
        files = sorted(path for path in volumes.iterdir() if path.is_file())
        size = sum(path.stat().st_size for path in files)
        print(f"\nA series: {len(files)} volumes, {size / 1e6:.1f} MB, {os.cpu_count()} cores\n")
        first = import_(volumes, atlas)
        print(f"  {first.said}")
        _row("import with two workers", first, "≤ 120 s for 35 MB, ≤ 2,000 MB")
        _row("the same again, nothing changed", import_(volumes, atlas), "≤ 5 s")
        bare = bare_processes(files, Path(made))
        _row("two bare processes, half each", bare)
        clock, processors = bare.seconds / first.seconds, bare.processor / first.processor
        print(f"  the import reaches {clock:.2f} of them, {processors:.2f} by processors  [≥ 0.9]")
        searches(atlas)
        long_line(Path(made))


def _row(name: str, run: Run, aim: str = "") -> None:
    figures = f"{run.seconds:7.1f} s {run.processor:7.1f} s of processors {run.memory:7.0f} MB"
    print(f"  {name:38s} {figures}" + (f"  [{aim}]" if aim else ""), flush=True)


def import_(volumes: Path, atlas: Path) -> Run:
    """The command with two workers."""
    return measured([*_IMPORT, str(volumes), "--atlas", str(atlas), "--workers", "2"])


_IMPORT = [sys.executable, "-m", "dashboard", "import"]


def measured(*commands: list[str]) -> Run:
    """Commands run side by side."""
    before, begin, most = _children_time(), time.perf_counter(), [0.0]
    processes = [subprocess.Popen(each, cwd=config.ROOT, stdout=subprocess.PIPE, text=True) for each in commands]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            most[0] = max(most[0], sum(map(_tree_memory, (process.pid for process in processes))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    said = [process.communicate()[0] for process in processes]
    done.set()
    watcher.join()
    return Run(time.perf_counter() - begin, _children_time() - before, most[0], " ".join(said[0].split("\n")).strip())


def _children_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tree_memory(pid: int) -> float:
    """MB of a process and everything below it, shared pages divided among those who share them (Linux)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        own = int(rollup.partition("Pss:")[2].split()[0]) / 1024
        below = [task.read_text().split() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except (OSError, IndexError):
        return 0.0
    return own + sum(_tree_memory(int(child)) for children in below for child in children)


def bare_processes(files: list[Path], folder: Path) -> Run:
    """The volumes dealt out to two processes without Dask, each of which imports its own into an atlas of its own.

    So they do the same work as the import with two workers, their start, storing and index included; only what one
    half tells of the other's events is not merged.
    """
    hands: tuple[list[str], list[str]] = ([], [])
    weights = [0, 0]
    for file in sorted(files, key=lambda path: -path.stat().st_size):
        lighter = weights.index(min(weights))
        hands[lighter].append(str(file))
        weights[lighter] += file.stat().st_size
    return measured(
        *[
            [*_IMPORT, *hand, "--atlas", str(folder / f"bare-{number}"), "--workers", "1"]
            for number, hand in enumerate(hands)
        ]
    )


def searches(folder: Path) -> None:
    """How long a search takes in the database: events that match, and the best twenty documents with snippets."""
    atlas = Atlas(folder)
    print(f"\n  {'search':26s} {'events':>8s} {'ms':>7s} {'documents, ms':>14s}")
    for words in WORDS:
        found = len(atlas.matching_events(words))
        events, documents = (_milliseconds(ask) for ask in (_events(folder, words), lambda w=words: search(atlas, w)))
        print(f"  {words:26s} {found:8,} {events:7.1f} {documents:14.1f}", flush=True)
    atlas.close()


def _events(folder: Path, words: str) -> Callable[[], object]:
    """A search nobody remembers."""
    from dashboard.store.folder import current_build
    from dashboard.store.search import matching_events

    build = current_build(folder)
    assert build is not None
    return lambda: matching_events(build.search, words)


def _milliseconds(ask: Callable[[], object], rounds: int = 7) -> float:
    """The middle of several times."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - begin)
    return median(taken) * 1000


def long_line(folder: Path) -> None:
    """A file of one line of 200 MB."""
    lines = folder / "line"
    lines.mkdir()
    with (lines / "line.jsonl").open("w") as file:
        file.write('{"id": "long", "text": "')
        for _ in range(2000):
            file.write("They met at Moscow on May 3, 1945, and spoke. " * 2175)
        file.write('"}\n')
    run = import_(lines, folder / "line-atlas")
    print(
        f"\n  a line of {(lines / 'line.jsonl').stat().st_size / 1e6:.0f} MB: {run.seconds:.1f} s, {run.memory:.0f} MB"
    )
    print(f"  {run.said}")


def make_volumes(folder: Path, documents: int) -> Path:
    """So many made-up documents, spread as in ten volumes, in files of a few hundred."""
    folder.mkdir(parents=True)
    small_places = max(1, int(15 * (documents * EVENTS_A_DOCUMENT) ** 0.5))
    for first in range(0, documents, DOCUMENTS_A_VOLUME):
        numbers = range(first + 1, min(first + DOCUMENTS_A_VOLUME, documents) + 1)
        made = (Telegram(each, seed=1861, small_places=small_places).annotations(10**9).document for each in numbers)
        rows = ({"id": each.id, "title": each.title, "text": each.text} for each in made)
        path = folder / f"volume{first // DOCUMENTS_A_VOLUME:03}.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return folder


def growth(sizes: list[int]) -> None:
    """Print import and filter time for so many events, and draw them."""
    print(f"\n{'events':>9s} {'documents':>10s} {'import':>9s} {'processors':>11s} {'memory':>9s} {'filter':>8s}")
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-growth-") as made:
            run = import_(make_volumes(Path(made) / "volumes", size // EVENTS_A_DOCUMENT), Path(made) / "atlas")
            held = totals(Path(made) / "atlas")
            filtering = filters(Path(made) / "atlas")
        print(
            f"{held.events:9,} {held.documents:10,} {run.seconds:7.1f} s {run.processor:9.1f} s {run.memory:6.0f} MB"
            f" {filtering:5.0f} ms",
            flush=True,
        )
        rows.append({"events": held.events, "import": run.processor, "filter": filtering})
    draw(rows)


def filters(folder: Path) -> float:
    """Milliseconds for the counts and choices after a click on a topic, in the middle of all topics."""
    atlas = Atlas(folder)
    topics = [key for (key,) in atlas.rows("SELECT key FROM labels WHERE field = 'topics'")]
    asked = [Filters(topics=(key,)) for key in topics]
    summary(atlas, asked[0])
    taken = [_milliseconds(lambda f=each: (summary(atlas, f), count_choices(atlas, f, 300)), 1) for each in asked]
    atlas.close()
    return median(taken)


def draw(rows: list[dict[str, float]]) -> None:
    """Two lines on axes that grow tenfold, as the picture of the README."""
    import altair
    import pandas
    import vl_convert

    names = {"import": "Import, seconds of processors", "filter": "Filter, milliseconds"}
    table = pandas.DataFrame(rows).melt("events", var_name="what", value_name="amount").replace({"what": names})
    ten = altair.Scale(type="log", nice=False)
    chart = (
        altair.Chart(table, width=520, height=260, background="white")
        .mark_line(point=True, strokeWidth=2)
        .encode(
            x=altair.X("events:Q", scale=ten, title="Events", axis=altair.Axis(format="~s", values=[1e3, 1e4, 1e5])),
            y=altair.Y("amount:Q", scale=ten, title=None, axis=altair.Axis(format="~g")),
            color=altair.Color("what:N", title=None, scale=altair.Scale(range=["#1f5f8b", "#b5532a"])),
        )
        .configure_legend(orient="top", labelLimit=400)
        .configure_view(stroke=None)
    )
    PICTURE.write_text(vl_convert.vegalite_to_svg(chart.to_json()), "utf-8")
    print(f"\nDrawn: {PICTURE.relative_to(config.ROOT)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--growth", nargs="*", type=int, metavar="N")
    options = parser.parse_args()
    if options.growth is not None:
        growth(options.growth or [1_000, 10_000, 100_000])
    else:
        main(options.folder)
