"""Bins: the events counted by lane, family and stretch of time, for a timeline of very many.

Every dated event that passes is in exactly one bin. One known less exactly than the bins are wide (a year among months)
is counted apart, over all of its extent: it must not swell the first bin or the middle one. A range is counted where it
begins, and one that begins before the window at the window's first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.datespan import Day
from dashboard.queries.filters import EVERYTHING, Filters, day_number
from dashboard.queries.passing import passing
from dashboard.store.atlas import Atlas
from dashboard.store.columns import OPEN_START, Columns, Numbers

BinUnit = Literal["day", "month", "year", "decade", "century"]
LaneField = Literal["topic", "country", "kind", "document", ""]
"""What an event stands in a lane by: the first it names; empty for one lane of all."""

_LANE: Mapping[LaneField, str] = {
    "topic": "topics",
    "country": "countries",
    "kind": "kind",
    "document": "documents",
    "": "",
}
"""The column that the lanes are taken from."""
_COARSER: Mapping[BinUnit, tuple[str, ...]] = {
    "day": ("month", "season", "year", "decade"),
    "month": ("season", "year", "decade"),
    "year": ("decade",),
    "decade": (),
    "century": (),
}
"""The precisions that are wider than a bin."""
_MONTHS: Mapping[BinUnit, int] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Months of a bin; those of a day are days."""
_JANUARY_0 = 12 * 1970
"""Months from the beginning of year 0 to 1970."""
_STRAY = (0.0025, 0.005, 0.01)
"""The shares of the events that the first view may leave out at either end, each where it makes it much shorter."""
_MUCH_SHORTER = 0.6
_ASIDE = (0.05, 0.1, 0.15)
"""The shares of the events that a first view may leave to be looked for at its edges, each where the rest then lies in
far less time: a volume on 1948 looks back thirty years in every tenth sentence.
"""
_FAR_SHORTER = 0.25


@dataclass(frozen=True, slots=True)
class Binning:
    """How events are counted: how wide the bins are, and in which lanes."""

    unit: BinUnit
    lanes: LaneField = ""
    own: tuple[str, ...] = ()
    """The lanes that are not counted together; empty where every lane is its own."""
    others: str = ""
    """The lane of all that are."""


class Bin(NamedTuple):
    """A stretch of time in a lane, and how many events of a family are counted in it."""

    lane: str
    family: str
    first: int
    """Days since 1970."""
    after: int
    """The day after the last."""
    vague: bool
    """Whether it holds events known less exactly than the other bins are wide."""
    events: int
    event: str
    """Id of one of the events; of the only one, where it is alone."""


class Lane(NamedTuple):
    """A lane and how many dated events stand in it."""

    key: str
    events: int


class Extent(NamedTuple):
    """From the first to the last day of the dated events, as ISO days; empty where there are none."""

    first: str
    last: str


class Outside(NamedTuple):
    """How many dated events lie wholly before and wholly after a window."""

    earlier: int
    later: int


def count_lanes(atlas: Atlas, filters: Filters, lanes: LaneField) -> tuple[Lane, ...]:
    """The lanes of the events that pass, the fullest first."""
    columns, shown = passing(atlas, filters)
    keys, lane = _lanes(columns, lanes)
    counts = np.bincount(lane[shown & columns.dated], minlength=len(keys))
    found = (Lane(keys[code], int(counts[code])) for code in np.flatnonzero(counts))
    return tuple(sorted(found, key=lambda each: (-each.events, each.key)))


def _lanes(columns: Columns, lanes: LaneField) -> tuple[list[str], Numbers]:
    """What the lanes are called, and the lane of each event; the last is that of events which name nothing."""
    if not lanes:
        return [""], np.zeros(columns.events, np.int32)
    coded = columns.coded[_LANE[lanes]]
    first = coded.firsts(columns.events)
    return [*coded.keys, ""], np.where(first < 0, np.int32(len(coded.keys)), first)


def count_bins(atlas: Atlas, filters: Filters, binning: Binning) -> tuple[Bin, ...]:
    """The bins of the events that pass, in order of time."""
    return tuple(each for each, _ in _bins(atlas, filters, binning))


def fill_bins(atlas: Atlas, filters: Filters, binning: Binning) -> tuple[tuple[Bin, tuple[str, ...]], ...]:
    """The same, each with the ids of its events, for a figure that lists them."""
    columns = atlas.columns
    return tuple(
        (each, tuple(columns.id(int(event)) for event in events)) for each, events in _bins(atlas, filters, binning)
    )


def _bins(atlas: Atlas, filters: Filters, binning: Binning) -> list[tuple[Bin, NDArray[np.int64]]]:
    """The bins in order of time, each with the places of its events among all."""
    columns, shown = passing(atlas, filters)
    events = np.flatnonzero(shown & columns.dated)
    keys, lane = _drawn(*_lanes(columns, binning.lanes), binning)
    families, precisions = columns.coded["family"], columns.coded["precision"]
    vague = precisions.wanted(_COARSER[binning.unit])[precisions.codes[events]]
    begin = np.maximum(columns.begins[events], _day_number(filters.date_from))
    first, after = _edges(begin, binning.unit)
    first, after = np.where(vague, columns.earliest[events], first), np.where(vague, columns.latest[events] + 1, after)
    together = [lane[events], families.codes[events], vague, after, first]
    found = [
        (
            Bin(keys[at], families.keys[family], int(day), int(end), bool(pale), len(held), columns.id(int(held[0]))),
            held,
        )
        for (at, family, pale, end, day), places in _groups(together)
        for held in (events[places],)
    ]
    return sorted(found, key=lambda each: (each[0].first, each[0].after, each[0].lane, each[0].family))


