"""What an event concerns: states, topics, people and places, from its clause first and its surroundings after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.draft import Draft
from dashboard.extraction.events.frame import Frame, within
from dashboard.extraction.events.going_on import states_going_on, topics_going_on
from dashboard.extraction.events.reference import hubs
from dashboard.extraction.states import holders, ranked, seats
from dashboard.extraction.topics import FALLBACK, Weights, choose, weigh
from dashboard.model import EventKind, Mention, Person, Place, Span

_LOCATIVE = re.compile(
    r"\b(?:at|in|near|to|from|into|off|outside|over|around|throughout|of|on|through|for|via|toward|towards|across"
    r"|within|en route)"
    r"(?: the| city of| town of| island of)? $"
)
_AREA = re.compile(
    r"\b(?:in|into|near|over|through|throughout|across|on|off|within|of)(?: the| northern| southern| eastern"
    r"| western)? $"
)
_TAKEN = re.compile(
    r"\b(?:enter|invad|attack|occup|cross|reach|bomb|seiz|captur|annex|evacuat|liberat|conquer|visit|blockad)"
    r"(?:ed|ied|es|e)"
    r"(?: the| northern| southern| eastern| western)? $|\b(?:left|took|lost|overran)(?: the)? $"
)
_UNDERGOES = re.compile(
    r"(?:,? and (?:[A-Z]\w+ ?){1,2})? "
    r"(?:(?:was|were|is|are|has been|had been) (?:occupied|ceded|annexed|invaded"
    r"|bombed|attacked|evacuated|liberated|partitioned|taken|overrun|lost|surrendered|captured|seized|conquered)"
    r"|voted|revolted)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|here|this capital|this city|this legation|this embassy)\b")
_OWN_MEETING = re.compile(
    r"\b(?:I|[Ww]e) (?:again |also |then |today |yesterday )?"
    r"(?:called (?:on|upon|at)|saw|met|spoke (?:to|with)|talked (?:to|with)|had an? |conferred with|received|handed"
    r"|lunched with|dined with|took leave of|was received)"
    r"|\b(?:called (?:on|upon)|came to see|handed|received|informed|told|asked) (?:me|us)\b"
    r"|\b(?:[Mm]y|[Oo]ur|hour[’']s) (?:\w+ )?(?:conversation|interview|talk|audience|meeting) with\b"
)
"""What the writer did face to face: where it speaks of a far place, that is what was spoken of."""
_LOCAL_DAY = re.compile(
    r"\b(?:today|to-day|yesterday|this morning|this afternoon|this evening"
    r"|that morning|that afternoon|that evening|the same day|last night|tonight|to-night|last evening"
    r"|tomorrow|to-morrow)\b"
)


def places_of(frame: Frame, draft: Draft) -> tuple[Place, ...]:
    """Places of the clause, else of its sentence, else the dateline where the act was the author's own, else none."""
    if draft.places or draft.rule in ("citation", "occasion", "named"):
        return draft.places
    clause = draft.evidence[0]
    spans = [(clause, "named in the clause"), (frame.sentences.at(clause.start), "named in the paragraph")]
    marked = _marked(frame, clause)
    if marked is not None:
        spans.append((marked, "named in the paragraph"))
    readings = [(_named(frame, span), basis) for span, basis in spans]
    towns = [found for found in readings if any(place.kind in ("settlement", "site") for place, _ in found[0])]
    if not towns and _OWN_MEETING.search(frame.words_at(clause)) and _own(frame, draft, clause):
        return _own(frame, draft, clause)
    for found, basis in towns if towns and marked else readings:
        if found:
            return tuple(replace(place, basis=basis, as_written=words) for place, words in found[:2])
    return _own(frame, draft, clause)


def _marked(frame: Frame, clause: Span) -> Span | None:
    """The sentence that bears the mark of the note the clause stands in: the note speaks of what it says."""
    note = next((note for note in frame.document.notes if note.start <= clause.start < note.end), None)
    return frame.sentences.at(note.anchor) if note and note.anchor is not None else None


def _named(frame: Frame, span: Span) -> list[tuple[Place, str]]:
    """Settlements and sites after a word of place, else larger areas after one, else any such, states excepted."""
    points: list[tuple[Place, str]] = []
    loose: list[tuple[Place, str]] = []
    areas: list[tuple[Place, str]] = []
    wide: list[tuple[Place, str]] = []
    for mention in within(frame.places, span):
        place = mention.value
        if not isinstance(place, Place):
            continue
        before = frame.text[max(0, mention.start - 24) : mention.start]
        if place.kind in ("settlement", "site"):
            (points if _LOCATIVE.search(before) else loose).append((place, mention.text))
        elif not _is_party(before) and (_AREA.search(before) or _happens_to(frame, mention)):
            areas.append((place, mention.text))
        elif place.kind in ("region", "water"):
            wide.append((place, mention.text))
    found = points or areas or loose or wide
    unique = {place.id: (place, words) for place, words in reversed(found)}
    return list(reversed(unique.values()))


