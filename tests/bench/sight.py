"""When something first stands on the screen, by the browser's own clock.

Playwright looks for what it waits for every half second at last, which is too seldom to time a page by.
"""

from __future__ import annotations

import json
import time

from playwright.sync_api import Page

from tests.browser.explore import READY

TIMELINE_MARK = "[data-testid=stVegaLiteChart] [aria-roledescription='rect mark']"
MAP_MARK = ".dm-mark"
EXPLORE = (READY, TIMELINE_MARK, MAP_MARK)
"""The whole page Explore: excerpt, timeline and map."""
PATIENCE = 60
"""Seconds until what does not appear is given up."""
WATCH = """
(() => {
  const wanted = new Set(%s);
  const stands = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(node).visibility === "visible";
  };
  // our components stand in shadows; a frame of the page's own origin is not told of a script to begin with
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shadows = () => all("[data-testid=stBidiComponentIsolated]").map((node) => node.shadowRoot);
  const frames = () => all("iframe").map((frame) => frame.contentDocument);
  const look = () => {
    const roots = [document, ...shadows(), ...frames()].filter(Boolean);
    for (const selector of wanted) {
      if (!roots.some((root) => [...root.querySelectorAll(selector)].some(stands))) continue;
      wanted.delete(selector);
      requestAnimationFrame(() => window.dashboardStands(selector, Date.now())); // the frame that showed it is over
    }
    if (wanted.size) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def until_seen(page: Page, address: str, *selectors: str) -> float:
    """Milliseconds from asking a new page for the address until each selector stood in it or in a frame of it."""
    seen: dict[str, float] = {}
    page.expose_function("dashboardStands", lambda selector, at: seen.setdefault(selector, at))
    page.add_init_script(WATCH % json.dumps(selectors))
    begin = time.time()
    page.goto(address, wait_until="commit")
    while missing := [each for each in selectors if each not in seen]:
        if time.time() - begin > PATIENCE:
            raise TimeoutError(f"Not on the screen within {PATIENCE} s: {missing}")
        page.wait_for_timeout(20)
    return max(seen.values()) - begin * 1000
