"""Titles beside the marks of the timeline: the selection first, then by evidence, none over a mark or another title.

Each stands in its own lane: in the row of another it would tell of what that lane tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.lettering import shorten, text_width
from dashboard.views.theme import SIZE_CAPTION
from dashboard.views.timeline_items import Item
from dashboard.views.timeline_lanes import LABEL_GAP, LABEL_MOST, Footprint, Lane, Mark, grouped, rank

ROOM_LEAST = 78.0
"""Pixels below which a title is left out rather than shortened."""
ROOM_SELECTED = 44.0
"""The same of the selection, where its lane has no more room: a few letters of it say more than none."""
SELECTED_MOST = 340.0
SELECTED_LESS = (240.0, 160.0, 100.0)
"""Tried one after the other where no row of the lane has room for more."""
NEXT_ROW = 24.0
"""A label that stands no further off than this reads as belonging to its mark."""
ASIDE = 10.0
"""How far from its mark, along the axis, a label in another row begins."""
RING = 3.0
"""How much further the label of the selection stands off, for its ring."""


@dataclass(frozen=True, slots=True)
class Label:
    """A title, where it stands, and the mark it belongs to."""

    mark: Mark
    item: Item
    text: str
    left: float
    y: float
    width: float
    selected: bool = False

    @property
    def footprint(self) -> Footprint:
        """From the first letter to the last."""
        return self.left, self.left + self.width


def place_labels(lanes: Sequence[Lane], selected: str | None, left: float, right: float) -> list[Label]:
    """Labels for as many marks as have room between two edges, each in its own lane."""
    return [label for lane in lanes for label in _labels(lane.marks, selected, left, right)]


def _labels(marks: Sequence[Mark], selected: str | None, left: float, right: float) -> list[Label]:
    """The labels of one lane."""
    room = _Room(grouped(marks), left, right)
    chosen = {item.id: (mark, item) for mark in marks for item in mark.members}.get(selected or "")
    first = room.selected(*chosen) if chosen else None
    labels = [first] if first else []
    for mark in sorted(marks, key=rank):
        if (chosen and mark is chosen[0]) or len(mark.members) > 1:
            continue
        lettered = [label.footprint for label in labels if label.y == mark.y]
        if label := room.beside(mark, mark.item, lettered, LABEL_MOST):
            labels.append(label)
    return labels


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the titles of a lane may stand: in the rows of its marks, between two edges."""

    rows: Mapping[float, Sequence[Mark]]
    """The marks by the height of their row."""
    left: float
    right: float

    def beside(
        self,
        mark: Mark,
        item: Item,
        lettered: Iterable[Footprint],
        most: float,
        *,
        least: float = ROOM_LEAST,
        bold: bool = False,
    ) -> Label | None:
        """The title right of the mark, else left of it, whole if possible; None where neither side has room.

        lettered: where titles stand in its row already.
        """
        begin, end = mark.extent
        gap = LABEL_GAP - 2 + (RING if bold else 0)
        others = [*(other.extent for other in self.rows[mark.y] if other is not mark), *lettered]
        room_right = min([self.right, *(other[0] - LABEL_GAP for other in others if other[1] > end)]) - end - gap
        room_left = begin - gap - max([self.left, *(other[1] + LABEL_GAP for other in others if other[0] < begin)])
        whole = text_width(shorten(item.title, most, SIZE_CAPTION, bold=bold), SIZE_CAPTION, bold=bold)
        go_left = room_right < whole and (room_left >= whole or room_left > room_right)
        room = min(most, room_left if go_left else room_right)
        if room < min(whole, least):
            return None
        text = shorten(item.title, room, SIZE_CAPTION, bold=bold)
        width = text_width(text, SIZE_CAPTION, bold=bold)
        at = begin - gap - width if go_left else end + gap
        return Label(mark, item, text, at, mark.y, width, selected=bold)

    def selected(self, mark: Mark, item: Item) -> Label | None:
        """The title of the selection: beside its mark, else in the nearest row of its lane where no mark is in its way,
        shortened where it must be; None where the lane is full: the ring and the panel say which it is.
        """
        whole = shorten(item.title, SELECTED_MOST, SIZE_CAPTION, bold=True)
        beside = self.beside(mark, item, (), SELECTED_MOST, bold=True)
        if beside and beside.text == whole:
            return beside
        nearby = self._nearby(mark, item, whole)
        if beside and not (nearby and abs(nearby.y - mark.y) < NEXT_ROW):
            return beside
        shorter = (shorten(item.title, most, SIZE_CAPTION, bold=True) for most in SELECTED_LESS)
        apart = nearby or next(filter(None, (self._nearby(mark, item, text) for text in shorter)), None)
        return apart or self.beside(mark, item, (), SELECTED_MOST, least=ROOM_SELECTED, bold=True)

    def _nearby(self, mark: Mark, item: Item, text: str) -> Label | None:
        """The text in the nearest other row of the lane, beginning or ending near the mark; None where all are full."""
        width = text_width(text, SIZE_CAPTION, bold=True)
        for y in sorted(self.rows, key=lambda y: abs(y - mark.y)):
            taken = [other.extent for other in self.rows[y]]
            for at in (mark.x + ASIDE, mark.x - ASIDE - width, mark.x - width / 2):
                inside = max(self.left, min(at, self.right - width))
                label = Label(mark, item, text, inside, y, width, selected=True)
                begin, end = label.footprint
                if y != mark.y and all(end + LABEL_GAP <= other[0] or other[1] + LABEL_GAP <= begin for other in taken):
                    return label
        return None
