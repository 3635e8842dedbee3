"""Read: a document whole, its events in the margin, their evidence marked."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import cache, config
from dashboard.queries import Filters, Untold
from dashboard.store.atlas import Atlas
from tests.app.page import told


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


def test_read_lists_what_is_dated_and_not_told(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)
    page = told(AppTest.from_function(_read, default_timeout=30).run(), "reader")
    assert page["untold"] is None, "the labels hold none"
    lines = tuple(Untold(f"On May {day} it was so.", day) for day in range(1, 104))
    monkeypatch.setattr(cache, "untold", lambda _: lines)
    untold = told(AppTest.from_function(_read, default_timeout=30).run(), "reader")["untold"]
    assert untold["label"] == "103 dated sentences tell no event by themselves"
    assert untold["lines"][0] == {"words": "On May 1 it was so.", "start": 1}
    assert (len(untold["lines"]), untold["more"]) == (100, "… and 3 more")


def _read() -> None:
    from dashboard.app_pages.read import page

    page()
