"""The page Read: a document with its events in the margin, a small timeline and map, all leading to one another."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.explore import MAP

pytestmark = pytest.mark.browser

READY = "article[aria-label=Document] h2"


def opened(open_page: Open, address: str, **size: int) -> Page:
    return open_page(address, wait=READY, **size)


def test_margin_text_timeline_and_map_lead_to_one_another(app: str, open_page: Open) -> None:
    page = opened(open_page, f"{app}/read")
    document = page.get_by_role("article", name="Document")
    expect(document.locator(".event").nth(10)).to_be_attached()
    treaty = document.locator(".event", has_text="Soviet–Persian treaty")
    treaty.press("Enter")
    expect(treaty).to_have_attribute("aria-current", "true")
    expect(treaty).to_be_focused()  # though the page was drawn anew
    expect(document.locator(".evidence").first).to_be_in_viewport()
    expect(treaty).to_contain_text("Year from the text; month and day from an editor’s note.")
    page.frame_locator(MAP).locator('[aria-label*="Kaunas:"]').first.click()
    expect(document.locator(".here")).to_have_text("Kaunas")
    expect(document.locator(".here")).to_be_in_viewport()
    page.reload()
    expect(document.locator(".here")).to_be_in_viewport()
    mark = page.locator("[data-testid=stVegaLiteChart]").first.locator("[aria-label*='Yalta Conference']").first
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(document.locator(".event[aria-current=true]")).to_contain_text("Yalta")


def test_the_map_of_another_document_begins_at_its_own_first_view(app: str, open_page: Open) -> None:
    """Europe alone would hide that the other one tells of Washington."""
    page = opened(open_page, f"{app}/read")
    map_of_it = page.frame_locator(MAP)
    expect(map_of_it.locator('[aria-label*="Tabriz:"]').first).to_be_visible()
    expect(map_of_it.locator('[aria-label*="Washington:"]')).to_have_count(0)
    page.get_by_role("button", name="Document after this one").click()
    expect(page.locator(READY)).to_contain_text("Truman")
    expect(map_of_it.locator('[aria-label*="Washington:"]').first).to_be_visible()


def test_notes_stand_beside_their_marks(app: str, open_page: Open) -> None:
    page = opened(open_page, f"{app}/read")
    marks = page.locator("article .row", has=page.locator("sup")).first
    note = marks.locator(".footnote").first
    expect(note).to_contain_text("57")
    mark_box, note_box = marks.locator("sup").first.bounding_box(), note.bounding_box()
    assert mark_box and note_box
    assert note_box["x"] > mark_box["x"] and abs(note_box["y"] - mark_box["y"]) < 200
    page.emulate_media(media="print")
    expect(page.locator(".scroll", has=page.locator("h2"))).to_have_css("overflow-y", "visible")
    whole = page.locator(".scroll", has=page.locator("h2")).evaluate("n => n.clientHeight / innerHeight")
    assert whole > 5, "on paper the document goes on to its end"


def test_another_document_is_found_by_its_words(app: str, open_page: Open) -> None:
    page = opened(open_page, f"{app}/read")
    bar = page.get_by_role("region", name="Documents")
    bar.get_by_role("button", name=re.compile("^Documents")).click()
    bar.locator("input.search").fill("Mikołajczyk of nowhere")
    expect(bar.locator(".paging")).to_contain_text("No document holds")
    bar.locator("input.search").fill("San Francisco")
    expect(bar.locator("li button")).to_have_count(1)
    expect(bar.locator("li mark").first).to_have_text("San")
    bar.locator("li button").click()
    expect(page.locator(READY)).to_contain_text("Truman")
    expect(page.locator(".sheet .here").first).to_have_text("San")
    expect(page.locator(".sheet .here").first).to_be_in_viewport()
    link = page.url
    other = opened(open_page, link)
    expect(other.locator(READY)).to_contain_text("Truman")
    with other.expect_navigation():
        other.get_by_role("link", name="Its events on timeline and map").click()
    expect(other.get_by_role("region", name="Filters").locator(".sentence")).to_contain_text("events")


def test_on_a_phone_the_margin_follows_each_paragraph(app: str, open_page: Open) -> None:
    page = opened(open_page, f"{app}/read", width=390, height=844)
    event = page.locator("article .event").first
    expect(event).to_be_visible()
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached")  # no answer replaces it now
    box = event.bounding_box()
    assert box and box["height"] >= 48 and box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_a_document_that_is_not_there_is_a_sentence(app: str, open_page: Open) -> None:
    page = opened(open_page, f"{app}/read?document=%3Cimg%20src%3Dx%3E&event=nonsense")
    expect(page.get_by_role("alert")).to_contain_text("There is no document “<img src=x>” in this atlas")
