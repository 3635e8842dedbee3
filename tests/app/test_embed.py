"""A view alone in a frame: what stands in it, when, and how large."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from dashboard import state
from dashboard.components.assets import EMBED_LAYOUT
from dashboard.components.embed import LEAST_MAP, LINE, frame_for
from dashboard.queries import Atlas, event_detail, find_events
from dashboard.session import Screen
from dashboard.views.citation import citation
from tests.app.page import Run, told


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


def test_the_line_under_an_embedded_event_names_the_documents_of_that_event(embed: Run, gold_atlas: Atlas) -> None:
    known = {}
    for event in find_events(gold_atlas)["id"]:
        detail = event_detail(gold_atlas, event)
        assert detail is not None
        known[event] = [citation(each) for each in detail.documents.values()]
    alone = {tuple(cited): event for event, cited in known.items() if len(cited) == 1}
    assert len(alone) > 1, "events of several documents"
    for cited, event in alone.items():
        line = told(embed(view="event", event=event), "embed_line")
        assert line["citations"] == list(cited) and "more" not in line["source"]


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
