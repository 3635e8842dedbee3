"""The app anyone would write first, as the comparison: a marker per event, the chart rebuilt at each run.

Same atlas, same events, same packages; Leaflet comes from the static folder here too, or it would draw nothing offline.
"""

import altair as alt
import folium
import streamlit as st
from streamlit_folium import st_folium

from dashboard import config, queries

folium.Map.default_js = [("leaflet", "/app/static/leaflet.js")]
folium.Map.default_css = [("leaflet_css", "/app/static/leaflet.css")]

st.set_page_config(layout="wide")
atlas = queries.Atlas(config.ATLAS)
topic = st.selectbox("Topic", ["", *(row.key for row in queries.count_by(atlas, queries.Filters(), "topic"))])
filters = queries.Filters(topics=(topic,) if topic else ())
events = queries.find_events(atlas, filters)
places = queries.find_places(atlas, filters).set_index("id")

click = alt.selection_point(name="click", fields=["id"])
chart = alt.Chart(events).mark_circle(size=120).encode(x="earliest:T", y="kind:N", tooltip="title").add_params(click)
chosen = st.altair_chart(chart, on_select="rerun", key="chart")

world = folium.Map([50, 30], zoom_start=3, tiles=None)
for event in events.itertuples():
    for place in event.place_ids:
        where = [places.loc[place, "lat"], places.loc[place, "lon"]]
        folium.CircleMarker(where, radius=8, fill=True, tooltip=event.title).add_to(world)
clicked = st_folium(world, height=372, use_container_width=True, key="map")

titles = [row["id"] for row in chosen.selection.get("click", [])]
if titles:
    event = queries.event_detail(atlas, titles[0]).event
    for evidence in event.evidence:
        text = queries.document(atlas, evidence.document_id).text
        st.subheader(event.title)
        st.text(text[evidence.start : evidence.end])
if clicked.get("last_object_clicked_tooltip"):
    st.subheader(clicked["last_object_clicked_tooltip"])
