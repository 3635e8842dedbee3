"""Fingerprint: a short text that changes whenever one of a set of files changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def fingerprint(paths: Iterable[Path]) -> str:
    """Of the names and contents of files and of everything in folders; what is not there counts as empty."""
    digest = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            name = f"{path.name}/{file.relative_to(path)}" if path.is_dir() else path.name
            digest.update(f"{len(name)} {name} {file.stat().st_size} ".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def _files(path: Path) -> Iterator[Path]:
    """The file, or all files below the folder, in a settled order."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    elif path.is_file():
        yield path
