"""Outcomes: what became of each correction, as a build keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple
from typing import NamedTuple

from dashboard.corrections.table import Correction


class Outcome(NamedTuple):
    """What became of a correction: a sentence each, empty where there is nothing to be said."""

    refused: str = ""
    unexpected: str = ""


def write_outcomes(outcomes: Mapping[Correction, Outcome]) -> str:
    """Corrections with what became of them, as one line."""
    return json.dumps([(*astuple(row), *outcome) for row, outcome in outcomes.items()], ensure_ascii=False)


def read_outcomes(line: str) -> dict[Correction, Outcome]:
    """What `write_outcomes` wrote; nothing of an empty line."""
    size = len(Outcome._fields)
    return {Correction(*cells[:-size]): Outcome(*cells[-size:]) for cells in json.loads(line or "[]")}
