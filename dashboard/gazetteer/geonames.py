"""GeoNames, offline: 235,000 settlements and the divisions they lie in, from a compiled index (CC BY 4.0)."""

from __future__ import annotations

import json
import mmap
import os
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dashboard import config
from dashboard.errors import GazetteerError
from dashboard.gazetteer.base import Candidate, Gazetteer
from dashboard.gazetteer.compiling import KINDS, POSTING, ROW, compile_index, fingerprint
from dashboard.gazetteer.names import key_of
from dashboard.model import PlaceKind

_ID = re.compile(r"geonames:([0-9]{1,10})")
_CITATION = "GeoNames {}, CC BY 4.0"
_PLACE_KINDS: dict[str, PlaceKind] = {"settlement": "settlement", "region": "region", "county": "region"}


def rank_of(kind: str, population: int, *, own_name: bool) -> int:
    """How far a name alone speaks for the place: 2 for a large town under its own name, 0 for a hamlet.

    The steps are those of a reader's memory, not of a sample: a town of 100,000 is known by name, one of 10,000 to
    its neighbours, and another name of a place is known to fewer than its own.
    """
    if kind == "county":
        return 0
    if not own_name:
        population //= 20
    return 2 if population >= 100_000 else 1 if population >= 10_000 else 0


class GeoNames(Gazetteer):
    """The compiled index, opened on first use; raises GazetteerError where it has not been built."""

    def __init__(self, build: Path | None = None) -> None:
        super().__init__()
        self.folder = (build or config.BUILD) / "gazetteer" / fingerprint()
        self._readings = lru_cache(maxsize=1 << 14)(self._read_postings)
        self.by_id = lru_cache(maxsize=1 << 13)(self._find_id)

    def build(self) -> bool:
        """Compile the index where it is missing; says whether there was work to do."""
        return compile_index(self.folder)

    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:  # noqa: ARG002  # has no dates
        """Every reading of the name: the better known first, a town before the province named after it."""
        return self._readings(key_of(name))

    def reading(self, place_id: str, *, when: int | None = None) -> Candidate | None:  # noqa: ARG002  # has no dates
        """The row of an id such as “geonames:588409”."""
        match = _ID.fullmatch(place_id)
        return self.by_id(int(match[1])) if match else None

    def _find_id(self, geonames_id: int) -> Candidate | None:
        """The row of that GeoNames id."""
        low, high = 0, len(self._rows) // ROW.size
        while low < high:
            middle = (low + high) // 2
            if ROW.unpack_from(self._rows, middle * ROW.size)[0] < geonames_id:
                low = middle + 1
            else:
                high = middle
        if low * ROW.size >= len(self._rows):
            return None
        row: int = ROW.unpack_from(self._rows, low * ROW.size)[0]
        return self._candidate(low, other_name=0) if row == geonames_id else None

    def _read_postings(self, key: str) -> tuple[Candidate, ...]:
        found = [self._candidate(row, other_name) for row, other_name in self._names.get(key, ())]
        return tuple(sorted(found, key=lambda c: (-c.rank, c.kind != "settlement", -c.population, c.id)))

    def _candidate(self, row: int, other_name: int) -> Candidate:
        geonames_id, lat, lon, population, at, length, country, admin, kind_number = ROW.unpack_from(
            self._rows, row * ROW.size
        )
        kind = KINDS[kind_number]
        return Candidate(
            id=f"geonames:{geonames_id}",
            name=self._heap[at : at + length].decode(),
            kind=_PLACE_KINDS[kind],
            lat=round(lat, 5),
            lon=round(lon, 5),
            country=self._codes[country],
            admin=self._codes[admin],
            population=population,
            radius_km={"settlement": 0.0, "region": 100.0, "county": 30.0}[kind],
            other_name=bool(other_name),
            rank=rank_of(kind, population, own_name=not other_name),
            source=_CITATION.format(geonames_id),
        )

    @cached_property
    def _rows(self) -> mmap.mmap:
        return self._map("rows.bin")

    @cached_property
    def _heap(self) -> mmap.mmap:
        return self._map("names.bin")

    @cached_property
    def _codes(self) -> list[str]:
        codes: list[str] = json.loads(self._path("codes.json").read_text(encoding="utf-8"))
        return codes

    @cached_property
    def _names(self) -> Any:
        import marisa_trie  # slow to import where no name is looked up

        return marisa_trie.RecordTrie(POSTING).mmap(os.fspath(self._path("names.marisa")))

    def _map(self, name: str) -> mmap.mmap:
        with self._path(name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _path(self, name: str) -> Path:
        """A file of the compiled index; raises GazetteerError where it is missing."""
        path = self.folder / name
        if not path.exists():
            raise GazetteerError(f"The gazetteer is not built ({path} is missing); `make run` builds it once.")
        return path
