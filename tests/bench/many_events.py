"""The size of a series: what a person waits for on 1,000, 10,000 and 100,000 made-up events, alone and among others."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from dashboard import config
from dashboard.evaluation.synthetic import build_synthetic_atlas
from tests.bench.probe import stopwatch
from tests.bench.screen import browser, empty, opened, served
from tests.bench.sight import EXPLORE, until_seen
from tests.bench.viewers import watch
from tests.bench.wire import Wire
from tests.browser.explore import MAP, READY, Explore

SIZES = (1_000, 10_000, 100_000)
LOADS, ROUNDS = 5, 19
"""Rounds of the first load; of a filter, one for each topic, so that no answer was given before."""
VIEWERS, SECONDS = 10, 40
AIMS = {
    "first load": "3,000 ms",
    "filter click to sentence": "",
    "filter click to repaint": "400 ms",
    "next event": "",
    "10 viewers, median": "",
    "10 viewers, p95": "800 ms",
    "10 viewers, errors": "0",
    "server memory": "1,000 MB",
    "making the atlas": "",
}
"""What is measured, and the aim for 100,000 events."""

Row = dict[str, float]


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print one table: a column for each size."""
    print("\nThe size of a series: made-up events, medians; the aim for 100,000 in brackets\n", flush=True)
    with browser() as chromium:
        rows = {size: measured(chromium, size) for size in sizes}
    print(f"{'':28s}" + "".join(f"{size:>12,}" for size in sizes))
    for name, aim in AIMS.items():
        figures = "".join(f"{rows[size][name]:12,.0f}" for size in sizes)
        print(f"{name:28s}{figures}  {unit(name)}" + (f"  [≤ {aim}]" if aim else ""), flush=True)


def unit(name: str) -> str:
    """What a row is measured in."""
    return {"server memory": "MB", "making the atlas": "s", "10 viewers, errors": ""}.get(name, "ms")


def measured(chromium: Browser, size: int) -> Row:
    """All figures of one size."""
    begin = time.perf_counter()
    folder = config.BUILD / "bench" / f"series-{size}"
    made = build_synthetic_atlas(folder, size)
    row: Row = {"making the atlas": time.perf_counter() - begin if made else float("nan")}
    with series(folder) as wire:
        row["first load"] = first_load(chromium, wire)
        page = opened(chromium, wire)
        row |= {"next event": next_event(page)} | filter_click(page)
        page.context.close()
        with ThreadPoolExecutor(1) as another:  # this thread's event loop is the browser's
            crowd = another.submit(watch, wire.url, VIEWERS, SECONDS).result()
        row["10 viewers, median"] = statistics.median(crowd.seconds) * 1000
        row["10 viewers, p95"] = crowd.p95 * 1000
        row["10 viewers, errors"] = len(crowd.errors)
        row["server memory"] = wire.memory()
    return row


@contextmanager
def series(folder: Path) -> Iterator[Wire]:
    """The dashboard on an atlas."""
    with served([sys.executable, "-m", "dashboard", "run", "--headless", "--atlas", str(folder), "--port"]) as wire:
        yield wire


def ready(page: Page) -> Explore:
    """Wait until excerpt, timeline and map stand."""
    page.wait_for_selector(READY, timeout=60_000)
    explore = Explore(page)
    page.locator("[data-testid=stVegaLiteChart] [aria-roledescription='rect mark']").first.wait_for(state="attached")
    page.frame_locator(MAP).locator(".dm-mark").first.wait_for()
    return explore


def first_load(chromium: Browser, wire: Wire) -> float:
    """Milliseconds until all views stand; the very first finds the server cold and counts like the others."""
    times = []
    for _ in range(LOADS):
        page = empty(chromium)
        times.append(until_seen(page, wire.url, *EXPLORE))
        page.context.close()
    return statistics.median(times)


def next_event(page: Page) -> float:
    """Milliseconds from a click on “Later” to the next place in the order."""
    explore = ready(page)
    at = explore.panel.locator(".at")

    def step() -> float:
        shown = at.inner_text()
        later = explore.panel.get_by_role("button", name="Later")
        took = stopwatch(later.click, lambda: expect(at).not_to_have_text(shown, timeout=20_000))
        page.wait_for_timeout(500)
        return took

    return statistics.median(step() for _ in range(ROUNDS))


def filter_click(page: Page) -> Row:
    """Milliseconds from a click on a topic to the new sentence, and to the last view drawn for it."""
    explore = ready(page)
    explore.bar.locator(".menu-button", has_text="Topic").click()
    rounds = [clicked(explore, turn) for turn in range(ROUNDS)]
    return {
        "filter click to sentence": statistics.median(times["sentence"] for times in rounds),
        "filter click to repaint": statistics.median(max(times.values()) for times in rounds),
    }


def clicked(explore: Explore, turn: int) -> Row:
    """Milliseconds from a click on one of the topics to the frame in which each view says something else."""
    page = explore.page
    option = page.locator("[popover]:popover-open label.option").nth(turn).locator("input")
    page.evaluate(WATCH, [MAP, explore.sentence.element_handle()])
    option.click()
    drawn: Row = page.wait_for_function("window.drawn", timeout=20_000).json_value()
    page.wait_for_timeout(1500)  # the map has flown to its place, and the answer to that is there
    return drawn


WATCH = """([frame, sentence]) => {
    const map = document.querySelector(frame).contentDocument;
    const labels = (root, which) => Array.from(root.querySelectorAll(which), (mark) => mark.ariaLabel).join();
    const views = {
        sentence: () => sentence.textContent,
        timeline: () => labels(document, "[data-testid=stVegaLiteChart] [aria-roledescription='rect mark']"),
        map: () => labels(map, ".dm-mark, .dm-area"),
    };
    const before = Object.fromEntries(Object.entries(views).map(([name, says]) => [name, says()]));
    const drawn = {};
    window.drawn = null;
    const look = (begin) => {
        for (const [name, says] of Object.entries(views)) {
            if (!(name in drawn) && says() !== before[name]) drawn[name] = performance.now() - begin;
        }
        if (Object.keys(drawn).length === 3) window.drawn = drawn;
        else requestAnimationFrame(() => look(begin));
    };
    document.addEventListener("click", () => look(performance.now()), { capture: true, once: true });
}"""
"""Notes in the page when each view has changed after the next click, as milliseconds in `window.drawn`."""


if __name__ == "__main__":  # python -m tests.bench.many_events [SIZE …]
    main(tuple(map(int, sys.argv[1:])) or SIZES)
