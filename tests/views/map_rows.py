"""Places of made-up maps, and what the browser is told of a map."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
from streamlit_folium import _get_feature_group_string

from dashboard.queries import PLACE_COLUMNS
from dashboard.queries.cells import Cell
from dashboard.views.map_figure import MapFigure, Setting

SETTING = Setting(912, 372)
CAIRO = Cell(
    37, 26, 468, (100, 40, 30, 250, 48), 95, "geonames:360630", "Cairo", 30.06, 31.25, (29.1, 30.2, 31.3, 33.9)
)
LUSAKA = Cell(37, 34, 2, (0, 0, 0, 2, 0), 1, "geonames:909137", "Lusaka", -15.41, 28.29, (-15.41, 28.29, -15.41, 28.29))


def place(name: str, lat: float = 50.0, lon: float = 10.0, **changes: Any) -> dict[str, Any]:
    """A row of find_places; a town spoken of once unless changed."""
    row = {
        "id": f"test:{name}",
        "name": name,
        "as_written": [name],
        "lat": lat,
        "lon": lon,
        "kind": "settlement",
        "country": "",
        "radius_km": 0.0,
        "source": "",
        "rivals": 0,
        "event_ids": [],
        "spoken_ids": [],
        "mentions": 1,
    }
    return row | changes


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of places as find_places gives them."""
    return pd.DataFrame(list(rows), columns=list(PLACE_COLUMNS))


def script_of(figure: MapFigure) -> str:
    """The script that streamlit-folium makes of what is drawn."""
    return str(_get_feature_group_string(figure.marks, figure.base))


def sent(figure: MapFigure) -> dict[str, Any]:
    """What the browser is told to draw, read back from the script that streamlit-folium makes of it."""
    script = script_of(figure)
    start = script.index("DashboardMap.show(") + len("DashboardMap.show(")
    return dict(json.JSONDecoder().raw_decode(script, start)[0])
