"""Look: what is wished of forms that have a look: size, theme and sharpness of pictures, title, template of a deck.

Type follows the size, so that a back row can read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import ExportError
from dashboard.views.theme import Theme, theme_named

FINE = 10.0
"""The smallest type of a picture, of sources and notes, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Size:
    """A format of picture: pixels at scale 1, and how many of them a unit of the drawing takes."""

    name: str
    width: int
    height: int
    unit: float
    """Captions are 12 units: 20 pixels (15 point) on a slide, 13 pixels (9 point) on a page held in the hand."""


SIZES: tuple[Size, ...] = (
    Size("slide", 1280, 720, 1.7),
    Size("slide-4x3", 960, 720, 1.6),
    Size("page", 1123, 794, 1.1),
    Size("square", 1080, 1080, 1.8),
)
"""Slides as PowerPoint has them (13.33 and 10 inches wide), a page of A4 on its side, a square for the web."""
THEMES = ("light", "dark", "transparent")
SCALES = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture or a deck is to look."""

    size: Size = SIZES[0]
    ground: str = "light"
    """light, dark, or transparent: the light colours on nothing."""
    scale: int = 2
    """Pixels of a PNG for each pixel of the size; SVG and PDF are sharp at any."""
    title: str = ""
    """A title of one's own; empty for what the filters say."""
    template: Path | None = None
    """The PowerPoint file whose slides a deck takes after; none for our own."""
    home: str = "http://localhost:8501/"
    """Where the dashboard stands that a deck leads back to; by default where `make run` opens it."""

    @property
    def theme(self) -> Theme:
        """The colours."""
        return theme_named(self.ground)

    @property
    def width(self) -> float:
        """Units of the drawing from side to side."""
        return self.size.width / self.size.unit

    @property
    def height(self) -> float:
        """Units of the drawing from top to bottom."""
        return self.size.height / self.size.unit


PLAIN = Look()
"""A light slide under its own title."""


def look_named(
    size: str = "slide", theme: str = "light", scale: int = 2, *, title: str = "", template: Path | None = None
) -> Look:
    """The look of those names; raises ExportError, which lists those there are."""
    found = next((each for each in SIZES if each.name == size), None)
    if found is None:
        raise ExportError(f"There is no size “{size}”; sizes: {', '.join(each.name for each in SIZES)}.")
    if theme not in THEMES:
        raise ExportError(f"There is no theme “{theme}”; themes: {', '.join(THEMES)}.")
    if scale not in SCALES:
        raise ExportError(f"A picture has no scale {scale}; scales: {', '.join(map(str, SCALES))}.")
    return Look(found, theme, scale, title, template)
