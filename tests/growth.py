"""Growth: how much longer what is long takes than what is short, on a machine that others use too."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf

TRIES = 6
GRACE = 0.02
"""Seconds that nobody need account for: a clock's grain, a cache filled for the first time."""


def times_as_long(act: Callable[[int], object], short: int, long: int, *, below: float) -> float:
    """How many times the processor time of acting on `short` acting on `long` takes, by the least of several runs each.

    Other work on the machine only ever adds to a run, now to one size and now to the other: so the least run is the
    truest, and a ratio that is not `below` what is allowed is taken again with more of them. What grows too fast is
    too slow in every run, and stays.
    """
    act(short)
    least = dict.fromkeys((short, long), inf)
    ratio = inf
    for _ in range(TRIES):
        for size in least:
            begin = time.process_time()
            act(size)
            least[size] = min(least[size], time.process_time() - begin)
        ratio = max(0.0, least[long] - GRACE) / max(least[short], 1e-6)
        if ratio < below:
            break
    return ratio
