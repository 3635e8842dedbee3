"""The page as a file: its policy, what it refers to, what it holds of every event, and hostile words."""

import base64
import gzip
import hashlib
import json
import math
import re
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import ExportError
from dashboard.evaluation.synthetic import build_synthetic_atlas
from dashboard.export import Slide, Story, as_story, export, format_named, look_named, select, select_story
from dashboard.export.deck.locator import LEAST_KM
from dashboard.export.page import content as content_module
from dashboard.export.page import page as page_module
from dashboard.export.page.figures import GRAIN, MapGround, steps
from dashboard.export.page.page import inert
from dashboard.queries import Atlas, Filters, find_events, find_places, main_stretch
from dashboard.queries.bins import Extent
from dashboard.views.event_map import located_rows
from dashboard.views.map_places import is_area

IRAN = Filters(countries=("IR",))
MOST_BYTES = 2_000_000


class Reader(HTMLParser):
    """Elements with their attributes, and the text of those without children."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        self._open = attributes.get("id") or attributes.get("type") or tag

    def handle_data(self, data):
        self.texts[self._open] = self.texts.get(self._open, "") + data

    def handle_endtag(self, _tag):
        self._open = ""


def page(atlas: Atlas, filters: Filters = IRAN, view: str = "story", **look) -> str:
    return export(select(atlas, filters, look_named(**look)), format_named("html", view)).decode()


def data(text: str) -> dict:
    return json.loads(Reader(text).texts["data"])


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_chip_finds_a_state_under_one_name_and_an_event_tells_the_name_of_its_time(gold_atlas: Atlas) -> None:
    events = data(page(gold_atlas, Filters(countries=("RU",))))["events"]
    assert all("Soviet Union" in event["countries"] for event in events), "all that the dashboard counts"
    assert {"Soviet Union", "Russia"} <= {name for event in events for name in event["states"]}


def test_the_policy_admits_its_own_style_and_script_and_nothing_else(gold_atlas: Atlas) -> None:
    read = Reader(page(gold_atlas))
    policy = next(each["content"] for _, each in read.elements if each.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert allowed == {
        "default-src": "'none'", "script-src": sha256(read.texts["script"]), "style-src": sha256(read.texts["style"]),
        "font-src": "data:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip


def test_it_refers_to_nothing_outside(gold_atlas: Atlas) -> None:
    read = Reader(page(gold_atlas))
    names = [name for _, attributes in read.elements for name in attributes]
    assert not {"src", "href", "srcset", "style", "background", "action"} & set(names)
    assert not [name for name in names if name.startswith("on")]
    assert set(re.findall(r"url\((.{5})", read.texts["style"])) <= {"data:"}
    assert "@import" not in read.texts["style"]
    assert set(re.findall(r"https?://[^'\"\s]+", read.texts["script"])) == {"http://www.w3.org/2000/svg"}
    for call in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"):
        assert call not in read.texts["script"]


def test_every_event_says_when_where_how_that_is_known_and_in_which_words(gold_atlas: Atlas) -> None:
    held = data(page(gold_atlas))
    entries = list(select(gold_atlas, IRAN).entries)
    assert [each["id"] for each in held["events"]] == [entry.event.id for entry in entries]
    for event, entry in zip(held["events"], entries, strict=True):
        assert (event["title"], event["when"], event["basis"]) == (entry.event.title, entry.date_text, entry.date_basis)
        assert bool(event["whereBasis"]) == bool(entry.event.places)
        assert event["told"] and event["checked"]
        marked = " ".join(evidence_of(event).split())
        for quotation in entry.quotations:
            assert " ".join(quotation.exact.split()) in marked
        assert all(passage["cite"] and passage["where"] for passage in event["passages"])
        first = min(entry.quotations, key=lambda quotation: quotation.start)
        assert f"p. {first.page}; " in event["passages"][0]["cite"]


def evidence_of(event: dict) -> str:
    parts = []
    for passage in event["passages"]:
        for _, *runs in (*passage["paragraphs"], *passage["notes"]):
            parts += [run[0] if isinstance(run, list) and run[2] else "\0" for run in runs]
    return re.sub(r"\s*\0\s*", " ", "".join(parts))


def test_what_was_left_out_and_every_source_travel_along(gold_atlas: Atlas) -> None:
    selection = as_story(select(gold_atlas, IRAN))
    held = data(page(gold_atlas))
    assert held["leftOut"] == selection.left_out
    assert [each["cite"] for each in held["sources"]] == list(selection.citations())
    assert held["map"]["credit"].startswith("No borders drawn: they changed in this period. Map: Natural Earth")


def test_marks_lead_to_events_and_places_that_are_there(gold_atlas: Atlas) -> None:
    held = data(page(gold_atlas))
    ends = {"d": len(held["events"]), "p": len(held["places"])}
    targets = [
        (run[1], run[3])
        for event in held["events"]
        for passage in event["passages"]
        for _, *runs in passage["paragraphs"]
        for run in runs
        if isinstance(run, list) and len(run) > 3
    ]
    assert {kind for kind, _ in targets} == {"d", "p"}
    assert all(0 <= target < ends[kind] for kind, target in targets)
    assert all(event in range(ends["d"]) for place in held["places"] for event in place["events"] + place["spoken"])
    drawn = {shape["event"] for shape in held["timeline"]["shapes"] if shape["part"] == "hit" and "event" in shape}
    assert drawn == {at for at, event in enumerate(held["events"]) if event["from"]}


@pytest.mark.parametrize(
    ("lat", "lon"), [(37.8, -122.4), (55.8, 37.6), (-33.9, 151.2), (89.5, 0.0), (0.0, 179.9), (64.1, -21.9)]
)
def test_a_slide_turns_the_map_so_that_north_is_up_where_it_happened(gold_atlas: Atlas, lat: float, lon: float) -> None:
    ground = MapGround(located_rows(find_places(gold_atlas))[0])
    (x, y), (to_x, to_y) = ground.projection(lat, lon), ground.projection(lat - 0.2, lon)
    turn = ground.north(lat, lon)
    east = (to_x - x) * math.cos(turn) - (to_y - y) * math.sin(turn)
    south = (to_x - x) * math.sin(turn) + (to_y - y) * math.cos(turn)
    assert south > 0 and abs(east) < 0.02 * south


def test_a_slide_shows_enough_coast_around_places_that_are_close_together(gold_atlas: Atlas) -> None:
    """As the locator map of a deck does; the ground reaches as far beyond every mark."""
    rows = {row["name"]: row for row in located_rows(find_places(gold_atlas))[0] if not is_area(row)}
    pair = min(combinations(rows, 2), key=lambda two: math.dist(*((rows[n]["lat"], rows[n]["lon"]) for n in two)))
    near = MapGround([rows[name] for name in pair])
    held = near.data([], counted=False)
    assert near.projection.across(LEAST_KM) == pytest.approx(held["slide"], abs=1)
    assert held["slide"] > held["view"][2], "more than the first view of two towns so near to one another"
    for x, y in (near.at(rows[name]["lat"], rows[name]["lon"]) for name in pair):
        assert held["slide"] / 2 - 1 <= x <= held["width"] - held["slide"] / 2 + 1
        assert held["slide"] / 2 - 1 <= y <= held["height"] - held["slide"] / 2 + 1
    wide = MapGround(list(rows.values())).data([], counted=False)
    assert wide["slide"] < wide["view"][2], "among places far apart a slide comes close"


def test_a_story_tells_its_slides_and_holds_the_rest_to_explore(gold_atlas: Atlas) -> None:
    ids = list(find_events(gold_atlas)["id"])
    outside = next(each for each in ids if each not in set(find_events(gold_atlas, IRAN)["id"]))
    rows = find_places(gold_atlas)
    kaunas = rows[rows["as_written"].str.contains("Kaunas", regex=False)]["id"].iloc[0]
    story = Story("Mine", "Ours", (Slide("event", outside, "First"), Slide("place", kaunas, sentence="So.")), IRAN)
    made = export(select_story(gold_atlas, story), format_named("html", "story")).decode()
    held = data(made)
    first, second = held["slides"]
    assert (held["title"], held["subtitle"], held["mode"]) == ("Mine", "Ours", "slides")
    assert (held["events"][first["at"]]["id"], first["title"]) == (outside, "First")
    assert (held["places"][second["at"]]["id"], second["sentence"]) == (kaunas, "So.")
    assert "Kaunas" in second["quotes"][0]["words"][1]
    assert len(held["events"]) == len(find_events(gold_atlas, IRAN)) + 1


def test_a_place_alone_can_be_told(gold_atlas: Atlas) -> None:
    rows = find_places(gold_atlas)
    kaunas = rows[rows["as_written"].str.contains("Kaunas", regex=False)]["id"].iloc[0]
    story = Story("Kaunas", slides=(Slide("place", kaunas),), filters=Filters(date_to="1800-01-01"))
    held = data(export(select_story(gold_atlas, story), format_named("html", "story")).decode())
    assert (held["events"], len(held["slides"]), held["first"]) == ([], 1, -1)
    assert held["places"][held["slides"][0]["at"]]["id"] == kaunas


@pytest.mark.parametrize("view", ["timeline", "map", "events"])
def test_other_views_open_to_explore(gold_atlas: Atlas, view: str) -> None:
    held = data(page(gold_atlas, view=view))
    assert (held["mode"], held["slides"]) == ("explore", [])
    assert 0 <= held["first"] < len(held["events"])


def test_dark_is_dark_and_light_follows_the_system(gold_atlas: Atlas) -> None:
    assert '<html lang="en" data-theme="dark"' in page(gold_atlas, theme="dark")
    assert '<html lang="en" data-theme=""' in page(gold_atlas)


def test_kinds_and_people_are_there_to_filter_by(gold_atlas: Atlas) -> None:
    held = data(page(gold_atlas, Filters(), "events"))
    for event, entry in zip(held["events"], select(gold_atlas).entries, strict=True):
        assert event["kinds"] == [entry.event.kind.capitalize()]
        assert event["people"] == list(dict.fromkeys(person.name for person in entry.event.people))


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten marks are too many to be drawn one by one."""
    monkeypatch.setattr(content_module, "MOST_MARKS", 10)
    monkeypatch.setattr(page_module, "MOST_MARKS", 10)


