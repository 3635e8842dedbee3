"""How a document is cited, down to the page: as the Foreign Relations series asks, and as a plain sentence."""

from __future__ import annotations

import re

from dashboard.datewords import in_words
from dashboard.model import Document

_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""That of a heading; “Jr.” and “U.S.” keep theirs."""


def named(document: Document) -> str:
    """What a document is called in a reference: by its title without the full stop of a heading, else by its id."""
    return _FULL_STOP.sub("", document.title) or document.id


def citation(document: Document, page: str = "") -> str:
    """A reference as in a footnote: “title,” place, date, series, volume, number (place: publisher, year), page.

    What the catalogue does not know is left out, never guessed; a document without a record is cited by its title
    and date, or by its file name.
    """
    record = document.record
    title = f"“{named(document)},”"
    number = f"no. {record.number}" if record.number else ""
    printed = ", ".join(part for part in (record.publisher, record.year_published) if part)
    parts = [_when_and_where(document), record.series, record.volume_title, _editors(record.editors), number]
    said = ", ".join(part for part in parts if part)
    reference = f"{title} {said}".rstrip()
    if printed:
        reference = f"{reference} ({printed})"
    ending = f", p. {page}" if page else ""
    archive = f"; {record.archive_reference}" if record.archive_reference else ""
    return _ended(f"{reference}{ending}{archive}")


def plain(document: Document, page: str = "") -> str:
    """Where a passage stands, in a few words: “Memorandum of Conversation, 19 December 1945, p. 685”."""
    when = in_words(document.date.edtf) if document.date else ""
    parts = (named(document), when, f"p. {page}" if page else "")
    return ", ".join(part for part in parts if part)


def _when_and_where(document: Document) -> str:
    when = in_words(document.date.edtf) if document.date else ""
    return ", ".join(part for part in (document.place, when) if part)


def _editors(editors: str) -> str:
    return f"ed. {editors}" if editors else ""


def _ended(reference: str) -> str:
    """With one full stop at the end; that of a title alone stands within its quotation marks."""
    bare = reference.rstrip(" .,")
    return f"{bare[:-2]}.”" if bare.endswith(",”") else f"{bare}."
