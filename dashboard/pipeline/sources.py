"""Sources: the files and folders an atlas is made from, remembered where they lie, and the documents in them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dashboard import config
from dashboard.documents.catalogue import NAME as CATALOGUE
from dashboard.documents.catalogue import Catalogue
from dashboard.documents.readers import Report, catalogue_of, reader_for, with_its_row
from dashboard.documents.web_page import is_of_a_page
from dashboard.errors import AtlasError, DashboardError
from dashboard.model import Document
from dashboard.on_disk import replace_file
from dashboard.pipeline.marks import reading_mark

NAME = "sources.json"
"""Beside the atlas: a list of paths; what moves along with the atlas is written as seen from there."""

OWN = "documents"
"""The folder beside the atlas of what a reader brought in on the page; always one of its sources."""
OWN_COLLECTION = "Added documents"
"""What its documents stand under for every reader, those who added nothing among them."""


def own_folder(atlas: Path) -> Path:
    """Where a reader's own documents lie."""
    return atlas / OWN


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read, and what changes when it, its catalogue or the program does."""

    path: Path
    stamp: str
    size: int
    """Bytes."""


def read_sources(atlas: Path) -> tuple[Path, ...]:
    """What was added to an atlas, in order of path; none where there is no list. Raises AtlasError for a bad one."""
    path = atlas.resolve() / NAME
    if not path.exists():
        return ()
    try:
        listed = (os.path.normpath(path.parent / str(each)) for each in json.loads(path.read_text("utf-8")))
        return tuple(sorted(map(Path, listed)))
    except (ValueError, TypeError, OSError) as error:
        raise AtlasError(f"{path} is no list of paths ({error}); delete it and import your folders again.") from error


def _write_sources(atlas: Path, sources: Iterable[Path]) -> None:
    """Replace the list at once and whole."""
    replace_file(atlas / NAME, json.dumps(sorted({_listed(path, atlas) for path in sources}), indent=1))


def _listed(path: Path, atlas: Path) -> str:
    """The path as the list has it: that of documents brought in, and of those that ship with the program, holds after
    the atlas or the whole checkout was renamed.
    """
    together = path.is_relative_to(atlas) or all(each.is_relative_to(config.ROOT) for each in (path, atlas))
    return os.path.relpath(path, atlas) if together else str(path)


def choose_sources(atlas: Path, add: Iterable[Path], remove: Iterable[Path], report: Report) -> tuple[Path, ...]:
    """The sources after adding and removing, written down where they changed; what is not there is reported."""
    before = read_sources(atlas)
    own = {own_folder(atlas)} if own_folder(atlas).is_dir() else set()
    wanted = {*before, *own} - {path.resolve() for path in remove}
    for path in add:
        if path.exists():
            wanted.add(path.resolve())
        else:
            report(f"{path} is not there; check its name.")
    for path in [each for each in wanted if _is_deleted(each)]:
        wanted.remove(path)
        report(f"{path} is there no more; its documents were taken out.")
    if wanted != {*before}:
        _write_sources(atlas, wanted)
    return tuple(sorted(wanted))


def _is_deleted(source: Path) -> bool:
    """Whether it is gone from a folder that is there: otherwise a disk may have been taken out."""
    return not source.exists() and source.parent.exists()


@dataclass(frozen=True, slots=True)
class Found:
    """The files of the sources."""

    files: Mapping[Path, SourceFile]
    """In order of path."""
    away: tuple[Path, ...]
    """Sources that are not there, nor the folder they stood in: a disk taken out, rather than a file deleted."""


def find_files(sources: Iterable[Path], atlas: Path, report: Report) -> Found:
    """The files of all sources, each once; hidden files, catalogues and the atlas itself are no documents."""
    files: dict[Path, SourceFile] = {}
    away = []
    for source in sources:
        if not source.exists():
            away.append(source)
            report(f"{source} is out of reach; its documents stay as they were read.")
        paths = list(_paths(source, atlas, report))
        if not paths and source.is_dir() and source != own_folder(atlas):
            report(f"{source} holds no document; put some into it, or name the folder they lie in.")
        for path in paths:
            try:
                files[path] = _stamped(path)
            except OSError:  # taken away while we looked
                continue
    return Found(dict(sorted(files.items())), tuple(away))


def _paths(source: Path, atlas: Path, report: Report) -> Iterator[Path]:
    """The file, or every file below the folder."""
    if source.is_file():
        yield source
    for folder, folders, names in os.walk(source):
        known = {*names}
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and Path(folder, name) != atlas and not is_of_a_page(name, known)
        ]
        for name in names:
            if name.startswith(".") or name == CATALOGUE:
                continue
            if _is_text(name):
                yield Path(folder, name)
            else:
                report(f"A file in {folder} has a name that is not UTF-8: {name!a}; rename it.")


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _stamped(path: Path) -> SourceFile:
    size, stamp = _stamp(path)
    return SourceFile(path, f"{stamp} {_catalogue_stamp(path.parent)} {reading_mark()}", size)


def _catalogue_stamp(folder: Path) -> str:
    """What changes with the catalogue of a folder; empty where there is none."""
    try:
        return _stamp(folder / CATALOGUE)[1]
    except OSError:
        return ""


def _stamp(path: Path) -> tuple[int, str]:
    """Size, and what changes with the file: no name of a file that was written to keeps all three."""
    status = path.stat()
    return status.st_size, f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def read_documents(path: Path, report: Report) -> Iterator[Document]:
    """The documents of a file with their catalogue rows and collection; what cannot be read becomes a sentence."""
    catalogue = _catalogue(path.parent, _catalogue_stamp(path.parent))
    try:
        for document in reader_for(path).read(path):
            for problem in document.problems:
                report(problem)
            yield _collected(with_its_row(document, catalogue, report), path)
    except DashboardError as error:
        report(str(error))
    except OSError as error:
        report(f"{path} cannot be read ({error.strerror or error}); import again when it can.")


@lru_cache(maxsize=8)
def _catalogue(folder: Path, stamp: str) -> Catalogue | None:
    """The catalogue of a folder as it is now; its problems are told by `catalogue_problems`."""
    del stamp  # only what it is remembered by: the dashboard goes on for days
    return catalogue_of(folder, lambda _sentence: None)


def _collected(document: Document, path: Path) -> Document:
    """The document with its collection: what it or the catalogue says, else its volume's file or its folder."""
    if document.collection or document.record.volume_title or document.record.series:
        return document
    if path.parent.name == OWN and (path.parent.parent / NAME).exists():
        return replace(document, collection=OWN_COLLECTION)
    alone = document.id == path.stem
    return replace(document, collection=path.parent.name if alone else path.stem)


def catalogue_problems(files: Iterable[Path], ids: Mapping[Path, set[str]]) -> list[str]:
    """Sentences about the catalogues beside the files: rows that cannot be read, rows without a document.

    `ids` holds the ids of the documents read, by folder.
    """
    problems: list[str] = []
    for folder in sorted({path.parent for path in files}):
        catalogue = catalogue_of(folder, problems.append)
        problems += [
            f"{CATALOGUE} lists “{row}”, but no such document could be read; add its file or take the row out."
            for row in (catalogue.rows if catalogue else ())
            if row not in ids.get(folder, ())
        ]
    return problems
