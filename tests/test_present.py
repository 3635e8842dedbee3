"""The page Present: its states in words, what every act does to the story, and what it gives away."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pptx
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import config, state
from dashboard.components import export_menu, outputs, story_editor
from dashboard.components.offer import File
from dashboard.components.previews import look_of, selection_of
from dashboard.errors import ExportError
from dashboard.export import Slide, Story, Style, parse_story
from dashboard.session import Presenting
from dashboard.store.atlas import Atlas
from tests.app.page import told
from tests.export.hostile import TEXTS

Run = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _atlas(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)


def _page() -> None:
    from dashboard.app_pages.present import page

    page()


def opened(**query: Any) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


@pytest.fixture
def ids(gold_atlas: Atlas) -> list[str]:
    return [row[0] for row in gold_atlas.rows("SELECT id FROM events ORDER BY number LIMIT 4")]


def test_without_slides_it_says_how_to_make_some_and_shows_what_is_there() -> None:
    app = opened(country="IR")
    assert not app.exception
    editor = told(app, "story_editor")
    assert editor["slides"] == [] and editor["fill"].startswith("One for each event shown (")
    assert editor["made"] == "Until then the story tells what the filters show, in order of time."
    assert told(app, "outputs")["pages"][:2] == ["Timeline", "Map"]


def test_of_too_many_events_it_says_which_are_told_and_how_to_have_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_editor, "MADE", 5)
    editor = told(opened(), "story_editor")
    assert editor["fill"] == "One for each of the 5 events with the most passages"
    assert "of 30 events, the 5 with the most passages. For others, narrow the filters" in editor["made"]
    assert dict(export_menu.FAMILIES)["Events as data"], "where the sentence sends the reader"


def test_filters_that_leave_nothing_are_named() -> None:
    said = told(opened(q="zeppelin"), "outputs")["nothing"]
    assert said == "No events: “zeppelin” leaves none. Change the filters on Explore."


def test_slides_that_the_atlas_does_not_know_are_named_and_leave_nothing_to_show() -> None:
    app = opened(slide=["event.gone"])
    (row,) = told(app, "story_editor")["slides"]
    assert row["title_hint"] == "Unknown event"
    assert told(app, "outputs")["nothing"].startswith("This atlas knows none of the slides; take them away")


def test_a_story_file_is_shown_before_it_is_saved(ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "presenting", lambda: Presenting(form="story"))
    shown = told(opened(slide=[f"event.{ids[1]}", f"event.{ids[0]}"]), "outputs")["text"]
    assert [slide.id for slide in parse_story(shown.encode(), "story.toml").slides] == [ids[1], ids[0]]


def test_slides_come_from_the_address_in_their_order(ids: list[str]) -> None:
    app = opened(slide=[f"event.{ids[2]}", "event.gone", f"event.{ids[0]}"])
    rows = told(app, "story_editor")["slides"]
    assert [row["ref"] for row in rows] == [f"event.{ids[2]}", "event.gone", f"event.{ids[0]}"]
    assert rows[0]["title_hint"] and rows[0]["subtitle_hint"] and not rows[0]["problem"]
    assert rows[1]["problem"].startswith("This atlas knows no event “gone”")
    assert len(told(app, "outputs")["pages"]) == 4
    assert "Slide 2 is left out" in told(app, "outputs")["statement"]


@pytest.mark.parametrize("form", [key for key, _ in outputs.FORMS])
def test_every_form_is_drawn(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "presenting", lambda: Presenting(form=form))
    app = opened(country="IR")
    assert not app.exception and not app.text
    shown = told(app, "outputs")
    assert shown["form"] == form
    assert ("pages" in shown) == (form in ("deck", "pictures"))


def test_the_frame_shows_the_filters_and_not_the_slides(ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "presenting", lambda: Presenting(form="embed", frame="map"))
    shown = told(opened(country="IR", slide=f"event.{ids[0]}"), "outputs")
    assert shown["query"] == "embed=true&country=IR&view=map"
    assert shown["frame_title"].startswith("Map: ")


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Story]:
    """What acts make of a story."""

    def act(story: Story, *said: Any) -> Story:
        told_stories = [story]
        monkeypatch.setattr(state, "draft", lambda: told_stories[-1])
        monkeypatch.setattr(state, "tell", told_stories.append)
        for each in said:
            story_editor._hear(each)
        return told_stories[-1]

    return act


SLIDES = tuple(Slide("event", name) for name in "abc")
STORY = Story("T", "S", SLIDES)


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ({"do": "move", "ref": "event.a", "to": 1}, "bac"),
        ({"do": "move", "ref": "event.c", "to": 0}, "cab"),
        ({"do": "move", "ref": "event.a", "to": 99}, "bca"),
        ({"do": "move", "ref": "event.b", "to": -5}, "bac"),
        ({"do": "move", "ref": "event.b", "to": "first"}, "abc"),
        ({"do": "move", "ref": "event.a", "by": 1}, "bac"),
        ({"do": "move", "ref": "event.c", "by": 1}, "abc"),
        ({"do": "move", "ref": "event.a", "by": -1}, "abc"),
        ({"do": "move", "ref": "place.b", "to": 0}, "abc"),
        ({"do": "remove", "ref": "event.b"}, "ac"),
        ({"do": "remove", "ref": None}, "abc"),
        ({"do": "clear"}, ""),
        ({"do": "explode"}, "abc"),
        ({}, "abc"),
    ],
)
def test_slides_are_put_in_order(acted: Any, said: dict[str, Any], order: str) -> None:
    assert "".join(slide.id for slide in acted(STORY, said).slides) == order


def words(**said: Any) -> dict[str, Any]:
    return {"do": "write", **said}


def test_words_are_written_where_they_belong(acted: Any) -> None:
    story = acted(STORY, words(ref="event.b", field="sentence", text=" Two\n lines "))
    assert story.slides == (SLIDES[0], replace(SLIDES[1], sentence="Two lines"), SLIDES[2])
    assert acted(STORY, words(ref="", field="title", text="x" * 9000)).title == "x" * story_editor.LONGEST
    for field in ("id", "slides", "__class__", None, "sentence"):
        assert acted(STORY, words(ref="", field=field, text="x")) == STORY
    assert acted(STORY, words(ref="event.b", field="id", text="x")) == STORY
    for nonsense in ({}, {"do": "write"}, {"do": ["move"]}):
        assert acted(STORY, nonsense) == STORY


def test_all_that_comes_at_once_is_done_in_its_order(acted: Any) -> None:
    """Whoever is quicker than the dashboard loses neither words nor steps."""
    down = {"do": "move", "ref": "event.a", "by": 1}
    first = words(ref="event.a", field="title", text="First")
    story = acted(STORY, first, down, down, words(ref="", field="title", text="Whole"))
    assert [slide.title for slide in story.slides] == ["", "", "First"] and story.title == "Whole"


def test_one_slide_for_each_event_shown(acted: Any, ids: list[str]) -> None:
    assert set(ids) <= {slide.id for slide in acted(Story(), {"do": "fill"}).slides}


def made(story: Story, shown: Presenting, what: str) -> File:
    return outputs._made(story, selection_of(story, look_of(story)), shown, what)


STARTS = {
    "story": b"# A story",
    "deck": b"PK",
    "zip": b"PK",
    "page": b"<!doctype html",
    "png": b"\x89PNG",
    "svg": b"<svg",
    "pdf": b"%PDF",
}


@pytest.mark.parametrize(("what", "start"), STARTS.items())
def test_every_file_is_made(ids: list[str], what: str, start: bytes) -> None:
    slides = (Slide("event", ids[1], sentence="Mine."), Slide("event", ids[0]))
    file = made(Story("Own", slides=slides, style=Style("dark", "slide")), Presenting(at=2), what)
    assert isinstance(file.content, bytes) and file.content.startswith(start)
    if what == "story":
        assert parse_story(file.content, file.name).slides == slides


def test_what_cannot_be_made_is_a_sentence() -> None:
    with pytest.raises(ExportError, match="There is nothing to make a file of"):
        made(Story(), Presenting(), "poem")


def test_a_broken_template_is_named_as_the_reader_knows_it(ids: list[str]) -> None:
    story = Story(slides=(Slide("event", ids[0]),))
    with pytest.raises(ExportError, match=r"^“mine\.pptx” cannot be used as a template: it is no PowerPoint file"):
        made(story, Presenting(template=("C:/secret/mine.pptx", b"no zip")), "deck")


def test_a_template_is_taken_after(ids: list[str]) -> None:
    own, out = pptx.Presentation(), io.BytesIO()
    own.slide_width = own.slide_height
    own.save(out)
    file = made(Story(slides=(Slide("event", ids[0]),)), Presenting(template=("own.pptx", out.getvalue())), "deck")
    deck = pptx.Presentation(io.BytesIO(file.content))
    assert deck.slide_width == deck.slide_height


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_stay_words_in_every_file(ids: list[str], text: str) -> None:
    story = Story(text, text, (Slide("event", ids[0], text, text, text),))
    for what in ("story", "deck", "svg"):
        assert made(story, Presenting(at=2), what).content
    saved = made(story, Presenting(), "story").content
    assert isinstance(saved, bytes)
    assert parse_story(saved, "story.toml").slides == story.slides
