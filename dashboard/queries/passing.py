"""Which events pass: Filters as masks over the columns of an atlas, the same as their SQL says."""

from __future__ import annotations

import numpy as np

from dashboard.queries.area import Box, corners
from dashboard.queries.filters import FACETS, Filters, day_number
from dashboard.store.atlas import Atlas
from dashboard.store.columns import Columns, Mask


def passing(atlas: Atlas, filters: Filters) -> tuple[Columns, Mask]:
    """The columns of the atlas, and which of its events pass."""
    columns = atlas.columns
    return columns, all_of(columns, masks(atlas, columns, filters))


def all_of(columns: Columns, by_field: dict[str, Mask]) -> Mask:
    """The events that pass every field."""
    return np.logical_and.reduce(list(by_field.values())) if by_field else np.ones(columns.events, np.bool_)


def masks(atlas: Atlas, columns: Columns, filters: Filters) -> dict[str, Mask]:
    """The events that pass each field that narrows, as `Filters.active` names them."""
    found = {}
    for facet in FACETS:
        if chosen := filters.values(facet):
            coded = columns.coded[facet.column]
            found[facet.field] = coded.having(coded.wanted(chosen), columns.events)
    if filters.search.strip():
        found["search"] = np.zeros(columns.events, np.bool_)
        found["search"][columns.at(atlas.matching_events(filters.search))] = True
    if filters.area:
        found["area"] = columns.coded["places"].having(spots_within(columns, corners(filters.area)), columns.events)
    if filters.date_from or filters.date_to:
        found["dates"] = columns.dated & _within(columns, filters.date_from, filters.date_to)
    return found


def spots_within(columns: Columns, box: Box) -> Mask:
    """The places, by code, that are marked as points within a rectangle."""
    south, west, north, east = box
    lat, lon = columns.places.lat, columns.places.lon
    return columns.places.marked & (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)


def _within(columns: Columns, first: str, last: str) -> Mask:
    """The events that touch a window, one or both of whose ends are set."""
    after = columns.latest >= day_number(first) if first else True
    before = columns.earliest <= day_number(last) if last else True
    return np.logical_and(after, before)
