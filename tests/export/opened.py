"""Selections to export in the tests, and their files as other programs open them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.export import Selection, export, format_named, select
from dashboard.model import CatalogueRecord, Document, Event, Evidence, Person, Place
from dashboard.queries import Atlas, Filters
from dashboard.queries.entries import Entry, Quotation


def written(selection: Selection, name: str, view: str = "events") -> bytes:
    """The whole file of a selection."""
    content = export(selection, format_named(name, view))
    return content if isinstance(content, bytes) else b"".join(content)


def iran(atlas: Atlas) -> Selection:
    """The default documents on Iran: dated and undated, placed and unplaced."""
    return select(atlas, Filters(countries=("IR",)))


def document(text: str = "A letter", **record: str) -> Document:
    """A document whose every word is the one given."""
    return Document(f"letter {text}", "", text, DateSpan("1945-07~"), text, CatalogueRecord(**record))


def entry(
    edtf: str = "", text: str = "They met", *, at: Iterable[tuple[float, float]] = (), source: Document | None = None
) -> Entry:
    """An event whose every word is the one given."""
    places = tuple(
        Place(f"geonames:{number}", text, lat, lon, "settlement", "RU", text, source="GeoNames")
        for number, (lat, lon) in enumerate(at, 1)
    )
    stated = DateBasis(Basis.STATED, Basis.STATED, Basis.STATED)
    date = DateSpan(edtf, text, stated) if edtf else None
    told_in = source or document(text)
    event = Event(
        "0a1b2c", text, date, "meeting", "explicit", "happened", "author", (Evidence(told_in.id, 3, 3 + len(text)),),
        places, (Person(text),), ("summits-conferences",), ("RU",),
    )  # fmt: skip
    quotation = Quotation(told_in, 3, 3 + len(text), text, "so ", text, "685")
    words = (text, text, text, text, text)
    return Entry(event, *words, topics=(text, "Oil"), countries=(text,), quotations=(quotation,))


def of(atlas: Atlas, *entries: Entry, caption: str = "All events") -> Selection:
    """A selection of just these events."""
    own = [each._replace(event=replace(each.event, id=f"{number:06x}")) for number, each in enumerate(entries)]
    sources = {quotation.source.id: quotation.source for each in entries for quotation in each.quotations}.values()
    return replace(select(atlas), caption=caption, count=len(own), entries=own, sources=sources)
