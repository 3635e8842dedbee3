"""Labelled passages, written by hand: labels quote the words they stand for, and offsets are worked out on reading.

To add one, append it to the file of data/gold/passages/ that names its hazard (or start a file):

    [[passage]]
    id = "glued-note-1"
    hazard = "the digit of note 5 is glued to the year"
    date = "1943-11-02"                                      # if known: the document's own date, as EDTF
    place = "Chungking"                                      # if known: where it was written
    text = '''
    The Declaration signed at Moscow on October 30, 19435 was read on the 2d instant to Mr. Moscow.'''
    dates = { "October 30, 1943" = "1943-10-30", "2d instant" = "1943-11-02" }
    places = { Moscow = ["Moscow", ""] }
    [[passage.events]]
    title = "Moscow Declaration signed"
    edtf = "1943-10-30"
    kind = "agreement"
    places = ["Moscow"]
    topics = "alliances-guarantees"
    countries = "CN GB RU US"
    evidence = ["The Declaration signed at Moscow on October 30, 1943"]

A quotation stands for all its occurrences, or takes a list of values, one an occurrence in the order of the text.
An empty value says that these words are no date, or no place (the surname above): nothing should be found there.
Words inside a longer quotation of the same table are spoken for by that (“July 3” in “July 31”). An occurrence is a
whole word, except that digits of a note may be glued to its end. A date is an EDTF string, values that are as right
follow after “or” (“1944-09 or 1944-09-24/1944-09-30”); a trailing “!” marks a doubtful label. A place is a name of
data/gold/places.csv, where an area on which nobody would put a pin has no point. An event's certainty is "explicit"
and its status "happened" unless it says otherwise. Whose word it is (`told_by`: "author", "note", "speaker: Stalin", or
"writer: Truman" of a paper enclosed, several after “or”) counts only where it is labelled: where somebody speaks.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.documents.catalogue import catalogue_date
from dashboard.documents.plain_text import make_document
from dashboard.errors import CatalogueError, DateError, GoldError
from dashboard.evaluation.labels import DateLabel, EventLabel, Labels, PlaceLabel, Point, check_offsets
from dashboard.model import Document, Span

DOUBTFUL = "!"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A row of data/gold/places.csv."""

    point: Point
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text with its labels, and the hazard it was written for."""

    document: Document
    labels: Labels
    hazard: str


def read_passages(folder: Path) -> list[Passage]:
    """The passages of every file of folder/passages, in the order of file names; raises GoldError."""
    known = read_places(folder / "places.csv")
    passages = [_passage(row, known) for path in sorted((folder / "passages").glob("*.toml")) for row in _rows(path)]
    _check_ids(passages)
    return passages


def read_places(path: Path) -> dict[str, KnownPlace]:
    """The places that labels may name, by name."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"]: _known_place(row) for row in csv.DictReader(file)}


def quotations(text: str, labels: Mapping[str, Any]) -> Iterator[tuple[Span, str]]:
    """Each labelled stretch of the text with its value, empty values left out; raises GoldError where none is quoted.

    Longer quotations go first and keep their stretch.
    """
    taken: list[Span] = []
    for quoted in sorted(labels, key=len, reverse=True):
        spans = [span for span in _occurrences(text, quoted) if not any(span.overlaps(other) for other in taken)]
        for span, value in zip(spans, _values(quoted, labels[quoted], len(spans)), strict=True):
            if value:
                yield span, value
        taken += spans


def _known_place(row: Mapping[str, str]) -> KnownPlace:
    lat, lon = (float(row[axis]) if row[axis] else None for axis in ("lat", "lon"))
    return KnownPlace(Point(row["name"], lat, lon), row["kind"], row["country"])


def _occurrences(text: str, quoted: str) -> list[Span]:
    pattern = rf"(?<!\w){re.escape(quoted)}(?![^\W\d_])"
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def _values(quoted: str, value: str | list[str], count: int) -> list[str]:
    values = value if isinstance(value, list) else [value] * count
    if not count or len(values) != count:
        raise GoldError(f"“{quoted}” stands {count} times in the passage and is labelled {len(values) or 1} times.")
    return values


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise GoldError(f"{path.name} is not a file of [[passage]] tables: {error}.") from error
    return rows


def _check_ids(passages: list[Passage]) -> None:
    ids = [passage.document.id for passage in passages]
    repeated = sorted({each for each in ids if ids.count(each) > 1})
    if repeated:
        raise GoldError(f"Passages share the id {', '.join(repeated)}; give each its own.")


def _passage(row: Mapping[str, Any], known: Mapping[str, KnownPlace]) -> Passage:
    try:
        text = row["text"].strip()
        date = catalogue_date(row.get("date", ""))
        document = make_document(row["id"], text, title=row.get("title", ""), date=date, place=row.get("place", ""))
        labels = Labels(
            dates=tuple(_date(span, value) for span, value in quotations(text, row.get("dates", {}))),
            places=tuple(_place(span, value, known) for span, value in quotations(text, row.get("places", {}))),
            events=tuple(_event(text, event, known) for event in row.get("events", ())),
        )
        check_offsets(document.id, labels, text)
    except (GoldError, DateError, CatalogueError) as error:
        raise GoldError(f"Passage {row['id']}: {error}") from error
    except KeyError as error:
        raise GoldError(
            f"Passage {row.get('id', '(without id)')} lacks {error}; see evaluation/passages.py."
        ) from error
    return Passage(document, labels, row["hazard"])


def _date(span: Span, value: str) -> DateLabel:
    edtf, *accept = value.removesuffix(DOUBTFUL).split(" or ")
    return DateLabel(span, DateSpan(edtf).edtf, tuple(accept), value.endswith(DOUBTFUL))


def _place(span: Span, value: str, known: Mapping[str, KnownPlace]) -> PlaceLabel:
    place = _known(known, value.removesuffix(DOUBTFUL))
    return PlaceLabel(span, place.point, place.kind, place.country, value.endswith(DOUBTFUL))


def _event(text: str, row: Mapping[str, Any], known: Mapping[str, KnownPlace]) -> EventLabel:
    edtf, *accept = row["edtf"].split(" or ")
    return EventLabel(
        title=row["title"],
        edtf=DateSpan(edtf).edtf,
        evidence=tuple(_quoted_once(text, quoted) for quoted in row["evidence"]),
        places=tuple(_known(known, name).point for name in row.get("places", ())),
        topics=frozenset(row["topics"].split()),
        countries=frozenset(row["countries"].split()),
        kind=row["kind"],
        certainty=row.get("certainty", "explicit"),
        status=row.get("status", "happened"),
        told_by=row.get("told_by", ""),
        accept=tuple(accept),
        doubtful=row.get("doubtful", False),
    )


def _known(known: Mapping[str, KnownPlace], name: str) -> KnownPlace:
    if name not in known:
        raise GoldError(f"places.csv has no “{name}”; add a row for it, or name one that is there.")
    return known[name]


def _quoted_once(text: str, quoted: str) -> Span:
    start = text.find(quoted)
    if start < 0 or text.find(quoted, start + 1) >= 0:
        raise GoldError(f"the evidence “{quoted}” must stand exactly once in the text; quote more or other words.")
    return Span(start, start + len(quoted))
