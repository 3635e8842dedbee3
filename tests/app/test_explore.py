"""Explore opens with an event, says what it shows, and turns nonsense in the address into a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard import config
from tests.app.page import Run, event_named, told


def test_explore_opens_with_the_meeting_the_longer_document_is(run: Run) -> None:
    app = run()
    assert not app.exception
    panel = told(app, "excerpt_panel")
    assert "Kremlin" in panel["title"]
    assert panel["facts"][0]["values"][0]["text"] == "19 December 1945"
    assert app.query_params["event"], "the address holds the selection from the start"


def test_one_panel_that_fails_leaves_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr("dashboard.components.map_figures.event_map_panel", broken)
    app = run()
    assert ["The map could not be drawn" in text.value for text in app.text] == [True]
    assert told(app, "excerpt_panel")["title"]
    assert len(app.get("vega_lite_chart")) == 2


def test_slides_stand_in_the_address_and_what_is_none_is_passed_over(run: Run) -> None:
    app = run(view="table")
    event = event_named(app, "Yalta")
    app = run(slide=[f"event.{event}", "event.", "poem.7", f"event.{event}", "place.x"])
    assert told(app, "filter_bar")["slides"] == 2
    assert app.query_params["slide"] == [f"event.{event}", "place.x"]


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
