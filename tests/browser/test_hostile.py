"""A document that attacks is shown as its own letters everywhere: nothing runs, nothing is fetched, the map draws."""

from __future__ import annotations

import csv
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from dashboard import config
from dashboard.pipeline import build_atlas
from tests.browser.conftest import Open, Serve
from tests.browser.explore import READY, Explore
from tests.browser.hostile import TEXTS

pytestmark = pytest.mark.browser

ATTACKS = " ".join(
    (
        *(text.replace("\n", " ") for text in TEXTS),
        "![spy](http://spy.example/pixel.png)",
        "[click](javascript:document.title='owned')",
        "$5 and $6 of \\(x\\)",
        "<svg onload=\"document.title='owned'\">",
        "</textarea><iframe src=http://spy.example></iframe>",
        ":material/home: :red[red]",
    )
)
BODY = f"""Memorandum of Conversation {ATTACKS}

The treaty was signed at Moscow on February 26, 1921, and {ATTACKS} it said. He had met him at Yalta. {ATTACKS}

On December 19, 1945, the Ambassador met Mr. {ATTACKS} at Tehran to discuss the withdrawal of troops from Iran.

On December 20, 1945, Ambassador Murray met Prime Minister Hakimi at Tehran.
"""
TITLE = f"Talk with {ATTACKS}"
NAME = "x<img src=q onerror=document.title='owned'>${document.title='owned'}`{{7*7}}"


@pytest.fixture(scope="module")
def hostile_app(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dashboard on an atlas whose only document attacks in body, title, place and file name."""
    folder = tmp_path_factory.mktemp("hostile")
    documents = folder / "documents"
    documents.mkdir()
    (documents / f"{NAME}.txt").write_text(BODY, encoding="utf-8")
    with (documents / "documents.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(_columns())
        known = {"id": NAME, "title": TITLE, "date": "1945-12-19", "place": "Tehran", "series": ATTACKS, "number": "1"}
        rows.writerow([known.get(column, "") for column in _columns()])
    build_atlas(folder / "atlas", documents)
    return serve("--atlas", str(folder / "atlas"))


def _columns() -> list[str]:
    with (config.DATA / "documents" / "documents.csv").open(encoding="utf-8") as lines:
        return next(csv.reader(lines))


def unharmed(page: Page, errors: list[str]) -> None:
    """Nothing of the document ran, and nothing broke the page."""
    assert page.title().endswith(" · When and where")
    assert (
        page.evaluate("document.querySelectorAll('img[src=q], img[src=x], svg[onload], iframe[src*=spy]').length") == 0
    )
    assert not errors


def watched(page: Page) -> list[str]:
    """What scripts of the page complain about from now on."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    return errors


def test_a_hostile_document_is_shown_as_its_own_letters(hostile_app: str, open_page: Open) -> None:
    page = open_page(f"{hostile_app}/?view=table", wait=READY)
    errors = watched(page)
    explore = Explore(page)
    rows = page.locator("tr[data-event]")
    expect(rows.nth(1)).to_be_attached()  # the table comes after the excerpt
    for row in rows.all():
        row.click()
        expect(explore.panel.locator(".evidence").first).to_be_attached()
    explore.panel.get_by_role("button", name="Whole document").first.click()
    expect(explore.passage).to_contain_text("${document.title='owned'}")
    text = explore.passage.inner_text()
    for attack in (
        "<img src=x onerror=",
        "</script><script>",
        "{{ 7 * 7 }}",
        "![spy](http://spy.example/pixel.png)",
        "$5 and $6",
    ):
        assert attack in text
    assert "![spy]" in explore.panel.locator(".citation").first.inner_text()
    unharmed(page, errors)


def test_timeline_and_map_draw_a_hostile_document(hostile_app: str, open_page: Open) -> None:
    page = open_page(hostile_app, wait=READY)
    errors = watched(page)
    explore = Explore(page)
    expect(page.locator("[data-testid=stVegaLiteChart]").first.locator("[aria-label]").first).to_be_attached()
    explore.place("Moscow").click()
    explore.shows("Moscow")
    explore.bar.locator(".menu-button", has_text="More filters").click()
    expect(explore.bar.locator("[popover]:popover-open")).to_contain_text("{{ 7 * 7 }}")
    unharmed(page, errors)


KEYS = [("q",), ("topic", "person"), ("event", "place", "read", "from", "view")]


@pytest.mark.parametrize("keys", KEYS, ids=" ".join)
def test_a_hostile_address_is_shown_as_its_own_letters(hostile_app: str, open_page: Open, keys: tuple[str]) -> None:
    """Of the filters, of what leaves nothing, and of what is chosen: each lot is shown in another place."""
    page = open_page(f"{hostile_app}/?{urlencode(dict.fromkeys(keys, ATTACKS))}", wait=READY)
    errors = watched(page)
    expect(Explore(page).sentence).not_to_be_empty()
    unharmed(page, errors)


DRAWN = {"timeline": "[data-testid=stVegaLiteChart]", "map": "iframe", "event": "h2"}
"""What stands in a view once it is drawn."""


@pytest.mark.parametrize("view", DRAWN)
def test_a_hostile_document_is_shown_as_its_own_letters_in_a_page_of_others(
    hostile_app: str, open_page: Open, view: str
) -> None:
    """The line is clicked when the view stands above it: until then it moves down under the pointer."""
    page = open_page(f"{hostile_app}/?{urlencode({'embed': 'true', 'view': view})}", width=700)
    errors = watched(page)
    line = page.get_by_role("region", name="About this view")
    expect(page.locator(DRAWN[view]).first).to_be_visible()
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached")
    line.get_by_role("button", name="Source").click()
    expect(line.locator("[popover]:popover-open")).to_contain_text("{{ 7 * 7 }}")
    unharmed(page, errors)


def test_a_hostile_document_is_presented_as_its_own_letters(hostile_app: str, open_page: Open) -> None:
    page = open_page(hostile_app, wait=READY)
    errors = watched(page)
    explore = Explore(page)
    explore.panel.get_by_role("button", name="Add to slides").click()
    explore.bar.get_by_role("button", name="Slides (1)").click()
    story, becomes = page.get_by_role("region", name="Story"), page.get_by_role("region", name="What it becomes")
    expect(story.get_by_label("Title", exact=True)).to_have_attribute("placeholder", re.compile(r"\S"))
    expect(becomes.locator("img")).to_have_attribute("alt", re.compile(r"\S"))
    story.get_by_label("Show slide 1").click()
    expect(becomes.locator("img")).to_have_attribute("alt", re.compile("onerror|script|document.title"))
    becomes.get_by_role("tab", name="Page").click()
    expect(page.frame_locator("iframe[title='Preview of the page']").locator("body")).to_contain_text("1 of")
    unharmed(page, errors)


@pytest.mark.parametrize(("page", "title"), [("", "button[data-event] .title"), ("read", "button.event .name")])
def test_a_word_longer_than_its_line_is_broken_not_cut(
    hostile_app: str, open_page: Open, page: str, title: str
) -> None:
    opened = open_page(f"{hostile_app}/{page}", width=390, height=844)
    lines = opened.locator(title)
    expect(lines.first).to_be_attached()
    lines.first.evaluate("node => { node.textContent = 'Donaudampfschifffahrtsgesellschaft'.repeat(4); }")
    assert lines.first.evaluate("node => node.closest('button').scrollWidth <= node.closest('button').clientWidth")
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out sideways"
