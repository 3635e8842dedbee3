"""How an event looks: what is known of its date, what became of it and what kind it is, as shapes to paint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from dashboard.views.lettering import shorten, text_width
from dashboard.views.theme import SIZE_CAPTION, Theme
from dashboard.views.timeline_items import Item
from dashboard.views.timeline_labels import Label
from dashboard.views.timeline_lanes import MARK, Footprint, Lanes, Mark
from dashboard.views.timeline_paint import MARK_RADIUS, Shape
from dashboard.views.timeline_scale import TICK_GAP, TimeScale, date_of, ticks

WINDOW = "window:"
"""What an id begins with that stands for a window to show: “window:1945-07-01/1945-08-31”, an open end empty."""
HEADER_HEIGHT = 16
"""Over the lanes, for the lettering of bands and for the chips at the edges."""
AXIS_HEIGHT = 20
ONCE = ": each event stands once, in the lane it names first"
"""Said of every lane: an event of several topics or countries is one mark."""
VAGUE_ALPHA = 0.55
BAND_ALPHA = 0.10
BAND_LABEL_MOST = 200.0
BAR_HALF = 3.0
_STATUS_DASH = {"planned": "dashed", "proposed": "dotted"}


@dataclass(frozen=True, slots=True)
class Area:
    """The plot: where lanes and bands stand."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one area, with one scale, in one theme."""

    theme: Theme
    area: Area
    scale: TimeScale

    def axis(self) -> Iterator[Shape]:
        """The line of time below the lanes, its ticks and words, and a mark where years are folded."""
        theme, area = self.theme, self.area
        base = area.bottom
        edges = [area.left, *(edge for gap in self.scale.breaks for edge in gap), area.right]
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            yield Shape("rule", begin, base, end, base, stroke=theme.secondary)
        for begin, end in self.scale.breaks:
            middle = (begin + end) / 2
            for at in (middle - 2, middle + 2):
                yield Shape("rule", at - 2, base + 5, at + 2, base - 5, stroke=theme.secondary)
            yield Shape("rule", middle, area.top, middle, base - 8, stroke=theme.coast, dash="dotted", alpha=0.8)
        for tick in ticks(self.scale):
            yield Shape("rule", tick.x, area.top, tick.x, base, stroke=theme.coast, alpha=0.4 if tick.strong else 0.18)
            yield Shape("rule", tick.x, base, tick.x, base + (13 if tick.strong else 6), stroke=theme.secondary)
            if tick.label:
                fill = theme.ink if tick.strong else theme.secondary
                yield Shape("text", tick.x + TICK_GAP, base + 11, text=tick.label, fill=fill, bold=tick.strong)

    def lanes(self, lanes: Lanes, names: Mapping[str, str], room: float) -> Iterator[Shape]:
        """The names of the lanes, and a hairline under each."""
        for lane in lanes.lanes:
            middle = (lane.top + lane.bottom) / 2
            text = shorten(names[lane.key], room, SIZE_CAPTION)
            yield Shape("text", 0, middle, text=text, fill=self.theme.secondary, title=f"{names[lane.key]}{ONCE}")
            if lane is not lanes.lanes[-1]:
                yield Shape("rule", 0, lane.bottom, self.area.right, lane.bottom, stroke=self.theme.coast, alpha=0.35)

    def mark(self, mark: Mark, selected: str | None) -> Iterator[Shape]:
        """A mark: its extent, its sign, and the ring when it is the selection."""
        chosen = any(item.id == selected for item in mark.members)
        if len(mark.members) > 1:
            yield from self._count(mark, chosen)
            return
        item = mark.item
        if mark.right - mark.left > MARK + 4 or item.approximate or item.ends_open:
            yield self._extent(mark)
        yield self._sign(item, mark.x, mark.y)
        if item.status == "denied":
            reach = MARK_RADIUS + 1
            yield Shape(
                "over", mark.x - reach, mark.y + reach, mark.x + reach, mark.y - reach, stroke=self.theme.ink, width=1.5
            )
        if chosen:
            yield Shape("mark", mark.x, mark.y, bold=True, stroke=self.theme.ink, width=2)
        half = MARK / 2
        yield Shape("hit", mark.x - half, mark.y - 6.5, mark.x + half, mark.y + 6.5, id=item.id, **_said(item))

    def _sign(self, item: Item, x: float, y: float) -> Shape:
        """The shape of the family: filled, hollow for a date of the reference list, broken for what did not happen."""
        colour, paper = self.theme.family(item.family), self.theme.paper
        dash = _STATUS_DASH.get(item.status, "solid")
        hollow = item.reference or item.status != "happened"
        return Shape(
            "mark",
            x,
            y,
            fill=paper if hollow else colour,
            stroke=colour if hollow else paper,
            width=1.7 if hollow else 0.8,
            dash=dash,
            shape=item.family,
        )

    def _extent(self, mark: Mark) -> Shape:
        """The bar of a range, of a month or of a year; its ends fade where they are not known."""
        item, colour = mark.item, self.theme.family(mark.item.family)
        begin, end = (mark.x - MARK, mark.x + MARK) if item.point else (mark.left, mark.right)
        half = BAR_HALF / 2 if mark.bare else BAR_HALF
        hollow = (item.reference or item.status != "happened") and not item.approximate and not item.ends_open
        fades = "both" if item.approximate or (item.open_start and item.open_end) else "none"
        fades = fades if fades == "both" else "left" if item.open_start else "right" if item.open_end else "none"
        return Shape(
            "bar",
            begin,
            mark.y - half,
            end,
            mark.y + half,
            side=fades,
            fill=self.theme.paper if hollow else colour,
            stroke=colour if hollow else "transparent",
            dash=_STATUS_DASH.get(item.status, "solid"),
            alpha=VAGUE_ALPHA if item.vague or item.point else 1.0,
        )

    def _count(self, mark: Mark, chosen: bool) -> Iterator[Shape]:
        """A mark of several: their number in a frame; a click shows their days, or the first where they share one."""
        theme, (begin, end) = self.theme, mark.footprint
        first = min(item.days[0] for item in mark.members)
        last = max(item.days[1] for item in mark.members) - 1
        window = f"{WINDOW}{date_of(first).isoformat()}/{date_of(last).isoformat()}"
        said: Said = {
            "title": f"{len(mark.members)} events",
            "when": _between(mark.members),
            "where": "Click to look closer",
        }
        stroke = theme.ink if chosen else theme.coast
        clicked = mark.item.id if last - first < 2 else window
        box = Shape(
            "hit",
            begin + 1,
            mark.y - 6,
            end - 1,
            mark.y + 6,
            fill=theme.paper,
            stroke=stroke,
            width=2 if chosen else 1,
            id=clicked,
            **said,
        )
        yield box
        yield Shape("text", mark.x, mark.y, text=str(len(mark.members)), side="center", fill=theme.ink, id=clicked)

    def label(self, label: Label) -> Iterator[Shape]:
        """A title beside its mark; that of the selection in bold, with a line to the mark where it stands apart."""
        mark = label.mark
        if label.y != mark.y:
            near = min(max(mark.x, label.left), label.left + label.width)
            edge = label.y + (6 if mark.y > label.y else -6)
            yield Shape("rule", mark.x, mark.y, near, edge, stroke=self.theme.ink)
        before = label.left < mark.x  # ends at its mark, also where the page is narrower than it was asked to be
        yield Shape(
            "text",
            label.left + label.width if before else label.left,
            label.y,
            text=label.text,
            side="right" if before else "left",
            fill=self.theme.ink,
            bold=label.selected,
            id=label.item.id,
            title="" if label.text == label.item.title else label.item.title,
        )

    def bands(self, bands: Sequence[Item], selected: str | None, taken: Sequence[Footprint]) -> Iterator[Shape]:
        """Long wars as the ground behind the lanes, each with its name at the top, beside one another."""
        taken, area = list(taken), self.area
        for item in sorted(bands, key=lambda item: item.id != selected):
            begin, end = self.scale.x(item.days[0]), self.scale.x(item.days[1])
            chosen, colour = item.id == selected, self.theme.family(item.family)
            alpha = 1.0 if chosen else BAND_ALPHA
            yield Shape("band", begin, 0, end, area.bottom, fill=colour, alpha=BAND_ALPHA)
            if chosen:
                yield Shape("band", begin, 0.75, end, area.bottom, stroke=self.theme.ink, width=1.5, alpha=alpha)
            if spot := self._band_label(item, begin, end, taken):
                taken.append((spot.x, spot.x2))
                yield spot
                fill = self.theme.ink if chosen else colour
                middle = HEADER_HEIGHT / 2
                yield Shape("text", spot.x + 5, middle, text=spot.text, fill=fill, bold=True, id=item.id)

    def _band_label(self, item: Item, begin: float, end: float, taken: list[Footprint]) -> Shape | None:
        """Where the name of a band stands in the header: over the band or at one of its ends, as near as there is room
        to where it begins."""
        text = shorten(item.title, BAND_LABEL_MOST, SIZE_CAPTION, bold=True)
        width = text_width(text, SIZE_CAPTION, bold=True) + 10
        starts = [begin, *(other[1] + 4 for other in taken), *(other[0] - 4 - width for other in taken)]
        for at in sorted(starts, key=lambda at: abs(at - begin)):
            at = max(self.area.left, min(at, self.area.right - width))
            touches = at <= end + 4 and begin <= at + width + 4
            if touches and all(at + width <= other[0] or other[1] <= at for other in taken):
                return Shape("hit", at, 0, at + width, HEADER_HEIGHT, text=text, id=item.id, **_said(item))
        return None

    def chips(self, earlier: int, later: int, beyond: tuple[str, str]) -> list[Shape]:
        """What lies outside the window, at the edge it lies beyond; a click shows that side's window (“first/last”)."""
        chips = []
        if earlier:
            chips.append(self._chip(f"‹ {earlier:,} earlier", self.area.left, f"{WINDOW}{beyond[0]}", right=False))
        if later:
            chips.append(self._chip(f"{later:,} later ›", self.area.right, f"{WINDOW}{beyond[1]}", right=True))
        return [shape for pair in chips for shape in pair]

    def _chip(self, text: str, at: float, clicked: str, *, right: bool) -> tuple[Shape, Shape]:
        width = text_width(text, SIZE_CAPTION, bold=True) + 14
        begin = at - width if right else at
        said = Said(title=text, when="Click to show them", where="")
        box = Shape("hit", begin, 1, begin + width, HEADER_HEIGHT - 1, fill=self.theme.land, id=clicked, **said)
        word = Shape("text", begin + 7, HEADER_HEIGHT / 2, text=text, fill=self.theme.ink, bold=True, id=clicked)
        return box, word


class Said(TypedDict):
    """The words of a hit."""

    title: str
    when: str
    where: str


def _said(item: Item) -> Said:
    """What tooltip and screen reader say of an event."""
    notes = [item.status] if item.status != "happened" else []
    notes += ["date, or part of it, from the reference list"] if item.reference else []
    when = ", ".join([item.when, *notes])
    return {
        "title": item.title,
        "when": when,
        "where": item.where or "not given",
    }


def _between(items: Sequence[Item]) -> str:
    first, last = items[0].when, items[-1].when
    return first if first == last else f"{first} to {last}"
