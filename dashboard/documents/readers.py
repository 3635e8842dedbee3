"""The family of readers, and the two ways in: a file, or a folder with its catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.documents.archive import Archive
from dashboard.documents.base import Reader
from dashboard.documents.catalogue import NAME, Catalogue, read_catalogue, with_row
from dashboard.documents.jsonl import JsonLines
from dashboard.documents.kinds import kind_of
from dashboard.documents.pdf import Pdf
from dashboard.documents.plain_text import PlainText
from dashboard.documents.tei import Tei
from dashboard.documents.web_page import WebPage
from dashboard.documents.word import Word
from dashboard.errors import CatalogueError, DocumentError, UnknownFormat
from dashboard.model import Document

Report = Callable[[str], None]
"""Takes a sentence about something that could not be read, or is read without its catalogue row."""


def reader_for(path: Path) -> Reader:
    """The reader of what a file is, which its first bytes know better than its suffix; raises UnknownFormat."""
    for suffix in (kind_of(path), path.suffix.lower()):
        for reader in READERS:
            if suffix in reader.suffixes:
                return reader
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    raise UnknownFormat(f"{path.name} is of no known format; documents are read from {known}.")


READERS: tuple[Reader, ...] = (PlainText(), JsonLines(), Tei(), WebPage(), Pdf(), Word(), Archive(reader_for))
"""Every format we read; add yours here."""


def read_file(path: Path) -> Iterator[Document]:
    """The documents of one file, with what documents.csv beside it says; raises DocumentError or CatalogueError."""
    reader = reader_for(path)
    catalogue = read_catalogue(path.parent)
    for document in reader.read(path):
        row = catalogue.rows.get(document.id) if catalogue else None
        yield with_row(document, row) if row else document


def read_folder(folder: Path, report: Report) -> Iterator[Document]:
    """The documents of a folder by file name, with their catalogue rows.

    Nothing stops the rest: a file that cannot be read, a file without a row (read anyway), a row without a file, and a
    document whose id was already read each become a sentence for `report`.
    """
    catalogue = catalogue_of(folder, report)
    seen: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.is_dir() or path.name == NAME or path.name.startswith("."):
            continue
        try:
            for document in reader_for(path).read(path):
                if document.id in seen:
                    report(f"{path.name}: the id “{document.id}” is already taken by another document; rename it.")
                    continue
                seen.add(document.id)
                for problem in document.problems:
                    report(problem)
                yield with_its_row(document, catalogue, report)
        except DocumentError as error:
            report(str(error))
    for missing in [row for row in (catalogue.rows if catalogue else {}) if row not in seen]:
        report(f"{NAME} lists “{missing}”, but no such document could be read; add its file or take the row out.")


def catalogue_of(folder: Path, report: Report) -> Catalogue | None:
    """The catalogue of a folder, its problems reported; None where there is none to read."""
    try:
        catalogue = read_catalogue(folder)
    except CatalogueError as error:
        report(str(error))
        return None
    for problem in catalogue.problems if catalogue else ():
        report(problem)
    return catalogue


def with_its_row(document: Document, catalogue: Catalogue | None, report: Report) -> Document:
    """The document with what the catalogue says of it; a missing row is reported."""
    if catalogue is None:
        return document
    row = catalogue.rows.get(document.id)
    if row is None:
        report(f"“{document.id}” has no row in {NAME}; it was read without title, date and place. Add a row for it.")
        return document
    return with_row(document, row)
