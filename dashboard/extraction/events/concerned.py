"""What an event concerns: topics, states and people, from its clause first and its surroundings after."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.named.going_on import topics_going_on
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.states_concerned import Named, StatesConcerned
from dashboard.extraction.topics import FALLBACK, Weights, choose, weigh
from dashboard.model import EventKind, Person, Place, Span

_PAPERS = ("occasion", "citation", "resolution")
"""The rule families whose events are papers, or the talk that a paper records, or which a paper on them only names."""
_NAMED_WEIGHT = 2.0
"""What a topic of an event of the reference list weighs for the document that names it."""
_TIMES, _KIND, _TOLD, _FILED = 0.4, 0.6, 0.5, 0.5
"""What is said of a topic by the events going on there and then, by the kind of the event, by other events of the list
that its clause names, and by the file number of the document."""
_OF_PAPER, _OF_CLAUSE = (0.5, 1.0, 2.0), (1.2, 0.7, 1.0)
"""How much the clause, its paragraph and the document say of the topics of a paper, and of what a clause tells."""
_OF_KIND: dict[EventKind, tuple[str, ...]] = {"military": ("war-operations",), "economic": ("trade-finance-aid",)}
_BY_KIND: dict[EventKind, tuple[str, ...]] = {
    "military": ("war-operations",),
    "meeting": ("summits-conferences",),
    "economic": ("trade-finance-aid",),
    "agreement": ("alliances-guarantees",),
    "political": ("revolution-intervention",),
}
"""What an event is about when neither its words nor the document's say so."""


def people_of(frame: Frame, draft: Draft) -> tuple[Person, ...]:
    """The people named in the evidence, each once, in order."""
    mentions = [mention for span in draft.evidence for mention in within(frame.people, span)]
    return tuple(dict.fromkeys(mention.value for mention in mentions if isinstance(mention.value, Person)))


class Surroundings:
    """Topics and states of the whole document and of its heading, counted once for all its events."""

    def __init__(self, frame: Frame, drafts: Sequence[Draft]) -> None:
        self.frame = frame
        self.topics = weigh(frame.in_body(frame.terms))
        for topic in (topic for draft in drafts for topic in draft.topics):
            self.topics[topic] = self.topics.get(topic, 0.0) + _NAMED_WEIGHT
        self.events = Named([draft for draft in drafts if draft.reference])
        self.states_for = StatesConcerned(frame, self.events, frame.filing.states).states_for
        self._near: dict[Span, Weights] = {}
        """Of each paragraph, counted once for all its events."""

    def topics_for(self, draft: Draft, places: tuple[Place, ...], states: tuple[str, ...]) -> tuple[str, ...]:
        """One or two topics: the clause counts most, then its paragraph, what went on then, and the document."""
        if draft.topics:
            return draft.topics
        weights: Weights = {}
        for source, factor in (*self._words(draft), *self._knowledge(draft, places, states)):
            total = sum(source.values()) or 1.0
            for key, value in source.items():
                weights[key] = weights.get(key, 0.0) + factor * value / total
        return choose(weights) if weights else _BY_KIND.get(draft.kind, (FALLBACK,))

    def _words(self, draft: Draft) -> list[tuple[Weights, float]]:
        """What the words near and far say, each with how much it counts."""
        span = draft.evidence[0]
        clause = weigh(within(self.frame.terms, span))
        paragraph = self.frame.paragraph(span.start)
        if paragraph not in self._near:
            self._near[paragraph] = weigh(within(self.frame.terms, paragraph))
        factors = _OF_PAPER if draft.rule in _PAPERS else _OF_CLAUSE
        return list(zip((clause, self._near[paragraph], self.topics), factors, strict=True))

    def _knowledge(
        self, draft: Draft, places: tuple[Place, ...], states: tuple[str, ...]
    ) -> list[tuple[Weights, float]]:
        """What is known beside the words, each with how much it counts."""
        around = places or ((self.frame.own_place,) if self.frame.own_place else ())
        named = (topic for event in self.events.within(draft.evidence[0]) for topic in event.topics)
        return [
            (topics_going_on(draft.date, around, set(states), self.frame.locate), _TIMES),
            (dict.fromkeys(_OF_KIND.get(draft.kind, ()), 1.0), _KIND),
            (dict.fromkeys(named, 1.0), _TOLD),
            (dict.fromkeys(self.frame.filing.topics, 1.0), _FILED),
        ]
