"""“The five minutes”, steps 10 and 11, and the page Present as its user works it."""

from __future__ import annotations

import re
from pathlib import Path

import pptx
import pytest
import rispy
from playwright.sync_api import Locator, Page, expect

from dashboard.export import parse_story
from tests.browser.conftest import Open
from tests.browser.explore import READY, Explore

pytestmark = pytest.mark.browser

LEGIBLE = 20
"""Points of a title at least: at a tenth of its size a slide is seen from the back row as a stamp is in the hand."""


def editor(page: Page) -> Locator:
    return page.get_by_role("region", name="Story")


def becomes(page: Page) -> Locator:
    return page.get_by_role("region", name="What it becomes")


def opened(page: Page) -> Page:
    """The page once its first preview stands."""
    expect(becomes(page).locator("img")).to_have_attribute("src", re.compile("media"))
    return page


def file_field(page: Page, label: str) -> Locator:
    """Where a file of one's own goes."""
    return page.get_by_test_id("stFileUploader").filter(has_text=label).locator("input[type=file]")


def saved(page: Page, button: str) -> Path:
    with page.expect_download() as download:
        becomes(page).get_by_role("button", name=button).click()
    return Path(download.value.path())


def test_four_slides_become_a_deck(app: str, open_page: Open) -> None:
    """Step 10: Add to slides four times; a deck with an editable chart, the quotation, the citation in the notes."""
    page = open_page(app, wait=READY)
    explore = Explore(page)
    panel = explore.panel.locator(".tools")
    titles = []
    for number in range(1, 5):
        titles.append(explore.title.inner_text())
        panel.get_by_role("button", name="Add to slides").click()
        expect(panel.get_by_role("button", name=f"Slide {number}")).to_be_visible()
        if number < 4:
            explore.panel.get_by_role("button", name="Earlier").click()
            expect(explore.title).not_to_have_text(titles[-1])
    explore.bar.get_by_role("button", name="Slides (4)").click()
    opened(page)
    rows = editor(page).get_by_role("listitem")
    expect(rows).to_have_count(4)
    rows.nth(3).get_by_role("button", name="Move up").click()
    expect(rows.nth(2).get_by_label("Title", exact=True)).to_have_attribute("placeholder", titles[3])
    rows.nth(0).get_by_label("Sentence").fill("They talked until midnight.")
    editor(page).get_by_label("Title of the story", exact=True).fill("Four talks")
    page.keyboard.press("Enter")
    expect(becomes(page).locator(".words")).to_contain_text("Four talks")
    deck = pptx.Presentation(str(saved(page, "Download deck")))
    slides = list(deck.slides)
    assert slides[0].shapes.title.text == "Four talks"
    assert len([shape for slide in slides for shape in slide.shapes if shape.has_chart]) == 1
    (chart,) = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK"), "its numbers can be changed"
    order = [titles[0], titles[1], titles[3], titles[2]]
    told = [slide for slide in slides if slide.shapes.title.text in titles]
    assert [slide.shapes.title.text for slide in told] == order
    assert "They talked until midnight." in [s.text_frame.text for s in told[0].shapes if s.has_text_frame]
    for slide in told:
        words = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        assert "“" in words["Quotation"]
        assert "Foreign Relations of the United States" in slide.notes_slide.notes_text_frame.text
        sizes = [run.font.size.pt for p in slide.shapes.title.text_frame.paragraphs for run in p.runs]
        assert min(sizes) >= LEGIBLE


def test_slides_are_dragged_and_moved_by_key_into_another_order(app: str, open_page: Open) -> None:
    page = opened(open_page(f"{app}/present?country=IR"))
    editor(page).get_by_role("button", name="One for each event shown").click()
    rows = editor(page).get_by_role("listitem")
    titles = rows.get_by_label("Title", exact=True)

    def stand(order: list[str]) -> None:
        for at, title in enumerate(order):
            expect(titles.nth(at)).to_have_attribute("placeholder", title)

    expect(rows.nth(3)).to_be_visible()
    order = titles.evaluate_all("fields => fields.map((field) => field.placeholder)")
    grips = rows.locator(".grip")
    grips.nth(0).drag_to(grips.nth(2))  # down: behind the one it is let go on
    order.insert(2, order.pop(0))
    stand(order)
    grips.nth(3).drag_to(grips.nth(0))  # up: before it
    order.insert(0, order.pop(3))
    stand(order)
    rows.nth(3).get_by_role("button", name="Move up").focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    order.insert(1, order.pop(3))
    stand(order)
    expect(rows.nth(1).get_by_role("button", name="Move up")).to_be_focused()
    page.keyboard.press("Enter")
    order.insert(0, order.pop(1))
    stand(order)
    expect(rows.nth(0).get_by_role("button", name="Move down")).to_be_focused()  # up it goes no further
    becomes(page).get_by_role("tab", name="Story file").click()
    file = saved(page, "Download story")
    assert re.findall(r"# (.*)\n\[\[slide\]\]", file.read_text(encoding="utf-8")) == order


