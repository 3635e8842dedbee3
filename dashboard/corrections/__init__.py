"""Corrections: what a person changed in the events found by machine, kept apart from them, signed, dated, undoable.

Rows of corrections.csv are applied in order after each extraction. A row whose event is gone is listed, never dropped.
`extract` and every score ignore them.
"""

from dashboard.corrections.apply import Corrected, apply
from dashboard.corrections.changes import FIELDS, value_of
from dashboard.corrections.table import COLUMNS, NAME, Correction, append, read_corrections, undo

__all__ = [
    "COLUMNS",
    "FIELDS",
    "NAME",
    "Corrected",
    "Correction",
    "append",
    "apply",
    "read_corrections",
    "undo",
    "value_of",
]
