"""Sources: the documents that events stand in, each with its record and where its pages begin, but without its text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.errors import AtlasError
from dashboard.model import Document
from dashboard.queries.documents import known
from dashboard.queries.filters import Filters
from dashboard.store.atlas import Atlas

AT_A_TIME = 2000
"""Documents read in one go."""
REPLACED = "The atlas was replaced while it was being exported; export again."

Source = Document
"""A document with its record, its pages and where its parts and notes stand, but without its text."""

Ask = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
"""Answers a question in SQL: Atlas.rows, or Reader.rows where very much is asked."""


def sources(atlas: Atlas, filters: Filters) -> dict[str, Source]:
    """The documents that hold evidence of the events that pass, by id, in reading order; all where nothing narrows."""
    return _read(atlas.rows, *_told_by(atlas, filters))


def sources_of(ask: Ask, ids: Sequence[str]) -> dict[str, Source]:
    """The documents of those ids, by id, in reading order; one that is not there is left out."""
    return _read(ask, "id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)])


@dataclass(frozen=True, slots=True)
class Sources(Collection[Source]):
    """The documents of `sources`, read some at a time, and anew each time they are gone through: a picture cites the
    first few, a long list all of them."""

    atlas: Atlas
    filters: Filters

    def __iter__(self) -> Iterator[Source]:
        """Raises AtlasError where the atlas is replaced in between."""
        condition, values = _told_by(self.atlas, self.filters)
        build = self.atlas.build
        ((end,),) = self.atlas.rows("SELECT coalesce(max(position) + 1, 0) FROM documents")
        for first in range(0, end, AT_A_TIME):
            among = [*values, first, first + AT_A_TIME - 1]
            found = _read(self.atlas.rows, f"{condition} AND position BETWEEN ? AND ?", among)
            if self.atlas.build != build:
                raise AtlasError(REPLACED)
            yield from found.values()

    def __len__(self) -> int:
        condition, values = _told_by(self.atlas, self.filters)
        ((count,),) = self.atlas.rows(f"SELECT count(*) FROM documents WHERE {condition}", values)  # noqa: S608 - values are bound
        return int(count)

    def __contains__(self, source: object) -> bool:
        return any(each == source for each in self)


def _told_by(atlas: Atlas, filters: Filters) -> tuple[str, list[object]]:
    """The condition on `documents` that says so, with its values."""
    if not filters.active():
        return "true", []
    where, values = filters.where(atlas.matching_events)
    return f"id IN (SELECT unnest(documents) FROM events WHERE {where})", values  # noqa: S608 - values are bound


def _read(ask: Ask, condition: str, values: Sequence[object]) -> dict[str, Source]:
    """The documents of a condition."""
    rows = ask(f"SELECT id, value, date, place FROM documents WHERE {condition} ORDER BY position", values)  # noqa: S608 - values are bound
    return {key: known(*row) for key, *row in rows}
