"""The embed in a page of somebody else: how long until its reader sees it, new to the browser, and known to it.

The aims are those of a calm machine: 2 s cold, 1 s warm.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext

from tests.bench.probe import Figure
from tests.bench.screen import browser, served
from tests.bench.sight import MAP_MARK, TIMELINE_MARK, until_seen
from tests.browser.host_page import holding, host_page

ROUNDS = 10
AIMS = {"cold": 2000, "warm": 1000}
FIRST_MARK = {"timeline": TIMELINE_MARK, "map": MAP_MARK}
"""What a reader waits for."""


def main() -> None:
    """Print the table."""
    command = [sys.executable, "-m", "dashboard", "run", "--headless", "--port"]
    with browser() as chromium, served(command) as wire, host_page() as host:
        print(f"\nThe embed, {os.cpu_count()} cores, medians of {ROUNDS}; the aim in brackets\n")
        for view in ("timeline", "map"):
            for figure in figures(chromium, host, f"{wire.url}/?embed=true&view={view}", view):
                print(f"{figure.row()}  [≤ {AIMS[figure.name.rsplit(' ', 1)[1]]:,} ms]", flush=True)


def figures(chromium: Browser, host: str, src: str, view: str) -> Iterator[Figure]:
    """Milliseconds until the first mark is drawn: in a browser that never saw the dashboard, and in one that did."""
    page = holding(host, src)
    painted(chromium.new_context(), page, view)  # the server has its answers ready
    cold = []
    for _ in range(ROUNDS):
        context = chromium.new_context(viewport={"width": 900, "height": 500})
        cold.append(painted(context, page, view))
        context.close()
    yield Figure(f"embed, {view}, first paint cold", "ms", cold)
    context = chromium.new_context(viewport={"width": 900, "height": 500})
    painted(context, page, view)
    yield Figure(f"embed, {view}, first paint warm", "ms", [painted(context, page, view) for _ in range(ROUNDS)])
    context.close()


def painted(context: BrowserContext, address: str, view: str) -> float:
    """Milliseconds from asking for the host's page to the first mark in its frame."""
    page = context.new_page()
    took = until_seen(page, address, FIRST_MARK[view])
    page.close()
    return took
