"""Everything an atlas answers with, to compare two of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.queries import Atlas

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
