"""Paste an unseen telegram: its events appear, their doubts in sight; take it out again. Drop files that mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Serve

pytestmark = pytest.mark.browser

FIXTURES = Path(__file__).parents[1] / "fixtures"
TELEGRAM = (
    "The Ambassador in Turkey (Wilson) to the Secretary of State\n\nAnkara, March 18, 1946—5 p. m.\n\n"
    "317. The Soviet Ambassador left Ankara for Moscow on March 12. A conference is to be held at Montreux on June 3, "
    "1947. Nothing is known of Fort Whatsit.\n\nWilson\n"
)
HOSTILE = "<img src=x onerror=document.title='owned'>"


@pytest.fixture(scope="module")
def own_app(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dashboard on an atlas of its own, so that what comes in disturbs no other test."""
    return serve(environment={"DASHBOARD_ATLAS": str(tmp_path_factory.mktemp("own") / "atlas")})


def opened(open_page: Open, address: str, **size: int) -> Page:
    page = open_page(f"{address}/documents", wait="textarea", **size)
    expect(page.get_by_role("heading", name="In this atlas")).to_be_visible()
    return page


def field(page: Page) -> Locator:
    """The field for files; the one before it, which was emptied, is out of sight."""
    return page.locator("input[type=file]").last


def test_a_pasted_telegram_joins_the_views_and_goes_again(own_app: str, open_page: Open) -> None:
    page = opened(open_page, own_app)
    page.get_by_label("Paste a text").fill(TELEGRAM)
    page.get_by_label("Title").fill(f"Telegram 317 {HOSTILE}")
    page.get_by_label("Date").fill("18 March 1946")
    page.get_by_role("button", name="Read it").click()
    paper = page.get_by_role("article").filter(has_text="Telegram 317")
    expect(paper.get_by_role("heading")).to_have_text(f"Telegram 317 {HOSTILE}")
    expect(paper.locator(".dark-list li")).to_contain_text("No gazetteer knows: Fort Whatsit.")
    meeting = paper.locator(".events li").filter(has_text="3 June 1947")
    expect(meeting).to_contain_text("planned")
    expect(paper.locator(".events li").filter(has_text="12 March 1946")).to_contain_text("worked out")
    expect(page.get_by_label("Paste a text")).to_have_count(1)  # the form that was sent is gone
    expect(page.get_by_label("Paste a text")).to_have_value("")
    assert page.title() != "owned"
    expect(page.get_by_role("region", name="Added documents").get_by_role("alert")).to_be_empty()

    paper.get_by_role("link", name="On timeline and map").click()
    expect(page.locator("section[aria-label='Excerpt']")).to_be_visible()
    expect(page.get_by_text("1946–1947").first).to_be_visible()

    page.goto(f"{own_app}/documents")
    line = page.locator("[data-file]").filter(has_text="Pasted text")
    line.get_by_role("button", name="Remove").click()
    line.locator(".confirm").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Taken out, with its events.")).to_be_visible()
    expect(line).to_have_count(0)


