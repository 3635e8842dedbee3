"""What leaves the Explore page: a picture of any view on the clipboard, every form of what is shown as a file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.explore import READY, Explore

pytestmark = pytest.mark.browser

CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const bytes = new Uint8Array(await (await item.getType("image/png")).arrayBuffer());
  const view = new DataView(bytes.buffer);
  return [view.getUint32(16), view.getUint32(20)];
}"""


def tools(page: Page, view: str) -> Locator:
    if view == "excerpt":
        return page.get_by_role("region", name="Excerpt").locator(".tools")
    return page.get_by_role("group", name=f"Take the {view} along")


def test_a_picture_of_every_view_goes_to_the_clipboard_with_its_description(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/?country=IR", wait=READY)
    Explore(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for view, words in (("timeline", "Timeline: "), ("map", "Map: "), ("excerpt", "Source: ")):
        controls = tools(page, view)
        controls.get_by_role("button", name="Copy picture").click()
        expect(controls.get_by_role("status")).to_contain_text("Picture copied.")
        assert page.evaluate(CLIPBOARD) == [2560, 1440]
        controls.get_by_role("button", name="Copy its description").click()
        expect(controls.get_by_role("status")).to_have_text("Its description copied.")
        assert words in page.evaluate("navigator.clipboard.readText()")


def test_where_the_clipboard_is_closed_the_picture_is_saved(app: str, open_page: Open) -> None:
    page = open_page(app, wait=READY)
    Explore(page)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('closed')); }")
    controls = tools(page, "map")
    with page.expect_download() as saved:
        controls.get_by_role("button", name="Copy picture").click()
    assert saved.value.suggested_filename == "map.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    expect(controls.get_by_role("status")).to_contain_text("saved as a file")


def test_what_was_in_sight_goes_to_the_slides_however_quickly_the_reader_steps_on(app: str, open_page: Open) -> None:
    """While the page is drawn Streamlit keeps the last message only: here of the two that come behind the first."""
    page = open_page(app, wait=READY)
    explore = Explore(page)
    (before,) = explore.query["event"]
    explore.panel.evaluate(
        "panel => { const [earlier, later] = panel.querySelectorAll('.bar .step');"
        " later.click(); panel.querySelector('.tools [aria-pressed]').click(); earlier.click(); }"
    )
    expect(explore.bar.get_by_role("button", name="Slides (1)")).to_be_visible()
    assert explore.query["slide"] == [f"event.{before}"]
    assert explore.query["event"] != [before]


def test_the_menu_saves_what_the_filters_show(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/?country=IR", wait=READY)
    explore = Explore(page)
    expect(explore.sentence).to_contain_text("Involving Iran: ")
    (count,) = re.findall(r"(\d+) events", explore.sentence.inner_text())
    explore.bar.get_by_role("button", name="Export").click()
    menu = explore.bar.locator(".exports:popover-open")
    expect(menu).to_contain_text("Involving Iran")
    expect(menu).to_contain_text("filtered out")
    with page.expect_download() as saved:
        menu.get_by_role("button", name="GeoJSON").click()
    content = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert len(content["features"]) == int(count)
    expect(menu.get_by_role("status")).to_have_text("events.geojson saved.")
    with page.expect_download() as saved:
        menu.get_by_role("button", name="Map as SVG").click()
    assert saved.value.suggested_filename == "map.svg"
    with page.expect_download() as saved:
        menu.get_by_role("button", name="RIS").click()
    assert saved.value.suggested_filename == "sources.ris"
    page.keyboard.press("Escape")
    explore.bar.get_by_role("searchbox", name="Search").fill("zeppelin")
    expect(explore.sentence).to_contain_text("No events")
    explore.bar.get_by_role("button", name="Export").click()
    menu.get_by_role("button", name="CSV").click()
    expect(menu.get_by_role("status")).to_contain_text("Nothing to export")


def test_slides_are_added_and_taken_off_and_stand_in_the_address(app: str, open_page: Open) -> None:
    page = open_page(app, wait=READY)
    explore = Explore(page)
    controls = tools(page, "excerpt")
    controls.get_by_role("button", name="Add to slides").click()
    expect(controls.get_by_role("button", name="Slide 1")).to_be_visible()
    expect(explore.bar.get_by_role("button", name="Slides (1)")).to_be_visible()
    explore.place("Baku").click()
    explore.shows("Baku")
    tools(page, "map").get_by_role("button", name="Add to slides").click()
    expect(controls.get_by_role("button", name="Slide 2")).to_be_visible()
    expect(tools(page, "timeline").get_by_role("button", name="Slide 1")).to_be_visible()  # still the event
    assert [each.split(".")[0] for each in explore.query["slide"]] == ["event", "place"]
    page.reload()
    expect(controls.get_by_role("button", name="Slide 2")).to_be_visible()
    controls.get_by_role("button", name="Slide 2").click()
    expect(explore.bar.get_by_role("button", name="Slides (1)")).to_be_visible()
