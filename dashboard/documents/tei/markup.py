"""The facts of the mark-up: the dates, people and places that the file itself names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.documents.tei.dates import date_of
from dashboard.documents.tei.found import Found, plain
from dashboard.documents.tei.writer import TEI
from dashboard.model import MarkedDate, MarkedPerson, Markup, Person, Span


def markup_of(found: Found, *, volume_id: str, persons: Mapping[str, Person]) -> Markup:
    """The facts of a document; `persons` is its volume's list of persons by `xml:id`."""
    spans = [(each, found.span(each)) for name in ("date", "persName", "placeName") for each in found.of(name)]
    filled = [(each.element, span) for each, span in spans if span.start < span.end]
    dates = [
        MarkedDate(span.start, span.end, date)
        for element, span in filled
        if element.tag == f"{TEI}date" and (date := date_of(element, found.text[span.start : span.end]))
    ]
    people = [
        MarkedPerson(span.start, span.end, _person(element, plain(found.text, span), volume_id, persons))
        for element, span in filled
        if element.tag == f"{TEI}persName"
    ]
    places = tuple(_bare(found.text, span) for element, span in filled if element.tag == f"{TEI}placeName")
    lists = [each for each in found.of("list") if each.element.get("type") == "participants"]
    dateline = found.dateline()
    return Markup(
        tuple(dates),
        tuple(people),
        places,
        _own_place(found.text, places, found.span(dateline)) if dateline else None,
        tuple(found.span(each) for each in lists),
    )


def _person(element: Any, words: str, volume_id: str, persons: Mapping[str, Person]) -> Person:
    """Who is meant: the entry of the volume's list, else the name as it stands."""
    key = (element.get("corresp") or element.get("ref") or "").removeprefix("#")
    known = persons.get(key)
    return known or Person(words, id=f"{volume_id}#{key}" if key else "")


_AROUND_NAMES = " \t\n,.;:[]()"


def _bare(text: str, span: Span) -> Span:
    """The name without the commas and brackets of its dateline."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_AROUND_NAMES))
    return Span(start, max(start, span.start + len(words.rstrip(_AROUND_NAMES))))


def _own_place(text: str, places: Sequence[Span], dateline: Span) -> Span | None:
    """The names of the dateline's first line that has any, from the first to the last: “LBJ Ranch, Texas”."""
    inside = [each for each in places if dateline.start <= each.start and each.end <= dateline.end]
    if not inside:
        return None
    line_end = text.find("\n", inside[0].start)
    last = [each for each in inside if line_end < 0 or each.end <= line_end][-1:]
    joined = Span(inside[0].start, last[0].end if last else inside[0].end)
    return joined if re.fullmatch(r"[^\d—]*", text[joined.start : joined.end]) else inside[0]
