"""The real app in a real browser: started once on a free port, watched for every request that leaves this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Request, expect, sync_playwright

from tests import serving
from tests.browser import find_browser
from tests.browser.explore import SOON

LOCAL = ("http://localhost:", "http://127.0.0.1:", "ws://localhost:", "ws://127.0.0.1:", "data:", "blob:", "about:")
CUT_OFF = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
"""No address outside this machine is known to the browser."""

Serve = Callable[..., str]
Open = Callable[..., Page]
Blank = Callable[..., Page]


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """Start the dashboard with the given arguments for the tests of a file; answers with its address."""
    with ExitStack() as running:

        def start(*arguments: str, environment: dict[str, str] | None = None) -> str:
            return running.enter_context(serving.dashboard(*arguments, environment=environment))

        yield start


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of the dashboard on the default documents."""
    with serving.dashboard() as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, once a session."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def profile(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A headless Chromium; skipped with a sentence where there is none, failed where CI=true.

    One for all tests of a worker, as a reader has one: a new one for each makes every page cost half as much again.
    """
    path = find_browser.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(find_browser.SENTENCE)
    expect.set_options(timeout=SOON)
    chromium = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=str(path),
        args=[*find_browser.FLAGS, CUT_OFF],
        env={**find_browser.environment(path), "TZ": "UTC"},
        locale="en-GB",
    )
    chromium.set_default_timeout(SOON)
    yield chromium
    chromium.close()


@pytest.fixture
def blank(profile: BrowserContext) -> Iterator[Blank]:
    """Give an empty page of a size, colour scheme and time zone; what it kept is forgotten at the end."""
    stays = profile.pages[0]  # a browser without a page closes
    made: list[Page] = []

    def new(
        *,
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        zone: str = "UTC",
        motion: str = "no-preference",
    ) -> Page:
        page = profile.new_page()
        made.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion=motion)
        if zone != "UTC":
            profile.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        return page

    yield new
    for page in profile.pages[1:]:
        page.close()
    forget(profile, stays, {f"{at.scheme}://{at.netloc}" for page in made if (at := urlsplit(page.url)).netloc})


def forget(profile: BrowserContext, page: Page, origins: set[str]) -> None:
    """Take back what pages of these origins left in the browser: cookies, permissions, storage."""
    profile.clear_cookies()
    profile.clear_permissions()
    storage = profile.new_cdp_session(page)
    for origin in origins:
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    storage.detach()


@pytest.fixture
def outside_requests() -> list[str]:
    """Every request of this test that was not for this machine; must be empty at its end."""
    return []


@pytest.fixture
def open_page(profile: BrowserContext, blank: Blank, outside_requests: list[str]) -> Iterator[Open]:
    """Open an address in a page of its own; whatever it asks for outside this machine is found out."""

    def watch(url: str) -> None:
        if not url.startswith(LOCAL):
            outside_requests.append(url)

    def watch_request(request: Request) -> None:
        watch(request.url)

    pages: list[Page] = []

    def open_at(url: str, *, wait: str = "", **look: Any) -> Page:
        page = blank(**look)
        pages.append(page)
        page.on("websocket", lambda socket: watch(socket.url))
        page.goto(url, wait_until="domcontentloaded")
        if wait:
            page.wait_for_selector(wait)
        return page

    profile.on("request", watch_request)
    yield open_at
    for page in pages:
        page.close()  # and what it asked for at last is heard
    profile.remove_listener("request", watch_request)
    assert not outside_requests, f"the page asked for something outside this machine: {outside_requests}"
