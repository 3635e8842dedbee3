"""The map in a real browser: what is clicked is what is meant, what is written can be read, and nothing runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from dashboard import static_files
from dashboard.views import theme
from tests import serving
from tests.browser.conftest import Open
from tests.browser.hostile import TEXTS

pytestmark = pytest.mark.browser


BASE_PATH = "archive/dashboard"
"""As behind a server that has other pages too; without one everything runs in test_explore.py."""


@pytest.fixture(scope="module")
def page_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page with nothing but the map, run from a folder of its own, its static files beside it."""
    folder = tmp_path_factory.mktemp("map")
    shutil.copy(Path(__file__).parent / "map_page.py", folder)
    static_files.prepare(folder / "static")
    with serving.page(folder / "map_page.py", folder=folder, base_path=BASE_PATH) as url:
        yield url


def map_of(page: Page) -> Frame:
    """The frame the map is drawn in, once it has marks and its type is loaded."""
    page.frame_locator("iframe").locator(".dm-mark").first.wait_for()
    frame = page.frames[-1]
    frame.evaluate("document.fonts.ready.then(() => true)")
    return frame


def click_mark(page: Page, frame: Frame, name: str) -> None:
    """Click the very middle of a mark, as a reader would."""
    box = frame.locator(f'.dm-mark[aria-label^="{name}:"] svg').bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


CLICKED = ["Yalta", "Yalta", "Yalta", "Sochi", "Tallinn", "Riga", "Kaunas", "Baku", "Tabriz", "Tehran"]


def test_every_click_selects_the_place_it_is_on_and_nothing_else_does(page_url: str, open_page: Open) -> None:
    """A second click on the same mark counts, and so does a key; were anything else heard, there were more choices."""
    page = open_page(page_url)
    frame = map_of(page)
    for count, name in enumerate(CLICKED, start=1):
        click_mark(page, frame, name)
        expect(page.get_by_text(f"Choices: {count}", exact=True)).to_be_visible()
        expect(page.get_by_text(f"Chosen: {name}", exact=True)).to_be_visible()
        expect(frame.locator(".dm-mark.dm-selected")).to_have_attribute("data-place", name)
    frame.locator('.dm-mark[data-place="Riga"]').focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chosen: Riga", exact=True)).to_be_visible()
    expect(page.get_by_text(f"Choices: {len(CLICKED) + 1}", exact=True)).to_be_visible()


def test_marks_too_close_merge_and_open_as_a_list(page_url: str, open_page: Open) -> None:
    page = open_page(page_url)
    frame = map_of(page)
    frame.get_by_text("Berlin–Potsdam, 5", exact=True).click()
    listed = frame.locator(".dm-list-row b")
    assert sorted(listed.all_inner_texts()) == ["Babelsberg, Potsdam", "Berlin", "Cecilienhof, Potsdam", "Potsdam"]
    listed.get_by_text("Cecilienhof").click()
    expect(page.get_by_text("Chosen: Cecilienhof, Potsdam", exact=True)).to_be_visible()
    expect(frame.locator(".dm-selected .dm-label")).to_have_text("Cecilienhof, Potsdam")


def test_lettering_selects_its_country_and_a_doubtful_place_has_a_broken_ring(page_url: str, open_page: Open) -> None:
    page = open_page(page_url)
    frame = map_of(page)
    expect(frame.locator(".dm-mark .dm-doubt")).to_have_count(1)
    expect(frame.locator('.dm-mark[aria-label*="Kaunas"] .dm-doubt')).to_be_attached()
    expect(frame.locator('.dm-mark[aria-label*="Kaunas"]')).to_have_attribute(
        "aria-label", re.compile("another place of that name is as likely")
    )
    frame.get_by_text("ITALY", exact=True).click()
    expect(page.get_by_text("Chosen: Italy", exact=True)).to_be_visible()
    expect(frame.locator(".dm-extent.dm-selected")).to_have_count(1)
    assert not frame.locator(".dm-extent").evaluate_all(
        "rings => rings.some((ring) => ring.getAttribute('fill') !== 'none')"
    )


