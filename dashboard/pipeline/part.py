"""Part: what of an atlas a change reaches, so that the rest of it can stay as it is.

A part is closed: no event outside is the same as one inside, nobody outside takes a name from inside, no correction
reaches across. So what is put together of a part is just what a whole atlas has there.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.corrections import LOCATE, Correction, read_outcomes
from dashboard.extraction.merge import family
from dashboard.gazetteer.names import name_key
from dashboard.model import Event
from dashboard.store.folder import Build
from dashboard.store.kept import Kept
from dashboard.store.made import Change, Made
from dashboard.store.ties import Named, Tied

SHARE = 0.2
"""Of the documents; a part that reaches more is no sooner written than the whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """The documents and events that are put together."""

    keys: Mapping[str, str]
    """By id, in reading order, the keys of the documents that tell of its events."""
    anew: frozenset[str]
    """The documents of which every event is in it, so that they can be laid out anew; ids, some of them gone."""
    families: frozenset[str]
    """The families of events that are in it."""
    change: Change | None = None
    """What it takes the place of; None where it is everything."""

    def events(self, kept: Kept) -> Iterator[Event]:
        """Its events as single documents tell them, in reading order."""
        for name, key in self.keys.items():
            for event in kept.events(key):
                if name in self.anew or family(event) in self.families:
                    yield event


def everything(now: Mapping[str, str]) -> Part:
    """The part that is the whole; `now` has the keys of the documents by their ids, in reading order."""
    return Part(now, frozenset(now), frozenset())


def reached(kept: Kept, now: Mapping[str, str], rows: Sequence[Correction], made: Made, build: Build) -> Part | None:
    """The part of a build that a change of documents or corrections reaches; None where that is better made whole."""
    before = tuple(read_outcomes(made.corrections))
    changed = _changed(before, rows)
    came = {name for name, key in now.items() if made.findings.get(name) != key}
    gone = {name for name, key in made.findings.items() if now.get(name) != key}
    if changed is None or _too_many(came | gone, now) or not kept.ties.know(made.findings[name] for name in gone):
        return None
    reach = _Reach(kept.ties, made.findings, now)
    every = {*before, *rows}
    again = {row.event for row in changed if row.field != LOCATE}
    seeds = came | gone | reach.located(changed) | reach.renamed(came | gone)
    seeds |= reach.named(row for row in every if row.field != LOCATE and row.event in again)
    seeds, families, around = reach.closed(seeds, every)
    if _too_many(around | seeds, now):
        return None
    told = kept.ties.events(reach.keys(seeds)) + [each for _, each in kept.ties.in_families(families)]
    added = {row.event for row in every if row.event in again or documents_quoted(row) & seeds}
    events = {each.id for each in told} | added
    change = Change(build, frozenset(seeds), frozenset(came | gone), frozenset(events))
    keys = {name: key for name, key in now.items() if name in around or name in seeds}
    return Part(keys, frozenset(seeds), frozenset(families), change)


def _too_many(documents: set[str], now: Mapping[str, str]) -> bool:
    return len(documents) > SHARE * len(now)


def _changed(before: Sequence[Correction], rows: Sequence[Correction]) -> list[Correction] | None:
    """The corrections that came or went; None where those that stayed changed their order."""
    both = Counter(before) & Counter(rows)
    kept_before, kept_now = ([row for row in each if row in both] for each in (before, rows))
    if kept_before != kept_now:
        return None
    return [row for row in (*before, *rows) if row not in both]


def documents_quoted(row: Correction) -> set[str]:
    """Ids of the documents that an `add` row quotes."""
    if row.field != "add":
        return set()
    try:
        return {str(each["document"]) for each in json.loads(row.new)["evidence"]}
    except (ValueError, KeyError, TypeError):  # `apply` says what is wrong with it
        return set()


def documents_naming(row: Correction, names: Mapping[str, str], ties: Tied) -> set[str]:
    """Ids of the documents in which a `locate` row finds its name; `names` has the ids of documents by their keys."""
    keys = ties.naming(name_key(name) for name in row.old.split(";") if name.strip())
    found = {names[key] for key in keys if key in names}
    return found & {row.event} if row.event else found


class _Reach:
    """Follows the ties of documents; they go by their ids, whatever was found in them before and is now."""

    def __init__(self, ties: Tied, before: Mapping[str, str], now: Mapping[str, str]) -> None:
        self._ties = ties
        self._before, self._now = before, now
        self._names = {key: name for each in (before, now) for name, key in each.items()}

    def keys(self, names: Iterable[str]) -> set[str]:
        """What was found in documents, before and now."""
        return {each[name] for name in names for each in (self._before, self._now) if name in each}

    def _ids(self, keys: Iterable[str]) -> set[str]:
        return {self._names[key] for key in keys if key in self._names}

    def named(self, rows: Iterable[Correction]) -> set[str]:
        """The documents that corrections of events name, or tell the events they name."""
        asked = [*rows]
        telling = self._ids(key for key, _ in self._ties.telling(row.event for row in asked))
        return telling.union(*map(documents_quoted, asked)) & (self._before.keys() | self._now.keys())

    def located(self, rows: Iterable[Correction]) -> set[str]:
        """The documents in which corrections of names find them."""
        wanted = (documents_naming(row, self._names, self._ties) for row in rows if row.field == LOCATE)
        return set().union(*wanted)

    def corrected(self, rows: set[Correction]) -> set[str]:
        """The documents that corrections may make look otherwise than they were read."""
        families = {told.family for _, told in self._ties.telling(row.event for row in rows)} - {""}
        around = self._ids(key for key, _ in self._ties.in_families(families))
        return around | self.located(rows) | self.named(row for row in rows if row.field != LOCATE)

    def renamed(self, changed: set[str]) -> set[str]:
        """The documents with people of whose name more or less is known now that other documents changed."""
        people = self._ties.people(self._ties.surnames(self.keys(changed)))
        before, now = (_years(people, {*each.values()}) for each in (self._before, self._now))
        other = {surname for surname in before.keys() | now.keys() if before.get(surname) != now.get(surname)}
        return self._ids(key for key, person in people if person.surname in other)

    def closed(self, seeds: set[str], rows: set[Correction]) -> tuple[set[str], set[str], set[str]]:
        """The seeds, the families of their events, and all documents that tell of these.

        A corrected one among them becomes a seed itself, since it must be laid out anew with all its events; so does
        one that tells of an event which a person added, beside a seed.
        """
        corrected, together = self.corrected(rows), [documents_quoted(row) for row in rows]
        while True:
            families = {each.family for each in self._ties.events(self.keys(seeds))} - {""}
            around = self._ids(key for key, _ in self._ties.in_families(families))
            beside = set[str]().union(*(names for names in together if names & seeds))
            more = (around & corrected) | (beside & (self._before.keys() | self._now.keys()))
            if more <= seeds:
                return seeds, families, around
            seeds = seeds | more


def _years(people: Iterable[tuple[str, Named]], keys: set[str]) -> dict[str, dict[str, tuple[int, int]]]:
    """By surname and full name, the first and last year in which documents of these keys tell of a person."""
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for key, (surname, name, first, last) in people:
        if key in keys and name != surname and first is not None and last is not None:
            known = found[surname].get(name, (first, last))
            found[surname][name] = min(first, known[0]), max(last, known[1])
    return found
