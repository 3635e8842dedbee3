"""Where a name is: what a person said of a name as documents write it, for its mentions and the events placed by it.

A row `locate` names the document (or none: every document), the name as it is written (several separated by “; ”), and
where it is; an empty cell says that it is no place at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.corrections.changes import SET, Find, editors_place
from dashboard.corrections.table import Correction
from dashboard.datespan import year_of
from dashboard.datewords import edtf_day_in_words
from dashboard.errors import CorrectionError
from dashboard.gazetteer.names import name_key
from dashboard.model import Annotations, Event, Mention, Place

LOCATE = "locate"
"""The field of such a row."""


@dataclass(frozen=True, slots=True)
class Located:
    """What was found, with the names where a person says they are."""

    annotations: tuple[Annotations, ...]
    events: tuple[Event, ...]


def locate(row: Correction, found: Located, find: Find) -> Located:
    """Everything with one name put where the row says; raises CorrectionError where name or place is unknown."""
    names = {name_key(name) for name in row.old.split(";") if name.strip()}
    in_scope = {each.document.id: each for each in found.annotations if row.event in ("", each.document.id)}
    meant = {
        each.document.id: _meant(row, each, find)
        for each in in_scope.values()
        if any(name_key(mention.text) in names for mention in each.places)
    }
    if not meant:
        raise CorrectionError("the name does not stand in the documents any more; the correction changes nothing.")
    return Located(
        tuple(_with_names(each, names, meant[each.document.id]) if each.document.id in meant else each
              for each in found.annotations),
        tuple(_with_places(event, names, meant) for event in found.events),
    )  # fmt: skip


def _meant(row: Correction, found: Annotations, find: Find) -> Place | None:
    """The place the row names, as of the year of the document; None where it says that there is none."""
    if not row.new:
        return None
    place = editors_place(row.new, year_of(found.date), find)
    source = f"{SET}: {row.why}" if place.source == SET and row.why else place.source
    return replace(place, basis=f"set by {row.who}, {edtf_day_in_words(row.when)}", source=source)


def _with_names(found: Annotations, names: set[str], place: Place | None) -> Annotations:
    """The document with its mentions of the names as that place; without them where it is none."""
    if place is None:
        return replace(found, places=tuple(each for each in found.places if name_key(each.text) not in names))
    return replace(found, places=tuple(_put(each, names, place) for each in found.places))


def _put(mention: Mention, names: set[str], place: Place) -> Mention:
    if name_key(mention.text) not in names:
        return mention
    return replace(mention, value=_instead(place, mention.text, mention.value))


def _instead(place: Place, written: str, before: object) -> Place:
    """The place as it is written here, with what was read before among its other readings."""
    readings = (before.id, *before.alternatives) if isinstance(before, Place) else ()
    others = dict.fromkeys(each for each in readings if each != place.id)
    return replace(place, as_written=written, alternatives=tuple(others))


def _with_places(event: Event, names: set[str], meant: dict[str, Place | None]) -> Event:
    """The event where the name says it was, if all its evidence stands in documents that the row speaks of."""
    documents = {span.document_id for span in event.evidence}
    if not documents <= meant.keys() or not any(name_key(each.as_written) in names for each in event.places):
        return event
    place = meant[event.evidence[0].document_id]
    places: Sequence[Place] = [
        _instead(place, each.as_written, each) if place and name_key(each.as_written) in names else each
        for each in event.places
        if place or name_key(each.as_written) not in names
    ]
    return replace(event, places=tuple({each.id: each for each in places}.values()))