def beyond(held: dict) -> set[tuple[str, str]]:
    """What the chips at the edges of the timeline list: all before a day, all after one."""
    return {
        tuple(shape["window"]) for shape in held["timeline"]["shapes"] if shape["part"] == "hit" and "window" in shape
    }


def test_many_events_open_on_the_years_they_are_about(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not beyond(data(page(gold_atlas, Filters(), "events"))), "of few events the empty years are folded"
    monkeypatch.setattr(content_module, "FOLD_BELOW", 10)
    first, last = main_stretch(gold_atlas) or ("", "")
    held = data(page(gold_atlas, Filters(), "events"))
    assert beyond(held) == {("", first), (last, "")}
    edges = {shape["title"] for shape in held["timeline"]["shapes"] if "window" in shape and "title" in shape}
    early = [event for event in held["events"] if event["to"] < first]
    assert f"‹ {len(early)} earlier" in edges
    assert not beyond(data(page(gold_atlas, Filters(date_from="1907-01-01"), "events"))), "the reader chose the dates"


def test_the_event_that_is_open_is_in_sight(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "FOLD_BELOW", 10)
    monkeypatch.setattr(content_module, "main_stretch", lambda *_: Extent("1900-01-01", "1929-12-31"))
    held = data(page(gold_atlas, Filters(), "events"))
    assert held["events"][held["first"]]["to"] < "1930", "though most passages tell of 1945"


def test_nothing_that_is_told_lies_beyond_the_first_view(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "FOLD_BELOW", 10)
    ids = list(find_events(gold_atlas)["id"])
    for told, opens_on_part in ((ids[0], False), (ids[len(ids) // 2], True)):
        story = select_story(gold_atlas, Story("One", slides=(Slide("event", told),)))
        held = data(export(story, format_named("html", "story")).decode())
        assert bool(beyond(held)) is opens_on_part


def unpacked(text: str) -> dict:
    """What a page of very many events holds."""
    return json.loads(gzip.decompress(base64.b64decode(data(text), validate=True)))


@pytest.mark.usefixtures("few_are_many")
def test_columns_hold_every_dated_event_once_where_it_begins(gold_atlas: Atlas) -> None:
    made = page(gold_atlas, Filters(), "events")
    held = unpacked(made)
    assert made == page(gold_atlas, Filters(), "events"), "the same file each time"
    assert held["events"][0]["passages"], "no event is without its words"
    timeline = held["timeline"]
    drawn = [number for column in timeline["columns"] for number in column["events"]]
    assert len(drawn) == len(set(drawn))
    outside = {
        shape["window"][0] or shape["window"][1]
        for shape in timeline["shapes"]
        if "window" in shape and "title" in shape
    }
    dated = {at for at, event in enumerate(held["events"]) if event["from"]}
    assert not outside and set(drawn) == dated
    for column in timeline["columns"]:
        assert 0 <= column["x"] < column["x2"] <= timeline["width"] and 0 <= column["y"] < column["y2"]
        assert column["lane"] and column["when"] and column["events"] == sorted(column["events"])
    assert not [shape for shape in timeline["shapes"] if shape["part"] in ("mark", "columns")]
    assert held["map"]["credit"].startswith("Circles count the events around the place named")
    assert "a click on a column lists its events" in timeline["note"]


@pytest.mark.usefixtures("few_are_many")
def test_hostile_words_are_packed_as_letters(hostile_atlas: Atlas) -> None:
    text = page(hostile_atlas, Filters(), "events")
    assert [tag for tag, _ in Reader(text).elements].count("script") == 2
    titles = {event["title"] for event in unpacked(text)["events"]}
    assert "<img src=x onerror=alert(1)>" in titles


def test_more_events_than_a_page_holds_are_refused_with_a_way_out(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_module, "MOST_EVENTS", 4)
    with pytest.raises(ExportError, match=r"^A page holds 4 events, not 30\. Narrow the filters, .* or take all"):
        page(gold_atlas, Filters(), "events")
    for name in re.findall(r"csv|xlsx|parquet|geojson", content_module.WAY_OUT):
        assert format_named(name, "events")


def test_a_story_among_too_many_events_is_told_without_those_around_it(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_module, "MOST_EVENTS", 4)
    ids = list(find_events(gold_atlas)["id"])
    story = Story("Two", slides=(Slide("event", ids[7]), Slide("event", ids[2])))
    held = data(export(select_story(gold_atlas, story), format_named("html", "story")).decode())
    assert [each["id"] for each in held["events"]] == [ids[2], ids[7]]
    assert held["leftOut"].endswith("Of 30 events this page holds only those told; it has room for 4.")


def test_it_says_how_many_events_are_read(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "PASSAGES", 10)
    said: list[str] = []
    export(select(gold_atlas), format_named("html", "events"), said.append)
    assert said == ["Reading the events", *(f"{at} of 30 events" for at in (10, 20, 30))]


def test_five_hundred_events_are_less_than_two_megabytes(tmp_path: Path) -> None:
    build_synthetic_atlas(tmp_path, 500)
    made = page(Atlas(tmp_path), Filters(), "events")
    assert len(data(made)["events"]) == 500
    assert len(made.encode()) < MOST_BYTES


def test_hostile_words_end_no_element_and_begin_none(hostile_atlas: Atlas) -> None:
    text = page(hostile_atlas, title="[[script]]</title><script>alert(1)</script>")
    read = Reader(text)
    assert [tag for tag, _ in read.elements].count("script") == 2
    assert read.texts["title"] != "" and "data" in read.texts
    held = data(text)
    assert held["title"] == "[[script]]</title><script>alert(1)</script>"
    assert not [each for each in held["sources"] if each["url"]], "no link but to the web"


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_inert_is_json_without_marks_of_html(value: object) -> None:
    text = inert(value)
    assert not set("<>&\u2028\u2029") & set(text)
    json.loads(text)


POINTS = st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)), min_size=1, max_size=12)


@given(st.lists(POINTS, min_size=1, max_size=3))
def test_steps_lead_along_the_path(rings: list[list[tuple[int, int]]]) -> None:
    path = "".join("ML"[at > 0] + f"{x / GRAIN},{y / GRAIN}" + "Z" * (at == len(ring) - 1)
                   for ring in rings for at, (x, y) in enumerate(ring))  # fmt: skip
    walked = []
    for start, moves in re.findall(r"M(-?\d+ -?\d+)l([^z]*)z", steps(path)):
        x, y = map(int, start.split())
        ring = [(x, y)]
        numbers = [int(each) for each in re.findall(r"-?\d+", moves)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        walked.append(ring)
    assert walked == [[each for at, each in enumerate(ring) if not at or each != ring[at - 1]] for ring in rings]
