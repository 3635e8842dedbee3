"""Columns: bins as paths to paint, one path for all columns of a family, so that thousands cost no more than five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dashboard.queries.bins import Bin
from dashboard.views.theme import FAMILIES
from dashboard.views.timeline_items import EPOCH
from dashboard.views.timeline_scale import Days, TimeScale

COLUMN_LEAST = 2.0
"""Height of the smallest column: one event among thousands is still in sight."""
_RANK = {family.key: at for at, family in enumerate(FAMILIES)}

Column = tuple[str, int, int]
"""Lane, first day, day after the last."""


def stacks(bins: Iterable[Bin], *, vague: bool) -> dict[Column, list[Bin]]:
    """The bins of one column together, in the order of the families."""
    found: dict[Column, list[Bin]] = defaultdict(list)
    for each in bins:
        if each.vague == vague:
            found[each.lane, each.first, each.after].append(each)
    return {column: sorted(stack, key=lambda each: _RANK[each.family]) for column, stack in found.items()}


def total(stack: Iterable[Bin]) -> int:
    """The events of a column."""
    return sum(each.events for each in stack)


def highest(*columns: dict[Column, list[Bin]]) -> int:
    """The events of the fullest column."""
    return max((total(stack) for each in columns for stack in each.values()), default=1)


def days_of(each: Bin) -> Days:
    """A bin's days as the scale counts them."""
    return each.first + EPOCH, each.after + EPOCH


def edges(scale: TimeScale, days: Days) -> tuple[float, float]:
    """Left and right of a column, a hair narrower than its days, so that neighbours are told apart."""
    left, right = scale.x(days[0]), scale.x(days[1])
    return left, max(left + 1, right - min(1.0, (right - left) * 0.15))


def column(scale: TimeScale, stack: Sequence[Bin], base: float, height: float) -> Iterator[tuple[str, str]]:
    """A column standing on a base line: of each family its part as a path, from below."""
    left, right = edges(scale, days_of(stack[0]))
    y, events = base, total(stack)
    for each in stack:
        top = y - height * each.events / events
        yield each.family, f"M{left:.1f},{y:.1f}H{right:.1f}V{top:.1f}H{left:.1f}Z"
        y = top


def height_of(events: int, most: int, room: float) -> float:
    """Heights grow with the square root, or the many would leave nothing of the few."""
    return float(max(COLUMN_LEAST, room * (events / most) ** 0.5))


def paths_of(bins: Sequence[Bin], scale: TimeScale, base: float, room: float) -> Iterator[tuple[str, str]]:
    """All columns of one row, as one path a family."""
    found = stacks(bins, vague=False)
    most, paths = highest(found), defaultdict[str, list[str]](list)
    for stack in found.values():
        for family, path in column(scale, stack, base, height_of(total(stack), most, room)):
            paths[family].append(path)
    for family, parts in paths.items():
        yield family, "".join(parts)
