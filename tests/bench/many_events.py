"""Very many events: what a person waits for on 1,000, 10,000 and 100,000 made-up ones, alone and among others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, expect

from dashboard import config
from dashboard.evaluation.synthetic import build_synthetic_atlas
from tests.bench.probe import Figure, report, stopwatch
from tests.bench.screen import browser, empty, opened, served
from tests.bench.sight import EXPLORE, until_seen
from tests.bench.viewers import watch
from tests.bench.wire import Wire
from tests.browser.explore import MAP, READY, Explore

SIZES = (1_000, 10_000, 100_000)
VIEWERS = 10


class Effort(NamedTuple):
    """How often each thing is measured."""

    loads: int = 5
    rounds: int = 19
    """Of a filter, one for each topic, so that no answer was given before."""
    seconds: int = 40
    """That the viewers read."""


def figures(*, small: bool) -> Iterator[Figure]:
    """Of each size; what is aimed at holds for the largest."""
    with browser() as chromium:
        for size in SIZES[:1] if small else SIZES:
            effort = Effort(1, 2, 20) if small else Effort()
            for figure in measured(chromium, size, effort):
                aim = figure.aim if size == SIZES[-1] else None
                yield replace(figure, name=f"{size:,} events, {figure.name}", aim=aim)


def measured(chromium: Browser, size: int, effort: Effort) -> Iterator[Figure]:
    """All figures of one size."""
    folder = config.BUILD / "bench" / f"series-{size}"
    made: list[bool] = []
    took = stopwatch(lambda: made.append(build_synthetic_atlas(folder, size)))
    if made[0]:  # else it was there
        yield Figure("made as an atlas", "s", [took / 1000])
    with series(folder) as wire:
        yield Figure("first load", "ms", first_loads(chromium, wire, effort.loads), 3000)
        page = opened(chromium, wire)
        yield Figure("next event", "ms", next_events(page, effort.rounds))
        yield from filter_click(page, effort.rounds)
        page.context.close()
        with ThreadPoolExecutor(1) as another:  # this thread's event loop is the browser's
            crowd = another.submit(watch, wire.url, VIEWERS, effort.seconds).result()
        yield Figure(f"{VIEWERS} viewers, half of their clicks", "ms", [each * 1000 for each in crowd.seconds])
        yield Figure(f"{VIEWERS} viewers, 19 of 20 clicks", "ms", [crowd.p95 * 1000], 800)
        yield Figure(f"{VIEWERS} viewers, errors", "", [len(crowd.errors)], 0, beside="; ".join(crowd.errors[:2]))
        yield Figure("server memory", "MB", [wire.memory()], 1000)


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


def first_loads(chromium: Browser, wire: Wire, loads: int) -> list[float]:
    """Milliseconds until all views stand; the very first finds the server cold and counts like the others."""
    times = []
    for _ in range(loads):
        page = empty(chromium)
        times.append(until_seen(page, wire.url, *EXPLORE))
        page.context.close()
    return times


def next_events(page: Page, rounds: int) -> list[float]:
    """Milliseconds from a click on “Later” to the next place in the order."""
    explore = ready(page)
    at = explore.panel.locator(".at")

    def step() -> float:
        shown = at.inner_text()
        later = explore.panel.get_by_role("button", name="Later")
        took = stopwatch(later.click, lambda: expect(at).not_to_have_text(shown, timeout=20_000))
        page.wait_for_timeout(500)
        return took

    return [step() for _ in range(rounds)]


def filter_click(page: Page, rounds: int) -> Iterator[Figure]:
    """Milliseconds from a click on a topic to the new sentence, and to the last view drawn for it."""
    explore = ready(page)
    explore.bar.locator(".menu-button", has_text="Topic").click()
    times = [clicked(explore, turn) for turn in range(rounds)]
    yield Figure("filter click to sentence", "ms", [each["sentence"] for each in times])
    yield Figure("filter click to repaint", "ms", [max(each.values()) for each in times], 400)


def clicked(explore: Explore, turn: int) -> dict[str, float]:
    """Milliseconds from a click on one of the topics to the frame in which each view says something else."""
    page = explore.page
    option = page.locator("[popover]:popover-open label.option").nth(turn).locator("input")
    page.evaluate(WATCH, [MAP, explore.sentence.element_handle()])
    option.click()
    drawn: dict[str, float] = page.wait_for_function("window.drawn", timeout=20_000).json_value()
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


if __name__ == "__main__":
    report(figures, __doc__)
