"""Reading room: an open document beside a small timeline and map; what is chosen in one is chosen in all."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import cache, state
from dashboard.address import Reading
from dashboard.components.document_bar import document_bar
from dashboard.components.event_map import event_map_panel
from dashboard.components.in_place import in_place, say
from dashboard.components.layout import Layout, reading_layout
from dashboard.components.map_figures import families_of, map_setting
from dashboard.components.reader import reader
from dashboard.components.timeline import Figures, timeline_panel
from dashboard.model import Document
from dashboard.queries import EVERYTHING, Filters
from dashboard.views.timeline import timeline


@st.fragment
def reading_room() -> None:
    """Everything of the page Read."""
    with in_place("The page", 400), st.container(key="explore"):
        reading, notice = settled(state.reading())
        layout = reading_layout(state.screen())
        document_bar(reading, notice=notice)
        document = cache.document(reading.document)
        if document is None:
            say("There is no document to read yet.", layout.panel or 300)
        elif layout.phone:
            _sheet(reading, document, layout)
        else:
            _desk(reading, document, layout)


def settled(reading: Reading) -> tuple[Reading, str]:
    """The page with what the atlas does not know left out, and a sentence on it; a document is always open."""
    lost = bool(reading.document) and cache.document(reading.document) is None
    shelves = (cache.shelf(words, 0, 1) for words in dict.fromkeys((reading.words, "")))
    begin = next((row.id for shelf in shelves for row in shelf.rows), "")
    open_id = begin if lost or not reading.document else reading.document
    event = reading.event if reading.event in set(_events(open_id)["id"]) else ""
    place = reading.place if cache.place(reading.place, EVERYTHING) else ""
    chosen = replace(reading, document=open_id, event=event, place=place)
    if chosen != reading:
        state.settle_reading(chosen)
    sentence = f"There is no document “{reading.document[:40]}” in this atlas; another was opened." if lost else ""
    return chosen, sentence


def _about(document_id: str) -> Filters:
    return Filters(documents=(document_id,))


def _events(document_id: str) -> pd.DataFrame:
    """The events that a document tells."""
    return cache.events(_about(document_id))


def _sheet(reading: Reading, document: Document, layout: Layout) -> None:
    with in_place("The document", layout.panel or 400):
        reader(reading, document, _events(document.id), height=layout.panel, phone=layout.phone)


def _desk(reading: Reading, document: Document, layout: Layout) -> None:
    left, right = st.columns([layout.left, layout.right], gap="medium")
    with left:
        _sheet(reading, document, layout)
    with right:
        with in_place("The timeline", layout.timeline):
            _timeline(reading, layout)
        with in_place("The map", layout.map):
            _map(reading, layout)


def _timeline(reading: Reading, layout: Layout) -> None:
    events = _events(reading.document)
    if events.empty:
        say("No events to put on a timeline.", layout.timeline)
        return
    figure = timeline(
        events,
        lanes="kind",
        lane_labels={count.key: count.label.capitalize() for count in cache.choices(EVERYTHING)["kinds"]},
        selected=reading.event,
        theme=state.theme(),
        width=layout.right,
        height=layout.timeline,
        turn=state.turns(),
    )
    timeline_panel(
        Figures(figure),
        on_select=lambda event_id: state.read_on(event=event_id, place="", at=-1),
        on_window=_no_window,
        read=state.value,
        width=layout.right,
        key="read-timeline",
    )


def _no_window(_first: str, _last: str) -> None:
    """All the events of a document are shown at once."""


def _map(reading: Reading, layout: Layout) -> None:
    about = _about(reading.document)
    event_map_panel(
        cache.places(about),
        map_setting(reading.event, reading.place, layout.right, layout.map, about=reading.document),
        on_place=lambda place_id: state.read_on(place=place_id, at=-1),
        families=families_of(about),
        key="read-map",
    )
