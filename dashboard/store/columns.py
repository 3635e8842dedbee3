"""Columns: what every event is filtered and counted by, as arrays in memory, so that a question about very many events
is a few passes over numbers.

An event stands at its place in the arrays, which is its place in time. A mask says of every event whether it passes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import pyarrow
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int32]
Degrees: TypeAlias = NDArray[np.float64]

OPEN_START, OPEN_END = -(2**31), 2**31 - 1
"""The days of what has no first or no last day: before and after all others."""
SPOT = "(kind IN ('settlement', 'site') OR (kind = 'other' AND radius_km <= 25))"
"""SQL on the table `places`: true for one marked as a point on the map, not lettered over its extent."""

_SINGLE = ("kind", "family", "certainty", "status", "precision")
_LISTS = ("topics", "countries", "people", "documents", "collections")
_PLACES = f"SELECT id, name, lat, lon, kind::VARCHAR AS kind, radius_km, {SPOT} AS marked FROM places ORDER BY id"  # noqa: S608 - our own words
_HAPPENED = "SELECT DISTINCT event, place FROM event_places ORDER BY event"
_DOCUMENTS = (
    "SELECT d.id, d.title, coalesce(e.number, -1) AS occasion, len(d.untold) // 2 AS untold"
    " FROM documents AS d LEFT JOIN events AS e ON e.id = d.occasion"
)
_LABELS = "SELECT field, key, label FROM labels"
NAMED = "trim(regexp_replace(m.text, '\\s+', ' ', 'g'))"
"""SQL on the table `mentions` as m: the words of a mention on one line."""
_UNLOCATED = (
    f"SELECT DISTINCT lower({NAMED}) AS name, d.id FROM mentions AS m JOIN documents AS d ON d.number = m.document"  # noqa: S608 - our own words
    " WHERE m.kind = 'place' AND m.place IS NULL"
)


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The values that events have in one column: an entry for each event with each of its values."""

    keys: tuple[str, ...]
    """Every value there is, in order: its place is its code."""
    events: Numbers
    """The event of each entry, ascending."""
    codes: Numbers
    """The value of each entry."""

    def counts(self, mask: Mask) -> NDArray[np.int64]:
        """How many events that pass have each value, by code."""
        return np.bincount(self.codes[mask[self.events]], minlength=len(self.keys))

    def code(self, key: str) -> int:
        """The code of a value; -1 where no event has it."""
        at = bisect_left(self.keys, key)
        return at if at < len(self.keys) and self.keys[at] == key else -1

    def codes_of(self, keys: Iterable[str]) -> Numbers:
        """The codes of several values."""
        return np.array([self.code(key) for key in keys], np.int32)

    def wanted(self, keys: Iterable[str]) -> Mask:
        """Some of the values as a mask over the codes."""
        mask = np.zeros(len(self.keys), np.bool_)
        mask[[code for key in keys if (code := self.code(key)) >= 0]] = True
        return mask

    def having(self, wanted: Mask, events: int) -> Mask:
        """Which of so many events have any of the values that are wanted."""
        mask = np.zeros(events, np.bool_)
        mask[self.events[wanted[self.codes]]] = True
        return mask

    def firsts(self, events: int) -> Numbers:
        """The code of the first value of each event; -1 where it has none."""
        first = np.full(events, -1, np.int32)
        first[self.events[::-1]] = self.codes[::-1]  # what is written last stays
        return first


@dataclass(frozen=True, slots=True, eq=False)
class PlaceColumns:
    """The places of an atlas, in the order of their codes."""

    name: tuple[str, ...]
    kind: tuple[str, ...]
    lat: Degrees
    lon: Degrees
    radius_km: NDArray[np.float64]
    marked: Mask
    """Whether it is marked as a point on the map, not lettered over its extent."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All columns of a build. Arrays are shared between readers and never written to."""

    events: int
    """How many there are."""
    numbers: NDArray[np.int64]
    """Their numbers in the atlas, ascending."""
    ids: Any
    """Their ids, as a pyarrow.StringArray."""
    earliest: Numbers
    """First days, counted since 1970; OPEN_START where there is none."""
    latest: Numbers
    """Last days; OPEN_END where there is none."""
    dated: Mask
    evidence: Numbers
    coded: Mapping[str, Coded]
    """By column of the table `events`; `places` are those where it happened, each once."""
    places: PlaceColumns
    labels: Mapping[tuple[str, str], str]
    """What a key of a field is called: topics, and countries under the name of their time."""
    titles: tuple[str, ...]
    """Of the documents, by the code of `documents`."""
    occasions: Numbers
    """The place of the event that each document itself is; -1 where there is none."""
    untold: Numbers
    """How many dated clauses of each document are no events, by the code of `documents`; the last number is that of all
    documents that tell of no event."""
    unlocated: Coded
    """The names that could not be located, in small letters; in place of an event the code of the document that names
    it, -1 for one that tells of no event."""

    @property
    def begins(self) -> Numbers:
        """The first day of each dated event, or the last of one whose beginning is open."""
        return np.where(self.earliest == OPEN_START, self.latest, self.earliest)

    @property
    def ends(self) -> Numbers:
        """The last day of each dated event, or the first of one whose end is open."""
        return np.where(self.latest == OPEN_END, self.earliest, self.latest)

    def id(self, event: int) -> str:
        """The id of an event by its place."""
        return str(self.ids[event].as_py())

    def at(self, numbers: Sequence[int]) -> Numbers:
        """The places of events by their numbers in the atlas; a number of none is left out."""
        places = _places(np.asarray(numbers, np.int64), self.numbers)
        return places[places >= 0]


