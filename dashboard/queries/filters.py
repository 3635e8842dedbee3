"""Filters: what is shown, as one value that gives the SQL, the English words and the URL's query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_args

from dashboard.datespan import Day, span_of
from dashboard.datewords import in_words
from dashboard.errors import DateError, FilterError
from dashboard.model import Certainty, EventKind, Status
from dashboard.queries.area import WITHIN, area_in_words, area_of, corners


class Facet(NamedTuple):
    """A field of Filters that holds values: its name in the URL, its SQL, its words, and the values it knows."""

    field: str
    key: str
    """Name in the URL."""
    column: str
    many: bool
    """Whether an event has a list of them."""
    words: str
    """How the caption says it; {} is the values."""
    known: tuple[str, ...] = ()
    """The values there are, where the model fixes them; empty where the atlas decides."""

    @property
    def condition(self) -> str:
        """SQL with one bound list: true for an event that has any of the values."""
        if self.many:
            return f"list_has_any({self.column}, ?::VARCHAR[])"
        return f"list_contains(?::VARCHAR[], {self.column}::VARCHAR)"


FACETS: tuple[Facet, ...] = (
    Facet("topics", "topic", "topics", True, "{}"),
    Facet("countries", "country", "countries", True, "involving {}"),
    Facet("people", "person", "people", True, "with {}"),
    Facet("kinds", "kind", "kind", False, "only {}", get_args(EventKind)),
    Facet("documents", "document", "documents", True, "told in {}"),
    Facet("collections", "collection", "collections", True, "from {}"),
    Facet("certainty", "certainty", "certainty", False, "date {}", get_args(Certainty)),
    Facet("status", "status", "status", False, "{}", get_args(Status)),
)
"""To add a filter: a field of Filters and a row here; its menu (components/filter_bar.py) and its name in
cli/export.py; and, unless events have it already, its column in store/: schema.sql, rows.py and columns.py. Tests go
through these rows and name what is missing, and hold the masks of passing.py to the SQL of each."""
QUERY_KEYS: tuple[str, ...] = (*(facet.key for facet in FACETS), "q", "area", "from", "to")
"""Everything that narrows, by its name in the URL."""


class Condition(NamedTuple):
    """What one field of Filters asks of an event."""

    field: str
    sql: str
    values: list[object]


FIXED_LABELS: Mapping[tuple[str, str], str] = {
    ("certainty", "explicit"): "given in the text",
    ("certainty", "inferred"): "from the reference list",
}

Label = Callable[[str, str], str]
"""What a value of a field is called: label("countries", "RU") is “Soviet Union”."""

_ISO_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
_LONGEST = 200
"""Characters of a value of the URL that are looked at."""
_MOST = 100
"""Values of one field of the URL that are looked at."""


def plain_label(field: str, key: str) -> str:
    """The value itself, where no atlas is at hand to name it."""
    return FIXED_LABELS.get((field, key), key)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown. Empty means everything; values of one field widen, fields narrow."""

    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    search: str = ""
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    date_from: str = ""
    """ISO day; an event that touches the window is in."""
    date_to: str = ""
    certainty: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    area: str = ""
    """A rectangle of the map as “south,west,north,east” in degrees; an event that happened at a point in it is in."""

    def values(self, facet: Facet) -> tuple[str, ...]:
        """The values chosen of a facet."""
        chosen: tuple[str, ...] = getattr(self, facet.field)
        return chosen

    def without(self, field: str) -> Filters:
        """The same with one field left open; `dates` stands for both ends of the window."""
        if field == "dates":
            return replace(self, date_from="", date_to="")
        if field in ("search", "area"):
            changes: dict[str, Any] = {field: ""}
            return replace(self, **changes)
        return self.choosing(field, ())

    def choosing(self, field: str, values: tuple[str, ...]) -> Filters:
        """The same with the values of one facet replaced."""
        changes: dict[str, Any] = {field: values}
        return replace(self, **changes)

    def active(self) -> tuple[str, ...]:
        """The fields that narrow, `dates` for the window."""
        fields = [facet.field for facet in FACETS if self.values(facet)]
        if self.search.strip():
            fields.append("search")
        if self.area:
            fields.append("area")
        return (*fields, "dates") if self.date_from or self.date_to else tuple(fields)

    def where(self, found: Callable[[str], Sequence[int]]) -> tuple[str, list[object]]:
        """A condition on the table `events` with its values; `found` gives the numbers of events a search finds."""
        conditions = list(self.conditions(found))
        return " AND ".join(each.sql for each in conditions) or "true", [v for each in conditions for v in each.values]

    def conditions(self, found: Callable[[str], Sequence[int]]) -> Iterator[Condition]:
        """The same part by part."""
        for facet in FACETS:
            if chosen := self.values(facet):
                yield Condition(facet.field, facet.condition, [list(chosen)])
        if self.search.strip():
            yield Condition("search", "number IN (SELECT unnest(?::BIGINT[]))", [list(found(self.search))])
        if self.area:
            south, west, north, east = corners(self.area)
            yield Condition("area", WITHIN, [south, north, west, east])
        if self.date_from:
            day = day_number(self.date_from)
            yield Condition("dates", "edtf <> '' AND coalesce(latest, 2147483647) >= ?", [day])
        if self.date_to:
            day = day_number(self.date_to)
            yield Condition("dates", "edtf <> '' AND coalesce(earliest, -2147483648) <= ?", [day])

    def sentence(self, label: Label = plain_label) -> str:
        """The caption: “Oil and raw materials, involving Iran or Soviet Union, 1921–1946”; empty for no filter."""
        words = ", ".join(phrase for _, phrase in self.phrases(label))
        return words[:1].upper() + words[1:]

    def phrases(self, label: Label = plain_label) -> Iterator[tuple[str, str]]:
        """The words for each active field."""
        for facet in FACETS:
            if chosen := self.values(facet):
                yield facet.field, facet.words.format(" or ".join(label(facet.field, each) for each in chosen))
        if self.search.strip():
            yield "search", f"“{self.search.strip()}”"
        if self.area:
            yield "area", f"within {area_in_words(self.area)}"
        if self.date_from or self.date_to:
            yield "dates", _window(self.date_from, self.date_to)

    def to_query(self) -> dict[str, list[str]]:
        """The URL's query: only what narrows, values in their order."""
        query = {facet.key: list(self.values(facet)) for facet in FACETS if self.values(facet)}
        single = {"q": self.search, "area": self.area, "from": self.date_from, "to": self.date_to}
        return query | {key: [value] for key, value in single.items() if value}

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]]) -> tuple[Filters, tuple[str, ...]]:
        """The filters of a URL's query and a sentence for each value that means nothing; other keys are passed over."""
        problems: list[str] = []
        fields: dict[str, Any] = {}
        for facet in FACETS:
            given = [value[:_LONGEST] for value in dict.fromkeys(_listed(query.get(facet.key))) if value][:_MOST]
            known = [value for value in given if not facet.known or value in facet.known]
            problems += [_unknown(facet.key, value, facet.known) for value in given if value not in known]
            fields[facet.field] = tuple(known)
        fields["search"] = next(iter(_listed(query.get("q"))), "")[:_LONGEST]
        fields["area"] = _url_area(query, problems)
        fields["date_from"] = _url_day("from", query, problems)
        fields["date_to"] = _url_day("to", query, problems)
        filters = cls(**fields)
        if filters.date_from and filters.date_to and _day(filters.date_from) > _day(filters.date_to):
            problems.append("The link’s dates end before they begin; they were left out.")
            filters = filters.without("dates")
        return filters, tuple(problems)

    def known_to(self, keys: Mapping[str, frozenset[str]]) -> tuple[Filters, tuple[str, ...]]:
        """The filters without the values that an atlas does not know, and a sentence for each of those.

        `keys` holds, by field, the values there are.
        """
        problems: list[str] = []
        kept = self
        for facet in FACETS:
            if facet.field in keys:
                chosen = self.values(facet)
                problems += [_absent(facet.key, value) for value in chosen if value not in keys[facet.field]]
                kept = kept.choosing(facet.field, tuple(each for each in chosen if each in keys[facet.field]))
        return kept, tuple(problems)


