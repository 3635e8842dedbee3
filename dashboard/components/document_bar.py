"""The document bar: which document is open, the ones beside it, and the list to choose from, searched by its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from dashboard import cache, state
from dashboard.address import LONGEST_ID, Reading
from dashboard.components.assets import register
from dashboard.english import counted
from dashboard.queries import MOST_HITS, DocumentRow, Piece
from dashboard.session import NARROW

KEY = "document_bar"
ROWS = 50
"""Documents of one page of the list."""

_component = register("document_bar", shared=("bar",))


def document_bar(reading: Reading, *, notice: str = "") -> None:
    """Draw the bar; its callbacks write through `state.read_on`."""
    _component(key=KEY, data=bar_data(reading, notice=notice), hear=_hear)


def bar_data(reading: Reading, *, notice: str = "") -> dict[str, Any]:
    """Everything the browser needs to draw the bar."""
    asked = state.list_page()
    shelf = cache.shelf(reading.words, asked * ROWS, ROWS)
    pages = max(1, -(-shelf.total // ROWS))
    document = cache.document(reading.document)
    whole = cache.shelf("", 0, ROWS).total
    beside = cache.neighbours(reading.document)
    first = asked * ROWS + 1
    return {
        "dark": state.theme() == "dark",
        "phone": state.screen().width < NARROW,
        "screen": list(state.screen()),
        "listed": f"Documents with “{reading.words}”" if reading.words.strip() else "Documents",
        "total": found_in_words(shelf.total) if reading.words.strip() else f"{whole:,}",
        "position": f"{beside.position:,} of {whole:,}" if beside.position else "",
        "before": beside.before,
        "after": beside.after,
        "explore": f"./?{urlencode({'document': reading.document})}" if document else "",
        "words": reading.words,
        "rows": [_row(row, shelf.snippets.get(row.id, ()), reading.document) for row in shelf.rows],
        "page": asked,
        "pages": pages,
        "pages_text": f"{first:,}–{first + len(shelf.rows) - 1:,} of {shelf.total:,}",
        "empty": f"No document holds “{reading.words}”. Take a word away, or clear the field."
        if reading.words
        else "This atlas holds no documents.",
        "notice": notice,
    }


def found_in_words(documents: int) -> str:
    """How many documents a search finds; beyond those that are listed nobody counts them."""
    return f"{documents:,}" if documents < MOST_HITS else f"{MOST_HITS:,} or more"


def _row(row: DocumentRow, snippet: Sequence[Piece], open_id: str) -> dict[str, Any]:
    place = row.place.as_written or row.place.name if row.place else ""
    about = " · ".join(part for part in (row.date_text or "Undated", place, counted(row.events, "event")) if part)
    return {
        "id": row.id,
        "title": row.title or row.id,
        "about": about,
        "snippet": [piece._asdict() for piece in snippet],
        "on": row.id == open_id,
    }


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the bar."""
    match said:
        case {"do": "open", "id": str(document)}:
            state.read_on(document=document[:LONGEST_ID], event="", place="", at=-1)
        case {"do": "search", "text": str(words)}:
            state.turn_list(0)
            state.read_on(words=words[:LONGEST_ID])
        case {"do": "page", "page": int(page)}:
            state.turn_list(max(0, page))
        case {"do": "screen", "width": width, "height": height}:
            state.set_screen(width, height)
