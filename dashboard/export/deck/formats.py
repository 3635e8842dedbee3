"""The row of the deck in the table of formats."""

from __future__ import annotations

from dashboard.export.base import Format
from dashboard.export.selection import Selection


def write_pptx(selection: Selection) -> bytes:
    """A deck, python-pptx loaded only now."""
    from dashboard.export.deck.deck import write_deck

    return write_deck(selection)


DECK = Format(
    "pptx",
    "PowerPoint deck (one slide an event)",
    ".pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ("story",),
    write_pptx,
)
