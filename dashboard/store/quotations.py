"""Quotations: the words of spans of documents with what stands around them, cut where the texts are."""

from __future__ import annotations

AROUND = 64
"""Characters kept before and after a quotation, by which it can be found again in a changed text."""


def cut(start: str, stop: str) -> str:
    """The expression in SQL for the words from `start` to `stop` of the column `text`, and what stands around them."""
    first = f"greatest({start} - {AROUND}, 0)"
    return f"substring(text, {first} + 1, {stop} + {AROUND} - {first})"


_SPANS = '[{"document_id": "VARCHAR", "start": "BIGINT", "end": "BIGINT"}]'
QUOTE_EVENTS = f"""
    WITH told AS (
        SELECT number, from_json(value -> '$.evidence', '{_SPANS}') AS spans FROM events
        WHERE number NOT IN (SELECT event FROM quotations)
    ), spans AS (
        SELECT number, unnest(range(len(spans))) AS position, unnest(spans) AS span FROM told
    )
    INSERT INTO quotations
    SELECT spans.number, list({cut("span.start", "span.end")} ORDER BY spans.position)
    FROM spans LEFT JOIN documents ON documents.id = span.document_id
    GROUP BY spans.number ORDER BY spans.number
"""  # noqa: S608 - names and a number of ours
"""Fills the table `quotations` for the events that are not quoted yet, in one go through the texts."""

QUOTE_SPANS = f"""
    SELECT spans.position, {cut("start", "stop")}
    FROM (SELECT unnest(?::INTEGER[]) AS position, unnest(?::VARCHAR[]) AS document, unnest(?::INTEGER[]) AS start,
        unnest(?::INTEGER[]) AS stop) AS spans
    JOIN documents ON documents.id = spans.document
"""  # noqa: S608 - names and a number of ours
"""The words of any spans: positions, ids of documents, first characters and ends are bound."""