def _happens_to(frame: Frame, mention: Mention) -> bool:
    """Whether something is done to the area: “entered Sinai”, “Albania was occupied”, “Upper Silesia voted”."""
    before = frame.text[max(0, mention.start - 24) : mention.start]
    return bool(_TAKEN.search(before) or _UNDERGOES.match(frame.text, mention.end))


def _is_party(before: str) -> bool:
    """Whether “of” before a country belongs to its government, people or statesmen."""
    return bool(
        re.search(
            r"\b(?:Government|Governments|Republic|people|King|President|Minister|Embassy|Government) of(?: the)? $",
            before,
        )
    )


def _own(frame: Frame, draft: Draft, clause: Span) -> tuple[Place, ...]:
    """The dateline's place for what the author did, or what happened around the author that day."""
    if frame.own_place is None or frame.in_notes(clause.start):
        return ()
    words = frame.words_at(clause)
    if draft.rule == "act" or draft.kind == "meeting" or _FIRST_PERSON.search(words) or _LOCAL_DAY.search(words):
        return (replace(frame.own_place, basis="the dateline"),)
    return ()


def people_of(frame: Frame, draft: Draft) -> tuple[Person, ...]:
    """The people named in the evidence, each once, in order."""
    mentions = [mention for span in draft.evidence for mention in within(frame.people, span)]
    return tuple(dict.fromkeys(mention.value for mention in mentions if isinstance(mention.value, Person)))


_NAMED_WEIGHT = 2.0
"""What a topic of an event of the reference list weighs for the document that names it."""
_TIMES, _KIND = 0.6, 0.6
"""What the events going on there and then say of a topic, and what the kind of the event says."""
_OF_KIND: dict[EventKind, tuple[str, ...]] = {"military": ("war-operations",), "economic": ("trade-finance-aid",)}
_BY_KIND: dict[EventKind, tuple[str, ...]] = {
    "military": ("war-operations",),
    "meeting": ("summits-conferences",),
    "economic": ("trade-finance-aid",),
    "agreement": ("alliances-guarantees",),
    "political": ("revolution-intervention",),
}
"""What an event is about when neither its words nor the document's say so."""


_SUBJECTS = 2


class Surroundings:
    """Topics and states of the whole document and of its heading, counted once for all its events."""

    def __init__(self, frame: Frame, drafts: Sequence[Draft]) -> None:
        self.frame = frame
        self.topics = weigh(hit for hit in frame.terms if not frame.in_notes(hit.start))
        for topic in (topic for draft in drafts for topic in draft.topics):
            self.topics[topic] = self.topics.get(topic, 0.0) + _NAMED_WEIGHT
        self.parties = _parties(frame)
        body = [hit for hit in frame.states if not frame.in_notes(hit.start)]
        counts: dict[str, int] = {}
        for hit in body:
            for state in hit.value:
                counts[state] = counts.get(state, 0) + 1
        most = max(counts.values(), default=0)
        self.subjects = [state for state in ranked(body) if counts[state] >= max(2, 0.35 * most)][:3]
        spoken_for = [hit for hit in frame.statesmen if not frame.in_notes(hit.start)]
        self.named = ranked([*body, *spoken_for])

    def topics_for(self, draft: Draft, places: tuple[Place, ...], states: tuple[str, ...]) -> tuple[str, ...]:
        """One to three topics: the clause counts most, then its paragraph, what went on then, and the document."""
        if draft.topics:
            return draft.topics
        weights: Weights = {}
        span = draft.evidence[0]
        around = places or ((self.frame.own_place,) if self.frame.own_place else ())
        times = topics_going_on(draft.date, around, set(states), self.frame.locate)
        kind = dict.fromkeys(_OF_KIND.get(draft.kind, ()), 1.0)
        for source, factor in (*self._sources(draft, span), (times, _TIMES), (kind, _KIND)):
            total = sum(source.values()) or 1.0
            for key, value in source.items():
                weights[key] = weights.get(key, 0.0) + factor * value / total
        return choose(weights) if weights else _BY_KIND.get(draft.kind, (FALLBACK,))

    def _sources(self, draft: Draft, span: Span) -> list[tuple[Weights, float]]:
        """What the topics are judged by, each with how much it says."""
        near = weigh(within(self.frame.terms, self.frame.paragraph(span.start)))
        clause = weigh(within(self.frame.terms, span))
        if draft.rule in ("occasion", "citation"):
            return [(clause, 0.5), (near, 0.5), (self.topics, 2.0)]
        return [(clause, 1.2), (near, 0.7), (self.topics, 1.0)]

    def states_for(self, draft: Draft, places: tuple[Place, ...]) -> tuple[str, ...]:
        """The states named in the clause; where those are fewer than two, also the parties to the document.

        Where that is still fewer than two, those that then held the places: what happens in a state concerns it.
        """
        if draft.countries:
            return draft.countries
        states = {state for span in draft.evidence for state in _states_in(self.frame, span)}
        named = {state for span in draft.evidence for hit in within(self.frame.states, span) for state in hit.value}
        if draft.kind == "military":
            lie_in = {state for place in places for state in holders(place.country, _year(draft))}
            states |= states_going_on(draft.date, places, states | lie_in, self.frame.locate)
        if draft.rule in ("occasion", "citation") or len(named) < 2:
            states |= set(self.parties[:2]) | set(self.subjects[:_SUBJECTS])
        if len(states) < 2:
            states |= set([state for state in self.named if state not in states][: 2 - len(states)])
        if len(states) < 2:
            states |= {state for place in places if _tells(place) for state in holders(place.country, _year(draft))}
        return tuple(sorted(states))