@pytest.mark.parametrize(("width", "height"), [(960, 372), (840, 264), (390, 300)])
def test_the_first_view_has_legible_labels_and_names_what_it_leaves_out(
    page_url: str, open_page: Open, width: int, height: int
) -> None:
    frame = map_of(open_page(f"{page_url}/?height={height}", width=width))
    boxes = frame.locator(".dm-label, .dm-lettering, .dm-sea span, .dm-mark:not(.dm-selected) svg").evaluate_all(
        """nodes => nodes.map((node) => {
            const { left, right, top, bottom } = node.getBoundingClientRect();
            return { left, right, top, bottom, mark: node.tagName === "svg", words: node.textContent };
        })"""
    )
    labels = [box for box in boxes if not box["mark"]]
    assert len(labels) >= 10
    for at, one in enumerate(labels):
        for other in labels[at + 1 :]:
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            apart = apart or one["bottom"] <= other["top"] + 2 or other["bottom"] <= one["top"] + 2
            assert apart, (one, other)
    assert frame.locator(".dm-chip").all_inner_texts() == ["‹ San Francisco, Washington"]


def test_a_label_that_finds_no_room_covers_as_little_as_it_can(page_url: str, open_page: Open) -> None:
    """The mark of most events has its name even where lesser ones stand all around it."""
    frame = map_of(open_page(page_url))
    placed = frame.evaluate(
        """() => {
            const box = (left, top) => ({ left, right: left + 10, top, bottom: top + 10 });
            const offsets = [[10, -5], [-50, -5]];
            const label = { x: 100, y: 100, width: 40, height: 10, offsets };
            const around = [box(110, 95), box(120, 95), box(85, 103)];
            const frame = { left: 0, top: 0, right: 200, bottom: 200 };
            const { place } = window.DashboardMap.labels;
            return [true, false].map((forced) => place([{ ...label, forced }], around, frame)[0]?.offset ?? null);
        }"""
    )
    assert placed == [[-50, -5], None]


def test_a_chip_brings_what_it_names_into_view(page_url: str, open_page: Open) -> None:
    frame = map_of(open_page(page_url))
    frame.locator(".dm-chip").click()
    expect(frame.locator('.dm-mark[data-place="San Francisco"]')).to_be_visible()
    expect(frame.locator('.dm-mark[data-place^="White House"]')).to_be_visible()
    frame.get_by_role("button", name="First view").click()
    expect(frame.locator('.dm-mark[data-place="Yalta"]')).to_be_visible()


def test_a_selection_made_elsewhere_flies_into_sight_at_the_same_zoom(page_url: str, open_page: Open) -> None:
    page = open_page(page_url)
    frame = map_of(page)
    before = frame.evaluate("window.map.getZoom()")
    frame.get_by_role("button", name="Zoom in").click()
    frame.wait_for_function("before => window.map.getZoom() > before && !window.map._animatingZoom", arg=before)
    zoom = frame.evaluate("window.map.getZoom()")
    page.get_by_role("button", name="Go to San Francisco").click()
    expect(frame.locator(".dm-mark.dm-selected")).to_have_attribute("data-place", "San Francisco")
    assert frame.evaluate("window.map.getZoom()") == zoom


