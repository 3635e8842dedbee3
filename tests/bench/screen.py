"""The screen in a real browser: what a person waits for, here and in the app anyone would write first."""

from __future__ import annotations

import importlib
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.bench.probe import Figure, report, stopwatch
from tests.bench.sight import EXPLORE, until_seen
from tests.bench.wire import Wire
from tests.browser import find_browser
from tests.browser.explore import MAP, READY, Explore
from tests.serving import ROOT, free_port, running

ROUNDS = 20
PAIRS = (("Yalta Conference", "Potsdam Declaration"), ("Yalta", "Tabriz"))
"""Two events and two places of the default documents, clicked in turn."""
AIMS = {
    "first load": 3000,
    "timeline click to excerpt": 250,
    "map click to excerpt": 450,
    "topic filter to repaint": 400,
}
"""Milliseconds."""
MOST_SENT = 30
"""Kilobytes that one interaction sends at most."""


def figures(*, small: bool) -> Iterator[Figure]:
    """Of our app, then of the naive one on the same atlas."""
    times = 2 if small else ROUNDS
    with browser() as chromium:
        with served([sys.executable, "-m", "dashboard", "run", "--headless", "--port"]) as wire:
            for figure in ours(chromium, wire, times):
                aim = MOST_SENT if figure.unit == "KB" else AIMS.get(figure.name)
                yield replace(figure, aim=aim)
        naive = [sys.executable, "-m", "streamlit", "run", str(Path(__file__).with_name("naive_app.py"))]
        with served([*naive, "--server.headless=true", "--server.port"], static=True) as wire:
            for figure in theirs(chromium, wire, times):
                yield replace(figure, name=f"the naive app, {figure.name}")


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find_browser.find()
    if path is None:
        sys.exit(find_browser.SENTENCE)
    with sync_playwright() as driver:
        flags, environment = list(find_browser.FLAGS), find_browser.environment(path)
        chromium = driver.chromium.launch(executable_path=str(path), args=flags, env=environment)
        yield chromium
        chromium.close()


@contextmanager
def served(command: list[str], *, static: bool = False) -> Iterator[Wire]:
    """The wire to an app started on a free port; with static, one that finds Leaflet in the folder beside it."""
    port = free_port()
    folder = Path(__file__).with_name("static")
    if static:
        leaflet = Path(next(iter(importlib.import_module("xstatic.pkg.leaflet").__path__))) / "data"
        shutil.copytree(leaflet, folder, dirs_exist_ok=True)
    environment = {"PYTHONPATH": str(ROOT)}
    try:
        with running([*command, str(port)], f"http://localhost:{port}", environment=environment) as process:
            wire = Wire(port, process.pid)
            yield wire
            wire.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def empty(chromium: Browser) -> Page:
    """An empty page at desktop size in a context of its own."""
    return chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light").new_page()


def opened(chromium: Browser, wire: Wire) -> Page:
    """The dashboard in an empty page, reached over the wire."""
    page = empty(chromium)
    page.goto(wire.url, wait_until="commit")
    return page


def drawn(page: Page) -> Explore:
    """Wait until excerpt, timeline and map stand."""
    page.wait_for_selector(READY)
    explore = Explore(page)
    explore.mark(PAIRS[0][0]).wait_for()
    page.frame_locator(MAP).locator(".dm-mark").first.wait_for()
    return explore


