"""Address: what a view is, as one value, and how the address bar says it.

What comes in from an address is anybody's: what means nothing is passed over, what is too long is cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.export.story import MOST_SLIDES, SLIDE_KINDS, SlideKind
from dashboard.queries import EVERYTHING, SORTS, Filters

Pane = Literal["", "table", "timeline", "map", "list", "both", "event"]
Lanes = Literal["topic", "country", "kind", "document"]
Query = dict[str, list[str]]
SlideRef = tuple[SlideKind, str]
"""An event or a place that a slide is made of: its kind and its id."""

LONGEST_ID = 200
"""Characters of an id in the address that are looked at."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that makes one view of the atlas; the address bar holds all of it."""

    filters: Filters = EVERYTHING
    event: str = ""
    """Id of the selected event; on timeline, map, table and in the excerpt alike."""
    place: str = ""
    """Id of the place the panel speaks of; empty while it speaks of the event."""
    pane: Pane = ""
    """Which view fills the screen where not all fit: a table, on a phone one of three, embedded one of four."""
    lanes: Lanes = "topic"
    """What the lanes of the timeline stand for."""
    sort: str = "date"
    """What the table is sorted by, a key of queries.SORTS; “-” before it turns the order round."""
    true_scale: bool = False
    """Whether the timeline keeps empty years at their length."""
    read: str = ""
    """Id of the document shown whole; empty for the passage."""
    at: int = -1
    """Where in it to begin; -1 for the evidence."""
    slides: tuple[SlideRef, ...] = ()
    """What was added to the slides, in their order; the words written to them are the session's, see `draft`."""

    def to_query(self) -> Query:
        """The view as the address says it: only what differs from the start."""
        single = {
            "event": self.event,
            "place": self.place,
            "view": self.pane,
            "lanes": "" if self.lanes == "topic" else self.lanes,
            "sort": "" if self.sort == "date" else self.sort,
            "scale": "true" if self.true_scale else "",
            "read": self.read,
        }
        query = self.filters.to_query() | {key: [value] for key, value in single.items() if value}
        query |= {"at": [str(self.at)]} if self.read and self.at >= 0 else {}
        return query | ({"slide": [f"{kind}.{key}" for kind, key in self.slides]} if self.slides else {})

    @classmethod
    def from_query(cls, query: Mapping[str, list[str]]) -> tuple[View, tuple[str, ...]]:
        """The view an address asks for, and a sentence for each part of it that means nothing."""
        filters, problems = Filters.from_query(query)
        one = {key: (query.get(key) or [""])[0][:LONGEST_ID] for key in _KEYS}
        found = cls(
            filters,
            event=one["event"],
            place=one["place"],
            pane=pane_named(one["view"]),
            lanes=lanes_named(one["lanes"]),
            sort=sort_named(one["sort"]),
            true_scale=one["scale"] == "true",
            read=one["read"],
            at=offset_in(one["at"]),
            slides=slides_named(query.get("slide") or ()),
        )
        return found, problems


_KEYS = ("event", "place", "view", "lanes", "sort", "scale", "read", "at")
"""What the address says besides the filters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page Read shows: a document, and what is chosen in it; the address bar holds all of it."""

    document: str = ""
    """Id of the document; empty for the one to begin with."""
    event: str = ""
    """Id of the event whose evidence is marked."""
    place: str = ""
    """Id of the place whose mentions are ringed."""
    at: int = -1
    """Where in the text to begin; -1 for the evidence."""
    words: str = ""
    """What is sought in the list of documents."""

    def to_query(self) -> Query:
        """The page as the address says it: only what differs from the start."""
        single = {"document": self.document, "event": self.event, "place": self.place, "q": self.words}
        query = {key: [value] for key, value in single.items() if value}
        return query | {"at": [str(self.at)]} if self.at >= 0 else query

    @classmethod
    def from_query(cls, query: Mapping[str, list[str]]) -> Reading:
        """The page an address asks for; what means nothing is passed over."""
        one = {key: (query.get(key) or [""])[0][:LONGEST_ID] for key in ("document", "event", "place", "q", "at")}
        return cls(one["document"], one["event"], one["place"], offset_in(one["at"]), one["q"])


def offset_in(words: str) -> int:
    """A place in a text as the address gives it; -1 for anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else -1


def slides_named(values: Sequence[str]) -> tuple[SlideRef, ...]:
    """The slides of these names (“event.a1b2”), each once; what names none is passed over."""
    found: dict[SlideRef, None] = {}
    for value in values[:MOST_SLIDES]:
        name, _, key = value[:LONGEST_ID].partition(".")
        found |= {(kind, key): None for kind in SLIDE_KINDS if kind == name and key}
    return tuple(found)


def pane_named(name: str) -> Pane:
    """The pane of that name; the one to begin with for any other."""
    panes: tuple[Pane, ...] = get_args(Pane)
    return next((pane for pane in panes if pane == name), "")


def sort_named(name: str) -> str:
    """The order of that name; that of time for any other."""
    return name if name.removeprefix("-") in SORTS else "date"


def lanes_named(name: str) -> Lanes:
    """The lanes of that name; topics for any other."""
    lanes: tuple[Lanes, ...] = get_args(Lanes)
    return next((each for each in lanes if each == name), "topic")
