"""The excerpt panel: what is known of the selected event or place, who says so, and the passage that says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from dashboard import cache, state
from dashboard.address import LONGEST_ID, View
from dashboard.components import changing, correcting
from dashboard.components.assets import register
from dashboard.components.view_tools import answer_tools, tools_data
from dashboard.model import Document, Place, Span
from dashboard.passages import sentence_around
from dashboard.queries import EVERYTHING, EventDetail, MentionRow, Passage, PlaceDetail, Spoken
from dashboard.session import Correcting
from dashboard.views.citation import citation, plain
from dashboard.views.correction_words import kind_in_words
from dashboard.views.excerpt import Excerpt, Mark, excerpt
from dashboard.views.place_words import basis_in_words, degrees, place_basis, then_and_now
from dashboard.views.theme import look

KEY = "excerpt_panel"
UNKNOWN = "name:"
"""Before the words of a mention that no gazetteer knows, where others have the id of their place."""
MOST_READINGS = 3
"""Other readings named in the panel; the form offers all."""
MOST_PASSAGES = 8
"""Passages of one place shown at once."""

_component = register("excerpt_panel", shared=("passage", "tools"))

Data = dict[str, Any]


def excerpt_panel(view: View, *, height: int, phone: bool, alone: bool = False) -> None:
    """Draw the panel, beside other views or alone; its callbacks write through `state.show`."""
    data = panel_data(view) | {"height": height, "phone": phone, "alone": alone}
    if alone:
        data["tools"] = None  # a page of others has no slides
    _component(key=KEY, data=data, on_act_change=_heard)


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
    passages = [] if view.read else [_evidence(detail, found) for found in _by_document(detail.passages)]
    return {
        "kicker": event.kind.capitalize(),
        "family": detail.family,
        "look": look(event.status, event.certainty),
        "title": event.title,
        "status": event.status,
        "status_text": event.status.capitalize(),
        "facts": [fact for fact in _facts(detail) if fact["values"]],
        "switchable": bool(detail.passages),
        "passages": passages,
    }


def _facts(detail: EventDetail) -> list[Data]:
    event = detail.event
    written = f"Written “{event.date.text}”. " if event.date and event.date.text else ""
    return [
        _fact("Date", [detail.date_text or "Undated"], note=f"{written}{detail.date_basis}"),
        _fact("Place", [{"text": then_and_now(place), "place": place.id} for place in event.places],
              note=f"{place_basis(event.places)} {_doubt(sum(place.rivals for place in event.places))}"),
        _fact("States", [name for _, name in detail.countries]),
        _fact("People", [", ".join(filter(None, (person.name, person.office))) for person in event.people]),
        _fact("Topics", [label for _, label in detail.topics]),
        _fact("Source", [detail.told_by or "According to the document itself."], note=detail.checked, correct=True),
    ]  # fmt: skip


def _fact(label: str, values: Sequence[str | Data], *, note: str = "", correct: bool = False) -> Data:
    """A line of the facts; `correct` puts the way to correct them behind its note."""
    parts = [value if isinstance(value, dict) else {"text": value} for value in values]
    return {"label": label, "values": parts, "note": note.strip(), "correct": correct and _may_correct()}


def _may_correct() -> bool:
    """Whether the way to the corrections is offered: not in another page, and not where one may only read."""
    return changing.may_change() and not state.embedded()


def _by_document(passages: Sequence[Passage]) -> list[list[Passage]]:
    documents: dict[str, list[Passage]] = {}
    for passage in passages:
        documents.setdefault(passage.document_id, []).append(passage)
    return list(documents.values())


def _evidence(detail: EventDetail, passages: list[Passage]) -> Data:
    """The passages of one document."""
    document = detail.documents[passages[0].document_id]
    spans = [span for passage in passages for span in passage.evidence]
    return _passage(document, excerpt(document, spans, marks=marks(document.id)))


def _passage(document: Document, shown: Excerpt, **more: Any) -> Data:
    return {
        "where": plain(document, shown.page),
        "paragraphs": [_lean(asdict(paragraph)) for paragraph in shown.paragraphs],
        "notes": [_lean(asdict(note)) for note in shown.notes],
        "citation": citation(document, shown.page),
        **more,
    }


def _lean(paragraph: Data) -> Data:
    """The same without what is empty: half the bytes on their way to the browser."""
    runs = [{name: value for name, value in run.items() if value} for run in paragraph["runs"]]
    return {name: value for name, value in paragraph.items() if value and name not in _OFFSETS} | {"runs": runs}


_OFFSETS = ("start", "end", "at")
"""What the panel does not need to know."""


def marks(document_id: str) -> list[Mark]:
    """The dates and places of a document with what each leads to."""
    return [mark for mention in cache.mentions(document_id) if (mark := _mark(mention))]


def _mark(mention: MentionRow) -> Mark | None:
    if mention.kind == "date":
        return Mark(
            mention.start, mention.end, "date", mention.lights, "" if mention.shares_passage else "No event here"
        )
    if mention.kind == "place":
        place = mention.value if isinstance(mention.value, Place) else None
        title = then_and_now(place) if place else "No gazetteer knows where this is; say it"
        return Mark(mention.start, mention.end, "place", place.id if place else f"{UNKNOWN}{mention.text}", title)
    return None


def place_data(place: PlaceDetail, view: View) -> Data:
    """A place: what it is, the events that happened there, and the passages that only speak of it."""
    groups = _by_sentence(place.spoken)
    shown = [] if view.read else groups[:MOST_PASSAGES]
    selected = None if view.read else cache.event(view.event)
    happened = _told(selected) if selected and any(each.id == place.id for each in selected.event.places) else []
    rest = place.passages - sum(map(len, shown))
    unlisted = place.events - len(place.event_ids)
    return {
        "kicker": place.kind.capitalize(),
        "family": "",
        "title": place.name,
        "facts": [fact for fact in _place_facts(place) if fact["values"]],
        "message": "" if place.events else "Spoken of here; no event is placed here.",
        "events_title": f"What happened here: {place.events:,} events" if unlisted else "What happened here",
        "events": [_event_line(row) for row in cache.among(place.event_ids, EVERYTHING).to_dict("records")],
        "unlisted": f"And {unlisted:,} later ones. Narrow the dates or the topics to see them." if unlisted else "",
        "switchable": bool(place.spoken or place.events),
        "passages": [*happened, *(_spoken(group) for group in shown)],
        "more": f"{rest:,} more passages name it." if rest > 0 and not view.read else "",
    }


def _place_facts(place: PlaceDetail) -> list[Data]:
    reach = f"give or take {place.radius_km:,.0f} km" if place.radius_km >= 1 else ""
    known = {place.name.casefold(), place.name.partition(", ")[0].casefold()}  # “Kremlin, Moscow” and its “Kremlin”
    others = [name for name in place.as_written if name.casefold() not in known]
    return [
        _fact(
            "Written", [f"{name}, today {place.name}" if place.kind != "country" else f"“{name}”" for name in others]
        ),
        _fact("Where", [degrees(place.lat, place.lon)], note=reach),
        _fact("Known", [basis_in_words(place.basis)] if place.basis else [], note=_doubt(place.rivals)),
        _fact("Gazetteer", [place.source] if place.source else [], correct=True),
        _fact("Or", _other_readings(place)),
    ]


def _doubt(rivals: int) -> str:
    """A sentence where the name may as well mean another place."""
    return "Another place of that name is as likely; look at the passage." if rivals else ""


def _other_readings(place: PlaceDetail) -> list[Data]:
    """What else its names may mean, for the reader to choose from: “Azerbaijan (region, Iran)”.

    Namesakes in one country are told apart by where they are.
    """
    if state.embedded() or not place.alternatives:
        return []
    family = cache.gazetteers()
    found = [family.by_id(other, when=place.year) for other in place.alternatives[:MOST_READINGS]]
    known = [(each, kind_in_words(each, family.country_name, place.year)) for each in found if each]
    labels = Counter((each.name, words) for each, words in known)
    return [
        {
            "text": f"{each.name} ({words}{f', {degrees(each.lat, each.lon)}' * (labels[each.name, words] > 1)})",
            "correct": _may_correct(),
        }
        for each, words in known
    ]


def _event_line(event: Data) -> Data:
    """A row of find_events as a line of the list."""
    return {
        "id": event["id"],
        "title": event["title"],
        "date": event["date_text"] or "Undated",
        "family": event["family"],
        "look": look(event["status"], event["certainty"]),
    }


def _told(detail: EventDetail) -> list[Data]:
    """The passages of an event among those of a place, under its title."""
    caption = {"text": f"{detail.event.title}, {detail.date_text or 'undated'}", "id": detail.event.id}
    return [_evidence(detail, found) | {"spoken": caption} for found in _by_document(detail.passages)]


def _by_sentence(spoken: Sequence[Spoken]) -> list[list[Spoken]]:
    """Mentions of one sentence together."""
    sentences: dict[tuple[str, int], list[Spoken]] = {}
    for each in spoken:
        sentences.setdefault((each.document_id, each.sentence_start), []).append(each)
    return list(sentences.values())


def _spoken(group: list[Spoken]) -> Data:
    """A passage that speaks of the place, with the event it lights up."""
    first, document = group[0], cache.document(group[0].document_id)
    if document is None:
        return {"paragraphs": [], "notes": []}
    here = [Span(each.start, each.end) for each in group]
    shown = excerpt(document, (), marks=marks(document.id), here=here)
    return _passage(document, shown, spoken=_caption(first), whole_at={"read": document.id, "at": first.start})


def _caption(spoken: Spoken) -> Data:
    """“Spoken of on 19 December 1945”, or the event whose evidence it stands in."""
    lit = cache.event(spoken.event_id)
    if lit is None:
        return {"text": "Spoken of here.", "id": ""}
    if spoken.shares_passage:
        return {"text": f"{lit.event.title}, {lit.date_text or 'undated'}", "id": lit.event.id}
    return {"text": f"Spoken of on {lit.date_text}", "id": lit.event.id}


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
        "passages": [_passage(document, shown)],
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


def _heard() -> None:
    """Do what the reader asked of the panel."""
    said, view = state.action(KEY), state.view()
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
