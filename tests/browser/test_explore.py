"""“The five minutes that convince a historian”, steps 1 to 8, walked in a real browser with the network off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

from tests.browser.conftest import Open
from tests.browser.explore import MAP, READY, Explore

TREATY_1921, TREATY_1942 = ", 26 February 1921", ", 29 January 1942"
"""The treaties by their dates: titles may be corrected, the days they were signed may not move."""

CHARTS = ("Timeline", "Overview")
"""What the charts are called where they are heard, not seen."""

pytestmark = pytest.mark.browser


@pytest.fixture
def warnings_of_vega(profile: BrowserContext) -> Iterator[list[str]]:
    """What the charts complain of in the console; must be empty at the end."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.text.startswith("WARN "):
            said.append(message.text)

    profile.on("console", hear)
    yield said
    profile.remove_listener("console", hear)
    assert not said


@pytest.mark.usefixtures("warnings_of_vega")
def test_the_named_events_are_in_sight_and_one_is_selected(app: str, open_page: Open) -> None:
    """Step 1."""
    explore = Explore(open_page(app, wait=READY))
    expect(explore.panel.locator(".facts")).to_contain_text("19 December 1945")
    for title in ("Yalta", "Potsdam", TREATY_1921, TREATY_1942):
        expect(explore.mark(title)).to_be_visible()
    expect(explore.map.locator('[aria-label*="Moscow"]').first).to_be_visible()
    expect(explore.page, "the address holds the selection from the start").to_have_url(re.compile("event="))
    events = explore.sentence.inner_text().partition(",")[0]
    for chart, name in zip(explore.page.locator("[data-testid=stVegaLiteChart]").all(), CHARTS, strict=True):
        expect(chart).to_have_attribute("aria-label", re.compile(f"^{name}: "))
        expect(chart.locator(f"[aria-roledescription='text mark'][aria-label^='{events}']")).to_be_attached()


def test_a_treaty_on_the_timeline_moves_map_and_excerpt(app: str, open_page: Open) -> None:
    """Steps 2 and 3: a date that the text gives in part and a note in full; one from the reference list; both told."""
    explore = Explore(open_page(app, wait=READY))
    explore.pick(TREATY_1921)
    explore.dates("26 February 1921")
    expect(explore.page.locator("#vg-tooltip-element.visible"), "the panel tells it now").to_have_count(0)
    paper = re.compile(r"^rgb\(")  # as against rgba: what it lies over does not shine through
    expect(explore.page.locator("#vg-tooltip-element")).to_have_css("background-color", paper)
    assert "from the text" in (known := explore.fact("Date")) and "from an editor’s note" in known
    assert "Moscow" in explore.fact("Place")
    expect(explore.panel.locator(".where").first).to_contain_text("p. 685")
    expect(explore.passage.locator(".evidence").first).to_be_visible()
    expect(explore.panel.locator(".notes").first).to_be_visible()
    expect(explore.map.locator('[aria-pressed="true"]').first).to_have_attribute("aria-label", re.compile("Moscow"))
    explore.pick(TREATY_1942)
    explore.dates("29 January 1942")
    assert "reference list" in explore.fact("Date")


def test_a_place_only_spoken_of_lights_up_the_talk(app: str, open_page: Open) -> None:
    """Step 4: Kaunas; step 5: Baku, whose mentions open in the whole document."""
    explore = Explore(open_page(app, wait=READY))
    explore.place("Kaunas").click()
    explore.shows("Kaunas")
    expect(explore.panel).to_contain_text("consulates in Tallin, Riga, and Kaunas")
    expect(explore.panel.locator(".spoken").first).to_contain_text("19 December 1945")
    explore.place("Baku").click()
    explore.shows("Baku")
    expect(explore.panel.locator(".passage .here").nth(2)).to_be_attached()
    explore.panel.locator(".citation").get_by_text("Whole document").first.click()
    expect(explore.panel.get_by_role("button", name="Whole document").first).to_have_attribute("aria-pressed", "true")
    expect(explore.passage.locator(".here").first).to_be_in_viewport()
    expect(explore.passage.locator(".here")).to_have_text(["Baku"])
    explore.page.reload()
    expect(explore.passage.locator(".here").first).to_be_in_viewport()


