"""When what was found counts as what was labelled: the rules of the score, in words and in code.

**Pairing.** Within a document each labelled item is paired with at most one found item and each found item with at
most one labelled one, the best pair first: for dates and places the pair that shares the most characters (then the
one nearest in length), for events one with the same days before one without, then the most shared characters.

**Overlap.** A date or place is *found* when the two spans share at least one character. An event is *found* when a
clause quoted as evidence overlaps a labelled clause; a quotation of more than 400 characters that is also more than
three times as long as the labelled clause does not count, or quoting everything would find everything.

**The same days.** A date is *right*, an event *dated*, when first and last day are those of the label, or of one of
the values it also accepts. “About” and “uncertain” are left aside; an open end equals only an open end.

**Within 161 km** (100 miles, the customary measure of geoparsing), on the great circle. A settlement or site is
*resolved* within that distance; a country, region or water also when it lies in the same country today, since its
label point is a matter of taste. An event is *placed* when it is dated and more of the places found for it are right
than wrong: within 161 km of a labelled one, or of the same name. Where the label has no place, the date decides.

**Doubtful** labels count neither as a miss when not found nor as a false alarm when found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from geopy.distance import great_circle

from dashboard.evaluation.labels import DateLabel, EventLabel, Labels, PlaceLabel, Point, days_of
from dashboard.model import Span

NEAR_KM = 161
LONG_QUOTATION = 400
LARGER_THAN_A_POINT = frozenset({"country", "region", "water"})

Item = TypeVar("Item", DateLabel, PlaceLabel, EventLabel)
Worth = tuple[int, int]
"""How good a pair is; the greater the better."""


@dataclass(frozen=True, slots=True)
class Matches(Generic[Item]):
    """What belongs together, what was missed, and what was found where nothing is labelled."""

    pairs: tuple[tuple[Item, Item], ...]
    """(labelled, found)."""
    missed: tuple[Item, ...]
    false: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class DocumentMatches:
    """The matches of one document."""

    dates: Matches[DateLabel]
    places: Matches[PlaceLabel]
    events: Matches[EventLabel]


def match(labelled: Labels, found: Labels) -> DocumentMatches:
    """Pair what was labelled in a document with what was found in it."""
    return DocumentMatches(
        dates=pair(labelled.dates, found.dates, _span_worth),
        places=pair(labelled.places, found.places, _span_worth),
        events=pair(labelled.events, found.events, _event_worth),
    )


def pair(labelled: Sequence[Item], found: Sequence[Item], worth: Callable[[Item, Item], Worth | None]) -> Matches[Item]:
    """One to one, best first, ties in the order of the text; `worth` is None for what cannot be a pair."""
    candidates = [
        (value, -row, -column)
        for row, label in enumerate(labelled)
        for column, item in enumerate(found)
        if (value := worth(label, item)) is not None
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in sorted(candidates, reverse=True):
        if -row not in partner and -column not in taken:
            partner[-row] = -column
            taken.add(-column)
    return Matches(
        pairs=tuple((labelled[row], found[column]) for row, column in partner.items()),
        missed=tuple(label for row, label in enumerate(labelled) if row not in partner),
        false=tuple(item for column, item in enumerate(found) if column not in taken),
    )


def same_days(label: DateLabel | EventLabel, item: DateLabel | EventLabel) -> bool:
    """Whether the found date covers the very days of the label, or of a value it accepts."""
    days = days_of(item.edtf)
    return days is not None and days in {days_of(edtf) for edtf in (label.edtf, *label.accept)}


def same_teller(label: EventLabel, item: EventLabel) -> bool:
    """Whether the found event is the word of one whom the label names, speaker or writer."""
    return _teller(item.told_by) in map(_teller, label.told_by.split(" or "))


def _teller(told_by: str) -> str:
    """The name of a speaker or a writer; “author” and “note” as they are."""
    return told_by.removeprefix("speaker: ").removeprefix("writer: ")


def near(one: Point, other: Point) -> bool:
    """Whether two points lie within 161 km of each other; never where one is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    distance: float = great_circle((one.lat, one.lon), (other.lat, other.lon)).km
    return distance <= NEAR_KM


def resolved(label: PlaceLabel, item: PlaceLabel) -> bool:
    """Whether the found place is the one meant."""
    same_country = bool(item.country) and item.country == label.country
    return near(label.point, item.point) or (label.kind in LARGER_THAN_A_POINT and same_country)


def placed(label: EventLabel, item: EventLabel) -> bool:
    """Whether more of the event's places are right than wrong; true where the label has none."""
    if not label.places:
        return True
    right = sum(any(_same_place(point, place) for point in label.places) for place in item.places)
    return right > len(item.places) - right


def _same_place(one: Point, other: Point) -> bool:
    return near(one, other) or one.name.casefold() == other.name.casefold()


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _length(span: Span) -> int:
    return span.end - span.start


def _span_worth(label: DateLabel | PlaceLabel, item: DateLabel | PlaceLabel) -> Worth | None:
    shared = _overlap(label.span, item.span)
    return (shared, -abs(_length(label.span) - _length(item.span))) if shared > 0 else None


def _event_worth(label: EventLabel, item: EventLabel) -> Worth | None:
    overlaps = (
        _overlap(quoted, clause) for quoted in label.evidence for clause in item.evidence if _concise(quoted, clause)
    )
    shared = max(overlaps, default=0)
    return (same_days(label, item), shared) if shared > 0 else None


def _concise(labelled: Span, found: Span) -> bool:
    return _length(found) <= max(LONG_QUOTATION, 3 * _length(labelled))
