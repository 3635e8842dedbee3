"""Figures: repeated measurements of one thing, with what is aimed at on a calm machine of two cores.

A bench is a module with `figures(small=...)`, which yields them as they are measured, and ends with
`report(figures, __doc__)`: so `python -m tests.bench.NAME` prints them, and `--small` tries it out in a minute.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Figure:
    """Repeated measurements of one thing, in one unit."""

    name: str
    unit: str
    values: Sequence[float]
    aim: float | None = None
    """What the median should not exceed; None where nothing is aimed at."""
    at_least: bool = False
    """Whether the aim is what it should reach instead."""
    beside: str = ""
    """What else is to be said of it."""

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        return self.median >= self.aim if self.at_least else self.median <= self.aim

    def row(self) -> str:
        """One line: name, median, the aim and whether it is met, then how far the measurements lie apart."""
        low, high = amount(min(self.values)), amount(max(self.values))
        spread = f"{low} to {high}, n {len(self.values)}" if len(self.values) > 1 else ""
        return f"{self.line():88s}{'; '.join(filter(None, (spread, self.beside)))}".rstrip()

    def line(self) -> str:
        """The same without how far they lie apart."""
        return f"{self.name:46s} {amount(self.median):>10s} {self.unit:6s} {self._judged()}".rstrip()

    def _judged(self) -> str:
        if self.aim is None:
            return ""
        return f"{'≥' if self.at_least else '≤'} {amount(self.aim):10s} {'met' if self.met else 'MISSED'}"


def amount(value: float) -> str:
    """As many digits as are worth reading: “139,900”, “17.9”, “0.97”."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


class Bench(Protocol):
    """What a bench offers."""

    def __call__(self, *, small: bool) -> Iterator[Figure]: ...


def measure(bench: Bench, doc: str | None, *, small: bool) -> Iterator[Figure]:
    """Print what is measured, and hand on each figure as soon as it is there and printed."""
    print(f"\n{(doc or '').splitlines()[0]}\n", flush=True)
    for figure in bench(small=small):
        print(f"  {figure.row()}", flush=True)
        yield figure


def report(bench: Bench, doc: str | None) -> None:
    """Run one bench by itself, as `python -m tests.bench.NAME [--small]`."""
    options = arguments(doc).parse_args()
    print(judged(measure(bench, doc, small=options.small)))


def arguments(doc: str | None) -> argparse.ArgumentParser:
    """The one option that all have."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="try it out in a minute; such figures say nothing")
    return parser


def judged(figures: Iterable[Figure]) -> str:
    """A sentence on the aims: how many there are, and which are missed."""
    aimed = [figure for figure in figures if figure.met is not None]
    missed = [figure.name for figure in aimed if not figure.met]
    if not aimed:
        return "\nNothing is aimed at here."
    said = f"\n{len(aimed) - len(missed)} of {len(aimed)} aims met on {os.cpu_count()} cores"
    return f"{said}; missed: {'; '.join(missed)}." if missed else f"{said}."


def stopwatch(act: Callable[[], object], until: Callable[[], object] = lambda: None) -> float:
    """Milliseconds from before the act until the wait for its effect ends."""
    begin = time.perf_counter()
    act()
    until()
    return (time.perf_counter() - begin) * 1000
