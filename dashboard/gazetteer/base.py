"""The contract of a gazetteer: geopy's. To add one: subclass Gazetteer in a file of its own and put it among the
members of `gazetteer/family.py`; names and ids are then looked up in it, and the contract tests run over it.

A gazetteer is a geopy Geocoder: `geocode(query, *, exactly_one=True, timeout=None, when=None, near=None)` answers with
`geopy.location.Location` (or a list of them, the likeliest first), None where the name is unknown. `Location.raw` is
the untouched row, a Candidate, which says all that a Place needs. By it a member can stand wherever a geocoder of geopy
can, and the other way round: `nominatim.py` is geopy's own. The family itself asks for `candidates`, the rows without
that wrapping, since it weighs those of all members before one of them is a location.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Never

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable
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


class _Offline(BaseSyncAdapter):
    """What geopy would fetch with: nothing is fetched. Its own takes 30 ms to set up proxies and TLS."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Never:  # noqa: ARG002  # geopy’s form
        """Raise GeocoderUnavailable."""
        raise GeocoderUnavailable(f"{url} was not asked: this gazetteer stays on this machine.")

    get_text = get_json


class Gazetteer(Geocoder):
    """A family member: knows names, answers by geopy's contract."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=_Offline)

    def build(self) -> bool:
        """Make what can be made once, if anything; says whether there was work to do."""
        return False

    @abstractmethod
    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:
        """Every reading of the name, the likeliest first, before any context."""

    def reading(self, place_id: str, *, when: int | None = None) -> Candidate | None:  # noqa: ARG002  # for tables of several times
        """The row of an id that this gazetteer gave out, as of that year; None for any other, whatever it is.

        A service whose rows are not kept answers None; a place of it is then known by its point.
        """
        return None

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
