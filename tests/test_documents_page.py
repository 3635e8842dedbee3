"""The page Documents: a text comes in, its events are listed with their doubts, or a sentence says why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import cache, config, pipeline

TELEGRAM = (
    "Ankara, March 18, 1946.\n\nThe Soviet Ambassador left Ankara for Moscow on March 12. A conference is to be held "
    "at Montreux on June 3, 1947. Nothing is known of Fort Whatsit.\n"
)


@pytest.fixture
def atlas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An atlas of one small document."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text("They met at Riga on 9 May 1921.")
    pipeline.build_atlas(tmp_path / "atlas", tmp_path / "papers")
    monkeypatch.setattr(config, "ATLAS", tmp_path / "atlas")
    return tmp_path / "atlas"


def _documents() -> None:
    from dashboard.app_pages.documents import page

    page()


def opened() -> AppTest:
    app = AppTest.from_function(_documents, default_timeout=60).run()
    assert not app.exception
    return app


def listed(app: AppTest) -> dict[str, Any]:
    """What the page tells its list."""
    (component,) = app.get("bidi_component")
    data: dict[str, Any] = json.loads(component.proto.json)
    return data


def paste(app: AppTest, text: str, **cells: str) -> AppTest:
    app.text_area[0].set_value(text)
    for field in app.text_input:
        field.set_value(cells.get(field.label.lower(), ""))
    app.button[0].click().run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("atlas")
def test_an_atlas_without_documents_of_ones_own_says_what_it_holds() -> None:
    data = listed(opened())
    assert (data["files"], data["title"], data["atlas"]) == ([], "", "1 document")
    assert [(each["name"], each["count"]) for each in data["collections"]] == [("papers", "1 document")]


@pytest.mark.usefixtures("atlas")
def test_a_pasted_text_is_read_and_its_events_show_their_doubts() -> None:
    app = paste(opened(), TELEGRAM, title="Telegram 317", date="18 March 1946", place="Ankara")
    data = listed(app)
    assert (data["said"], data["refused"]) == ("The text was read; its events are in the views.", [])
    (file,) = data["files"]
    assert (file["label"], file["open"]) == ("Pasted text", True)
    (document,) = file["documents"]
    assert (document["title"], document["when"], document["place"]) == ("Telegram 317", "18 March 1946", "Ankara")
    assert document["basis"] == "Date as given when it was added."
    (dark,) = document["dark"]
    assert (dark["what"], dark["words"]) == ("No gazetteer knows:", ["Fort Whatsit"])
    assert "say where it is" in dark["remedy"]
    doubts = {event["date"]: event["doubts"] for event in document["events"]}
    assert "worked out from the document’s own date" in doubts["12 March 1946"]
    assert doubts["3 June 1947"].startswith("planned")
    assert [area.value for area in app.text_area] == [""], "the field is empty again"
    assert "Added documents" in [each["name"] for each in data["collections"]]


@pytest.mark.usefixtures("atlas")
def test_what_was_not_understood_is_said_of_each_document_with_a_way_out() -> None:
    data = listed(paste(opened(), "Nothing is known of Fort Whatsit since the 40th of May <b>."))
    assert data["said"] == "The text was read, but no event was found in it."
    (document,) = data["files"][0]["documents"]
    assert document["counts"] == "No event was found."
    said = {each["what"].partition(":")[0]: each for each in document["dark"]}
    assert list(said) == ["No date of its own", "No place of writing", "No event", "No gazetteer knows"]
    assert said["No date of its own"]["remedy"] == "If you know it, paste the text again with its date."
    assert said["No gazetteer knows"]["words"] == ["Fort Whatsit"]


@pytest.mark.usefixtures("atlas")
def test_a_dated_sentence_that_tells_nothing_by_itself_is_counted_with_its_words() -> None:
    """It is no event; the page says so, and where it stands all the same."""
    letter = "The Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"
    (document,) = listed(paste(opened(), f"{letter}On March 7 he <i>stated</i> that this was the second visit."))[
        "files"
    ][0]["documents"]
    said = {each["what"]: each for each in document["dark"]}
    untold = next(
        each for what, each in said.items() if what.startswith("1 dated sentence tells no event by itself: no line")
    )
    assert untold["words"] == ["On March 7 he <i>stated</i> that this was the second visit."]
    assert "page Read" in untold["remedy"]
    (link,) = untold["links"]
    asked = parse_qs(link.partition("?")[2])
    shown = cache.document(asked["document"][0])
    assert shown and shown.text[int(asked["at"][0]) :].startswith("On March 7")


@pytest.mark.usefixtures("atlas")
def test_what_cannot_be_read_stays_in_the_field() -> None:
    app = paste(opened(), TELEGRAM, date="32 May")
    data = listed(app)
    (refused,) = data["refused"]
    assert refused.startswith("“32 May” is no date that can be read; write 18 March 1946, ")
    assert data["said"] == ""
    assert app.text_area[0].value == TELEGRAM
    assert data["files"] == []
    (refused,) = listed(paste(app, " "))["refused"]
    assert "no text yet" in refused
    data = listed(paste(app, TELEGRAM))
    assert (data["said"], data["refused"]) == ("The text was read; its events are in the views.", [])


def test_a_broken_list_does_not_take_the_way_in_with_it(atlas: Path) -> None:
    (atlas / "current").write_text("nonsense")
    app = opened()
    assert any("damaged" in text.value for text in app.text)
    assert app.text_area
