"""States concerned by an event, from its clause first and its document after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate

from dashboard.datespan import DateSpan
from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.named.going_on import states_going_on
from dashboard.extraction.events.named.reference import hubs
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.placing import FIRST_PERSON
from dashboard.extraction.lexicon import Hit
from dashboard.extraction.states import holders, nations, ranked, seats
from dashboard.extraction.vocabulary import word_list
from dashboard.model import EventKind, Place, Span

_SUBJECTS = _PARTIES = 2
"""How many of the states that a document is about, and of the parties to it, an event of its own concerns."""
_OFTEN = 0.35
"""How often, beside the state named most, one is named that a document is about."""
_FEW = 4
"""States of an event of the list that a clause names: of more, not each is concerned in what the clause tells."""
_BETWEEN: tuple[EventKind, ...] = ("communication", "meeting", "visit")
"""Kinds of events that the parties to a document have with each other."""
_OWN = re.compile(
    rf"{FIRST_PERSON.pattern}|\b(?:Department|Embassy|Legation|Consulate|Ambassador|this Government|President)\b|tel\b"
)
"""What a clause says of the writer's own side, beside the name of its nation."""
_CAPITAL = re.compile(r"\b[A-Z]\w+")


class StatesConcerned:
    """The states of a document: its parties, what it is about, and where; counted once for all its events."""

    def __init__(self, frame: Frame, events: Named, filed: tuple[str, ...]) -> None:
        self.frame = frame
        self.events = events
        self.parties = _parties(frame)[:_PARTIES]
        body = frame.in_body(frame.states)
        self.subjects = list(dict.fromkeys([*filed, *_often(body)]))[:_SUBJECTS]
        self.named = ranked([*body, *frame.in_body(frame.statesmen)])

    @cached_property
    def around(self) -> list[str]:
        """The states of the places that the body speaks of, the most often spoken of first."""
        year = year_of(self.frame.own_date or self.frame.now)
        return ranked(
            Hit(mention.start, mention.end, holders(mention.value.country, year))
            for mention in self.frame.places
            if isinstance(mention.value, Place) and _tells(mention.value) and not self.frame.in_notes(mention.start)
        )

    def states_for(self, draft: Draft, places: tuple[Place, ...]) -> tuple[str, ...]:
        """The states of the clause; of one that names fewer than two also those of its document, then of its places."""
        if draft.countries:
            return draft.countries
        states = self._told(draft, places)
        of_paper = draft.rule in ("occasion", "citation")
        own = of_paper or draft.kind in _BETWEEN or self._of_own_side(self.frame.words_at(draft.evidence[0]))
        if of_paper or draft.rule == "resolution" or len(_named(self.frame, draft)) < 2:
            states |= {*self.subjects, *(self.parties if own else ())}
        enough = 2 if own else 1
        _fill(states, self.named, enough)
        if len(states) < 2:
            states |= {state for place in places if _tells(place) for state in holders(place.country, _year(draft))}
        if len(states) < 2:
            states |= {holder for state in states for holder in holders(state, _year(draft))}
        if len(states) < 2 and states <= {self.frame.ministry.state}:
            _fill(states, self.around, 2)
        _fill(states, self.parties, enough)
        return tuple(sorted(states))

    def _of_own_side(self, words: str) -> bool:
        """Whether a clause speaks of the side whose papers these are."""
        of_nation = any(nations().get(word) == self.frame.ministry.state for word in _CAPITAL.findall(words))
        return of_nation or _OWN.search(words) is not None

    def _told(self, draft: Draft, places: tuple[Place, ...]) -> set[str]:
        """The states that the clause names, also by events of the list, and those whose war it tells of."""
        states = {state for span in draft.evidence for state in _states_in(self.frame, span)}
        if len(states) < 2 and draft.rule not in ("occasion", "citation"):
            told = [event.countries for event in self.events.within(draft.evidence[0])]
            states |= {state for countries in told if len(countries) <= _FEW for state in countries}
        if draft.kind == "military":
            lie_in = {state for place in places for state in holders(place.country, _year(draft))}
            states |= states_going_on(draft.date, places, states | lie_in, self.frame.locate)
        return states


class Named:
    """The events of the reference list that the document names, looked up by where it does."""

    def __init__(self, events: Sequence[Draft]) -> None:
        self._events = events
        places = sorted((one.start, one.end, at) for at, event in enumerate(events) for one in event.evidence)
        self._starts = [start for start, _, _ in places]
        self._ends = [(end, at) for _, end, at in places]
        self._reach = [*accumulate((end for end, _ in self._ends), max)]
        """How far what begins so early goes at most."""

    def within(self, span: Span) -> list[Draft]:
        """Those that a clause names on its way to another."""
        found = set()
        for place in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._reach[place] <= span.start:
                break
            end, at = self._ends[place]
            if end > span.start:
                found.add(at)
        return [self._events[at] for at in sorted(found)]


def _fill(states: set[str], more: list[str], enough: int) -> None:
    """Take in the first of those not yet there until there are enough."""
    states.update([state for state in more if state not in states][: max(0, enough - len(states))])


def _named(frame: Frame, draft: Draft) -> set[str]:
    """The states that the clause names by their names."""
    return {state for span in draft.evidence for hit in within(frame.states, span) for state in hit.value}


def _often(hits: Sequence[Hit[tuple[str, ...]]]) -> list[str]:
    """The states that are named often, the most often named first."""
    counts = Counter(state for hit in hits for state in hit.value)
    most = max(counts.values(), default=0)
    return [state for state in ranked(hits) if counts[state] >= max(2, _OFTEN * most)]


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
    return year_of(draft.date)


def year_of(date: DateSpan | None) -> int | None:
    return date.earliest.year if date and date.earliest else None


_PRESIDENT = re.compile(r"\bto (?:the )?President(?! of)\b")
"""In papers of one foreign ministry, the President of whom no state is told is its own."""


def _from_its_seat(frame: Frame) -> bool:
    """Whether the paper was written at the seat of the ministry whose papers these are."""
    return frame.own_place is not None and frame.own_place.name in frame.ministry.seats


_BODY_AT_A_TOWN = re.compile(r"\b(?:Delegation|Commission to Negotiate|Conference|Assembly|Meetings?)\b")
"""Where such a body sits says nothing of the state: the delegation at Paris to the General Assembly."""
_ADDRESS = re.compile(r"^[^\n]{3,60}, Esq\.?(?:, &c\.)*,? ?(?:&c\., )*([A-Z][\w. ]{2,20})\.\s*$", re.MULTILINE)
"""The last line of an old letter: “J. Lothrop Motley, Esq., &c., &c., &c., Vienna.”"""


@cache
def _seats() -> re.Pattern[str]:
    """Any seat of government, as a pattern; not where a peer is called after the town: the Marquis of Salisbury."""
    no_peer = "".join(rf"(?<!\b{peer} )(?<!\b{peer} of )" for peer in sorted(word_list("peer")))
    return re.compile(rf"{no_peer}\b{any_of(seats())}\b", re.IGNORECASE)


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
    ministry = frame.ministry
    if ministry.in_opening or (_PRESIDENT.search(words) and not found) or _from_its_seat(frame):
        found += [ministry.state] if ministry.state else []
    if line is None and len(set(found)) < 2 and frame.own_place is not None and _tells(frame.own_place):
        found += holders(frame.own_place.country, year_of(frame.own_date))
    return list(dict.fromkeys(found))
