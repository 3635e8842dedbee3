"""Own documents: what was found in each that a reader brought in, what was not understood, and the way out again."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from dashboard import cache, config, state
from dashboard.components import changing
from dashboard.components.assets import register
from dashboard.components.bring_in import incoming, remember
from dashboard.components.not_understood import Dark, not_understood
from dashboard.datespan import Basis
from dashboard.datewords import basis_in_words, in_words
from dashboard.english import counted
from dashboard.errors import DashboardError
from dashboard.pipeline import DocumentState, OwnFile, own_documents
from dashboard.queries import DocumentRow, Filters
from dashboard.views.theme import look

KEY = "own_documents"
MOST_FILES = 100
MOST_DOCUMENTS = 12
"""Documents of one file that are listed."""
MOST_EVENTS = 40
MOST_COLLECTIONS = 60

_component = register("own_documents")

Data = dict[str, Any]


def own_documents_panel() -> None:
    """Draw the list; its callbacks take documents out."""
    _component(key=KEY, data=panel_data(), hear=_hear)


def panel_data() -> Data:
    """Everything the browser needs to draw the list."""
    now = incoming()
    files = own_documents(config.ATLAS)
    held = sum(len(each.documents) for each in files)
    shelves = cache.collections(MOST_COLLECTIONS)
    return {
        "dark": state.theme() == "dark",
        "said": now.said,
        "refused": [words for _, words in now.refused],
        "title": f"Added documents ({counted(len(files), 'file')}, {counted(held, 'document')})" if files else "",
        "removable": changing.may_change(),
        "files": [_file(each, newest=each.name == now.newest) for each in files[:MOST_FILES]],
        "more": f"… and {counted(len(files) - MOST_FILES, 'more file')}." if len(files) > MOST_FILES else "",
        "atlas": counted(cache.shelf("", 0, 1).total, "document"),
        "collections": [
            {"name": each.name or "Of no volume or series", "count": counted(each.documents, "document"),
             "href": f"./?{urlencode({'collection': each.name})}" if each.name else ""}
            for each in shelves
        ],
    }  # fmt: skip


def _file(file: OwnFile, *, newest: bool) -> Data:
    """A file with its documents, and what of it could not be read."""
    shown = file.documents[:MOST_DOCUMENTS]
    left_out = len(file.documents) - len(shown)
    return {
        "name": file.name,
        "label": "Pasted text" if is_pasted(file) else file.name,
        "open": newest,
        "documents": [_document(each, pasted=is_pasted(file)) for each in shown],
        "more": f"… and {counted(left_out, 'more document')} in this file; all are on the page Read."
        if left_out
        else "",
        "problems": list(file.problems[:MOST_DOCUMENTS]),
    }


def is_pasted(file: OwnFile) -> bool:
    """Whether a file is what `add_text` made of a text, whose name nobody chose."""
    return file.name.endswith(".jsonl") and [f"{each.id}.jsonl" for each in file.documents] == [file.name]


def _document(found: DocumentState, *, pasted: bool) -> Data:
    """A document: when and where it was written, how much was found in it, its events, and what stayed dark."""
    document = cache.document(found.id)
    row = cache.document_row(found.id)
    date = row.date if row else None
    given = pasted and date is not None and date.basis.year is Basis.CATALOGUE
    place = (row.place.as_written or row.place.name) if row and row.place else ""
    return {
        "id": found.id,
        "title": found.title or (document.title if document else "") or found.id,
        "when": in_words(date.edtf) if date else "undated",
        "basis": "Date as given when it was added." if given else basis_in_words(date),
        "place": place,
        "counts": _counts(found),
        "problem": found.problem,
        "dark": [each._asdict() for each in _dark(found, row, pasted=pasted)],
        "events": _events(found.id),
        "read": f"./read?{urlencode({'document': found.id})}",
        "explore": f"./?{urlencode({'document': found.id})}" if found.tally.events else "",
    }


def _dark(found: DocumentState, row: DocumentRow | None, *, pasted: bool) -> list[Dark]:
    """What stayed dark; where nothing may be changed, without the advice to change it."""
    dark = not_understood(found, row, cache.untold(found.id), pasted=pasted)
    return dark if changing.may_change() else [each.for_reading() for each in dark]


def _counts(found: DocumentState) -> str:
    """“6 events at 4 places; 1 undated, 2 without a place”."""
    tally = found.tally
    lacking = [
        *([f"{tally.undated:,} undated"] if tally.undated else []),
        *([f"{tally.unlocated:,} without a place"] if tally.unlocated else []),
    ]
    if not tally.events:
        named = (
            f"; {counted(tally.places, 'place')} {'is' if tally.places == 1 else 'are'} named" if tally.places else ""
        )
        return f"No event was found{named}."
    text = f"{counted(tally.events, 'event')}, {counted(tally.places, 'place')} named"
    return f"{text}; {', '.join(lacking)}." if lacking else f"{text}."


def _events(document_id: str) -> list[Data]:
    """The events a document tells, with the doubts about each."""
    events = cache.events(Filters(documents=(document_id,)))
    return [
        {
            "id": event["id"],
            "title": event["title"],
            "date": event["date_text"],
            "doubts": " · ".join(_doubts(event)),
            "family": event["family"],
            "look": look(event["status"], listed=event["listed"]),
            "href": f"./?{urlencode({'event': event['id']})}",
        }
        for event in events.head(MOST_EVENTS).to_dict("records")
    ]


def _doubts(event: Data) -> list[str]:
    """What is less than certain about an event, in words."""
    doubts = [] if event["status"] == "happened" else [str(event["status"])]
    doubts += [event["date_basis"].rstrip(".").lower()] if event["date_basis"] not in ("", _PLAIN) else []
    doubts += [event["told_by"].rstrip(".")[:1].lower() + event["told_by"].rstrip(".")[1:]] if event["told_by"] else []
    doubts += [] if event["place_text"] else ["without a place"]
    return doubts


_PLAIN = "Date given in the text."


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the list."""
    match said:
        case {"do": "remove", "name": str(name)}:
            _remove(Path(name).name)
        case {"do": "seen"}:
            remember(incoming()._replace(said="", refused=()))


def _remove(name: str) -> None:
    """Take a file out, and say what became of it."""
    now = incoming()
    try:
        changing.remove(name)
    except DashboardError as error:
        remember(now.answered(name, str(error)))
    else:
        remember(now.answered(name)._replace(said="Taken out, with its events.", newest=""))
