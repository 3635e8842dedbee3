"""A whole series: how long its import takes, on how much memory, against bare processes; how quick its search is.

python -m tests.bench.series [FOLDER]            a folder of volumes, else made-up ones
python -m tests.bench.series --growth [N ...]    import and filters as events grow, with the picture of the README
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from dashboard import config
from dashboard.english import counted
from dashboard.evaluation.synthetic.telegram import Telegram
from dashboard.pipeline import totals
from dashboard.queries import Atlas, Filters, count_choices, shelf, summary
from tests.bench.changes import changes
from tests.bench.probe import Figure, amount, arguments, judged, measure, stopwatch

WORDS = ("oil", "troop", '"most favored nation"', "government", "united states", "the", "of the")
DOCUMENTS_A_VOLUME = 400
EVENTS_A_DOCUMENT = 6
"""Found in a made-up document, about."""
MOST_MEMORY = 2000
"""MB of all processes together that are aimed at."""
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

    def figures(self, name: str, seconds: float | None = None, memory: float | None = None) -> Iterator[Figure]:
        """Its figures, with what is aimed at."""
        yield Figure(name, "s", [self.seconds], seconds, beside=f"{amount(self.processor)} s of processors")
        yield Figure(f"{name}, memory", "MB", [self.memory], memory)


def figures(*, small: bool, folder: Path | None = None) -> Iterator[Figure]:
    """Of a folder of volumes (else of that in DASHBOARD_VOLUMES), or of made-up ones."""
    folder = folder or (Path(os.environ["DASHBOARD_VOLUMES"]) if "DASHBOARD_VOLUMES" in os.environ else None)
    with tempfile.TemporaryDirectory(prefix="bench-series-") as made:
        real = folder is not None and folder.is_dir()
        if not real:
            named = "No volumes are named" if folder is None else f"There is no folder {folder}"
            print(f"  {named} (python -m tests.bench.series FOLDER, or DASHBOARD_VOLUMES=FOLDER):")
            print("  made-up ones are read, which are too few to hold the aims of ten volumes against.\n", flush=True)
        volumes = folder if folder and real else make_volumes(Path(made) / "volumes", 40 if small else 1200)
        yield from imports(volumes, Path(made), aimed=real)
        yield from searches(Path(made) / "atlas")
        yield from changes(Path(made) / "atlas", rounds=1 if small else 5, aimed=real)
        yield from long_line(Path(made), 200_000 if small else 200_000_000)


def imports(volumes: Path, folder: Path, *, aimed: bool) -> Iterator[Figure]:
    """Reading the volumes, reading them again, and the same by processes without Dask."""
    files = sorted(path for path in volumes.iterdir() if path.is_file())
    size = sum(path.stat().st_size for path in files)
    first = import_(volumes, folder / "atlas")
    print(f"  {counted(len(files), 'volume')}, {size / 1e6:.1f} MB. {first.said}", flush=True)
    yield from first.figures("import", 120 * size / 35e6 if aimed else None, MOST_MEMORY if aimed else None)
    yield from import_(volumes, folder / "atlas").figures("the same again, nothing changed", 5 if aimed else None)
    bare = bare_processes(files, folder)
    yield from bare.figures("two bare processes, half each")
    share, beside = bare.seconds / first.seconds, f"{bare.processor / first.processor:.2f} by processors"
    yield Figure("import, share of their speed", "", [share], 0.9 if aimed else None, at_least=True, beside=beside)


def import_(volumes: Path, atlas: Path) -> Run:
    """The command with two workers."""
    return measured([*_IMPORT, str(volumes), "--atlas", str(atlas), "--workers", "2"])


_IMPORT = [sys.executable, "-m", "dashboard", "import"]


def measured(*commands: list[str]) -> Run:
    """Commands run side by side, each until all that it began has ended."""
    before, begin, most = _children_time(), time.perf_counter(), [0.0]
    tended = ([sys.executable, "-m", "tests.bench.tended", *each] for each in commands)
    processes = [subprocess.Popen(each, cwd=config.ROOT, stdout=subprocess.PIPE, text=True) for each in tended]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            most[0] = max(most[0], sum(_memory_below(process.pid) for process in processes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    said = [process.communicate()[0] for process in processes]
    done.set()
    watcher.join()
    return Run(time.perf_counter() - begin, _children_time() - before, most[0], " ".join(said[0].split("\n")).strip())


def _children_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory_below(pid: int) -> float:
    """MB of everything that a process began, shared pages divided among those who share them (Linux)."""
    return sum(_memory(child) + _memory_below(child) for child in _children(pid))


def _children(pid: int) -> list[int]:
    try:
        tasks = [task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it has just ended
        return []
    return [int(child) for task in tasks for child in task.split()]


def _memory(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(rollup.partition("Pss:")[2].split()[0]) / 1024
    except (OSError, IndexError):  # it has just ended
        return 0.0


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


def searches(folder: Path) -> Iterator[Figure]:
    """How long a search takes in the database: events that match, and the best twenty documents with snippets."""
    atlas = Atlas(folder)
    for words in WORDS:
        beside = f"{len(atlas.matching_events(words)):,} found"
        yield Figure(f"search for events, {words}", "ms", _times(_events(folder, words)), beside=beside)
        yield Figure(f"search for documents, {words}", "ms", _times(lambda w=words: shelf(atlas, w, 0, 20)))
    atlas.close()


def _events(folder: Path, words: str) -> Callable[[], object]:
    """A search nobody remembers."""
    from dashboard.store.folder import current_build
    from dashboard.store.search import matching_events

    build = current_build(folder)
    assert build is not None
    return lambda: matching_events(build.search, words)


def _times(ask: Callable[[], object], rounds: int = 7) -> list[float]:
    """Milliseconds of each of several times."""
    return [stopwatch(ask) for _ in range(rounds)]


def long_line(folder: Path, size: int) -> Iterator[Figure]:
    """A file of one line."""
    lines, sentence = folder / "line", "They met at Moscow on May 3, 1945, and spoke. "
    lines.mkdir()
    with (lines / "line.jsonl").open("w") as file:
        file.write('{"id": "long", "text": "')
        for _ in range(2000):
            file.write(sentence * (size // 2000 // len(sentence)))
        file.write('"}\n')
    run = import_(lines, folder / "line-atlas")
    print(f"  {run.said}", flush=True)
    yield from run.figures(f"a line of {size / 1e6:g} MB", memory=MOST_MEMORY)


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
    taken = [stopwatch(lambda f=each: (summary(atlas, f), count_choices(atlas, f, 300))) for each in asked]
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
    parser = arguments(__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--growth", nargs="*", type=int, metavar="N")
    options = parser.parse_args()
    if options.growth is not None:
        growth(options.growth or [1_000, 10_000, 100_000])
    else:
        print(judged(measure(partial(figures, folder=options.folder), __doc__, small=options.small)))
