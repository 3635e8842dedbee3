"""Body: the drawing between the header and the footer of a picture, with the words that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Body:
    """A drawing from (0, 0) in units, and what is to be said of it."""

    group: Element
    note: str
    """What the drawing bends or leaves out, and what its signs mean."""
    credit: str
    """Whose map it is."""
    alt: str
    """What it shows, for who cannot see it."""
