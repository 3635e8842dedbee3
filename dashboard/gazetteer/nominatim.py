"""Nominatim, online and off by default: asked only for names nobody else knows, once a second, and remembered.

What leaves the machine is the name alone. Answers, also “nobody knows”, are kept in an SQLite file handed in by the
caller, each with the day it was given; a file that cannot be used costs the memory, never the answer.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from geopy.exc import GeopyError

from dashboard import config
from dashboard.errors import GazetteerError
from dashboard.gazetteer.base import Candidate, Gazetteer
from dashboard.gazetteer.names import key_of
from dashboard.model import PlaceKind

USER_AGENT = "diplomatic-documents-dashboard"
"""Who asks, as the usage policy of nominatim.org demands."""
DELAY = 1.0
"""Seconds between two questions, as the same policy demands."""
SECONDS = 8
"""How long an answer is waited for."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS lookups (name TEXT PRIMARY KEY, answer TEXT NOT NULL, asked TEXT NOT NULL)"
_KINDS: dict[str, PlaceKind] = {
    "country": "country",
    "state": "region",
    "county": "region",
    "region": "region",
    "water": "water",
    "river": "water",
    "bay": "water",
    "sea": "water",
}
Ask = Callable[..., Any]
"""geopy's geocode: a name in, Locations with OpenStreetMap's answer as `raw` out."""


class Answer(NamedTuple):
    """What Nominatim said of a name."""

    rows: list[dict[str, Any]]
    """As OpenStreetMap has them, the likeliest first; none where nobody knows the name."""
    asked: str
    """ISO day."""


class Nominatim(Gazetteer):
    """OpenStreetMap's geocoder with a memory."""

    def __init__(self, memory: Path, *, ask: Ask | None = None) -> None:
        """`memory` is the SQLite file of earlier answers; `ask` stands in for the network in tests."""
        super().__init__()
        self._memory = memory
        self._ask = ask or _rate_limited()

    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:  # noqa: ARG002  # has no dates
        """Every reading OpenStreetMap gives; raises GazetteerError where it cannot be reached."""
        key = key_of(name)
        if not key:
            return ()
        answer = self._remembered(key)
        if answer is None:
            answer = self._asked(name)
            self._remember(key, answer)
        return tuple(_candidate(row, answer.asked) for row in answer.rows)

    def _asked(self, name: str) -> Answer:
        """What Nominatim answers today; raises GazetteerError."""
        try:
            found = self._ask(name, exactly_one=False, language="en", limit=5, extratags=True) or []
        except GeopyError as error:
            raise GazetteerError(f"Nominatim could not be asked for “{name}” ({error}); try again later.") from error
        return Answer([dict(location.raw) for location in found], datetime.date.today().isoformat())

    def _remembered(self, key: str) -> Answer | None:
        """What it answered before; None where it was not asked, or the file cannot be used."""
        with suppress(sqlite3.Error, OSError), self._connection() as connection:
            row = connection.execute("SELECT answer, asked FROM lookups WHERE name = ?", (key,)).fetchone()
            return Answer(json.loads(row[0]), row[1]) if row else None
        return None

    def _remember(self, key: str, answer: Answer) -> None:
        """Write the answer down, if the file can be used."""
        row = (key, json.dumps(answer.rows), answer.asked)
        with suppress(sqlite3.Error, OSError), self._connection() as connection:
            connection.execute("INSERT OR REPLACE INTO lookups VALUES (?, ?, ?)", row)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """One short connection a question: several programs may share the file."""
        self._memory.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._memory, timeout=10)) as connection, connection:
            connection.execute(_SCHEMA)
            yield connection


def _candidate(row: dict[str, Any], asked: str) -> Candidate:
    address = row.get("address", {})
    kind = row.get("addresstype") or row.get("type") or ""
    return Candidate(
        id=f"osm:{row.get('osm_type', '?')}/{row.get('osm_id', '?')}",
        name=str(row.get("name") or row.get("display_name", "")).partition(",")[0],
        kind=_KINDS.get(kind, "settlement"),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        country=str(address.get("country_code", "")).upper(),
        source=f"OpenStreetMap contributors (ODbL), asked {asked}",
        reason="found by Nominatim; nobody else knows the name",
    )


def _rate_limited() -> Ask:
    """geopy's Nominatim, no more than one question a second, as its usage policy demands."""
    from geopy.extra.rate_limiter import RateLimiter
    from geopy.geocoders import Nominatim as Service

    scheme, _, domain = config.NOMINATIM.rstrip("/").partition("://")
    service = Service(user_agent=USER_AGENT, timeout=SECONDS, domain=domain, scheme=scheme)
    ask: Ask = RateLimiter(service.geocode, min_delay_seconds=DELAY, max_retries=0, swallow_exceptions=False)
    return ask
