"""On disk: files that a power cut leaves whole or as they were, never half."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Put a text in place of what a file holds, at once and whole, as UTF-8; raises OSError.

    A process that is killed on the way leaves a file `.NAME.….new` beside it.
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
