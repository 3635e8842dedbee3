"""Corrections in words: a reader's own, one a line, and the readings of a name with what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.corrections import LOCATE, Correction
from dashboard.datewords import edtf_day_in_words, in_words
from dashboard.model import Place
from dashboard.views.place_words import degrees

_KINDS = {
    "settlement": "town",
    "country": "state",
    "region": "region",
    "water": "water",
    "site": "site",
    "other": "place",
}
_TABLE = re.compile(r"data/gazetteer/(\w+)\.csv")


def correction_in_words(row: Correction, title: str = "") -> str:
    """What a correction changed: “Date of “Yalta Conference”: 1945 → 4–11 February 1945”; `title` is the event's."""
    if row.field == LOCATE:
        where = plain_cell(row.new) if row.new else "no place"
        return f"“{row.old}” is {where}" + (f", in {row.event} only" if row.event else "")
    if row.field == "hide":
        return f"Hidden: {row.old}"
    before, after = (_value(row.field, cell) for cell in (row.old, row.new))
    what = row.field.capitalize()
    return (
        f"{what} of “{title}”: {before} → {after}" if title and row.field != "title" else f"{what}: {before} → {after}"
    )


def signed(row: Correction) -> str:
    """Who, when and why."""
    return " · ".join(filter(None, (f"{row.who}, {edtf_day_in_words(row.when)}", row.why)))


def _value(field: str, cell: str) -> str:
    if field == "date":
        return in_words(cell) if cell else "undated"
    if field == "place":
        return "; ".join(plain_cell(each) for each in cell.split(";")) if cell else "none"
    return cell


def plain_cell(cell: str) -> str:
    """A place without its gazetteer's id."""
    return cell.partition("[")[0].strip()


def reading_in_words(place: Place, country_name: Callable[[str, int | None], str], year: int | None) -> str:
    """What tells a reading from others: “town, Iran, 38.08° N, 46.29° E · GeoNames 113646”."""
    what = kind_in_words(place, country_name, year) if place.id else "point on the map"
    return " · ".join(filter(None, (f"{what}, {degrees(place.lat, place.lon)}", source_in_brief(place.source))))


def kind_in_words(place: Place, country_name: Callable[[str, int | None], str], year: int | None) -> str:
    """What a place is and in which state it lies: “town, Iran”."""
    lies_in = country_name(place.country, year) if place.country and place.kind != "country" else ""
    return ", ".join(filter(None, (_KINDS[place.kind], lies_in)))


def source_in_brief(source: str) -> str:
    """The id of a gazetteer, else the table of ours that holds the place: “GeoNames 113646”, “table of regions”."""
    table, geonames, row = source.partition("GeoNames ")
    if geonames:
        return f"GeoNames {row.partition(',')[0]}"
    name = _TABLE.match(table)
    return f"table of {name[1].replace('_', ' ')}" if name else source