def test_below_its_base_path_land_is_found_and_borders_only_when_asked_for(page_url: str, open_page: Open) -> None:
    page = open_page(page_url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    frame = map_of(page)
    assert frame.evaluate("(async () => (await DashboardMap.fetchBeside('land.json')).type)()") == "Topology"
    expect(frame.locator(".dm-credits")).to_contain_text("No borders drawn: they changed in this period.")
    assert not [url for url in asked if "borders" in url]
    frame.get_by_role("button", name="Key", exact=True).click()
    with page.expect_response(lambda response: "borders.json" in response.url) as response:
        frame.get_by_label("Today’s borders, for orientation only").check()
    assert response.value.ok
    expect(frame.locator(".dm-credits")).to_contain_text("Today’s borders, for orientation only.")


def test_street_map_is_offered_only_online_asked_for_only_when_wanted_and_gives_way(
    page_url: str, open_page: Open, outside_requests: list[str]
) -> None:
    frame = map_of(open_page(page_url))
    frame.get_by_role("button", name="Key", exact=True).click()
    expect(frame.get_by_label("Today’s borders, for orientation only")).to_be_visible()
    expect(frame.get_by_label("Today’s street map")).to_have_count(0)
    frame = map_of(open_page(f"{page_url}/?online=1"))
    assert not outside_requests
    frame.get_by_role("button", name="Key", exact=True).click()
    box = frame.get_by_label("Today’s street map, from openstreetmap.org")
    box.click()
    expect(frame.get_by_role("status")).to_have_text("openstreetmap.org cannot be reached; the built-in map is back.")
    expect(box).not_to_be_checked()
    expect(frame.locator(".dm-tiles")).to_have_count(0)
    assert {url.split("/")[2] for url in outside_requests} == {"tile.openstreetmap.org"}
    outside_requests.clear()


def test_dark_map_has_dark_ground(page_url: str, open_page: Open) -> None:
    frame = map_of(open_page(f"{page_url}/?theme=dark", scheme="dark"))
    ground = """() => {
        const canvas = document.querySelector("canvas.dm-ground");
        return [...canvas.getContext("2d").getImageData(2, 2, 1, 1).data].slice(0, 3);
    }"""
    frame.wait_for_function("document.querySelector('canvas.dm-ground').width > 300")
    assert max(frame.evaluate(ground)) < 90
    sea = frame.evaluate("getComputedStyle(document.querySelector('.dm-map')).getPropertyValue('--sea')")
    assert sea == theme.DARK.sea


def test_hostile_names_stay_letters(page_url: str, open_page: Open) -> None:
    page = open_page(f"{page_url}/?hostile=1")
    frame = map_of(page)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    spoken = " ".join(frame.locator(".dm-mark, .dm-area").evaluate_all("nodes => nodes.map(n => n.ariaLabel)"))
    for text in TEXTS:
        assert text in spoken
    for mark in frame.locator(".dm-mark").all():
        mark.hover(force=True)
    frame.locator(".dm-merged").first.click()
    frame.locator(".dm-list-row").last.click()
    expect(page.get_by_text("Choices: 1", exact=True)).to_be_visible()
    assert "owned" not in page.title() and "owned" not in frame.title()
    assert not dialogs and frame.locator("img").count() == 0


def test_tab_comes_to_one_place_and_the_arrows_go_on_from_there(page_url: str, open_page: Open) -> None:
    """However many marks there are, Tab goes past them with one press; all are reached by the arrows."""
    page = open_page(page_url)
    frame = map_of(page)
    stops = frame.locator(".dm-mark:not([tabindex='-1']), .dm-area:not([tabindex='-1'])")
    expect(stops).to_have_count(1)
    frame.locator('.dm-mark[data-place="Yalta"]').focus()
    for key, place in (("ArrowRight", "Sochi"), ("ArrowLeft", "Yalta")):
        page.keyboard.press(key)
        expect(frame.locator(f'.dm-mark[data-place="{place}"]')).to_be_focused()
    expect(stops).to_have_attribute("data-place", "Yalta")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chosen: Yalta", exact=True)).to_be_visible()
    expect(stops).to_have_attribute("data-place", "Yalta")
    expect(frame.locator('.dm-mark[data-place="Yalta"]')).to_be_focused()
    page.keyboard.press("Tab")
    expect(frame.locator(".dm-mark:focus, .dm-area:focus")).to_have_count(0)
    every = set(frame.locator(".dm-mark").evaluate_all("all => all.map((mark) => mark.dataset.place)"))
    assert every <= reached(frame), "no mark is out of the arrows' reach"


def reached(frame: Frame) -> set[str]:
    """The places that arrows lead to, one after the other, from the first."""
    return set(
        frame.evaluate("""() => {
          const all = [...document.querySelectorAll(".dm-mark, .dm-area")];
          const seen = new Set(), todo = [all[0]];
          while (todo.length) {
            const at = todo.pop();
            if (seen.has(at.dataset.place)) continue;
            seen.add(at.dataset.place);
            for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
              at.focus({ preventScroll: true });
              at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
              const on = document.activeElement;
              if (on !== at && on.dataset.place) todo.push(on);
            }
          }
          return [...seen];
        }""")
    )
