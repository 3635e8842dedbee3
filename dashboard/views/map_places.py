"""The places of a map: which of them it can show, which it marks as a point, and which it letters as an area."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from dashboard import config

AREA_KINDS = frozenset({"country", "region", "water"})
WIDE_KM = 25
"""A place of no particular kind that reaches farther than this is lettered as an area."""


def located_rows(places: pd.DataFrame) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """The places that a map can show, each where it is to be marked or lettered, and the names of the others."""
    rows = [row._asdict() for row in places.itertuples(index=False)]
    located = [as_lettered(row) for row in rows if _has_point(row)]
    return located, tuple(row["name"] for row in rows if not _has_point(row))


def is_area(row: Mapping[str, Any]) -> bool:
    """Whether a place is lettered as an area rather than marked."""
    return row["kind"] in AREA_KINDS or (row["kind"] == "other" and row["radius_km"] > WIDE_KM)


def as_lettered(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its point as the map has it: a state's name across its land."""
    return row | _lettering().get(row["id"], {})


@cache
def _lettering() -> dict[str, dict[str, float]]:
    """Where the names of some states stand on the map, by place id, when not at their point in the gazetteer."""
    with (config.DATA / "basemap" / "lettering.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: {"lat": float(row["lat"]), "lon": float(row["lon"])} for row in csv.DictReader(lines)}


def _has_point(row: Mapping[str, Any]) -> bool:
    return math.isfinite(row["lat"]) and math.isfinite(row["lon"])
