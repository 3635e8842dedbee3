"""Full-text search of an atlas: SQLite FTS5 beside the DuckDB file; accents folded, phrases and prefixes understood."""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from dashboard.errors import AtlasError

_TABLES = """
CREATE VIRTUAL TABLE events USING fts5(title, words, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE documents USING fts5(title, words, tokenize='unicode61 remove_diacritics 2');
"""
"""What is looked for is kept: of documents for the snippets, of events so that one can be taken out."""
_GATHERING = "CREATE TEMP TABLE leading (event INTEGER, words TEXT)"
"""The words that lead to an event, until all are there."""

_WORDS = re.compile(r'"([^"]*)"?|(\S+)')


class Index:
    """The index of a build while it is written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(_GATHERING)

    def take_out(self, *, documents: Iterable[int], events: Iterable[int]) -> None:
        """Forget documents and events by their numbers."""
        self._connection.executemany("DELETE FROM documents WHERE rowid = ?", ((number,) for number in documents))
        self._connection.executemany("DELETE FROM events WHERE rowid = ?", ((number,) for number in events))

    def add_documents(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Number, title and text of documents."""
        self._connection.executemany("INSERT INTO documents(rowid, title, words) VALUES (?, ?, ?)", rows)

    def add_words(self, rows: Iterable[tuple[int, str]]) -> None:
        """Numbers of events and words that lead to them, any number of times an event."""
        self._connection.executemany("INSERT INTO leading VALUES (?, ?)", rows)

    def write_events(self, events: Iterable[tuple[int, str, Sequence[str]]]) -> None:
        """Number, title and names of every event that is added, once all its words are there."""
        self._connection.execute("CREATE INDEX temp.leading_event ON leading(event)")
        for number, title, names in events:
            gathered = self._connection.execute("SELECT words FROM leading WHERE event = ?", [number])
            words = "\n".join([*(words for (words,) in gathered), *names])
            self._connection.execute("INSERT INTO events(rowid, title, words) VALUES (?, ?, ?)", (number, title, words))

    def lay_out(self) -> None:
        """Bring all into the order that answers soonest: worth it once all is written, not after every change."""
        for table in ("events", "documents"):
            self._connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 - our own names


@contextmanager
def open_index(path: Path, *, like: Path | None = None) -> Iterator[Index]:
    """A new index, empty or as another is; written whole at the end, by one thread at a time."""
    if like:
        shutil.copyfile(like, path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;")
        if not like:
            connection.executescript(_TABLES)
        index = Index(connection)
        connection.execute("BEGIN")
        yield index
        connection.execute("COMMIT")


def match_query(words: str) -> str:
    """What a person typed as an FTS5 query: every word or "quoted phrase" must occur; the last may be unfinished."""
    return " ".join(f'"{phrase}"{"*" if unfinished else ""}' for phrase, unfinished in phrases_of(words))


def phrases_of(words: str) -> list[tuple[str, bool]]:
    """The words and phrases that must occur; True beside the last where it may be unfinished."""
    terms = (phrase or word for phrase, word in _WORDS.findall(words))
    plain = [term.replace('"', "").replace("\0", "") for term in terms if any(map(str.isalnum, term))]
    unfinished = not words.rstrip().endswith('"')
    return [(term, unfinished and at == len(plain)) for at, term in enumerate(plain, 1)]


def matching_events(path: Path, words: str) -> list[int]:
    """Numbers of the events whose title, passages, places or people match."""
    return [int(row[0]) for row in _rows(path, "SELECT rowid FROM events WHERE events MATCH ?", words)]


def matching_documents(path: Path, words: str, limit: int) -> list[int]:
    """Numbers of the documents that match, the best first."""
    statement = (
        "SELECT rowid FROM documents WHERE documents MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT ?"
    )
    return [int(number) for (number,) in _rows(path, statement, words, limit)]


def document_texts(path: Path, numbers: Sequence[int]) -> dict[int, str]:
    """The texts of documents by their numbers; several times quicker than from the columns of the atlas."""
    places = ",".join("?" * len(numbers))
    return dict(_ask(path, f"SELECT rowid, words FROM documents WHERE rowid IN ({places})", *numbers))  # noqa: S608 - question marks, as many as numbers


def _rows(path: Path, statement: str, words: str, *values: object) -> list[tuple[Any, ...]]:
    query = match_query(words)
    return _ask(path, statement, query, *values) if query else []


def _ask(path: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute(statement, values).fetchall()
    except sqlite3.Error as error:
        raise unusable(path.parent, f"has a search index that cannot be read ({error})") from error


def unusable(folder: Path, why: str) -> AtlasError:
    """What is said of an atlas that has to be made anew, and how."""
    command = f"python -m dashboard build --anew --atlas {shlex.quote(str(folder))}"
    return AtlasError(f"The atlas in {folder} {why}; make it anew: {command}")