def test_filters_change_every_view_and_name_the_one_that_empties_it(app: str, open_page: Open) -> None:
    """Step 6."""
    explore = Explore(open_page(app, wait=READY))
    everything = explore.sentence.inner_text()
    explore.choose("Topic", "Troops")
    expect(explore.sentence).to_contain_text("Troops")
    explore.choose("Country", "Iran")
    expect(explore.sentence).to_contain_text("involving Iran: ")
    assert explore.sentence.inner_text() != everything
    expect(explore.mark("Yalta")).to_have_count(0)
    assert re.search("Iran|Persia", explore.fact("States")), "a state under the name of its time"
    explore.bar.get_by_role("searchbox", name="Search").fill("zeppelin")
    expect(explore.sentence).to_contain_text(re.compile("No events: .*zeppelin.* leaves none"))
    expect(explore.sentence.get_by_role("link")).to_have_count(0)
    explore.sentence.get_by_text("Start over").click()
    expect(explore.sentence).to_have_text(re.compile(re.escape(everything[:20])))
    expect(explore.page).not_to_have_url(re.compile("[?&](topic|country|q)="))


def test_words_that_lead_to_no_event_lead_to_their_documents(app: str, open_page: Open) -> None:
    """Stalin speaks of saboteurs, and no event rests on that sentence."""
    explore = Explore(open_page(f"{app}/?q=saboteurs", wait=READY))
    explore.sentence.get_by_role("link", name="Found in 1 document.").click()
    words = explore.page.locator("article[aria-label=Document] .here")
    expect(words.first).to_have_text("Saboteurs")
    expect(words.first).to_be_in_viewport()
    expect(explore.page.get_by_role("button", name="Documents with “saboteurs”")).to_be_visible()


def test_a_brush_narrows_the_map_and_the_order_of_events(app: str, open_page: Open) -> None:
    """Step 7: July and August 1945, brushed on the strip; “Later” walks through Potsdam."""
    explore = Explore(open_page(f"{app}/?from=1945-07-01&to=1945-08-31", wait=READY))
    expect(explore.panel.locator(".at")).not_to_contain_text("of 30")
    titles = [explore.title.inner_text()]
    earlier, later = explore.panel.get_by_text("‹ Earlier"), explore.panel.get_by_text("Later ›")
    while earlier.is_enabled():
        earlier.click()
        expect(explore.title).not_to_have_text(titles[-1])
        titles.append(explore.title.inner_text())
    while later.is_enabled():
        later.click()
        expect(explore.title).not_to_have_text(titles[-1])
        titles.append(explore.title.inner_text())
    assert any("Potsdam" in title for title in titles)
    assert not any("Yalta" in title for title in titles)


def test_brushing_the_strip_sets_the_dates_of_every_view(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    box = explore.page.locator("[data-testid=stVegaLiteChart]").nth(1).bounding_box()
    assert box
    explore.page.mouse.move(box["x"] + box["width"] * 0.85, box["y"] + 12)
    explore.page.mouse.down()
    explore.page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + 14, steps=6)
    explore.page.mouse.up()
    explore.page.wait_for_url(re.compile(r"from=19\d\d-\d\d-\d\d&to=19\d\d"))
    expect(explore.sentence).to_contain_text("filtered out")


def test_reload_and_a_pasted_link_show_the_same(app: str, open_page: Open) -> None:
    """Step 8."""
    explore = Explore(open_page(app, wait=READY))
    explore.choose("Country", "Iran")
    expect(explore.sentence).to_contain_text("nvolving Iran: ")
    expect(explore.page).to_have_url(re.compile("country="))
    before = explore.page.url
    explore.pick(TREATY_1921)
    explore.dates("26 February 1921")
    expect(explore.page).not_to_have_url(before)
    link, seen = explore.page.url, explore.sentence.inner_text()
    explore.page.reload()
    again = Explore(explore.page)
    again.dates("26 February 1921")
    assert again.page.url == link
    elsewhere = Explore(open_page(link, wait=READY))
    elsewhere.dates("26 February 1921")
    expect(elsewhere.sentence).to_have_text(seen)


