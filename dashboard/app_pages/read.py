"""Read: the documents one by one, each as a page with its events in the margin."""

from __future__ import annotations

from dashboard import state
from dashboard.components.reading_room import reading_room


def page() -> None:
    """Draw the page; the address decides which document is open."""
    state.open_reading()
    reading_room()
