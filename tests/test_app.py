"""Every page runs, says what it should, and turns nonsense into a sentence; clicks are tested in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import cache, config, state
from dashboard.address import View
from dashboard.components.assets import EMBED_LAYOUT
from dashboard.components.embed import LEAST_MAP, LINE, frame_for
from dashboard.components.excerpt_panel import event_data, opening
from dashboard.components.export_menu import answer_export, file_of
from dashboard.components.offer import File, answer_with
from dashboard.export import FORMATS, Format, select
from dashboard.queries import Filters
from dashboard.session import Screen
from dashboard.store.atlas import Atlas

APP = str(config.ROOT / "dashboard" / "app.py")
Run = Callable[..., AppTest]


@pytest.fixture
def run(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Open a page of the app on the labelled atlas with a query in the address."""
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)

    def opened(**query: str | list[str]) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=30)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return opened


def told(app: AppTest, component: str) -> dict[str, Any]:
    """What the page tells one of our components."""
    for element in app.get("bidi_component"):
        if element.proto.component_name == f"dashboard.{component}":
            data: dict[str, Any] = json.loads(element.proto.json)
            return data
    pytest.fail(f"{component} is not on the page; it says {[text.value for text in app.text]}")


def words(panel: dict[str, Any]) -> str:
    """The passages of the excerpt panel as plain text."""
    return "".join(run["text"] for p in panel["passages"] for each in p["paragraphs"] for run in each["runs"])


def event_named(app: AppTest, title: str) -> str:
    rows = told(app, "event_table")["rows"]
    return next(row["id"] for row in rows if title in row["title"])


def test_explore_opens_with_the_meeting_the_longer_document_is(run: Run) -> None:
    app = run()
    assert not app.exception
    panel = told(app, "excerpt_panel")
    assert "Kremlin" in panel["title"]
    assert panel["facts"][0]["values"][0]["text"] == "19 December 1945"
    assert app.query_params["event"], "the address holds the selection from the start"


def test_the_bar_says_what_is_shown_and_counts_every_choice(run: Run) -> None:
    bar = told(run(), "filter_bar")
    assert bar["sentence"]["shown"] == "30 events, 1907–1950, from 2 documents."
    assert all(option["count"] > 0 for menu in bar["menus"] for option in menu["options"])


def test_topic_and_country_narrow_sentence_counts_and_selection(run: Run) -> None:
    bar = told(app := run(topic="troops-bases", country="IR"), "filter_bar")
    assert bar["sentence"]["shown"].startswith("Troops and bases, involving Iran: ")
    assert "filtered out" in bar["sentence"]["left"]
    assert {menu["field"]: [o["value"] for o in menu["options"] if o["on"]] for menu in bar["menus"]} == {
        "topics": ["troops-bases"],
        "countries": ["IR"],
    }
    facts = {fact["label"]: [v["text"] for v in fact["values"]] for fact in told(app, "excerpt_panel")["facts"]}
    assert "Iran" in facts["States"] and "Troops and bases" in facts["Topics"]


