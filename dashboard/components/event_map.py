"""The map on the page: shows a MapFigure through streamlit-folium and tells which place was clicked.

The map is mounted once and keeps its zoom; filters and selection only send the marks anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd
from streamlit_folium import st_folium

from dashboard import state, static_files
from dashboard.views.event_map import event_map
from dashboard.views.map_figure import MapFigure, Setting

CLICKED = "last_object_clicked_tooltip"
COUNT = "last_object_clicked_count"
"""Rises with every click, so that a second click on the same mark is heard too."""


@cache
def _prepare() -> None:
    """Put the map's files in place once a process, whichever way it was started."""
    static_files.prepare()


def event_map_panel(
    places: pd.DataFrame,
    setting: Setting,
    *,
    on_place: Callable[[str], None],
    families: Mapping[str, str] | None = None,
    key: str = "event_map",
) -> None:
    """Draw places as marks; `on_place` is called with the place's id before the page runs again after a click."""
    show_map(event_map(places, setting, families=families), {"": on_place}, key=key)


def show_map(figure: MapFigure, on_answer: Mapping[str, Callable[[str], None]], *, key: str = "event_map") -> None:
    """Mount a map. What the browser answers with goes to the callable of the longest beginning that it has: the empty
    one for the id of a place.
    """
    _prepare()

    def heard() -> None:
        answer = state.value(key) or {}
        if answer.get(COUNT) and answer.get(CLICKED):
            said = str(answer[CLICKED])
            beginning = max((each for each in on_answer if said.startswith(each)), key=len, default=None)
            if beginning is not None:
                on_answer[beginning](said)

    st_folium(
        figure.base,
        key=key,
        height=figure.setting.height,
        use_container_width=True,
        feature_group_to_add=figure.marks,
        returned_objects=[COUNT, CLICKED],
        on_change=heard,
    )
