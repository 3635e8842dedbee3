"""A view in the page of somebody else: it fills its frame, works as in the dashboard, and leads back to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.host_page import holding, host_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with host_page() as address:
        yield address


def about(frame: FrameLocator) -> Locator:
    return frame.get_by_role("region", name="About this view")


def embedded(page: Page) -> FrameLocator:
    frame = page.frame_locator("iframe[title=Timeline]")
    expect(about(frame)).to_be_visible()
    return frame


def without_frame(frame: FrameLocator) -> None:
    """Nothing of the dashboard around the view, and nothing of Streamlit's."""
    expect(frame.get_by_role("region", name="Filters")).to_have_count(0)
    for part in ("stHeader", "stToolbar", "stStatusWidget", "stTopNavSection"):
        expect(frame.locator(f"[data-testid={part}]").filter(visible=True)).to_have_count(0)


FILLED = """(view) => {
  const all = document.querySelector(".st-key-embed").getBoundingClientRect();
  const one = document.querySelector(view)?.getBoundingClientRect();
  return one && one.height > 100 && one.x <= 10 && one.y <= 1 && one.width >= innerWidth - 21
    && all.top === 0 && Math.abs(all.bottom - innerHeight) <= 1 && all.width === innerWidth
    && document.documentElement.scrollWidth <= innerWidth;
}"""


def fills(page: Page, view: str) -> None:
    """The view begins at the top left; the line under it ends where the frame ends; nothing is to be scrolled."""
    page.frames[1].wait_for_function(FILLED, arg=view)


TIMELINE, MAP = "[data-testid=stVegaLiteChart]", "iframe"
CHRONOLOGY = ".st-key-embed-timeline"


SIZES = {
    "timeline": [(1600, 500, TIMELINE), (700, 560, TIMELINE), (400, 500, CHRONOLOGY)],
    "map": [(400, 300, MAP), (700, 560, MAP), (1600, 700, MAP)],
    "both": [(400, 700, CHRONOLOGY), (700, 560, TIMELINE), (800, 800, TIMELINE)],
}
"""A view: the sizes of its frame in turn, and what is drawn first in each."""

SIDE_BY_SIDE = f"""() => document.querySelector("{TIMELINE}")?.getBoundingClientRect().right
  < document.querySelector("iframe")?.getBoundingClientRect().left"""


@pytest.mark.parametrize("view", SIZES)
def test_a_view_fills_its_frame_at_any_size(app: str, open_page: Open, host: str, view: str) -> None:
    (width, height, drawn), *others = SIZES[view]
    page = open_page(holding(host, f"{app}/?embed=true&view={view}&country=IR"), width=width, height=height)
    frame = embedded(page)
    fills(page, drawn)
    without_frame(frame)
    for width, height, drawn in others:
        page.set_viewport_size({"width": width, "height": height})
        fills(page, drawn)
    if view == "both":
        page.set_viewport_size({"width": 1600, "height": 500})
        page.frames[1].wait_for_function(SIDE_BY_SIDE)


def test_an_event_is_selected_in_the_frame_as_in_the_dashboard(app: str, open_page: Open, host: str) -> None:
    page = open_page(holding(host, f"{app}/?embed=true&view=both"), width=900, height=900)
    frame = embedded(page)
    line = about(frame)
    expect(line.locator(".selected")).to_contain_text("19 December 1945")
    expect(frame.locator(TIMELINE).first).to_have_attribute("aria-label", re.compile("^Timeline: "))
    expect(frame.locator("[aria-roledescription='text mark'][aria-label*=' events. ']")).to_be_attached()
    place = frame.frame_locator("iframe").locator('[aria-label*="Yalta:"]').first
    place.click()
    expect(line.locator(".selected")).to_contain_text("February 1945")
    expect(place).to_have_attribute("aria-pressed", "true")
    link = line.get_by_role("link")
    expect(link).to_have_attribute("target", "_blank")
    with page.expect_popup() as opened:
        link.click()
    whole = opened.value
    expect(whole.get_by_role("region", name="Filters")).to_be_visible()
    expect(whole.get_by_role("region", name="Excerpt").locator("h2")).to_contain_text("Yalta")


def test_the_excerpt_stands_alone_and_steps_through_what_the_filters_show(app: str, open_page: Open, host: str) -> None:
    page = open_page(holding(host, f"{app}/?embed=true&view=event&country=IR"), width=400, height=600)
    frame = embedded(page)
    panel = frame.get_by_role("region", name="Excerpt")
    expect(panel.locator(".at")).to_contain_text(" of ")
    before = panel.locator("h2").inner_text()
    panel.get_by_role("button", name="Earlier").click()
    expect(panel.locator("h2")).not_to_have_text(before)
    without_frame(frame)


def test_the_line_names_every_source_and_what_is_left_out(app: str, open_page: Open, host: str) -> None:
    page = open_page(holding(host, f"{app}/?embed=true&view=timeline&country=IR"), width=700, height=400)
    line = about(embedded(page))
    line.get_by_role("button", name="Source").click()
    told = line.locator("[popover]:popover-open")
    expect(told).to_contain_text("Foreign Relations of the United States")
    expect(told).to_contain_text("Involving Iran: ")
    expect(told).to_contain_text("filtered out")
    page.set_viewport_size({"width": 400, "height": 400})
    expect(line).to_contain_class("narrow")
    expect(told, "the list stays open while the view is fitted to a new frame").to_contain_text("Involving Iran: ")


@pytest.mark.parametrize(
    ("option", "paper"), [("light_theme", "rgb(251, 250, 246)"), ("dark_theme", "rgb(21, 25, 29)")]
)
def test_the_colours_are_those_the_address_asks_for(
    app: str, open_page: Open, host: str, option: str, paper: str
) -> None:
    src = f"{app}/?embed=true&view=map&embed_options={option}"
    other = "dark" if option == "light_theme" else "light"
    frame = embedded(open_page(holding(host, src), width=500, height=400, scheme=other))
    expect(frame.locator("[data-testid=stApp]")).to_have_css("background-color", paper)


def test_filters_that_leave_nothing_are_named(app: str, open_page: Open, host: str) -> None:
    page = open_page(holding(host, f"{app}/?embed=true&view=map&q=zeppelin"), width=400, height=400)
    expect(embedded(page).locator(".st-key-embed")).to_contain_text("leaves none")
