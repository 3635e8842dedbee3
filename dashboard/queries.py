"""What is asked of an atlas: Filters in, rows, counts and words out. The only door between the store and the screen.

Filters is one frozen object that is the cache key, the SQL with bound values, the English caption and the URL's query.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    "status": "str: happened, planned, proposed, denied",
    "told_by": "str: words for the screen (“According to Stalin, 19 December 1945.”), empty for the author",
    "checked": "str: words for the screen (“Read by machine; not yet checked”, “Checked by an editor on …”)",
    "topics": "list[str]: keys",
    "countries": "list[str]: ISO codes",
    "people": "list[str]",
    "documents": "list[str]: ids",
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
    "event_ids": "list[str]: events that happened here (filled mark)",
    "spoken_ids": "list[str]: events that a passage naming this place lights up (hollow mark)",
    "mentions": "int: times it is named in the documents shown",
}
"""The columns of find_places: one row a place with at least one event or mention."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown. Empty means everything; values of one field widen, fields narrow."""

    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    search: str = ""
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    date_from: str = ""
    """ISO day; an event that touches the window is in."""
    date_to: str = ""
    certainty: tuple[str, ...] = ()
    status: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What the sentence over the views says: how many, from when to when, and what is left out."""

    events: int
    documents: int
    first_year: int | None
    last_year: int | None
    undated: int
    unplaced: int
    sentence: str
    """“30 events, 1907–1950, from 2 documents. 2 undated · 4 without a place.”"""
