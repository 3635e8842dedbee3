"""What the timeline draws: every event as a mark, or, where there are too many, counted columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from dashboard import cache, state
from dashboard.address import Lanes, View
from dashboard.components.layout import Layout
from dashboard.components.timeline import Figures
from dashboard.queries import EVERYTHING, Binning, Filters
from dashboard.queries.bins import Outside
from dashboard.views.timeline import FOLD_BELOW, TimelineFigure, timeline
from dashboard.views.timeline_bins import MOST_MARKS, STRIP_LEAST, bin_timeline, plan_bins, unit_for
from dashboard.views.timeline_overview import OVERVIEW_HEIGHT, OverviewFigure, binned_overview, overview
from dashboard.views.timeline_window import Window, beside, opened, window_days

LANES_NAMED = 60
"""Documents whose titles are looked up: more lanes have no room."""


def crowded(filters: Filters) -> bool:
    """Whether more events pass than can be drawn one by one."""
    return cache.summary(filters).events > MOST_MARKS


def timeline_figures(view: View, layout: Layout) -> Figures | None:
    """The lanes and the strip; None where no event is left for them."""
    whole = view.filters.without("dates")
    if not cache.summary(whole).events:
        return None
    asked = (view.filters.date_from, view.filters.date_to)
    chosen = asked if any(asked) else None
    window = chosen or first_window(whole, view.event)
    if not crowded(whole):
        rows = cache.events(whole)
        detail = _marks(view, layout, rows, window, None)
        strip = overview(rows, window=window, theme=state.theme(), width=layout.left, gutter=detail.gutter)
        return Figures(detail, strip)
    extent = cache.extent(whole)
    full = (window[0] or extent.first, window[1] or extent.last) if window else extent
    outside = cache.outside(whole, *full)
    if chosen and not crowded(view.filters):
        detail = _marks(view, layout, cache.events(view.filters), full, outside)
    else:
        detail = _columns(view, layout, full, outside)
    return Figures(detail, _strip(whole, extent, window, layout, detail.gutter))


def first_window(whole: Filters, selected: str) -> Window | None:
    """The window to begin with where a few events lie far off: years are folded away among few events only.

    None where nothing lies far off, and where what is selected does.
    """
    shown = cache.summary(whole)
    if shown.events - shown.undated < FOLD_BELOW:
        return None
    window = cache.main_stretch(whole)
    if window is None:
        return None
    within = replace(whole, date_from=window.first, date_to=window.last)
    return window if cache.standing(within, selected).among else None


def _marks(
    view: View, layout: Layout, rows: pd.DataFrame, window: Window | None, outside: Outside | None
) -> TimelineFigure:
    """Each event as a mark."""
    told = Counter(ids[0] for ids in rows["documents"]) if view.lanes == "document" else Counter[str]()
    return timeline(
        rows,
        lanes=view.lanes,
        lane_labels=lane_labels(view.lanes, (key for key, _ in told.most_common(LANES_NAMED))),
        true_scale=view.true_scale,
        selected=view.event,
        window=window,
        outside=outside,
        beyond=_beyond(view.filters, window) if window else None,
        theme=state.theme(),
        width=layout.left,
        height=layout.timeline - OVERVIEW_HEIGHT,
        turn=state.turns(),
    )


def _columns(view: View, layout: Layout, window: Window, outside: Outside) -> TimelineFigure:
    """Columns over a window, and the selection among them."""
    drawn = replace(view.filters, date_from=window[0], date_to=window[1])
    counts = {lane.key: lane.events for lane in cache.lanes(drawn, view.lanes)}
    labels = lane_labels(view.lanes, list(counts)[:LANES_NAMED])
    height = layout.timeline - OVERVIEW_HEIGHT
    plan = plan_bins(counts, labels, lanes=view.lanes, window=window, width=layout.left, height=height)
    return bin_timeline(
        plan,
        cache.bins(drawn, plan.binning),
        selected=cache.among((view.event,), EVERYTHING) if cache.standing(drawn, view.event).among else None,
        outside=outside,
        beyond=_beyond(view.filters, window),
        undated=cache.summary(view.filters).undated,
        single_below=MOST_MARKS,
        theme=state.theme(),
        turn=state.turns(),
    )


def _beyond(filters: Filters, window: Window) -> tuple[str, str]:
    """What the chips at the edges show: the window opened to that side; of the first view, only what it leaves out."""
    return opened(window) if filters.date_from or filters.date_to else beside(window)


def _strip(whole: Filters, extent: Window, window: Window | None, layout: Layout, gutter: int) -> OverviewFigure:
    """All events by number, over the whole period."""
    drawn = replace(whole, date_from=extent[0], date_to=extent[1])
    unit = unit_for(window_days(extent, ()), layout.left - gutter, STRIP_LEAST)
    return binned_overview(
        cache.bins(drawn, Binning(unit)),
        extent=extent,
        window=window,
        theme=state.theme(),
        width=layout.left,
        gutter=gutter,
    )


def lane_labels(lanes: Lanes, keys: Iterable[str]) -> dict[str, str]:
    """What the lanes are called: the vocabulary in its order, and of documents the titles of those with these ids."""
    field = {"topic": "topics", "country": "countries", "kind": "kinds", "document": "documents"}[lanes]
    named = {count.key: count.label for count in cache.choices(EVERYTHING)[field]}
    return named | cache.titles(tuple(keys)) if lanes == "document" else named
