"""The export menu: every form there is of what the filters show, made when it is asked for."""

from __future__ import annotations

from typing import Any

from dashboard import cache, state
from dashboard.components.offer import File, answer_with
from dashboard.export import FORMATS, Format, Selection, export, format_named, look_named, select
from dashboard.export.base import ViewName
from dashboard.queries import Filters

KEY = "export_menu"
FAMILIES: tuple[tuple[str, tuple[tuple[ViewName, str], ...]], ...] = (
    ("Pictures", (("timeline", "Timeline"), ("map", "Map"))),
    ("Slides and pages", (("story", ""),)),
    ("Events as data", (("events", ""),)),
    ("Sources as citations", (("documents", ""),)),
)
"""Titles of the menu with the views under them, and what a view is called where it has several forms in a row."""
INCLUDED = "Every file says what it shows, what the filters left out, and cites its sources."


def menu_data() -> dict[str, Any]:
    """What the browser needs to draw the menu, and what it asked for last."""
    groups = [{"title": title, "rows": [row for view in views for row in _rows(*view)]} for title, views in FAMILIES]
    return {"included": INCLUDED, "groups": groups, "answer": state.answer(KEY)}


def _rows(view: ViewName, label: str) -> list[dict[str, Any]]:
    """A row for each form of a view; one row for all of them where the view has a name of its own."""
    forms = [{"view": view, "format": form.name, "title": form.title} for form in FORMATS if view in form.views]
    if label:
        return [{"label": label, "forms": [form | {"short": form["format"].upper()} for form in forms]}]
    return [{"label": "", "forms": [form | {"short": form["title"]}]} for form in forms]


def answer_export(filters: Filters, said: dict[str, Any]) -> None:
    """Make the file that the reader asked for."""
    view, name = str(said.get("view"))[:40], str(said.get("format"))[:40]
    answer_with(KEY, said, lambda: _file(filters, name, view), "The file")


def _file(filters: Filters, name: str, view: str) -> File:
    form = format_named(name, view)
    return file_of(select(cache.atlas(), filters, look_named("slide", state.theme(), 2)), form, view)


def file_of(selection: Selection, form: Format, view: str) -> File:
    """A view of a selection in a form, under a name that says what it is."""
    name = {"story": "slides", "documents": "sources"}.get(view, view)
    return File(f"{name}{form.suffix}", export(selection, form), form.media_type)
