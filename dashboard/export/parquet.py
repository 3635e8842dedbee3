"""Parquet: the tidy table with real lists and days, for R, Python and DuckDB."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain
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

        def write(group: dict[str, _Gathered]) -> list[bytes]:
            arrays = [_array(group[each.name], each.type) for each in schema]
            writer.write_table(pyarrow.table(arrays, schema=schema))
            return pipe.take()

        for parts in one_ahead(write, _groups(selection)):
            yield from parts
    yield from pipe.take()


@dataclass(slots=True)
class _Gathered:
    """A column as far as it is read: its values; for one of lists those of all rows, and how many each row has.

    Arrow takes in flat lists in half the time of lists of tuples.
    """

    values: list[Any] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def take(self, column: Column, entries: Sequence[Entry]) -> None:
        """Add the values of so many rows."""
        values = values_of(column, entries)
        if column.name in _DAYS:
            self.values.extend(map(_day, values))
        elif column.kind is tuple:
            self.values.extend(chain.from_iterable(values))
            self.lengths.extend(map(len, values))
        else:
            self.values.extend(values)


def _groups(selection: Selection) -> Iterator[dict[str, _Gathered]]:
    """The columns of so many rows; events are let go as soon as their values are taken."""
    gathered, rows = _none_yet(), 0
    for entries in batches(selection.entries, tables.ROWS):
        for column in COLUMNS:
            gathered[column.name].take(column, entries)
        rows += len(entries)
        if rows >= ROWS:
            yield gathered
            gathered, rows = _none_yet(), 0
    if rows:
        yield gathered


def _none_yet() -> dict[str, _Gathered]:
    return {column.name: _Gathered() for column in COLUMNS}


def _array(gathered: _Gathered, kind: Any) -> Any:
    """What was gathered as an Arrow array of this type."""
    import pyarrow

    listed_kind = pyarrow.types.is_list(kind)
    each = kind.value_type if listed_kind else kind
    values = pyarrow.array(all_clean(gathered.values) if pyarrow.types.is_string(each) else gathered.values, each)
    if not listed_kind:
        return values
    return pyarrow.ListArray.from_arrays(pyarrow.array([0, *accumulate(gathered.lengths)], pyarrow.int32()), values)


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


@lru_cache(maxsize=1000)  # in order of time the same days come one after the other
def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if len(iso) == len("1945-02-04") and not iso.startswith("0000") else None
