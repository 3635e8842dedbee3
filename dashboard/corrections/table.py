"""corrections.csv: the rows a person wrote about events and names found by machine; read, appended to, undone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dashboard.documents.limits import read_bytes
from dashboard.documents.plain_text import decode
from dashboard.errors import CorrectionError, DocumentError, EmptyDocument
from dashboard.on_disk import make_folder, replace_file

NAME = "corrections.csv"
"""Beside each atlas; data/corrections.csv is the default atlas's."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of corrections.csv."""

    event: str
    """Id of the event; for an added event, the id given to it; for `locate`, the id of the document, empty for all."""
    field: str
    """What is changed: hide, check, title, date, place, kind, status, topics, countries; or add, locate."""
    old: str
    """The value before, for the reader; for `hide` and `check` the title; for `locate` the name as it is written."""
    new: str
    """The value after: EDTF for a date, names separated by “; ” for places, keys for topics and countries, and for
    `add` the event as JSON. A place is “name”, “name [gazetteer id]” or “name @ latitude, longitude”."""
    who: str
    when: str
    """ISO day."""
    why: str


COLUMNS = tuple(field.name for field in fields(Correction))


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file in order, none where there is no file; raises CorrectionError naming the line."""
    if not path.exists():
        return ()
    try:
        text = decode(read_bytes(path), name=path.name)
    except EmptyDocument:
        return ()
    except DocumentError as error:
        raise CorrectionError(f"The corrections cannot be read. {error}") from error
    table = csv.DictReader(io.StringIO(text, newline=""))
    try:
        return tuple(_rows(table, path))
    except csv.Error as error:
        raise CorrectionError(f"{path}, after line {table.line_num}: {error}; check the quotes there.") from error


def _rows(table: csv.DictReader[str], path: Path) -> Iterator[Correction]:
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise CorrectionError(f"{path} does not begin with the line {','.join(COLUMNS)}; put that line first.")
    for cells in table:
        if None in cells or None in cells.values():
            raise CorrectionError(f"{path}, line {table.line_num}: {len(COLUMNS)} cells are needed; quote commas.")
        yield Correction(**cells)


def append(path: Path, *corrections: Correction) -> None:
    """Add corrections at the end."""
    _write(path, [*read_corrections(path), *corrections])


def undo(path: Path, correction: Correction | None = None) -> Correction | None:
    """Take a correction back, the last one where none is named, and return it; None where there is none such."""
    rows = list(read_corrections(path))
    taken = correction or (rows[-1] if rows else None)
    if taken not in rows:
        return None
    del rows[len(rows) - 1 - rows[::-1].index(taken)]
    _write(path, rows)
    return taken


def _write(path: Path, rows: Iterable[Correction]) -> None:
    """Replace the file at once and whole; raises CorrectionError where it cannot be written."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(row) for row in rows)
    try:
        make_folder(path.parent)
        replace_file(path, table.getvalue())
    except UnicodeEncodeError as error:
        raise CorrectionError("What was typed has half a sign in it, which no file can hold; type it anew.") from error
    except OSError as error:
        raise CorrectionError(
            f"{path} cannot be written ({error.strerror}); nothing was changed. Make it writable, then try again."
        ) from error
