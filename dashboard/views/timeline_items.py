"""What the timeline knows of an event: the columns of find_events it needs, as days, a lane and a way of drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from dashboard.views.timeline_scale import Days

LaneKind = Literal["topic", "country", "kind", "document"]
NO_LANE = ""
"""The key of the lane of events that have no topic, country or document."""

EPOCH = 719_163
"""1970-01-01 as `date.toordinal` counts it."""
WAR_BAND_DAYS = 500
"""A war longer than this is a band behind all lanes rather than a mark in one."""
_COLUMNS = [
    *("id", "title", "date_text", "place_text", "precision", "approximate", "listed", "status"),
    *("kind", "family", "evidence", "topics", "countries", "documents"),
]
_EXTENTS = {"month", "season", "year", "decade", "range", "open-start", "open-end"}


@dataclass(frozen=True, slots=True)
class Item:
    """One dated event as the timeline draws it."""

    id: str
    title: str
    when: str
    """The date in words."""
    where: str
    days: Days
    """First day and the day after the last; an open end reaches the edge of what is drawn."""
    point: bool
    """Known to the day: drawn without an extent."""
    vague: bool
    """A month, a season, a year or a decade: somewhere in the extent, not all through it."""
    open_start: bool
    open_end: bool
    approximate: bool
    reference: bool
    """The reference list gives the date or a part of it."""
    status: str
    family: str
    evidence: int
    lane: str
    lanes: tuple[str, ...]
    """All lanes it could stand in; it stands in the first, so that it is one mark."""

    @property
    def band(self) -> bool:
        """Whether it is a war long enough to be the ground the others stand on.

        The reference list knows the wars; what a text tells of soldiers over years may be a general's career.
        """
        first, after = self.days
        long = after - first > WAR_BAND_DAYS and not (self.vague or self.ends_open)
        return self.family == "war" and self.reference and long

    @property
    def ends_open(self) -> bool:
        """Whether its beginning or end is not known."""
        return self.open_start or self.open_end


def items_of(rows: pd.DataFrame, lanes: LaneKind) -> tuple[list[Item], int]:
    """The dated events in order of their first day, and the number of undated ones."""
    dated = rows[rows["earliest"].notna() | rows["latest"].notna()]
    first, last = _day_numbers(dated["earliest"]), _day_numbers(dated["latest"])
    edges = [day for day in (*first, *last) if day is not None]
    bounds = (min(edges), max(edges)) if edges else (0, 0)
    columns = [dated[name].to_numpy(object) for name in _COLUMNS]  # ten times as fast as going through the rows
    records = [dict(zip(_COLUMNS, values, strict=True)) for values in zip(*columns, strict=True)]
    items = [_item(*parts, lanes, bounds) for parts in zip(records, first, last, strict=True)]
    return sorted(items, key=lambda item: (item.days, item.id)), len(rows) - len(dated)


def _day_numbers(column: pd.Series[Any]) -> list[int | None]:
    """Calendar days of a tz-aware UTC column as `date.toordinal` counts them; None for NaT."""
    days = (column.astype("int64") // 86_400 + EPOCH).tolist()  # the column counts seconds
    return [None if missing else day for day, missing in zip(days, column.isna().tolist(), strict=True)]


def _item(row: dict[str, Any], first: int | None, last: int | None, lanes: LaneKind, bounds: tuple[int, int]) -> Item:
    keys = lane_keys(row, lanes)
    precision = str(row["precision"])
    return Item(
        id=str(row["id"]),
        title=str(row["title"]),
        when=str(row["date_text"]),
        where=str(row["place_text"]),
        days=(bounds[0] if first is None else first, (bounds[1] if last is None else last) + 1),
        point=precision not in _EXTENTS,
        vague=precision in {"month", "season", "year", "decade"},
        open_start=first is None,
        open_end=last is None,
        approximate=bool(row["approximate"]),
        reference=bool(row["listed"]),
        status=str(row["status"]),
        family=str(row["family"]),
        evidence=int(row["evidence"]),
        lane=keys[0],
        lanes=keys,
    )


def lane_keys(row: Mapping[str, Any], lanes: LaneKind) -> tuple[str, ...]:
    """The lanes an event belongs to, its own first."""
    column = _LANE_COLUMNS[lanes]
    return (row[column],) if lanes == "kind" else tuple(row[column]) or (NO_LANE,)


_LANE_COLUMNS: Mapping[LaneKind, str] = {
    "topic": "topics",
    "country": "countries",
    "kind": "kind",
    "document": "documents",
}
