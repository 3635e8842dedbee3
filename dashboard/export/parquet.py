"""Parquet: the tidy table with real lists and days, for R, Python and DuckDB."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from dashboard.export.cells import clean
from dashboard.export.selection import Selection
from dashboard.export.tables import COLUMNS, Column
from dashboard.queries.entries import Entry

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

    def take(self) -> bytes:
        """What was written since last time."""
        taken, self._waiting = b"".join(self._waiting), []
        return taken


def write_parquet(selection: Selection) -> Iterator[bytes]:
    """The rows in groups; caption, what was left out and citations are the file's own metadata."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema(selection)
    pipe = _Pipe()
    rows = iter(selection.entries)
    cells = {column.name: _value_of(column) for column in COLUMNS}
    with parquet.ParquetWriter(pyarrow.PythonFile(pipe, "w"), schema, compression="zstd") as writer:
        while entries := list(islice(rows, ROWS)):
            arrays = {name: [cell(entry) for entry in entries] for name, cell in cells.items()}
            writer.write_table(pyarrow.table(arrays, schema=schema))
            yield pipe.take()
    yield pipe.take()


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
        "sources": clean(json.dumps(selection.citations(), ensure_ascii=False)),
    }
    return pyarrow.schema(fields, metadata=said)


def _value_of(column: Column) -> Callable[[Entry], object]:
    """What makes the values of a column, worked out once: a list has millions of them."""
    value: Any = column.value
    if column.name in _DAYS:
        return lambda entry: _day(value(entry))
    if column.kind is tuple:
        return lambda entry: [clean(each) for each in value(entry)]
    return (lambda entry: clean(value(entry))) if column.kind is str else value


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if len(iso) == len("1945-02-04") and not iso.startswith("0000") else None
