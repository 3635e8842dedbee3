"""Corrections: what a person changed in what was found by machine, kept apart from it, signed, dated, undoable.

Rows of corrections.csv are applied in order after each extraction. A row whose event is gone is listed, never dropped.
`extract` and every score ignore them.
"""

from dashboard.corrections.apply import Corrected, apply
from dashboard.corrections.changes import FIELDS, Find, editors_date, place_cell, value_of
from dashboard.corrections.names import LOCATE
from dashboard.corrections.outcomes import Outcome, read_outcomes, write_outcomes
from dashboard.corrections.table import COLUMNS, NAME, Correction, append, read_corrections, undo
from dashboard.gazetteer.names import name_key

__all__ = [
    "COLUMNS",
    "FIELDS",
    "LOCATE",
    "NAME",
    "Corrected",
    "Correction",
    "Find",
    "Outcome",
    "append",
    "apply",
    "editors_date",
    "name_key",
    "place_cell",
    "read_corrections",
    "read_outcomes",
    "undo",
    "value_of",
    "write_outcomes",
]
