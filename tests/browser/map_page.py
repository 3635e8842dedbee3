"""A page with nothing but the map, for tests/browser/test_event_map.py; Streamlit runs it from a folder of its own."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import config
from dashboard.components.event_map import event_map_panel
from dashboard.queries import PLACE_COLUMNS
from dashboard.views.map_figure import Setting
from tests.browser.hostile import TEXTS

PLACES = [  # name, lat, lon, kind, radius in km, events, mentions
    ("Yalta", 44.4952, 34.1663, "settlement", 0, 1, 1),
    ("Sochi", 43.5855, 39.7231, "settlement", 0, 1, 1),
    ("Tallinn", 59.437, 24.7536, "settlement", 0, 0, 1),
    ("Riga", 56.9496, 24.1052, "settlement", 0, 0, 1),
    ("Kaunas", 54.8985, 23.9036, "settlement", 0, 0, 1),
    ("Moscow", 55.7558, 37.6173, "settlement", 0, 6, 6),
    ("Kremlin, Moscow", 55.752, 37.6175, "site", 0, 2, 1),
    ("Berlin", 52.52, 13.405, "settlement", 0, 0, 2),
    ("Potsdam", 52.3906, 13.0645, "settlement", 0, 2, 1),
    ("Babelsberg, Potsdam", 52.3925, 13.0936, "site", 0, 2, 0),
    ("Cecilienhof, Potsdam", 52.4192, 13.0708, "site", 0, 1, 0),
    ("London", 51.5074, -0.1278, "settlement", 0, 2, 1),
    ("Saint Petersburg", 59.9343, 30.3351, "settlement", 0, 1, 0),
    ("Tehran", 35.6892, 51.389, "settlement", 0, 2, 2),
    ("Tabriz", 38.08, 46.2919, "settlement", 0, 1, 1),
    ("Baku", 40.4093, 49.8671, "settlement", 0, 0, 4),
    ("San Francisco", 37.7749, -122.4194, "settlement", 0, 1, 1),
    ("White House, Washington", 38.8977, -77.0365, "site", 0, 1, 1),
    ("Soviet Union", 60.0, 70.0, "country", 2800, 0, 36),
    ("Iran", 32.43, 53.69, "country", 800, 2, 18),
    ("Italy", 42.0, 12.6, "country", 500, 1, 4),
    ("Germany", 51.17, 10.45, "country", 400, 0, 1),
    ("Northern Iran", 37.0, 49.0, "region", 300, 0, 5),
    ("Baltic States", 56.88, 24.6, "region", 300, 1, 9),
    ("Persian Gulf", 26.9, 51.5, "water", 400, 1, 1),
]
DOUBTFUL = "Kaunas"
"""The one whose name may as well mean another place."""


def rows(hostile: bool) -> list[list[object]]:
    """Rows of find_places: the table above, or the same places under names that attack."""
    found: list[list[object]] = []
    for at, (name, lat, lon, kind, radius, events, mentions) in enumerate(PLACES):
        shown = TEXTS[at % len(TEXTS)] if hostile else name
        ids = [f"event {at} {number}" for number in range(events)]
        found.append(
            [
                shown + str(at) if hostile else name,
                shown,
                [f"written {shown}"],
                lat,
                lon,
                kind,
                "",
                radius,
                "",
                int(name == DOUBTFUL),
                ids,
                [],
                mentions,
            ]
        )
    return found


places = pd.DataFrame(rows("hostile" in st.query_params), columns=list(PLACE_COLUMNS))
families = {event: "meeting" if at % 2 else "war" for ids in places["event_ids"] for at, event in enumerate(ids)}


def choose(place: str) -> None:
    st.session_state["place"] = place
    st.session_state["choices"] = st.session_state.get("choices", 0) + 1


@st.fragment
def show() -> None:
    """The map, what was chosen, and a button that chooses without the map."""
    place = st.session_state.get("place", "Moscow")
    theme = st.query_params.get("theme", "light")
    height = int(st.query_params.get("height", 372))
    config.ONLINE = "online" in st.query_params  # as `run --online` sets it
    event_map_panel(places, Setting(912, height, theme, (place,)), families=families, on_place=choose)
    st.text(f"Chosen: {place}")
    st.text(f"Choices: {st.session_state.get('choices', 0)}")
    st.button("Go to San Francisco", on_click=choose, args=("San Francisco",))


show()
