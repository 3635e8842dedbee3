"""Counts and words over the events: the choices of a filter, the sentence over the views, why nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.datespan import Day
from dashboard.errors import FilterError
from dashboard.queries.documents import label_of, titles
from dashboard.queries.filters import FACETS, Facet, Filters
from dashboard.store.atlas import Atlas

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
    sentence: str
    """“30 events, 1907–1950, from 2 documents. 2 undated · 4 without a place.”"""


def count_by(atlas: Atlas, filters: Filters, field: str) -> tuple[Count, ...]:
    """The values of a field with their counts under the other filters, the commonest first; raises FilterError.

    `field` is a field of Filters or its name in the URL: topics or topic, countries or country, people or person,
    kinds or kind, documents or document, certainty, status. Values chosen but without events are there with 0.
    """
    if field not in _FACET_OF:
        raise FilterError(f"“{field}” cannot be counted; count by {', '.join(facet.key for facet in FACETS)}.")
    return _counted(atlas, filters, [_FACET_OF[field]], most=2**31)[_FACET_OF[field].field]


def count_choices(atlas: Atlas, filters: Filters, most: int) -> dict[str, tuple[Count, ...]]:
    """The same of every field at once, in one pass over the events: of each the `most` commonest and those chosen."""
    return _counted(atlas, filters, FACETS, most=most)


def _counted(atlas: Atlas, filters: Filters, facets: Sequence[Facet], *, most: int) -> dict[str, tuple[Count, ...]]:
    """Counts by field."""
    statement, values = _statement(filters, facets, most, atlas.matching_events)
    counted: dict[str, dict[str, int]] = {facet.field: {} for facet in facets}
    for field, value, count in atlas.rows(statement, values):
        counted[field][value] = count
    for facet in facets:
        counted[facet.field] |= {key: 0 for key in filters.values(facet) if key not in counted[facet.field]}
    names = titles(atlas, list(counted.get("documents", ())))
    label = label_of(atlas)
    return {
        field: tuple(
            sorted(
                (
                    Count(key, names.get(key, key) if field == "documents" else label(field, key), count)
                    for key, count in counts.items()
                ),
                key=lambda choice: (-choice.count, choice.label, choice.key),
            )
        )
        for field, counts in counted.items()
    }


def _statement(
    filters: Filters, facets: Sequence[Facet], most: int, found: Callable[[str], Sequence[int]]
) -> tuple[str, list[object]]:
    """SQL that answers with field, value and count.

    The choices of a field are counted among the events that pass all other fields. So each event is looked at once,
    with a column for each field that says whether it passes; those that fail two fields count nowhere.
    """
    conditions = list(filters.conditions(found))
    open_to_all = [each for each in conditions if each.field not in _FACET_OF]
    own = [each for each in conditions if each.field in _FACET_OF]
    columns = ", ".join(facet.column for facet in facets)
    passes = "".join(f", ({each.sql}) AS passes_{each.field}" for each in own)
    everywhere = " AND ".join(each.sql for each in open_to_all) or "true"
    nearly = " + ".join(f"passes_{each.field}::INTEGER" for each in own)
    parts = [
        part
        for facet in facets
        for part in _parts(
            facet, [each.field for each in own if each.field != facet.field], bool(filters.values(facet))
        )
    ]
    kept = f"{nearly} >= {len(own) - 1}" if own else "true"
    statement = (
        f"WITH looked_at AS (SELECT {columns}{passes} FROM events WHERE {everywhere}),"  # noqa: S608 - values are bound
        f" passing AS {'MATERIALIZED' if own else 'NOT MATERIALIZED'} (SELECT * FROM looked_at WHERE {kept})"
        f" {' UNION ALL '.join(parts)}"
    )
    values = [value for each in (*own, *open_to_all) for value in each.values]
    for facet in facets:
        values += [most, list(filters.values(facet))][: 2 if filters.values(facet) else 1]
    return statement, values


def _parts(facet: Facet, others: Sequence[str], chosen: bool) -> Iterator[str]:
    """The commonest values of one field, and those chosen, among the events that pass the others."""
    value = f"unnest({facet.column})" if facet.many else f"{facet.column}::VARCHAR"
    where = " AND ".join(f"passes_{field}" for field in others) or "true"
    values = f"(SELECT {value} AS value FROM passing WHERE {where})"  # noqa: S608 - our own names
    counted = f"(SELECT '{facet.field}' AS field, value, count(*) AS number FROM {values}"  # noqa: S608 - our own names
    yield f"{counted} GROUP BY value ORDER BY number DESC, value LIMIT ?)"
    if chosen:
        yield f"{counted} WHERE list_contains(?::VARCHAR[], value) GROUP BY value)"


def has_event(atlas: Atlas, field: str, value: str) -> bool:
    """Whether some event of the atlas has a value of a field of Filters."""
    facet = _FACET_OF[field]
    statement = f"SELECT 1 FROM events WHERE {facet.condition} LIMIT 1"  # noqa: S608 - our own column names
    return bool(atlas.rows(statement, [[value]]))


def summary(atlas: Atlas, filters: Filters) -> Summary:
    """How many events pass, from when to when, from how many documents, and what has no date or no place."""
    where, values = filters.where(atlas.matching_events)
    statement = (
        f"WITH passing AS (SELECT * FROM events WHERE {where})"  # noqa: S608 - values are bound
        " SELECT count(*), min(coalesce(earliest, latest)), max(coalesce(latest, earliest)),"
        " count(*) FILTER (edtf = ''), count(*) FILTER (len(place_ids) = 0),"
        " (SELECT count(DISTINCT document) FROM (SELECT unnest(documents) AS document FROM passing)) FROM passing"
    )
    ((events, first, last, undated, unplaced, documents),) = atlas.rows(statement, values)
    first_year = Day.of_number(first).year if first is not None else None
    last_year = Day.of_number(last).year if last is not None else None
    sentence = _sentence(events, documents, first_year, last_year, undated, unplaced)
    return Summary(events, documents, first_year, last_year, undated, unplaced, sentence)


def _sentence(
    events: int, documents: int, first_year: int | None, last_year: int | None, undated: int, unplaced: int
) -> str:
    """What is shown, in one sentence with its years."""
    if not events:
        return "No events."
    years = "" if first_year is None else f", {_year(first_year)}"
    if last_year is not None and last_year != first_year:
        years += f"–{_year(last_year)}"
    left_out = [f"{undated:,} undated"] * bool(undated) + [f"{unplaced:,} without a place"] * bool(unplaced)
    return f"{_number(events, 'event')}{years}, from {_number(documents, 'document')}." + (
        f" {' · '.join(left_out)}." if left_out else ""
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _year(year: int) -> str:
    """A year in words; year 0 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def why_empty(atlas: Atlas, filters: Filters) -> str:
    """Which filter leaves nothing: “No events: ‘Norway’ leaves none within ‘Oil’.”; empty where there are events.

    The filter named is the first that, taken away alone, brings events back; where none does, all are named together.
    """
    if summary(atlas, filters).events:
        return ""
    active = filters.active()
    words = dict(_plain_phrases(atlas, filters))
    if not active:
        return "No events: nothing was found in the documents yet."
    for field in reversed(active):
        rest = [f"‘{words[each]}’" for each in active if each != field]
        if summary(atlas, filters.without(field)).events:
            return f"No events: ‘{words[field]}’ leaves none" + (f" within {_listed(rest)}." if rest else ".")
    return f"No events: {_listed([f'‘{words[each]}’' for each in active])} leave none together."


def _plain_phrases(atlas: Atlas, filters: Filters) -> list[tuple[str, str]]:
    """The values of each active field as they are called, without the caption's “involving” and “with”."""
    label = label_of(atlas)
    named = {
        facet.field: " or ".join(label(facet.field, each) for each in filters.values(facet))
        for facet in FACETS
        if filters.values(facet)
    }
    return [(field, named.get(field, phrase).strip("“”")) for field, phrase in filters.phrases(label)]


def _listed(words: list[str]) -> str:
    """“a, b and c”."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
