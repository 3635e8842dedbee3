"""The contract of a gazetteer: geopy's. To add one: subclass Gazetteer in a file of its own and list it in
`gazetteer/family.py`; the contract tests then run over it by themselves.

A gazetteer is a geopy Geocoder: `geocode(query, *, exactly_one=True, timeout=None, when=None, near=None)` answers with
`geopy.location.Location` (or a list of them, the likeliest first), None where the name is unknown. `Location.raw` is
the untouched row, a Candidate, which says all that a Place needs.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard.model import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a name: a row of a gazetteer, with what decides between it and others."""

    id: str
    """Gazetteer and row: “geonames:524901”."""
    name: str
    """The name in today's English gazetteer; for a state, its name at the time asked about."""
    kind: PlaceKind
    lat: float
    lon: float
    country: str = ""
    """ISO 3166 alpha-2 of the country it lies in today; for a state, of the continuing state."""
    admin: str = ""
    """Code of the first-order division it lies in, or is: “US.TX”; empty where unknown."""
    population: int = 0
    radius_km: float = 0.0
    other_name: bool = False
    """Whether the name asked about is only another name of the place (“Reval” of Tallinn)."""
    rank: int = 0
    """How sure the gazetteer is of this reading before any context: 3 certain … 0 barely known (see `rank_of`)."""
    in_time: bool = True
    """Whether the name was in use in the year asked about."""
    source: str = ""
    """The citation shown to the reader."""
    reason: str = ""
    """Why the row is there, as its table says."""
    contains: tuple[str, ...] = ()
    """Country codes a region spreads over, where it has no country of its own."""

    def place(self, as_written: str, *, basis: str = "", alternatives: Sequence[str] = (), rivals: int = 0) -> Place:
        """The value that documents, store and map use."""
        return Place(
            id=self.id,
            name=self.name,
            lat=self.lat,
            lon=self.lon,
            kind=self.kind,
            country=self.country,
            as_written=as_written,
            radius_km=self.radius_km,
            basis=basis,
            source=self.source,
            alternatives=tuple(alternatives),
            rivals=rivals,
        )


class Gazetteer(Geocoder):
    """A family member: knows names, answers by geopy's contract."""

    def __init__(self) -> None:
        """Skip geopy's set-up of proxies and TLS, which takes 30 ms that an offline gazetteer has no use for."""

    @abstractmethod
    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:
        """Every reading of the name, the likeliest first, before any context."""

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: float | None = None,  # noqa: ARG002  # part of geopy's contract; an offline gazetteer never waits
        when: int | None = None,
        near: str | None = None,
    ) -> Location | list[Location] | None:
        """Where the name was in that year, near that country (ISO code); None where it is unknown."""
        found = sorted(self.candidates(query, when=when), key=lambda c: bool(near) and c.country != near)
        locations = [Location(candidate.name, (candidate.lat, candidate.lon), candidate) for candidate in found]
        if not locations:
            return None
        return locations[0] if exactly_one else locations
