"""Writing an atlas: everything found, into new files, then the pointer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from dashboard.model import Event
from dashboard.store.findings import Findings
from dashboard.store.folder import new_build, point_to, remove_old_builds, writing
from dashboard.store.kept import keep
from dashboard.store.rows import search_rows, table_rows
from dashboard.store.search import write_index


def save(folder: Path, findings: Findings, *, found: Findings | None = None, fingerprint: str = "") -> None:
    """Write an atlas and make it the current one; raises AtlasError where another process is writing.

    `found` is what it was before a reader corrected it, kept for the next correction. Whoever reads the old build goes
    on reading it; a process that is killed on the way leaves the old build current.
    """
    with writing(folder):
        build = new_build(folder, fingerprint)
        try:
            events = sorted(findings.events, key=_time_order)
            tables = table_rows(findings, events)
            _write_tables(build.atlas, tables)
            write_index(build.search, *search_rows(findings, events, tables["mentions"]))
            keep(build.found, found or findings)
            point_to(build)
        except BaseException:
            build.remove()
            raise
        remove_old_builds(folder, keep=build)


def _time_order(event: Event) -> tuple[bool, int, str]:
    """First day, else last day; undated events last."""
    first = (event.date.earliest or event.date.latest) if event.date else None
    return first is None, first.number() if first else 0, event.id


def _write_tables(path: Path, tables: Mapping[str, list[dict[str, Any]]]) -> None:
    """Create the file from schema.sql and fill it."""
    import pyarrow  # heavy, and needed only here

    with duckdb.connect(str(path)) as connection:
        connection.execute((Path(__file__).parent / "schema.sql").read_text("utf-8"))
        for table, rows in tables.items():
            if rows:
                connection.register("incoming", pyarrow.Table.from_pylist(rows))
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our own names
                connection.unregister("incoming")
