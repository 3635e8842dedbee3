"""What was going on there and then by the reference list: “Mukden fell on March 10” in 1905 belongs to a war."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from dashboard.datespan import DateSpan
from dashboard.extraction.base import Locate
from dashboard.extraction.events.named.reference import NamedEvent, named_events
from dashboard.extraction.topics import Weights
from dashboard.model import Place

_BEFORE, _AFTER = 10, 40
"""Days by which what is told may come before an event of the list, and after its end."""
_LONG = 3 * 365
"""Days of an event that gives its topics to all that its states do meanwhile; a longer one only at its own places."""
_SPAN = 200
"""Days beyond which a date is too wide to say what else went on."""
_IN_THE_COUNTRY, _AMONG_THEM = 0.8, 0.3
"""How close an event of the list is in whose country the place lies, and one among the same states elsewhere."""
_FEW = 4
_POINTS = ("settlement", "site")


def topics_going_on(date: DateSpan | None, places: Sequence[Place], states: Set[str], locate: Locate) -> Weights:
    """Weights of the topics of the events that went on at these places, or among these states, on these days."""
    weights: Weights = {}
    for event, closeness in _going_on(date, places, states, locate):
        for rank, topic in enumerate(event.topics):
            weights[topic] = weights.get(topic, 0.0) + closeness * (0.7 if rank else 1.0)
    return weights


def states_going_on(date: DateSpan | None, places: Sequence[Place], states: Set[str], locate: Locate) -> set[str]:
    """The parties to what went on at these places on these days, where it was among a few."""
    return {
        state
        for event, closeness in _going_on(date, places, states, locate)
        if closeness >= _IN_THE_COUNTRY and event.kind == "military" and len(event.states) <= _FEW
        for state in event.states
    }


def _going_on(
    date: DateSpan | None, places: Sequence[Place], states: Set[str], locate: Locate
) -> Iterator[tuple[NamedEvent, float]]:
    """Each event of the list that went on then, with how close it was.

    It is one among the states told; where hardly any is told, also a battle of those days, for what its town saw.
    """
    if date is None or date.earliest is None or date.latest is None:
        return
    first, last = date.earliest.number(), date.latest.number()
    if last - first > _SPAN:
        return
    for start, end, parties, event in _of_year(date.earliest.year):
        if not (start - _BEFORE <= first and last <= end + _AFTER):
            continue
        battle = len(states) < 2 and event.kind == "military" and start <= first and last <= end
        if battle or not parties.isdisjoint(states):
            closeness = _closeness(event, end - start, places, states, locate)
            if closeness:
                yield event, closeness


def _closeness(event: NamedEvent, days: int, places: Sequence[Place], states: Set[str], locate: Locate) -> float:
    """1 at its own town, less in its country, less again among its states elsewhere; 0 where it is another matter."""
    shared = len(states & set(event.states))
    spots = _spots(event.key, locate) if places else ()
    if any(_side_by_side(place, spot) for place in places for spot in spots):
        return 1.0
    if days > _LONG or not shared:
        return 0.0
    if any(place.country == spot.country and spot.kind not in _POINTS for place in places for spot in spots):
        return _IN_THE_COUNTRY
    return _AMONG_THEM if shared >= 2 and shared >= 0.5 * len(event.states) else 0.0


def _side_by_side(place: Place, spot: Place) -> bool:
    """Whether two points lie within about sixty kilometres."""
    points = place.kind in _POINTS and spot.kind in _POINTS
    return points and abs(place.lat - spot.lat) < 0.6 and abs(place.lon - spot.lon) < 0.8


def _spots(key: str, locate: Locate) -> tuple[Place, ...]:
    event = named_events()[key]
    year = event.date.earliest.year if event.date.earliest else None
    return tuple(place for name in event.places if (place := locate(name, when=year)))


@cache
def _of_year(year: int) -> tuple[tuple[int, int, frozenset[str], NamedEvent], ...]:
    """The events of the list that touch the year or the months around it: first and last day, parties, the event."""
    return tuple(
        (event.date.earliest.number(), event.date.latest.number(), frozenset(event.states), event)
        for event in named_events().values()
        if event.date.earliest and event.date.latest
        if event.date.earliest.year - 1 <= year <= event.date.latest.year + 1
    )
