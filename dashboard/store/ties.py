"""Ties: what ties the documents of an atlas to one another, so that a change finds those it reaches without reading on.

They stand beside what was found (kept.py), in tables of the same file:

    told       the events of each document, and the family of events within which each may be the same as another
    people     the people of each document's events, with the years they are told of in
    places     the names of places in each document, located or not
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

TABLES = """
CREATE TABLE told (found INTEGER REFERENCES found(number) ON DELETE CASCADE, id TEXT NOT NULL, family TEXT NOT NULL);
CREATE INDEX told_found ON told(found);
CREATE INDEX told_id ON told(id);
CREATE INDEX told_family ON told(family) WHERE family <> '';
CREATE TABLE people (
    found INTEGER REFERENCES found(number) ON DELETE CASCADE,
    surname TEXT NOT NULL, name TEXT NOT NULL, first INTEGER, last INTEGER
);
CREATE INDEX people_found ON people(found);
CREATE INDEX people_surname ON people(surname);
CREATE TABLE places (found INTEGER REFERENCES found(number) ON DELETE CASCADE, name TEXT NOT NULL);
CREATE INDEX places_found ON places(found);
CREATE INDEX places_name ON places(name);
"""


class Named(NamedTuple):
    """A person as one document names them."""

    surname: str
    name: str
    first: int | None
    """The year of the first event they have part in; None where none is dated."""
    last: int | None


class Told(NamedTuple):
    """An event as one document tells it."""

    id: str
    family: str
    """What it has in common with every event that may be the same; empty for one that is never the same as another."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of one document."""

    told: tuple[Told, ...] = ()
    people: tuple[Named, ...] = ()
    places: tuple[str, ...] = ()
    """Names, as corrections compare them, each once."""


class Tied:
    """The ties of all documents; a document goes by the key of what was found in it, which may be kept for longer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, found: int | None, ties: Ties) -> None:
        """Keep the ties of a document beside what was found in it, under the number of that."""
        self._put("INSERT INTO told VALUES (?, ?, ?)", found, ties.told)
        self._put("INSERT INTO people VALUES (?, ?, ?, ?, ?)", found, ties.people)
        self._put("INSERT INTO places VALUES (?, ?)", found, [(name,) for name in ties.places])

    def _put(self, statement: str, found: int | None, rows: Iterable[Sequence[object]]) -> None:
        self._connection.executemany(statement, [(found, *row) for row in rows])

    def know(self, keys: Iterable[str]) -> bool:
        """Whether what was found is still kept for every one of the keys."""
        wanted = {*keys}
        return wanted == {key for (key,) in self._ask("SELECT key FROM found WHERE key IN ({})", wanted)}

    def events(self, keys: Iterable[str]) -> list[Told]:
        """The events that documents tell."""
        statement = "SELECT id, family FROM told WHERE found IN (SELECT number FROM found WHERE key IN ({}))"
        return [Told(*row) for row in self._ask(statement, keys)]

    def telling(self, ids: Iterable[str]) -> list[tuple[str, Told]]:
        """Who tells events of these ids: each event with the key of its document."""
        return self._told("id", ids)

    def in_families(self, families: Iterable[str]) -> list[tuple[str, Told]]:
        """The events of families, each with the key of its document."""
        return self._told("family", families)

    def _told(self, column: str, values: Iterable[str]) -> list[tuple[str, Told]]:
        statement = f"SELECT key, id, family FROM told JOIN found ON number = found WHERE {column} IN ({{}})"  # noqa: S608 - a column of ours
        return [(key, Told(event_id, family)) for key, event_id, family in self._ask(statement, values)]

    def surnames(self, keys: Iterable[str]) -> set[str]:
        """The surnames of the people in documents."""
        statement = "SELECT surname FROM people WHERE found IN (SELECT number FROM found WHERE key IN ({}))"
        return {surname for (surname,) in self._ask(statement, keys)}

    def people(self, surnames: Iterable[str]) -> list[tuple[str, Named]]:
        """The people of these surnames in every document, each with its key."""
        statement = (
            "SELECT key, surname, name, first, last FROM people JOIN found ON number = found WHERE surname IN ({})"
        )
        return [(key, Named(*row)) for key, *row in self._ask(statement, surnames)]

    def naming(self, names: Iterable[str]) -> set[str]:
        """The keys of the documents that hold any of these names of places."""
        return {
            key for (key,) in self._ask("SELECT key FROM places JOIN found ON number = found WHERE name IN ({})", names)
        }

    def _ask(self, statement: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        """The answer to a statement that asks for any of the values in the place of {}."""
        among = "SELECT value FROM json_each(?)"
        return self._connection.execute(statement.format(among), [json.dumps([*values])]).fetchall()
