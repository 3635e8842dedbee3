"""Dates in mark-up: the attributes of a TEI `date`, and those FRUS gives a whole document, as a DateSpan."""

from __future__ import annotations

import re
from typing import Any

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.errors import DateError

FRUS = "{http://history.state.gov/frus/ns/1.0}"
_DAY = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)")
_YEAR = re.compile(r"(?<![\d-])[12]\d{3}(?!\d)")
_PAIRS = (("from", "to"), ("notBefore", "notAfter"))


def date_of(element: Any, words: str) -> DateSpan | None:
    """The date the attributes of an element give; None where they give none that is in the calendar."""
    if when := element.get("when"):
        return _span(_day(when), words, element)
    for first, last in _PAIRS:
        if element.get(first) or element.get(last):
            return _between(_day(element.get(first, "")), _day(element.get(last, "")), words, element)
    return None


def date_of_division(element: Any, dateline: str) -> DateSpan | None:
    """The span between `frus:doc-dateTime-min` and `-max`, the editors' own dating of the document; None without, or
    where the dateline says another year.
    """
    first, last = (_day(element.get(f"{FRUS}doc-dateTime-{end}", "")) for end in ("min", "max"))
    dated = first and last and not _contradicted(f"{first}/{last}", dateline)
    return _between(first, last, "", element) if dated else None


def _day(value: str) -> str:
    """The day, month or year of an attribute without its time of day; empty where it is none."""
    found = _DAY.match(value.strip())
    return found[0] if found else ""


def _between(first: str, last: str, words: str, element: Any) -> DateSpan | None:
    """From a first to a last day, either of which may be missing."""
    if first == last:
        return _span(first, words, element)
    return _span(f"{first or '..'}/{last or '..'}", words, element)


def _span(edtf: str, words: str, element: Any) -> DateSpan | None:
    """The span with the mark-up as its basis; None where it is no date, or a span of other years than the words.

    A day takes the year that its words have: “14th Sept. 1944”, marked 1994-09-14, is of 1944.
    """
    slip = _contradicted(edtf, words)
    years = set(_YEAR.findall(words))
    if not edtf or (slip and ("/" in edtf or len(years) > 1)):
        return None
    edtf = f"{years.pop()}{edtf[4:]}" if slip else edtf
    doubt = {"low": "?", "unknown": "?"}.get(element.get("cert", ""), "")
    about = "~" if element.get("precision") == "low" else ""
    qualifier = "%" if doubt and about else doubt or about
    basis = DateBasis.of(edtf, Basis.MARKUP)
    if slip:
        basis = basis._replace(year=Basis.STATED)
    try:
        return DateSpan(edtf if "/" in edtf else edtf + qualifier, words, basis)
    except DateError:
        return None


def _contradicted(edtf: str, words: str) -> bool:
    """Whether the words have a year, and none that the attributes give: a slip in one of the two."""
    given, written = ([int(year) for year in _YEAR.findall(each)] for each in (edtf, words))
    return bool(given and written) and not any(min(given) <= year <= max(given) for year in written)
