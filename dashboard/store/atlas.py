"""Atlas: what was found in the documents, opened for reading; follows the pointer when a new build replaces the old.

An Atlas may be shared by threads: every question is asked on a cursor of its own.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from dashboard.errors import AtlasError
from dashboard.store.folder import POINTER, Build, current_build, damaged, hold
from dashboard.store.reader import DAMAGE, Reader
from dashboard.store.schema import SCHEMA_VERSION
from dashboard.store.search import document_texts, matching_documents, matching_events, unusable

if TYPE_CHECKING:
    from dashboard.store.columns import Columns

T = TypeVar("T")


def _nothing() -> None:
    """What an atlas that holds nothing lets go of."""


class Atlas:
    """A folder made by `store.save`, open for reading."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._build: Build | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._release: Callable[[], object] = _nothing
        self._stamp: tuple[int, int] | None = None
        self._reading = Lock()
        self._columns: tuple[Build, Columns] | None = None
        self._open()  # now, to find out whether the atlas can be read

    @property
    def build(self) -> str:
        """The name of the build in use: the key under which answers may be remembered."""
        return self._open()[0].name

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL with its values bound."""
        return self._ask(lambda cursor: cursor.execute(statement, list(values)).fetchall())

    def table(self, statement: str, values: Sequence[object] = ()) -> Any:
        """The same as a pyarrow.Table: several times quicker for many rows."""
        return self._ask(lambda cursor: cursor.sql(statement, params=list(values)).to_arrow_table())

    @property
    def columns(self) -> Columns:
        """What events are filtered and counted by, in memory; read when it is first asked of a build."""
        from dashboard.store.columns import read_columns  # heavy, and nothing for who only writes

        with self._reading:
            build = self._open()[0]
            if self._columns is None or self._columns[0] != build:
                with Reader(build) as reader:
                    self._columns = build, read_columns(reader.table)
            return self._columns[1]

    def _ask(self, question: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        """The answer of the current build in a cursor of one's own; raises AtlasError where the file is damaged."""
        try:
            with self._open()[1].cursor() as cursor:
                return question(cursor)
        except DAMAGE as error:
            raise damaged(self.folder, error) from error

    def reader(self) -> Reader:
        """The current build, to be read from end to end by one who closes it."""
        return Reader(self._open()[0])

    def matching_events(self, words: str) -> list[int]:
        """Numbers of the events that a search finds, in order."""
        return _matching(self._open()[0].search, words)

    def matching_documents(self, words: str, limit: int) -> list[int]:
        """Numbers of the documents that a search finds, the best first."""
        return _ranked(self._open()[0].search, words, limit)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of a few documents by their numbers."""
        return document_texts(self._open()[0].search, numbers)

    def close(self) -> None:
        """Let go of the files; a later question opens them again."""
        with self._lock:
            self._drop()

    def _open(self) -> tuple[Build, duckdb.DuckDBPyConnection]:
        """The current build and a connection to it; opens anew where the pointer has changed."""
        stamp = _stamp(self.folder)
        with self._lock:
            if self._build and self._connection and stamp == self._stamp:
                return self._build, self._connection
            build = current_build(self.folder)
            if build is None:
                raise AtlasError(f"There is no atlas in {self.folder}; make one with “python -m dashboard build”.")
            held, connection = _connect(build)
            self._drop()
            self._build, self._connection, self._stamp = build, connection, stamp
            self._release = weakref.finalize(self, os.close, held)
            return build, connection

    def _drop(self) -> None:
        """Let go of the build that is open."""
        # Cursors that other threads still hold keep the old file open until they are done with it.
        if self._connection:
            self._connection.close()
        self._release()
        self._build, self._connection, self._release = None, None, _nothing


@lru_cache(maxsize=32)
def _matching(index: Path, words: str) -> list[int]:
    """Remembered, since counts, timeline and map ask for the same words; a new build has another index."""
    return matching_events(index, words)


@lru_cache(maxsize=32)
def _ranked(index: Path, words: str, limit: int) -> list[int]:
    """Remembered, since one turns the pages of a list."""
    return matching_documents(index, words, limit)


def _stamp(folder: Path) -> tuple[int, int] | None:
    """What changes when the pointer is replaced."""
    try:
        status = (folder / POINTER).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def _connect(build: Build) -> tuple[int, duckdb.DuckDBPyConnection]:
    """The lock and a connection to a build; raises AtlasError for one that is damaged or of another version."""
    if not build.complete:
        raise unusable(build.folder, "is damaged: files of its build are missing")
    held = hold(build)
    try:
        connection = duckdb.connect(str(build.atlas), read_only=True)
        version = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except duckdb.Error as error:
        os.close(held)
        raise damaged(build.folder, error) from error
    if version != (SCHEMA_VERSION,):
        os.close(held)
        connection.close()
        raise unusable(build.folder, "was made by another version of this program")
    return held, connection