EVERYTHING = Filters()
"""No filter at all."""


def _listed(value: str | Sequence[str] | None) -> list[str]:
    """The values of a key of the address, which may stand once or several times."""
    return [value] if isinstance(value, str) else [str(each) for each in value or ()]


def _unknown(key: str, value: str, known: Sequence[str]) -> str:
    """The sentence for a value that the filter cannot have, with those that it can."""
    can_be = f"{key} can be {', '.join(known)}"
    return f"The link asks for {key} “{value[:60]}”, which is not known here; it was left out; {can_be}."


def _absent(key: str, value: str) -> str:
    """The sentence for a value that no event of an atlas has: a link from another atlas, or a slip of the pen."""
    return f"The link asks for {key} “{value[:60]}”, which no event here has; it was left out."


def _url_area(query: Mapping[str, str | Sequence[str]], problems: list[str]) -> str:
    """The rectangle that the URL gives; '' where it is none."""
    text = next(iter(_listed(query.get("area"))), "")[:_LONGEST]
    if not text:
        return ""
    try:
        return area_of(*corners(text))
    except FilterError as error:
        problems.append(f"The link’s area was left out: {error}")
        return ""


def _url_day(key: str, query: Mapping[str, str | Sequence[str]], problems: list[str]) -> str:
    """The first or last day of what the URL gives (1945, 1945-07 and 1945-07-31 are all fine); '' where it is none."""
    text = next(iter(_listed(query.get(key))), "")[:_LONGEST]
    if not text:
        return ""
    try:
        first, last = span_of(text)
    except DateError:
        first = last = None
    day = first if key == "from" else last
    if day is None or not 0 < day.year < 10_000:
        problems.append(f"The link’s “{key}={text[:60]}” is no day; write 1945-07-31, 1945-07 or 1945.")
        return ""
    return day.isoformat()


def day_number(text: str) -> int:
    """The day of a Filters field as days since 1970; raises DateError for one that was not checked."""
    return _day(text).number()


def _day(text: str) -> Day:
    """The day of a Filters field; raises DateError for one that was not checked."""
    if not _ISO_DAY.fullmatch(text):
        raise DateError(f"“{text}” is no day; write it as 1945-07-31.")
    day, _ = span_of(text)
    if day is None:
        raise DateError(f"“{text}” is no day; write it as 1945-07-31.")
    return day


def _window(begin: str, end: str) -> str:
    """The window in words, whole years and months as such: “1921–1946”, “July – August 1945”, “since 1942”."""
    month = span_of(end[:-3])[1] if end else None
    for opening, ending in (("-01-01", "-12-31"), ("-01", f"-{month.day:02}" if month else "")):
        if (not begin or begin.endswith(opening)) and (not end or end.endswith(ending)):
            begin, end = begin.removesuffix(opening), end.removesuffix(ending)
            break
    return in_words(begin if begin == end else f"{begin or '..'}/{end or '..'}")
