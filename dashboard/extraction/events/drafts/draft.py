"""Draft: an event in the making, before its title, topics and states are worked out."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.datespan import DateSpan
from dashboard.model import EventKind, Mention, Place, Span, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found: evidence, date and kind, and whatever else the rule itself knows."""

    rule: str
    """The rule family, part of the event’s id: occasion, named, resolution, citation, clause, act."""
    kind: EventKind
    date: DateSpan | None
    evidence: tuple[Span, ...]
    """The first is the one the title is made from."""
    dates: tuple[Mention, ...] = ()
    """The mentions that date it; empty where the date comes from the reference list or the catalogue."""
    title: str = ""
    """Empty: to be made from the clause."""
    places: tuple[Place, ...] = ()
    status: Status | None = None
    """None: to be read from the clause."""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    reference: str = ""
    """Key of the row of the reference list."""
    naming: tuple[Span, ...] = ()
    """The words that name an event of the reference list: they are quoted for it, since its clause may tell another."""
    paper: str = ""
    """What the paper is called that the clause tells of, for where no line made of the clause says as much."""
    signature: str = ""
    """What makes two drafts of one document the same (“telegram 809”); empty where only the words can tell."""
