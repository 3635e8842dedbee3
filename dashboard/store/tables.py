"""Tables: the DuckDB file of a build while it is written, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from dashboard.store.derived import derive
from dashboard.store.rows import place_row

T = TypeVar("T")

AT_A_TIME = 5_000
"""Rows handed over in one go."""


class Tables:
    """The tables of schema.sql, empty at first."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        connection.execute((Path(__file__).parent / "schema.sql").read_text("utf-8"))

    def insert(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Append rows, each with the columns of the table by name."""
        for batch in batches(rows, AT_A_TIME):
            self.append(table, {name: [row[name] for row in batch] for name in batch[0]})

    def append(self, table: str, columns: Mapping[str, list[Any]]) -> None:
        """Append columns of equal length."""
        import pyarrow  # heavy, and needed only here

        self._connection.register("incoming", pyarrow.table(dict(columns)))
        self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our own names
        self._connection.unregister("incoming")

    def derive(self) -> None:
        """Work out what counts across documents and events, once they are in."""
        self.insert("places", map(place_row, derive(self._connection)))


@contextmanager
def new_tables(path: Path) -> Iterator[Tables]:
    """A new file with its tables, closed whole at the end."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET memory_limit = '512MB'")
        yield Tables(connection)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of that many, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
