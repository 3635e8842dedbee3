"""How much room each view has: from the size of the window, as the browser reports it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.session import NARROW, Screen

GAP = 24
"""Between the columns; 12 between the views of one column."""
ABOVE = 178
"""Navigation, filters and the sentence, with the space between them."""
TIMELINE_SHARE = 0.456
LEAST_TIMELINE, LEAST_MAP = 244, 264
LEAST_PANEL, MOST_PANEL = 432, 560
"""The excerpt's measure: its lines need this width and read no better in more."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Pixels for each view."""

    phone: bool
    left: int
    """Width of timeline, map and table."""
    right: int
    """Width of the excerpt panel."""
    timeline: int
    """Height of the timeline with its overview strip."""
    map: int
    panel: int
    """Height of the excerpt panel, and of the table beside it."""


def layout_for(screen: Screen) -> Layout:
    """The layout for the room there is: two columns, or one on a phone."""
    if screen.width < NARROW:
        room = max(300, screen.height - 480)
        map_height = min(room, max(300, screen.width // 2))
        return Layout(phone=True, left=screen.width, right=screen.width, timeline=room, map=map_height, panel=0)
    right = min(max(LEAST_PANEL, (screen.width - GAP) // 3), MOST_PANEL)
    room = screen.height - ABOVE - 12
    timeline = max(LEAST_TIMELINE, round(room * TIMELINE_SHARE))
    map_height = max(LEAST_MAP, room - timeline)
    return Layout(False, screen.width - GAP - right, right, timeline, map_height, timeline + 12 + map_height)


ABOVE_READING = 120
"""Navigation and the bar with the document's title."""
LEAST_BESIDE, MOST_BESIDE = 360, 520
"""The timeline and the map beside a document."""


def reading_layout(screen: Screen) -> Layout:
    """The layout of the page Read: the document at the left, a small timeline over a small map at the right."""
    if screen.width < NARROW:
        return Layout(phone=True, left=screen.width, right=screen.width, timeline=0, map=0, panel=0)
    right = min(max(LEAST_BESIDE, round(screen.width * 0.3)), MOST_BESIDE)
    panel = max(400, screen.height - ABOVE_READING)
    timeline = round((panel - 12) * 0.45)
    return Layout(False, screen.width - GAP - right, right, timeline, panel - 12 - timeline, panel)
