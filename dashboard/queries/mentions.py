"""Mentions: what is marked in the text of documents, and where each leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.datespan import DateSpan
from dashboard.model import MentionKind, Person, Place
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode
from dashboard.store.sheet import MEANINGS


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A marked stretch of a document's text and where a click on it leads."""

    kind: MentionKind
    start: int
    end: int
    text: str
    value: DateSpan | Place | Person | None
    lights: str
    """Id of the event whose evidence shares its passage, else of the document's own occasion; empty for none."""
    shares_passage: bool
    """Whether it stands in evidence of that event; otherwise the event is only the document's own occasion."""


def mentions_in(atlas: Atlas, document_id: str) -> tuple[MentionRow, ...]:
    """Everything marked in a document, in order of the text."""
    rows = atlas.rows(
        "SELECT m.kind::VARCHAR, m.start, m.stop, m.text, m.value, coalesce(e.id, ''), m.shares FROM mentions AS m"
        " JOIN documents AS d ON d.number = m.document LEFT JOIN events AS e ON e.number = m.lights"
        " WHERE d.id = ? ORDER BY m.start, m.stop",
        [document_id],
    )
    return tuple(
        MentionRow(kind, start, stop, text, decode(MEANINGS[kind], value) if value else None, lights, shares)
        for kind, start, stop, text, value, lights, shares in rows
    )


class Link(NamedTuple):
    """A stretch of text that names a date or a place, and where it leads."""

    kind: MentionKind
    start: int
    end: int
    place: str
    """Id of the place; empty for a date, or a place that no gazetteer knows."""
    lights: str
    """Id of the event that it lights up; empty for none."""


def links_in(atlas: Atlas, ids: Sequence[str]) -> dict[str, list[Link]]:
    """The dates and places named in several documents, by document, in order of the text."""
    rows = atlas.rows(
        "SELECT d.id, m.kind::VARCHAR, m.start, m.stop, coalesce(m.place, ''), coalesce(e.id, '') FROM mentions AS m"
        " JOIN documents AS d ON d.number = m.document LEFT JOIN events AS e ON e.number = m.lights"
        " WHERE m.kind IN ('date', 'place') AND d.id IN (SELECT unnest(?::VARCHAR[])) ORDER BY d.position, m.start",
        [list(ids)],
    )
    found: dict[str, list[Link]] = {}
    for name, *parts in rows:
        found.setdefault(name, []).append(Link(*parts))
    return found
