"""The page from a file: it asks for nothing, its views lead to one another, and clicker, keys, chips and paper work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.export import Slide, Story, export, format_named, select, select_story
from dashboard.export.page import content
from dashboard.export.page import page as page_module
from dashboard.model import Person
from dashboard.queries import Atlas, Filters, find_events, find_places
from dashboard.store.save import save
from tests.browser.conftest import Blank
from tests.browser.hostile import TEXTS
from tests.gold_atlas import gold_findings

pytestmark = pytest.mark.browser
IRAN = Filters(countries=("IR",))
WATCH_POLICY = "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"

OpenFile = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(gold_atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as on a USB stick: a story of three slides, and everything to explore."""
    made = tmp_path_factory.mktemp("usb stick")
    ids = list(find_events(gold_atlas, IRAN)["id"])
    rows = find_places(gold_atlas)
    kaunas = rows[rows["as_written"].str.contains("Kaunas", regex=False)]["id"].iloc[0]
    slides = (
        Slide("event", ids[0], sentence="It began here."),
        Slide("place", kaunas),
        Slide("event", ids[3], "A title of mine"),
    )
    story = select_story(gold_atlas, Story("My talk", "In three slides", slides, IRAN))
    (made / "talk.html").write_bytes(export(story, format_named("html", "story")))
    (made / "all.html").write_bytes(export(select(gold_atlas), format_named("html", "events")))
    return made


@pytest.fixture
def open_file(blank: Blank) -> Iterator[OpenFile]:
    """Open a file at a size; at the end it has asked for itself alone, broken no policy and raised nothing."""
    pages: list[Page] = []
    asked: list[str] = []
    wrong: list[str] = []
    opened_files: set[str] = set()

    def opened(path: Path, place: str = "", **look: Any) -> Page:
        page = blank(motion="reduce", **look)
        pages.append(page)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.add_init_script(WATCH_POLICY)
        opened_files.add(path.as_uri())
        page.goto(path.as_uri() + place)
        return page

    yield opened
    for page in pages:
        page.close()
    other = [url for url in asked if not url.startswith("data:font/woff2")]
    assert {url.partition("#")[0] for url in other} <= opened_files
    assert wrong == []


def panel(page: Page) -> Locator:
    return page.locator("#panel")


def slide(page: Page) -> Locator:
    return page.locator("#slide")


def test_a_clicker_leads_through_the_slides(folder: Path, open_file: OpenFile, gold_atlas: Atlas) -> None:
    page = open_file(folder / "talk.html")
    first = find_events(gold_atlas, IRAN).iloc[0]
    expect(slide(page).get_by_role("heading")).to_have_text("My talk")
    expect(page.locator("#place-in-order")).to_have_text("1 of 5")
    page.keyboard.press("PageDown")
    expect(slide(page).get_by_role("heading")).to_have_text(first["title"])
    expect(slide(page)).to_contain_text(first["date_text"])
    expect(slide(page)).to_contain_text(first["date_basis"])
    expect(slide(page)).to_contain_text("It began here.")
    expect(slide(page).locator("mark")).not_to_be_empty()
    expect(slide(page).locator(".citation")).to_contain_text("Foreign Relations of the United States")
    expect(page.locator("#map .place.chosen")).to_have_count(1)
    expect(page.locator("#strip .bead.current")).to_have_count(1)
    page.keyboard.press("PageDown")
    expect(slide(page).get_by_role("heading")).to_have_text("Kaunas")
    expect(page.locator("#map .place.chosen .label")).to_have_text("Kaunas")
    page.keyboard.press("End")
    expect(slide(page).get_by_role("heading")).to_have_text("Sources and method")
    page.keyboard.press("PageUp")
    expect(slide(page).get_by_role("heading")).to_have_text("A title of mine")
    page.keyboard.press("Home")
    expect(slide(page).get_by_role("heading")).to_have_text("My talk")
    expect(page.get_by_role("button", name="Previous")).to_be_disabled()


