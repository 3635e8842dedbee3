"""Places: the rows of the map."""

from __future__ import annotations

import pandas

from dashboard.queries.columns import PLACE_COLUMNS, frame
from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.store.atlas import Atlas

_FIND = """
WITH shown AS (SELECT number, id, documents FROM events WHERE {where}),
shown_documents AS (SELECT DISTINCT unnest(documents) AS id FROM shown),
happened AS (
    SELECT p.place, list(DISTINCT s.id ORDER BY s.id) AS ids, list(DISTINCT p.as_written) AS written
    FROM event_places AS p JOIN shown AS s ON s.number = p.event GROUP BY p.place
),
named AS (
    SELECT m.place, list(DISTINCT s.id ORDER BY s.id) FILTER (s.id IS NOT NULL) AS ids,
        list(DISTINCT m.text) AS written, count(*) AS mentions
    FROM mentions AS m JOIN documents AS d ON d.number = m.document LEFT JOIN shown AS s ON s.number = m.lights
    WHERE m.place IS NOT NULL AND {documents} GROUP BY m.place
)
SELECT p.id, p.name, list_sort(list_distinct(list_filter(
        list_concat(coalesce(h.written, []), coalesce(n.written, [])), lambda written: written <> ''))) AS as_written,
    p.lat, p.lon, p.kind::VARCHAR AS kind, p.country, p.radius_km, p.source, p.rivals, coalesce(h.ids, []) AS event_ids,
    list_filter(coalesce(n.ids, []), lambda each: NOT list_contains(coalesce(h.ids, []), each)) AS spoken_ids,
    coalesce(n.mentions, 0) AS mentions
FROM places AS p LEFT JOIN happened AS h ON h.place = p.id LEFT JOIN named AS n ON n.place = p.id
WHERE len(coalesce(h.ids, [])) > 0 OR len(coalesce(n.ids, [])) > 0 OR {unlinked} ORDER BY p.name, p.id
"""


def find_places(atlas: Atlas, filters: Filters = EVERYTHING) -> pandas.DataFrame:
    """The places of the events that pass and of the passages that lead to them, one row a place with PLACE_COLUMNS.

    Without filters, places that lead to no event are there too.
    """
    where, values = filters.where(atlas.matching_events)
    narrowed = bool(filters.active())
    statement = _FIND.format(
        where=where,
        documents="d.id IN (SELECT id FROM shown_documents)" if narrowed else "true",
        unlinked="false" if narrowed else "n.mentions > 0",
    )
    return frame(atlas.table(statement, values), PLACE_COLUMNS)
