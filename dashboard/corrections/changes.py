"""What can be changed in an event: each field with how its value is written in corrections.csv and read back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from dashboard.datespan import Basis, DateBasis, DateSpan, year_of
from dashboard.errors import CorrectionError, DateError
from dashboard.model import Certainty, Document, Event, EventKind, Evidence, Person, Place, Status

Find = Callable[[str, int | None], Place | None]
"""The place that a name meant in a year, or that a gazetteer's id stands for; None where no gazetteer knows it."""

_PINNED = re.compile(r"(?P<name>[^@]+?)\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)")
"""A place set by hand: “Cecilienhof, Potsdam @ 52.4192, 13.0708”."""
_CHOSEN = re.compile(r"(?P<name>[^\[\]]+?)\s*\[(?P<id>[a-z]+:[^\[\]\s]+)\]")
"""A reading chosen by hand: “Azerbaijan [geonames:587116]”."""
_IN_CELLS = re.compile(r"[@;\[\]]+")
"""What a name in a cell cannot hold."""
SET = "set by an editor"
"""The basis of a place that a person chose."""


class Field(NamedTuple):
    """A field of an event that can be corrected."""

    write: Callable[[Event], str]
    change: Callable[[Event, str, Find], Event]
    """The event with the value read; raises CorrectionError or DateError."""


def editors_date(edtf: str) -> DateSpan | None:
    """A date as an editor sets it, None for an empty cell; raises DateError."""
    return DateSpan(edtf, basis=DateBasis.of(edtf, Basis.EDITOR)) if edtf else None


def editors_places(names: str, date: DateSpan | None, find: Find) -> tuple[Place, ...]:
    """The places an editor names, separated by “; ”; raises CorrectionError for one that nobody knows."""
    year = year_of(date)
    return tuple(editors_place(name.strip(), year, find) for name in names.split(";") if name.strip())


def editors_place(name: str, year: int | None, find: Find) -> Place:
    """The place of a correction: pinned to a point, chosen by its id, else as the gazetteers know the name.

    Raises CorrectionError for a point on no map, and for a name or an id that nobody knows.
    """
    pinned, chosen = _PINNED.fullmatch(name), _CHOSEN.fullmatch(name)
    if pinned:
        lat, lon = float(pinned["lat"]), float(pinned["lon"])
        if abs(lat) > 90 or abs(lon) > 180:
            raise CorrectionError(f"“{name}” is on no map; write latitude (-90 to 90), then longitude (-180 to 180).")
        place_id = f"editor:{lat:.4f},{lon:.4f}"
        return Place(place_id, pinned["name"], lat, lon, "site", basis=SET, source=SET)
    place = find(chosen["id"] if chosen else name, year)
    if place is None:
        plain = chosen["name"] if chosen else name
        raise CorrectionError(f"no gazetteer knows the place “{name}”; write it as “{plain} @ latitude, longitude”.")
    return replace(place, basis=SET)


def place_cell(place: Place) -> str:
    """A place as a cell of corrections.csv names it: by its gazetteer's id, else by its point."""
    name = _IN_CELLS.sub(" ", place.name).strip()
    if place.id and not place.id.startswith(("editor:", "osm:")):
        return f"{name} [{place.id}]"
    return f"{name} @ {place.lat:.5f}, {place.lon:.5f}"


def _choice(value: str, known: Sequence[str], what: str) -> Any:
    """The value, if it is one of those the model knows."""
    if value not in known:
        raise CorrectionError(f"“{value}” is no {what}; use one of {', '.join(known)}.")
    return value


def _keys(value: str) -> tuple[str, ...]:
    """The keys of a cell, which are separated by “;”."""
    return tuple(key.strip() for key in value.split(";") if key.strip())


FIELDS: Mapping[str, Field] = {
    "title": Field(lambda event: event.title, lambda event, value, _: replace(event, title=value)),
    "date": Field(
        lambda event: event.date.edtf if event.date else "",
        lambda event, value, _: replace(event, date=editors_date(value)),
    ),
    "place": Field(
        lambda event: "; ".join(place.name for place in event.places),
        lambda event, value, find: replace(event, places=editors_places(value, event.date, find)),
    ),
    "kind": Field(
        lambda event: event.kind,
        lambda event, value, _: replace(event, kind=_choice(value, get_args(EventKind), "kind")),
    ),
    "status": Field(
        lambda event: event.status,
        lambda event, value, _: replace(event, status=_choice(value, get_args(Status), "status")),
    ),
    "certainty": Field(
        lambda event: event.certainty,
        lambda event, value, _: replace(event, certainty=_choice(value, get_args(Certainty), "certainty")),
    ),
    "topics": Field(
        lambda event: "; ".join(event.topics),
        lambda event, value, _: replace(event, topics=_keys(value)),
    ),
    "countries": Field(
        lambda event: "; ".join(event.countries),
        lambda event, value, _: replace(event, countries=_keys(value)),
    ),
}
"""To make another field correctable, add its row; `hide`, `check` and `add` are not fields and stand in apply.py."""


def value_of(event: Event, field: str) -> str:
    """The value of a field as corrections.csv writes it; the title for `hide` and `check`."""
    return FIELDS.get(field, FIELDS["title"]).write(event)


def added_event(event_id: str, cells: str, documents: Mapping[str, Document], find: Find) -> Event:
    """The event of an `add` row; raises CorrectionError where it cannot be, above all without evidence.

    The cell is JSON: title, evidence (a list of {document, start, end} or {document, quote}), and if known date (EDTF),
    kind, certainty, status, told_by, and lists of places (by name or “name @ lat, lon”), people, topics, countries.
    """
    try:
        given = json.loads(cells)
        quotes = given["evidence"]
        event = Event(
            id=event_id,
            title=str(given["title"]),
            date=editors_date(given.get("date") or ""),
            kind=_choice(given.get("kind", "other"), get_args(EventKind), "kind"),
            certainty=_choice(given.get("certainty", "inferred"), get_args(Certainty), "certainty"),
            status=_choice(given.get("status", "happened"), get_args(Status), "status"),
            told_by=str(given.get("told_by", "author")),
            evidence=tuple(_evidence(quote, documents) for quote in quotes),
            people=tuple(Person(str(name)) for name in given.get("people", ())),
            topics=tuple(map(str, given.get("topics", ()))),
            countries=tuple(map(str, given.get("countries", ()))),
        )
        names = "; ".join(map(str, given.get("places", ())))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        if isinstance(error, CorrectionError | DateError):
            raise
        raise CorrectionError("it is not written as JSON with a title and evidence; see data/README.md.") from error
    if not event.evidence:
        raise CorrectionError("it has no evidence; quote the words of a document that say so.")
    return replace(event, places=editors_places(names, event.date, find))


def _evidence(given: Mapping[str, Any], documents: Mapping[str, Document]) -> Evidence:
    """The evidence by its offsets, or where its quoted words stand; raises CorrectionError."""
    document = documents.get(given["document"])
    if document is None:
        raise CorrectionError(f"its document “{given['document']}” is not among the documents.")
    if "quote" in given:
        start = document.text.find(given["quote"])
        if start < 0 or not given["quote"].strip():
            raise CorrectionError(f"the words “{given['quote']}” do not stand in “{document.id}”.")
        return Evidence(document.id, start, start + len(given["quote"]))
    start, end = int(given["start"]), int(given["end"])
    if not 0 <= start < end <= len(document.text):
        raise CorrectionError(
            f"{start}–{end} is no passage of “{document.id}”; it has {len(document.text)} characters."
        )
    return Evidence(document.id, start, end)
