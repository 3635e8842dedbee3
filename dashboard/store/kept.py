"""Kept: what was found in each document, beside the atlas, so that nothing is read twice.

One SQLite file, written as results come in; a process that is killed loses at most the batch it was writing.

    files      each file read to its end: its stamp, and what could not be read in it
    documents  the documents of a file in order, each with the key of what was found in it
    found      by key (of the document's words and of the extractor): its sheet, its events, and how much that is

and, by the number of a row of `found`, what ties the document to others (ties.py).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from dashboard.model import Event
from dashboard.store.codec import decode, encode
from dashboard.store.search import unusable
from dashboard.store.ties import TABLES, Tied, Ties

NAME = "found.sqlite"
_VERSION = 5
_SCHEMA = f"""
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, problems TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    file TEXT, position INTEGER, id TEXT NOT NULL, title TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (file, position)
) WITHOUT ROWID;
CREATE INDEX documents_key ON documents(key);
CREATE TABLE found (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, sheet BLOB, events BLOB, tally TEXT, problem TEXT NOT NULL
);
{TABLES}"""


class Tally(NamedTuple):
    """How much was found in one document, before it meets the others."""

    events: int = 0
    places: int = 0
    """Different places named."""
    undated: int = 0
    """Events without a date."""
    unlocated: int = 0
    """Events without a place."""
    not_understood: tuple[str, ...] = ()
    """Names that look like those of places, in order, each once, that no gazetteer knows."""
    unclear_dates: tuple[str, ...] = ()
    """Words that look like a date, in order, each once, that give no day, month or year."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one document, as it is kept; or why nothing was."""

    key: str
    sheet: bytes = b""
    events: bytes = b""
    ties: Ties = Ties()
    tally: Tally = Tally()
    problem: str = ""


class DocumentState(NamedTuple):
    """A document of a file that was read, and what was found in it."""

    file: Path
    id: str
    title: str
    key: str
    tally: Tally
    problem: str
    """Why nothing was found in it; empty where it was understood."""


