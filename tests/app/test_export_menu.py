"""The export menu: every format is offered and made; what cannot be made is a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard import config, state
from dashboard.components.export_menu import KEY, answer_export, file_of
from dashboard.components.offer import File, answer_of, answer_with
from dashboard.export import FORMATS, Format, select
from dashboard.queries import Filters
from dashboard.store.atlas import Atlas
from tests.app.page import Run, told


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


@pytest.mark.parametrize("said", [{}, {"do": "picture"}, {"do": "export", "view": "poem", "format": "csv"},
                                  {"do": "export", "view": 7, "format": None, "turn": ["x"]}])  # fmt: skip
def test_what_cannot_be_made_is_answered_with_a_sentence(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch, said: dict[str, Any]
) -> None:
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)
    monkeypatch.setattr(state.st, "session_state", {})
    answer_export(Filters(), said)
    making = state.making(KEY)
    assert making and making.done(60)
    assert answer_of(KEY)["sentence"].startswith("There is no view")


def test_what_breaks_is_answered_with_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state.st, "session_state", {})

    def broken() -> File:
        raise RuntimeError("secret")

    answer_with("any", {"turn": "1"}, broken, "The picture")
    assert state.answer("any") == {
        "turn": "1",
        "sentence": "The picture could not be made. The reason stands in the terminal.",
    }
