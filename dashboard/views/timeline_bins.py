"""The timeline of very many events: in each lane columns of their number, by family, instead of a mark for each.

First `plan_bins` settles what fits (lanes, scale, how wide a bin is); then the bins are counted, and
`bin_timeline` draws them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from dashboard.datespan import Day
from dashboard.datewords import in_words
from dashboard.english import counted
from dashboard.queries.bins import Bin, Binning, BinUnit
from dashboard.views.lettering import shorten, text_width
from dashboard.views.theme import FAMILIES, SIZE_CAPTION, theme_named
from dashboard.views.timeline import EDGE, FOOT, TimelineFigure, gutter_width, lane_names
from dashboard.views.timeline_columns import column as painted
from dashboard.views.timeline_columns import days_of, height_of, highest, stacks, total
from dashboard.views.timeline_items import EPOCH, LaneKind, items_of
from dashboard.views.timeline_labels import Label
from dashboard.views.timeline_lanes import LABEL_GAP, MARK, OTHER_LANES, Lane, Lanes, Mark, lane_order
from dashboard.views.timeline_paint import BinHit, Shape, bin_table, detail_spec, table
from dashboard.views.timeline_pen import AXIS_HEIGHT, HEADER_HEIGHT, WINDOW, Area, Pen
from dashboard.views.timeline_scale import Days, TimeScale, date_of, true_scale
from dashboard.views.timeline_summary import summary_of_lanes
from dashboard.views.timeline_window import Window, window_days

MOST_MARKS = 2000
"""Events drawn one by one. More have no room on any screen (at twenty rows of sixty marks most are joined already), and
placing them takes longer than a reader likes to wait: see `make bench`."""
STRIP_LEAST = 2.2
"""Pixels of a column of the strip, which only the brush touches."""
UNITS: Mapping[BinUnit, float] = {"day": 1, "month": 30.4, "year": 365.25, "decade": 3652.5, "century": 36525}
"""From fine to coarse, with about how many days each has."""
BIN_LEAST = 3.5
"""Pixels below which a bin is too narrow to be clicked."""
LANE_LEAST = 23.0
"""Height below which the smallest lanes are put together."""
VAGUE_ALPHA = 0.4
LABEL_MOST = 300.0
EXPLAINED = (
    "Each dated event is counted once: in the lane it names first, where it begins. Heights grow with the square root"
    " of the number. Pale columns hold what is known less exactly than a bin is wide, over all of its time."
)


@dataclass(frozen=True, slots=True)
class BinPlan:
    """What fits: which lanes have a place of their own, where everything stands, and how wide a bin is."""

    lanes: LaneKind
    order: Mapping[str, str]
    """The lane that each lane key is drawn in, from top to bottom."""
    names: Mapping[str, str]
    unit: BinUnit
    area: Area
    scale: TimeScale
    width: int
    height: int

    @property
    def binning(self) -> Binning:
        """How the events are to be counted for it."""
        own = tuple(key for key, lane in self.order.items() if key == lane)
        return Binning(self.unit, self.lanes, own, OTHER_LANES)


def plan_bins(
    counts: Mapping[str, int],
    labels: Mapping[str, str],
    *,
    lanes: LaneKind,
    window: Window,
    width: int = 912,
    height: int = 272,
) -> BinPlan:
    """Plan for lanes with so many events each, over a window with both ends."""
    most = max(1, int((height - AXIS_HEIGHT - HEADER_HEIGHT) / LANE_LEAST))
    order = lane_order(counts, labels, most=most, fixed=lanes in ("topic", "kind"))
    names = lane_names(order, labels, lanes)
    gutter = gutter_width({**labels, **names}.values(), width)
    area = Area(gutter, width - EDGE, HEADER_HEIGHT, height - AXIS_HEIGHT)
    scale = true_scale(window_days(window, ()), area.left, area.right)
    return BinPlan(lanes, order, names, unit_for(scale.domain, area.right - area.left), area, scale, width, height)


def unit_for(days: Days, room: float, least: float = BIN_LEAST) -> BinUnit:
    """The finest bins that are wide enough."""
    pixels_a_day = room / (days[1] - days[0])
    wide: list[BinUnit] = [unit for unit, length in UNITS.items() if length * pixels_a_day >= least]
    return wide[0] if wide else "century"


def bin_timeline(
    plan: BinPlan,
    bins: Sequence[Bin],
    *,
    selected: pd.DataFrame | None = None,
    outside: tuple[int, int] = (0, 0),
    beyond: tuple[str, str] = ("", ""),
    undated: int = 0,
    single_below: int = 0,
    theme: str = "light",
    turn: int = 0,
) -> TimelineFigure:
    """Draw bins, the selected event as a mark among them, and chips for what lies outside.

    selected: its row of find_events, or none. outside: events before and after the window; beyond: the windows
    (“first/last”) that show them. single_below: from how many events down single marks are drawn, for the caption; 0
    where none are.
    """
    pen = Pen(theme_named(theme), plan.area, plan.scale)
    lanes = _lanes(plan)
    chips = pen.chips(*outside, beyond)
    shapes = [
        *pen.axis(),
        *pen.lanes(lanes, plan.names, plan.area.left - 12),
        *_columns(pen, lanes, bins),
        *_caption(pen, plan, bins, chips, single_below),
        *chips,
        *_selection(pen, lanes, plan, selected),
    ]
    shown = sum(each.events for each in bins)
    names, (earlier, later) = [plan.names[lane.key] for lane in lanes.lanes], outside
    return TimelineFigure(
        spec=detail_spec(theme, plan.width, plan.height),
        data=table(shapes, turn),
        folded=False,
        shown=shown,
        earlier=earlier,
        later=later,
        undated=undated,
        gutter=int(plan.area.left),
        summary=summary_of_lanes(shown, names, earlier=earlier, later=later, undated=undated, unit=plan.unit),
        bins=bin_table(_hits(plan, bins), turn),
    )


def _lanes(plan: BinPlan) -> Lanes:
    """Lanes of equal height."""
    keys = list(dict.fromkeys(plan.order.values()))
    pitch = (plan.area.bottom - FOOT - plan.area.top) / max(1, len(keys))
    tops = [plan.area.top + at * pitch for at in range(len(keys))]
    return Lanes([Lane(key, [], 1, top, top + pitch) for key, top in zip(keys, tops, strict=True)], pitch)


def _columns(pen: Pen, lanes: Lanes, bins: Sequence[Bin]) -> Iterator[Shape]:
    """One path for all columns of a family in a lane: pale ones first, behind the others."""
    place = {lane.key: lane for lane in lanes.lanes}
    both = {vague: stacks(bins, vague=vague) for vague in (True, False)}
    most = highest(*both.values())
    for vague, found in both.items():
        paths: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (key, _, _), stack in found.items():
            height = height_of(total(stack), most, lanes.pitch - 3)
            for family, path in painted(pen.scale, stack, place[key].bottom - 1, height):
                paths[key, family].append(path)
        for (_, family), parts in paths.items():
            alpha = VAGUE_ALPHA if vague else 1.0
            yield Shape("columns", 0, 0, fill=pen.theme.family(family), alpha=alpha, shape="".join(parts))


class Column(NamedTuple):
    """A column of a lane over a stretch of time: the room it may fill, and what it counts."""

    lane: str
    """What the lane is called."""
    when: str
    """The stretch of time in words."""
    window: str
    """The same as the window that a click shows."""
    vague: bool
    x: float
    y: float
    x2: float
    y2: float
    stack: Sequence[Bin]
    """A bin a family, in the order of the families."""


def columns_of(plan: BinPlan, bins: Sequence[Bin]) -> Iterator[Column]:
    """Where each column stands; pale ones come first, for they stand behind the others."""
    place = {lane.key: lane for lane in _lanes(plan).lanes}
    for vague in (True, False):
        for (key, _, _), stack in stacks(bins, vague=vague).items():
            days, lane = days_of(stack[0]), place[key]
            when, window = _when(days, plan.unit, vague)
            left = plan.scale.x(days[0])
            right = max(plan.scale.x(days[1]), left + 2)
            yield Column(plan.names[key], when, window, vague, left, lane.top + 1, right, lane.bottom, stack)


def _hits(plan: BinPlan, bins: Sequence[Bin]) -> Iterator[BinHit]:
    """What a click on a column means: its days, or its event where it is the only one."""
    for column in columns_of(plan, bins):
        events, stack = total(column.stack), column.stack
        kinds = ", ".join(f"{each.events:,} {_WORDS[each.family]}" for each in stack)
        yield BinHit(
            column.x,
            column.y,
            column.x2,
            column.y2,
            id=stack[0].event if events == 1 else column.window,
            title=f"{column.lane}: {counted(events, 'event')}",
            when=f"{column.when}: {kinds}",
        )


_WORDS = {family.key: family.label.lower() for family in FAMILIES}


@lru_cache(maxsize=8192)
def _when(days: Days, unit: BinUnit, vague: bool) -> tuple[str, str]:
    """The days of a bin in words, and as the window that a click shows; the lanes share them."""
    window = f"{WINDOW}{date_of(days[0]).isoformat()}/{date_of(days[1] - 1).isoformat()}"
    first, last = (Day.of_number(int(day) - EPOCH) for day in (days[0], days[1] - 1))
    if unit == "day" and not vague:
        return in_words(first.isoformat()), window
    year, last_year = f"{first.year:04d}", f"{last.year:04d}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return in_words(year if year == last_year else f"{year}/{last_year}"), window
    month, last_month = f"{year}-{first.month:02d}", f"{last_year}-{last.month:02d}"
    return in_words(month if month == last_month else f"{month}/{last_month}"), window


def _caption(
    pen: Pen, plan: BinPlan, bins: Sequence[Bin], chips: Sequence[Shape], single_below: int
) -> Iterator[Shape]:
    """What is drawn and what to do to see single events, between the chips of the header."""
    boxes = [chip for chip in chips if chip.part == "hit"]
    left = max([pen.area.left, *(box.x2 + 8 for box in boxes if box.x < pen.area.left + 1)])
    right = min([pen.area.right, *(box.x - 8 for box in boxes if box.x > pen.area.left + 1)])
    said = caption(plan.unit, single_below, vague=any(each.vague for each in bins))
    text = shorten(said, right - left, SIZE_CAPTION)
    full = "" if text == said else f"{said} "
    yield Shape("text", left, HEADER_HEIGHT / 2, text=text, fill=pen.theme.secondary, title=f"{full}{EXPLAINED}")


def caption(unit: BinUnit, single_below: int, *, vague: bool) -> str:
    """“Bins of a month; pale: known to the season or year only. Single events below 3,000: narrow to see them.”

    Without the second sentence where `single_below` is 0.
    """
    wider = {"day": "month or year", "month": "season or year", "year": "decade"}.get(unit)
    pale = f"; pale: known to the {wider} only" if vague and wider else ""
    singly = f" Single events below {single_below:,}: narrow to see them." if single_below else ""
    return f"Bins of a {unit}{pale}.{singly}"


def _selection(pen: Pen, lanes: Lanes, plan: BinPlan, selected: pd.DataFrame | None) -> Iterator[Shape]:
    """The selected event as a mark with its ring and its title, on a ground that keeps it legible."""
    if selected is None or selected.empty:
        return
    items, _ = items_of(selected, plan.lanes)
    place = {lane.key: lane for lane in lanes.lanes}
    for item in items:
        lane = place.get(plan.order.get(item.lane, ""))
        first, after = plan.scale.domain
        if lane is None or item.days[1] <= first or item.days[0] >= after:
            return
        left, right = pen.scale.x(item.days[0]), pen.scale.x(item.days[1])
        x = min(max((left + right) / 2, pen.area.left + MARK / 2), pen.area.right - MARK / 2)
        mark = Mark([item], x, left, right, y=(lane.top + lane.bottom) / 2)
        label = _label(mark, pen.area)
        yield Shape(
            "bar", label.left - 3, mark.y - 8, label.left + label.width + 3, mark.y + 8,
            side="none", fill=pen.theme.paper, alpha=0.88,
        )  # fmt: skip
        yield Shape("mark", mark.x, mark.y, bold=True, fill=pen.theme.paper, stroke="transparent", alpha=0.88)
        yield from pen.mark(mark, item.id)
        yield from pen.label(label)


def _label(mark: Mark, area: Area) -> Label:
    """The title right of its mark, left where there is more room."""
    room_right, room_left = area.right - mark.x - MARK, mark.x - MARK - area.left
    text = shorten(mark.item.title, min(LABEL_MOST, max(room_right, room_left)), SIZE_CAPTION, bold=True)
    width = text_width(text, SIZE_CAPTION, bold=True)
    at = mark.x + MARK / 2 + LABEL_GAP if width <= room_right else mark.x - MARK / 2 - LABEL_GAP - width
    return Label(mark, mark.item, text, at, mark.y, width, selected=True)
