"""The columns of what find_events and find_places answer with: the contract between queries and views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas
import pyarrow

EVENT_COLUMNS = {
    "id": "str: event id",
    "title": "str",
    "edtf": "str, empty for undated",
    "date_text": "str: the date in words, for labels and tooltips (“4–11 February 1945”)",
    "date_basis": "str: one sentence (“Date given in the text.”)",
    "earliest": "datetime64[s, UTC], NaT for undated or open",
    "latest": "datetime64[s, UTC]: the last day itself, NaT for undated or open",
    "precision": "str: day, month, season, year, decade, range, open-start, open-end, undated",
    "approximate": "bool",
    "kind": "str: EventKind",
    "family": "str: meeting, agreement, war, message, other (what shape and colour tell)",
    "certainty": "str: explicit, inferred",
    "listed": "bool: the reference list gives the date or a part of it",
    "status": "str: happened, planned, proposed, denied",
    "told_by": "str: words for the screen (“According to Stalin, 19 December 1945.”), empty for the author",
    "checked": "str: words for the screen (“Read by machine; not yet checked”, “Checked by an editor on …”)",
    "topics": "list[str]: keys",
    "countries": "list[str]: ISO codes",
    "country_names": "list[str]: the same, each by its name at the time of the event",
    "people": "list[str]",
    "documents": "list[str]: ids",
    "collections": "list[str]: the volumes or series of the documents",
    "place_ids": "list[str]",
    "place_text": "str: the places in words (“Kremlin, Moscow”), empty for none",
    "evidence": "int: number of passages",
}
"""The columns of find_events: one row an event, ordered by first day, then id."""

PLACE_COLUMNS = {
    "id": "str: place id",
    "name": "str: name today (for a state, its name then)",
    "as_written": "list[str]: the spellings in the documents",
    "lat": "float",
    "lon": "float",
    "kind": "str: PlaceKind",
    "country": "str: ISO code of where it lies today (for a state, of the continuing state); never feeds a filter",
    "radius_km": "float",
    "source": "str",
    "rivals": "int: other places that its names may mean as well as it; 0 for a settled place",
    "event_ids": "list[str]: events that happened here (filled mark)",
    "spoken_ids": "list[str]: events that a passage naming this place lights up (hollow mark)",
    "mentions": "int: times it is named in the documents shown",
}
"""The columns of find_places: one row a place with at least one event or mention."""


def frame(table: Any, columns: Mapping[str, str]) -> pandas.DataFrame:
    """A pyarrow.Table as a data frame with these columns in this order and of these types."""
    return pandas.DataFrame({name: _series(table.column(name), kind) for name, kind in columns.items()})


def _series(column: Any, kind: str) -> pandas.Series:
    """A column as its description says; days since 1970 become timestamps."""
    if kind.startswith("list"):
        return pandas.Series(column.to_pylist(), dtype="object")
    if kind.startswith("datetime64"):
        days = column.cast(pyarrow.int32()).cast(pyarrow.date32())
        return days.cast(pyarrow.timestamp("s")).cast(pyarrow.timestamp("s", tz="UTC")).to_pandas()
    return column.to_pandas().astype(kind.split(":")[0].split(",")[0])
