"""The brush of the timeline: a chart that paints a list of shapes already placed, the same for whatever is shown.

The specification depends on nothing but theme and size. What changes between two runs is the list of shapes, so
that the browser keeps its chart and only the list travels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import altair as alt
import pyarrow as pa

from dashboard.views.theme import FAMILIES, SANS, SIZE_CAPTION, Theme, theme_named

MARK_RADIUS = 5.2
RING_RADIUS = 8.4
SHAPES = "shapes"
"""Name of the table that a specification paints."""
BINS = "bins"
"""Name of the table of what a click on a column means."""
SUMMARY = "summary"
"""Name of the table whose one row says in words what is drawn: with the data, for a name would stand in the
specification, and a new one of those makes the browser build its chart anew."""
PICKED = "picked"
"""Name of the selection: a list of one {id, turn}."""
BRUSHED = "brushed"
"""Name of the brush on the overview: {"day": [first, last]} in milliseconds of UTC."""

_DASHES = {"solid": [1, 0], "dashed": [3, 2], "dotted": [1, 1.6]}


@dataclass(frozen=True, slots=True)
class Shape:
    """One row of the list. Which fields matter depends on the part; all positions are pixels from the top left."""

    part: str
    """band, rule, columns (a path from the top left corner), bar, mark (also the ring, which is a bold circle), over
    (rules above marks), hit, text."""
    x: float
    y: float
    x2: float = 0.0
    y2: float = 0.0
    text: str = ""
    side: str = "left"
    """Text: which end stands at x (left, center, right). Bar: which ends fade (both, left, right, none)."""
    bold: bool = False
    fill: str = "transparent"
    stroke: str = "transparent"
    width: float = 1.0
    """Of the stroke."""
    alpha: float = 1.0
    dash: str = "solid"
    shape: str = "meeting"
    """Of a mark: the family. Of columns: the path."""
    id: str = ""
    """What a click on it means: an event id, or a window to show (see timeline.WINDOW)."""
    title: str = ""
    """Of a hit: with `when` its name for screen readers, which is also what tests find it by; with both the tooltip."""
    when: str = ""
    where: str = ""


class BinHit(NamedTuple):
    """One row of the table of bins: where a column is clicked, and what that means, as of a Shape that is a hit.

    There may be thousands of them with every click, so they are told apart from the other shapes and say no more than
    they must.
    """

    x: float
    y: float
    x2: float
    y2: float
    id: str
    title: str
    when: str


_COLUMNS = tuple(Shape.__dataclass_fields__)
_NUMBERS = ("x", "y", "x2", "y2", "width", "alpha")


def table(shapes: Iterable[Shape], turn: int) -> pa.Table:
    """The list as a table; `turn` goes into the selection, so that a second click on the same mark is a new one."""
    return _table(_COLUMNS, list(map(attrgetter(*_COLUMNS), shapes)), turn)


def bin_table(hits: Iterable[BinHit], turn: int) -> pa.Table:
    """The same of bins."""
    return _table(BinHit._fields, list(hits), turn)


def summary_table(words: str) -> pa.Table:
    """The one row of words."""
    return pa.table({"words": [words]})


def _table(names: Sequence[str], rows: Sequence[tuple[Any, ...]], turn: int) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    cells = {name: _column(name, values) for name, values in zip(names, columns, strict=True)}
    return pa.table(cells | {"turn": pa.array([turn] * len(rows), pa.int32())})


def _column(name: str, values: Sequence[Any]) -> pa.Array:
    """Words as codes: a byte or two each on the wire, and most cells of the words are empty."""
    if name in _NUMBERS:
        return pa.array(values, pa.float32())
    return pa.array(values, pa.bool_()) if name == "bold" else pa.array(values, pa.string()).dictionary_encode()


FILL = alt.Fill("fill:N", scale=None, legend=None)
STROKE = alt.Stroke("stroke:N", scale=None, legend=None)
ALPHA = alt.Opacity("alpha:Q", scale=None, legend=None)

_NAMED = "datum.title + ', ' + datum.when"
_TOLD = "datum.title + '. ' + datum.when"
_TOOLTIP = (
    "datum.where ? {title: datum.title, Date: datum.when, Place: datum.where}"
    f" : datum.when ? {_TOLD} : datum.title || null"
)
"""The tooltip shows “title” as its heading; it writes text as text, whatever stands in it."""

_FADING = (
    "datum.side === 'none' ? datum.fill : {gradient: 'linear', x1: 0, y1: 0, x2: 1, y2: 0, stops: ["
    "{offset: 0, color: datum.side === 'right' ? datum.fill : 'transparent'},"
    "{offset: .35, color: datum.fill}, {offset: .65, color: datum.fill},"
    "{offset: 1, color: datum.side === 'left' ? datum.fill : 'transparent'}]}"
)

_LOOK = {
    "fill": "datum.fill",
    "stroke": "datum.stroke",
    "strokeWidth": "datum.width",
    "opacity": "datum.alpha",
    "strokeDash": f"{json.dumps(_DASHES)}[datum.dash]",
    "shape": f"{json.dumps({family.key: family.path for family in FAMILIES})}[datum.shape]",
    "size": f"datum.bold ? {4 * RING_RADIUS**2} : {4 * MARK_RADIUS**2}",
    "align": "datum.side",
    "fontWeight": "datum.bold ? 600 : 400",
    "cursor": "datum.id ? 'pointer' : 'default'",
    "description": _NAMED,
    "tooltip": _TOOLTIP,
}
"""How each property of a mark follows from the columns: shorter than channels, and rectangles can be dashed."""


_DESCRIPTION = "Timeline: events as marks in lanes, in order of time from left to right"


def _look(*names: str, **own: str) -> dict[str, dict[str, str]]:
    return {name: {"expr": expression} for name, expression in {**{name: _LOOK[name] for name in names}, **own}.items()}


@lru_cache(maxsize=32)
def detail_spec(theme_name: str, width: int, height: int) -> dict[str, Any]:
    """The specification of the lanes, without data; do not change what it returns."""
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False))
    picked = alt.selection_point(name=PICKED, fields=["id", "turn"], on="click", toggle=False, clear=False)
    layers = _layers()
    layers[-1] = layers[-1].add_params(picked)
    chart = alt.layer(summary_layer(), *layers).properties(width=width, height=height, description=_DESCRIPTION)
    spec = finished(chart, theme_named(theme_name))
    return {**spec, "encoding": {"x": x.to_dict(), "y": y.to_dict()}}


def _layers() -> list[alt.Chart]:
    """From the ground up; every layer paints the shapes of one part, or of two."""
    line = ("stroke", "strokeWidth", "opacity")
    area = {"x2": "x2:Q", "y2": "y2:Q"}
    return [
        layer_of("band").mark_rect(aria=False, **_look("fill", *line)).encode(**area),
        layer_of("rule").mark_rule(aria=False, **_look("strokeDash", *line)).encode(**area),
        # a symbol's path is drawn within -1 and 1, and its size is the area of the square around: 4 leaves it as it is
        layer_of("columns").mark_point(
            aria=False, strokeWidth=0, size=4, **_look("fill", "opacity", shape="datum.shape")
        ),
        layer_of("bar").mark_rect(aria=False, **_look("strokeDash", *line, fill=_FADING)).encode(**area),
        layer_of("mark").mark_point(aria=False, **_look("fill", "shape", "size", "strokeDash", *line)),
        layer_of("over").mark_rule(aria=False, **_look(*line)).encode(**area),
        alt.Chart(alt.NamedData(BINS))
        .transform_filter("true")  # without a transform, Streamlit counts the rows and may leave out what they say
        .mark_rect(fill="transparent", cursor="pointer", **_look("description"), tooltip={"expr": _TOLD})
        .encode(**area),
        layer_of("hit")
        .mark_rect(cornerRadius=3, **_look("fill", "cursor", "description", "tooltip", *line))
        .encode(**area),
        # without a tooltip, Vega-Lite makes words deaf to clicks
        layer_of("text").mark_text(**_look("fill", "align", "fontWeight", "cursor", "tooltip")).encode(text="text:N"),
    ]


def summary_layer() -> alt.Chart:
    """No mark to see, but a name to hear: what is drawn, in words, before all that can be chosen."""
    return (
        alt.Chart(alt.NamedData(SUMMARY))
        .transform_filter("true")  # as of the bins
        .mark_text(text="", description={"expr": "datum.words"})
        .encode(x=alt.value(0), y=alt.value(0))
    )


def layer_of(part: str) -> alt.Chart:
    """A layer that paints the shapes of one part."""
    return alt.Chart().transform_filter(f"datum.part === '{part}'")


def finished(chart: alt.LayerChart, theme: Theme) -> dict[str, Any]:
    """The chart as a specification: no data, our type and paper, drawn as SVG."""
    spec = chart.configure(
        background=theme.paper,
        font=SANS,
        view=alt.ViewConfig(stroke=None),
        text=alt.MarkConfig(font=SANS, fontSize=SIZE_CAPTION, baseline="middle"),
    ).to_dict(validate=False)
    for view in spec["layer"]:
        if view.get("data", {}).get("name") == "empty":  # as Altair calls the table of a layer without one
            del view["data"]
    spec["autosize"] = {"type": "none"}  # what reaches over the edge must not move the rest
    # Streamlit leaves 20 pixels where no padding is set
    spec["padding"] = dict.fromkeys(("left", "right", "top", "bottom"), 0)
    spec["data"] = {"name": SHAPES}
    spec["usermeta"] = {"embedOptions": {"renderer": "svg", "actions": False}}
    return dict(spec)
