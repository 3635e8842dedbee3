"""The tidy table: one row an event, one column a fact. CSV, XLSX, Parquet and GeoJSON all have these columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

from dashboard.datespan import Day
from dashboard.datewords import precision
from dashboard.export.cells import all_harmless, all_quoted, distinct, harmless
from dashboard.export.cited import cited
from dashboard.export.selection import Selection
from dashboard.queries.entries import Entry
from dashboard.store.tables import batches

Cell = str | float | bool | tuple[str, ...] | None


class Column(NamedTuple):
    """A column: its name, what it holds, the type of its values, and where they come from."""

    name: str
    meaning: str
    kind: type[str] | type[float] | type[bool] | type[tuple[str, ...]]
    value: Callable[[Entry], Cell]


def _edtf(entry: Entry) -> str:
    return entry.event.date.edtf if entry.event.date else ""


def first_day(entry: Entry) -> str:
    """The first day it can be; empty for undated or an open beginning."""
    return _iso(entry.event.date.earliest if entry.event.date else None)


def last_day(entry: Entry) -> str:
    """The last day it can be; empty for undated or an open end."""
    return _iso(entry.event.date.latest if entry.event.date else None)


@lru_cache(maxsize=1000)  # in order of time the same days come one after the other
def _iso(day: Day | None) -> str:
    return day.isoformat() if day else ""


def _precision(entry: Entry) -> str:
    return _precision_of(_edtf(entry))


_precision_of = lru_cache(maxsize=1000)(precision)


def _approximate(entry: Entry) -> bool:
    return bool(entry.event.date and entry.event.date.approximate)


def _places(entry: Entry) -> tuple[str, ...]:
    return tuple(place.name for place in entry.event.places)


def _as_written(entry: Entry) -> tuple[str, ...]:
    return tuple(place.as_written for place in entry.event.places)


def _place_ids(entry: Entry) -> tuple[str, ...]:
    return tuple(place.id for place in entry.event.places)


def _points(entry: Entry) -> tuple[str, ...]:
    return tuple(f"{place.lat:.6g} {place.lon:.6g}" for place in entry.event.places)


def _latitude(entry: Entry) -> float | None:
    return entry.event.places[0].lat if entry.event.places else None


def _longitude(entry: Entry) -> float | None:
    return entry.event.places[0].lon if entry.event.places else None


def _within(entry: Entry) -> float | None:
    return entry.event.places[0].radius_km if entry.event.places else None


def _citations(entry: Entry) -> tuple[str, ...]:
    return tuple(cited(quotation) for quotation in entry.quotations)


def _offsets(entry: Entry) -> tuple[str, ...]:
    return tuple(f"{quotation.source.id}:{quotation.start}-{quotation.end}" for quotation in entry.quotations)


def _people(entry: Entry) -> tuple[str, ...]:
    people = entry.event.people
    return distinct(person.name for person in people) if people else ()


def _urls(entry: Entry) -> tuple[str, ...]:
    quotations = entry.quotations
    if len(quotations) == 1:  # as most have: nothing to tell apart
        url = quotations[0].source.record.url
        return (url,) if url else ()
    return distinct(quotation.source.record.url for quotation in quotations)


COLUMNS: tuple[Column, ...] = (
    Column("id", "id of the event, the same after a rebuild", str, attrgetter("event.id")),
    Column("title", "what happened", str, attrgetter("event.title")),
    Column("date", "the date in words", str, attrgetter("date_text")),
    Column("edtf", "the date in EDTF (ISO 8601-2), uncertainty kept; empty for undated", str, _edtf),
    Column("earliest", "first day it can be, YYYY-MM-DD; empty for an open beginning", str, first_day),
    Column("latest", "last day it can be, YYYY-MM-DD; empty for an open end", str, last_day),
    Column("precision", "how exact the date is: day, month, season, year, …", str, _precision),
    Column("approximate", "whether the date is about or uncertain", bool, _approximate),
    Column("date_basis", "how the date is known", str, attrgetter("date_basis")),
    Column("kind", "what kind of event", str, attrgetter("event.kind")),
    Column(
        "certainty", "explicit: dated in the text; inferred: by the reference list", str, attrgetter("event.certainty")
    ),
    Column("status", "happened, planned, proposed or denied", str, attrgetter("event.status")),
    Column("told_by", "whose words they are; empty for the document's author", str, attrgetter("told_by")),
    Column("checked", "whether a person has checked it", str, attrgetter("checked")),
    Column("topics", "what it is about", tuple, attrgetter("topics")),
    Column("countries", "states concerned, by their names then", tuple, attrgetter("countries")),
    Column(
        "country_codes", "the same as ISO 3166 codes of the continuing states", tuple, attrgetter("event.countries")
    ),
    Column("people", "people concerned", tuple, _people),
    Column("places", "where it happened, every place", tuple, _places),
    Column("places_as_written", "the same as the documents write them", tuple, _as_written),
    Column("coordinates", "the same as degrees north and east (WGS 84)", tuple, _points),
    Column("place_ids", "the same as gazetteer and row", tuple, _place_ids),
    Column("latitude", "of the first place, degrees north (WGS 84)", float, _latitude),
    Column("longitude", "of the first place, degrees east", float, _longitude),
    Column("within_km", "how far off that point may be", float, _within),
    Column("quotations", "the words that say so", tuple, lambda e: tuple(q.exact for q in e.quotations)),
    Column("citations", "where each of them stands", tuple, _citations),
    Column("offsets", "document and first and last character of each", tuple, _offsets),
    Column("urls", "the documents on the web", tuple, _urls),
)
"""To add a column: a row here."""

SELECTION = Column("selection", "what was exported, and what the filters and the documents left out", str, lambda _: "")
"""The last column of a form that has no other place for it; the same in every row."""


def in_one_cell(cell: Cell) -> str | float | bool | None:
    """A cell for a form without lists: several values with “; ” between them."""
    return "; ".join(cell) if isinstance(cell, tuple) else cell


def values_of(column: Column, entries: Sequence[Entry]) -> list[Any]:
    """The values of a column."""
    return list(map(column.value, entries))


ROWS = 50
"""Rows made together: a column at a time is quicker than a cell at a time, and so few events are soon let go again;
more would have Python's collector go through everything over and over."""


def write_csv(selection: Selection) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, UTF-8 with the mark by which spreadsheets know it."""
    names = [*(column.name for column in COLUMNS), SELECTION.name]
    yield f"\ufeff{','.join(names)}\r\n".encode()
    (shown,) = all_quoted([harmless(selection.statement)])
    for entries in batches(selection.entries, ROWS):
        columns = [all_quoted(_cells(column, entries)) for column in COLUMNS]
        rows = zip(*columns, repeat(shown, len(entries)), strict=True)
        yield "".join([f"{','.join(row)}\r\n" for row in rows]).encode()


def _cells(column: Column, entries: Sequence[Entry]) -> Sequence[str]:
    """The cells of a column; nothing in them computes."""
    values = values_of(column, entries)
    if column.kind is bool:
        return ["true" if value else "false" for value in values]
    if column.kind is float:
        return ["" if value is None else str(value) for value in values]
    return all_harmless(["; ".join(value) for value in values] if column.kind is tuple else values)
