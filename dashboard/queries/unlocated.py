"""Names that could not be located: recognised as places by the words around them, known to no gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.datespan import Day
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.queries.passing import passing
from dashboard.store.atlas import Atlas
from dashboard.store.columns import NAMED

MOST_NAMES = 200
"""Names listed, those that stand most often first."""
PASSAGES = 3
"""Passages of each name."""

_SHOWN = "d.id IN (SELECT DISTINCT unnest(documents) FROM events WHERE {where})"
_NAMES = """
WITH unlocated AS (
    SELECT {name} AS name, d.position, d.id, d.earliest, m.start, m.stop,
        m.sentence_start, substring(d.text, m.sentence_start + 1, m.sentence_stop - m.sentence_start) AS sentence
    FROM mentions AS m JOIN documents AS d ON d.number = m.document
    WHERE m.kind = 'place' AND m.place IS NULL AND {shown}
)
SELECT first(name ORDER BY position, start), count(*) AS times, first(earliest ORDER BY position, start),
    list([id, start::VARCHAR, stop::VARCHAR, sentence_start::VARCHAR, sentence] ORDER BY position, start)[1:{passages}],
    count(*) OVER () AS names
FROM unlocated GROUP BY lower(name) ORDER BY times DESC, lower(name) LIMIT {most}
"""


@dataclass(frozen=True, slots=True)
class NamePassage:
    """A sentence that speaks of a name."""

    document_id: str
    start: int
    end: int
    """Offsets of the name."""
    sentence_start: int
    sentence: str


@dataclass(frozen=True, slots=True)
class UnlocatedName:
    """A name that could not be located, with the first passages that speak of it."""

    name: str
    times: int
    year: int | None
    """Of the first document that names it."""
    passages: tuple[NamePassage, ...]


@dataclass(frozen=True, slots=True)
class Unlocated:
    """The names in the documents shown that could not be located."""

    names: tuple[UnlocatedName, ...]
    """The commonest MOST_NAMES."""
    count: int
    """How many there are."""


def count_unlocated(atlas: Atlas, filters: Filters = EVERYTHING) -> int:
    """How many names `unlocated_names` would find."""
    columns, shown = passing(atlas, filters)
    names = columns.unlocated
    if not filters.active():
        return len(names.keys)
    told = np.append(columns.coded["documents"].counts(shown) > 0, False)  # the last for documents without events
    return int(np.count_nonzero(names.counts(told)))


def unlocated_names(atlas: Atlas, filters: Filters = EVERYTHING) -> Unlocated:
    """The names that could not be located: in the documents that tell of what passes, in all without filters."""
    where, values = filters.where(atlas.matching_events) if filters.active() else ("", [])
    shown = _SHOWN.format(where=where) if where else "true"
    rows = atlas.rows(_NAMES.format(name=NAMED, shown=shown, passages=PASSAGES, most=MOST_NAMES), values)
    names = tuple(
        UnlocatedName(name, times, Day.of_number(earliest).year if earliest is not None else None, _passages(passages))
        for name, times, earliest, passages, _ in rows
    )
    return Unlocated(names, rows[0][-1] if rows else 0)


def _passages(rows: list[list[str]]) -> tuple[NamePassage, ...]:
    return tuple(NamePassage(row[0], int(row[1]), int(row[2]), int(row[3]), row[4]) for row in rows)
