"""What the map draws: every place as a mark, or, where events are too many, counted circles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard import cache, state
from dashboard.address import View
from dashboard.components.event_map import event_map_panel, show_map
from dashboard.components.layout import Layout
from dashboard.components.timeline_figures import crowded
from dashboard.errors import FilterError
from dashboard.queries.area import area_of, corners
from dashboard.queries.cells import WORLD
from dashboard.views.basemap import MAX_ZOOM
from dashboard.views.cell_map import AREA, HOME_LEVEL, VIEW, cell_map, home_grid, home_of, reported_grid
from dashboard.views.timeline_bins import MOST_MARKS


def map_view(view: View, layout: Layout) -> None:
    """The map at the layout's width and height, answering to clicks."""
    detail = cache.event(view.event)
    happened = [place.id for place in detail.event.places] if detail else []
    selected = [view.place] if view.place else happened
    if crowded(view.filters):
        _circles(view, layout, selected)
        return
    events = cache.events(view.filters)
    event_map_panel(
        cache.places(view.filters),
        on_place=state.select_place,
        families=dict(zip(events["id"], events["family"], strict=True)),
        selected_places=selected,
        selected_event=view.event,
        theme=state.theme(),
        width=layout.left,
        height=layout.map,
    )


def _circles(view: View, layout: Layout, selected: list[str]) -> None:
    home = state.map_home(lambda: home_of(cache.cells(view.filters, HOME_LEVEL, WORLD), layout.left, layout.map))
    grid = state.map_grid() or home_grid(home, layout.left, layout.map)
    figure = cell_map(
        cache.cells(view.filters, grid.level, grid.box),
        cache.areas(view.filters),
        grid,
        home,
        places=cache.place_counts(view.filters, tuple(selected)),
        selected_places=selected,
        selected_event=view.event,
        single_below=MOST_MARKS,
        theme=state.theme(),
        width=layout.left,
        height=layout.map,
    )
    narrow = _narrowing(layout)
    show_map(figure, {"": state.select_place, AREA: narrow, VIEW: _look})


def _look(answer: str) -> None:
    """Show the cells of the view that the browser has come to."""
    state.look_at(reported_grid(answer))


def _narrowing(layout: Layout) -> Callable[[str], None]:
    """Narrow to the area of a circle that was clicked, which the browser goes to meanwhile."""

    def narrow(answer: str) -> None:
        try:
            box = corners(answer.removeprefix(AREA))
        except FilterError:
            return
        state.look_at(home_grid(box, layout.left, layout.map, closest=MAX_ZOOM))
        state.show(filters=replace(state.view().filters, area=area_of(*box)))

    return narrow