def test_escape_leaves_the_slides_at_the_event_and_back_again(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "talk.html", "#slide-4")
    expect(slide(page).get_by_role("heading")).to_have_text("A title of mine")
    page.keyboard.press("Escape")
    expect(slide(page)).to_be_hidden()
    expect(panel(page).locator("mark").first).to_be_visible()
    page.get_by_role("button", name="Slides").click()
    expect(slide(page).get_by_role("heading")).to_have_text("A title of mine")
    page.reload()
    expect(slide(page).get_by_role("heading")).to_have_text("A title of mine")


def test_timeline_map_and_words_lead_to_one_another(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "all.html")
    title = "Yalta Conference"
    page.locator("#time [role=button]", has_text=title).first.click()
    expect(panel(page).locator("h2")).to_have_text(title)
    expect(page.locator("#map .place.chosen .label")).to_have_text("Yalta")
    expect(page.locator("#time [aria-current]")).to_have_attribute("aria-label", re.compile(title))
    expect(page.locator("#time > svg")).to_have_attribute("aria-label", re.compile(r"^Timeline: \d+ events\. "))
    page.locator("#map").get_by_role("button", name=re.compile(r"Moscow.*: [2-9] events")).click()
    expect(panel(page).get_by_text("What happened here")).to_be_visible()
    panel(page).locator(".row").first.click()
    expect(page.locator("#time [aria-current]")).to_have_count(1)
    expect(page.locator("#map .place.chosen .label")).to_contain_text("Moscow")


UNDER_FURNITURE = """() => {
  const boxes = (which) => [...document.querySelectorAll(which)].map((node) => [node, node.getBoundingClientRect()]);
  const over = boxes(".zoom, .beyond button");
  return boxes("g.area text, g.place text, text.sea").filter(([, a]) => over.some(([, b]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).map(([node]) => node.textContent);
}"""


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_no_name_on_the_map_lies_under_what_stands_over_it(
    folder: Path, open_file: OpenFile, size: tuple[int, int]
) -> None:
    page = open_file(folder / "all.html", width=size[0], height=size[1])
    expect(page.locator(".beyond button")).to_be_visible()
    expect(page.locator("g.place text").first).to_be_attached()
    assert page.evaluate(UNDER_FURNITURE) == []


def test_a_word_of_a_passage_leads_to_the_map_and_to_another_event(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "all.html")
    page.keyboard.press("End")
    before = panel(page).locator("h2").inner_text()
    word = panel(page).locator("button.date, button.at").first
    title = word.get_attribute("title") or ""
    word.click()
    expect(page.locator("#map .chosen, #time [aria-current]")).not_to_have_count(0)
    expect(panel(page).locator("h2")).to_have_text(re.compile(f"{re.escape(title)}|{re.escape(before)}"))


def chip(page: Page, row: str, value: str) -> Locator:
    return page.get_by_role("group", name=row, exact=True).get_by_role("button", name=re.compile(f"^{value}, "))


