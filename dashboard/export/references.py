"""Reference: what reference managers want to know of a document, read out of the catalogue's record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.datespan import DateSpan, year_of
from dashboard.datewords import in_words
from dashboard.model import Document
from dashboard.views.citation import named

_VOLUME = re.compile(
    r",?\s*\b(?:Volume|Vol\.)\s+(?P<number>[IVXLCDM]+|\d+)\b(?P<part>,?\s+Part\s+\w+)?,?\s*", re.IGNORECASE
)
_PREFACED = re.compile(r"\b(?:eds?\.|edited by)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor; the given name is empty where only one name is known, or the name is that of an office."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as reference managers see it; empty where not known."""

    key: str
    """Unique among the documents, of letters, digits and - : . only."""
    document: Document
    title: str
    when: str
    """The document's own date in words."""
    year: str
    """When it was printed, else when it was written."""
    book: str
    """Title of the volume, without its number."""
    volume: str
    """“II”, or “II, Part 1”."""
    editors: tuple[Editor, ...]
    pages: tuple[str, ...]
    """First and last page; one where they are the same or only one is known."""

    @property
    def printed(self) -> bool:
        """Whether it stands in a volume."""
        return bool(self.book or self.document.record.series)

    @property
    def notes(self) -> tuple[str, ...]:
        """What most forms have no field for: its number, where and when it was written, where the paper is kept."""
        record = self.document.record
        number = f"Document {record.number}" if record.number else ""
        written = ", ".join(part for part in (self.document.place, self.when) if part)
        return tuple(part for part in (number, written, record.archive_reference) if part)


def reference(document: Document, key: str = "") -> Reference:
    """The reference of a document."""
    record = document.record
    book, volume = _book(record.volume_title)
    return Reference(
        key=key or citation_key(document.id),
        document=document,
        title=named(document),
        when=in_words(document.date.edtf) if document.date else "",
        year=record.year_published or _year(document.date),
        book=book,
        volume=volume,
        editors=_editors(record.editors),
        pages=tuple(dict.fromkeys(page for page in (record.first_page, record.last_page) if page)),
    )


def references(documents: list[Document]) -> list[Reference]:
    """The references of documents, no two with the same key."""
    taken: dict[str, int] = {}
    found = []
    for document in documents:
        key = citation_key(document.id)
        taken[key] = taken.get(key, 0) + 1
        found.append(reference(document, key if taken[key] == 1 else f"{key}:{taken[key]}"))
    return found


def citation_key(document_id: str) -> str:
    """The id in the letters that every program takes in a key; other letters become hyphens."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", document_id).strip("-") or "document"


def _book(title: str) -> tuple[str, str]:
    """The title of a volume and its number: “1945, General, Volume II” is (“1945, General”, “II”)."""
    found = _VOLUME.search(title)
    if not found:
        return title, ""
    rest = ", ".join(part for part in (title[: found.start()].strip(" ,"), title[found.end() :].strip(" ,")) if part)
    return rest, f"{found['number']}{found['part'] or ''}"


def _editors(editors: str) -> tuple[Editor, ...]:
    """The names that stand with semicolons between them, as “Given Family” or “Family, Given”."""
    names = (_PREFACED.sub("", name).strip() for name in editors.split(";"))
    return tuple(_editor(name) for name in names if name)


def _editor(name: str) -> Editor:
    if "," in name:
        family, _, given = name.partition(",")
        return Editor(family.strip(), given.strip())
    given, _, family = name.rpartition(" ")
    return Editor(family, given)


def _year(date: DateSpan | None) -> str:
    year = year_of(date)
    return "" if year is None else str(year)
