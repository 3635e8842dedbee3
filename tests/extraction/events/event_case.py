"""A document in a few words: dates and places are given by the words they stand in."""

from __future__ import annotations

from typing import Any

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.extraction.events import Found, find_events
from dashboard.extraction.people import find_people
from dashboard.model import Document, Event, Mention, Note, Place, Section, Span

STATED = DateBasis(Basis.STATED, Basis.STATED, Basis.STATED)
TOWNS = {
    "London": ("GB", 51.51, -0.13),
    "Moscow": ("RU", 55.76, 37.62),
    "Yalta": ("UA", 44.5, 34.17),
    "Tehran": ("IR", 35.69, 51.39),
    "Tel Aviv": ("IL", 32.08, 34.78),
    "Cairo": ("EG", 30.04, 31.24),
    "Gaza": ("PS", 31.5, 34.47),
    "Geneva": ("CH", 46.2, 6.15),
    "Santiago": ("CL", -33.45, -70.67),
    "Paris": ("FR", 48.86, 2.35),
    "Washington": ("US", 38.9, -77.04),
}


def town(name: str) -> Place | None:
    """The place of that name, if the test gazetteer has it."""
    if name not in TOWNS:
        return None
    country, lat, lon = TOWNS[name]
    return Place(f"test:{name}", name, lat, lon, "settlement", country, as_written=name)


def locate(name: str, *, when: int | None = None, near: str | None = None) -> Place | None:
    """Stands in for the gazetteers."""
    del when, near
    return town(name)


def events_of(text: str, dates: dict[str, str] | None = None, **circumstances: Any) -> tuple[Event, ...]:
    """The events of `found_in`, which takes the same."""
    return found_in(text, dates, **circumstances).events


def found_in(
    text: str,
    dates: dict[str, str] | None = None,
    *,
    own: str = "",
    at: str = "",
    notes_from: str = "",
    mark: str = "",
    title: str = "",
    lands: tuple[str, ...] = (),
) -> Found:
    """What is found in a text whose dates are given as words -> EDTF; own date and place as the pipeline would hand in.

    `mark` are the words whose last character marks the note; `lands` are countries that the gazetteer knows.
    """
    cut = text.index(notes_from) if notes_from else len(text)
    sections = (Section("body", 0, cut), Section("notes", cut, len(text)))[: 2 if notes_from else 1]
    end = text.index(mark) + len(mark)
    notes = (Note("1", cut, len(text), Span(end - 1, end)),) if mark else ()
    document = Document("case", text, title=title, sections=sections, notes=notes)
    found = [
        Mention("date", start, start + len(words), words, DateSpan(edtf, words, STATED))
        for words, edtf in (dates or {}).items()
        for start in _everywhere(text, words)
    ]
    places = [
        Mention("place", start, start + len(name), name, town(name))
        for name in TOWNS
        for start in _everywhere(text, name)
    ]
    places += [
        Mention("place", start, start + len(name), name, Place(f"test:{name}", name, 0.0, 0.0, "country"))
        for name in lands
        for start in _everywhere(text, name)
    ]
    return find_events(
        document,
        dates=tuple(sorted(found, key=lambda mention: mention.start)),
        places=tuple(sorted(places, key=lambda mention: mention.start)),
        people=find_people(document),
        own_date=DateSpan(own) if own else None,
        own_place=town(at),
        locate=locate,
    )


def _everywhere(text: str, words: str) -> list[int]:
    """Every offset at which the words stand."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
