"""The gazetteers as a family: asked in order, our own tables before GeoNames before (when switched on) Nominatim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from dashboard.datespan import DateSpan, year_of
from dashboard.gazetteer.base import Candidate, Gazetteer
from dashboard.gazetteer.curated import Curated
from dashboard.gazetteer.documents import resolve
from dashboard.gazetteer.geonames import GeoNames
from dashboard.gazetteer.resolution import Context, choose
from dashboard.model import Document, Mention, Place

_DIVISION = re.compile(r"(.+) (?:Province|County|Prefecture|Parish|District|State|Governorate|Municipality|Territory)")
"""A division under its full name, where only the short one is known."""


def open_gazetteers(*, online: Gazetteer | None = None) -> Gazetteers:
    """The family, ready to be asked: what can be made once is made."""
    family = Gazetteers(online=online)
    family.build()
    return family


class Gazetteers:
    """Name, year and neighbourhood in; Place out. Opened once, then shared by every document."""

    def __init__(self, *, build: Path | None = None, online: Gazetteer | None = None) -> None:
        """`build` is the folder of compiled things; `online` is asked for names that no member knows."""
        self.geonames = GeoNames(build)
        self.curated = Curated(self.geonames)
        self.members: tuple[Gazetteer, ...] = (self.curated, self.geonames)
        """Asked for every name, in this order; our own tables come first. Another gazetteer goes in here."""
        self.online = online
        self._known = lru_cache(maxsize=1 << 15)(self._all_candidates)
        self._located = lru_cache(maxsize=1 << 13)(self._locate)
        self.alternatives = lru_cache(maxsize=1 << 13)(self._alternatives)

    def build(self) -> bool:
        """Make what can be made once (the compiled index); says whether there was work to do."""
        built = [member.build() for member in self.members]
        return any(built)

    @cached_property
    def names(self) -> Names:
        """What recognition asks: is this a name of a place, and how sure?"""
        return Names(self)

    def candidates(self, name: str, when: int | None = None) -> Sequence[Candidate]:
        """Every reading of the name, curated ones first; the online member only where nobody else knows it."""
        return self._known(name, when)

    def _all_candidates(self, name: str, when: int | None) -> Sequence[Candidate]:
        found = list(self.curated.candidates(name, when=when))
        if not (found and self.curated.abbreviates(name)):
            same = {f"geonames:{entry.geonames}" for entry in self.curated.entries(name)}
            found += [candidate for candidate in self.others(name, when) if candidate.id not in same]
        if not found and (match := _DIVISION.fullmatch(name)):
            short = self.candidates(match[1], when)
            return [candidate for candidate in short if candidate.kind in ("region", "country")] or short
        if not found and self.online:
            return self.online.candidates(name, when=when)
        return found

    def others(self, name: str, when: int | None = None) -> list[Candidate]:
        """Every reading of the name that is not of our own tables, member by member."""
        return [each for member in self.members[1:] for each in member.candidates(name, when=when)]

    def locate(self, name: str, *, when: int | None = None, near: str | None = None) -> Place | None:
        """The place a name meant in that year, near that country (ISO code or name); None where nobody knows."""
        return self._located(name, when, near)

    def _locate(self, name: str, when: int | None, near: str | None) -> Place | None:
        ranked = self.ranked(name, when=when, near=near)
        if not ranked:
            return None
        return ranked[0].place(name, alternatives=[other.id for other in ranked[1:6]])

    def _alternatives(self, name: str, *, when: int | None = None, near: str | None = None) -> tuple[Place, ...]:
        """Every reading, the likeliest first, for a person to choose from."""
        return tuple(candidate.place(name) for candidate in self.ranked(name, when=when, near=near))

    def ranked(self, name: str, *, when: int | None = None, near: str | None = None) -> list[Candidate]:
        """The readings of a name standing alone, the likeliest first."""
        context = Context(when=when)
        head, _, container = name.partition(", ")
        candidates = self.candidates(name, when)
        if container and not candidates:
            candidates = self.candidates(head, when)
            context.add_container(self.candidates(container, when))
        if near:
            context.add_country(self._country_of(near, when), 1.0)
        return choose(candidates, context)

    def _country_of(self, name: str, when: int | None) -> str:
        """The ISO code that a country's name or code, or any other place's name, stands for."""
        if len(name) == 2 and name.isupper():
            return name
        readings = self.candidates(name, when)
        return next((c.country for c in readings if c.kind == "country"), readings[0].country if readings else "")

    def by_id(self, place_id: str, *, when: int | None = None) -> Place | None:
        """The place of an id that this family gave out; None for any other, whatever a person wrote."""
        readings = (member.reading(place_id, when=when) for member in self.members)
        found = next(filter(None, readings), None)
        return found.place("") if found else None

    def country_name(self, iso: str, when: int | None = None) -> str:
        """What the state of that ISO code was called in that year; the code itself where nobody knows."""
        return self.curated.country_name(iso, when) or iso

    def capital(self, country: str, when: int | None = None) -> Place | None:
        """Where the government of a country (ISO code or name) sat in that year; None where the year would decide."""
        entry = self.curated.capital(self._country_of(country, when), when)
        return self.curated.candidate(entry, when=when).place(entry.name) if entry else None

    def resolve(
        self,
        document: Document,
        mentions: Iterable[Mention],
        *,
        own_date: DateSpan | None = None,
        own_place: Place | None = None,
    ) -> tuple[Mention, ...]:
        """The place mentions of a document with their Places; others are returned as they are."""
        return resolve(self.candidates, document, tuple(mentions), when=year_of(own_date), own_place=own_place)


class Names:
    """The family's index of names, as recognition sees it (extraction.base.NameIndex)."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self._gazetteers = gazetteers
        self.rank = lru_cache(maxsize=1 << 16)(self._rank)
        self.stands_bare = lru_cache(maxsize=1 << 16)(self._stands_bare)

    def _rank(self, name: str) -> int | None:
        """3 certain (curated), 2 a large town, 1 a town, 0 a hamlet, -1 only after another name; None unknown."""
        curated = self._gazetteers.curated
        if curated.entries(name):
            return -1 if curated.only_after_comma(name) else 3
        return max((row.rank for row in self._gazetteers.others(name)), default=None)

    def _stands_bare(self, name: str) -> bool:
        """Whether the place takes no article: all but countries, regions and waters of our tables."""
        entries = self._gazetteers.curated.entries(name)
        return not entries or entries[0].kind == "settlement" or entries[0].table == "divisions"
