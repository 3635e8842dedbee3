"""Bins: the events counted by lane, family and stretch of time, in the database, for a timeline of very many.

Every dated event that passes is in exactly one bin. One known less exactly than the bins are wide (a year among months)
is counted apart, over all of its extent: it must not swell the first bin or the middle one. A range is counted where it
begins, and one that begins before the window at the window's first day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from dashboard.datespan import Day
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas

BinUnit = Literal["day", "month", "year", "decade", "century"]
LaneField = Literal["topic", "country", "kind", "document", ""]
"""What an event stands in a lane by: the first it names; empty for one lane of all."""

_LANE: Mapping[LaneField, str] = {
    "topic": "coalesce(topics[1], '')",
    "country": "coalesce(countries[1], '')",
    "kind": "kind::VARCHAR",
    "document": "coalesce(documents[1], '')",
    "": "''",
}
_COARSER: Mapping[BinUnit, tuple[str, ...]] = {
    "day": ("month", "season", "year", "decade"),
    "month": ("season", "year", "decade"),
    "year": ("decade",),
    "decade": (),
    "century": (),
}
"""The precisions that are wider than a bin."""
_EPOCH = "DATE '1970-01-01'"
_KEPT = 0.9975
"""The first view leaves out less than this share at either end, where that makes it much shorter."""
_MUCH_SHORTER = 0.6


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
    where, values = filters.where(atlas.matching_events)
    statement = (
        f"SELECT {_LANE[lanes]} AS lane, count(*) AS number FROM events WHERE ({where}) AND edtf <> ''"  # noqa: S608 - values are bound
        " GROUP BY lane ORDER BY number DESC, lane"
    )
    return tuple(Lane(*row) for row in atlas.rows(statement, values))


def count_bins(
    atlas: Atlas, filters: Filters, lanes: LaneField, unit: BinUnit, own: Sequence[str] = (), others: str = ""
) -> tuple[Bin, ...]:
    """The bins of the events that pass; lanes that are not among `own` are counted together as `others`.

    Without `own`, every lane is its own.
    """
    where, values = filters.where(atlas.matching_events)
    lane = "CASE WHEN list_contains(?::VARCHAR[], lane) THEN lane ELSE ? END" if own else "lane"
    begin = _day_number(filters.date_from)
    statement = f"""
        WITH placed AS (
            SELECT {_LANE[lanes]} AS lane, family, id, earliest, latest,
                list_contains(?::VARCHAR[], precision) AS vague,
                {_EPOCH} + greatest(coalesce(earliest, latest), ?::INTEGER) AS day
            FROM events WHERE ({where}) AND edtf <> ''
        )
        SELECT {lane} AS drawn, family::VARCHAR,
            CASE WHEN vague THEN earliest ELSE date_trunc('{unit}', day)::DATE - {_EPOCH} END AS first,
            CASE WHEN vague THEN latest + 1 ELSE (date_trunc('{unit}', day) + INTERVAL 1 {unit})::DATE - {_EPOCH} END
                AS after,
            vague, count(*), any_value(id)
        FROM placed GROUP BY drawn, family, first, after, vague ORDER BY first, after, drawn, family
    """  # noqa: S608 - values are bound
    asked = [list(_COARSER[unit]), begin, *values, *([list(own), others] if own else [])]
    return tuple(Bin(*row) for row in atlas.rows(statement, asked))


def _day_number(iso: str) -> int:
    """An ISO day as days since 1970; the beginning of all time for none."""
    if not iso:
        return -(2**31)
    year, month, day = map(int, iso.split("-"))
    return Day(year, month, day).number()


def extent(atlas: Atlas, filters: Filters = EVERYTHING) -> Extent:
    """The days that the dated events lie in, without the very first and last few where those make it much longer.

    A series on one century that once names the year 1200 is not to be squeezed into a corner.
    """
    where, values = filters.where(atlas.matching_events)
    begins, ends = "coalesce(earliest, latest)", "coalesce(latest, earliest)"
    statement = (
        f"SELECT min({begins}), max({ends}), quantile_disc({begins}, {1 - _KEPT}), quantile_disc({ends}, {_KEPT})"  # noqa: S608 - values are bound
        f" FROM events WHERE ({where}) AND edtf <> ''"
    )
    ((first, last, low, high),) = atlas.rows(statement, values)
    if first is None:
        return Extent("", "")
    if high > low and (high - low) < (last - first) * _MUCH_SHORTER:
        first, last = low, high
    return Extent(_iso(first), _iso(last))


def _iso(number: int) -> str:
    """A day within the years that the address knows."""
    return min(max(Day.of_number(number), Day(1, 1, 1)), Day(9999, 12, 31)).isoformat()


def outside(atlas: Atlas, filters: Filters, first: str, last: str) -> Outside:
    """How many of the dated events that pass lie wholly before the first or after the last day."""
    where, values = filters.where(atlas.matching_events)
    statement = (
        "SELECT count(*) FILTER (coalesce(latest, 2147483647) < ?),"  # noqa: S608 - values are bound
        f" count(*) FILTER (coalesce(earliest, -2147483648) > ?) FROM events WHERE ({where}) AND edtf <> ''"
    )
    ((earlier, later),) = atlas.rows(statement, [_day_number(first), _day_number(last), *values])
    return Outside(earlier, later)
