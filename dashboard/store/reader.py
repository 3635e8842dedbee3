"""Reader: a build that is read from one end to the other, and let go of as one goes.

DuckDB keeps in memory what it has read, which serves a screen that asks for the same again and again. Whoever goes
through everything once has a connection of their own, whose memory does not grow with what it has read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import duckdb

from dashboard.store.folder import Build, damaged, hold

T = TypeVar("T")

MEMORY = "512MB"
"""What one question may take before it spills to disk."""
DAMAGE = (duckdb.IOException, duckdb.InternalException, duckdb.SerializationException)
"""What DuckDB raises where a file is not what it was when it was written."""


class Reader:
    """A build held open, whatever replaces it meanwhile; for one thread at a time. Close it, or use it in a `with`."""

    def __init__(self, build: Build) -> None:
        """Raises AtlasError where the file is damaged, as every question does."""
        self.build = build
        path = str(build.atlas).replace("'", "''")
        self._attach = f"ATTACH '{path}' AS build (READ_ONLY); USE build"
        spill = f"{build.atlas}.tmp"  # as DuckDB has it for the file itself
        self._connection = duckdb.connect(config={"threads": 1, "memory_limit": MEMORY, "temp_directory": spill})
        self._held = hold(build)
        try:
            self._ask(lambda connection: connection.execute(self._attach))
        except BaseException:
            self.close()
            raise

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL with its values bound."""
        return self._ask(lambda connection: connection.execute(statement, list(values)).fetchall())

    def table(self, statement: str) -> Any:
        """The same as a pyarrow.Table, several times quicker for many rows; what was read for it is let go of."""
        found = self._ask(lambda connection: connection.sql(statement).to_arrow_table())
        self.forget()
        return found

    def forget(self) -> None:
        """Let go of what was read so far."""
        self._ask(lambda connection: connection.execute(f"USE memory; DETACH build; {self._attach}"))

    def close(self) -> None:
        """Let go of the build."""
        self._connection.close()
        os.close(self._held)

    def _ask(self, question: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        try:
            return question(self._connection)
        except DAMAGE as error:
            raise damaged(self.build.folder, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self.close()