def read_columns(ask: Callable[[str], pyarrow.Table]) -> Columns:
    """The columns of an atlas; `ask` answers a statement of SQL. One is read after the other: all the words of all
    events at once would need several times the memory of what is kept."""

    def column(value: str) -> Any:
        """What SQL says of each event."""
        return _one(ask(f"SELECT {value} AS value FROM events ORDER BY number")["value"])  # noqa: S608 - our own words

    places, happened = (ask(statement).combine_chunks() for statement in (_PLACES, _HAPPENED))
    numbers = column("number").to_numpy()
    each = np.arange(len(numbers), dtype=np.int32)
    coded = {name: _coded(column(f"{name}::VARCHAR"), each) for name in _SINGLE}
    coded |= {name: _listed(column(name)) for name in _LISTS}
    spots = Coded(
        tuple(places["id"].to_pylist()), _places(happened["event"].to_numpy(), numbers), np.empty(0, np.int32)
    )
    coded["places"] = replace(spots, codes=spots.codes_of(happened["place"].to_pylist()))
    documents, unlocated = ask(_DOCUMENTS), ask(_UNLOCATED)
    untold = documents["untold"].to_numpy()
    rows = {key: row for row, key in enumerate(documents["id"].to_pylist())}
    telling, titles = [rows[key] for key in coded["documents"].keys], documents["title"].to_pylist()
    labels = {(row["field"], row["key"]): row["label"] for row in ask(_LABELS).to_pylist()}
    columns = Columns(
        events=len(numbers),
        numbers=numbers,
        ids=column("id"),
        earliest=column(f"coalesce(earliest, {OPEN_START})").to_numpy(),
        latest=column(f"coalesce(latest, {OPEN_END})").to_numpy(),
        dated=column("edtf <> ''").to_numpy(zero_copy_only=False),
        evidence=column("evidence").to_numpy(),
        coded=coded,
        places=PlaceColumns(
            name=tuple(places["name"].to_pylist()),
            kind=tuple(places["kind"].to_pylist()),
            lat=places["lat"].to_numpy(),
            lon=places["lon"].to_numpy(),
            radius_km=places["radius_km"].to_numpy(),
            marked=places["marked"].to_numpy(),
        ),
        labels=labels,
        titles=tuple(titles[row] for row in telling),
        occasions=_places(documents["occasion"].to_numpy()[telling], numbers),
        untold=np.append(untold[telling], untold.sum() - untold[telling].sum()).astype(np.int32),
        unlocated=_coded(_one(unlocated["name"]), coded["documents"].codes_of(unlocated["id"].to_pylist())),
    )
    pyarrow.default_memory_pool().release_unused()  # what was needed on the way
    return columns


def _places(numbers: NDArray[np.int64], among: NDArray[np.int64]) -> Numbers:
    """Where the numbers stand among others, which ascend; -1 for one that is not there."""
    if not len(among):
        return np.full(len(numbers), -1, np.int32)
    at = np.minimum(np.searchsorted(among, numbers), len(among) - 1)
    return np.where(among[at] == numbers, at, -1).astype(np.int32)


def _coded(values: Any, events: Numbers) -> Coded:
    """A column of words, with the event that each entry belongs to."""
    written = values.dictionary_encode()
    found = written.dictionary.to_pylist()
    order = sorted(range(len(found)), key=found.__getitem__)
    code = np.empty(len(found), np.int32)
    code[order] = np.arange(len(found), dtype=np.int32)
    return Coded(tuple(found[at] for at in order), events, code[written.indices.to_numpy(zero_copy_only=False)])


def _listed(lists: Any) -> Coded:
    """A column of lists of words."""
    events = np.repeat(np.arange(len(lists), dtype=np.int32), np.diff(lists.offsets.to_numpy()))
    return _coded(lists.flatten(), events)


def _one(column: Any) -> Any:
    """A column of a table in one piece."""
    return column.combine_chunks()