def ours(chromium: Browser, wire: Wire, times: int) -> Iterator[Figure]:
    """The figures of our Explore page; the first load is cold for the browser, not for the server."""
    loads = []
    drawn(opened(chromium, wire)).page.context.close()
    for _ in range(times):
        page = empty(chromium)
        loads.append(until_seen(page, wire.url, *EXPLORE))
        page.context.close()
    yield Figure("first load", "ms", loads)
    page = opened(chromium, wire)
    explore = drawn(page)
    events, places = PAIRS

    def event(turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
        at, title = centre(explore.mark(events[turn % 2])), events[turn % 2]
        return lambda: page.mouse.click(*at), lambda: title_has(page, title)

    def place(turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
        at, name = centre(explore.place(places[turn % 2])), places[turn % 2]
        return lambda: page.mouse.click(*at), lambda: title_has(page, name)

    def topic(turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
        option = page.locator("[popover]:popover-open label.option").nth(0).locator("input")
        shown = explore.sentence.inner_text()
        del turn
        return option.click, lambda: sentence_changes(page, shown)

    yield from rounds(times, "timeline click to excerpt", page, wire, event)
    yield from rounds(times, "map click to excerpt", page, wire, place)
    yield from rounds(times, "brush to map", page, wire, lambda turn: brush(explore, turn))
    page.goto(wire.url)
    explore = drawn(page)
    explore.bar.locator(".menu-button", has_text="Topic").click()
    yield from rounds(times, "topic filter to repaint", page, wire, topic)
    page.context.close()


Act = Callable[[int], tuple[Callable[[], None], Callable[[], None]]]


def rounds(times: int, name: str, page: Page, wire: Wire, prepare: Act) -> Iterator[Figure]:
    """Milliseconds and kilobytes on the wire of each round of one interaction. The page rests between rounds."""
    taken, sent = [], []
    for turn in range(times):
        act, until = prepare(turn)
        before = wire.received
        taken.append(stopwatch(act, until))
        page.wait_for_timeout(700)  # map animation, late frames
        sent.append((wire.received - before) / 1024)
    yield Figure(name, "ms", taken)
    yield Figure(f"{name}, sent", "KB", sent)


def centre(target: Locator) -> tuple[float, float]:
    """The middle of what is drawn."""
    box = target.bounding_box()
    assert box, "not on the screen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def title_has(page: Page, words: str) -> None:
    """Wait until the excerpt's title has these words."""
    expect(page.locator(READY)).to_contain_text(words, timeout=10_000)


def sentence_changes(page: Page, shown: str) -> None:
    """Wait until the sentence over the views is another one."""
    expect(page.locator(".sentence")).not_to_have_text(shown, timeout=10_000)


def brush(explore: Explore, turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """Drag over the strip, each time a little elsewhere; done when the sentence says what is shown now."""
    box = explore.page.locator("[data-testid=stVegaLiteChart]").nth(1).bounding_box()
    assert box
    shown = explore.sentence.inner_text()
    mouse, y = explore.page.mouse, box["y"] + 12
    begin, end = (0.80, 0.94) if turn % 2 else (0.86, 0.98)
    mouse.move(box["x"] + begin * box["width"], y)
    mouse.down()
    mouse.move(box["x"] + end * box["width"], y + 2, steps=6)
    return mouse.up, lambda: sentence_changes(explore.page, shown)


def theirs(chromium: Browser, wire: Wire, times: int) -> Iterator[Figure]:
    """The same of the naive app: its excerpt is a heading under the map."""
    loads = []
    for _ in range(times):
        begin = time.perf_counter()
        page = opened(chromium, wire)
        page.frame_locator("iframe").locator("path.leaflet-interactive").first.wait_for()
        page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first.wait_for()
        loads.append((time.perf_counter() - begin) * 1000)
        if len(loads) < times:
            page.context.close()
    yield Figure("first load", "ms", loads)
    page.wait_for_timeout(2000)
    shapes = page.locator("[data-testid=stVegaLiteChart] path[aria-label]")
    circles = page.frame_locator("iframe").locator("path.leaflet-interactive")
    heading = page.locator("[data-testid=stHeading]")

    def event(turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
        at, shown = centre(shapes.nth(3 * (turn % 2))), "".join(heading.all_inner_texts())
        return lambda: page.mouse.click(*at), lambda: changes(heading, shown)

    def place(turn: int) -> tuple[Callable[[], None], Callable[[], None]]:
        at, shown = centre(circles.nth(7 * (turn % 2))), "".join(heading.all_inner_texts())
        return lambda: page.mouse.click(*at), lambda: changes(heading, shown)

    yield from rounds(times, "timeline click to excerpt", page, wire, event)
    yield from rounds(times, "map click to excerpt", page, wire, place)
    page.context.close()


def changes(heading: Locator, shown: str) -> None:
    """Wait until the headings say something else."""
    deadline = time.perf_counter() + 10
    while "".join(heading.all_inner_texts()) == shown and time.perf_counter() < deadline:
        time.sleep(0.005)


if __name__ == "__main__":
    report(figures, __doc__)
