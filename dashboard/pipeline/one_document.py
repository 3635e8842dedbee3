"""One document: read -> people -> dates -> places -> resolve -> events, the whole flow on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dashboard.datespan import DateSpan
from dashboard.documents.titled import titled
from dashboard.extraction.dateline import PlaceName, document_date, document_place_names
from dashboard.extraction.dates import find_dates
from dashboard.extraction.events import find_events
from dashboard.extraction.people import find_people
from dashboard.extraction.places import find_places
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Document, Place


def annotate(document: Document, gazetteers: Gazetteers) -> Annotations:
    """Everything found in one document, which gives the same answer alone or among others."""
    people = find_people(document)
    own_date = document.date or document_date(document)
    dates = find_dates(document, own_date=own_date)
    own_place = _own_place(document, own_date, gazetteers)
    mentions = find_places(document, gazetteers.names, people=people)
    places = gazetteers.resolve(document, mentions, own_date=own_date, own_place=own_place)
    found = find_events(
        document,
        dates=dates,
        places=places,
        people=people,
        own_date=own_date,
        own_place=own_place,
        locate=gazetteers.locate,
    )
    untold = tuple(dict.fromkeys(found.untold))  # a sentence of two dates is one sentence
    return Annotations(titled(document), own_date, own_place, dates, places, people, found.events, untold)


def _own_place(document: Document, own_date: DateSpan | None, gazetteers: Gazetteers) -> Place | None:
    """Where the document was written: the first of its names that a gazetteer knows, with how it is known.

    One writes in a town, so of the readings of a name a town or a site comes first; of the name of a country one that
    lies in it, as Panama does: who writes at Trinidad is on the island, and in no town of that name in Bolivia.
    """
    when = own_date.earliest.year if own_date and own_date.earliest else None
    for name in document_place_names(document):
        readings = _readings(name, when, gazetteers)
        first = next(readings, None)
        if first is None or (name.outer and first.kind not in _WRITTEN_IN):
            continue
        towns = (each for each in chain((first,), readings) if each.kind in _WRITTEN_IN)
        place = next((each for each in towns if first.kind != "country" or each.country == first.country), first)
        return replace(place, as_written=name.name, basis=name.why)
    return None


_WRITTEN_IN = ("settlement", "site")


def _readings(name: PlaceName, when: int | None, gazetteers: Gazetteers) -> Iterator[Place]:
    """What the name may mean, the likeliest first: with what it lies in, by itself, its parts; each asked if needed."""
    if name.post_in_country:
        capital = gazetteers.capital(name.name, when)
        yield from (capital,) if capital else ()
        return
    full = f"{name.name}, {name.within}" if name.within else name.name
    for query in dict.fromkeys((full, name.name, *name.name.split(", "))):
        yield from gazetteers.alternatives(query, when=when)
