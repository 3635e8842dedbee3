"""Every format there is, one row each."""

from __future__ import annotations

from dashboard.errors import ExportError
from dashboard.export.base import VIEWS, Content, Format, ViewName
from dashboard.export.pictures.formats import PICTURES
from dashboard.export.selection import Selection
from dashboard.export.tables import write_csv

FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV (any spreadsheet)", ".csv", "text/csv", ("events",), write_csv),
    *PICTURES,
)


def format_named(name: str, view: str) -> Format:
    """The format of that name for that view; raises ExportError, which lists those there are."""
    shown = view_named(view)
    found = next((each for each in FORMATS if each.name == name and shown in each.views), None)
    if found is None:
        names = ", ".join(each.name for each in FORMATS if shown in each.views)
        raise ExportError(f"There is no format “{name}” of {view}; formats of {view}: {names or 'none'}.")
    return found


def view_named(name: str) -> ViewName:
    """The view of that name; raises ExportError, which lists those there are."""
    found = next((view for view in VIEWS if view == name), None)
    if found is None:
        raise ExportError(f"There is no view “{name}”; views: {', '.join(VIEWS)}.")
    return found


def export(selection: Selection, form: Format) -> Content:
    """The file of a selection in a format; raises ExportError where there is nothing to write."""
    if not selection.count:
        raise ExportError(f"Nothing to export: no event passes “{selection.caption}”; take a filter away.")
    return form.write(selection)
