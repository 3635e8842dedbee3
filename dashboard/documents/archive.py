"""Archives (.zip) of any documents we read: one file unpacked at a time, under limits, whatever its name says."""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dashboard.documents.base import Reader
from dashboard.documents.catalogue import NAME, Catalogue, read_catalogue, with_row
from dashboard.documents.limits import LEAST_SUSPICIOUS, MOST_DEPTH, MOST_FILES, MOST_RATIO, MOST_UNPACKED
from dashboard.documents.web_page import is_of_a_page
from dashboard.errors import CatalogueError, DashboardError, DocumentError, EmptyDocument, UnreadableText
from dashboard.model import Document

_PIECE = 1 << 20
_SHOWN = 8
"""How many sentences on single files the one on the archive quotes."""


class Archive(Reader):
    """Reads .zip: the documents of its files by name, with the documents.csv beside them; archives in it likewise.

    The id is the file's path in the archive without suffix, unless the format brings ids of its own (TEI, JSON lines).
    """

    suffixes = (".zip",)

    def __init__(self, reader_for: Callable[[Path], Reader]) -> None:
        """`reader_for` finds who reads a file of an archive."""
        self._reader_for = reader_for

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the documents of every file that can be read; raises DocumentError at the end, naming the others."""
        unpacking = _Unpacking(self._reader_for)
        with tempfile.TemporaryDirectory(prefix="unpacked-") as folder:
            yield from unpacking.documents(path, Path(folder), PurePosixPath(), depth=1)
        if unpacking.problems:
            raise DocumentError(_summary(path.name, unpacking.problems))
        if not unpacking.ids:
            raise EmptyDocument(f"{path.name} is empty; add a file with the words of a document.")


class _TooMuch(DocumentError):
    """The whole archive is beyond our limits."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """An archive, the outermost or one within it, while its files are gone through."""

    archive: zipfile.ZipFile
    folder: Path
    """Where its files are unpacked, one at a time."""
    within: PurePosixPath
    """Its own path in the outermost one."""
    depth: int
    """1 for the outermost."""


@dataclass
class _Unpacking:
    """What has been unpacked of an archive, and what could not be read, as sentences."""

    reader_for: Callable[[Path], Reader]
    problems: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    files: int = 0
    unpacked: int = 0

    def documents(self, path: Path, folder: Path, within: PurePosixPath, *, depth: int) -> Iterator[Document]:
        """The documents of an archive on disk; `within` is its own path in the outermost one."""
        with _opened(path) as archive:
            members = _members(archive)
            self.files += len(members)
            if self.files > MOST_FILES:
                raise _TooMuch(f"{path.name} holds more than {MOST_FILES:,} files; cut it into smaller archives.")
            layer = _Layer(archive, folder, within, depth)
            catalogues = self._catalogues(layer, members)
            for member in members:
                place = _place(member.filename)
                if place.name != NAME:
                    yield from self._of_member(layer, member, catalogues.get(place.parent))

    def _of_member(self, layer: _Layer, member: zipfile.ZipInfo, catalogue: Catalogue | None) -> Iterator[Document]:
        """The documents of one file; what cannot be read becomes a sentence."""
        place = layer.within / _place(member.filename)
        with tempfile.TemporaryDirectory(dir=layer.folder) as own:
            path = Path(own) / place.name
            try:
                self._unpack(layer.archive, member, path)
                reader = self.reader_for(path)
                if isinstance(reader, Archive):
                    if layer.depth == MOST_DEPTH:
                        raise DocumentError(f"{place.name} is an archive within {MOST_DEPTH} others; unpack it first.")
                    yield from self.documents(path, Path(own), place.with_suffix(""), depth=layer.depth + 1)
                    return
                for document in reader.read(path):
                    yield from self._named(document, path, place, catalogue)
            except _TooMuch:
                raise
            except DocumentError as error:
                self.problems.append(str(error).replace(str(path), str(place)))

    def _named(
        self, document: Document, path: Path, place: PurePosixPath, catalogue: Catalogue | None
    ) -> Iterator[Document]:
        """The document under its id and with its row, unless the id is taken."""
        key = document.id
        if document.id == path.stem:
            key = str(place.with_suffix(""))
            key = str(place) if key in self.ids else key
        if key in self.ids:
            self.problems.append(f"{place}: the id “{key}” is already taken by another document; rename it.")
            return
        self.ids.add(key)
        row = catalogue.rows.get(document.id) or catalogue.rows.get(key) if catalogue else None
        yield replace(with_row(document, row) if row else document, id=key)

    def _catalogues(self, layer: _Layer, members: list[zipfile.ZipInfo]) -> dict[PurePosixPath, Catalogue]:
        """The documents.csv of each folder of the archive."""
        found: dict[PurePosixPath, Catalogue] = {}
        for member in members:
            place = _place(member.filename)
            if place.name != NAME:
                continue
            with tempfile.TemporaryDirectory(dir=layer.folder) as own:
                try:
                    self._unpack(layer.archive, member, Path(own) / NAME)
                    catalogue = read_catalogue(Path(own))
                except (DocumentError, CatalogueError) as error:
                    self.problems.append(str(error).replace(own, str(place.parent)))
                    continue
            if catalogue:
                found[place.parent] = catalogue
                self.problems += catalogue.problems
        return found

    def _unpack(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
        """Write a file of the archive to disk; raises DocumentError for bombs, passwords and damage."""
        grown = member.file_size > LEAST_SUSPICIOUS and member.file_size > MOST_RATIO * max(1, member.compress_size)
        if grown:
            raise DocumentError(f"{target.name} unpacks to far more than it is; it was left alone.")
        if member.flag_bits & 1:
            raise UnreadableText(f"{target.name} is locked with a password; pack it anew without one.")
        try:
            with archive.open(member) as packed, target.open("wb") as file:
                while piece := packed.read(_PIECE):
                    self.unpacked += len(piece)
                    if self.unpacked > MOST_UNPACKED:
                        raise _TooMuch(
                            f"The archive unpacks to more than {MOST_UNPACKED // 1_000_000:,} MB; "
                            "cut it into smaller ones."
                        )
                    file.write(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableText(f"{target.name} is damaged in the archive; pack it anew.") from error
        except OSError as error:
            raise DocumentError(f"{target.name} cannot be unpacked ({error.strerror}); make room for it.") from error


def _opened(path: Path) -> zipfile.ZipFile:
    """The archive; raises DocumentError."""
    try:
        with path.open("rb") as file:
            if not file.read(4096).strip():
                raise EmptyDocument(f"{path.name} is empty; add a file with the words of a document.")
        return zipfile.ZipFile(path)
    except OSError as error:
        raise DocumentError(f"{path} cannot be opened ({error.strerror}); check its name and permissions.") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        if isinstance(error, DashboardError):
            raise
        raise UnreadableText(f"{path.name} is damaged or no archive; pack it anew as .zip and add it again.") from error


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive by name: no folders, no links, nothing hidden."""
    files = [each for each in archive.infolist() if not each.is_dir() and not stat.S_ISLNK(each.external_attr >> 16)]
    names = {str(_place(each.filename)) for each in files}
    return sorted((each for each in files if not _is_left_over(each.filename, names)), key=lambda each: each.filename)


def _is_left_over(name: str, names: Set[str]) -> bool:
    """Whether a file is one that systems leave behind, or that a browser saved with a page."""
    place = _place(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in place.parts)
    return hidden or any(is_of_a_page(str(folder), names) for folder in place.parents)


def _place(name: str) -> PurePosixPath:
    """A path within the archive and never out of it, whatever the name says; used to name, not to write."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/").replace("\0", "")).parts if part not in ("/", "..")]
    return PurePosixPath(*(part[-120:] for part in parts)) if parts else PurePosixPath("unnamed")


def _summary(name: str, problems: list[str]) -> str:
    """One sentence on what of an archive could not be read, and why."""
    count = "1 file" if len(problems) == 1 else f"{len(problems):,} files"
    more = f" … and {len(problems) - _SHOWN:,} more." if len(problems) > _SHOWN else ""
    return f"{name}: {count} could not be read; the others were. {' '.join(problems[:_SHOWN])}{more}"
