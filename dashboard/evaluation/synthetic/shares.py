"""Shares: how often each value occurs in a series of volumes, and drawing one by these odds."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from dashboard import config
from dashboard.model import PLACE_KINDS, Place

FOLDER = config.DATA / "synthetic"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shares(Generic[T]):
    """Values and how often each occurs, added up."""

    values: tuple[T, ...]
    heights: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Sequence[tuple[T, int]]) -> Shares[T]:
        """Values with their weights."""
        return cls(tuple(value for value, _ in pairs), tuple(accumulate(weight for _, weight in pairs)))

    def draw(self, chance: Random) -> T:
        """One value."""
        return chance.choices(self.values, cum_weights=self.heights)[0]

    def draw_several(self, chance: Random, count: int) -> tuple[T, ...]:
        """So many different values, fewer where chance repeats itself too often."""
        return tuple(dict.fromkeys(chance.choices(self.values, cum_weights=self.heights, k=count + 1)))[:count]


@cache
def shares(quantity: str) -> Shares[str]:
    """The values of one quantity of series.csv."""
    rows = _rows("series.csv")
    return Shares.of([(row["value"], int(row["weight"])) for row in rows if row["quantity"] == quantity])


@cache
def numbers(quantity: str) -> Shares[int]:
    """The same where the values are numbers."""
    found = shares(quantity)
    return Shares(tuple(map(int, found.values)), found.heights)


@cache
def places(column: str) -> Shares[Place]:
    """The places of places.csv by how often something happened there (`happened`) or they are `named`."""
    return Shares.of([(_place(row), int(row[column])) for row in _rows("places.csv") if int(row[column])])


@cache
def wording(use: str) -> tuple[tuple[str, str], ...]:
    """Words and titles of one use of wording.csv."""
    return tuple((row["words"], row["title"]) for row in _rows("wording.csv") if row["use"] == use)


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _place(row: dict[str, str]) -> Place:
    return Place(
        id=row["id"],
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        kind=PLACE_KINDS[PLACE_KINDS.index(row["kind"])],
        country=row["country"],
        as_written=row["name"],
        radius_km=float(row["radius_km"]),
        basis="named in the clause",
        source="Synthetic atlas",
    )
