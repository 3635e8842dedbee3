"""The marked words of a document: its dates and places, each with what it leads to."""

from __future__ import annotations

from dashboard import cache
from dashboard.model import Place
from dashboard.queries import MentionRow
from dashboard.views.excerpt import Mark
from dashboard.views.place_words import then_and_now

UNKNOWN = "name:"
"""Before the words of a mention that no gazetteer knows, where others have the id of their place."""


def marks(document_id: str) -> list[Mark]:
    """The dates and places of a document with what each leads to."""
    return [mark for mention in cache.mentions(document_id) if (mark := _mark(mention))]


def _mark(mention: MentionRow) -> Mark | None:
    if mention.kind == "date":
        return Mark(
            mention.start, mention.end, "date", mention.lights, "" if mention.shares_passage else "No event here"
        )
    if mention.kind == "place":
        place = mention.value if isinstance(mention.value, Place) else None
        title = then_and_now(place) if place else "No gazetteer knows where this is; say it"
        return Mark(mention.start, mention.end, "place", place.id if place else f"{UNKNOWN}{mention.text}", title)
    return None
