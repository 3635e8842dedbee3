"""The curated gazetteer: states, regions, waters, sites and old names of data/gazetteer, with their years."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard import config
from dashboard.errors import VocabularyError
from dashboard.gazetteer.base import Candidate, Gazetteer
from dashboard.gazetteer.geonames import GeoNames
from dashboard.gazetteer.names import key_of
from dashboard.model import PLACE_KINDS, PlaceKind

TABLES = (
    "states",
    "capitals_and_posts",
    "historical_names",
    "conference_places",
    "colonies",
    "divisions",
    "regions",
    "waters",
    "sites",
)
"""In the order in which they speak where two know a name equally well: Luxembourg is
first the state, New York first the city."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table: a place under a name for some years. Rows of one id are one place under several names."""

    id: str
    name: str
    names: tuple[str, ...]
    """Other names with the same years."""
    exact: tuple[str, ...]
    """Abbreviations that count only as written, dots and capitals included (“=U.S.” in the table)."""
    after_comma: tuple[str, ...]
    """Abbreviations that count only after another name (“,Mo.” in the table: “Sedalia, Mo.”)."""
    kind: PlaceKind
    country: str
    start: int | None
    end: int | None
    geonames: int | None
    lat: float | None
    lon: float | None
    radius_km: float
    contains: tuple[str, ...]
    capital_of: str
    """ISO 3166 alpha-2 of the country whose government sat there in the years of the row; empty for none."""
    reason: str
    table: str

    def covers(self, year: int | None) -> bool:
        """Whether the name was in use in that year; without a year, whether it still is."""
        if year is None:
            return self.end is None
        return (self.start is None or self.start <= year) and (self.end is None or year <= self.end)


def read_table(path: Path) -> Iterator[Entry]:
    """The rows of one table; raises VocabularyError with file and line."""
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            try:
                yield _entry(row, path.stem)
            except (KeyError, ValueError) as error:
                raise VocabularyError(
                    f"{path.name}, line {line}: {error}; see data/README.md for the columns."
                ) from error


def _entry(row: dict[str, str], table: str) -> Entry:
    names = [name for name in row["names"].split("|") if name]
    kind = row["kind"]
    if kind not in PLACE_KINDS:
        raise ValueError(f"“{kind}” is no kind of place (one of {', '.join(PLACE_KINDS)})")
    return Entry(
        id=f"curated:{row['id']}" if row["id"] else f"geonames:{row['geonames']}",
        name=row["name"],
        names=tuple(name for name in names if name[0] not in "=,"),
        exact=tuple(name[1:] for name in names if name[0] == "="),
        after_comma=tuple(name[1:] for name in names if name[0] == ","),
        kind=kind,
        country=row["country"],
        start=int(row["from"]) if row["from"] else None,
        end=int(row["to"]) if row["to"] else None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        radius_km=float(row["radius_km"] or 0),
        contains=tuple(row["contains"].split()),
        capital_of=row.get("capital_of", ""),
        reason=row["reason"],
        table=table,
    )