def _day_number(iso: str) -> int:
    """An ISO day as days since 1970; the beginning of all time for none."""
    return day_number(iso) if iso else OPEN_START


def _drawn(keys: list[str], lane: Numbers, binning: Binning) -> tuple[list[str], Numbers]:
    """The same lanes with those put together that are counted together."""
    if not binning.own:
        return keys, lane
    drawn = np.fromiter((at if key in binning.own else len(keys) for at, key in enumerate(keys)), np.int32, len(keys))
    return [*keys, binning.others], drawn[lane]


def _groups(columns: Sequence[NDArray[Any]]) -> Iterator[tuple[tuple[Any, ...], NDArray[np.int64]]]:
    """Each different row of some columns, with the places where it stands."""
    if not len(columns[0]):
        return
    order = np.lexsort(columns)
    ordered = [column[order] for column in columns]
    begins = np.flatnonzero(np.logical_or.reduce([np.diff(column, prepend=column[0] - 1) != 0 for column in ordered]))
    rows = zip(*(column[begins].tolist() for column in ordered), strict=True)
    ends = [*begins[1:].tolist(), len(order)]
    yield from zip(rows, (order[begin:end] for begin, end in zip(begins.tolist(), ends, strict=True)), strict=True)


def _edges(days: Numbers, unit: BinUnit) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first day of the bin that each day lies in, and the day after its last."""
    if unit == "day":
        return days.astype(np.int64), days.astype(np.int64) + 1
    width = _MONTHS[unit]
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _JANUARY_0
    begins = months // width * width - _JANUARY_0
    return _first_day(begins), _first_day(begins + width)


def _first_day(months: NDArray[np.int64]) -> NDArray[np.int64]:
    """The first day of months counted since 1970, as days since 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def extent(atlas: Atlas, filters: Filters = EVERYTHING) -> Extent:
    """The days that the dated events lie in, without the very first and last few where those make it much longer."""
    columns, shown = passing(atlas, filters)
    dated = shown & columns.dated
    if not dated.any():
        return Extent("", "")
    first, last = without_stray(np.sort(columns.begins[dated]), np.sort(columns.ends[dated]))
    return Extent(_iso(first), _iso(last))


def main_stretch(atlas: Atlas, filters: Filters = EVERYTHING) -> Extent | None:
    """The years that the events are about, with some room at either end, so that the first and the last mark stand
    whole; None where no dated event lies outside them.
    """
    columns, shown = passing(atlas, filters)
    dated = shown & columns.dated
    if not dated.any():
        return None
    first, last = densest(np.sort(columns.begins[dated]), np.sort(columns.ends[dated]))
    margin = max(1, (last - first) // 50)
    stretch = Extent(_iso(first - margin), _iso(last + margin))
    return stretch if any(outside(atlas, filters, *stretch)) else None


def without_stray(begins: Numbers, ends: Numbers) -> tuple[int, int]:
    """The first and last of some days, each list in order, without the few that lie far off.

    A series on one century that once names the year 1200 is not to be squeezed into a corner, nor one on ten years
    that now and then looks back a hundred.
    """
    first, last = int(begins[0]), int(ends[-1])
    for share in _STRAY:
        stray = int(len(begins) * share)
        low, high = int(begins[stray]), int(ends[-1 - stray])
        if high > low and (high - low) < (last - first) * _MUCH_SHORTER:
            first, last = low, high
    return first, last


def densest(begins: Numbers, ends: Numbers) -> tuple[int, int]:
    """The first and last of the days that nearly all of some events lie in, each list in order: the shortest stretch
    that holds all but a small share, where it is far shorter than one that leaves out less.
    """
    first, last = without_stray(begins, ends)
    for share in _ASIDE:
        held = len(begins) - int(len(begins) * share)
        lengths = ends[held - 1 :] - begins[: len(begins) - held + 1]
        at = int(np.argmin(lengths))
        if lengths[at] < (last - first) * _FAR_SHORTER:
            first, last = int(begins[at]), int(ends[at + held - 1])
    return first, last


def _iso(number: int) -> str:
    """A day within the years that the address knows."""
    return min(max(Day.of_number(number), Day(1, 1, 1)), Day(9999, 12, 31)).isoformat()


def outside(atlas: Atlas, filters: Filters, first: str, last: str) -> Outside:
    """How many of the dated events that pass lie wholly before the first or after the last day."""
    columns, shown = passing(atlas, filters)
    dated = shown & columns.dated
    earlier = columns.latest[dated] < _day_number(first)
    later = columns.earliest[dated] > _day_number(last)
    return Outside(int(np.count_nonzero(earlier)), int(np.count_nonzero(later)))
