"""Repeated measurements of what a person waits for, and of what travels for it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Repeated measurements of one thing, in one unit."""

    name: str
    unit: str
    values: list[float]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    def row(self) -> str:
        """One line of the table: name, median, smallest, largest."""
        low, high = min(self.values), max(self.values)
        spread = f"(min {low:.0f}, max {high:.0f}, n {len(self.values)})"
        return f"{self.name:38s} {self.median:9.0f} {self.unit:3s}  {spread}"


def stopwatch(act: Callable[[], None], until: Callable[[], None]) -> float:
    """Milliseconds from before the act until the wait for its effect ends."""
    begin = time.perf_counter()
    act()
    until()
    return (time.perf_counter() - begin) * 1000
