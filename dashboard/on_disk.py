"""On disk: files that are whole or as they were, never half, whatever ends their writing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dashboard.errors import ExportError
from dashboard.uncollected import uncollected


def write_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put the content into the file a person named, which appears (or replaces an older one) only when all is there.

    Raises ExportError where it cannot be written, and what the making of the content raises; whatever ends it early
    leaves no file behind. A device or pipe (/dev/null) takes the content as it comes; a link stays one.
    """
    parts = (content,) if isinstance(content, bytes) else content
    if path.is_dir():
        raise ExportError(f"{path} is a folder; give the name of a file in --out.")
    if path.exists() and not path.is_file():
        _write(path, parts, named=path)
        return
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.new")
    try:
        _write(fresh, parts, named=path)
        with _writable(path):
            fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _write(file: Path, parts: Iterable[bytes], *, named: Path) -> None:
    """Write the parts to a file that a person knows as `named`."""
    with _writable(named):
        out = file.open("wb")
    try:
        with uncollected():
            for part in parts:  # what goes wrong in making one is not the file's fault
                with _writable(named):
                    out.write(part)
    finally:
        with _writable(named):
            out.close()


@contextmanager
def _writable(named: Path) -> Iterator[None]:
    """Turn what is wrong with a file into the sentence on it."""
    try:
        yield
    except OSError as error:
        raise ExportError(f"{named} cannot be written ({error.strerror}); give another --out.") from error


def replace_file(path: Path, text: str) -> None:
    """Put a text in place of what a file holds, at once and whole, as UTF-8, for good; raises OSError.

    A power cut leaves the old text or the new. A process that is killed on the way leaves a file `.NAME.….new`.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        fresh.write_text(text, encoding="utf-8", newline="")
        to_disk(fresh)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    names_to_disk(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, where they are not there yet; raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        names_to_disk(each.parent)


def to_disk(path: Path) -> None:
    """Wait until what a file holds is on the disk; what the system holds back is lost in a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def names_to_disk(folder: Path) -> None:
    """Wait until it is on the disk which files lie in a folder, where its file system can be told to."""
    with suppress(OSError):
        to_disk(folder)
