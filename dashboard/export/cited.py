"""How a quotation is cited, remembered, for one page of one document is cited by many events; and where it is read."""

from __future__ import annotations

from dashboard.queries.entries import Quotation
from dashboard.queries.sources import Source
from dashboard.views.citation import citation

MOST = 2000
"""Citations remembered at a time."""

_remembered: dict[tuple[int, str], tuple[Source, str]] = {}
"""By identity of the document, which the value holds on to, and page; a document is slow to hash."""


def cited(quotation: Quotation) -> str:
    """The reference of a quotation, down to the page."""
    key = (id(quotation.source), quotation.page)
    held = _remembered.get(key)
    if held and held[0] is quotation.source:
        return held[1]
    if len(_remembered) >= MOST:
        _remembered.clear()
    words = citation(quotation.source, quotation.page)
    _remembered[key] = (quotation.source, words)
    return words


def web(url: str) -> str:
    """The address of a document, if it is one of the web; a catalogue may hold anything."""
    return url if url.startswith(("https://", "http://")) else ""