def test_the_citation_goes_into_a_reference_manager(app: str, open_page: Open) -> None:
    """Step 11: volume, document and pages, as RIS says them and as a footnote does."""
    page = open_page(f"{app}/?topic=troops-bases&country=IR", wait=READY)
    explore = Explore(page)
    explore.pick(", 26 February 1921")
    explore.dates("26 February 1921")
    cited = explore.panel.locator(".citation").first
    expect(cited).to_contain_text("Volume II")
    expect(cited).to_contain_text("no. 238")
    expect(cited).to_contain_text("p. 685")
    explore.bar.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        explore.bar.locator(".exports:popover-open").get_by_role("button", name="RIS").click()
    (record,) = rispy.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert (record["volume"], record["section"]) == ("II", "238")
    assert (record["start_page"], record["end_page"]) == ("680", "688")


def test_words_and_order_survive_as_a_story_file(app: str, open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page(f"{app}/present?country=IR"))
    editor(page).get_by_role("button", name="One for each event shown").click()
    rows = editor(page).get_by_role("listitem")
    expect(rows.first).to_be_visible()
    count = rows.count()
    rows.first.get_by_role("button", name="Take away").click()
    expect(rows).to_have_count(count - 1)
    rows.first.get_by_label("Title", exact=True).fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    becomes(page).get_by_role("tab", name="Story file").click()
    file = saved(page, "Download story")
    story = parse_story(file.read_bytes(), "story.toml")
    assert len(story.slides) == count - 1 and story.slides[0].title == "<img src=x onerror=alert(1)>"
    kept = tmp_path / "kept.toml"
    kept.write_bytes(file.read_bytes())
    page.reload()
    expect(rows).to_have_count(count - 1)  # the address holds them
    expect(rows.first.get_by_label("Title", exact=True)).to_have_value("")  # words were this tab's
    becomes(page).get_by_role("tab", name="Story file").click()
    file_field(page, "Open a story").set_input_files(kept)
    expect(rows.first.get_by_label("Title", exact=True)).to_have_value("<img src=x onerror=alert(1)>")
    broken = tmp_path / "<b>broken.toml"
    broken.write_text("[[slide]]\npoem = 7\n")
    file_field(page, "Open a story").set_input_files(broken)
    expect(editor(page).get_by_role("status")).to_contain_text("slide 1")
    expect(rows).to_have_count(count - 1)


def test_a_broken_template_is_a_sentence(app: str, open_page: Open, tmp_path: Path) -> None:
    page = opened(open_page(f"{app}/present?country=IR"))
    broken = tmp_path / "mine.pptx"
    broken.write_text("no deck")
    file_field(page, "A template of your own").set_input_files(broken)
    expect(becomes(page)).to_contain_text("after mine.pptx")
    becomes(page).get_by_role("button", name="Download deck").click()
    expect(becomes(page).locator(".said")).to_contain_text("“mine.pptx” cannot be used as a template")


def test_previews_show_what_comes_out(app: str, open_page: Open) -> None:
    page = opened(open_page(f"{app}/present?country=IR", width=1280, height=720, scheme="dark"))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    picture = becomes(page).locator("img")
    first = picture.get_attribute("src")
    becomes(page).get_by_role("button", name="Next").click()
    expect(picture).to_have_attribute("alt", re.compile("^Map: "))
    assert picture.get_attribute("src") != first
    becomes(page).get_by_role("tab", name="Page").click()
    inside = page.frame_locator("iframe[title='Preview of the page']")
    expect(inside.locator("body")).to_contain_text(re.compile(r"1 of \d+"))
    inside.get_by_role("button", name="Next").click()
    expect(inside.locator("body")).to_contain_text(re.compile(r"2 of \d+"))
    assert not errors
    becomes(page).get_by_role("tab", name="Embed").click()
    snippet = becomes(page).get_by_label("Snippet")
    expect(snippet).to_have_value(re.compile(r'^<iframe .*embed=true&amp;country=IR&amp;view=both".* title="Timeline'))
    assert 'loading="lazy"' in snippet.input_value()
    framed = page.frame_locator("iframe[title='Preview of the embed']")
    expect(framed.get_by_role("region", name="About this view")).to_be_visible()
    becomes(page).get_by_label("What the frame shows").select_option("event")
    expect(framed.get_by_role("region", name="Excerpt")).to_be_visible()


def test_on_a_phone_the_story_stands_over_what_it_becomes(app: str, open_page: Open) -> None:
    page = opened(open_page(f"{app}/present?country=IR", width=390, height=844))
    page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
    expect(editor(page)).to_contain_text("No slides of your own yet.")