class Kept:
    """The file, open for reading and writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.ties = Tied(connection)

    def stamps(self) -> dict[Path, str]:
        """The stamps of the files in which everything is found already."""
        whole = (
            "SELECT path, stamp FROM files WHERE NOT EXISTS (SELECT 1 FROM documents AS d LEFT JOIN found AS f"
            " ON f.key = d.key WHERE d.file = files.path AND f.sheet IS NULL)"
        )
        return {Path(path): stamp for path, stamp in self._rows(whole)}

    def files(self) -> frozenset[Path]:
        """Every file that was read."""
        return frozenset(Path(path) for (path,) in self._rows("SELECT path FROM files"))

    def count(self) -> int:
        """How many documents there are, understood or not."""
        ((count,),) = self._rows("SELECT count(*) FROM documents")
        return int(count)

    def knows(self, key: str) -> bool:
        """Whether what stands under the key was found."""
        return bool(self._rows("SELECT 1 FROM found WHERE key = ? AND sheet IS NOT NULL", key))

    def put(self, findings: Iterable[Finding]) -> None:
        """Keep what was found."""
        statement = "INSERT OR REPLACE INTO found(key, sheet, events, tally, problem) VALUES (?, ?, ?, ?, ?)"
        with self._connection:
            for each in findings:
                tally = json.dumps(each.tally, ensure_ascii=False)
                row = (each.key, each.sheet or None, each.events, tally, each.problem)
                number = self._connection.execute(statement, row).lastrowid
                self.ties.put(number, each.ties)

    def put_file(
        self, path: Path, stamp: str, documents: Sequence[tuple[str, str, str]], problems: Sequence[str]
    ) -> None:
        """Keep which documents (id, title, key) a file holds, in place of what it held before."""
        rows = ((str(path), at, *document) for at, document in enumerate(documents))
        with self._connection:
            self._delete_file(path)
            self._connection.execute("INSERT INTO files VALUES (?, ?, ?)", (str(path), stamp, json.dumps(problems)))
            self._connection.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", rows)

    def forget(self, paths: Iterable[Path]) -> int:
        """Take files out; returns how many documents they held."""
        gone = 0
        with self._connection:
            for path in paths:
                gone += self._delete_file(path)
        return gone

    def _delete_file(self, path: Path) -> int:
        self._connection.execute("DELETE FROM files WHERE path = ?", [str(path)])
        return self._connection.execute("DELETE FROM documents WHERE file = ?", [str(path)]).rowcount

    def sweep(self) -> None:
        """Let go of what was found in documents that are there no more."""
        with self._connection:
            self._connection.execute("DELETE FROM found WHERE key NOT IN (SELECT key FROM documents)")

    def to_disk(self) -> None:
        """Wait until everything put here is on the disk; otherwise a power cut may cost the last batches.

        By SQLite itself: closing the file once more in this process would take its locks from it.
        """
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute(f"PRAGMA user_version = {_VERSION}")  # any write carries those before it

    def problems(self) -> dict[Path, list[str]]:
        """Sentences about what could not be read, by file."""
        rows = self._rows("SELECT path, problems FROM files WHERE problems <> '[]' ORDER BY path")
        return {Path(path): json.loads(problems) for path, problems in rows}

    def documents(self, *, below: Path | None = None) -> Iterator[DocumentState]:
        """Every document, or those of files below a folder, in order of file and place in it."""
        start = f"{below}/" if below else ""
        rows = self._connection.execute(
            "SELECT file, id, title, d.key, tally, problem FROM documents AS d LEFT JOIN found AS f ON f.key = d.key"
            " WHERE substr(file, 1, length(?1)) = ?1 ORDER BY file, position",
            [start],
        )
        for file, document_id, title, key, tally, problem in rows:
            yield DocumentState(Path(file), document_id, title, key, _tally(tally), problem or "")

    def sheet(self, key: str) -> bytes:
        """The packed sheet under a key."""
        ((sheet,),) = self._rows("SELECT sheet FROM found WHERE key = ?", key)
        return bytes(sheet)

    def events(self, key: str) -> list[Event]:
        """The events under a key."""
        ((events,),) = self._rows("SELECT events FROM found WHERE key = ?", key)
        return unpack_events(events)

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(statement, values).fetchall()


def _tally(line: str | None) -> Tally:
    if not line:
        return Tally()
    events, places, undated, unlocated, *words = json.loads(line)
    return Tally(events, places, undated, unlocated, *map(tuple, words))


def pack_events(events: Iterable[Event]) -> bytes:
    """Events as bytes, one JSON object a line."""
    return zlib.compress("\n".join(map(encode, events)).encode(), 1)


def unpack_events(packed: bytes) -> list[Event]:
    """The events that `pack_events` wrote."""
    return [decode(Event, line) for line in zlib.decompress(packed).decode().split("\n") if line]


@contextmanager
def open_kept(folder: Path, *, anew: bool = False) -> Iterator[Kept]:
    """What is kept beside an atlas, made where there is nothing or nothing of use, and when it is to be made anew.

    Raises AtlasError where the file cannot be opened or written.
    """
    path = folder / NAME
    try:
        if anew:
            _remove(path)
        with closing(_connect(path)) as connection:
            yield Kept(connection)
    except sqlite3.Error as error:
        raise unusable(folder, f"has a file in which what was found cannot be kept ({path.name}: {error})") from error


def _connect(path: Path) -> sqlite3.Connection:
    """The file with its tables; one that is damaged or of another version is begun anew: it can be found again."""
    try:
        return _prepared(path)
    except sqlite3.OperationalError:  # locked, or not to be written: nothing is wrong with what is in it
        raise
    except sqlite3.DatabaseError:
        _remove(path)
        return _prepared(path)


def _remove(path: Path) -> None:
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink(missing_ok=True)


def _prepared(path: Path) -> sqlite3.Connection:
    """The file with its tables; raises sqlite3.DatabaseError for one of another version."""
    connection = sqlite3.connect(path, timeout=60)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif version != _VERSION:
            raise sqlite3.DatabaseError("made by another version")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
