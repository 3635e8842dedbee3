"""The facts of an event or a place: lines with a label, their values, and how each is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import cache, state
from dashboard.components import changing
from dashboard.gazetteer.names import key_of
from dashboard.gazetteer.resolution import apart
from dashboard.queries import EventDetail, PlaceDetail
from dashboard.views.correction_words import kind_in_words
from dashboard.views.place_words import basis_in_words, degrees, place_basis, source_in_words, then_and_now

MOST_READINGS = 3
"""Other readings named in the panel; the form offers all."""

Data = dict[str, Any]


def event_facts(detail: EventDetail) -> list[Data]:
    """What is known of an event, without the lines that would say nothing."""
    return [fact for fact in _of_event(detail) if fact["values"]]


def place_facts(place: PlaceDetail) -> list[Data]:
    """What is known of a place, without the lines that would say nothing."""
    return [fact for fact in _of_place(place) if fact["values"]]


def _of_event(detail: EventDetail) -> list[Data]:
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


def _of_place(place: PlaceDetail) -> list[Data]:
    reach = f"give or take {place.radius_km:,.0f} km" if place.radius_km >= 1 else ""
    known = {place.name.casefold(), place.name.partition(", ")[0].casefold()}  # “Kremlin, Moscow” and its “Kremlin”
    others = [name for name in place.as_written if name.casefold() not in known]
    return [
        _fact(
            "Written", [f"{name}, today {place.name}" if place.kind != "country" else f"“{name}”" for name in others]
        ),
        _fact("Where", [degrees(place.lat, place.lon)], note=reach),
        _fact("Known", [basis_in_words(place.basis)] if place.basis else [], note=_doubt(place.rivals)),
        _fact("Gazetteer", [source_in_words(place.source)] if place.source else [], correct=True),
        _fact("Or", _other_readings(place)),
    ]


def _fact(label: str, values: Sequence[str | Data], *, note: str = "", correct: bool = False) -> Data:
    """A line of the facts; `correct` puts the way to correct them behind its note."""
    parts = [value if isinstance(value, dict) else {"text": value} for value in values]
    return {"label": label, "values": parts, "note": note.strip(), "correct": correct and _may_correct()}


def _may_correct() -> bool:
    """Whether the way to the corrections is offered: not in another page, and not where one may only read."""
    return changing.may_change() and not state.embedded()


def _doubt(rivals: int) -> str:
    """A sentence where the name may as well mean another place."""
    return "Another place of that name is as likely; look at the passage." if rivals else ""


def _other_readings(place: PlaceDetail) -> list[Data]:
    """What else its names may mean, for the reader to choose from: “Azerbaijan (region, Iran)”.

    Only what bears the name itself and lies elsewhere: a town whose name was once spelled so, and the county around the
    place, are in the form. Namesakes in one country are told apart by where they are.
    """
    if state.embedded() or not place.alternatives:
        return []
    family, names = cache.gazetteers(), (place.name, *place.as_written)
    found = (family.by_id(other, when=place.year) for other in place.alternatives)
    meant = [each for each in found if each and apart(each, place) and namesake(each.name, each.kind, names)][
        :MOST_READINGS
    ]
    known = [(each, kind_in_words(each, family.country_name, place.year)) for each in meant]
    labels = Counter((each.name, words) for each, words in known)
    return [
        {
            "text": f"{each.name} ({words}{f', {degrees(each.lat, each.lon)}' * (labels[each.name, words] > 1)})",
            "correct": _may_correct(),
        }
        for each, words in known
    ]


def namesake(name: str, kind: str, names: Iterable[str]) -> bool:
    """Whether a reading bears one of the names of a place; a state may say more: “Azerbaijan SSR”, not “New Paris”."""
    key = key_of(name)
    known = {key_of(each) for each in names} - {""}
    return key in known or (kind == "country" and any(set(each.split()) <= set(key.split()) for each in known))