def test_back_undoes_a_choice_and_leads_out(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    first = explore.title.inner_text()
    explore.page.keyboard.press("ArrowLeft")
    expect(explore.title).not_to_have_text(first)
    explore.page.go_back()
    expect(explore.title).to_have_text(first)
    for _ in range(2):  # the address the reader came in by is not written over, however often it is come back to
        explore.page.go_back()
        expect(explore.page).to_have_url(f"{app}/")
        explore.page.keyboard.press("ArrowLeft")
        expect(explore.title).not_to_have_text(first)


def test_one_choice_is_one_step_of_back(app: str, open_page: Open) -> None:
    """A place lights up an event: the address is written when both are known."""
    explore = Explore(open_page(app, wait=READY))
    expect(explore.page).to_have_url(re.compile("event="))
    first, steps = explore.title.inner_text(), explore.page.evaluate("history.length")
    explore.place("Tabriz").click(force=True)
    expect(explore.page).to_have_url(re.compile("place="))
    expect(explore.title).not_to_have_text(first)
    assert explore.page.evaluate("history.length") == steps + 1
    explore.page.go_back()
    expect(explore.title).to_have_text(first)


EVERY_MARK_ON_TOP = """(titles) => {
  const marks = [...(document.querySelector("[data-testid=stVegaLiteChart]")?.querySelectorAll("[aria-label]") ?? [])];
  return titles.every((title) => {
    const mark = marks.find((each) => each.ariaLabel.includes(title));
    const box = mark?.getBoundingClientRect();
    const top = mark && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const lettered = top?.tagName === "text" && title.startsWith(top.textContent.replace("…", ""));
    return mark && (top === mark || lettered);
  });
}"""


def test_every_event_can_be_clicked_on_the_timeline(app: str, open_page: Open) -> None:
    """Each mark, or its own lettering, lies on top at its middle; test_timeline.py clicks every one, here three."""
    explore = Explore(open_page(f"{app}/?view=table", wait=READY))
    rows = explore.page.locator("tr[data-event] .title")
    expect(rows.nth(10)).to_be_attached()
    titles = rows.all_inner_texts()
    explore.bar.get_by_role("tab", name="Timeline and map").click()
    explore.page.wait_for_function(EVERY_MARK_ON_TOP, arg=titles)
    for title in (titles[0], "European war", titles[-1]):
        explore.pick(title)
        expect(explore.title).to_have_text(title)
        expect(explore.panel.locator(".evidence").first).to_be_attached()


def test_a_citation_and_a_link_are_copied(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, wait=READY))
    explore.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explore.panel.locator(".bar").get_by_text("Cite").click()
    expect(explore.panel.locator(".bar")).to_contain_text("Citation copied.")
    copied = explore.page.evaluate("navigator.clipboard.readText()")
    assert "Foreign Relations of the United States" in copied and "p. 68" in copied
    explore.bar.get_by_text("Copy link").click()
    expect(explore.bar).to_contain_text("Link copied.")
    assert explore.page.evaluate("navigator.clipboard.readText()") == explore.page.url


def test_no_date_moves_by_a_day_in_another_time_zone(app: str, open_page: Open) -> None:
    """Labels, the picture itself and the address, west and east of Greenwich."""
    seen = []
    for zone in ("America/New_York", "Asia/Tokyo"):
        explore = Explore(open_page(f"{app}/?from=1945-07-17&to=1945-08-02", zone=zone, wait=READY))
        assert explore.page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == zone
        seen.append((explore.positions(), explore.fact("Date"), explore.sentence.inner_text(), explore.page.url))
    assert seen[0] == seen[1]
    assert "July 1945" in seen[0][1]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("query", ["", "?topic=troops-bases&topic=peace-settlements&country=IR"])
def test_the_views_fill_the_window_and_no_more(app: str, open_page: Open, width: int, height: int, query: str) -> None:
    """Also where the sentence takes two lines."""
    page = open_page(f"{app}/{query}", width=width, height=height, wait=READY)
    expect(page.locator(MAP)).to_be_visible()
    main = page.get_by_test_id("stMain")
    expect(main).to_have_js_property("scrollHeight", height)
    expect(page.get_by_text("Later ›")).to_be_in_viewport(ratio=1)


