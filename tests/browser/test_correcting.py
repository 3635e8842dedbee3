"""Corrections on the screen: an event, a name nobody knows and another reading, each undone; nothing hostile runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from dashboard.corrections import read_corrections
from dashboard.pipeline import build_atlas
from tests.browser.conftest import Open, Serve
from tests.browser.explore import READY, Explore

pytestmark = pytest.mark.browser

TEXT = """Memorandum of Conversation

Tehran, March 4, 1946

On March 2, 1946, the Consul at Tabriz reported that bandits had fired on a convoy near Serkindeh, in Azerbaijan. The
men at Serkindeh were relieved. The Iranian Government and the Shah were told at Tehran.

On February 26, 1921, a treaty between Persia and Russia was signed at Moscow.
"""
HOSTILE = "<img src=q onerror=document.title='owned'>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of one telegram, with a name that no gazetteer knows."""
    made = tmp_path_factory.mktemp("correcting")
    (made / "documents").mkdir()
    (made / "documents" / "telegram.txt").write_text(TEXT, encoding="utf-8")
    build_atlas(made / "atlas", made / "documents")
    return made / "atlas"


@pytest.fixture(scope="module")
def corrected_app(serve: Serve, folder: Path) -> str:
    return serve("--atlas", str(folder))


@pytest.fixture
def explore(corrected_app: str, open_page: Open, folder: Path) -> Iterator[Explore]:
    """The page, on an atlas that nobody has corrected; what a test corrects it undoes."""
    yield Explore(open_page(corrected_app, wait=READY))
    assert read_corrections(folder / "corrections.csv") == ()


def form(explore: Explore) -> Locator:
    return explore.page.get_by_role("region", name="Correction")


def undo_all(explore: Explore) -> None:
    """Undo what stands in the list, and close it."""
    shown = form(explore)
    shown.get_by_role("button", name=re.compile("Your corrections")).click()
    expect(shown.get_by_role("heading")).to_have_text("Your corrections")
    rows = shown.locator(".own li")
    for left in range(rows.count() - 1, -1, -1):
        rows.first.get_by_role("button", name="Undo").click()
        expect(rows).to_have_count(left)
    shown.get_by_role("button", name="Close the correction").click()
    expect(shown).to_have_count(0)


def test_an_event_is_corrected_and_the_correction_undone(explore: Explore) -> None:
    """Step 9 of the five minutes: hide and retitle an event; undo."""
    explore.pick(", 26 February 1921")
    explore.dates("26 February 1921")
    before = explore.title.inner_text()
    explore.panel.get_by_role("button", name="Correct…").press("Enter")
    shown = form(explore)
    expect(shown.get_by_label("Title")).to_be_focused()
    shown.get_by_label("Date", exact=True).fill("about 27 February 1921")
    expect(shown.get_by_text("Reads: about 27 February 1921")).to_be_visible()
    shown.get_by_label("Date", exact=True).fill("the day after")
    expect(shown.get_by_text("“the day after” is no date that can be read")).to_be_visible()
    shown.get_by_label("Date", exact=True).fill("1921-02-27")
    shown.get_by_label("Title").fill(f"Treaty {HOSTILE}")
    shown.get_by_role("button", name="Save").press("Enter")
    expect(shown.get_by_text("Please sign")).to_be_in_viewport(ratio=1)
    expect(shown.get_by_label("Your name")).to_be_focused()
    expect(shown.get_by_label("Your name")).to_be_in_viewport(ratio=1)
    shown.get_by_label("Your name").fill("Anna Berg")
    shown.get_by_role("button", name="Save").press("Enter")
    explore.shows(f"Treaty {HOSTILE}")
    explore.dates("27 February 1921")
    expect(shown.get_by_role("button", name="Save")).to_be_focused()  # though the form is another one
    expect(explore.panel).to_contain_text("title and date corrected by Anna Berg")
    expect(explore.mark("27 February 1921")).to_be_visible()
    undo_all(explore)
    explore.shows(before)
    explore.dates("26 February 1921")
    assert explore.page.title() == "Explore · When and where"


