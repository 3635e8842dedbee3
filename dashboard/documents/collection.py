"""A collection: the folder of documents that an atlas of a reader's own is made from, with its documents.csv."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from dashboard.documents.catalogue import COLUMNS, NAME, Row, read_catalogue
from dashboard.documents.readers import Report, reader_for
from dashboard.errors import CatalogueError, DashboardError, DocumentError


def add_documents(paths: Iterable[Path], collection: Path, report: Report) -> int:
    """Copy documents, or folders of them, with their catalogue rows into a collection; returns how many files came in.

    What cannot be read or would overwrite another document becomes a sentence for `report`; the rest comes in.
    """
    collection.mkdir(parents=True, exist_ok=True)
    present = read_catalogue(collection)
    if present and present.problems:
        raise CatalogueError(f"{collection / NAME} has to be put right first. {present.problems[0]}")
    rows = dict(present.rows) if present else {}
    added = 0
    for path in _files(paths, report):
        try:
            ids = [document.id for document in reader_for(path).read(path)]
            _copy(path, collection / path.name)
        except DashboardError as error:
            report(str(error))
            continue
        added += 1
        found = _rows_beside(path, report)
        rows |= {each: found[each] for each in ids if each in found}
    _write(collection / NAME, rows.values())
    return added


def _files(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    """The files named, and those of the folders named."""
    for path in paths:
        if path.is_dir():
            files = (each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
            yield from sorted(each for each in files if each.name != NAME)
        elif path.exists():
            yield path
        else:
            report(f"{path} is not there; check its name.")


def _copy(path: Path, target: Path) -> None:
    """Copy a file at once and whole; the same again is fine, another under the same name raises DocumentError."""
    if target.exists():
        if target.read_bytes() == path.read_bytes():
            return
        raise DocumentError(f"The collection has another {path.name} already; rename yours and add it again.")
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    shutil.copyfile(path, fresh)
    fresh.replace(target)


def _rows_beside(path: Path, report: Report) -> dict[str, Row]:
    """The rows of the catalogue that lies beside a file, by id; none where it cannot be read."""
    try:
        catalogue = read_catalogue(path.parent)
    except CatalogueError as error:
        report(str(error))
        return {}
    return catalogue.rows if catalogue else {}


def _write(path: Path, rows: Iterable[Row]) -> None:
    """Replace the catalogue at once and whole."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            known = {"id": row.id, "title": row.title, "date": row.date.edtf if row.date else "", "place": row.place}
            writer.writerow(known | asdict(row.record))
    fresh.replace(path)
