"""Where the dashboard is for reading only: pages say so and offer nothing, and a forged message changes nothing."""

from __future__ import annotations

import argparse
import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import cache, config, pipeline, state
from dashboard.address import View
from dashboard.cli import main, run
from dashboard.components import bring_in, changing, correcting, own_documents
from dashboard.corrections import Correction
from dashboard.errors import ReadOnly
from dashboard.queries import EVERYTHING
from dashboard.session import Correcting

APP = str(config.ROOT / "dashboard" / "app.py")
WRITERS = {"add_text", "add_file", "remove_own", "bring_up_to_date", "take_back", "update", "build_atlas"}
"""What of pipeline/ writes an atlas."""
FORGED = ("save", "hide", "locate")
"""What a message may ask of the correction panel that would change something, without a correction to undo."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas with one document, one that a reader brought in, and a name that nobody knows."""
    folder = tmp_path_factory.mktemp("read-only")
    (folder / "papers").mkdir()
    (folder / "papers" / "note.txt").write_text("They met at Riga on 9 May 1921, near Serkindeh.")
    pipeline.build_atlas(folder / "atlas", folder / "papers")
    pipeline.add_text(folder / "atlas", "They met at Tallinn on 3 June 1922.", title="A note")
    return folder / "atlas"


@pytest.fixture
def atlas(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That atlas, opened for reading only."""
    monkeypatch.setattr(config, "ATLAS", built)
    monkeypatch.setattr(config, "READ_ONLY", True)
    return built


def files_of(atlas: Path) -> dict[str, bytes]:
    """Everything that a change would change."""
    kept = (atlas / "current", atlas / correcting.path().name, *sorted((atlas / "documents").iterdir()))
    return {path.name: path.read_bytes() for path in kept if path.exists()}


def everything_said(app: AppTest) -> str:
    """All that the server sends of a page: texts, and what our components are told."""
    told = [element.proto.json for element in app.get("bidi_component")]
    return " ".join([*(each.value for each in (*app.markdown, *app.caption, *app.text)), *told])


def test_the_door_is_shut_to_every_change(atlas: Path) -> None:
    before = files_of(atlas)
    row = Correction("a", "hide", "A", "", "somebody", "2026-11-29", "")
    changes: list[Callable[[], object]] = [
        lambda: changing.add_text("They met at Kars on 2 May 1920.", title="", date="", place="", watch=print),
        lambda: changing.add_file("a.txt", b"They met at Kars on 2 May 1920.", watch=print),
        lambda: changing.remove(next((atlas / "documents").glob("*.jsonl")).name),
        lambda: changing.correct(row),
        lambda: changing.take_back(row),
    ]
    for change in changes:
        with pytest.raises(ReadOnly, match="for reading only: nothing can be added, corrected or taken out"):
            change()
    assert files_of(atlas) == before


def test_there_is_no_other_door() -> None:
    """No module that hears a browser calls what writes an atlas, but the one that may refuse."""
    for path in sorted((*Path("dashboard/components").glob("*.py"), *Path("dashboard/app_pages").glob("*.py"))):
        names = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)
                 and isinstance(node.value, ast.Name) and node.value.id == "pipeline"}  # fmt: skip
        assert path.name == "changing.py" or not names & WRITERS, path


@pytest.mark.parametrize("wanted", FORGED)
def test_a_forged_correction_is_answered_with_the_sentence(
    atlas: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    before, said = files_of(atlas), {"do": wanted, "who": "Eve", "title": "Never", "name": "Riga", "cell": ""}
    (event, *_) = cache.events(EVERYTHING)["id"]
    kept: list[Correcting] = []
    monkeypatch.setattr(state, "correcting", lambda: Correcting("event", event))
    monkeypatch.setattr(state, "correct", kept.append)
    monkeypatch.setattr(state, "sign", lambda _name: None)
    monkeypatch.setattr(state, "view", View)
    correcting.hear(said)
    assert kept[-1].failed and changing.ONLY_READ in kept[-1].said
    assert files_of(atlas) == before


def test_a_forged_removal_is_answered_with_the_sentence(atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_of(atlas)
    name = next((atlas / "documents").glob("*.jsonl")).name
    kept: dict[str, Any] = {}
    monkeypatch.setattr(state, "answer", lambda _key: {})
    monkeypatch.setattr(state, "give", lambda _key, given: kept.update(given))
    own_documents._hear({"do": "remove", "name": name})
    now: bring_in.Incoming = kept["now"]
    assert now.said == "" and changing.ONLY_READ in now.refused[0][1]
    assert files_of(atlas) == before


@pytest.mark.usefixtures("atlas")
def test_documents_and_about_say_so_and_take_nothing_in() -> None:
    for path in ("documents", "about"):
        app = AppTest.from_function(_page, args=(path,), default_timeout=60).run()
        assert not app.exception
        assert changing.ONLY_READ in everything_said(app)
        assert not (app.text_area or app.button or app.get("file_uploader"))


@pytest.mark.usefixtures("atlas")
def test_what_others_brought_in_is_listed_without_the_way_out() -> None:
    (component,) = AppTest.from_function(_page, args=("documents",), default_timeout=60).run().get("bidi_component")
    data = json.loads(component.proto.json)
    assert (data["title"], data["removable"]) == ("Added documents (1 file, 1 document)", False)
    dark = data["files"][0]["documents"][0]["dark"]
    assert dark and not any(each["remedy"] for each in dark), "nobody is told to paste it again"
    assert "Added documents" in [each["name"] for each in data["collections"]]


@pytest.mark.usefixtures("atlas")
def test_an_event_offers_no_correction_and_present_takes_no_file() -> None:
    explore = AppTest.from_file(APP, default_timeout=60).run()
    assert not explore.exception
    assert '"correct": true' not in everything_said(explore)
    assert "correction of yours" not in everything_said(explore)
    present = AppTest.from_function(_page, args=("present",), default_timeout=60).run()
    assert not present.exception
    assert not present.get("file_uploader")


@pytest.mark.usefixtures("atlas")
@pytest.mark.parametrize("asked", ["event", "place", "own", "names"])
def test_no_form_is_shown_and_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, asked: Any) -> None:
    """The names that could not be located stay in sight, as what the map leaves out; the way to place them does not."""
    monkeypatch.setattr(state, "correcting", lambda: Correcting(asked, "x", look="Serkindeh", ask=True))
    now = correcting.current(View(event="x", place="x"))
    assert now == (Correcting("names", "x") if asked == "names" else Correcting())


def test_run_tells_the_server(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    run.add(parser.add_subparsers())
    options = parser.parse_args(["run", "--read-only"])
    assert run._settings(options, Path("a")) == {"DASHBOARD_ATLAS": "a", "DASHBOARD_READ_ONLY": "1"}
    assert "--server.maxUploadSize=0" in run._streamlit(options)
    assert "--server.maxUploadSize=0" not in run._streamlit(parser.parse_args(["run"]))
    with pytest.raises(SystemExit):
        main(["run", "--read-only", "--online"])
    assert "not allowed with" in capsys.readouterr().err


def _page(path: str) -> None:
    from importlib import import_module

    import_module(f"dashboard.app_pages.{path}").page()
