"""The chart of a deck: how many events begin in each period, by kind; native, so that its numbers can be changed."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Emu, Pt

from dashboard.export.deck.slide import Area, Slide, describe
from dashboard.views.theme import FAMILIES

MOST_YEARS = 60
"""Beyond it, decades are counted."""
WHOLE = 10
"""Below it every number has its line; an axis of its own choice would write halves."""
_ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
)


class Counts(NamedTuple):
    """How many events begin when."""

    periods: list[str]
    """“1945”, “1940s”, “Feb 1945”, in order and without a gap."""
    numbers: dict[str, list[int]]
    """By the label of the family, one number a period."""
    unit: str
    """year, decade, or month where all lies within two years."""


def counts(rows: pd.DataFrame) -> Counts:
    """The events of each family by the period in which they begin; those without a date are left out."""
    starts = rows["earliest"].fillna(rows["latest"])
    dated = rows[starts.notna()]
    months = [moment.year * 12 + moment.month - 1 for moment in starts.dropna()]
    if not months:
        return Counts([], {}, "year")
    first, last = min(months) // 12, max(months) // 12
    unit = "month" if last - first < 2 else "year" if last - first < MOST_YEARS else "decade"
    step = {"month": 1, "year": 12, "decade": 120}[unit]
    periods = range(min(months) // step, max(months) // step + 1)
    found = Counter(zip((month // step for month in months), dated["family"], strict=True))
    numbers = {
        family.label: [found[period, family.key] for period in periods]
        for family in FAMILIES
        if any(found[period, family.key] for period in periods)
    }
    return Counts([_named(period, unit) for period in periods], numbers, unit)


def _named(period: int, unit: str) -> str:
    if unit == "month":
        return f"{calendar.month_abbr[period % 12 + 1]} {period // 12}"
    return f"{period}0s" if unit == "decade" else str(period)


def add_chart(slide: Slide, area: Area, rows: pd.DataFrame) -> None:
    """Columns stacked by kind, in the colours of the theme."""
    periods, numbers, unit = counts(rows)
    data = CategoryChartData(number_format="0")
    data.categories = periods
    for label, values in numbers.items():
        data.add_series(label, values)
    place = (Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
    shape = slide.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *place, data)
    _style(shape.chart, [family.label for family in FAMILIES])
    describe(shape, alt_of(periods, numbers, unit), "Events over time")


def alt_of(periods: Sequence[str], numbers: dict[str, list[int]], unit: str) -> str:
    """The chart in words."""
    totals = [sum(values) for values in zip(*numbers.values(), strict=True)]
    said = ", ".join(f"{period}: {total}" for period, total in zip(periods, totals, strict=True) if total)
    return f"Column chart of events by the {unit} in which they begin. {said}."


def _style(chart: Any, labels: Sequence[str]) -> None:
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.font.size = Pt(14)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.plots[0].gap_width = 40
    chart.plots[0].overlap = 100
    for series in chart.plots[0].series:
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = _ACCENTS[labels.index(series.name)]
    axis = chart.value_axis
    if max(map(sum, zip(*(series.values for series in chart.plots[0].series), strict=True))) < WHOLE:
        axis.major_unit = 1
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    axis.format.line.fill.background()
    chart.category_axis.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    chart.category_axis.has_major_gridlines = False
