"""Present: slides in an order and in words of one's own, and what they become: a deck, a page, pictures, an embed."""

from __future__ import annotations

from dashboard import state
from dashboard.components.present_view import present_view


def page() -> None:
    """Draw the page; the address holds the slides and the filters around them."""
    state.open_address("present")
    present_view()
