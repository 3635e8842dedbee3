"""Selection: what is exported: the events that pass the filters, their documents, and the words that go with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.errors import FilterError
from dashboard.export.look import PLAIN, Look
from dashboard.queries import EVERYTHING, FACETS, Atlas, Filters, count_by, summary
from dashboard.queries.documents import label_of
from dashboard.queries.entries import Entries, Entry, Source, sources
from dashboard.views.citation import citation


@dataclass(frozen=True, slots=True)
class Selection:
    """What is exported. Pictures ask the atlas for the rows of their views; tables go through the entries."""

    atlas: Atlas
    filters: Filters
    caption: str
    """What the filters say in words: “Oil and raw materials, involving Iran, 1921–1946”, or “All events”."""
    left_out: str
    """What is there and what is not: “12 events, 1907–1946, from 1 document. 2 undated. 40 others left out.”"""
    link: str
    """The query of the view in the dashboard, with its question mark; empty for no filter."""
    count: int
    """How many events there are."""
    entries: Iterable[Entry]
    """The events in order of time, each with its words and quotations; read anew each time it is gone through."""
    sources: Mapping[str, Source]
    """The documents the events stand in, by id, in reading order; every document where nothing narrows."""
    look: Look = PLAIN
    """How pictures and decks of it are to look."""

    def citations(self) -> tuple[str, ...]:
        """How each document is cited."""
        return tuple(citation(source) for source in self.sources.values())

    @property
    def statement(self) -> str:
        """Caption and what was left out as one paragraph, for a header, a comment or a footer."""
        return f"{self.caption}. {self.left_out}"


def select(atlas: Atlas, filters: Filters = EVERYTHING, look: Look = PLAIN) -> Selection:
    """What the filters show, to be exported."""
    shown, everything = summary(atlas, filters), summary(atlas, EVERYTHING)
    others = everything.events - shown.events
    left_out = f"{shown.sentence} {_others(others)}".strip()
    query = filters.to_query()
    return Selection(
        atlas=atlas,
        filters=filters,
        caption=filters.sentence(label_of(atlas)) or "All events",
        left_out=left_out,
        link=f"?{urlencode(query, doseq=True)}" if query else "",
        count=shown.events,
        entries=Entries(atlas, filters),
        sources=sources(atlas, filters),
        look=look,
    )


def _others(count: int) -> str:
    return f"The filters leave out {count:,} other event{'s' * (count != 1)} of the atlas." if count else ""


def chosen_filters(atlas: Atlas, query: Mapping[str, list[str]]) -> Filters:
    """The filters of a query named as in the URL; raises FilterError for a value that the atlas does not know.

    An export is strict where a link is forgiving: nobody is there to read that a value was left out.
    """
    filters, problems = Filters.from_query(query)
    if problems:
        raise FilterError(problems[0].replace("The link", "The export").replace("; it was left out", ""))
    for facet in FACETS:
        if facet.known:
            continue
        known = [choice.key for choice in count_by(atlas, EVERYTHING, facet.field)]
        for value in filters.values(facet):
            if value not in known:
                some = ", ".join(known[:12]) or "none"
                raise FilterError(f"No event has the {facet.key} “{value}”; the commonest here: {some}.")
    return filters