def test_closing_the_form_right_behind_a_correction_does_not_push_it_aside(explore: Explore) -> None:
    """While the page is drawn Streamlit keeps the last message only: here of the two that come behind the first."""
    explore.pick(", 26 February 1921")
    explore.dates("26 February 1921")
    before = explore.title.inner_text()
    explore.panel.get_by_role("button", name="Correct…").click()
    form(explore).get_by_label("Title").fill("Treaty of Moscow")
    form(explore).evaluate(
        "form => { const save = form.querySelector('.main'); save.click();"
        " form.querySelector('input[aria-label=\"Your name\"]').value = 'Anna Berg'; save.click();"
        " form.querySelector('.close').click(); }"
    )
    explore.shows("Treaty of Moscow")
    expect(form(explore)).to_have_count(0)
    explore.panel.get_by_role("button", name="Correct…").click()
    undo_all(explore)
    explore.shows(before)


def test_an_event_is_hidden_and_comes_back(explore: Explore) -> None:
    explore.pick(", 26 February 1921")
    explore.dates("26 February 1921")
    explore.panel.get_by_role("button", name="Correct…").click()
    form(explore).get_by_label("Your name").fill("Anna Berg")
    form(explore).get_by_role("button", name="Hide this event").click()
    expect(form(explore)).to_contain_text("Hidden")
    expect(explore.mark(", 26 February 1921")).to_have_count(0)
    form(explore).get_by_role("button", name="Undo").click()
    expect(explore.mark(", 26 February 1921")).to_be_visible()
    explore.dates("26 February 1921")


def test_a_name_nobody_knows_leads_to_its_passage_and_is_put_on_the_map(explore: Explore) -> None:
    explore.sentence.get_by_role("button", name="1 name could not be located.").click()
    shown = form(explore)
    shown.get_by_role("button", name=re.compile("^Passage in ")).first.click()
    expect(explore.passage.locator(".here")).to_have_text("Serkindeh")
    expect(explore.passage.locator(".here")).to_be_in_viewport()
    shown.get_by_role("button", name="Serkindeh named 2 times").click()
    where = shown.get_by_label("Where is it?")
    expect(shown.get_by_text("No gazetteer knows this name")).to_be_visible()
    where.fill("Tabriz")
    expect(shown.get_by_role("button", name=re.compile("Tabriz.*town, Iran"))).to_be_visible()
    where.fill("Serkindeh @ 42.5, 44.5")
    shown.get_by_role("button", name=re.compile("Serkindeh.*point on the map")).click()
    shown.get_by_label("Your name").fill("Anna Berg")
    shown.get_by_role("button", name="It is there").click()
    expect(shown).to_contain_text("“Serkindeh” is on the map now.")
    expect(explore.sentence).not_to_contain_text("could not be located")
    explore.place("Serkindeh").click()
    explore.shows("Serkindeh")
    expect(explore.panel).to_contain_text("Set by Anna Berg")
    undo_all(explore)
    expect(explore.sentence).to_contain_text("1 name could not be located.")


def test_another_reading_of_a_place_is_chosen(explore: Explore) -> None:
    """The text is about Iran: the machine reads its province; a reader may know better."""
    explore.place("Azerbaijan").click()
    explore.shows("Azerbaijan")
    expect(explore.panel.locator("dt:text-is('Known') + dd")).to_contain_text("Named in the text.")
    expect(explore.panel.locator("dt:text-is('Gazetteer') + dd")).to_have_text(re.compile("Our table of regions"))
    explore.panel.get_by_role("button", name="Azerbaijan SSR").click()
    shown = form(explore)
    shown.get_by_role("button", name=re.compile("Azerbaijan SSR.*state")).click()
    shown.get_by_label("Your name").fill("Anna Berg")
    shown.get_by_role("button", name="It is there").click()
    expect(shown).to_contain_text("Corrected.")
    expect(explore.place("Azerbaijan SSR")).to_be_visible()
    shown.get_by_role("button", name="Undo").click()
    expect(shown).to_contain_text("Undone.")
    expect(explore.place("Azerbaijan SSR")).to_have_count(0)
