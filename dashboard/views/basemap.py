"""The empty map: a folium map whose Leaflet, land and sea come from this machine, and nothing from anywhere else
(but for the street map that a reader may switch on where the dashboard was started with `--online`).

Its script never changes, so that streamlit-folium keeps the map mounted and the reader's zoom; what changes is drawn by
`map_figure`. The drawing itself stands in views/browser/*.js, copied by `static_files` to where Streamlit serves it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard import config, static_files
from dashboard.views import theme

STATIC_URL = "../../app/static/"
"""From a component's own page to Streamlit's static folder; being relative, it survives a base path."""
SCRIPT = "map.js"
STYLE = "map.css"
MAX_ZOOM = 9
"""Beyond it the coast of 1:50 million is plainly angular."""


@cache
def _link(name: str) -> tuple[str, str]:
    """Name and address of a file, with its edition, as folium lists them."""
    return name, f"{STATIC_URL}{name}?v={static_files.version()}"


class BaseMap(folium.Map):
    """A folium map without tiles; its scripts come from the static folder instead of from content networks."""

    def __init__(self) -> None:
        super().__init__(
            location=(48, 25),
            zoom_start=3,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            zoom_snap=0.25,
            zoom_delta=1,
            wheel_px_per_zoom_level=100,
            min_zoom=0.5,
            max_zoom=MAX_ZOOM,
            font_size="13px",
        )
        self.default_js = [_link(SCRIPT)]
        self.default_css = [_link(STYLE)]
        self.add_child(_Start())


class _Start(MacroElement):
    """Hands the new map to views/browser/event_map.js, with the shapes and fonts of the theme."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            DashboardMap.start({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
    """)

    def __init__(self) -> None:
        super().__init__()
        self._name = "Start"
        self.options: dict[str, Any] = {
            "shapes": {family.key: family.path for family in theme.FAMILIES},
            "families": [[family.key, family.label] for family in theme.FAMILIES],
            "fonts": {"sans": theme.SANS, "serif": theme.SERIF},
            "online": config.ONLINE,
        }
