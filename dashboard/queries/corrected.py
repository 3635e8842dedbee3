"""Corrected: what is to be said of the corrections that an atlas was made with."""

from __future__ import annotations

from dashboard.corrections import Correction, read_outcomes
from dashboard.store.atlas import Atlas


def unfulfilled(atlas: Atlas) -> dict[Correction, str]:
    """A sentence for each correction that changed nothing, or that met another value than it expected."""
    kept = atlas.rows("SELECT value FROM meta WHERE key = 'corrections'")
    outcomes = [outcome for (line,) in kept for outcome in read_outcomes(line).items()]
    return {row: said for row, (refused, unexpected) in outcomes if (said := refused or unexpected)}