def test_collections_narrow_where_there_are_several(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    menus = {menu["field"]: menu for menu in told(run(), "filter_bar")["more"]}
    volume = menus["collections"]["options"][-1]
    bar = told(run(collection=volume["value"]), "filter_bar")
    assert bar["sentence"]["shown"].startswith(f"From {volume['value']}: {volume['count']} event")
    one = {field: tuple(each[:1]) for field, each in cache.choices(Filters()).items()}
    monkeypatch.setattr(cache, "choices", lambda _filters: one)
    assert "collections" not in {menu["field"] for menu in told(run(), "filter_bar")["more"]}


def test_ukraine_never_answers_with_yalta(run: Run) -> None:
    countries = {o["value"] for menu in told(run(), "filter_bar")["menus"][1:] for o in menu["options"]}
    assert "UA" not in countries, "no labelled event concerns Ukraine, though Yalta lies there today"


def test_a_filter_that_empties_the_view_is_named_with_the_way_out(run: Run) -> None:
    app = run(topic="office-procedure", country="IR")
    bar = told(app, "filter_bar")
    assert bar["sentence"]["shown"].startswith("No events: ‘Iran’ leaves none within ‘Office procedure’")
    assert ["there is nothing to draw here" in text.value for text in app.text] == [True]
    assert told(app, "view_tools")["tools"]["of"] == "the map", "no picture is offered of a timeline that is not there"
    assert [way["label"] for way in bar["ways_out"]][-1] == "Start over"
    assert "Remove" in bar["ways_out"][0]["label"]


def test_every_event_of_the_table_has_its_evidence_and_a_citation(run: Run) -> None:
    rows = told(run(view="table"), "event_table")["rows"]
    assert rows
    for row in rows:
        detail = cache.event(row["id"])
        assert detail is not None
        panel = event_data(detail, View())
        runs = [r for p in panel["passages"] for each in (*p["paragraphs"], *p["notes"]) for r in each["runs"]]
        assert any(r.get("evidence") for r in runs), row["title"]
        assert all(p["citation"] for p in panel["passages"])


def test_the_treaty_of_1921_is_cited_by_its_page_with_its_footnote(run: Run) -> None:
    app = run(view="table")
    panel = told(run(event=event_named(app, "Soviet–Persian treaty")), "excerpt_panel")
    assert panel["passages"][0]["where"].endswith("p. 685")
    assert panel["passages"][0]["notes"], "the footnote of the passage stands under it"


def test_an_event_told_in_two_documents_shows_both(run: Run) -> None:
    panel = told(run(event=event_named(run(view="table"), "Potsdam Declaration")), "excerpt_panel")
    assert panel["passages"]


def test_a_place_only_spoken_of_says_so_and_lights_up_an_event(run: Run, gold_atlas: Atlas) -> None:
    (place_id,) = gold_atlas.rows("SELECT id FROM places WHERE name = 'Kaunas'")[0]
    app = run(place=place_id)
    panel = told(app, "excerpt_panel")
    assert panel["title"] == "Kaunas"
    assert panel["message"] == "Spoken of here; no event is placed here."
    assert "consulates in Tallin, Riga, and Kaunas" in words(panel)
    assert "19 December 1945" in panel["passages"][0]["spoken"]["text"]
    assert app.query_params["event"], "an event is lit up"


def test_a_place_with_events_lists_them_and_shows_what_the_first_says(run: Run, gold_atlas: Atlas) -> None:
    (place_id,) = gold_atlas.rows("SELECT id FROM places WHERE name = 'Tehran'")[0]
    app = run(place=place_id)
    panel = told(app, "excerpt_panel")
    assert [event["date"] for event in panel["events"]] == ["29 January 1942", "1 December 1943"]
    assert app.query_params["event"] == panel["events"][0]["id"]
    assert panel["passages"][0]["spoken"]["text"].endswith("29 January 1942")


def test_a_whole_document_opens_at_the_mention(run: Run, gold_atlas: Atlas) -> None:
    (place_id,) = gold_atlas.rows("SELECT id FROM places WHERE name = 'Baku'")[0]
    spoken = told(run(place=place_id), "excerpt_panel")["passages"][0]["whole_at"]
    panel = told(run(place=place_id, read=spoken["read"], at=str(spoken["at"])), "excerpt_panel")
    here = [r["text"] for p in panel["passages"][0]["paragraphs"] for r in p["runs"] if r.get("here")]
    assert panel["whole"] and here == ["Baku"]
    assert len(words(panel)) > 15_000


def test_the_switch_opens_the_document_where_it_says_what_is_shown(run: Run, gold_atlas: Atlas) -> None:
    (spoken,) = gold_atlas.rows("SELECT id FROM places WHERE name = 'Baku'")[0]
    (happened,) = gold_atlas.rows("SELECT id FROM places WHERE name = 'Tehran'")[0]
    run(place=spoken)
    document, at = opening(View(place=spoken))
    panel = told(run(place=spoken, read=document, at=str(at)), "excerpt_panel")
    assert [r["text"] for p in panel["passages"][0]["paragraphs"] for r in p["runs"] if r.get("here")] == ["Baku"]
    lit = told(run(place=happened, read=document), "excerpt_panel")
    assert any(r.get("evidence") for p in lit["passages"][0]["paragraphs"] for r in p["runs"]), "of the event lit up"


def test_dates_in_the_address_narrow_to_what_touches_them(run: Run) -> None:
    rows = told(run(view="table", **{"from": "1945-07", "to": "1945-08"}), "event_table")["rows"]
    titles = " ".join(row["title"] for row in rows)
    assert "Potsdam" in titles and "Yalta" not in titles


NONSENSE = [
    ({"topic": "<script>alert(1)</script>"}, "the topic is none"),
    ({"country": ["XX", "${x}"]}, "no such countries"),
    ({"from": "soon", "to": "1945-99"}, "no dates"),
    ({"event": "nobody"}, "no such event"),
    ({"place": "nowhere"}, "no such place"),
    ({"read": "../../etc/passwd", "at": "99999999999"}, "no such document"),
    ({"view": "{{7*7}}", "lanes": "x", "scale": "y"}, "no such views"),
    ({"q": "\"' OR 1=1 --"}, "a search with quotes"),
    ({"q": "x" * 5000}, "a very long search"),
    ({"unknown": "kept out of the way"}, "a key we do not have"),
]


@pytest.mark.parametrize(("query", "reason"), NONSENSE, ids=[reason for _, reason in NONSENSE])
def test_nonsense_in_the_address_leaves_a_working_page(run: Run, query: dict[str, Any], reason: str) -> None:
    app = run(**query)
    assert not app.exception, reason
    assert told(app, "excerpt_panel")["title"]
    asked = {"topic", "country", "from", "event", "place", "read"} & query.keys()
    assert bool(told(app, "filter_bar")["notice"]) == bool(asked), "what was left out is told in a sentence"


def test_a_missing_atlas_is_one_sentence_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(config, "ATLAS", tmp_path / "none")
    app = run()
    assert not app.exception
    assert [text.value for text in app.text] == [
        f"There is no atlas in {tmp_path / 'none'}; make one with “python -m dashboard build”."
    ]


def test_one_panel_that_fails_leaves_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr("dashboard.components.map_figures.event_map_panel", broken)
    app = run()
    assert ["The map could not be drawn" in text.value for text in app.text] == [True]
    assert told(app, "excerpt_panel")["title"]
    assert len(app.get("vega_lite_chart")) == 2


def test_about_names_sources_licences_and_method() -> None:
    app = AppTest.from_function(_about).run()
    text = " ".join(block.value for block in app.markdown)
    assert not app.exception
    for needed in ("GeoNames", "CC BY 4.0", "Natural Earth", "BSD 2-clause", "public domain", "borders", "How to cite"):
        assert needed in text


def _about() -> None:
    from dashboard.app_pages import about

    about.page()


@pytest.fixture
def embed(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Open a view alone, in a frame whose size the browser has reported."""
    monkeypatch.setattr(state, "embedded", lambda: True)
    monkeypatch.setattr(state, "reported_screen", lambda: Screen(800, 600))
    return run


@pytest.mark.parametrize(
    ("view", "shown"),
    [("timeline", {"timeline"}), ("map", {"map"}), ("both", {"timeline", "map"}), ("event", {"excerpt"}),
     ("", {"timeline", "map"})],
)  # fmt: skip
def test_an_embedded_view_stands_alone_over_the_line_that_names_its_sources(
    embed: Run, view: str, shown: set[str]
) -> None:
    app = embed(view=view, country="IR")
    assert not app.exception
    ours = [element.proto.component_name for element in app.get("bidi_component")]
    drawn = {"timeline": bool(app.get("vega_lite_chart")), "map": bool(app.get("component_instance"))}
    drawn["excerpt"] = "dashboard.excerpt_panel" in ours
    assert {name for name, there in drawn.items() if there} == shown
    assert "dashboard.filter_bar" not in ours
    line = told(app, "embed_line")
    assert line["citations"] and "filtered out" in line["statement"]
    query = parse_qs(line["link"])
    assert query["country"] == ["IR"] and query["event"] and "view" not in query, "the same view, in full"


def test_an_embedded_view_waits_until_it_knows_its_frame(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "embedded", lambda: True)
    app = run(view="both")
    assert told(app, "embed_line")["screen"] == [0, 0]
    assert not app.get("vega_lite_chart") and not app.get("component_instance")


def test_an_embedded_map_fits_itself_to_its_frame_and_does_not_wait(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "embedded", lambda: True)
    assert run(view="map").get("component_instance")
    assert f"height: max({LEAST_MAP}px, calc(100vh - {LINE}px))" in EMBED_LAYOUT.read_text(encoding="utf-8")
    assert not run(view="map", q="zeppelin").get("component_instance"), "a sentence is placed in a frame of known size"


@pytest.mark.parametrize(("width", "height"), [(400, 300), (400, 2000), (900, 500), (1600, 500), (1600, 1200)])
@pytest.mark.parametrize("pane", ["timeline", "map", "both", "event"])
def test_the_views_share_the_whole_frame(pane: str, width: int, height: int) -> None:
    frame = frame_for(pane, Screen(width, height))
    layout, room = frame.layout, height - LINE
    heights = {"timeline": layout.timeline, "map": layout.map, "event": layout.panel}
    assert heights.get(pane, max(layout.timeline, layout.map) if frame.beside else 0) in (room, 0)
    if pane == "both" and not frame.beside and room > 400:
        assert layout.timeline + layout.map == room
    assert layout.left * (2 if frame.beside else 1) <= width


def test_read_opens_a_document_with_its_events_in_the_margin(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)
    app = AppTest.from_function(_read, default_timeout=30).run()
    page = told(app, "reader")
    assert page["title"].startswith("Memorandum of Conversation")
    assert sum(len(row["events"]) for row in page["rows"]) >= 20
    assert told(app, "document_bar")["position"] == "1 of 2"


def test_read_marks_the_evidence_of_its_event(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)
    event = next(event for event in cache.events(Filters())["id"])
    app = AppTest.from_function(_read, default_timeout=30)
    app.query_params["event"] = event
    page = told(app.run(), "reader")
    assert any(run.get("evidence") for row in page["rows"] for each in [row, *row["notes"]] for run in each["runs"])


def _read() -> None:
    from dashboard.app_pages.read import page

    page()


def test_the_menu_offers_every_format_there_is(run: Run) -> None:
    menu = told(run(), "filter_bar")["exports"]
    offered = {
        (form["view"], form["format"]) for group in menu["groups"] for row in group["rows"] for form in row["forms"]
    }
    assert offered == {(view, form.name) for form in FORMATS for view in form.views}


@pytest.mark.parametrize("form", [form for form in FORMATS if "story" not in form.views], ids=lambda form: form.name)
def test_every_file_of_the_menu_is_made_for_what_is_shown(gold_atlas: Atlas, form: Format) -> None:
    made = file_of(select(gold_atlas, Filters(countries=("IR",))), form, form.views[0])
    assert made.name.endswith(form.suffix) and "/" not in made.name
    assert made.content


def test_slides_stand_in_the_address_and_what_is_none_is_passed_over(run: Run) -> None:
    app = run(view="table")
    event = event_named(app, "Yalta")
    app = run(slide=[f"event.{event}", "event.", "poem.7", f"event.{event}", "place.x"])
    assert told(app, "filter_bar")["slides"] == 2
    assert app.query_params["slide"] == [f"event.{event}", "place.x"]


@pytest.mark.parametrize("said", [{}, {"do": "picture"}, {"do": "export", "view": "poem", "format": "csv"},
                                  {"do": "export", "view": 7, "format": None, "turn": ["x"]}])  # fmt: skip
def test_what_cannot_be_made_is_answered_with_a_sentence(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch, said: dict[str, Any]
) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)
    monkeypatch.setattr(state, "give", lambda _key, answer: given.update(answer))
    answer_export(Filters(), said)
    assert given["sentence"].startswith("There is no view")


def test_what_breaks_is_answered_with_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(state, "give", lambda _key, answer: given.update(answer))

    def broken() -> File:
        raise RuntimeError("secret")

    answer_with("any", {"turn": "1"}, broken, "The picture")
    assert given == {"turn": "1", "sentence": "The picture could not be made. The reason stands in the terminal."}
