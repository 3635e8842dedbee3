"""W3C Web Annotations: each quotation as an annotation that finds its own words again in the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.export.cited import cited
from dashboard.export.json_text import streamed, urn
from dashboard.export.selection import Selection
from dashboard.queries.entries import Entry, Quotation


def write_annotations(selection: Selection) -> Iterator[bytes]:
    """An AnnotationPage (Web Annotation Data Model, sections 3 and 5), one annotation an event and quotation."""
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn("selection", selection.link),
        "type": "AnnotationPage",
        "partOf": {
            "id": urn("collection", selection.link),
            "type": "AnnotationCollection",
            "label": selection.statement,
        },
        "startIndex": 0,
    }
    return streamed(head, "items", _annotations(selection))


def _annotations(selection: Selection) -> Iterator[dict[str, Any]]:
    for entry in selection.entries:
        for number, quotation in enumerate(entry.quotations):
            yield {
                "id": urn("event", entry.event.id, str(number)),
                "type": "Annotation",
                "motivation": "describing",
                "body": list(_bodies(entry, quotation)),
                "target": list(_targets(quotation)),
            }


def _bodies(entry: Entry, quotation: Quotation) -> Iterator[dict[str, Any]]:
    """Title, date and citation as text; topics and states as tags."""
    yield _text(f"{entry.event.title} ({entry.date_text}). {entry.date_basis}".strip(), "describing")
    yield _text(cited(quotation), "linking")
    if entry.event.date:
        yield _text(entry.event.date.edtf, "tagging")
    for tag in (*entry.topics, *entry.countries):
        yield _text(tag, "tagging")


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _targets(quotation: Quotation) -> Iterator[dict[str, Any]]:
    """The document as read here, by words and by offsets; its page on the web by words alone, for it counts otherwise.

    Offsets count characters, not bytes or UTF-16 units (section 4.2.5 asks for the same).
    """
    quote = {
        "type": "TextQuoteSelector",
        "exact": quotation.exact,
        "prefix": quotation.prefix,
        "suffix": quotation.suffix,
    }
    position = {"type": "TextPositionSelector", "start": quotation.start, "end": quotation.end}
    source = quotation.source
    here = {"id": urn("document", source.id), "type": "Text", "format": "text/plain", "label": source.id}
    yield {"type": "SpecificResource", "source": here, "selector": [quote, position]}
    if source.record.url:
        yield {"type": "SpecificResource", "source": source.record.url, "selector": quote}
