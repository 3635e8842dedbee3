"""Selection: what is exported: the events that pass the filters, their documents, and the words that go with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import pandas as pd

from dashboard.english import counted, listed
from dashboard.errors import FilterError
from dashboard.export.look import PLAIN, Look
from dashboard.export.progress import Tell, silent
from dashboard.export.story import MADE, Story, slides_of
from dashboard.export.telling import Telling, telling_of
from dashboard.queries import (
    EVERYTHING,
    FACETS,
    Atlas,
    Filters,
    count_by,
    events_among,
    find_events,
    find_places,
    summary,
)
from dashboard.queries.entries import Entries, Entry
from dashboard.queries.names import label_of
from dashboard.queries.sources import Source, Sources
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
    sources: Collection[Source]
    """The documents the events stand in, in reading order; every document where nothing narrows."""
    look: Look = PLAIN
    """How pictures and decks of it are to look."""
    telling: Telling | None = None
    """The story it is told as; then count, entries and sources are those of its slides, in their order."""
    tell: Tell = silent
    """Who is told how far the export is."""

    def events(self) -> pd.DataFrame:
        """The rows of find_events, in order of time."""
        if self.telling:
            return events_among(self.atlas, [entry.event.id for entry in self.telling.entries])
        return find_events(self.atlas, self.filters)

    def places(self) -> pd.DataFrame:
        """The rows of find_places."""
        if self.telling:
            return self.telling.places_of(find_places(self.atlas))
        return find_places(self.atlas, self.filters)

    def citations(self) -> Iterator[str]:
        """How each document is cited."""
        return map(citation, self.sources)

    @property
    def statement(self) -> str:
        """Caption and what was left out as one paragraph, for a header, a comment or a footer."""
        return f"{self.caption}. {self.left_out}"


def select(atlas: Atlas, filters: Filters = EVERYTHING, look: Look = PLAIN) -> Selection:
    """What the filters show, to be exported."""
    query = filters.to_query()
    shown = summary(atlas, filters)
    others = summary(atlas, EVERYTHING).events - shown.events
    return Selection(
        atlas=atlas,
        filters=filters,
        caption=filters.sentence(label_of(atlas)) or "All events",
        left_out=_joined(shown.sentence, _others(others)),
        link=f"?{urlencode(query, doseq=True)}" if query else "",
        count=shown.events,
        entries=Entries(atlas, filters),
        sources=Sources(atlas, filters),
        look=look,
    )


def select_story(atlas: Atlas, story: Story, look: Look = PLAIN) -> Selection:
    """What a story tells, to be exported; raises FilterError for a filter of it that the atlas does not know.

    A story without slides tells what its filters show. A slide that cannot be told is named in `left_out`, and in
    `telling.problems`.
    """
    filters = chosen_filters(atlas, story.filters.to_query())
    around = select(atlas, filters, replace(look, title=look.title or story.title))
    slides = story.slides or slides_of(atlas, filters)
    telling = telling_of(atlas, replace(story, slides=slides))
    said = _told(telling, atlas) if story.slides else _made(around.count)
    return replace(
        around,
        caption=story.title or around.caption,
        left_out=_joined(around.left_out, said, *telling.problems),
        count=len(telling.entries),
        entries=telling.entries,
        sources=telling.sources.values(),
        telling=telling,
    )


def as_story(selection: Selection) -> Selection:
    """The selection as a story: itself where it is one, else with a slide for each event that it shows."""
    if selection.telling:
        return selection
    return select_story(selection.atlas, Story(filters=selection.filters), selection.look)


def _made(count: int) -> str:
    """What a story that was made of the filters leaves out."""
    return f"Told here: the {MADE} with the most passages." if count > MADE else ""


def _told(telling: Telling, atlas: Atlas) -> str:
    """“Told here: 9 of these events and 1 place; 2 events from outside the filters.”"""
    ids = [entry.event.id for each in telling.told if (entry := each.entry)]
    within = len(events_among(atlas, ids, telling.story.filters))
    outside, places = len(set(ids)) - within, sum(each.place is not None for each in telling.told)
    parts = [f"{within:,} of these events"] * bool(within) + [counted(places, "place")] * bool(places)
    parts += [f"{counted(outside, 'event')} from outside the filters"] * bool(outside)
    return f"Told here: {listed(parts)}." if parts else ""


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def _others(count: int) -> str:
    return f"The filters leave out {counted(count, 'other event')} of the atlas." if count else ""


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
