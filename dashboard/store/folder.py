"""The atlas as a folder: build files, a pointer to the current one, and the locks that keep readers and writers apart.

    current                    JSON: the build that counts, and the fingerprint of what it was made from
    atlas-<build>.duckdb       what was found
    search-<build>.sqlite      the full-text index
    found.sqlite               what was found in each document, before merging and corrections (kept.py)
    atlas-<build>.lock         held, shared, by everybody who reads the build
    build.lock                 held by the one who writes

The pointer is replaced atomically, once all it points to is on the disk; a writer that is killed leaves files that
nobody points to, which the next writer removes together with old builds that nobody reads.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dashboard.errors import AtlasBusy, AtlasError
from dashboard.on_disk import make_folder, names_to_disk, replace_file, to_disk
from dashboard.store.search import unusable

POINTER = "current"
_BUILD_FILES = ("atlas-{}.duckdb", "search-{}.sqlite", "atlas-{}.lock")


@dataclass(frozen=True, slots=True)
class Build:
    """One build of an atlas."""

    folder: Path
    name: str
    fingerprint: str = ""
    """Of the documents, vocabularies, code and corrections it was made from."""

    @property
    def atlas(self) -> Path:
        """The DuckDB file."""
        return self.folder / _BUILD_FILES[0].format(self.name)

    @property
    def search(self) -> Path:
        """The SQLite file."""
        return self.folder / _BUILD_FILES[1].format(self.name)

    @property
    def lock(self) -> Path:
        """The file readers hold."""
        return self.folder / _BUILD_FILES[2].format(self.name)

    @property
    def complete(self) -> bool:
        """Whether what is asked is there: atlas and index."""
        return self.atlas.exists() and self.search.exists()

    def remove(self) -> None:
        """Delete its files."""
        for path in (self.atlas, self.search, self.lock):
            path.unlink(missing_ok=True)


def current_build(folder: Path) -> Build | None:
    """The build the pointer names, None where there is no atlas yet; raises AtlasError for a pointer that is none."""
    try:
        pointer = json.loads((folder / POINTER).read_text("utf-8"))
        return Build(folder, str(pointer["build"]), str(pointer["fingerprint"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise unusable(folder, "is damaged: its file “current” names no build") from error
    except OSError as error:
        raise AtlasError(f"The atlas in {folder} cannot be opened ({error.strerror}); check the folder.") from error


def damaged(folder: Path, error: Exception) -> AtlasError:
    """What is said of an atlas whose file cannot be read."""
    first_line = str(error).partition("\n")[0]
    return unusable(folder, f"is damaged ({first_line})")


def new_build(folder: Path, fingerprint: str) -> Build:
    """A build under a name not used before."""
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    return Build(folder, f"{stamp}-{secrets.token_hex(3)}", fingerprint)


def point_to(build: Build) -> None:
    """Make a build the current one, at once and whole: a power cut leaves the old one or this to its last byte."""
    for path in (build.atlas, build.search):
        to_disk(path)
    names_to_disk(build.folder)
    pointer = {"build": build.name, "fingerprint": build.fingerprint}
    replace_file(build.folder / POINTER, json.dumps(pointer))


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the folder for writing; raises AtlasBusy where somebody else does, AtlasError where it cannot be made."""
    try:
        make_folder(folder)
        file = (folder / "build.lock").open("a")
    except OSError as error:
        raise AtlasError(
            f"The atlas cannot be written to {folder} ({error.strerror}); give another --atlas."
        ) from error
    with file:
        if not _try_lock(file, exclusive=True):
            raise AtlasBusy(f"The atlas in {folder} is being built by another process; wait until it has finished.")
        yield


def hold(build: Build) -> int:
    """A file descriptor that keeps the build from being removed for as long as it is open."""
    descriptor = os.open(build.lock, os.O_CREAT | os.O_RDWR)
    _try_lock(descriptor, exclusive=False)
    return descriptor


def remove_old_builds(folder: Path, keep: Build) -> None:
    """Delete every build but one, except those somebody reads; call while holding `writing`."""
    for path in [*folder.glob("atlas-*.*"), *folder.glob("search-*.sqlite*")]:
        name = path.name.split("-", 1)[1].split(".", 1)[0]
        build = Build(folder, name)
        if name != keep.name and not _is_read(build):
            build.remove()
            if path.is_dir():  # where a killed writer put what its memory did not hold
                shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)
    for pointer in folder.glob(f".{POINTER}.*.new"):
        pointer.unlink(missing_ok=True)


def _is_read(build: Build) -> bool:
    """Whether somebody holds the build open."""
    if not build.lock.exists():
        return False
    with build.lock.open("a") as file:
        return not _try_lock(file, exclusive=True)


def _try_lock(file: IO[str] | int, *, exclusive: bool) -> bool:
    """Lock an open file without waiting; the lock lasts until it is closed."""
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