def test_chips_narrow_every_view(folder: Path, open_file: OpenFile, gold_atlas: Atlas) -> None:
    page = open_file(folder / "all.html")
    everything, iran = len(find_events(gold_atlas)), len(find_events(gold_atlas, IRAN))
    chip(page, "State", "Iran").click()
    expect(chip(page, "State", "Iran")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#sentence")).to_have_text(f"{iran} of {everything} events: involving Iran.")
    expect(page.locator("#list li")).to_have_count(iran)
    dated = (find_events(gold_atlas, IRAN)["edtf"] != "").sum()
    expect(page.locator("#time rect.hit[data-event]:not(.out)")).to_have_count(int(dated))
    page.keyboard.press("Home")
    expect(panel(page).locator(".around span")).to_have_text(f"1 of {iran}")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#list li")).to_have_count(everything)


def test_kind_and_person_narrow_too_by_key_alone(open_file: OpenFile, tmp_path: Path) -> None:
    findings = gold_findings()
    people = [(Person("Stalin"),) if at % 2 else (Person("Byrnes"),) for at in range(len(findings.events))]
    events = [replace(each, people=some) for each, some in zip(findings.events, people, strict=True)]
    save(tmp_path / "atlas", replace(findings, events=events), fingerprint="people")
    atlas = Atlas(tmp_path / "atlas")
    (tmp_path / "page.html").write_bytes(export(select(atlas), format_named("html", "events")))
    page = open_file(tmp_path / "page.html")
    expect(page.get_by_role("group", name="Kind")).to_be_hidden()
    page.get_by_role("button", name="More filters").press("Enter")
    expect(page.get_by_role("button", name="Fewer filters")).to_have_attribute("aria-expanded", "true")
    meetings = find_events(atlas, Filters(kinds=("meeting",)))
    with_stalin = find_events(atlas, Filters(kinds=("meeting",), people=("Stalin",)))
    assert 0 < len(with_stalin) < len(meetings)
    chip(page, "Kind", "Meeting").press(" ")
    expect(page.locator("#list li")).to_have_count(len(meetings))
    expect(chip(page, "Person", "Stalin").locator(".count")).to_have_text(str(len(with_stalin)))
    chip(page, "Person", "Stalin").press("Enter")
    said = f"{len(with_stalin)} of {len(find_events(atlas))} events: only meeting, with Stalin."
    expect(page.locator("#sentence")).to_have_text(said)
    expect(page.locator("#list li")).to_have_count(len(with_stalin))
    chip(page, "Person", "Stalin").press("Enter")
    expect(page.locator("#list li")).to_have_count(len(meetings))


def test_chips_without_room_are_a_key_away_and_those_chosen_stay(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "all.html", width=900)
    row = page.get_by_role("group", name="State", exact=True)
    rest = row.get_by_role("button", name=re.compile(r"^\d+ more$"))
    chips = row.locator(".chip")
    last = chips.last
    expect(last).to_be_hidden()
    rest.press("Enter")
    expect(last).to_be_visible()
    last.press("Enter")
    row.get_by_role("button", name="Fewer").press("Enter")
    expect(last).to_be_visible()
    expect(chips.nth(chips.count() - 2)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 900


@pytest.fixture(scope="module")
def counted(gold_atlas: Atlas, folder: Path) -> Path:
    """The same events as a page of very many: ten are too many to be drawn one by one."""
    made = folder / "counted.html"
    with pytest.MonkeyPatch.context() as patch:
        for module in (content, page_module):
            patch.setattr(module, "MOST_MARKS", 10)
        made.write_bytes(export(select(gold_atlas), format_named("html", "events")))
    return made


def test_columns_and_circles_count_and_list_what_the_chips_let_through(
    counted: Path, open_file: OpenFile, gold_atlas: Atlas
) -> None:
    page = open_file(counted)
    everything = len(find_events(gold_atlas))
    expect(page.locator("#list li")).to_have_count(everything)
    column = page.locator("#time").get_by_role("button", name=re.compile(r": [2-9] events$")).first
    label = column.get_attribute("aria-label") or ""
    (count,) = re.findall(r": (\d) events$", label)
    column.press("Enter")
    expect(panel(page).locator(".row")).to_have_count(int(count))
    expect(panel(page).locator("h2")).to_have_text(
        re.compile(label.partition(":")[0].rpartition(", ")[2], re.IGNORECASE)
    )
    panel(page).locator(".row").first.click()
    expect(panel(page).locator("mark").first).to_be_visible()
    expect(page.locator("#time .here .name")).to_have_text(panel(page).locator("h2").inner_text())
    page.locator("#map").get_by_role("button", name=re.compile(r"Moscow, [2-9]: [2-9] events")).click()
    expect(panel(page).get_by_text("What happened here")).to_be_visible()
    chip(page, "State", "Iran").click()
    iran = find_events(gold_atlas, IRAN)
    expect(page.locator("#sentence")).to_have_text(f"{len(iran)} of {everything} events: involving Iran.")
    columns = page.locator("#time").get_by_role("button")
    counts = columns.evaluate_all("all => all.map((each) => Number(/: (\\d+) event/.exec(each.ariaLabel)[1]))")
    assert sum(counts) == (iran["edtf"] != "").sum()


def test_arrows_step_through_time(folder: Path, open_file: OpenFile, gold_atlas: Atlas) -> None:
    page = open_file(folder / "all.html")
    titles = list(find_events(gold_atlas)["title"])
    page.keyboard.press("Home")
    expect(panel(page).locator("h2")).to_have_text(titles[0])
    page.keyboard.press("ArrowRight")
    expect(panel(page).locator("h2")).to_have_text(titles[1])
    page.keyboard.press("ArrowLeft")
    expect(panel(page).locator("h2")).to_have_text(titles[0])
    page.keyboard.press("Escape")
    expect(panel(page).get_by_text("Sources", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_follow_the_system_until_switched(folder: Path, open_file: OpenFile, scheme: str) -> None:
    page = open_file(folder / "talk.html", scheme=scheme)
    papers = {"light": "rgb(251, 250, 246)", "dark": "rgb(21, 25, 29)"}
    root = page.locator("html")
    expect(root).to_have_css("background-color", papers[scheme])
    page.get_by_role("button", name="Light or dark").click()
    expect(root).to_have_css("background-color", papers["light" if scheme == "dark" else "dark"])


def test_on_a_phone_nothing_is_wider_than_the_screen(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "talk.html", width=390, height=844)
    for number in range(1, 6):
        expect(page.locator("#place-in-order")).to_have_text(f"{number} of 5")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        expect(slide(page).get_by_role("heading")).to_be_in_viewport()
        page.keyboard.press("PageDown")
    page.get_by_role("button", name="Explore freely").click()
    page.locator("#list .row").nth(1).click()
    expect(panel(page).locator("mark").first).to_be_attached()
    expect(panel(page)).to_be_in_viewport()
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Map", exact=True).click()
    expect(page.locator("#map .place").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_paper_a_slide_is_a_page_and_the_sources_close_it(folder: Path, open_file: OpenFile) -> None:
    page = open_file(folder / "talk.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheets = page.locator("#print .sheet")
    expect(sheets).to_have_count(5)
    expect(sheets.last).to_contain_text("Sources and method")
    expect(sheets.nth(1).locator(".still text")).not_to_have_count(0)
    beyond = """svg => { const at = svg.viewBox.baseVal; return [...svg.querySelectorAll('.dot')].filter(({ cx, cy }) =>
        cx.baseVal.value < at.x || cx.baseVal.value > at.x + at.width || cy.baseVal.value < at.y
        || cy.baseVal.value > at.y + at.height).length; }"""
    stills = sheets.locator(".still:not(.sheet:first-child .still)")  # whose map is the first view, of most places
    outside = [still.evaluate(beyond) for still in stills.all()]
    assert outside and not any(outside)
    expect(page.locator("main")).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 5


@pytest.mark.parametrize("most_marks", [2000, 10], ids=["marks", "columns"])
def test_hostile_words_are_letters(
    open_file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most_marks: int
) -> None:
    for module in (content, page_module):
        monkeypatch.setattr(module, "MOST_MARKS", most_marks)
    findings = gold_findings()
    words = [TEXTS[at % len(TEXTS)] for at in range(len(findings.events))]
    events = [
        replace(
            each,
            title=word,
            places=tuple(replace(place, name=word, as_written=word) for place in each.places),
            people=(Person(word), Person(words[0])),
        )
        for each, word in zip(findings.events, words, strict=True)
    ]
    save(tmp_path / "atlas", replace(findings, events=events), fingerprint="hostile")
    atlas = Atlas(tmp_path / "atlas")
    (tmp_path / "page.html").write_bytes(export(select(atlas), format_named("html", "story")))
    page = open_file(tmp_path / "page.html")
    for _ in range(8):
        page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    titles = list(find_events(atlas)["title"])
    expect(panel(page).locator("h2")).to_have_text(" ".join(titles[0].split()))
    page.get_by_role("button", name="More filters").click()
    person = page.get_by_role("group", name="Person").locator(".chip").first
    person.click()
    expect(page.locator("#sentence")).to_contain_text("with ")
    page.locator("#time").get_by_role("button").first.press("Enter")
    expect(panel(page).locator("h2")).not_to_be_empty()
    expect(page).not_to_have_title("owned")
    assert page.locator("img").count() == 0
