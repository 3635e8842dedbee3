"""The export menu: every form there is of what the filters show, made when it is asked for."""

from __future__ import annotations

from typing import Any

from dashboard import cache, state
from dashboard.components.offer import File, answer_of, make_for, stop
from dashboard.export import FORMATS, Format, Selection, Tell, export, format_named, look_named, select, silent
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
    return {"included": INCLUDED, "groups": groups, "answer": answer_of(KEY)}


def _rows(view: ViewName, label: str) -> list[dict[str, Any]]:
    """A row for each form of a view; one row for all of them where the view has a name of its own."""
    forms = [{"view": view, "format": form.name, "title": form.title} for form in FORMATS if view in form.views]
    if label:
        return [{"label": label, "forms": [form | {"short": form["format"].upper()} for form in forms]}]
    return [{"label": "", "forms": [form | {"short": form["title"]}]} for form in forms]


def answer_export(filters: Filters, said: state.Said) -> None:
    """Begin to make the file that the reader asked for."""
    view, name = str(said.get("view"))[:40], str(said.get("format"))[:40]
    atlas, look = cache.atlas(), look_named("slide", state.theme(), 2)

    def make(tell: Tell) -> File:
        return file_of(select(atlas, filters, look), format_named(name, view), view, tell)

    make_for(KEY, said, make, "The file")


def stop_export(_filters: Filters, said: state.Said) -> None:
    """End the file that is being made."""
    stop(KEY, said)


def file_of(selection: Selection, form: Format, view: str, tell: Tell = silent) -> File:
    """A view of a selection in a form, under a name that says what it is."""
    name = {"story": "slides", "documents": "sources"}.get(view, view)
    return File(f"{name}{form.suffix}", export(selection, form, tell), form.media_type)
