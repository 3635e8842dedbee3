"""The timeline: events in lanes over time, drawn so that what is uncertain looks uncertain. A pure function of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.views.lettering import text_width
from dashboard.views.theme import SIZE_CAPTION, theme_named
from dashboard.views.timeline_items import NO_LANE, Item, LaneKind, items_of
from dashboard.views.timeline_labels import place_labels
from dashboard.views.timeline_lanes import LANE_LEAST, OTHER_LANES, Lanes, arrange, lane_order
from dashboard.views.timeline_overview import LEGEND_WIDTH
from dashboard.views.timeline_paint import Shape, bin_table, detail_spec, table
from dashboard.views.timeline_pen import AXIS_HEIGHT, HEADER_HEIGHT, Area, Pen
from dashboard.views.timeline_scale import TimeScale, folded_scale, padded, true_scale
from dashboard.views.timeline_summary import summary_of_lanes
from dashboard.views.timeline_window import Window, opened, window_days

FOLD_BELOW = 100
"""Empty years are folded for fewer events than this."""
EDGE = 6.0
"""Air at the right."""
FOOT = 4.0
"""Air between the lowest lane and the axis."""
GUTTER_SHARE = 0.2
"""How much of the width the names of the lanes may take."""
_UNNAMED = {"topic": "No topic", "country": "No country", "kind": "Other", "document": "No document"}
_OTHERS = {"topic": "other topics", "country": "other countries", "kind": "other kinds", "document": "other documents"}


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    """What is painted, and what is to be said of it."""

    spec: dict[str, Any]
    """Vega-Lite without data, the same for every selection, window and filter: depends on theme and size."""
    data: pa.Table
    """The shapes to paint."""
    folded: bool
    """Whether empty years are folded."""
    shown: int
    """Events with a mark of their own, in a band, or counted in a mark of several."""
    earlier: int
    """Events before the window."""
    later: int
    undated: int
    gutter: int
    """Pixels left of the plot, where the lanes are named; the overview leaves the same free."""
    summary: str
    """What is drawn, in words."""
    bins: pa.Table = field(default_factory=partial(bin_table, (), 0))
    """What clicks on columns mean, where events are counted."""

    @property
    def note(self) -> str:
        """What the picture leaves out or bends, in words."""
        said = []
        if self.undated:
            said.append(f"{self.undated} undated, not drawn here.")
        if self.folded:
            said.append("Empty years are folded.")
        return " ".join(said)


def timeline(
    rows: pd.DataFrame,
    *,
    lanes: LaneKind = "topic",
    lane_labels: Mapping[str, str] | None = None,
    selected: str | None = None,
    window: Window | None = None,
    outside: tuple[int, int] | None = None,
    beyond: tuple[str, str] | None = None,
    true_scale: bool = False,
    theme: str = "light",
    width: int = 912,
    height: int = 272,
    turn: int = 0,
) -> TimelineFigure:
    """Draw the events of `find_events` in lanes.

    outside: how many events lie before and after the window, where the rows are only those that touch it; beyond: the
    windows (“first/last”) that show them, else this one, open to that side.

    lane_labels: what the lanes are called, by topic key, ISO code, kind or document id, in the order of the
    vocabulary; a key without a label is shown as it is. turn: rises with every selection made, so that a second
    click on the same mark is told apart from the first.
    """
    labels = lane_labels or {}
    items, undated = items_of(rows, lanes)
    inside, earlier, later = _in_window(items, window) if outside is None else (items, *outside)
    order = _order(items, labels, lanes, height)
    names = lane_names(order, labels, lanes)
    gutter = gutter_width({**labels, **names}.values(), width)
    area = Area(gutter, width - EDGE, HEADER_HEIGHT, height - AXIS_HEIGHT)
    scale = _scale(items, window, area, true_scale)
    drawn = arrange([item for item in inside if not item.band], order, scale, area.top, area.bottom - FOOT)
    pen = Pen(theme_named(theme), area, scale)
    chips = pen.chips(earlier, later, beyond or opened(window)) if window else []
    bands = [item for item in inside if item.band]
    kept_clear = [(chip.x, chip.x2) for chip in chips if chip.part == "hit"]
    shapes = [*pen.bands(bands, selected, kept_clear), *_above_the_bands(pen, drawn, names, selected), *chips]
    told = [names[lane.key] for lane in drawn.lanes]
    return TimelineFigure(
        spec=detail_spec(theme, width, height),
        data=table(shapes, turn),
        folded=bool(scale.breaks),
        shown=len(inside),
        earlier=earlier,
        later=later,
        undated=undated,
        gutter=gutter,
        summary=summary_of_lanes(len(inside), told, earlier=earlier, later=later, undated=undated),
    )


def _order(items: Iterable[Item], labels: Mapping[str, str], lanes: LaneKind, height: int) -> dict[str, str]:
    """The lane that each lane key is drawn in, from top to bottom, as many as a height has room for."""
    most = max(1, int((height - AXIS_HEIGHT - HEADER_HEIGHT) / LANE_LEAST))
    counts = Counter(item.lane for item in items if not item.band)
    return lane_order(counts, labels, most=most, fixed=lanes in ("topic", "kind"))


def _above_the_bands(pen: Pen, lanes: Lanes, names: Mapping[str, str], selected: str | None) -> Iterator[Shape]:
    """Axis, lanes, marks and their labels, from the ground up."""
    yield from pen.axis()
    yield from pen.lanes(lanes, names, pen.area.left - 12)
    for mark in lanes.marks:
        yield from pen.mark(mark, selected)
    for label in place_labels(lanes.lanes, selected, pen.area.left, pen.area.right):
        yield from pen.label(label)


def can_fold(rows: pd.DataFrame) -> bool:
    """Whether there are empty years to fold, and few enough events for it; a window is always true to scale."""
    dated = rows[rows["earliest"].notna() | rows["latest"].notna()]
    items, _ = items_of(dated.head(FOLD_BELOW), "kind")
    return len(dated) < FOLD_BELOW and folded_scale([item.days for item in items], 0, 1) is not None


def lane_names(order: Mapping[str, str], labels: Mapping[str, str], lanes: LaneKind) -> dict[str, str]:
    """What stands beside each lane that is drawn."""
    names = {lane: labels.get(lane, lane.replace("-", " ").capitalize()) for lane in order.values()}
    if NO_LANE in names:
        names[NO_LANE] = _UNNAMED[lanes]
    if OTHER_LANES in names:
        names[OTHER_LANES] = f"{sum(lane == OTHER_LANES for lane in order.values()):,} {_OTHERS[lanes]}"
    return names


def gutter_width(names: Iterable[str], width: int) -> int:
    """What the names of the lanes take at the left: the widest of the whole vocabulary, whatever is filtered."""
    widest = max((text_width(name, SIZE_CAPTION) for name in names), default=0.0)
    return int(max(LEGEND_WIDTH, min(widest + 14, width * GUTTER_SHARE)))


def _scale(items: Sequence[Item], window: Window | None, area: Area, asked_true: bool) -> TimeScale:
    """The window true to scale; else all events, empty years folded while there are few."""
    if window:
        return true_scale(window_days(window, items), area.left, area.right)
    spans = [item.days for item in items]
    folded = None if asked_true or len(items) >= FOLD_BELOW else folded_scale(spans, area.left, area.right)
    return folded or true_scale(padded(spans), area.left, area.right)


def _in_window(items: Sequence[Item], window: Window | None) -> tuple[list[Item], int, int]:
    """The events that touch the window, and how many lie before and after it."""
    if not window:
        return list(items), 0, 0
    first, after = window_days(window, items)
    earlier = [item for item in items if item.days[1] <= first]
    later = [item for item in items if item.days[0] >= after]
    out = {item.id for item in (*earlier, *later)}
    return [item for item in items if item.id not in out], len(earlier), len(later)
