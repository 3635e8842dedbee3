"""Counts and words over the events: the choices of a filter, the sentence over the views, why nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.datespan import Day
from dashboard.english import counted, listed
from dashboard.errors import FilterError
from dashboard.queries.filters import FACETS, Facet, Filters
from dashboard.queries.names import dates, label_of, titles
from dashboard.queries.passing import masks, passing
from dashboard.store.atlas import Atlas
from dashboard.store.columns import Coded, Columns, Mask

_FACET_OF = {name: facet for facet in FACETS for name in (facet.field, facet.key)}


@dataclass(frozen=True, slots=True)
class Count:
    """A choice of a filter: its key, what it is called, and how many events choosing it alone would show."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the sentence over the views says: how many, from when to when, and what is left out."""

    events: int
    documents: int
    first_year: int | None
    last_year: int | None
    undated: int
    unplaced: int

    @property
    def sentence(self) -> str:
        """“30 events, 1907–1950, from 2 documents. 2 undated · 4 without a place.”"""
        if not self.events:
            return "No events."
        left_out = [f"{self.undated:,} undated"] * bool(self.undated)
        left_out += [f"{self.unplaced:,} without a place"] * bool(self.unplaced)
        shown = f"{counted(self.events, 'event')}{self._years()}, from {counted(self.documents, 'document')}."
        return f"{shown} {' · '.join(left_out)}." if left_out else shown

    def _years(self) -> str:
        """“, 1907–1950”; empty where nothing is dated."""
        years = dict.fromkeys(_year(year) for year in (self.first_year, self.last_year) if year is not None)
        return f", {'–'.join(years)}" if years else ""


def count_by(atlas: Atlas, filters: Filters, field: str) -> tuple[Count, ...]:
    """The values of a field with their counts under the other filters, the commonest first; raises FilterError.

    `field` is a field of Filters or its name in the URL: topics or topic, countries or country, people or person,
    kinds or kind, documents or document, certainty, status. Values chosen but without events are there with 0.
    """
    if field not in _FACET_OF:
        raise FilterError(f"“{field}” cannot be counted; count by {', '.join(facet.key for facet in FACETS)}.")
    return _counted(atlas, filters, [_FACET_OF[field]], most=2**31)[_FACET_OF[field].field]


def count_choices(atlas: Atlas, filters: Filters, most: int) -> dict[str, tuple[Count, ...]]:
    """The same of every field at once: of each the `most` commonest and those chosen."""
    return _counted(atlas, filters, FACETS, most=most)


def _counted(atlas: Atlas, filters: Filters, facets: Sequence[Facet], *, most: int) -> dict[str, tuple[Count, ...]]:
    """Counts by field."""
    columns = atlas.columns
    counted = {
        facet.field: _commonest(columns.coded[facet.column], others, most, filters.values(facet))
        for facet, others in _passing_others(columns, masks(atlas, columns, filters), facets)
    }
    label = label_of(atlas)
    documents = columns.coded["documents"]

    def name(field: str, key: str) -> str:
        if field != "documents":
            return label(field, key)
        code = documents.code(key)
        return (columns.titles[code] if code >= 0 else titles(atlas, [key]).get(key)) or key

    named = {
        field: [Count(key, name(field, key), count) for key, count in counts.items()]
        for field, counts in counted.items()
    }
    if "documents" in named:
        named["documents"] = _told_apart(atlas, named["documents"])
    return {
        field: tuple(sorted(choices, key=lambda choice: (-choice.count, choice.label, choice.key)))
        for field, choices in named.items()
    }


def _told_apart(atlas: Atlas, documents: Sequence[Count]) -> list[Count]:
    """Documents of one title with their dates: a series has a hundred called “The Secretary of State to …”."""
    titles_given = Counter(each.label for each in documents)
    alike = [each.key for each in documents if titles_given[each.label] > 1]
    when = dates(atlas, alike) if alike else {}
    return [replace(each, label=f"{each.label}, {when[each.key]}") if each.key in when else each for each in documents]


def _passing_others(
    columns: Columns, narrowed: Mapping[str, Mask], facets: Iterable[Facet]
) -> Iterator[tuple[Facet, Mask]]:
    """For each field the events that pass all others, among which its choices are counted."""
    failed = sum((~mask for mask in narrowed.values()), np.zeros(columns.events, np.int8))
    passing_all = failed == 0
    for facet in facets:
        own = narrowed.get(facet.field)
        yield facet, passing_all if own is None else failed == ~own


def _commonest(coded: Coded, mask: Mask, most: int, chosen: Iterable[str]) -> dict[str, int]:
    """The commonest values among the events that pass with how many have them, and those chosen, even if none has."""
    counts = coded.counts(mask)
    held = np.flatnonzero(counts)
    first = held[np.argsort(-counts[held], kind="stable")[:most]]
    found = {coded.keys[code]: int(counts[code]) for code in first}
    return found | {key: int(counts[code]) if (code := coded.code(key)) >= 0 else 0 for key in chosen}


def has_event(atlas: Atlas, field: str, value: str) -> bool:
    """Whether some event of the atlas has a value of a field of Filters."""
    return atlas.columns.coded[_FACET_OF[field].column].code(value) >= 0


def summary(atlas: Atlas, filters: Filters) -> Summary:
    """How many events pass, from when to when, from how many documents, and what has no date or no place."""
    columns, shown = passing(atlas, filters)
    dated, placed = shown & columns.dated, np.zeros(columns.events, np.bool_)
    placed[columns.coded["places"].events] = True
    parts = shown, shown & ~columns.dated, shown & ~placed, columns.coded["documents"].counts(shown)
    events, undated, unplaced, documents = (int(np.count_nonzero(each)) for each in parts)
    first = last = None
    if dated.any():
        first = Day.of_number(int(columns.begins[dated].min())).year
        last = Day.of_number(int(columns.ends[dated].max())).year
    return Summary(events, documents, first, last, undated, unplaced)


def _year(year: int) -> str:
    """A year in words; year 0 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def why_empty(atlas: Atlas, filters: Filters) -> str:
    """Which filter leaves nothing (No events: “Norway” leaves none within “Oil”.); empty where there are events.

    The filter named is the first that, taken away alone, brings events back; where none does, all are named together.
    """
    if summary(atlas, filters).events:
        return ""
    active = filters.active()
    words = dict(_plain_phrases(atlas, filters))
    if not active:
        return "No events: nothing was found in the documents yet."
    for field in reversed(active):
        rest = [f"“{words[each]}”" for each in active if each != field]
        if summary(atlas, filters.without(field)).events:
            return f"No events: “{words[field]}” leaves none" + (f" within {listed(rest)}." if rest else ".")
    return f"No events: {listed([f'“{words[each]}”' for each in active])} leave none together."


def _plain_phrases(atlas: Atlas, filters: Filters) -> list[tuple[str, str]]:
    """The values of each active field as they are called, without the caption's “involving” and “with”."""
    label = label_of(atlas)
    named = {
        facet.field: " or ".join(label(facet.field, each) for each in filters.values(facet))
        for facet in FACETS
        if filters.values(facet)
    }
    return [(field, named.get(field, phrase).strip("“”")) for field, phrase in filters.phrases(label)]
