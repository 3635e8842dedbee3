"""Explore without a mouse: what is reached, chosen and left by keys, and where the focus is afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.explore import MAP, READY, Explore

pytestmark = pytest.mark.browser

STOP = ".st-key-timeline-panel [aria-roledescription='rect mark'][tabindex='0']"
"""The mark of the timeline that Tab reaches."""


def test_rows_words_and_keys_lead_to_the_same_selection(app: str, open_page: Open) -> None:
    explore = Explore(open_page(f"{app}/?view=table", wait=READY))
    explore.page.locator("tr[data-event]", has_text="Yalta").click()
    explore.shows("Yalta")
    expect(explore.page.locator("tr[aria-selected=true]")).to_contain_text("Yalta")
    explore.passage.locator(".word.place").first.click()
    expect(explore.panel.locator(".facts")).to_contain_text("Gazetteer")
    explore.page.keyboard.press("Escape")
    explore.shows("Yalta")
    explore.page.keyboard.press("ArrowRight")
    expect(explore.title).not_to_contain_text("Yalta")
    explore.bar.get_by_role("tab", name="Timeline and map").click()
    keys = explore.page.get_by_text("Keys: ↑ and ↓ go from mark to mark")
    expect(keys).to_be_attached()
    explore.bar.get_by_role("button", name="Export").focus()
    expect(explore.page.locator(STOP)).to_have_count(1)
    explore.page.keyboard.press("Tab")
    expect(explore.page.locator(STOP)).to_be_focused()
    expect(keys).to_have_css("clip-path", "none")
    explore.page.keyboard.press("Tab")
    expect(keys).to_be_focused()
    explore.page.keyboard.press("/")
    expect(explore.bar.get_by_role("searchbox", name="Search")).to_be_focused()


def test_the_marks_of_the_timeline_are_reached_and_chosen_by_key(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    stop = explore.page.locator(STOP)
    expect(stop).to_have_attribute("aria-label", re.compile("Anglo-Russian Convention"))
    stop.focus()
    explore.page.keyboard.press("ArrowUp")  # nothing stands before the first
    expect(stop).to_have_attribute("aria-label", re.compile("Anglo-Russian Convention"))
    explore.page.keyboard.press("ArrowDown")
    explore.page.keyboard.press("ArrowDown")
    explore.page.keyboard.press("ArrowUp")
    expect(stop).to_be_focused()
    keys, lanes = explore.page.locator(".keys"), explore.page.locator(".st-key-timeline-with-tools")
    expect(keys).to_have_css("clip-path", "none")
    told, drawn = keys.bounding_box(), lanes.bounding_box()
    assert told and drawn and told["y"] + told["height"] <= drawn["y"], "what the keys do lies on no mark"
    name = (stop.get_attribute("aria-label") or "").partition(",")[0]
    assert "Anglo-Russian" not in name
    explore.page.keyboard.press("Enter")
    explore.shows(name)
    expect(stop).to_have_attribute("aria-label", re.compile(re.escape(name)))
    expect(stop).to_be_focused()  # though the chart was drawn anew
    explore.page.keyboard.press("ArrowRight")  # as everywhere on the page
    expect(explore.title).not_to_have_text(name)


def test_who_works_with_the_keys_goes_on_where_he_was(app: str, open_page: Open) -> None:
    """Though what was pressed is drawn anew with every answer."""
    explore = Explore(open_page(f"{app}/?country=IR", wait=READY))
    later, slide = explore.panel.get_by_role("button", name="Later"), explore.panel.locator(".tool[aria-pressed]")
    titles = [explore.title.inner_text()]
    earlier = explore.panel.get_by_role("button", name="Earlier")
    earlier.focus()
    for _ in range(2):
        explore.page.keyboard.press("Enter")
        expect(explore.title).not_to_have_text(titles[-1])
        expect(earlier).to_be_focused()
        expect(explore.page.locator(".unseen")).to_contain_text(explore.title.inner_text())
        titles.append(explore.title.inner_text())
    explore.page.keyboard.press("Tab")
    expect(later).to_be_focused()
    slide.focus()
    explore.page.keyboard.press("Enter")
    expect(slide).to_have_text("✓ Slide 1")
    expect(slide).to_be_focused()
    explore.bar.get_by_role("tab", name="Table").click()
    row = explore.page.locator("tr[data-event]").first
    row.focus()
    explore.page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-selected", "true")
    expect(row).to_be_focused()


def test_a_menu_worked_by_keys_gives_the_focus_back(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    button = explore.bar.locator(".menu-button", has_text="Topic")
    button.press("Enter")
    option = explore.bar.locator("[popover]:popover-open label.option input").first
    option.focus()
    option.press("Space")
    expect(explore.sentence).to_contain_text("filtered out")
    option.press("Escape")
    expect(option).to_be_hidden()
    expect(button).to_be_focused()


def test_tabs_are_walked_with_the_arrow_keys_and_step_through_no_events(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    before = explore.title.inner_text()
    explore.bar.get_by_role("tab", name="Timeline and map").focus()
    explore.page.keyboard.press("ArrowRight")
    expect(explore.bar.get_by_role("tab", name="Table")).to_be_focused()
    expect(explore.page.get_by_role("table", name="Events")).to_be_visible()
    explore.page.keyboard.press("ArrowLeft")
    expect(explore.page.locator(MAP)).to_be_visible()
    expect(explore.title).to_have_text(before)
