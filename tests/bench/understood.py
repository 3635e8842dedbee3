"""Fit the weights of data/vocabulary/understood.csv anew: python -m tests.bench.understood READINGS.csv.

READINGS.csv has the columns title, clause (the words it is made from) and understood (1 or 0), as readers judged titles
alone; `evaluate --read 100` draws titles to be read. Printed are each sign's weight, in how many titles it stands, how
well all of them part good from bad in titles they were not fitted on (area under the curve, ten folds), and how many
were understood above and below the limit that the program draws.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.extraction.events.lines.understood import LEAST_UNDERSTOOD, signs_in, understood, understood_signs

Numbers = NDArray[np.float64]
_RIDGE = 5.0
"""Penalty on the square of each weight."""
_STEPS, _FOLDS = 60, 10


def main() -> None:
    """Read, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    with parser.parse_args().readings.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = np.array([[*signs_in(row["title"], row["clause"]), 1] for row in rows], dtype=float)
    good = np.array([int(row["understood"]) for row in rows], dtype=float)
    print(f"{len(rows)} titles, {good.mean():.1%} understood; area under the curve {_unseen(found, good):.3f}")
    above = np.array([understood(row["title"], row["clause"]) >= LEAST_UNDERSTOOD for row in rows])
    for where, part in (("above", above), ("below", ~above)):
        print(f"  {where} the limit of {LEAST_UNDERSTOOD}: {good[part].sum():.0f} of {part.sum()} understood")
    for sign, weight, count in zip((*understood_signs(), "always"), _fit(found, good), found.sum(axis=0), strict=True):
        print(f"{weight:6.2f}  {sign} ({count:.0f})")


def _fit(found: Numbers, good: Numbers) -> Numbers:
    """The weights of a logistic model with a ridge penalty, the last of them unpenalised, by Newton's method."""
    weights = np.zeros(found.shape[1])
    penalty = np.diag(np.append(np.full(found.shape[1] - 1, _RIDGE), 1e-6))
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-found @ weights))
        slope = found.T @ (share - good) + penalty @ weights
        weights -= np.linalg.solve((found.T * (share * (1 - share))) @ found + penalty, slope)
    return weights


def _unseen(found: Numbers, good: Numbers) -> float:
    """Area under the curve where each title is scored by weights fitted on the other folds."""
    order = np.random.default_rng(0).permutation(len(good))
    scores = np.zeros(len(good))
    for fold in range(_FOLDS):
        held = order[fold::_FOLDS]
        others = np.setdiff1d(order, held)
        scores[held] = found[held] @ _fit(found[others], good[others])
    better = scores[good == 1][:, None] - scores[good == 0][None, :]
    return float(((better > 0) + 0.5 * (better == 0)).mean())


if __name__ == "__main__":
    main()
