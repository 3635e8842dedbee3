"""Derived: the tables that count across documents and events, worked out from their rows once those are in.

Each is filled where it is empty: after a change only what was taken out of it is worked out again.
"""

from __future__ import annotations

import duckdb

from dashboard.model import Place
from dashboard.store.quotations import QUOTE_EVENTS

_LABEL_COUNTRIES = """
    INSERT INTO labels
    WITH named AS (SELECT number, unnest(countries) AS code, unnest(country_names) AS name FROM events),
    borne AS (SELECT code, name, count(*) AS times, min(number) AS first FROM named GROUP BY code, name),
    ranked AS (
        SELECT *, row_number() OVER (PARTITION BY code ORDER BY times DESC, first) AS rank,
            sum(times) OVER (PARTITION BY code) AS events
        FROM borne
    )
    SELECT 'countries', code, string_agg(name, ' / ' ORDER BY first) FROM ranked
    WHERE rank = 1 OR (rank <= 3 AND (times >= 5 OR 3 * times >= events)) GROUP BY code ORDER BY code
"""
"""Countries by the name they bore at most of their events, and by two more that they bore at a third or at five of
them, in order of time: “Russia / Soviet Union”. One name alone would be wrong for the other half of a long series."""

_BARE = """{
    "id": "VARCHAR", "name": "VARCHAR", "lat": "DOUBLE", "lon": "DOUBLE", "kind": "VARCHAR", "country": "VARCHAR",
    "radius_km": "DOUBLE", "source": "VARCHAR", "rivals": "INTEGER"
}"""
"""A place without what a mention of it adds: spelling, basis, other readings."""
_MISSING_PLACES = f"""
    WITH happened AS (
        SELECT unnest(from_json(value -> '$.places', '["JSON"]')) AS value FROM events
        WHERE number IN (SELECT event FROM event_places WHERE place NOT IN (SELECT id FROM places))
    ),
    said AS (
        SELECT place AS id, value FROM mentions WHERE place IS NOT NULL
        UNION ALL SELECT value ->> '$.id', value FROM happened
    ),
    read AS (
        SELECT id, from_json(value, '{_BARE}') AS bare, count(*) AS times FROM said
        WHERE id NOT IN (SELECT id FROM places) GROUP BY ALL
    ),
    named AS (SELECT *, sum(times) OVER (PARTITION BY id, bare.name) AS borne FROM read)
    SELECT arg_max(bare, (borne, times, bare::VARCHAR)) FROM named GROUP BY id ORDER BY id
"""  # noqa: S608 - our own words
"""Of each place that has no row, the commonest reading under the name it bears most often."""


def derive(connection: duckdb.DuckDBPyConnection) -> list[Place]:
    """Quote what is not quoted and name the countries; returns the places that have no row yet."""
    connection.execute(QUOTE_EVENTS)
    connection.execute(_LABEL_COUNTRIES)
    read = (bare for (bare,) in connection.execute(_MISSING_PLACES).fetchall())
    return [Place(**{name: part for name, part in bare.items() if part is not None}) for bare in read]
