"""The figures last recorded, in data/gold/recorded.json: what the About page shows and no change may fall below.

`python -m dashboard evaluate --record` writes the file; the tests measure again and compare.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.evaluation.gold import GOLD
from dashboard.evaluation.intervals import proportion
from dashboard.evaluation.report import Figure, as_json
from dashboard.evaluation.scores import OF_THOSE, Measure

RECORDED = GOLD / "recorded.json"
READ = GOLD / "read.csv"
TOLERANCE = 0.5
"""Percentage points that a figure may give up for a gain elsewhere: of the passages, not two labels."""

SETS = {
    "default documents": "The {} documents shipped with the dashboard, labelled by one reader",
    "passages": "{} passages composed to hold the difficulties of diplomatic documents, labelled by one reader; "
    "the engine has learned from most of them, so expect less of a document nobody has labelled",
}
READ_BY_PEOPLE = "What only a person can judge, read in samples"


@dataclass(frozen=True, slots=True)
class AboutRow:
    """A row of the About page: how good, on what, how measured."""

    on_what: str
    """The set, as a heading over its rows."""
    what: str
    how_good: str
    """The figure with its 95 % interval: “91.2 % (87.0–94.8)”."""
    counted: str
    """How much of it was labelled or read: “400”, “100 titles”."""
    how_measured: str


@cache
def recorded(path: Path = RECORDED) -> tuple[Figure, ...]:
    """The recorded figures; none where nothing has been recorded yet."""
    if not path.exists():
        return ()
    return tuple(Figure(**row) for row in json.loads(path.read_text(encoding="utf-8"))["figures"])


def record(rows: Iterable[Figure], path: Path = RECORDED) -> None:
    """Write the figures, one a line so that a change reads well in a diff."""
    lines = ",\n  ".join(json.dumps(as_json(row)) for row in rows)
    path.write_text(f'{{"figures": [\n  {lines}\n]}}\n', encoding="utf-8")
    recorded.cache_clear()


def drops(measured: Iterable[Figure], before: Iterable[Figure]) -> list[str]:
    """A sentence for each figure that fell below the recorded one, or is no longer measured."""
    figures = {(row.gold, row.measure): row for row in measured}
    both = [(row, figures.get((row.gold, row.measure))) for row in before]
    return [
        f"{row.measure} on the {row.gold}: {now.percent if now else 0:.1f} % now, {row.percent:.1f} % recorded"
        for row, now in both
        if now is None or _fell(row, now)
    ]


def _fell(before: Figure, now: Figure) -> bool:
    """Whether it is worse; a measure over what was found may be lower as long as more of it is right."""
    lower = now.percent < before.percent - TOLERANCE
    return lower and not (Measure(now.measure) in OF_THOSE and now.right > before.right)


def about_rows(rows: Iterable[Figure] | None = None) -> list[AboutRow]:
    """The figures of the About page, those of a set together: what is recorded, then what a person read."""
    if rows is None:
        return [*about_rows(recorded()), *read_by_a_person()]
    return [
        AboutRow(
            on_what=SETS.get(row.gold, row.gold).format(row.documents),
            what=row.measure,
            how_good=f"{row.percent:.1f} % ({row.low:.1f}–{row.high:.1f})",
            counted=f"{row.labelled:,}",
            how_measured=row.meaning,
        )
        for row in rows
    ]


def read_by_a_person(path: Path = READ) -> list[AboutRow]:
    """What no program can judge, as counted by a person in a sample and written down in read.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_read_row(row) for row in csv.DictReader(file)]


def _read_row(row: dict[str, str]) -> AboutRow:
    right, of = int(row["right"]), int(row["of"])
    low, high = proportion(right, of)
    return AboutRow(
        on_what=READ_BY_PEOPLE,
        what=row["what"],
        how_good=f"{100 * right / of:.1f} % ({100 * low:.1f}–{100 * high:.1f})",
        counted=f"{of} {row['on_what']}",
        how_measured=f"{row['how_measured']} ({row['read_on']})",
    )
