"""The filter bar: what is shown in a sentence, the count of every choice, and the way out of an empty view."""

from __future__ import annotations

import pytest

from dashboard import cache
from dashboard.queries import FACETS, Filters, UntoldCount
from tests.app.page import Run, told


def test_the_bar_says_what_is_shown_and_counts_every_choice(run: Run) -> None:
    bar = told(run(), "filter_bar")
    assert bar["sentence"]["shown"] == "30 events, 1907–1950, from 2 documents."
    assert all(option["count"] > 0 for menu in bar["menus"] for option in menu["options"])


def test_every_filter_has_a_menu(run: Run) -> None:
    bar = told(run(), "filter_bar")
    menus = {menu["field"] for menu in (*bar["menus"], *bar["more"])}
    assert menus == {*(facet.field for facet in FACETS), "dates"}


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


def test_the_bar_says_how_many_dated_sentences_tell_no_event(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(run(), "filter_bar")["untold"] is None, "the labels hold none"
    found = UntoldCount(1_204, "a/b&c")
    monkeypatch.setattr(cache, "untold_count", lambda _filters: found)
    untold = told(run(), "filter_bar")["untold"]
    why = "No line made of such words alone tells what happened. Opens a document that has some"
    assert untold["label"] == "1,204 dated sentences tell no event by themselves."
    assert (untold["href"], untold["why"][: len(why)]) == ("./read?document=a%2Fb%26c", why)
    nothing = told(run(topic="office-procedure", country="IR"), "filter_bar")
    assert nothing["untold"] is None, "the way out of an empty view stands alone"


def test_ukraine_never_answers_with_yalta(run: Run) -> None:
    countries = {o["value"] for menu in told(run(), "filter_bar")["menus"][1:] for o in menu["options"]}
    assert "UA" not in countries, "no labelled event concerns Ukraine, though Yalta lies there today"


def test_a_filter_that_empties_the_view_is_named_with_the_way_out(run: Run) -> None:
    app = run(topic="office-procedure", country="IR")
    bar = told(app, "filter_bar")
    assert bar["sentence"]["shown"].startswith("No events: “Iran” leaves none within “Office procedure”")
    assert ["there is nothing to draw here" in text.value for text in app.text] == [True]
    assert told(app, "view_tools")["tools"]["of"] == "the map", "no picture is offered of a timeline that is not there"
    assert [way["label"] for way in bar["ways_out"]][-1] == "Start over"
    assert "Remove" in bar["ways_out"][0]["label"]


def test_dates_in_the_address_narrow_to_what_touches_them(run: Run) -> None:
    rows = told(run(view="table", **{"from": "1945-07", "to": "1945-08"}), "event_table")["rows"]
    titles = " ".join(row["title"] for row in rows)
    assert "Potsdam" in titles and "Yalta" not in titles
