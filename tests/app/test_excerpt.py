"""The excerpt: every event and place with its passages, their evidence, notes and citations."""

from __future__ import annotations

from dashboard import cache
from dashboard.address import View
from dashboard.components.excerpt_panel import event_data, opening
from dashboard.store.atlas import Atlas
from tests.app.page import Run, event_named, told, words


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
    assert panel["passages"][0]["where"].endswith("p.\N{NO-BREAK SPACE}685")
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
