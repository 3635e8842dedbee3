"""Full-text search of an atlas: SQLite FTS5 beside the DuckDB file; accents folded, phrases and prefixes understood."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from dashboard.errors import AtlasError

_TABLES = ("events", "documents")
_WORDS = re.compile(r'"([^"]*)"?|(\S+)')


def write_index(path: Path, events: Iterable[tuple[int, str, str]], documents: Iterable[tuple[int, str, str]]) -> None:
    """Write the index: number, title and words of each event and document."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, rows in zip(_TABLES, (events, documents), strict=True):
            connection.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(title, words, tokenize='unicode61 remove_diacritics 2')"
            )
            connection.executemany(f"INSERT INTO {table}(rowid, title, words) VALUES (?, ?, ?)", rows)  # noqa: S608 - a name from _TABLES


def match_query(words: str) -> str:
    """What a person typed as an FTS5 query: every word or "quoted phrase" must occur; the last may be unfinished."""
    terms = [phrase or word for phrase, word in _WORDS.findall(words)]
    quoted = ['"' + term.replace('"', "").replace("\0", "") + '"' for term in terms if any(map(str.isalnum, term))]
    if not quoted:
        return ""
    unfinished = "" if words.rstrip().endswith('"') else "*"
    return " ".join(quoted) + unfinished


def matching_events(path: Path, words: str) -> list[int]:
    """Numbers of the events whose title, passages, places or people match."""
    return [int(row[0]) for row in _rows(path, "SELECT rowid FROM events WHERE events MATCH ?", words)]


def matching_documents(path: Path, words: str, limit: int) -> list[tuple[int, str]]:
    """Numbers of the documents that match, the best first, each with a snippet of its text."""
    statement = (
        "SELECT rowid, snippet(documents, 1, '', '', '…', 24) FROM documents WHERE documents MATCH ?"
        " ORDER BY bm25(documents, 4.0, 1.0), rowid LIMIT ?"
    )
    return [(int(number), str(snippet)) for number, snippet in _rows(path, statement, words, limit)]


def _rows(path: Path, statement: str, words: str, *values: object) -> list[tuple[Any, ...]]:
    query = match_query(words)
    if not query:
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute(statement, (query, *values)).fetchall()
    except sqlite3.Error as error:
        raise AtlasError(f"The search index of the atlas cannot be read ({error}); {REBUILD}") from error


REBUILD = "make the atlas anew with “python -m dashboard build --anew”."
