"""The excerpt panel: what is known of the selected event or place, who says so, and the passage that says it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dashboard import cache, state
from dashboard.address import LONGEST_ID, View
from dashboard.components import correcting
from dashboard.components.assets import register
from dashboard.components.facts import event_facts, place_facts
from dashboard.components.marks import UNKNOWN, marks
from dashboard.components.passage_data import by_sentence, evidence_of, passage_data, spoken_of, told_by
from dashboard.components.view_tools import answer_tools, tools_data
from dashboard.english import counted
from dashboard.model import Document, Span
from dashboard.passages import sentence_around
from dashboard.queries import EVERYTHING, EventDetail, PlaceDetail
from dashboard.session import Correcting
from dashboard.views.excerpt import excerpt
from dashboard.views.theme import look

KEY = "excerpt_panel"
MOST_PASSAGES = 8
"""Passages of one place shown at once."""

_component = register("excerpt_panel", shared=("passage", "tools"))

Data = dict[str, Any]


def excerpt_panel(view: View, *, height: int, phone: bool, alone: bool = False) -> None:
    """Draw the panel, beside other views or alone; its callbacks write through `state.show`."""
    data = panel_data(view) | {"height": height, "phone": phone, "alone": alone}
    if alone:
        data["tools"] = None  # a page of others has no slides
    _component(key=KEY, data=data, hear=_hear)


def panel_data(view: View) -> Data:
    """Everything the browser needs to draw the panel."""
    detail = cache.event(view.event)
    place = (cache.place(view.place, view.filters) or cache.place(view.place, EVERYTHING)) if view.place else None
    said = place_data(place, view) if place else event_data(detail, view) if detail else _nothing()
    whole = _whole(view, detail, place) if view.read else None
    return {
        "dark": state.theme() == "dark",
        "key": f"{view.event} {view.place} {view.read} {view.at}",
        "closes": bool(view.place or view.read),
        "own_page": f"./read?{urlencode({'document': view.read, 'event': view.event})}" if view.read else "",
        "whole": whole is not None,
        **said,
        **(whole or {}),
        **steps(view),
        "tools": tools_data("excerpt", KEY, view),
    }


def steps(view: View) -> Data:
    """Where the event stands among those shown, and its neighbours in time."""
    stands = cache.standing(view.filters, view.event)
    if not stands.among:
        outside = "Left out by the filters" if view.event else ""
        return {"position": "", "earlier": "", "later": stands.later, "outside": outside}
    position = f"{stands.at + 1:,} of {stands.events:,}"
    return {"position": position, "earlier": stands.earlier, "later": stands.later}


def event_data(detail: EventDetail, view: View) -> Data:
    """An event: title, facts, and the passages of its evidence."""
    event = detail.event
    passages = [] if view.read else evidence_of(detail)
    return {
        "kicker": event.kind.capitalize(),
        "family": detail.family,
        "look": look(event.status, listed=event.listed),
        "title": event.title,
        "status": event.status,
        "status_text": event.status.capitalize(),
        "facts": event_facts(detail),
        "switchable": bool(detail.passages),
        "passages": passages,
    }


def place_data(place: PlaceDetail, view: View) -> Data:
    """A place: what it is, the events that happened there, and the passages that only speak of it."""
    groups = by_sentence(place.spoken)
    shown = [] if view.read else groups[:MOST_PASSAGES]
    selected = None if view.read else cache.event(view.event)
    happened = told_by(selected) if selected and any(each.id == place.id for each in selected.event.places) else []
    rest = place.passages - sum(map(len, shown))
    unlisted = place.events - len(place.event_ids)
    return {
        "kicker": place.kind.capitalize(),
        "family": "",
        "title": place.name,
        "facts": place_facts(place),
        "message": "" if place.events else "Spoken of here; no event is placed here.",
        "events_title": f"What happened here: {place.events:,} events" if unlisted else "What happened here",
        "events": [_event_line(row) for row in cache.among(place.event_ids, EVERYTHING).to_dict("records")],
        "unlisted": _unlisted(unlisted),
        "switchable": bool(place.spoken or place.events),
        "passages": [*happened, *(spoken_of(group) for group in shown)],
        "more": "" if view.read else _more(rest),
    }


def _unlisted(events: int) -> str:
    """What is said of events that the list of a place has no room for."""
    return f"And {counted(events, 'later event')}: narrow the dates or the topics." if events else ""


def _more(passages: int) -> str:
    """What is said of passages that name a place beside those shown."""
    return f"Named in {counted(passages, 'more passage')}." if passages > 0 else ""


def _event_line(event: Data) -> Data:
    """A row of find_events as a line of the list."""
    return {
        "id": event["id"],
        "title": event["title"],
        "date": event["date_text"] or "Undated",
        "family": event["family"],
        "look": look(event["status"], listed=event["listed"]),
    }


def _whole(view: View, detail: EventDetail | None, place: PlaceDetail | None) -> Data | None:
    """The whole document, to be opened at the mention or at the evidence; None where there is no such document."""
    document = cache.document(view.read)
    if document is None:
        return None
    told = detail.passages if detail and not (place and view.at >= 0) else ()  # only the mention, where one is meant
    passages = [passage for passage in told if passage.document_id == document.id]
    spans = [span for passage in passages for span in passage.evidence]
    here = _mention_at(document, view.at)
    shown = excerpt(document, spans, marks=marks(document.id), here=here, whole=True)
    others = list(dict.fromkeys(passage.document_id for passage in detail.passages)) if detail and not place else []
    return {
        "passages": [passage_data(document, shown)],
        "documents": [{"id": each, "label": _short(each), "on": each == document.id} for each in others],
        "message": "", "events": [], "unlisted": "", "more": "",
    }  # fmt: skip


def _mention_at(document: Document, at: int) -> list[Span]:
    """The name of a place that begins there, else the sentence around."""
    if not 0 <= at < len(document.text):
        return []
    named = [Span(each.start, each.end) for each in cache.mentions(document.id) if each.start == at]
    return named[:1] or [sentence_around(document.text, at, at + 1)]


def _short(document_id: str) -> str:
    document = cache.document(document_id)
    number = document.record.number if document else ""
    return f"No. {number}" if number else document_id[:24]


def _nothing() -> Data:
    return {
        "kicker": "", "family": "", "title": "No event is selected", "facts": [], "passages": [],
        "message": "Choose a mark on the timeline or the map, or take away a filter.",
    }  # fmt: skip


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the panel."""
    view = state.view()
    wanted = str(said.get("id", ""))[:LONGEST_ID]
    match said.get("do"):
        case "event":
            state.select_event(wanted)
        case "place" if wanted.startswith(UNKNOWN):
            correcting.begin_name(wanted.removeprefix(UNKNOWN))
        case "place":
            state.select_place(wanted)
        case "correct":
            state.correct(Correcting("place", view.place) if view.place else Correcting("event", view.event))
        case "whole":
            read, at = opening(view) if said.get("on") else ("", -1)
            state.show(read=read, at=at)
        case "read":
            place_in_text = said.get("at")
            state.show(read=wanted, at=place_in_text if isinstance(place_in_text, int) else -1)
        case "picture" | "slide":
            answer_tools("excerpt", KEY, said)
        case "close":
            state.show(read="", at=-1) if view.read else state.show(place="")


def opening(view: View) -> tuple[str, int]:
    """The document that “Whole document” opens and where in it: at the place's first mention, else at the evidence."""
    place = cache.place(view.place, view.filters) if view.place else None
    if place and place.spoken:
        return place.spoken[0].document_id, place.spoken[0].start
    detail = cache.event(view.event)
    return (detail.passages[0].document_id, -1) if detail and detail.passages else ("", -1)
