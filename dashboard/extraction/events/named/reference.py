"""The reference list of named events: data/vocabulary/named_events.csv, read and checked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.errors import DateError, VocabularyError
from dashboard.extraction.lexicon import Lexicon, spellings
from dashboard.extraction.states import known_states
from dashboard.extraction.topics import topics
from dashboard.extraction.vocabulary import rows, split
from dashboard.model import EventKind

COLUMNS = (
    "key", "title", "edtf", "foreseen", "kind", "names", "near_names", "near", "stands_for", "places", "states",
    "topics", "source",
)  # fmt: skip
How = Literal["name", "near", "place"]
_BASIS = DateBasis(Basis.REFERENCE, Basis.REFERENCE, Basis.REFERENCE)


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """One row: an event that documents name without saying when it was."""

    key: str
    title: str
    date: DateSpan
    foreseen: Day | None
    """The day from which papers could look ahead to it, where that is known."""
    kind: EventKind
    near: tuple[str, ...]
    """Words of which one must stand in the same paragraph for a name of `near_names` to count."""
    places: tuple[str, ...]
    states: tuple[str, ...]
    topics: tuple[str, ...]
    names: tuple[str, ...]
    stands_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase for a named event: its name, a name that needs company, or a place that stands for it."""

    event: NamedEvent
    how: How


@cache
def named_events() -> dict[str, NamedEvent]:
    """Every row by its key; raises VocabularyError for the first that is wrong."""
    found: dict[str, NamedEvent] = {}
    for row in rows("named_events.csv", *COLUMNS):
        if row["key"] in found:
            raise VocabularyError(f"named_events.csv has “{row['key']}” twice; give one of them another key.")
        found[row["key"]] = _event(row)
    return found


def _event(row: dict[str, str]) -> NamedEvent:
    """One row, checked."""
    try:
        date = DateSpan(row["edtf"], basis=_BASIS)
        foreseen = DateSpan(row["foreseen"]).earliest if row["foreseen"] else None
    except DateError as error:
        raise VocabularyError(f"named_events.csv, {row['key']}: {error}") from error
    unknown = {
        "kind": [row["kind"]] if row["kind"] not in get_args(EventKind) else [],
        "topics": [key for key in split(row["topics"]) if key not in topics()],
        "states": [code for code in split(row["states"]) if code not in known_states()],
    }
    for column, values in unknown.items():
        if values:
            raise VocabularyError(f"named_events.csv, {row['key']}: {column} does not know {', '.join(values)}.")
    if not (row["names"] or row["near_names"] or row["stands_for"]):
        raise VocabularyError(f"named_events.csv, {row['key']}: no name to find it by.")
    return NamedEvent(
        key=row["key"],
        title=row["title"],
        date=date,
        foreseen=foreseen,
        kind=cast(EventKind, row["kind"]),
        near=tuple(word.lower() for word in split(row["near"])),
        places=tuple(split(row["places"])),
        states=tuple(split(row["states"])),
        topics=tuple(split(row["topics"])),
        names=tuple(split(row["names"])),
        stands_for=tuple(split(row["stands_for"])),
    )


@cache
def namings() -> Lexicon[Naming]:
    """Every phrase of the list."""
    return Lexicon(_phrases())


def _phrases() -> Iterator[tuple[str, Naming]]:
    """Every phrase of the list with the event it names, and how."""
    for row in rows("named_events.csv", *COLUMNS):
        event = named_events()[row["key"]]
        columns: tuple[tuple[str, How], ...] = (("names", "name"), ("near_names", "near"), ("stands_for", "place"))
        for column, how in columns:
            for phrase in split(row[column]):
                yield phrase, Naming(event, how)


@cache
def nouns_of_several() -> frozenset[str]:
    """Names in small letters and without an article that several events need company for: “armistice agreement”."""
    return frozenset(text for text in _near_names_of_several() if text.islower() and not text.startswith("the "))


@cache
def is_noun_of_several(words: str) -> bool:
    """Whether the words are an article and a noun that several events need company for: “the armistice”."""
    return words.lower().startswith("the ") and words.lower() in _near_names_of_several()


@cache
def _near_names_of_several() -> frozenset[str]:
    """Names that need company and belong to more than one event."""
    counts = Counter(text for phrase, naming in _phrases() if naming.how == "near" for text in spellings(phrase))
    return frozenset(text for text, count in counts.items() if count > 1)


@cache
def by_year() -> dict[int, tuple[NamedEvent, ...]]:
    """Agreements and other events of a single year, for “the 1942 treaty”."""
    years: dict[int, list[NamedEvent]] = {}
    for event in named_events().values():
        if event.date.earliest and event.date.latest and event.date.earliest.year == event.date.latest.year:
            years.setdefault(event.date.earliest.year, []).append(event)
    return {year: tuple(events) for year, events in years.items()}


@cache
def hubs() -> frozenset[str]:
    """Places that stand for more than two conferences, so that “in Geneva” means none of them."""
    counts = Counter(place for event in named_events().values() for place in event.stands_for)
    return frozenset(place for place, count in counts.items() if count > 2)


@cache
def busy_towns() -> frozenset[str]:
    """First words of the names of towns of several meetings: “Hague Conference” is soon another one."""
    meetings = (event for event in named_events().values() if event.kind == "meeting")
    counts = Counter(place.removeprefix("The ").split()[0] for event in meetings for place in event.places)
    return frozenset(town for town, count in counts.items() if count > 1)
