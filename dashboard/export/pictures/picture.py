"""A picture: header, drawing and footer in one frame, to be written as SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from dashboard.english import counted
from dashboard.export.look import FINE, Look
from dashboard.export.pictures.body import Body
from dashboard.export.pictures.map_body import map_body
from dashboard.export.pictures.painter import as_pdf, as_png
from dashboard.export.pictures.png import described
from dashboard.export.pictures.svg import SERIF, node, words, written
from dashboard.export.pictures.timeline_body import timeline_body
from dashboard.export.pictures.wrapping import wrapped
from dashboard.export.selection import Selection
from dashboard.model import Document
from dashboard.queries import summary
from dashboard.views.citation import citation
from dashboard.views.theme import SIZE_TITLE

MARGIN = 20.0
TITLE_LINE = 26.0
SUBTITLE = 13.0
SUBTITLE_LINE = 17.0
FINE_LINE = 13.0
GAP = 10.0
NOTE_LINES = 2
SOURCE_LINES = 6
MOST_CITED = 200
"""Documents cited in the description of a picture, which somebody listens to; there is a form for all of them."""
SERIF_SPREAD = 1.08
"""Our semibold serif runs that much wider than our sans."""

POINTS = 0.75
"""A pixel in points, which is what a page of PDF is measured in."""

Draw = Callable[[Selection, Look, float, float], Body]
VIEWS: dict[str, Draw] = {"timeline": timeline_body, "map": map_body}


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture."""

    svg: str
    look: Look
    alt: str
    """What it shows, in words, with its sources."""

    def png(self) -> bytes:
        """In pixels, as many as the look asks for, its description within."""
        return described(as_png(self.svg, self.look.scale), self.alt)

    def pdf(self) -> bytes:
        """As one page of its size, 96 pixels to the inch."""
        size = self.look.size
        inches = f'width="{size.width * POINTS:g}" height="{size.height * POINTS:g}"'
        return as_pdf(self.svg.replace(f'width="{size.width}" height="{size.height}"', inches, 1))


def picture_of(selection: Selection, view: str) -> Picture:
    """The timeline or the map of a selection, under its caption or a title of one's own."""
    look = selection.look
    room = look.width - 2 * MARGIN
    title = title_of(selection)
    header = _Header(title, selection.left_out, room)
    cited = list(islice(selection.sources, MOST_CITED))
    more = len(selection.sources) - len(cited)
    sources = _source_lines(cited, more, room)
    top = MARGIN + header.height + GAP
    bottom = look.height - MARGIN - FINE_LINE * (NOTE_LINES + len(sources)) - GAP
    selection.tell(f"Drawing the {view}")
    body = VIEWS[view](selection, look, room, bottom - top)
    others = f" And {counted(more, 'more document')}." if more else ""
    alt = f"{body.alt} Sources: {' '.join(map(citation, cited))}{others}"
    frame = framed_sheet(look, title, alt)
    header.draw(frame, look)
    body.group.set("transform", f"translate({MARGIN} {top:.2f})")
    frame.append(body.group)
    notes = wrapped(f"{body.note} {body.credit}".strip(), room, FINE, NOTE_LINES)
    footer(frame, look, [*notes, *sources])
    return Picture(written(frame), look, alt)


def title_of(selection: Selection) -> str:
    """The title wished for, else what the filters say; without any, from when to when what is told of took place."""
    if selection.look.title:
        return selection.look.title
    if selection.filters.active():
        return selection.caption
    years = dict.fromkeys(str(year) for year in _first_and_last_year(selection) if year is not None)
    return f"Events, {'–'.join(years)}" if years else selection.caption


def _first_and_last_year(selection: Selection) -> tuple[int | None, int | None]:
    if not selection.telling:
        known = summary(selection.atlas, selection.filters)
        return known.first_year, known.last_year
    dates = [entry.event.date for entry in selection.telling.entries if entry.event.date]
    days = [day for date in dates for day in (date.earliest, date.latest) if day]
    return (min(days).year, max(days).year) if days else (None, None)


def framed_sheet(look: Look, title: str, alt: str) -> Element:
    """An empty picture of the look's size and ground, with its title and description."""
    size = look.size
    frame = node(
        None,
        "svg",
        width=size.width,
        height=size.height,
        viewBox=f"0 0 {look.width:.3f} {look.height:.3f}",
        role="img",
        aria_labelledby="title description",
    )
    node(frame, "title", title, id="title")
    node(frame, "desc", alt, id="description")
    if look.ground != "transparent":
        node(frame, "rect", width=look.width, height=look.height, fill=look.theme.paper)
    return frame


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline or a map without header and footer, for a page that has its own."""

    png: bytes
    alt: str
    note: str
    credit: str


SHARPNESS = 2.0
"""Pixels of a drawing for each pixel of the slide it stands on."""


def drawing_of(selection: Selection, view: str, width: float, height: float) -> Drawing:
    """The timeline or the map of a selection alone, in a frame of so many pixels."""
    look = selection.look
    unit = look.size.unit
    body = VIEWS[view](selection, look, width / unit, height / unit)
    return Drawing(framed(body.group, width, height, unit), body.alt, body.note, body.credit)


def framed(group: Element, width: float, height: float, unit: float) -> bytes:
    """A drawing as a sharp PNG on no ground, so that it stands on whatever slide there is."""
    frame = node(
        None, "svg", width=width, height=height, viewBox=f"0 0 {width / unit:.3f} {height / unit:.3f}", role="img"
    )
    frame.append(group)
    return as_png(written(frame), SHARPNESS)


class _Header:
    """Title and subtitle, in as many lines as they need."""

    def __init__(self, title: str, subtitle: str, room: float) -> None:
        self.title = wrapped(title, room, SIZE_TITLE, 2, bold=True, spread=SERIF_SPREAD)
        self.subtitle = wrapped(subtitle, room, SUBTITLE, 2)
        self.height = TITLE_LINE * len(self.title) + SUBTITLE_LINE * len(self.subtitle)

    def draw(self, frame: Element, look: Look) -> None:
        """Write the lines at the top of the frame."""
        y = MARGIN
        for line in self.title:
            words(frame, line, MARGIN, y + 19, SIZE_TITLE, look.theme.ink, font_family=SERIF, font_weight=600)
            y += TITLE_LINE
        for line in self.subtitle:
            words(frame, line, MARGIN, y + 12, SUBTITLE, look.theme.secondary)
            y += SUBTITLE_LINE


def _source_lines(sources: Sequence[Document], more: int, room: float) -> list[str]:
    """The citations, each from a line of its own; where they are too many, how many more there are.

    more: how many documents there are besides `sources`.
    """
    lines: list[str] = []
    where = f"; the first {len(sources):,} of all are" if more else ","
    for at, source in enumerate(sources):
        left = len(sources) + more - at
        begin = "" if at else "Source: " if left == 1 else "Sources: "
        own = wrapped(begin + citation(source), room, FINE, SOURCE_LINES - 1)
        if len(lines) + len(own) + (left > 1) > SOURCE_LINES:
            said = f"and {counted(left, 'more document')}{where} cited in the description of this file."
            return [*lines, said]
        lines += own
    return [*lines, f"and {counted(more, 'more document')}."] if more else lines


def footer(frame: Element, look: Look, lines: Sequence[str]) -> None:
    """The lines, the last of them at the foot of the frame."""
    top = look.height - MARGIN - FINE_LINE * len(lines)
    for at, line in enumerate(lines):
        words(frame, line, MARGIN, top + 10 + at * FINE_LINE, FINE, look.theme.secondary)
