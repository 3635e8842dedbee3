"""Explore: the events of the documents on a timeline and a map, each with the passage that says so."""

from __future__ import annotations

from dashboard import state
from dashboard.components.embed import embedded_view
from dashboard.components.linked_views import linked_views


def page() -> None:
    """Draw the page; the address decides what is chosen when it opens."""
    state.open_address("explore")
    if state.embedded():
        embedded_view()
    else:
        linked_views()
