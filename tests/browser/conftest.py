"""The real app in a real browser: started once on a free port, watched for every request that leaves this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser import find_browser

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
LOCAL = ("http://localhost:", "http://127.0.0.1:", "ws://localhost:", "ws://127.0.0.1:", "data:", "blob:", "about:")

Serve = Callable[..., str]
Open = Callable[..., Page]


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for the app's health page; fails with what the app printed."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    process.kill()
    output = process.communicate()[0].decode(errors="replace")
    pytest.fail(f"The dashboard did not start within {START_SECONDS} s. It printed:\n{output}")


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Start `python -m dashboard run` with the given arguments; answers with its address."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, environment: dict[str, str] | None = None) -> str:
        port = free_port()
        command = [sys.executable, "-m", "dashboard", "run", "--headless", "--port", str(port), *arguments]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        running.append(process)
        url = f"http://localhost:{port}"
        wait_until_up(url, process)
        return url

    yield start
    for process in running:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


@pytest.fixture(scope="session")
def app(serve: Serve) -> str:
    """The address of the dashboard on the default documents."""
    return serve()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, once a session."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium; skipped with a sentence where there is none, failed where CI=true."""
    path = find_browser.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(find_browser.SENTENCE)
    chromium = playwright.chromium.launch(
        executable_path=str(path), args=list(find_browser.FLAGS), env=find_browser.environment(path)
    )
    yield chromium
    chromium.close()


@pytest.fixture
def outside_requests() -> list[str]:
    """Every request of this test that was not for this machine; must be empty at its end."""
    return []


@pytest.fixture
def open_page(browser: Browser, outside_requests: list[str]) -> Iterator[Open]:
    """Open an address at a size, colour scheme and time zone; the network outside this machine is cut off."""
    contexts: list[BrowserContext] = []

    def watch(route_url: str) -> bool:
        outside = not route_url.startswith(LOCAL)
        if outside:
            outside_requests.append(route_url)
        return outside

    def open_at(
        url: str, *, width: int = 1440, height: int = 900, scheme: str = "light", zone: str = "UTC", wait: str = ""
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, timezone_id=zone, locale="en-GB"
        )
        contexts.append(context)
        context.route(watch, lambda route: route.abort("internetdisconnected"))
        page = context.new_page()
        page.on("websocket", lambda socket: watch(socket.url))
        page.goto(url, wait_until="domcontentloaded")
        if wait:
            page.wait_for_selector(wait, timeout=20_000)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert not outside_requests, f"the page asked for something outside this machine: {outside_requests}"
