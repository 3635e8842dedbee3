"""Lanes and the rows inside them: where each mark stands, so that none covers another.

A lane has as many rows as its marks need. Where even the smallest rows do not suffice, marks that would cover one
another become one mark with their number. What is selected has no say here: a click must not move anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.lettering import shorten, text_width
from dashboard.views.theme import SIZE_CAPTION
from dashboard.views.timeline_items import Item
from dashboard.views.timeline_scale import TimeScale

MARK = 14.0
"""Pixels along the axis that belong to a mark alone."""
ROW_LEAST = 13.0
"""Height of a row without lettering; marks are 11 to 12 high."""
ROW_LETTERED = 14.0
"""Height that a row should have where rows are added for the sake of labels."""
ROW_MOST = 22.0
COUNT_MARK = 24.0
"""Width of a mark that stands for several."""
OPEN_REACH = 72.0
"""How far an extent without a known end is drawn, fading."""
LABEL_GAP = 5.0
LABEL_MOST = 270.0
LABELS_TRIED = 80
"""More labels than this have no room on any screen."""
LANE_LEAST = 16.0
"""Height below which the smallest lanes are put together."""
OTHER_LANES = "\0other"

Footprint = tuple[float, float]


@dataclass(slots=True)
class Mark:
    """One mark in its row: of one event, or of several that have no room of their own."""

    members: list[Item]
    x: float
    """Its centre."""
    left: float
    right: float
    """Its extent; at least MARK wide about the centre."""
    bare: bool = False
    """Whether its extent takes no room of its own: it is drawn thin, behind the other marks."""
    row: int = 0
    y: float = 0.0

    @property
    def item(self) -> Item:
        """The event; of several, the first."""
        return self.members[0]

    @property
    def footprint(self) -> Footprint:
        """What no other mark may cover."""
        half = (MARK if len(self.members) == 1 else COUNT_MARK) / 2
        begin, end = self.x - half, self.x + half
        return (begin, end) if self.bare else (min(begin, self.left), max(end, self.right))

    @property
    def extent(self) -> Footprint:
        """The same with its whole extent, also of a bare mark: what no label may cover."""
        begin, end = self.footprint
        return min(begin, self.left), max(end, self.right)


@dataclass(slots=True)
class Lane:
    """One lane: its key, its marks in rows, and where it stands."""

    key: str
    marks: list[Mark]
    rows: int = 1
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes from top to bottom."""

    lanes: list[Lane]
    pitch: float
    """Height of a row."""

    @property
    def marks(self) -> list[Mark]:
        """All marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]


def lane_order(counts: Mapping[str, int], labels: Mapping[str, str], *, most: int, fixed: bool) -> dict[str, str]:
    """The lane that each lane key is drawn in, in order from top to bottom; `counts` says how many events each has.

    fixed: in the order of `labels` (a vocabulary); else the fullest first. Beyond `most` the smallest share one.
    """
    place = {key: at for at, key in enumerate(labels)}
    by_size = sorted(counts, key=lambda key: (-counts[key], place.get(key, len(place)), key))
    own = by_size if len(by_size) <= most else by_size[: most - 1]
    ordered = sorted(own, key=lambda key: (place.get(key, len(place)), key)) if fixed else own
    return {**{key: key for key in ordered}, **{key: OTHER_LANES for key in by_size if key not in own}}


def arrange(items: Sequence[Item], order: Mapping[str, str], scale: TimeScale, top: float, bottom: float) -> Lanes:
    """Marks in lanes between two heights, with rows enough for as many labels as there is room for."""
    by_lane: dict[str, list[Mark]] = {lane: [] for lane in order.values()}
    for item in items:
        by_lane[order[item.lane]].append(_mark(item, scale))
    lanes = [Lane(key, marks) for key, marks in by_lane.items()]
    _pack_into(lanes, scale.pixels[-1], bottom - top)
    return _spread(lanes, top, bottom)


def _mark(item: Item, scale: TimeScale) -> Mark:
    """The mark at the middle of what is known; at the known end where the other end is open."""
    left, right = scale.x(item.days[0]), scale.x(item.days[1])
    if item.open_end:
        right = min(right, left + OPEN_REACH)
    elif item.open_start:
        left = max(left, right - OPEN_REACH)
    middle = left if item.open_end else right if item.open_start else (left + right) / 2
    inside = min(max(middle, scale.pixels[0] + MARK / 2), scale.pixels[-1] - MARK / 2)
    return Mark([item], inside, inside if item.point else left, inside if item.point else right)


def _pack_into(lanes: list[Lane], right: float, height: float) -> None:
    """Rows for every lane: room for all extents if it suffices, else for the marks alone, else for as many as fit."""
    most = int(height / ROW_LEAST)
    for bare in (False, True):
        for mark in (mark for lane in lanes for mark in lane.marks):
            mark.bare = bare
        needed = _rows(lanes, lambda mark: mark.footprint)
        if needed <= most:
            _leave_room_for_labels(lanes, right, max(needed, int(height / ROW_LETTERED)))
            return
    _count(lanes, most)


def _leave_room_for_labels(lanes: list[Lane], right: float, most: int) -> None:
    """Let the marks with most evidence keep the room of their labels, as long as the rows suffice."""
    widths: dict[int, float] = {}

    def footprint(mark: Mark) -> Footprint:
        begin, end = mark.footprint
        width = widths.get(id(mark), 0.0)
        return (begin, end + width) if end + width <= right else (begin - width, end)

    total = sum(lane.rows for lane in lanes)
    ranked = sorted(((mark, lane) for lane in lanes for mark in lane.marks), key=lambda pair: rank(pair[0]))
    for mark, lane in ranked[:LABELS_TRIED]:
        before = lane.rows
        widths[id(mark)] = _label_width(mark)
        needed = _rows([lane], footprint)
        if total - before + needed <= most:
            total += needed - before
        else:
            del widths[id(mark)]
            lane.rows = before
    _rows(lanes, footprint)


def rank(mark: Mark) -> tuple[int, float]:
    """Most evidence first, then by time."""
    return -mark.item.evidence, mark.x


def _label_width(mark: Mark) -> float:
    title = shorten(mark.item.title, LABEL_MOST, SIZE_CAPTION)
    return text_width(title, SIZE_CAPTION) + LABEL_GAP + 8


def _rows(lanes: list[Lane], footprint: Callable[[Mark], Footprint]) -> int:
    """Give every mark the first row where it is free; answers with the number of rows of all lanes."""
    for lane in lanes:
        ends: list[float] = []
        for begin, end, _, mark in sorted((*footprint(mark), at, mark) for at, mark in enumerate(lane.marks)):
            free = next((row for row, taken in enumerate(ends) if taken <= begin), len(ends))
            ends[free : free + 1] = [end]
            mark.row = free
        lane.rows = max(1, len(ends))
    return sum(lane.rows for lane in lanes)


def _count(lanes: list[Lane], most: int) -> None:
    """Take rows from the fullest lanes until all fit; what has no row of its own joins the mark before it."""
    rows = {lane.key: lane.rows for lane in lanes}
    while sum(rows.values()) > most and max(rows.values()) > 1:
        rows[max(rows, key=lambda key: rows[key])] -= 1
    for lane in lanes:
        if lane.rows > rows[lane.key]:
            lane.rows = rows[lane.key]
            lane.marks = _joined(lane.marks, lane.rows)


def _joined(marks: list[Mark], rows: int) -> list[Mark]:
    """The marks of a lane with so many rows and no more."""
    last: list[Mark | None] = [None] * rows
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.x):
        begin = mark.footprint[0]
        free = next((row for row, other in enumerate(last) if other is None or other.footprint[1] <= begin), None)
        if free is not None:
            mark.row = free
            last[free] = mark
            kept.append(mark)
            continue
        host = min((other for other in last if other), key=lambda other: other.footprint[1])
        host.members.append(mark.item)
        if len(host.members) == 2:
            host.x += (COUNT_MARK - MARK) / 2  # grows to the right only: the left neighbour keeps its room
    return kept


def _spread(lanes: list[Lane], top: float, bottom: float) -> Lanes:
    """Share the height out: rows equally high, what is left over as air between lanes."""
    total = sum(lane.rows for lane in lanes)
    pitch = min(ROW_MOST, (bottom - top) / max(1, total))
    air = (bottom - top - pitch * total) / max(1, len(lanes))
    at = top
    for lane in lanes:
        lane.top, at = at, at + air + pitch * lane.rows
        lane.bottom = at
        for mark in lane.marks:
            mark.y = lane.top + air / 2 + (mark.row + 0.5) * pitch
    return Lanes(lanes, pitch)


def grouped(marks: Sequence[Mark]) -> dict[float, list[Mark]]:
    """The marks by the height of their row."""
    rows: dict[float, list[Mark]] = defaultdict(list)
    for mark in marks:
        rows[mark.y].append(mark)
    return rows
