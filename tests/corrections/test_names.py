"""Where a name is, as a person says: its mentions, the events placed by it, and what cannot be applied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.corrections import Correction, apply
from dashboard.datespan import DateSpan
from dashboard.model import Annotations, Document, Event, Evidence, Mention, Place

TEXT = "They met at Serkin. Azerbaijan was quiet; SERKIN\nwas not."
NORTH = Place(
    "g:north", "Azerbaijan", 40.4, 49.9, "country", as_written="Azerbaijan", alternatives=("g:south", "g:east")
)
SOUTH = Place("g:south", "East Azerbaijan", 38.1, 46.3, "region", source="a gazetteer")


def found(document_id: str = "d") -> Annotations:
    """A document with a name nobody knows, twice, and one that has several readings."""
    mentions = [
        Mention("place", TEXT.index(name), TEXT.index(name) + len(name), name, value)
        for name, value in (("Serkin", None), ("Azerbaijan", NORTH), ("SERKIN", None))
    ]
    return Annotations(Document(document_id, TEXT), DateSpan("1946"), None, places=tuple(mentions))


def event(document_id: str = "d", *, place: Place = NORTH) -> Event:
    evidence = (Evidence(document_id, 20, 40),)
    return Event(f"e-{document_id}", "Quiet", None, "other", "explicit", "happened", "author", evidence, (place,))


def find(name: str, when: int | None) -> Place | None:
    """A gazetteer of two places, one of which nobody called so before 1946."""
    return {"g:south": SOUTH, "Tabriz": replace(SOUTH, id="g:tabriz") if when == 1946 else None}.get(name)


def row(old: str, new: str, *, document: str = "", why: str = "seen on a map") -> Correction:
    return Correction(document, "locate", old, new, "A. Reader", "2026-11-29", why)


def places(annotations: Annotations) -> list[str | None]:
    return [each.value.id if isinstance(each.value, Place) else None for each in annotations.places]


def test_a_name_nobody_knows_is_put_on_the_map_however_it_is_written() -> None:
    done = apply([row("Serkin", "Serkin @ 37.1, 47.2")], [event()], [found()], find)
    assert places(done.annotations[0]) == ["editor:37.1000,47.2000", "g:north", "editor:37.1000,47.2000"]
    place = done.annotations[0].places[0].value
    assert isinstance(place, Place)
    assert (place.as_written, place.basis) == ("Serkin", "set by A. Reader, 29 November 2026")
    assert place.source == "set by an editor: seen on a map"
    assert done.events == (event(),)


def test_a_name_is_looked_up_in_the_year_of_its_document() -> None:
    done = apply([row("Serkin", "Tabriz")], [], [found()], find)
    assert places(done.annotations[0])[0] == "g:tabriz"


def test_another_reading_holds_for_mentions_and_events_and_keeps_the_first_for_the_way_back() -> None:
    done = apply([row("Azerbaijan", "Azerbaijan [g:south]")], [event()], [found()], find)
    value = done.annotations[0].places[1].value
    assert isinstance(value, Place)
    assert (value.id, value.alternatives, value.source) == ("g:south", ("g:north", "g:east"), "a gazetteer")
    assert [each.id for each in done.events[0].places] == ["g:south"]


def test_in_one_document_only() -> None:
    both = [event("d"), event("other")]
    chosen = row("Azerbaijan", "Azerbaijan [g:south]", document="other")
    done = apply([chosen], both, [found("d"), found("other")], find)
    assert [places(each)[1] for each in done.annotations] == ["g:north", "g:south"]
    assert [each.places[0].id for each in done.events] == ["g:north", "g:south"]


def test_what_is_no_place_is_marked_no_more() -> None:
    done = apply([row("Serkin; Azerbaijan", "")], [event()], [found()], find)
    assert places(done.annotations[0]) == []
    assert done.events[0].places == ()


def test_what_is_said_of_one_event_counts_more_than_what_is_said_of_a_name() -> None:
    of_the_event = Correction("e-d", "place", "Azerbaijan", "Baku @ 40.4, 49.8", "A. Reader", "2026-11-29", "")
    done = apply([of_the_event, row("Azerbaijan", "Azerbaijan [g:south]")], [event()], [found()], find)
    assert [each.name for each in done.events[0].places] == ["Baku"]
    assert places(done.annotations[0])[1] == "g:south"


REFUSED = [
    ("not in the documents", row("Nowhere", "Tabriz"), "does not stand in the documents"),
    ("not in that document", row("Serkin", "Tabriz", document="other"), "does not stand in the documents"),
    ("a place nobody knows", row("Serkin", "Atlantis"), "write it as “Atlantis @ latitude, longitude”"),
    ("an id nobody knows", row("Serkin", "Serkin [g:none]"), "write it as “Serkin @ latitude, longitude”"),
    ("a point off the map", row("Serkin", "Serkin @ 91, 0"), "on no map"),
]


@pytest.mark.parametrize(("reason", "correction", "words"), REFUSED)
def test_what_cannot_be_applied_is_said_and_changes_nothing(reason: str, correction: Correction, words: str) -> None:
    done = apply([correction], [event()], [found()], find)
    assert (done.annotations, done.events) == ((found(),), (event(),)), reason
    assert words in done.refused[correction]
    assert words in done.problems[0]
