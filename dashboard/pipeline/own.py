"""Own documents: what a reader brings in on the page. They lie in ATLAS/documents, are read with everything else the
atlas is made from, and are the only ones that can be taken out again there.
"""

from __future__ import annotations

import filecmp
import hashlib
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.documents.catalogue import catalogue_date
from dashboard.documents.kinds import kind_of
from dashboard.documents.readers import reader_for
from dashboard.errors import DocumentError
from dashboard.on_disk import make_folder, names_to_disk, to_disk
from dashboard.pipeline.atlas import update_held
from dashboard.pipeline.progress import Watch
from dashboard.pipeline.sources import own_folder, read_sources
from dashboard.store.folder import current_build, writing
from dashboard.store.kept import DocumentState, open_kept
from dashboard.store.search import unusable

LARGEST = 50_000_000
"""Bytes of a file, and characters of a text."""
_UNSAFE = re.compile(r"[^\w.()’' -]+")
_LONGEST_NAME = 80
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".jsonl", ".xml", *_PAGES)


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that a reader brought in."""

    name: str
    """Its name in ATLAS/documents."""
    documents: tuple[DocumentState, ...]
    problems: tuple[str, ...]
    """Sentences on what of it could not be read."""


def own_documents(atlas: Path) -> tuple[OwnFile, ...]:
    """The files a reader brought into an atlas, the latest first, with what was found in each."""
    folder = own_folder(atlas.resolve())
    if not folder.is_dir():
        return ()
    with open_kept(atlas) as kept:
        documents: dict[Path, list[DocumentState]] = {}
        for state in kept.documents(below=folder):
            documents.setdefault(state.file, []).append(state)
        problems = kept.problems()
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    files.sort(key=lambda path: (-path.stat().st_mtime_ns, path.name))
    return tuple(OwnFile(path.name, tuple(documents.get(path, ())), tuple(problems.get(path, ()))) for path in files)


def add_file(atlas: Path, name: str, data: bytes, *, watch: Watch = lambda _progress: None) -> OwnFile:
    """Bring a file into an atlas under a name that does no harm.

    Raises DocumentError, or AtlasBusy where somebody else is at it, and nothing has changed.
    """
    if len(data) > LARGEST:
        raise DocumentError(f"“{name}” is larger than {LARGEST // 1_000_000} MB; import it from the command line.")
    return _bring_in(atlas.resolve(), _safe(name), data, watch)


def add_text(
    atlas: Path,
    text: str,
    *,
    title: str = "",
    date: str = "",
    place: str = "",
    watch: Watch = lambda _progress: None,
) -> OwnFile:
    """Bring a text into an atlas with what is known of it, `date` in EDTF.

    Raises DocumentError, CatalogueError, or AtlasBusy where somebody else is at it, and nothing has changed.
    """
    if not text.strip():
        raise DocumentError("There is no text yet; paste the words of a document.")
    if len(text) > LARGEST:
        raise DocumentError("The text is longer than fifty million characters; import it from the command line.")
    catalogue_date(date)
    stem = _stem(title or text.strip().partition("\n")[0])
    key = f"{stem}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
    row = {"id": key, "text": text, "title": title.strip(), "date": date, "place": place.strip()}
    return _bring_in(atlas.resolve(), f"{key}.jsonl", json.dumps(row).encode(), watch)


def remove_own(atlas: Path, name: str) -> None:
    """Take a file out again; raises DocumentError where no such file was brought in, AtlasBusy as `add_file` does."""
    atlas = atlas.resolve()
    path = own_folder(atlas) / Path(name).name
    with writing(atlas):
        if not path.is_file() or path.name != name or name.startswith("."):
            raise DocumentError(f"“{name}” is not among the added documents any more.")
        aside = path.with_name(f".{path.name}.removed")
        path.replace(aside)
        try:
            update_held(atlas)
        except BaseException:
            aside.replace(path)
            raise
        aside.unlink()


def _bring_in(atlas: Path, name: str, data: bytes, watch: Watch) -> OwnFile:
    """Try the file apart, put it among the others and bring the atlas up to date; undone where that fails.

    From the choice of its name until the atlas is made nobody else writes: what two readers bring in at once under one
    name can neither replace the other's file nor, where it fails, take it away.
    """
    if not read_sources(atlas) and current_build(atlas):
        raise unusable(atlas, "does not say what it is made from")
    folder = own_folder(atlas)
    make_folder(folder)
    with tempfile.TemporaryDirectory(prefix=".incoming-", dir=folder) as apart:
        path = Path(apart) / name
        path.write_bytes(data)
        path = path.rename(path.with_suffix(_suffix(path)))
        ids = list(_ids(path))
        to_disk(path)
        with writing(atlas):
            target = _target(atlas, folder, path, ids)
            path.replace(target)
            names_to_disk(folder)
            try:
                update_held(atlas, add=[folder], watch=watch)
            except BaseException:
                target.unlink(missing_ok=True)
                raise
    return next(each for each in own_documents(atlas) if each.name == target.name)


def _ids(path: Path) -> Iterator[str]:
    """The ids of the documents in a file, up to a fault; raises DocumentError where none comes before it."""
    begun = False
    try:
        for document in reader_for(path).read(path):
            begun = True
            yield document.id
    except DocumentError as error:
        if not begun:
            raise DocumentError(str(error).replace(f"{path.parent}/", "")) from error


def _target(atlas: Path, folder: Path, path: Path, ids: Sequence[str]) -> Path:
    """Where the file shall lie: its own name, with a number where that is taken; raises DocumentError if known."""
    for other in folder.iterdir():
        if other.is_file() and filecmp.cmp(other, path, shallow=False):
            raise DocumentError(f"“{path.name}” is among the added documents already, as {other.name}.")
    with open_kept(atlas) as kept:
        known = {state.id for state in kept.documents()}
    named = ids == [path.stem]
    if not named and known.issuperset(ids):
        raise DocumentError(f"“{path.name}” is in this atlas already: it has documents of the same names.")
    number, target = 1, folder / path.name
    while target.exists() or (named and target.stem in known):
        number += 1
        target = folder / f"{path.stem}-{number}{path.suffix}"
    return target


def _suffix(path: Path) -> str:
    """The suffix by what the file is; plain text where it is text and its name says nothing we read."""
    found, own = kind_of(path), path.suffix.lower()
    if found and not (found == ".html" and own in _PAGES):
        return found
    return own if own in _TEXTS or not _is_text(path) else ".txt"


def _is_text(path: Path) -> bool:
    """Whether a file begins like text."""
    with path.open("rb") as file:
        beginning = file.read(4096)
    return b"\0" not in beginning and "\ufffd" not in beginning[:-4].decode("utf-8", "replace")


def _safe(name: str) -> str:
    """A file name without folders, signs that mean something to anybody, or a dot at its beginning."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    path = Path(_UNSAFE.sub("_", plain).strip(" ._") or "document")
    suffix = path.suffix if len(path.suffix) <= 8 else ""
    stem = path.name.removesuffix(suffix)[:_LONGEST_NAME].strip(" ._")
    return f"{stem or 'document'}{suffix}"


def _stem(words: str) -> str:
    """A short name made of the first words of a title."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:6])[:48] or "text"
