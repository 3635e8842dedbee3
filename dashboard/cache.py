"""Remembered answers of the atlas: each under the build it came from, so that a new build is seen at once.

What is answered is shared between readers and never changed by them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, TypeVarTuple

import streamlit as st

from dashboard import config, queries
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.nominatim import Nominatim
from dashboard.pipeline import work
from dashboard.queries import Atlas, Count, Filters
from dashboard.queries.names import label_of
from dashboard.queries.sources import sources as sources_of

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


def atlas() -> Atlas:
    """The atlas that the dashboard shows, opened once; raises AtlasError where there is none."""
    return _opened(config.ATLAS)


@st.cache_resource(show_spinner=False)
def gazetteers() -> Gazetteers:
    """The gazetteers, for corrections: those that read documents, opened when the first reader needs them."""
    return work.gazetteers()


def online() -> Nominatim | None:
    """Nominatim with its memory beside the atlas, shared by all readers so that it is asked once a second by all
    together; None unless it is switched on.
    """
    return _nominatim(config.ATLAS / config.LOOKUPS) if config.ONLINE else None


@st.cache_resource(show_spinner=False)
def _nominatim(memory: Path) -> Nominatim:
    return Nominatim(memory)


@st.cache_resource(show_spinner=False)
def _opened(folder: Path) -> Atlas:
    """One atlas a folder, for all readers."""
    return Atlas(folder)


def remembered(ask: Callable[[Atlas, *Asked], Answer], *, answers: int) -> Callable[[*Asked], Answer]:
    """The query without its atlas, its latest answers kept; arguments must be hashable."""

    @lru_cache(maxsize=answers)
    def answer(_folder: Path, _build: str, *asked: *Asked) -> Answer:
        return ask(atlas(), *asked)

    def remember(*asked: *Asked) -> Answer:
        return answer(config.ATLAS, atlas().build, *asked)

    return remember


MOST_CHOICES = 300
"""Choices of one filter kept at hand, the commonest first, and those chosen."""


def _choices(source: Atlas, filters: Filters) -> dict[str, tuple[Count, ...]]:
    return queries.count_choices(source, filters, MOST_CHOICES)


def _caption(source: Atlas, filters: Filters) -> str:
    return filters.sentence(label_of(source))


def _phrases(source: Atlas, filters: Filters) -> dict[str, str]:
    return dict(filters.phrases(label_of(source)))


events = remembered(queries.find_events, answers=32)
"""Every event that passes: ask only where `summary` counts few."""
among = remembered(queries.events_among, answers=128)
"""The rows of some events, as far as they pass."""
places = remembered(queries.find_places, answers=32)
extent = remembered(queries.extent, answers=128)
main_stretch = remembered(queries.main_stretch, answers=128)
outside = remembered(queries.outside, answers=128)
lanes = remembered(queries.count_lanes, answers=128)
cells = remembered(queries.count_cells, answers=256)
areas = remembered(queries.count_areas, answers=128)
place_counts = remembered(queries.count_places, answers=256)
bins = remembered(queries.count_bins, answers=128)
choices = remembered(_choices, answers=128)
"""The choices of every filter with their counts, by field."""
has_event = remembered(queries.has_event, answers=1024)
summary = remembered(queries.summary, answers=256)
why_empty = remembered(queries.why_empty, answers=64)
standing = remembered(queries.standing, answers=512)
event_page = remembered(queries.event_page, answers=64)
first_event = remembered(queries.first_event, answers=128)
event = remembered(queries.event_detail, answers=256)
place = remembered(queries.place_detail, answers=128)
lit = remembered(queries.lit_event, answers=256)
"""The event that a place lights up."""
document = remembered(queries.document, answers=64)
mentions = remembered(queries.mentions_in, answers=64)
sources = remembered(sources_of, answers=32)
"""The documents that what passes stands in, by id."""
shelf = remembered(queries.shelf, answers=64)
document_row = remembered(queries.document_row, answers=256)
"""A document as the list of documents has it."""
collections = remembered(queries.collections, answers=16)
"""The volumes and series of the atlas with how many documents each holds."""
neighbours = remembered(queries.neighbours, answers=64)
unlocated = remembered(queries.unlocated_names, answers=32)
"""The names that could not be located, among what passes."""
unlocated_count = remembered(queries.count_unlocated, answers=256)
unfulfilled = remembered(queries.unfulfilled, answers=4)
"""What is to be said of corrections that could not be applied as they stand."""
untold_count = remembered(queries.count_untold, answers=256)
untold = remembered(queries.untold_in, answers=64)
"""The dated sentences of a document that are no events."""
labels = remembered(queries.labels, answers=16)
titles = remembered(queries.titles, answers=64)
caption = remembered(_caption, answers=64)
"""Filters in words."""
phrases = remembered(_phrases, answers=64)
"""The words for each field that narrows."""
