"""The Explore page on a made-up series: more events than can be drawn one by one, so columns and circles count them.

6,000 events, made in a few seconds: three times as many as are drawn singly. 100,000 are opened by `make bench`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.views.timeline_bins import MOST_MARKS
from tests.browser.conftest import Open, Serve
from tests.browser.explore import READY, Explore

EVENTS = 6000

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def series(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the dashboard on the series."""
    folder: Path = tmp_path_factory.mktemp("series")
    build_synthetic_atlas(folder, EVENTS)
    return serve("--atlas", str(folder))


def columns(explore: Explore, words: str = " events") -> Locator:
    """The columns of the timeline that say this."""
    chart = explore.page.locator("[data-testid=stVegaLiteChart]").first
    return chart.locator(f"[aria-roledescription='rect mark'][aria-label*='{words}']")


def circles(explore: Explore) -> Locator:
    return explore.map.locator(".dm-cell")


def number(words: str) -> int:
    """The first number of a sentence."""
    found = re.search(r"[\d,]+(?= event)", words)
    assert found, words
    return int(found[0].replace(",", ""))


def test_columns_and_circles_count_what_the_sentence_says(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, wait=READY))
    expect(explore.sentence).to_contain_text(f"{EVENTS:,} events")
    chart = explore.page.locator("[data-testid=stVegaLiteChart]").first
    expect(chart).to_contain_text(f"Bins of a year; pale: known to the decade only. Single events below {MOST_MARKS:,}")
    expect(circles(explore).first).to_be_visible()
    expect(explore.map.locator(".dm-caption")).to_contain_text(f"below {MOST_MARKS:,} events")
    expect(columns(explore).first).to_be_attached()
    counted = sum(number(label) for label in columns(explore, ": ").evaluate_all("all => all.map(m => m.ariaLabel)"))
    undated = int(explore.sentence.inner_text().split(" undated")[0].rsplit(" ", 1)[1].replace(",", ""))
    chips = "[aria-roledescription='rect mark']:is([aria-label*=' earlier'], [aria-label*=' later'])"
    outside = chart.locator(chips).evaluate_all("all => [...new Set(all.map(m => m.ariaLabel))]")
    left_out = sum(int(re.sub(r"\D", "", chip)) for chip in outside)
    assert counted + undated + left_out == EVENTS


def test_a_column_narrows_to_its_days_until_marks_stand_singly(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, wait=READY))
    columns(explore, "1943:").first.dispatch_event("click")
    expect(explore.sentence).to_contain_text("1943")
    expect(explore.page).to_have_url(re.compile("from=1943-01-01&to=1943-12-31"))
    assert 0 < number(explore.sentence.inner_text()) < MOST_MARKS
    chart = explore.page.locator("[data-testid=stVegaLiteChart]").first
    expect(chart).not_to_contain_text("Bins of")
    expect(circles(explore)).to_have_count(0)
    expect(explore.map.locator(".dm-mark").first).to_be_visible()
    expect(chart.locator("[aria-roledescription='rect mark'][aria-label*=' earlier']").first).to_be_attached()
    explore.page.reload()
    expect(explore.sentence).to_contain_text("1943")
    expect(chart).not_to_contain_text("Bins of")


def test_a_circle_goes_in_and_narrows_to_its_area(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, wait=READY))
    circle = explore.map.locator(".dm-cell[data-place^='area:']").first
    label = circle.get_attribute("aria-label") or ""
    circle.click()
    expect(explore.sentence).to_contain_text("Within ")
    assert number(explore.sentence.inner_text().partition("E: ")[2] or explore.sentence.inner_text()) == number(label)
    expect(explore.page).to_have_url(re.compile(r"area=[\d.-]+(?:(?:,|%2C)[\d.-]+){3}"))
    explore.page.reload()
    expect(explore.sentence).to_contain_text("Within ")
    explore.bar.get_by_role("button", name="Whole map").click()
    expect(explore.sentence).to_contain_text(f"{EVENTS:,} events")
    expect(explore.page).not_to_have_url(re.compile("area="))
    expect(circles(explore).first).to_be_visible()


def test_circles_are_finer_nearer(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, wait=READY))
    expect(explore.map.locator(".dm-cell[aria-label^='Cairo']").first).to_be_visible()
    before = number(explore.map.locator(".dm-cell[aria-label^='Cairo']").first.get_attribute("aria-label") or "")
    for _ in range(2):
        explore.map.get_by_role("button", name="Zoom in").click()
    expect(explore.map.locator(f".dm-cell[aria-label^='Cairo'][aria-label*='{before:,} event']")).to_have_count(0)
    expect(circles(explore).first).to_be_visible()


def test_steps_rows_filters_and_links_go_on_working(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, wait=READY))
    first = explore.title.inner_text()
    expect(explore.page).to_have_url(re.compile("event="))
    event = explore.query["event"]
    explore.panel.get_by_role("button", name="Later").click()
    expect(explore.panel.locator(".at")).to_contain_text(f"of {EVENTS:,}")
    explore.page.wait_for_function("before => !location.search.includes(before)", arg=event[0])
    explore.panel.get_by_role("button", name="Earlier").click()
    explore.shows(first)
    explore.choose("Topic", "Troops")
    expect(explore.sentence).to_contain_text("filtered out")
    assert number(explore.sentence.inner_text()) < EVENTS
    explore.bar.get_by_role("tab", name="Table").click()
    rows = explore.page.locator("[data-event]")
    expect(rows).to_have_count(50)
    expect(explore.page).to_have_url(re.compile("view=table"))
    link = explore.page.url
    shown = explore.sentence.inner_text()
    again = Explore(open_page(link, wait=READY))
    expect(again.sentence).to_have_text(shown)
    expect(again.page.locator("[data-event]")).to_have_count(50)


def test_a_phone_lists_them_by_the_page(series: str, open_page: Open) -> None:
    explore = Explore(open_page(series, width=390, height=844, wait=READY))
    # drawn once for a desk, before the browser has said how narrow it is
    expect(explore.page.locator("[data-event]")).to_have_count(50, timeout=60_000)
    explore.page.get_by_role("button", name="Rows after").click()
    expect(explore.page.locator(".paging")).to_contain_text(re.compile(rf"of {EVENTS:,}"))
    explore.bar.get_by_role("tab", name="Map", exact=True).click()
    expect(circles(explore).first).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_what_is_said_under_the_map_stands_side_by_side_or_one_over_the_other(
    series: str, open_page: Open, width: int, height: int
) -> None:
    explore = Explore(open_page(series, width=width, height=height, wait=READY))
    if width < 700:
        explore.bar.get_by_role("tab", name="Map", exact=True).click()
    lines = [explore.map.locator(which) for which in (".dm-caption", ".dm-credits")]
    for line in lines:
        expect(line).to_be_visible()
    caption, credits = (line.bounding_box() for line in lines)
    assert caption and credits
    assert caption["y"] + caption["height"] <= credits["y"] or caption["x"] + caption["width"] <= credits["x"]
