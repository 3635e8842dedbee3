"""Lines: a sentence cut into as many lines as it needs in a width, or as many as there is room for."""

from __future__ import annotations

from dashboard.views.lettering import shorten, text_width


def wrapped(text: str, room: float, size: float, most: int, *, bold: bool = False, spread: float = 1.0) -> list[str]:
    """The text in lines of at most `room`; the last of `most` lines is shortened where the text goes on.

    spread: how much wider than our sans the face is.
    """
    size = size * spread
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and text_width(" ".join(words[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        line = " ".join(words[:taken])
        lines.append(shorten(line, room, size, bold=bold))  # a word wider than the room
        words = words[taken:]
    return [*lines, shorten(" ".join(words), room, size, bold=bold)] if words else lines