class Curated(Gazetteer):
    """The tables of data/gazetteer; rows that only point at GeoNames take their position from there."""

    def __init__(self, geonames: GeoNames, folder: Path = config.DATA / "gazetteer") -> None:
        super().__init__()
        self._geonames = geonames
        self._by_key: dict[str, list[Entry]] = defaultdict(list)
        self._exact: dict[str, list[Entry]] = defaultdict(list)
        self._after_comma: dict[str, list[Entry]] = defaultdict(list)
        self._states: dict[str, list[Entry]] = defaultdict(list)
        self._capitals: dict[str, list[Entry]] = defaultdict(list)
        self.by_entry_id: dict[str, list[Entry]] = defaultdict(list)
        for table in TABLES:
            for entry in read_table(folder / f"{table}.csv"):
                self._add(entry)

    def _add(self, entry: Entry) -> None:
        self.by_entry_id[entry.id].append(entry)
        if entry.table == "states":
            self._states[entry.country].append(entry)
        if entry.capital_of:
            self._capitals[entry.capital_of].append(entry)
        for key in {key_of(name) for name in (entry.name, *entry.names)}:
            self._by_key[key].append(entry)
        for name in entry.exact:
            self._exact[name.replace(" ", "")].append(entry)
        for name in entry.after_comma:
            self._after_comma[name.replace(" ", "")].append(entry)

    def reading(self, place_id: str, *, when: int | None = None) -> Candidate | None:
        """The place of an id, as its last row has it, under its name of that year."""
        entries = self.by_entry_id.get(place_id)
        return self.candidate(entries[-1], when=when) if entries else None

    def entries(self, name: str) -> Sequence[Entry]:
        """The rows that know the name, abbreviations as written included."""
        tight = "".join(name.split())
        return (
            self._exact.get(tight)
            or self._by_key.get(key_of(name))
            or self._after_comma.get(tight)
            or self._after_comma.get(tight + ".")
            or ()
        )

    def only_after_comma(self, name: str) -> bool:
        """Whether the words are an abbreviation that counts only after another name."""
        tight = "".join(name.split())
        return tight not in self._exact and key_of(name) not in self._by_key

    def abbreviates(self, name: str) -> bool:
        """Whether the words are one of our abbreviations, which no town's name may answer for."""
        tight = "".join(name.split())
        return tight in self._exact or tight in self._after_comma

    def country_name(self, iso: str, when: int | None = None) -> str | None:
        """The name of the state of that ISO code in that year: the first such row of states.csv."""
        states = self._states.get(iso)
        if not states:
            return None
        return next((entry.name for entry in states if entry.covers(when)), states[-1].name)

    def capital(self, iso: str, when: int | None = None) -> Entry | None:
        """The row of the capital of that ISO code in that year; without a year, only where the seat never moved."""
        seats = self._capitals.get(iso, ())
        if when is None and len({entry.geonames for entry in seats}) > 1:
            return None
        return next((entry for entry in seats if entry.covers(when)), None)

    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:
        """Every reading of the name, those in use that year first, in the order of the tables."""
        found: dict[str, Candidate] = {}
        for entry in sorted(self.entries(name), key=lambda e: not e.covers(when)):
            candidate = self.candidate(entry, when=when)
            found.setdefault(candidate.id, candidate)
        return tuple(found.values())

    def candidate(self, entry: Entry, *, when: int | None = None) -> Candidate:
        """The reading a row stands for, under the name the place had that year."""
        row = self._geonames.by_id(entry.geonames) if entry.geonames else None
        itself = row if entry.kind != "site" else None  # a site's id is that of the town it stands in
        named = self.name_of(entry.id, when) if entry.id.startswith("curated:") else None
        lat, lon = (entry.lat, entry.lon) if entry.lat is not None else (row.lat, row.lon) if row else (None, None)
        if lat is None or lon is None:
            raise VocabularyError(f"{entry.table}.csv: {entry.name} has neither coordinates nor a known GeoNames id.")
        return Candidate(
            id=entry.id,
            name=named or (row.name if row else entry.name),
            kind=entry.kind,
            lat=lat,
            lon=lon,
            country=entry.country,
            admin=row.admin if row else "",
            population=itself.population if itself else 0,
            radius_km=entry.radius_km,
            rank=3,
            in_time=when is None or entry.covers(when),
            source=f"data/gazetteer/{entry.table}.csv, {entry.name}"
            + (f"; {'in ' * (entry.kind == 'site')}GeoNames {entry.geonames}, CC BY 4.0" if entry.geonames else ""),
            reason=entry.reason,
            contains=entry.contains,
        )

    def name_of(self, entry_id: str, when: int | None) -> str | None:
        """What the place was called that year; its latest name where the year is unknown or outside all rows."""
        entries = self.by_entry_id.get(entry_id)
        if not entries:
            return None
        current = [entry for entry in entries if entry.covers(when)]
        return (current or entries)[-1 if not current else 0].name
