"""Parquet: the tidy table with real lists and days, for R, Python and DuckDB."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from dashboard.export import tables
from dashboard.export.cells import all_clean, clean
from dashboard.export.json_text import listed
from dashboard.export.selection import Selection
from dashboard.export.tables import COLUMNS, Column, values_of
from dashboard.queries.entries import Entry
from dashboard.store.behind import one_ahead
from dashboard.store.tables import batches

ROWS = 5000
"""Rows of a group, written together."""
_DAYS = ("earliest", "latest")
"""Columns of days; those before the year 1, which few programs can read, are left to `edtf`."""


class _Pipe(io.RawIOBase):
    """A file that hands on what is written to it."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        part = bytes(content)
        self._waiting.append(part)
        self._written += len(part)
        return len(part)

    def tell(self) -> int:
        return self._written

    def take(self) -> list[bytes]:
        """What was written since last time, in parts."""
        taken, self._waiting = self._waiting, []
        return taken


def write_parquet(selection: Selection) -> Iterator[bytes]:
    """The rows in groups; caption, what was left out and citations are the file's own metadata."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema(selection)
    pipe = _Pipe()
    with parquet.ParquetWriter(pyarrow.PythonFile(pipe, "w"), schema, compression="zstd") as writer:

        def write(group: dict[str, list[object]]) -> list[bytes]:
            writer.write_table(pyarrow.table(group, schema=schema))
            return pipe.take()

        for parts in one_ahead(write, _groups(selection)):
            yield from parts
    yield from pipe.take()


def _groups(selection: Selection) -> Iterator[dict[str, list[object]]]:
    """The columns of so many rows; events are let go as soon as their values are taken."""
    gathered: dict[str, list[object]] = {}
    for entries in batches(selection.entries, tables.ROWS):
        for column in COLUMNS:
            gathered.setdefault(column.name, []).extend(_values(column, entries))
        if len(gathered[COLUMNS[0].name]) >= ROWS:
            yield gathered
            gathered = {}
    if gathered:
        yield gathered


def _schema(selection: Selection) -> Any:
    """Names, types and meanings of the columns, with the words that go with the whole."""
    import pyarrow

    types = {
        str: pyarrow.string(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        tuple: pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(
            column.name,
            pyarrow.date32() if column.name in _DAYS else types[column.kind],
            metadata={"description": column.meaning},
        )
        for column in COLUMNS
    ]
    said = {
        "caption": clean(selection.caption),
        "left_out": clean(selection.left_out),
        "sources": b"".join(listed(map(clean, selection.citations()))),
    }
    return pyarrow.schema(fields, metadata=said)


def _values(column: Column, entries: Sequence[Entry]) -> Sequence[object]:
    """The values of a column, as its type asks."""
    values = values_of(column, entries)
    if column.name in _DAYS:
        return list(map(_day, values))
    if column.kind is tuple:
        every = [text for value in values for text in value]
        return values if all_clean(every) is every else [[clean(text) for text in value] for value in values]
    return all_clean(values) if column.kind is str else values


@lru_cache(maxsize=1000)  # in order of time the same days come one after the other
def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if len(iso) == len("1945-02-04") and not iso.startswith("0000") else None
