"""How good is it: the table that `python -m dashboard evaluate` prints and the About page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.evaluation.gold import GoldSet, Labelled
from dashboard.evaluation.intervals import intervals
from dashboard.evaluation.labels import Labels
from dashboard.evaluation.matching import DocumentMatches, match
from dashboard.evaluation.scores import MEANING, Count, Measure, count, total

Find = Callable[[Labelled], Labels]
"""Runs the engine over a labelled document, telling it nothing of the labels."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure of one set, in per cent, with its 95 % interval."""

    gold: str
    """The name of the set it was measured on."""
    documents: int
    measure: str
    percent: float
    low: float
    high: float
    precision: float
    recall: float
    labelled: int
    found: int
    right: int

    @property
    def meaning(self) -> str:
        """How it was measured, in words."""
        return MEANING[Measure(self.measure)]


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled document with its matches."""

    labelled: Labelled
    matches: DocumentMatches


@dataclass(frozen=True, slots=True)
class Result:
    """A set with its figures, and every document's matches to list the mistakes from."""

    gold: GoldSet
    scored: tuple[Scored, ...]
    figures: tuple[Figure, ...]


def measure(gold: GoldSet, find: Find) -> Result:
    """Run the engine over a set, pair what it found with the labels, and count."""
    scored = tuple(Scored(each, match(each.labels, find(each))) for each in gold.documents)
    return Result(gold, scored, tuple(_figures(gold, scored)))


def table(rows: Iterable[Figure]) -> str:
    """The figures as lines of text, a heading before each set: per cent, 95 % interval, precision, recall, how many."""
    lines: list[str] = []
    heading = ""
    for row in rows:
        if row.gold != heading:
            heading = row.gold
            lines += ["", f"{heading} ({row.documents})", f"{'':18}{'%':>6}  {'95 % interval':15}  P      R      of"]
        lines.append(
            f"{row.measure:18}{row.percent:6.1f}  {f'{row.low:.1f}–{row.high:.1f}':15}"
            f"{row.precision:5.1f}  {row.recall:5.1f}  {row.labelled:5}"
        )
    return "\n".join(lines[1:])


def as_json(row: Figure) -> dict[str, Any]:
    """The figure as recorded.json keeps it."""
    return asdict(row)


def _figures(gold: GoldSet, scored: Sequence[Scored]) -> list[Figure]:
    """Every figure of a set, in the order of the table; measures with nothing labelled or found are left out."""
    counts = [count(each.matches) for each in scored]
    bounds = intervals(counts)
    return [
        _figure(gold, measure, value, bounds[measure])
        for measure, value in total(counts).items()
        if value.labelled or value.found
    ]


def _figure(gold: GoldSet, measure: Measure, value: Count, bounds: tuple[float, float]) -> Figure:
    low, high = bounds
    return Figure(
        gold=gold.name,
        documents=len(gold.documents),
        measure=measure.value,
        percent=_percent(value.f1),
        low=_percent(low),
        high=_percent(high),
        precision=_percent(value.precision),
        recall=_percent(value.recall),
        labelled=value.labelled,
        found=value.found,
        right=value.right,
    )


def _percent(share: float) -> float:
    return round(100 * share, 1)
