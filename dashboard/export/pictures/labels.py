"""Which lettering of a still map stands where: in the order given, each at the first spot that touches nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = 2.0
"""Units kept free around a label."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Box) -> bool:
        """Whether all of it lies in the other."""
        across = self.left >= other.left and self.right <= other.right
        return across and self.top >= other.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Spots:
    """What is to be lettered: a width and a height, and the top left corners it may have, the best first."""

    width: float
    height: float
    corners: Sequence[tuple[float, float]]
    own: Box | None = None
    """The mark it belongs to, which it may stand close to."""


class Sheet:
    """A frame with what is taken in it."""

    def __init__(self, frame: Box, taken: Sequence[Box]) -> None:
        self.frame = frame
        self.taken = list(taken)

    def place(self, spots: Spots) -> Box | None:
        """The first free spot, which is taken from now on; None where there is none."""
        for left, top in spots.corners:
            box = Box(left, top, left + spots.width, top + spots.height)
            wide = Box(box.left - GAP, box.top - 1, box.right + GAP, box.bottom + 1)
            if wide.within(self.frame) and not any(wide.meets(other) for other in self.taken if other is not spots.own):
                self.taken.append(wide)
                return box
        return None


def around(x: float, y: float, radius: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Corners of a label beside a mark: right first, as readers expect, then left, above and below."""
    side, raised, lowered = radius + 4, height + radius * 0.4, radius * 0.4
    for dx, dy in (
        (side, -height / 2),
        (-side - width, -height / 2),
        (side - 2, -raised),
        (side - 2, lowered),
        (-side - width + 2, -raised),
        (-side - width + 2, lowered),
        (-width / 2, -radius - 3 - height),
        (-width / 2, radius + 3),
    ):
        yield x + dx, y + dy


def over(x: float, y: float, reach: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Corners of lettering over an area: its middle, a line aside, then as near to the middle as there is room."""
    line, step = height + 3, max(4.0, reach / 8)
    grid = [(dx * step, dy * step) for dx in range(-6, 7) for dy in range(-6, 7)]
    inner = sorted(grid, key=lambda move: math.hypot(*move))
    for dx, dy in ((0, 0), (0, -line), (0, line), (-0.35 * width, 0), (0.35 * width, 0), *inner):
        if math.hypot(dx, dy) <= max(line, 0.75 * reach):  # farther off it would name its neighbour
            yield x + dx - width / 2, y + dy - height / 2
