"""Which of several readings is meant: scored by what the name itself says and by what stands around it.

A reading starts from its rank (curated before large towns before small ones) and gains from its surroundings: the
state named right after it (“Paris, Texas”), the countries and divisions its neighbours lie in, the list it stands in,
the year. The weights are few and coarse; what each must keep apart is written beside it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from geopy.distance import great_circle

from dashboard.gazetteer.base import Candidate

CONTAINER = 12.0
"""“Paris, Texas”: what is named as the container outweighs everything."""
CURATED = 6.0
"""A curated row outweighs a city of ten million of the same name (log10 of 10^7 less 2)."""
OUT_OF_TIME = 2.5
"""A name in use only later or earlier loses to one in use, not to a hamlet."""
COUNTRY_SHARE = 3.0
"""All neighbours in one country: lifts a town of 10,000 there over one of a million elsewhere."""
DIVISION_SHARE = 4.0
"""All neighbours in one state of it."""
KIND_SAID = 3.0
"""“Washington state”, “the city of Guatemala”: decides between rows of equal rank."""
LISTED = 1.0
"""Each neighbour in a list that is of the same kind and country: decides between rows of equal rank."""
OTHER_NAME = 1.0
"""A town under its own name before one that merely has it among its other names."""
PROVINCE = 1.0
"""The town before the province named after it, though more people live in the province."""
CLOSE = 0.3
"""Readings whose scores differ by less are about as likely: no town of twice the size, none in the right state."""
MOST_RIVALS = 5
"""As many as a reader is offered."""
APART_KM = 30
"""Readings nearer to one another than this are one place to a reader: a town and the county around it."""
_AREAS = ("country", "region")


class Spot(Protocol):
    """Where something lies, and how far it reaches."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""

    @property
    def radius_km(self) -> float:
        """0 for a point."""


@dataclass(slots=True)
class Context:
    """What surrounds a name: the year, and how much of the surroundings lies in each country and division."""

    when: int | None = None
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    containers: set[str] = field(default_factory=set)
    """Codes of countries and divisions named as containing this name."""
    contents: set[str] = field(default_factory=set)
    """Codes of countries and divisions that the name before the comma may lie in, where this one contains it."""
    kind: str = ""
    """“area” or “town” where the words beside the name say so."""
    listed: Sequence[Candidate] = ()
    """What the names beside it in a list mean."""

    def copy(self) -> Context:
        """The year and the shares, to be added to for one name: those of the whole document are added up once."""
        return Context(when=self.when, countries=self.countries.copy(), divisions=self.divisions.copy())

    def add_country(self, country: str, share: float) -> None:
        """Count a neighbour in that country."""
        if country:
            self.countries[country] += share

    def add_shares(self, countries: Mapping[str, float], divisions: Mapping[str, float], *, weight: float) -> None:
        """Count many neighbours, as shares of the whole."""
        for country, share in countries.items():
            self.countries[country] += weight * share
        for division, share in divisions.items():
            self.divisions[division] += weight * share

    def add_container(self, readings: Iterable[Candidate]) -> None:
        """Take the readings of the name after the comma (“Texas”) as containers."""
        for reading in readings:
            if reading.kind in _AREAS:
                self.containers.add(reading.admin or reading.country)

    def add_contents(self, readings: Iterable[Candidate]) -> None:
        """Take the readings of the name before the comma (“Buffalo” of “Buffalo, New York”) as contents."""
        for reading in readings:
            self.contents |= {reading.country, reading.admin}

    def contains(self, candidate: Candidate) -> bool:
        """Whether a container was named in which the candidate lies."""
        return bool(self.containers) and bool({candidate.country, candidate.admin} & self.containers - {""})


def score(candidate: Candidate, context: Context) -> float:
    """How likely the reading is; comparable only between readings of one name in one context."""
    points = _alone(candidate) + _surrounded(candidate, context)
    area = candidate.kind in _AREAS
    if context.kind:
        points += KIND_SAID * ((context.kind == "area") == area)
    if context.contents and area:
        points += KIND_SAID * bool({candidate.admin or candidate.country} & context.contents - {""})
    if context.listed:
        same = sum(other.kind == candidate.kind and other.country == candidate.country for other in context.listed)
        points += LISTED * same
    return points


def _alone(candidate: Candidate) -> float:
    """By the name alone."""
    if candidate.rank == 3:
        return CURATED - (0 if candidate.in_time else OUT_OF_TIME)
    points = math.log10(candidate.population + 10) - 2
    return points - OTHER_NAME * candidate.other_name - PROVINCE * (candidate.kind == "region")


def _surrounded(candidate: Candidate, context: Context) -> float:
    """By where its neighbours are."""
    points = CONTAINER if candidate.kind != "country" and context.contains(candidate) else 0.0
    points += COUNTRY_SHARE * context.countries.get(candidate.country, 0.0)
    return points + DIVISION_SHARE * context.divisions.get(candidate.admin, 0.0)


def rivals(ranked: Sequence[Candidate], context: Context) -> int:
    """How many of the readings after the first are about as likely, of the same sort, and somewhere else.

    A town and a state of one name are no rivals: that the town comes first is a rule of writing, not a guess.
    """
    first, *others = ranked
    least, area = score(first, context) - CLOSE, first.kind in _AREAS
    close = (other for other in others[:MOST_RIVALS] if (other.kind in _AREAS) == area)
    return sum(score(other, context) > least and apart(first, other) for other in close)


def apart(one: Spot, other: Spot) -> bool:
    """Whether two readings are two places to a reader: neither lies within the other."""
    distance: float = great_circle((one.lat, one.lon), (other.lat, other.lon)).km
    return distance > max(APART_KM, one.radius_km, other.radius_km)


def choose(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The readings, the likeliest first; equals stay in the order of the tables."""
    if len(candidates) < 2:  # most names have one: nothing to weigh
        return list(candidates)
    return sorted(candidates, key=lambda candidate: -score(candidate, context))
