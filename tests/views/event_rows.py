"""Rows of find_events made from EDTF strings, for tests of what is drawn from them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.datespan import DateSpan
from dashboard.datewords import in_words, precision
from dashboard.queries import EVENT_COLUMNS


def event_rows(*dates: str, **columns: Any) -> pd.DataFrame:
    """One event for each date (EDTF, empty for undated); `columns` are values for all, or lists with one for each."""
    rows = [_row(number, edtf) for number, edtf in enumerate(dates)]
    for name, value in columns.items():
        for row, one in zip(rows, value if isinstance(value, list) else [value] * len(rows), strict=True):
            row[name] = one
    table = pd.DataFrame(rows, columns=list(EVENT_COLUMNS))
    for column in ("earliest", "latest"):
        table[column] = pd.to_datetime(table[column], utc=True).astype("datetime64[s, UTC]")
    return table


def _row(number: int, edtf: str) -> dict[str, Any]:
    span = DateSpan(edtf) if edtf else None
    return {
        **dict.fromkeys(EVENT_COLUMNS, ""),
        "id": f"event{number:05d}",
        "title": f"Event {number}",
        "edtf": edtf,
        "date_text": in_words(edtf) if edtf else "undated",
        "earliest": span.earliest.isoformat() if span and span.earliest else None,
        "latest": span.latest.isoformat() if span and span.latest else None,
        "precision": precision(edtf),
        "approximate": bool(span and span.approximate),
        "kind": "meeting",
        "family": "meeting",
        "certainty": "explicit",
        "listed": False,
        "status": "happened",
        "topics": ["summits-conferences"],
        "countries": ["US"],
        "country_names": ["United States"],
        "people": [],
        "documents": ["d1"],
        "place_ids": [],
        "evidence": 1,
    }