def test_what_is_touched_is_large_enough_for_a_finger(app: str, open_page: Open) -> None:
    """24 pixels at least (WCAG 2.5.8), but for words within a text."""
    explore = Explore(open_page(app, width=390, height=844, wait=READY))
    expect(explore.page.locator("button[data-event]").first).to_be_attached()
    heights = "all => all.filter((one) => one.checkVisibility()).map((one) => [one.textContent, one.offsetHeight])"
    for part in (explore.panel, explore.bar):
        small = [name for name, high in part.locator("button").evaluate_all(heights) if high < 24]
        assert small == []


def test_each_page_says_its_name(app: str, open_page: Open) -> None:
    page = open_page(app, wait=READY)
    for name in ("Explore", "Read", "Present", "Documents", "About"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_title(f"{name} · When and where")
        expect(page.get_by_role("heading", level=1)).to_have_text([name])


def test_a_phone_shows_one_view_at_a_time_with_one_selection(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, width=390, height=844, wait=READY))
    rows = explore.page.locator("button[data-event]")
    expect(rows.first).to_be_attached()
    assert all(box["height"] >= 56 for row in rows.all()[:5] if (box := row.bounding_box()))
    explore.page.locator("button[data-event]", has_text="Yalta").click()
    explore.shows("Yalta")
    explore.bar.get_by_role("tab", name="Map", exact=True).click()
    expect(explore.page.locator(MAP)).to_be_visible()
    explore.shows("Yalta")
    explore.bar.get_by_role("tab", name="List").click()
    expect(explore.page.locator("button[aria-current=true]")).to_contain_text("Yalta")
    later = explore.panel.get_by_text("Later ›")
    expect(later).to_be_in_viewport()
    later.click()
    expect(explore.title).not_to_contain_text("Yalta")
    explore.choose("Filters", "Troops")
    expect(explore.bar.locator(".menu-button", has_text="Filters")).to_contain_text("Filters (1)")
    assert explore.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out sideways"


def test_the_dark_theme_draws_everything(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, scheme="dark", wait=READY))
    expect(explore.panel).to_have_class(re.compile("dark"))
    colour = explore.title.evaluate("node => getComputedStyle(node).color")
    assert colour == "rgb(233, 230, 223)"
    explore.pick("Yalta")
    explore.shows("Yalta")


def test_a_column_of_the_table_sorts_by_mouse_and_key(app: str, open_page: Open) -> None:
    explore = Explore(open_page(f"{app}/?view=table", wait=READY))
    heading = explore.page.get_by_role("columnheader", name="Event")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    first = explore.page.locator("tr[data-event] .title").first
    expect(first).to_have_text(re.compile("^[A-B]"))
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(first).to_have_text(re.compile("^[T-Z]"))
    assert explore.query["sort"] == ["-title"]
    explore.page.reload()
    expect(explore.page.get_by_role("columnheader", name="Event")).to_have_attribute("aria-sort", "descending")


MOVED = """() => {
    const mark = document.querySelector(".dm-mark.dm-selected");
    const frame = window.frameElement.getBoundingClientRect();
    const tools = window.frameElement.ownerDocument.querySelector(".st-key-map_tools").getBoundingClientRect();
    const over = { left: tools.left - frame.left, right: tools.right - frame.left,
                   top: tools.top - frame.top, bottom: tools.bottom - frame.top };
    const at = mark.getBoundingClientRect();
    const by = [at.right - over.left + 4, (at.top + at.bottom - over.top - over.bottom) / 2];
    window.map.panBy(by, { animate: false });
    const named = document.querySelector(".dm-mark.dm-selected .dm-label").getBoundingClientRect();
    const { left, right, top, bottom } = named;
    return [{ left, right, top, bottom }, over];
}"""
"""Moves the selected mark to the left of the controls over the map; answers with the boxes of its name and of these."""


def test_no_name_on_the_map_lies_under_what_the_page_lays_over_it(app: str, open_page: Open) -> None:
    explore = Explore(open_page(app, motion="reduce", wait=READY))
    expect(explore.page.locator(".st-key-map_tools").get_by_text("Add to slides")).to_be_visible()
    expect(explore.map.locator(".dm-mark.dm-selected .dm-label")).to_be_visible()
    frame = explore.page.frame(url=re.compile("streamlit_folium"))
    assert frame
    name, over = frame.evaluate(MOVED)
    apart = name["right"] <= over["left"] or name["left"] >= over["right"]
    assert apart or name["bottom"] <= over["top"] or name["top"] >= over["bottom"]
