"""The Explore page as a reader works it: marks, words, rows and filters found by what they say."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import FrameLocator, Locator, Page, expect

READY = "section[aria-label=Excerpt] h2"
MAP = "iframe[title=Map]"
SOON = 60_000
"""Milliseconds; on a busy machine an answer may take a while, and no test here measures speed."""


class Explore:
    """One open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(SOON)
        expect.set_options(timeout=SOON)
        self.panel: Locator = page.get_by_role("region", name="Excerpt")
        self.title: Locator = self.panel.locator("h2")
        self.bar: Locator = page.get_by_role("region", name="Filters")
        self.sentence: Locator = self.bar.locator(".sentence")
        self.passage: Locator = self.panel.locator(".passage").first
        self.map: FrameLocator = page.frame_locator(MAP)
        expect(self.title).to_be_visible()

    @property
    def query(self) -> dict[str, list[str]]:
        """What the address bar holds."""
        return parse_qs(urlsplit(self.page.url).query)

    def fact(self, label: str) -> str:
        """A line of the facts: its value with the note under it."""
        return self.panel.locator(f"dt:text-is('{label}') + dd").inner_text()

    def mark(self, words: str) -> Locator:
        """An event's mark on the timeline, by words of its title or its date."""
        return (
            self.page.locator("[data-testid=stVegaLiteChart]")
            .first.locator(f"[aria-roledescription='rect mark'][aria-label*={json.dumps(words, ensure_ascii=False)}]")
            .first
        )

    def positions(self) -> list[list[object]]:
        """Every mark of the timeline with its place on the screen, once two looks in a row agree."""
        marks = self.page.locator("[data-testid=stVegaLiteChart]").first.locator("[aria-roledescription='rect mark']")
        seen: list[list[object]] = []
        for _ in range(40):
            before, seen = (
                seen,
                marks.evaluate_all("all => all.map(m => [m.ariaLabel, Math.round(m.getBoundingClientRect().x)])"),
            )
            if seen and seen == before:
                return seen
            self.page.wait_for_timeout(250)
        raise AssertionError("the timeline never came to rest")

    def pick(self, title: str) -> None:
        """Click where an event's mark stands, once the page has come to rest: an answer on its way may move it."""
        self.page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached")
        mark = self.mark(title)
        mark.hover(force=True)  # waits until it stands still
        box = mark.bounding_box()
        assert box
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def place(self, name: str) -> Locator:
        """A place's mark on the map."""
        return self.map.locator(f'[aria-label*="{name}:"]').first

    def choose(self, menu: str, label: str) -> None:
        """Tick a choice of a filter and close its menu."""
        self.bar.locator(".menu-button", has_text=menu).click()
        self.bar.locator("[popover]:popover-open label.option", has_text=re.compile(f"^{label}")).locator(
            "input"
        ).click()
        self.page.keyboard.press("Escape")

    def dates(self, day: str) -> None:
        """Wait until the panel shows what is dated so."""
        expect(self.panel.locator("dt:text-is('Date') + dd")).to_contain_text(day)

    def shows(self, title: str) -> None:
        """Wait until the panel shows what has this in its title."""
        expect(self.title).to_contain_text(title)
