"""The tables of data/vocabulary, read once: every row a dict, every wrong row a sentence that names it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from dashboard.config import DATA
from dashboard.errors import VocabularyError

VOCABULARY = DATA / "vocabulary"


@cache
def rows(name: str, *columns: str) -> tuple[dict[str, str], ...]:
    """The rows of one table, which must have just these columns; raises VocabularyError."""
    return read_rows(VOCABULARY / name, columns)


def read_rows(path: Path, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header row; raises VocabularyError naming file and line."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                raise VocabularyError(f"{path.name} has the columns {reader.fieldnames}; it needs {list(columns)}.")
            found = []
            for row in reader:
                if None in row or None in row.values():
                    raise VocabularyError(f"{path.name}, line {reader.line_num}: not {len(columns)} cells.")
                found.append({key: value.strip() for key, value in row.items()})
    except OSError as error:
        raise VocabularyError(f"{path} cannot be read ({error.strerror}); restore it from version control.") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name} cannot be read ({error}); write it as CSV in UTF-8.") from error
    return tuple(found)


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
