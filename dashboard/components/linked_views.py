"""Timeline, map, table and excerpt in one fragment: whatever is chosen in one is chosen in all.

Callbacks choose through `state.show` before the fragment runs again; nothing here compares, and nothing reruns.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import cache, state
from dashboard.address import View
from dashboard.components.correction_panel import correction_panel
from dashboard.components.event_table import event_table
from dashboard.components.excerpt_panel import excerpt_panel
from dashboard.components.filter_bar import filter_bar, shown_pane
from dashboard.components.in_place import in_place, say
from dashboard.components.layout import Layout, layout_for
from dashboard.components.map_figures import map_view
from dashboard.components.navigation import follow
from dashboard.components.timeline import timeline_panel
from dashboard.components.timeline_figures import timeline_figures
from dashboard.components.view_tools import view_tools
from dashboard.queries import EVERYTHING, FACETS, Filters


@st.fragment
def linked_views() -> None:
    """Everything of the Explore page: filters, sentence, views, excerpt."""
    with in_place("The page", 400):
        _draw()


def _draw() -> None:
    follow()
    view = settled(state.view())
    layout = layout_for(state.screen())
    with st.container(key="explore"):
        with in_place("The filter bar", 80):
            filter_bar(view, phone=layout.phone)
        if layout.phone:
            _phone(view, layout)
        else:
            _desk(view, layout)


def settled(view: View) -> View:
    """The view with what the atlas does not know left out, and with an event selected among those shown."""
    filters, problems = view.filters.known_to(_known(view.filters))
    lost = [sentence for sentence in (*problems, *_lost(view)) if sentence]
    place = view.place if cache.place(view.place, EVERYTHING) else ""
    event = _selected(filters, cache.lit(place, filters, view.event) if place else view.event)
    read = view.read if cache.document(view.read) else ""
    chosen = replace(view, filters=filters, place=place, event=event, read=read)
    state.settle(chosen, lost)
    return chosen


def _known(filters: Filters) -> dict[str, frozenset[str]]:
    """Of the values chosen, those that some event has, for the fields whose values the atlas decides."""
    chosen = {facet.field: filters.values(facet) for facet in FACETS if not facet.known}
    return {
        field: frozenset(value for value in values if cache.has_event(field, value)) for field, values in chosen.items()
    }


def _lost(view: View) -> list[str]:
    """A sentence for each thing the address asks for that this atlas does not hold."""
    asked = (
        ("event", view.event, cache.event),
        ("place", view.place, lambda place_id: cache.place(place_id, EVERYTHING)),
        ("document", view.read, cache.document),
    )
    return [
        f"The {kind} of this link, “{asked_id[:40]}”, is not in this atlas; another was chosen."
        for kind, asked_id, find in asked
        if asked_id and not find(asked_id)
    ]


def _selected(filters: Filters, asked: str) -> str:
    """The event asked for where it is shown, else the one to begin with; where nothing is shown, one left out."""
    detail = cache.event(asked)
    found = detail.event.id if detail else ""
    if found and cache.standing(filters, found).among:
        return found
    return cache.first_event(filters) or found or cache.first_event(EVERYTHING)


def _desk(view: View, layout: Layout) -> None:
    left, right = st.columns([layout.left, layout.right], gap="medium")
    # The excerpt goes first on its way to the browser: it is what a click asks for, and the quickest to make.
    with right:
        taken = 0
        with in_place("The correction", layout.panel // 2):
            taken = correction_panel(view, room=layout.panel, phone=False)
        with in_place("The excerpt", layout.panel - taken):
            excerpt_panel(view, height=layout.panel - taken, phone=False)
    with left:
        if shown_pane(view, phone=False) == "table":
            with in_place("The table", layout.panel):
                event_table(view, shape="table", height=layout.panel)
        else:
            timeline, places = st.container(key="timeline-with-tools"), st.container(key="map-with-tools")
            # The map goes first: the browser draws it in a frame of its own, and needs long for the timeline.
            with places, in_place("The map", layout.map):
                map_view(view, layout)
                view_tools("map")
            with timeline, in_place("The timeline", layout.timeline):
                if timeline_view(view, layout):
                    view_tools("timeline")


def _phone(view: View, layout: Layout) -> None:
    pane = shown_pane(view, phone=True)
    if pane == "map":
        with st.container(key="map-with-tools"), in_place("The map", layout.map):
            map_view(view, layout)
            view_tools("map")
    else:
        with in_place("The list", layout.map):
            if pane == "timeline":
                view_tools("timeline")
            event_table(view, shape="chronology" if pane == "timeline" else "list", height=layout.timeline)
    with in_place("The correction", layout.map):
        correction_panel(view, room=layout.map, phone=True)
    with in_place("The excerpt", layout.map):
        excerpt_panel(view, height=layout.map, phone=True)


def timeline_view(view: View, layout: Layout) -> bool:
    """The timeline at the layout's width and height, answering to clicks and to its brush; whether it has any event."""
    figures = timeline_figures(view, layout)
    if figures is None:
        say("No event passes the filters, so there is nothing to draw here.", layout.timeline)
        return False
    timeline_panel(
        figures,
        on_select=state.select_event,
        on_window=_windowed,
        on_brush=_brushed,
        read=state.value,
        width=layout.left,
        brush_turn=state.brush_turns(),
    )
    return True


def _brushed(first: str, last: str) -> None:
    """Show the brushed dates in every view; the brush itself stays."""
    state.show(filters=replace(state.view().filters, date_from=first, date_to=last), by_brush=True)


def _windowed(first: str, last: str) -> None:
    """Show the dates of a chip or a count that was clicked."""
    state.show(filters=replace(state.view().filters, date_from=first, date_to=last))
