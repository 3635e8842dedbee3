"""Made: what a build was made of, kept in it, so that the next one need only change what is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import duckdb

from dashboard.model import Event
from dashboard.store.folder import Build
from dashboard.store.numbers import in_time
from dashboard.store.schema import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Made:
    """What a build was made of."""

    findings: Mapping[str, str] = field(default_factory=dict)
    """By id of each document, in reading order, the key of what was found in it."""
    corrections: str = ""
    """The corrections and what became of each, as JSON."""
    program: str = ""
    """The mark of the program that made it; empty where it cannot be changed in part."""

    def in_one_piece(self) -> Made:
        """The same, to be changed only as a whole."""
        return replace(self, program="")


@dataclass(frozen=True, slots=True)
class Change:
    """The part of a build that is made anew; all else is taken over as it is."""

    build: Build
    documents: frozenset[str]
    """Ids of the documents whose rows are made anew, or go."""
    texts: frozenset[str]
    """Of these, those that come, go or have other words."""
    events: frozenset[str]
    """Every id of the events that are made anew, or go."""


def fits(change: Change | None, events: Iterable[Event]) -> bool:
    """Whether events can be put in the place of those that a change takes out: each under its own number."""
    numbered, own = in_time(events)
    if change is None or not own:
        return own
    asked = "SELECT id FROM events WHERE number IN (SELECT unnest(?::BIGINT[]))"
    with duckdb.connect(str(change.build.atlas), read_only=True) as connection:
        found = connection.execute(asked, [[*numbered]]).fetchall()
    return all(event_id in change.events for (event_id,) in found)


def read_made(build: Build | None) -> Made | None:
    """What a build was made of; None where there is none, or nothing can be taken over from it."""
    if build is None or not build.complete:
        return None
    try:
        with duckdb.connect(str(build.atlas), read_only=True) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
            rows = connection.execute("SELECT id, finding FROM documents ORDER BY position").fetchall()
    except duckdb.Error:
        return None
    if meta.get("schema") != SCHEMA_VERSION or not meta.get("program"):
        return None
    return Made(dict(rows), meta["corrections"], meta["program"])
