"""The embed in a page of somebody else: how long until its reader sees it, new to the browser, and known to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext

from tests.bench.probe import Figure, report
from tests.bench.screen import browser, served
from tests.bench.sight import MAP_MARK, TIMELINE_MARK, until_seen
from tests.browser.host_page import holding, host_page

ROUNDS = 10
AIMS = {"cold": 2000, "warm": 1000}
FIRST_MARK = {"timeline": TIMELINE_MARK, "map": MAP_MARK}
"""What a reader waits for."""


def figures(*, small: bool) -> Iterator[Figure]:
    """Of an embedded timeline and an embedded map."""
    command = [sys.executable, "-m", "dashboard", "run", "--headless", "--port"]
    with browser() as chromium, served(command) as wire, host_page() as host:
        for view in ("timeline", "map"):
            page = holding(host, f"{wire.url}/?embed=true&view={view}")
            yield from paints(chromium, page, view, 2 if small else ROUNDS)


def paints(chromium: Browser, page: str, view: str, rounds: int) -> Iterator[Figure]:
    """Milliseconds until the first mark is drawn: in a browser that never saw the dashboard, and in one that did."""
    painted(chromium.new_context(), page, view)  # the server has its answers ready
    cold = []
    for _ in range(rounds):
        context = chromium.new_context(viewport={"width": 900, "height": 500})
        cold.append(painted(context, page, view))
        context.close()
    yield Figure(f"embed, {view}, first paint cold", "ms", cold, AIMS["cold"])
    context = chromium.new_context(viewport={"width": 900, "height": 500})
    painted(context, page, view)
    warm = [painted(context, page, view) for _ in range(rounds)]
    yield Figure(f"embed, {view}, first paint warm", "ms", warm, AIMS["warm"])
    context.close()


def painted(context: BrowserContext, address: str, view: str) -> float:
    """Milliseconds from asking for the host's page to the first mark in its frame."""
    page = context.new_page()
    took = until_seen(page, address, FIRST_MARK[view])
    page.close()
    return took


if __name__ == "__main__":
    report(figures, __doc__)
