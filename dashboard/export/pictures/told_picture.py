"""The picture of a slide: an event or a place, how it is known, the words that say so, marked, and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.english import counted
from dashboard.export.cited import cited
from dashboard.export.deck.locator import drawn_spots
from dashboard.export.deck.slide import Words
from dashboard.export.deck.told_slides import quoted, spots_of
from dashboard.export.look import FINE, Look
from dashboard.export.pictures.ground import CREDIT
from dashboard.export.pictures.picture import FINE_LINE, MARGIN, SERIF_SPREAD, Picture, footer, framed_sheet
from dashboard.export.pictures.svg import SERIF, clean, node, words, written
from dashboard.export.pictures.wrapping import wrapped
from dashboard.export.selection import Selection
from dashboard.export.telling import Told, known_of

TITLE, SUBTITLE, KNOWN, SENTENCE = 26.0, 15.0, 12.0, 17.0
"""Sizes of type from the top down."""
LARGEST, SMALLEST = 22.0, 11.0
"""Of the quotation, which takes the room that is left."""
LEADING = 1.36
MAP_SHARE = 0.36
GAP = 12.0
SOURCE_LINES = 6
REGULAR_SPREAD = 1.1
"""Our regular serif runs that much wider than our sans."""


def picture_of_told(selection: Selection, told: Told) -> Picture:
    """One slide of a story as a picture of its own, in the look of the selection."""
    look, sheet = selection.look, _Sheet(selection.look)
    room = look.width - 2 * MARGIN
    sheet.lines(told.title, room, TITLE, 2, look.theme.ink, font_family=SERIF, font_weight=600, spread=SERIF_SPREAD)
    sheet.y += GAP / 2
    sources = _source(told, room)
    bottom = look.height - MARGIN - FINE_LINE * len(sources) - GAP
    where = sheet.map(told, bottom)
    left = room * (1 - MAP_SHARE) - GAP if where else room
    sheet.lines(told.subtitle, left, SUBTITLE, 2, look.theme.ink, font_weight=600)
    for each in known_of(told):
        sheet.lines(each, left, KNOWN, 3, look.theme.secondary)
    sheet.y += GAP
    if told.sentence:
        sheet.lines(told.sentence, left, SENTENCE, 4, look.theme.ink)
        sheet.y += GAP
    if told.quotations:
        sheet.quotation(quoted(told.quotations[0], look.theme.date_tint), left, bottom)
    alt = _alt(told, where)
    frame = framed_sheet(look, told.title, alt)
    frame.append(sheet.group)
    footer(frame, look, sources)
    return Picture(written(frame), look, alt)


class _Sheet:
    """A slide being filled from top to bottom."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.group = node(None, "g")
        self.y = MARGIN

    def lines(
        self, text: str, room: float, size: float, most: int, fill: str, *, spread: float = 1.0, **more: Any
    ) -> None:
        """A paragraph, in as many lines as it needs and may have."""
        bold = more.get("font_weight") == 600
        for line in wrapped(clean(text), room, size, most, bold=bold, spread=spread):
            words(self.group, line, MARGIN, self.y + size, size, fill, **more)
            self.y += size * LEADING

    def map(self, told: Told, bottom: float) -> str:
        """The map at the right, down to the bottom; answers with the names of what it shows, empty without a place."""
        spots = spots_of(told)
        width = (self.look.width - 2 * MARGIN) * MAP_SHARE
        drawing = drawn_spots(spots, self.look, width, bottom - self.y) if spots else None
        if drawing is None:
            return ""
        drawing.set("transform", f"translate({self.look.width - MARGIN - width:.2f} {self.y:.2f})")
        self.group.append(drawing)
        return "; ".join(spot.name for spot in spots)

    def quotation(self, runs: Sequence[Words], room: float, bottom: float) -> None:
        """The words of the document in serif, the evidence underlined, as large as the room allows."""
        pieces = _pieces(runs)
        size = LARGEST
        lines = _filled(pieces, room, size)
        while size > SMALLEST and self.y + len(lines) * size * LEADING > bottom:
            size -= 1
            lines = _filled(pieces, room, size)
        most = max(1, int((bottom - self.y) / (size * LEADING)))
        for at, line in enumerate(lines[:most]):
            cut = [(" […]", False)] if at == most - 1 < len(lines) - 1 else []
            self._line([*line, *cut], size)

    def _line(self, pieces: Sequence[tuple[str, bool]], size: float) -> None:
        look: dict[str, Any] = {"font_family": SERIF, "font_size": size, "fill": self.look.theme.ink}
        line = node(self.group, "text", x=MARGIN, y=self.y + size, class_="quotation", **look)
        for text, marked in _joined(pieces):
            decoration = {"text_decoration": "underline"} if marked else {}
            node(line, "tspan", **decoration).text = text
        self.y += size * LEADING


def _pieces(runs: Sequence[Words]) -> list[tuple[str, bool]]:
    """The words, each with the blank that stands before it, so that runs join as they were, and whether marked."""
    pieces: list[tuple[str, bool]] = []
    apart = False
    for run in runs:
        for at, word in enumerate(clean(run.text).split(" ")):
            blank = " " if at or apart or run.text.startswith(" ") else ""
            pieces.append((blank + word, bool(run.marked)))
        apart = run.text.endswith(" ")
    return pieces


def _filled(pieces: Sequence[tuple[str, bool]], room: float, size: float) -> list[list[tuple[str, bool]]]:
    """Words in lines; one that is wider than a line is shortened."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, marked in pieces:
        line = "".join(each for each, _ in lines[-1]) + text
        if lines[-1] and text.startswith(" ") and len(wrapped(line, room, size, 2, spread=REGULAR_SPREAD)) > 1:
            lines.append([])
        word = text if lines[-1] else text.lstrip()
        lines[-1].append((wrapped(word, room, size, 1, spread=REGULAR_SPREAD)[0] if not lines[-1] else word, marked))
    return lines


def _joined(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours that are marked alike as one."""
    joined: list[tuple[str, bool]] = []
    for text, marked in pieces:
        if joined and joined[-1][1] == marked:
            joined[-1] = joined[-1][0] + text, marked
        else:
            joined.append((text, marked))
    return joined


def _source(told: Told, room: float) -> list[str]:
    """The citation of what is quoted, how many passages more there are, and whose map it is."""
    lines: list[str] = []
    more = len(told.quotations) - 1
    rest = f" And {counted(more, 'more passage')}." if more > 0 else ""
    if told.quotations:
        lines += wrapped(clean(f"Source: {cited(told.quotations[0])}{rest}"), room, FINE, SOURCE_LINES)
    credit = f"Map: {CREDIT}." if spots_of(told) else ""
    return [*lines, *wrapped(credit, room, FINE, 1)]


def _alt(told: Told, where: str) -> str:
    """What somebody who cannot see the picture is told: everything that stands in it."""
    quotation = f"“{' '.join(told.quotations[0].exact.split())}”" if told.quotations else ""
    source = f"Source: {cited(told.quotations[0])}" if told.quotations else ""
    parts = (f"{told.title}.", f"{told.subtitle}.", *known_of(told), told.sentence, quotation, source)
    return clean(" ".join([*filter(None, parts), f"Map: {where}." if where else ""]))
