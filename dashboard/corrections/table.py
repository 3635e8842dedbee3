"""corrections.csv: the rows a person wrote about events found by machine; read, appended to, undone."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dashboard.documents.plain_text import decode, read_bytes
from dashboard.errors import CorrectionError, DocumentError, EmptyDocument

NAME = "corrections.csv"
"""Beside each atlas; data/corrections.csv is the default atlas's."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of corrections.csv."""

    event: str
    """Id of the event; for an added event, the id given to it."""
    field: str
    """What is changed: hide, check, title, date, place, kind, status, topics, countries; or add."""
    old: str
    """The value before, for the reader; for `hide` and `check` the title."""
    new: str
    """The value after: EDTF for a date, names separated by “; ” for places, keys for topics and countries, and for
    `add` the event as JSON."""
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
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise CorrectionError(f"{path} does not begin with the line {','.join(COLUMNS)}; put that line first.")
    rows = []
    for cells in table:
        if None in cells or None in cells.values():
            raise CorrectionError(f"{path}, line {table.line_num}: {len(COLUMNS)} cells are needed; quote commas.")
        rows.append(Correction(**cells))
    return tuple(rows)


def append(path: Path, correction: Correction) -> None:
    """Add a correction at the end."""
    _write(path, [*read_corrections(path), correction])


def undo(path: Path) -> Correction | None:
    """Take the last correction back and return it; None where there is none."""
    rows = read_corrections(path)
    if not rows:
        return None
    _write(path, rows[:-1])
    return rows[-1]


def _write(path: Path, rows: Iterable[Correction]) -> None:
    """Replace the file at once and whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(row) for row in rows)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
