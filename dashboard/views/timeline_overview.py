"""The strip under the timeline: all events at a true scale of UTC, and the window that is shown above it.

A brush over it returns milliseconds of UTC; `brushed_window` makes a window of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import altair as alt
import pandas as pd
import pyarrow as pa

from dashboard.queries.bins import Bin
from dashboard.views.theme import FAMILIES, FAMILY_KEYS, Theme, theme_named
from dashboard.views.timeline_columns import paths_of
from dashboard.views.timeline_items import Item, items_of
from dashboard.views.timeline_paint import ALPHA, BRUSHED, FILL, SHAPES, STROKE, finished, layer_of, summary_layer
from dashboard.views.timeline_scale import Days, date_of, padded, ticks, true_scale
from dashboard.views.timeline_summary import summary_of_strip
from dashboard.views.timeline_window import Window, window_days

OVERVIEW_HEIGHT = 40
EDGE = 6
"""Pixels left free at the right."""
_BASE = 23.0
_ROW = 4.0
_TOP = 2.0
_TICK_WIDTH = 2.2
_BAND_ALPHA = 0.10
_DAY = 86_400
LEGEND_WIDTH = 152
"""What the legend needs left of the strip."""
LEGEND_RIGHT = 72
LEGEND_RADIUS = 4.2
_WORDS = {
    "meeting": "meeting",
    "agreement": "agreement",
    "war": "war",
    "message": "message",
    "other": "other",
}
_HOLLOW = "not in text"
"""Said of a hollow sign: a date from the reference list is the doubt that most marks of a document have."""
_EXPLAINED = (
    "Hollow: date, or part of it, from the reference list. Dashed: planned. Dotted: proposed. Struck through: denied. "
    "Pale bar: some time within. Faded end: about, or not known."
)
_SHADE = alt.FillOpacity("alpha:Q", scale=None, legend=None)
"""The window is pale within and has the edges of a brush, so that one of a few weeks is seen among decades."""
SHAPE_OF_FAMILY = alt.Shape(
    "family:N", scale=alt.Scale(domain=[f.key for f in FAMILIES], range=[f.path for f in FAMILIES]), legend=None
)


_DOMAIN = [
    {"expr": f"extent(pluck(data('{SHAPES}'), 'day'))[0] || 0"},
    {"expr": f"extent(pluck(data('{SHAPES}'), 'day2'))[1] || 0"},
]
"""The days of all shapes at once: left to itself, Vega takes them from each layer, and complains of every empty one."""
_DESCRIPTION = "Overview: all events over the whole period, below the timeline"


class _Piece(NamedTuple):
    """One row of what the strip paints; which fields matter depends on the part."""

    part: str
    """edge (unseen: the days the scale reaches over), band, window, stroke, columns (a path), rule, text."""
    day: float
    day2: float
    y: float = 0.0
    """Pixels from the top."""
    y2: float = 0.0
    fill: str = "transparent"
    alpha: float = 1.0
    stroke: str = "transparent"
    text: str = ""
    """The words; of columns, the path."""


@dataclass(frozen=True, slots=True)
class OverviewFigure:
    """What the strip paints."""

    spec: dict[str, Any]
    """Vega-Lite without data: depends on theme, size and the width left free for the names of the lanes."""
    data: pa.Table
    summary: str
    """What is drawn, in words."""


def overview(
    rows: pd.DataFrame, *, window: Window | None = None, theme: str = "light", width: int = 912, gutter: int = 0
) -> OverviewFigure:
    """Every dated event of `find_events` as a stroke in the row of its family, over the whole period."""
    items, _ = items_of(rows, "kind")
    colours = theme_named(theme)
    domain = padded(item.days for item in items)
    pieces = [_Piece("edge", day, day) for day in domain]
    pieces += _strokes(items, colours, domain, width - gutter)
    pieces += _axis(domain, colours, gutter, width)
    if window:
        pieces.append(_shade(window_days(window, items), colours))
    days = (min(item.days[0] for item in items), max(item.days[1] for item in items)) if items else None
    return OverviewFigure(
        overview_spec(theme, width, gutter), _table(pieces), summary_of_strip(len(items), days, window)
    )


def binned_overview(
    bins: Sequence[Bin],
    *,
    extent: Window,
    window: Window | None = None,
    theme: str = "light",
    width: int = 912,
    gutter: int = 0,
) -> OverviewFigure:
    """The same for very many events: columns of their number by family, over the days of an extent."""
    colours, domain = theme_named(theme), window_days(extent, ())
    scale = true_scale(domain, 0, width - EDGE - gutter)
    pieces = [_Piece("edge", day, day) for day in domain]
    for family, path in paths_of(bins, scale, _BASE, _BASE - _TOP):
        pieces.append(_Piece("columns", domain[0], domain[0], fill=colours.family(family), text=path))
    pieces += _axis(domain, colours, gutter, width)
    if window:
        first, after = window_days((window[0] or extent[0], window[1] or extent[1]), ())
        pieces.append(_shade((max(first, domain[0]), min(after, domain[1])), colours))
    said = summary_of_strip(sum(each.events for each in bins), domain, window)
    return OverviewFigure(overview_spec(theme, width, gutter), _table(pieces), said)


def _shade(days: Days, colours: Theme) -> _Piece:
    """The window that is shown above."""
    return _Piece("window", *days, y=1, y2=_BASE + 1, fill=colours.ink, alpha=0.09, stroke=colours.ink)


def brushed_window(selection: dict[str, Any]) -> Window | None:
    """The first and last day under a brush; None where it was wiped away."""
    edges = selection.get("day")
    if not isinstance(edges, Sequence) or len(edges) != 2:
        return None
    first, after = sorted(float(edge) / 1000 / _DAY for edge in edges)
    epoch = datetime.date(1970, 1, 1).toordinal()
    last = max(first, after - 1e-6)
    return date_of(epoch + first // 1).isoformat(), date_of(epoch + last // 1).isoformat()


def _strokes(items: Sequence[Item], colours: Theme, domain: Days, room: float) -> list[_Piece]:
    """One stroke for the events of a family that share a place on the strip; bands behind all."""
    days_a_stroke = (domain[1] - domain[0]) * _TICK_WIDTH / room
    found: dict[tuple[str, int, int], _Piece] = {}
    for item in items:
        first, after = _drawn_days(item, domain)
        middle = (first + after) / 2
        half = max((after - first) / 2, days_a_stroke / 2)
        colour = colours.family(item.family)
        if item.band:
            band = _Piece("band", first, after, y2=_BASE, fill=colour, alpha=_BAND_ALPHA)
            found["band", int(first), int(after)] = band
            continue
        row = FAMILY_KEYS.index(item.family) if item.family in FAMILY_KEYS else len(FAMILY_KEYS) - 1
        place = (item.family, int((middle - half) / days_a_stroke), int((middle + half) / days_a_stroke))
        top = _TOP + row * _ROW
        stroke = _Piece("stroke", middle - half, middle + half, y=top, y2=top + _ROW - 0.8, fill=colour)
        found.setdefault(place, stroke._replace(alpha=0.6) if item.vague else stroke)
    return sorted(found.values(), key=attrgetter("part"))


def _drawn_days(item: Item, domain: Days) -> Days:
    """The days of an event; a little way only where the other end is not known."""
    (first, after), reach = item.days, (domain[1] - domain[0]) * 0.03
    if item.open_end:
        after = min(after, first + reach)
    elif item.open_start:
        first = max(first, after - reach)
    return first, after


def _axis(domain: Days, colours: Theme, gutter: int, width: int) -> list[_Piece]:
    scale = true_scale(domain, gutter, width)
    share = (domain[1] - domain[0]) / (width - gutter)
    pieces = [_Piece("rule", *domain, y=_BASE, y2=_BASE, stroke=colours.coast)]
    for tick in ticks(scale):
        day = domain[0] + (tick.x - gutter) * share
        pieces.append(_Piece("rule", day, day, y=_BASE, y2=_BASE + 4, stroke=colours.coast))
        if tick.label:
            pieces.append(_Piece("text", day, day, y=_BASE + 9, fill=colours.secondary, text=tick.label))
    return pieces


def _table(pieces: Sequence[_Piece]) -> pa.Table:
    """Days become instants of UTC: with a scale of UTC they stand right in every time zone."""
    columns = zip(_Piece._fields, zip(*pieces, strict=True), strict=True)
    return pa.table({name: _column(name, values) for name, values in columns})


def _column(name: str, values: Sequence[Any]) -> pa.Array:
    if name in ("day", "day2"):
        epoch = datetime.date(1970, 1, 1).toordinal()
        return pa.array([round((day - epoch) * _DAY) * 1000 for day in values], pa.timestamp("ms", tz="UTC"))
    return pa.array(values, pa.float32() if name in ("y", "y2", "alpha") else pa.string())


@lru_cache(maxsize=32)
def overview_spec(theme_name: str, width: int, gutter: int) -> dict[str, Any]:
    """The specification without data; do not change what it returns."""
    theme = theme_named(theme_name)
    right = {"expr": f"width - {EDGE}"}
    x = alt.X("day:T", axis=None, scale=alt.Scale(type="utc", nice=False, domain=_DOMAIN, range=[gutter, right]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[OVERVIEW_HEIGHT, 0], nice=False, zero=False))
    look = alt.BrushConfig(fill=theme.ink, fillOpacity=0.06, stroke=theme.ink, strokeOpacity=0.6)
    brush = alt.selection_interval(name=BRUSHED, encodings=["x"], mark=look, zoom=False)
    area = {"x2": "day2:T", "y2": "y2:Q"}
    layers = [
        layer_of("band").mark_rect(aria=False).encode(FILL, ALPHA, **area).add_params(brush),
        layer_of("window").mark_rect(aria=False, strokeOpacity=0.6).encode(FILL, _SHADE, STROKE, **area),
        layer_of("stroke").mark_rect(aria=False).encode(FILL, ALPHA, **area),
        layer_of("columns")
        .mark_point(aria=False, size=4, strokeWidth=0, opacity=1, shape={"expr": "datum.text"})
        .encode(FILL),
        layer_of("rule").mark_rule(aria=False).encode(STROKE, **area),
        layer_of("edge").mark_point(opacity=0, aria=False),
        layer_of("text").mark_text(align="left", dx=3, aria=False).encode(FILL, text="text:N"),
    ]
    chart = alt.layer(*(layer.encode(x, y) for layer in layers), *_legend(theme, gutter), summary_layer()).properties(
        width=width, height=OVERVIEW_HEIGHT, description=_DESCRIPTION
    )
    return finished(chart, theme)


def _legend(theme: Theme, gutter: int) -> list[alt.Chart]:
    """The signs of the families in the corner under the names of the lanes, and that of a date that is not given; what
    dashed, dotted and pale mean is said where the pointer rests on them.
    """
    left, right = 6, max(80, gutter - LEGEND_RIGHT)
    places = dict(zip(("meeting", "agreement", "message"), ((left, y) for y in (7, 20, 33)), strict=True))
    places |= {"war": (right, 7), "other": (right, 20)}
    signs = [
        {"px": x, "py": y, "family": key, "word": _WORDS[key], "fill": theme.family(key), "stroke": "transparent"}
        for key, (x, y) in places.items()
    ]
    hollow = {"family": "meeting", "word": _HOLLOW, "fill": "transparent", "stroke": theme.secondary}
    signs = [{**sign, "title": _EXPLAINED} for sign in (*signs, {"px": right, "py": 33, **hollow})]
    base = alt.Chart(alt.Data(values=signs)).encode(
        alt.X("px:Q", scale=None), alt.Y("py:Q", scale=None), tooltip=alt.Tooltip("title:N", title="Signs")
    )
    return [
        base.mark_point(size=4 * LEGEND_RADIUS**2, opacity=1, aria=False, strokeWidth=1.5).encode(
            SHAPE_OF_FAMILY, FILL, STROKE
        ),
        base.mark_text(align="left", dx=10, fill=theme.secondary, aria=False).encode(text="word:N"),
    ]
