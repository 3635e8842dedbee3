"""Tables: the DuckDB file of a build while it is written, a batch of rows at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from dashboard.store.derived import derive
from dashboard.store.rows import place_row
from dashboard.store.schema import SCHEMA

T = TypeVar("T")

AT_A_TIME = 5_000
"""Rows handed over in one go."""
_OF_DOCUMENTS = {"documents": "number", "mentions": "document"}
_OF_EVENTS = {"events": "number", "event_ids": "event", "event_places": "event", "quotations": "event"}
"""The tables with rows of a document and of an event, and the column with its number."""
_REACHED = "CREATE TEMP TABLE reached (id VARCHAR)"
"""The places whose rows must be worked out again."""
_PUT_IN_ORDER = """
    UPDATE documents SET position = incoming.position FROM incoming
    WHERE documents.id = incoming.id AND documents.position <> incoming.position
"""


class Tables:
    """The tables of schema.sql."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._schemas: dict[str, dict[str, Any]] = {}
        connection.execute(_REACHED)

    def insert(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Append rows, each with the columns of the table by name."""
        for batch in batches(rows, AT_A_TIME):
            self.append(table, {name: [row[name] for row in batch] for name in batch[0]})

    def append(self, table: str, columns: Mapping[str, list[Any]]) -> None:
        """Append columns of equal length."""
        import pyarrow  # heavy, and needed only here

        self._connection.register("incoming", pyarrow.table(dict(columns), schema=self._schema(table, columns)))
        self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our own names
        self._connection.unregister("incoming")

    def _schema(self, table: str, columns: Iterable[str]) -> Any:
        """The types of some columns, as pyarrow knows them: it needs not look for them in every cell."""
        import pyarrow

        if table not in self._schemas:
            empty = self._connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table()  # noqa: S608 - our own names
            self._schemas[table] = {field.name: field for field in empty.schema}
        fields = (self._schemas[table][name] for name in columns)
        return pyarrow.schema(
            [each.with_type(pyarrow.string()) if pyarrow.types.is_dictionary(each.type) else each for each in fields]
        )

    def numbers(self) -> dict[str, int]:
        """The number of each event, by every id it was known by."""
        return dict(self._connection.execute("SELECT id, event FROM event_ids").fetchall())

    def take_out(self, *, documents: Iterable[int], events: Iterable[int]) -> None:
        """Delete the rows of documents and events by their numbers."""
        for columns, numbers in ((_OF_DOCUMENTS, [*documents]), (_OF_EVENTS, [*events])):
            for table, column in columns.items() if numbers else ():
                among = f"FROM {table} WHERE {column} IN (SELECT unnest(?::BIGINT[]))"
                if table in ("mentions", "event_places"):
                    self._connection.execute(f"INSERT INTO reached SELECT DISTINCT place {among}", [numbers])
                self._connection.execute(f"DELETE {among}", [numbers])

    def clear(self, *tables: str) -> None:
        """Delete every row of some tables."""
        for table in tables:
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def put_in_order(self, documents: Iterable[str]) -> None:
        """Set the place of each document in reading order; `documents` has their ids in that order."""
        import pyarrow

        ids = [*documents]
        self._connection.register("incoming", pyarrow.table({"id": ids, "position": range(len(ids))}))
        self._connection.execute(_PUT_IN_ORDER)
        self._connection.unregister("incoming")

    def derive(self, places: Iterable[str] = ()) -> None:
        """Work out what counts across documents and events, once they are in.

        `places` are the ids of those that came to be named or to see events since the tables were opened.
        """
        self._connection.execute("INSERT INTO reached SELECT unnest(?::VARCHAR[])", [[*places]])
        self._connection.execute("DELETE FROM places WHERE id IN (SELECT id FROM reached)")
        self.insert("places", map(place_row, derive(self._connection)))


@contextmanager
def open_tables(path: Path, *, like: Path | None = None) -> Iterator[Tables]:
    """A new file with its tables, empty or as in another; closed whole at the end."""
    if like:
        shutil.copyfile(like, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET memory_limit = '512MB'")
        if not like:
            connection.execute(SCHEMA)
        yield Tables(connection)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of that many, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
