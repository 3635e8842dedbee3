"""XLSX: a workbook with the events, the documents they stand in, and a page that says what it is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.errors import ExportError
from dashboard.export.cells import clean
from dashboard.export.selection import Selection
from dashboard.export.tables import COLUMNS, in_one_cell
from dashboard.views.citation import citation

MOST_ROWS = 1_048_575
"""Rows below the header that a sheet holds (Excel's specifications and limits)."""
LONGEST = 32_767
"""Characters that a cell holds."""

_WIDTHS = {"title": 44, "date": 22, "quotations": 60, "citations": 60, "places": 24, "topics": 28}


def write_xlsx(selection: Selection) -> bytes:
    """A workbook of three sheets. Every text is stored as text: nothing in it is a formula or a link.

    Raises ExportError for more events than a sheet holds.
    """
    import xlsxwriter

    if selection.count > MOST_ROWS:
        raise ExportError(
            f"A sheet holds {MOST_ROWS:,} rows, not {selection.count:,}; narrow it, or take csv or parquet."
        )
    out = io.BytesIO()
    with TemporaryDirectory() as folder:  # rows wait here instead of in memory
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with xlsxwriter.Workbook(out, options) as book:
            book.set_properties({"title": clean(selection.caption)[:255], "comments": clean(selection.left_out)})
            _fill(book, "About", ("", ""), _about(selection))
            events = ([in_one_cell(column.value(entry)) for column in COLUMNS] for entry in selection.entries)
            _fill(book, "Events", [column.name for column in COLUMNS], events)
            _fill(book, "Documents", ("id", "title", "date", "citation", "url"), _documents(selection))
            book.get_worksheet_by_name("Events").activate()
    return out.getvalue()


def _fill(book: Any, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A sheet with a header that stays in sight and can be filtered by."""
    sheet = book.add_worksheet(name)
    bold, top = book.add_format({"bold": True}), book.add_format({"valign": "top"})
    for number, title in enumerate(header):
        sheet.set_column(number, number, _WIDTHS.get(title, 16), top)
        sheet.write_string(0, number, title, bold)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, 1):
        for number, cell in enumerate(row):
            _write(sheet, last, number, cell)
    if any(header):
        sheet.autofilter(0, 0, last, len(header) - 1)


def _write(sheet: Any, row: int, column: int, cell: object) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, _fitting(str(cell)))


def _fitting(text: str) -> str:
    """The text as a cell holds it, an ellipsis where it was cut."""
    kept = clean(text)
    return kept if len(kept.encode("utf-16-le")) <= 2 * LONGEST else f"{kept[: LONGEST // 2]}…"


def _about(selection: Selection) -> Iterable[tuple[str, str]]:
    yield "What this is", selection.caption
    yield "What is left out", selection.left_out
    if selection.link:
        yield "The view in the dashboard", selection.link
    yield "", ""
    yield "Column of Events", "What it holds"
    for column in COLUMNS:
        yield column.name, column.meaning


def _documents(selection: Selection) -> Iterable[tuple[str, ...]]:
    for source in selection.sources:
        date = source.date.edtf if source.date else ""
        yield source.id, source.title, date, citation(source), source.record.url
