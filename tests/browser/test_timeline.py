"""The timeline in a real browser: each mark answers its own click, again and again; the brush and the zones hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.queries import Filters, find_events
from dashboard.store.atlas import Atlas
from tests import serving
from tests.browser.conftest import Open
from tests.gold_atlas import build_gold_atlas

pytestmark = pytest.mark.browser

SAID = '[data-testid="stText"]'
LANES, STRIP = "svg.marks >> nth=0", "svg.marks >> nth=1"


@pytest.fixture(scope="module")
def atlas_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_gold_atlas(tmp_path_factory.mktemp("timeline"))


@pytest.fixture(scope="module")
def timeline_url(atlas_folder: Path) -> Iterator[str]:
    with serving.page(Path(__file__).with_name("timeline_page.py"), str(atlas_folder)) as url:
        yield url


@pytest.fixture
def open_timeline(open_page: Open, timeline_url: str) -> Open:
    def open_at(query: str = "", **options: object) -> Page:
        page = open_page(f"{timeline_url}/?{query}", wait="svg.marks", **options)
        page.wait_for_selector('[role="graphics-symbol"][aria-label]', state="attached")
        return page

    return open_at


def mark(page: Page, title: str) -> Locator:
    return page.locator(f'{LANES} >> [aria-label^="{title}"]').first


def click(page: Page, target: Locator) -> None:
    box = target.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def brush(page: Page, begin: float, end: float) -> None:
    """Drag over the strip, from and to a share of its width."""
    box = page.locator(STRIP).bounding_box()
    assert box
    y = box["y"] + 14
    page.mouse.move(box["x"] + begin * box["width"], y)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(box["x"] + (begin + (end - begin) * step / 5) * box["width"], y)
    page.mouse.up()


def test_every_default_event_answers_its_own_click(open_timeline: Open, atlas_folder: Path) -> None:
    page = open_timeline()
    atlas = Atlas(atlas_folder)
    for turn, event in enumerate(find_events(atlas, Filters()).itertuples(), 1):
        click(page, mark(page, f"{event.title}, {event.date_text}".replace('"', '\\"')))
        expect(page.locator(SAID)).to_contain_text(f"selected={event.id} turn={turn} ")
    atlas.close()


def test_a_second_click_on_the_same_mark_is_heard_and_one_on_its_title_too(open_timeline: Open) -> None:
    page = open_timeline()
    for turn in (1, 2, 3):
        click(page, mark(page, "Yalta Conference"))
        expect(page.locator(SAID)).to_contain_text(f"turn={turn} ")
    click(page, page.locator("svg.marks text", has_text="Yalta Conference").first)
    expect(page.locator(SAID)).to_contain_text("turn=4 ")


def test_the_brush_shows_its_days_and_a_click_beside_it_shows_all(open_timeline: Open) -> None:
    page = open_timeline()
    brush(page, 0.80, 0.93)
    expect(page.locator(SAID)).to_contain_text("window=('19")
    shown = re.search(r"window=\('(\d{4})-.*'(\d{4})-", page.locator(SAID).inner_text())
    assert shown and 1935 < int(shown[1]) < int(shown[2]) < 1951
    expect(mark(page, "‹ ")).to_be_attached()
    box = page.locator(STRIP).bounding_box()
    assert box
    page.mouse.click(box["x"] + 0.4 * box["width"], box["y"] + 14)
    expect(page.locator(SAID)).to_contain_text("window=None")


def test_a_chip_opens_the_window_to_its_side(open_timeline: Open) -> None:
    page = open_timeline()
    brush(page, 0.85, 0.9)
    click(page, mark(page, "‹ "))
    expect(page.locator(SAID)).to_contain_text("window=('', '19")
    expect(page.locator(SAID)).to_contain_text("earlier=0")


def test_no_day_moves_in_any_zone(open_timeline: Open) -> None:
    """The strip's strokes and the days a brush gives back are the same everywhere."""
    seen = []
    for zone in ("America/New_York", "UTC", "Asia/Tokyo"):
        page = open_timeline(zone=zone)
        strokes = page.locator(STRIP).locator(".mark-rect path").evaluate_all("all => all.map(p => p.outerHTML)")
        brush(page, 0.86, 0.88)
        expect(page.locator(SAID)).to_contain_text("window=('")
        seen.append((len(strokes) > 10, strokes, page.locator(SAID).inner_text()))
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0]


def test_hostile_titles_stay_letters(open_timeline: Open) -> None:
    page = open_timeline("hostile=1")
    for title in ("<img", "!["):
        target = mark(page, title)
        box = target.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        tooltip = page.locator("#vg-tooltip-element")
        expect(tooltip).to_contain_text(title)
        assert tooltip.locator("img").count() == 0
    assert page.title() != "ran"


@pytest.mark.parametrize(("theme", "size"), [("light", (912, 312)), ("dark", (792, 244))])
def test_it_keeps_its_size(open_timeline: Open, theme: str, size: tuple[int, int]) -> None:
    page = open_timeline(f"theme={theme}&width={size[0]}&height={size[1]}")
    lanes, strip = page.locator(LANES).bounding_box(), page.locator(STRIP).bounding_box()
    assert lanes and strip
    assert (lanes["width"], lanes["height"] + strip["height"]) == size
    assert strip["y"] == lanes["y"] + lanes["height"]