def _tells(place: Place) -> bool:
    """Whether the place says whose affair it is: a town of conferences that is no capital does not."""
    return place.name not in hubs() or place.name.casefold() in seats()


def _states_in(frame: Frame, span: Span) -> list[str]:
    """The states of a span: those named first, then those of the statesmen and of the governments' seats named."""
    return [
        state
        for hits in (frame.states, frame.statesmen, frame.seats)
        for hit in within(hits, span)
        for state in hit.value
    ]


def _year(draft: Draft) -> int | None:
    return draft.date.earliest.year if draft.date and draft.date.earliest else None


_AMERICAN = re.compile(
    r"Secretary of State|Department of State|Assistant Secretary|Under Secretary|Legation of the United States"
    r"|The White House|White House,|National Security Council|President[’']s (?:Special |Personal )*"
    r"(?:Assistant|Adviser|Deputy)|\b(?:Dep|Emb|Leg|Con)tel\b|\bDep(?:t|artment)[’']s (?:No\. )?\d"
)
_PRESIDENT = re.compile(r"\bto (?:the )?President(?! of)\b")
"""In papers of one foreign ministry, the President of whom no state is told is its own."""


def _from_washington(frame: Frame) -> bool:
    """Whether the paper was written at the seat of the ministry whose papers these are."""
    return frame.own_place is not None and frame.own_place.name in ("Washington", "Washington, D.C.")


_BODY_AT_A_TOWN = re.compile(r"\b(?:Delegation|Commission to Negotiate|Conference|Assembly|Meetings?)\b")
"""Where such a body sits says nothing of the state: the delegation at Paris to the General Assembly."""
_ADDRESS = re.compile(r"^[^\n]{3,60}, Esq\.?(?:, &c\.)*,? ?(?:&c\., )*([A-Z][\w. ]{2,20})\.\s*$", re.MULTILINE)
"""The last line of an old letter: “J. Lothrop Motley, Esq., &c., &c., &c., Vienna.”"""


@cache
def _seats() -> re.Pattern[str]:
    """Any seat of government, as a pattern."""
    return re.compile(rf"\b{any_of(seats())}\b", re.IGNORECASE)


def _parties(frame: Frame) -> list[str]:
    """The states of the heading: named there, or by the seat where a post stands; the dateline's country last."""
    line = frame.heading.line
    words = frame.words_at(line) if line else frame.document.title
    found = _states_in(frame, line) if line else []
    if not _BODY_AT_A_TOWN.search(words):
        found += [seats()[seat.casefold()] for seat in _seats().findall(words)]
    address = _ADDRESS.search(frame.text)
    if address:
        found += [seats()[address.group(1).casefold()]] if address.group(1).casefold() in seats() else []
    if _AMERICAN.search(frame.text[:600]) or (_PRESIDENT.search(words) and not found) or _from_washington(frame):
        found.append("US")
    return list(dict.fromkeys(found))
