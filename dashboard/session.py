"""What the reader is at that stands in no address: the room there is, what is presented, what is corrected.

Values only; `state.py` keeps them for as long as the page stays open.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Screen(NamedTuple):
    """The room there is, in pixels: the width of the content, the height of the window."""

    width: int
    height: int


class Presenting(NamedTuple):
    """What the page Present shows beside the slides; it stands in no address."""

    form: str = "deck"
    """What the slides become: deck, page, pictures, embed, story."""
    at: int = 0
    """Which picture of them is shown."""
    frame: str = "both"
    """The view of an embed."""
    template: tuple[str, bytes] | None = None
    """The reader's own PowerPoint file, with its name."""
    said: str = ""
    """What became of the last file that was opened."""


NARROW = 840
"""Content narrower than this shows one view at a time."""


class Correcting(NamedTuple):
    """What the reader is correcting beside the view; it stands in no address."""

    what: Literal["", "event", "place", "names", "own"] = ""
    """An event, the reading of a place, the names that could not be located, or one's own corrections."""
    subject: str = ""
    """Id of the event or place; of the names, the one that is opened."""
    date: str | None = None
    """The date as typed, while it is typed."""
    look: str | None = None
    """The place as typed, while it is typed."""
    ask: bool = False
    """Whether OpenStreetMap is asked about what is typed."""
    said: str = ""
    """What became of the last correction."""
    failed: bool = False


DESK, PHONE = Screen(1392, 900), Screen(358, 800)
