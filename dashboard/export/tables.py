"""The tidy table: one row an event, one column a fact; written as CSV, and the contract of XLSX and Parquet too."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dashboard.datewords import precision
from dashboard.export.cells import harmless, joined
from dashboard.export.selection import Selection
from dashboard.queries.entries import Entry
from dashboard.views.citation import citation

Cell = str | float | bool | None


class Column(NamedTuple):
    """A column: its name, what it holds, the type of its values, and where they come from."""

    name: str
    meaning: str
    kind: type[str] | type[float] | type[bool]
    value: Callable[[Entry], Cell]


def _edtf(entry: Entry) -> str:
    return entry.event.date.edtf if entry.event.date else ""


def _first_day(entry: Entry) -> str:
    day = entry.event.date.earliest if entry.event.date else None
    return day.isoformat() if day else ""


def _last_day(entry: Entry) -> str:
    day = entry.event.date.latest if entry.event.date else None
    return day.isoformat() if day else ""


def _approximate(entry: Entry) -> bool:
    return bool(entry.event.date and entry.event.date.approximate)


def _latitude(entry: Entry) -> float | None:
    return entry.event.places[0].lat if entry.event.places else None


def _longitude(entry: Entry) -> float | None:
    return entry.event.places[0].lon if entry.event.places else None


def _within(entry: Entry) -> float | None:
    return entry.event.places[0].radius_km if entry.event.places else None


def _spans(entry: Entry) -> str:
    return joined(f"{each.source.id}:{each.start}-{each.end}" for each in entry.quotations)


COLUMNS: tuple[Column, ...] = (
    Column("id", "id of the event, the same after a rebuild", str, lambda entry: entry.event.id),
    Column("title", "what happened", str, lambda entry: entry.event.title),
    Column("date", "the date in words", str, lambda entry: entry.date_text),
    Column("edtf", "the date in EDTF (ISO 8601-2), uncertainty kept; empty for undated", str, _edtf),
    Column("earliest", "first day it can be, YYYY-MM-DD; empty for an open beginning", str, _first_day),
    Column("latest", "last day it can be, YYYY-MM-DD; empty for an open end", str, _last_day),
    Column("precision", "day, month, season, year, decade, range, …", str, lambda entry: precision(_edtf(entry))),
    Column("approximate", "whether the date is about or uncertain", bool, _approximate),
    Column("date_basis", "how the date is known", str, lambda entry: entry.date_basis),
    Column("kind", "what kind of event", str, lambda entry: entry.event.kind),
    Column("certainty", "explicit: date in the text; inferred: reference list", str, lambda e: e.event.certainty),
    Column("status", "happened, planned, proposed or denied", str, lambda entry: entry.event.status),
    Column("told_by", "whose words they are; empty for the document's author", str, lambda entry: entry.told_by),
    Column("checked", "whether a person has checked it", str, lambda entry: entry.checked),
    Column("topics", "what it is about", str, lambda entry: joined(entry.topics)),
    Column("countries", "states concerned, by their names then", str, lambda entry: joined(entry.countries)),
    Column("country_codes", "the same as ISO 3166 codes of today", str, lambda entry: joined(entry.event.countries)),
    Column("people", "people concerned", str, lambda entry: joined(each.name for each in entry.event.people)),
    Column("places", "where it happened, all places", str, lambda entry: entry.place_text),
    Column("places_as_written", "the same as written", str, lambda e: joined(p.as_written for p in e.event.places)),
    Column("latitude", "of the first place, degrees north (WGS 84)", float, _latitude),
    Column("longitude", "of the first place, degrees east", float, _longitude),
    Column("within_km", "how far off that point may be", float, _within),
    Column("place_ids", "gazetteer and row of each place", str, lambda e: joined(place.id for place in e.event.places)),
    Column("quotation", "the words that say so", str, lambda entry: " […] ".join(q.exact for q in entry.quotations)),
    Column("citation", "where they stand", str, lambda e: joined(citation(q.source, q.page) for q in e.quotations)),
    Column("offsets", "document and characters of each quotation", str, _spans),
    Column("url", "the documents on the web", str, lambda entry: joined(q.source.record.url for q in entry.quotations)),
)
"""To add a column: a row here. README names none of them; the file explains itself by its header."""


def write_csv(selection: Selection) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, UTF-8 with the mark by which spreadsheets know it; the last column says what is shown."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([*(column.name for column in COLUMNS), "selection"])
    yield b"\xef\xbb\xbf"
    shown = harmless(selection.statement)
    for entry in selection.entries:
        writer.writerow([*(_written(column.value(entry)) for column in COLUMNS), shown])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _written(cell: Cell) -> object:
    if isinstance(cell, bool):
        return str(cell).lower()
    return harmless(cell) if isinstance(cell, str) else cell
