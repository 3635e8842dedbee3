"""How far a figure may be off: 95 % intervals by bootstrap over documents (Efron and Tibshirani 1993, chapter 13).

Documents are drawn, not single items, since the items of a document stand or fall together.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from dashboard.evaluation.scores import Count, Counts, Measure

SEED = 1850
DRAWS = 1000
Z = 1.959964
"""Of the normal distribution, 95 % lies within so many standard deviations."""


class Interval(NamedTuple):
    """Between these two the figure lies in 95 of 100 such collections."""

    low: float
    high: float


def intervals(counts: Sequence[Counts], *, draws: int = DRAWS, seed: int = SEED) -> dict[Measure, Interval]:
    """The interval of every measure, from the counts of each document; the same seed gives the same answer."""
    generator = random.Random(seed)
    samples = [generator.choices(range(len(counts)), k=len(counts)) for _ in range(draws)]
    return {measure: _interval([each[measure] for each in counts], samples) for measure in Measure}


def proportion(right: int, of: int) -> Interval:
    """The interval of a plain share that a person counted (Wilson 1927); 0 to 1 where nothing was counted."""
    if not of:
        return Interval(0.0, 1.0)
    share, weight = right / of, Z * Z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = Z / (1 + weight) * math.sqrt(share * (1 - share) / of + weight / (4 * of))
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def _interval(counts: Sequence[Count], samples: Sequence[Sequence[int]]) -> Interval:
    figures = sorted(_figure(counts, sample) for sample in samples)
    if not figures:
        return Interval(0.0, 0.0)
    tail = len(figures) // 40  # 2.5 %
    return Interval(figures[tail], figures[-1 - tail])


def _figure(counts: Sequence[Count], sample: Sequence[int]) -> float:
    right = both = 0
    for index in sample:
        one = counts[index]
        right += one.right
        both += one.labelled + one.found
    return 2 * right / both if both else 0.0
