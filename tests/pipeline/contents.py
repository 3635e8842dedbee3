"""What an atlas answers with, to compare two of them, and what was found in each document of its sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.pipeline import DocumentState
from dashboard.queries import Atlas
from dashboard.store.kept import open_kept

TABLES = (
    "meta",
    "documents",
    "events",
    "quotations",
    "event_ids",
    "event_places",
    "places",
    "mentions",
    "labels",
    "problems",
)


def contents(atlas: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, and what a search finds."""
    opened = Atlas(atlas)
    rows = {table: opened.rows(f"SELECT * FROM {table} ORDER BY ALL") for table in TABLES}  # noqa: S608
    rows["found"] = [(words, *opened.matching_events(words)) for words in ("Moscow", "Potsdam", '"left Tehran"')]
    rows["read"] = [(opened.matching_documents("may 1945", 9),)]
    opened.close()
    return rows


def documents_in(atlas: Path) -> tuple[DocumentState, ...]:
    """Every document of an atlas's sources with what was found in it, or why nothing was; by file."""
    with open_kept(atlas) as kept:
        return tuple(kept.documents())