def test_dropped_files_are_read_or_refused_each_by_itself(own_app: str, open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / f"{HOSTILE.replace('/', '')}.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    empty = tmp_path / "empty.txt"
    empty.touch()
    page = opened(open_page, own_app)
    field(page).set_input_files(
        [FIXTURES / "docx" / "despatch-tallinn-1924.docx", FIXTURES / "pdf" / "scanned.pdf", bad, empty]
    )
    said = page.get_by_role("alert").filter(has_text="was scanned")
    expect(said.locator("p")).to_have_count(3)
    expect(page.get_by_text("despatch-tallinn-1924.docx was read; its events are in the views.")).to_be_visible()
    expect(said).to_contain_text("empty.txt holds no text")  # its name as it is, also where a sentence begins
    paper = page.get_by_role("article").filter(has_text="The Minister in Estonia")
    expect(paper).to_contain_text("3 June 1924")
    assert page.title() != "owned"
    line = page.locator("[data-file='despatch-tallinn-1924.docx']")
    line.get_by_role("button", name="Remove").click()
    line.locator(".confirm").get_by_role("button", name="Keep").click()
    expect(line.get_by_role("button", name="Remove")).to_be_visible()


def test_what_is_dropped_while_the_field_is_emptied_is_read_and_what_was_refused_stays_said(
    own_app: str, open_page: Open, tmp_path: Path
) -> None:
    """Whoever drops a file in that moment drops it in the field he sees, which is another one by then."""
    page = opened(open_page, own_app)
    empty = tmp_path / "nothing.txt"
    empty.touch()
    for day in range(2):
        seen = field(page).element_handle()
        first, late = tmp_path / f"first-{day}.txt", tmp_path / f"late-{day}.txt"
        first.write_text(f"The Minister left Tallinn on July {day + 1}, 1924.")
        late.write_text(f"The Minister left Kaunas on August {day + 1}, 1924.")
        seen.set_input_files([first, empty])
        expect(page.locator(f"[data-file='{first.name}']")).to_be_visible()
        seen.set_input_files(late)
        expect(page.locator(f"[data-file='{late.name}']")).to_be_visible()
        expect(page.get_by_text(f"{late.name} was read; its events are in the views.")).to_be_visible()
        expect(page.get_by_text("nothing.txt holds no text")).to_have_count(1)
        expect(page.get_by_text("Or drop files").locator("visible=true")).to_have_count(1)
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_text("nothing.txt holds no text")).to_have_count(0)


def test_of_files_taken_out_one_right_behind_the_other_none_stays(
    own_app: str, open_page: Open, tmp_path: Path
) -> None:
    """While the page is drawn Streamlit keeps the last message only: here of the two that come behind the first."""
    files = [tmp_path / f"note-{number}.txt" for number in range(3)]
    for day, file in enumerate(files, 3):
        file.write_text(f"The Minister left Riga on June {day}, 1924.")
    page = opened(open_page, own_app)
    field(page).set_input_files(files)
    lines = page.locator("[data-file^='note-']")
    expect(lines).to_have_count(3)
    lines.locator(".confirm button:first-child").evaluate_all("all => all.forEach((button) => button.click())")
    expect(lines).to_have_count(0)


def test_an_enclosure_and_its_document_lead_to_each_other(own_app: str, open_page: Open) -> None:
    page = opened(open_page, own_app)
    field(page).set_input_files([FIXTURES / "tei" / "relations-1961v09.xml"])
    page.locator("[data-file='relations-1961v09.xml']").wait_for()
    page.goto(f"{own_app}/read?document=frus1961v09/d6")
    sheet = page.get_by_role("article", name="Document")
    sheet.get_by_role("button", name="[Enclosure 1: The Harbour Master to Mr. Orlov.]").click()
    expect(sheet.get_by_role("heading", level=2)).to_have_text(
        "Enclosure 1 to document 6: The Harbour Master to Mr. Orlov."
    )
    expect(sheet).to_contain_text("The pilots went on strike")
    sheet.get_by_role("button", name="Paper Prepared in the Consulate").click()
    expect(sheet.get_by_role("heading", level=2)).to_have_text("Paper Prepared in the Consulate")


def test_on_a_phone_nothing_stands_out_of_the_page(own_app: str, open_page: Open) -> None:
    page = opened(open_page, own_app, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_that_brings_nothing_new_leaves_the_list_as_it_is(own_app: str, open_page: Open) -> None:
    """A question half answered stays asked, and a button under a pressed finger stays the same button."""
    page = opened(open_page, own_app)
    field(page).set_input_files([FIXTURES / "docx" / "despatch-tallinn-1924.docx"])
    expect(page.get_by_role("region", name="Added documents").locator(".said p").first).to_be_visible()
    line = page.locator("[data-file='despatch-tallinn-1924.docx']")
    line.get_by_role("button", name="Remove").click()
    confirm = line.locator(".confirm")
    expect(confirm).to_be_visible()
    field(page).set_input_files([FIXTURES / "pdf" / "scanned.pdf"])
    expect(page.get_by_role("alert").filter(has_text="was scanned")).to_be_visible()
    expect(confirm).to_be_visible()
    confirm.get_by_role("button", name="Keep").click()
    expect(confirm).to_be_hidden()
