"""Marks of a still map: places too close to be told apart become one and are named together, as on the screen."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.export.pictures.projection import Projection

MERGE = 14.0
"""Units: closer marks become one."""
HOLLOW = 4.5
"""Radius of a mark for a place that is only spoken of."""
COUNT_LEAST, COUNT_MOST = 3.5, 17.0
"""Radii of marks that count, for one event and for the most."""

Row = Mapping[str, Any]
"""A row of find_places."""


@dataclass(frozen=True, slots=True)
class Group:
    """One mark: where it stands, what it is called, and how it looks."""

    x: float
    y: float
    members: tuple[Row, ...]
    words: str
    family: str
    """Of its events; empty where they are of several families, or none."""
    events: int
    selected: bool
    weight: int
    shares: tuple[int, ...] = ()
    """Of a mark that counts, its events by family, in the order of the legend."""
    most: int = 0
    """Of a mark that counts, the events of the largest."""

    @property
    def radius(self) -> float:
        """Larger for more events."""
        if self.most:
            return COUNT_LEAST + (COUNT_MOST - COUNT_LEAST) * math.sqrt(self.events / self.most)
        return min(9.5, 4 + 1.5 * math.sqrt(self.events)) if self.events else HOLLOW


def weight_of(row: Row) -> int:
    """How much a place matters: what happened there counts thrice what is said of it."""
    return 3 * len(set(row["event_ids"])) + int(row["mentions"])


def groups_of(
    rows: Sequence[Row], projection: Projection, families: Mapping[str, str], selected: Collection[str]
) -> list[Group]:
    """The marks, the selected first, then the weightiest."""
    found: list[tuple[float, float, list[Row]]] = []
    for row in sorted(rows, key=lambda row: (-weight_of(row), row["name"])):
        x, y = projection(row["lat"], row["lon"])
        near = [group for group in found if math.hypot(group[0] - x, group[1] - y) < MERGE]
        if near:
            min(near, key=lambda group: math.hypot(group[0] - x, group[1] - y))[2].append(row)
        else:
            found.append((x, y, [row]))
    groups = [_group(x, y, members, families, selected) for x, y, members in found]
    return sorted(groups, key=lambda group: (not group.selected, -group.weight))


def _group(x: float, y: float, members: Sequence[Row], families: Mapping[str, str], selected: Collection[str]) -> Group:
    events = {event for row in members for event in row["event_ids"]}
    kinds = {families.get(event, "") for event in events}
    chosen = [row for row in members if row["id"] in selected]
    return Group(
        x,
        y,
        tuple(members),
        _name(chosen, 0) if chosen else _name(members, len(events)),
        kinds.pop() if len(kinds) == 1 else "",
        len(events),
        bool(chosen),
        sum(weight_of(row) for row in members),
    )


def _name(members: Sequence[Row], events: int) -> str:
    """“Berlin–Potsdam, 5”: the places that weigh most, two at most, then the number of events."""
    names = list(dict.fromkeys(str(row["name"]) if len(members) == 1 else town_of(row) for row in members))
    name = "–".join(sorted(names[:2]))
    return f"{name}, {events}" if events > 1 else name


def town_of(row: Row) -> str:
    """Where a place among others is: “Kremlin, Moscow” stands in Moscow."""
    name = str(row["name"])
    return name.rpartition(", ")[2] if row["kind"] == "site" else name
