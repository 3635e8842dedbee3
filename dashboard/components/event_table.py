"""The events as rows: a table beside the excerpt, a chronology or a list on a phone; all that a mark says."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd

from dashboard import cache, state
from dashboard.address import LONGEST_ID, View, sort_named
from dashboard.components.assets import register
from dashboard.views.theme import look

KEY = "event_table"
ROWS = 50
"""Rows of one page."""
APART = " · "
"""Between states and topics, as in the panel: their own names have commas."""

Shape = Literal["table", "chronology", "list"]

_component = register("event_table")


def event_table(view: View, *, shape: Shape, height: int) -> None:
    """Draw the rows; a click on one selects its event."""
    _component(key=KEY, data=table_data(view, shape) | {"height": height}, hear=_hear)


def table_data(view: View, shape: Shape) -> dict[str, Any]:
    """One page of rows: the one the reader turned to, else the one that holds the selected event."""
    stands = cache.standing(view.filters, view.event)
    pages = max(1, -(-stands.events // ROWS))
    turned = state.table_page()
    held = stands.at // ROWS if view.sort == "date" else 0
    page = min(max(held if turned is None else turned, 0), pages - 1)
    first, last = page * ROWS, min((page + 1) * ROWS, stands.events)
    return {
        "dark": state.theme() == "dark",
        "phone": shape != "table",
        "shape": shape,
        "selected": view.event,
        "rows": [_row(row) for row in _rows(view, shape, page)],
        "sort": view.sort,
        "page": page,
        "pages": pages,
        "pages_text": f"{first + 1:,}–{last:,} of {stands.events:,}",
    }


def _rows(view: View, shape: Shape, page: int) -> list[dict[Any, Any]]:
    """The events of a page: a table in the order the reader chose, a chronology or a list in that of time."""
    sort = view.sort if shape == "table" else "date"
    rows: list[dict[Any, Any]] = cache.event_page(view.filters, page, ROWS, sort).to_dict("records")
    return rows


def _row(event: dict[Any, Any]) -> dict[str, Any]:
    topics = cache.labels("topics")
    return {
        "id": event["id"],
        "title": event["title"],
        "date": event["date_text"] or "Undated",
        "year": _year(event),
        "basis": event["date_basis"],
        "family": event["family"],
        "look": look(event["status"], listed=event["listed"]),
        "place": event["place_text"],
        "countries": APART.join(event["country_names"]),
        "topics": APART.join(topics.get(key, key) for key in event["topics"]),
        "status": "" if event["status"] == "happened" else event["status"].capitalize(),
        "told_by": event["told_by"] or "The document itself.",
        "checked": _checked(event["checked"]),
    }


def _checked(words: str) -> str:
    """The end of “Read by machine; not yet checked”, which is all that differs from row to row; what was corrected, the
    panel says.
    """
    ending = words.rpartition("; ")[2]
    _, corrected, by = ending.partition(" corrected by ")
    return f"Corrected by {by}" if corrected else ending[:1].upper() + ending[1:]


def _year(event: dict[Any, Any]) -> int | None:
    day = event["latest"] if pd.isna(event["earliest"]) else event["earliest"]
    return None if pd.isna(day) else int(day.year)


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the rows."""
    match said:
        case {"do": "event", "id": str(event)}:
            state.turn_table(None)
            state.select_event(event[:LONGEST_ID])
        case {"do": "sort", "by": str(by)}:
            state.turn_table(None)
            state.show(sort=sort_named(f"-{by}" if state.view().sort == by else by))
        case {"do": "page", "page": int(page)}:
            state.turn_table(page)
