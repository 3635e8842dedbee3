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
from dashboard.queries import Filters
from dashboard.queries.area import area_of, corners
from dashboard.queries.cells import WORLD
from dashboard.views.basemap import MAX_ZOOM
from dashboard.views.cell_grid import HOME_LEVEL, VIEW, home_grid, home_of, reported_grid
from dashboard.views.cell_map import AREA, cell_map
from dashboard.views.map_figure import Setting
from dashboard.views.timeline_bins import MOST_MARKS


def map_view(view: View, layout: Layout) -> None:
    """The map at the layout's width and height, answering to clicks."""
    setting = map_setting(view.event, view.place, layout.left, layout.map)
    if crowded(view.filters):
        _circles(view, layout, setting)
        return
    event_map_panel(
        cache.places(view.filters), setting, on_place=state.select_place, families=families_of(view.filters)
    )


def map_setting(event: str, place: str, width: int, height: int, *, about: str = "") -> Setting:
    """A map of this size with a place selected, else the places of an event; `about` as Setting has it."""
    detail = cache.event(event)
    happened = tuple(each.id for each in detail.event.places) if detail else ()
    return Setting(width, height, state.theme(), (place,) if place else happened, event, about)


def families_of(filters: Filters) -> dict[str, str]:
    """The kind family of each event that passes."""
    events = cache.events(filters)
    return dict(zip(events["id"], events["family"], strict=True))


def _circles(view: View, layout: Layout, setting: Setting) -> None:
    home = state.map_home(lambda: home_of(cache.cells(view.filters, HOME_LEVEL, WORLD), layout.left, layout.map))
    grid = state.map_grid() or home_grid(home, layout.left, layout.map)
    figure = cell_map(
        cache.cells(view.filters, grid.level, grid.box),
        cache.areas(view.filters),
        grid,
        home,
        setting,
        places=cache.place_counts(view.filters, setting.selected_places),
        single_below=MOST_MARKS,
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
