"""data/README.md names every file of the folder, and every column of every table in the part on that table."""

from __future__ import annotations

import csv
import re
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

import pytest

from dashboard.config import DATA
from dashboard.queries import QUERY_KEYS

HEADING = re.compile(r"^(?:## `(?P<folder>[^`]+)`|### `(?P<table>[^`]+)`)$", re.MULTILINE)
NAMED = re.compile(r"`([^`]+)`")
FILES = sorted(path.relative_to(DATA) for path in DATA.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
TABLES = [path for path in FILES if path.suffix == ".csv"]


def parts_of(text: str) -> dict[str, str]:
    """The text below each heading that names a folder (“gold/”) or a file, by its path."""
    parts, folder = {}, ""
    headings = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=True):
        folder = heading["folder"] or folder
        parts[folder + (heading["table"] or "")] = text[heading.end() : end]
    return parts


def listed_in(part: str) -> set[str]:
    """What the lines of a list begin with."""
    return set(re.findall(r"^- `([^`]+)`:", part, re.MULTILINE))


def columns_in(part: str) -> list[str]:
    """The columns that the first cells of a table of columns name, in order."""
    cells = re.findall(r"^\| (`[^|]+`) \|", part, re.MULTILINE)
    return list(chain.from_iterable(NAMED.findall(cell) for cell in cells))


PARTS = parts_of((DATA / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_file_is_named(file: Path) -> None:
    folder = f"{file.parts[0]}/"
    within = file.as_posix().removeprefix(folder)
    listed = any(fnmatch(within, pattern) for pattern in listed_in(PARTS.get(folder, "")))
    assert file.as_posix() in (*PARTS, "README.md") or listed


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_column_is_explained_and_no_other(table: Path) -> None:
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        columns = next(csv.reader(lines))
    part = PARTS.get(table.as_posix()) or PARTS[f"{table.parts[0]}/"]
    assert columns_in(part) == columns


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_row_is_whole_and_says_why_it_is_there(table: Path) -> None:
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            assert None not in row and None not in row.values(), row
            assert all(row[column].strip() for column in ("reason", "source") if column in row), row


def test_nothing_is_named_that_is_gone() -> None:
    listed = {folder + name for folder, part in PARTS.items() if folder.endswith("/") for name in listed_in(part)}
    patterns = listed | {path for path in PARTS if not path.endswith("/")}
    assert [pattern for pattern in patterns if not any(fnmatch(file.as_posix(), pattern) for file in FILES)] == []


def test_the_filters_of_a_story_are_those_of_the_address() -> None:
    (row,) = re.findall(r"^\| `\[filters\]` \|.*$", PARTS["stories/"], re.MULTILINE)
    assert set(QUERY_KEYS) <= set(NAMED.findall(row))
