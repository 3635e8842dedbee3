"""documents.csv: what a cataloguer knows of the documents beside it, one row a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.documents.limits import read_bytes
from dashboard.documents.plain_text import decode
from dashboard.errors import CatalogueError, DateError, DocumentError
from dashboard.model import CatalogueRecord, Document

NAME = "documents.csv"
RECORD_COLUMNS = (
    "series",
    "volume_title",
    "number",
    "editors",
    "publisher",
    "year_published",
    "first_page",
    "last_page",
    "archive_reference",
    "url",
    "note",
)
COLUMNS = ("id", "title", "date", "place", *RECORD_COLUMNS)
"""The header of documents.csv; `id` is the file's name without suffix, `date` is EDTF, empty cells are fine."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of documents.csv."""

    id: str
    title: str
    date: DateSpan | None
    place: str
    record: CatalogueRecord


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rows of one documents.csv by id, and what could not be read in it, as sentences."""

    rows: dict[str, Row]
    problems: tuple[str, ...] = ()


def read_catalogue(folder: Path) -> Catalogue | None:
    """The catalogue of a folder, None where there is none; raises CatalogueError where it cannot be read at all.

    A row that does not parse is left out and becomes a sentence of `problems`; the other rows stand.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        text = decode(read_bytes(path), name=NAME)
    except DocumentError as error:
        raise CatalogueError(f"The catalogue cannot be read. {error}") from error
    table = csv.DictReader(io.StringIO(text, newline=""))
    rows: dict[str, Row] = {}
    problems: list[str] = []
    for cells in _cells(table, path):
        try:
            row = _row({key: (value or "").strip() for key, value in cells.items() if isinstance(key, str)})
            if row.id in rows:
                raise CatalogueError(f"“{row.id}” stands there twice; keep one of the rows.")
            rows[row.id] = row
        except CatalogueError as error:
            problems.append(f"{NAME}, line {table.line_num}: {error}")
    return Catalogue(rows, tuple(problems))


def _cells(table: csv.DictReader[str], path: Path) -> Iterator[dict[str, str]]:
    """The rows of the table; raises CatalogueError where it has no ids, or is no CSV."""
    try:
        if "id" not in (table.fieldnames or ()):
            raise CatalogueError(f"{path} has no column “id”; begin it with the line {','.join(COLUMNS)}")
        yield from table
    except csv.Error as error:
        raise CatalogueError(f"{path}, after line {table.line_num}: {error}; check the quotes there.") from error


def _row(cells: dict[str, str]) -> Row:
    """One row, its date read; raises CatalogueError."""
    if not cells["id"]:
        raise CatalogueError("no id; write the file’s name without suffix.")
    record = CatalogueRecord(**{name: cells.get(name, "") for name in RECORD_COLUMNS})
    return Row(
        cells["id"], cells.get("title", ""), catalogue_date(cells.get("date", "")), cells.get("place", ""), record
    )


def catalogue_date(edtf: str) -> DateSpan | None:
    """The date of a catalogue cell, with that as its basis; raises CatalogueError where it is no EDTF."""
    if not edtf:
        return None
    try:
        return DateSpan(edtf, basis=DateBasis.of(edtf, Basis.CATALOGUE))
    except DateError as error:
        raise CatalogueError(str(error)) from error


def with_row(document: Document, row: Row) -> Document:
    """The document with what the catalogue knows; what the catalogue leaves empty stays."""
    return replace(
        document,
        title=row.title or document.title,
        date=row.date or document.date,
        place=row.place or document.place,
        record=row.record,
    )
