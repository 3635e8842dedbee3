"""The tables of data/vocabulary, read once: every row a dict."""

from __future__ import annotations

from functools import cache

from dashboard.config import DATA
from dashboard.errors import VocabularyError
from dashboard.tables import read_rows

VOCABULARY = DATA / "vocabulary"


@cache
def rows(name: str, *columns: str) -> tuple[dict[str, str], ...]:
    """The rows of one table, which must have just these columns; raises VocabularyError."""
    return read_rows(VOCABULARY / name, columns)


def split(cell: str) -> list[str]:
    """The alternatives of a cell, which are separated by |."""
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def word_list(*names: str) -> frozenset[str]:
    """The words of the lists so named in word_lists.csv; raises VocabularyError where there is no such list."""
    lists = rows("word_lists.csv", "list", "words", "reason")
    if missing := [name for name in names if not any(row["list"] == name for row in lists)]:
        raise VocabularyError(f"word_lists.csv has no list “{missing[0]}”; write one, or correct the name asked for.")
    return frozenset(word for row in lists if row["list"] in names for word in row["words"].split())
