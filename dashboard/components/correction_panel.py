"""The correction panel: over the excerpt, while something is corrected; nothing for those who only read.

An event is hidden, given another title, date or place; a name is put where the reader says it is; one's own
corrections are listed, each with its undoing. What is done stands in `correcting.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard import cache, state
from dashboard.address import View
from dashboard.components import changing, correcting
from dashboard.components.assets import register
from dashboard.corrections import Correction, editors_date, place_cell
from dashboard.datespan import year_of
from dashboard.datewords import in_words
from dashboard.english import counted
from dashboard.errors import DashboardError
from dashboard.gazetteer.typed import typed_places
from dashboard.model import Place
from dashboard.queries import EVERYTHING, UnlocatedName
from dashboard.session import Correcting
from dashboard.views.correction_words import correction_in_words, reading_in_words, signed
from dashboard.views.place_words import then_and_now

KEY = "correction_panel"
HEIGHTS = {"event": 304, "place": 332, "names": 356, "own": 260}
"""Of the forms over the excerpt, where the window leaves room for both."""
MOST_READINGS = 12
MOST_ASKED = 80
"""Letters of the longest name that leaves this machine."""
UNKNOWN = "No gazetteer knows this name. Type another name of the place, or its coordinates."
GAP = 12

_component = register("correction_panel")

Data = dict[str, Any]


def correction_panel(view: View, *, room: int, phone: bool) -> int:
    """Draw the panel where something is corrected; answers with the pixels it takes of `room`."""
    now = correcting.current(view)
    if not now.what:
        return 0
    height = min(HEIGHTS[now.what], room * 3 // 5)
    data = panel_data(view, now) | {"height": height, "phone": phone}
    _component(key=KEY, data=data, hear=correcting.hear)
    return height + GAP


def panel_data(view: View, now: Correcting) -> Data:
    """Everything the browser needs to draw the panel."""
    parts = {"event": _event, "place": _place, "names": _names, "own": _own}
    return {
        "dark": state.theme() == "dark",
        "what": now.what,
        "key": f"{now.what} {now.subject} {cache.atlas().build}",
        "said": now.said,
        "failed": now.failed,
        "unsigned": now.said == correcting.UNSIGNED,
        "who": state.signature(),
        "own": correcting.own_count(),
        "only_read": not changing.may_change(),
        **parts[now.what](view, now),
    }


def _event(view: View, now: Correcting) -> Data:
    """The form for an event: what it says now, and what the typed date and place would say."""
    detail = cache.event(view.event)
    if detail is None:
        return {"title": "Nothing to correct", "event": None}
    event = detail.event
    edtf = event.date.edtf if event.date else ""
    year = year_of(event.date)
    return {
        "title": "Correct this event",
        "event": {
            "title": event.title,
            "date": edtf,
            "places": [{"cell": place_cell(each), "text": then_and_now(each)} for each in event.places],
        },
        "date_said": _date_said(edtf if now.date is None else now.date),
        "found": found_places(now.look, year, ask=now.ask),
    }


def _date_said(text: str) -> Data:
    """What the typed date will read as, or why it cannot be read."""
    try:
        date = editors_date(correcting.typed_date(text))
    except DashboardError as error:
        return {"text": str(error), "ok": False}
    return {"text": f"Reads: {in_words(date.edtf)}" if date else "Reads: undated", "ok": True}


def _place(_view: View, now: Correcting) -> Data:
    """The form for the reading of a place: the other readings first, then any place."""
    place = cache.place(now.subject, EVERYTHING)
    if place is None:
        return {"title": "Nothing to correct", "event": None}
    names, year = correcting.names_of(place), place.year
    readings = [each for other in place.alternatives if (each := cache.gazetteers().by_id(other, when=year))]
    found = found_places(now.look, year, ask=now.ask) if now.look else _readings(readings, year)
    return {
        "title": f"Where is {' or '.join(f'“{name}”' for name in names)}?",
        "name": "; ".join(names),
        "documents": _documents(correcting.documents_of(place)),
        "found": found,
    }


def _names(view: View, now: Correcting) -> Data:
    """The names that could not be located, each with its passages; one of them opened."""
    unlocated = cache.unlocated(view.filters)
    chosen = next((each for each in unlocated.names if each.name == now.subject), None)
    documents = list(dict.fromkeys(each.document_id for each in chosen.passages)) if chosen else []
    return {
        "title": names_in_words(unlocated.count) if unlocated.count else "Every name is located",
        "names": [_name(each) for each in unlocated.names],
        "more": unlocated.count - len(unlocated.names),
        "name": chosen.name if chosen else "",
        "documents": _documents(documents),
        "found": found_places(chosen.name if now.look is None else now.look, chosen.year, ask=now.ask)
        if chosen and changing.may_change()
        else None,
    }


def names_in_words(count: int) -> str:
    """“4 names could not be located”."""
    return f"{counted(count, 'name')} could not be located"


def _name(each: UnlocatedName) -> Data:
    passages = [
        {
            "document": passage.document_id,
            "at": passage.start,
            "where": correcting.short(passage.document_id),
            "before": passage.sentence[: passage.start - passage.sentence_start],
            "name": passage.sentence[passage.start - passage.sentence_start : passage.end - passage.sentence_start],
            "after": passage.sentence[passage.end - passage.sentence_start :],
        }
        for passage in each.passages
    ]
    return {"name": each.name, "times": each.times, "passages": passages}


def _documents(ids: list[str]) -> list[Data]:
    """The choice of where a correction of a name holds; none where there is one document."""
    if len(ids) < 2:
        return []
    return [
        {"id": "", "label": "In every document"},
        *({"id": each, "label": f"Only in {correcting.short(each)}"} for each in ids),
    ]


def found_places(look: str | None, year: int | None, *, ask: bool) -> Data | None:
    """What the typed words may mean; None before anything was typed.

    OpenStreetMap is offered only where it is switched on and nobody here knows the name, and asked only on request.
    """
    if not look or not look.strip():
        return None
    name = " ".join(look.split())
    try:
        places = typed_places(cache.gazetteers(), name, when=year)
        service = None if places or len(name) > MOST_ASKED else cache.online()
        if service and ask:
            places = tuple(found.place(name) for found in service.candidates(name))
            return _readings(places, year, unknown=f"OpenStreetMap does not know “{name}” either.")
        return _readings(places, year) | ({"ask": name} if service else {})
    except DashboardError as error:
        return {"options": [], "message": str(error)}


def _readings(places: Sequence[Place], year: int | None, *, unknown: str = UNKNOWN) -> Data:
    options = [
        {
            "cell": place_cell(each),
            "name": each.name,
            "detail": reading_in_words(each, cache.gazetteers().country_name, year),
            "why": each.source if each.id.startswith("osm:") else "",
        }
        for each in places[:MOST_READINGS]
    ]
    return {"options": options, "message": "" if options else unknown}


def _own(_view: View, _now: Correcting) -> Data:
    """The reader's own corrections, the latest first."""
    rows = correcting.own_corrections()
    return {
        "title": "Your corrections",
        "rows": [_own_row(at, row) for at, row in reversed(list(enumerate(rows)))],
        "file": str(correcting.path()),
    }


def _own_row(at: int, row: Correction) -> Data:
    """A correction with what is to be said of it where it could not be applied as it stands."""
    problem = cache.unfulfilled().get(row, "")
    return {
        "at": at,
        "text": correction_in_words(row, correcting.title_of(row)),
        "signed": signed(row),
        "problem": problem[:1].upper() + problem[1:],
    }
