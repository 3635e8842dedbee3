"""A volume: what its header and its list of persons say, then its documents one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.documents.tei.document import Volume, documents_of
from dashboard.documents.tei.enclosures import DIVISION, is_document, page_before
from dashboard.documents.tei.writer import PAGE, TEI, XML_ID, words_of
from dashboard.documents.xml import walk
from dashboard.errors import EmptyDocument, UnreadableText
from dashboard.model import CatalogueRecord, Document, Person

_SERIES_SITE = "https://history.state.gov/historicaldocuments/"
_TEXT = f"{TEI}text"


def read_volume(path: Path) -> Iterator[Document]:
    """The documents of a file in order; raises DocumentError. The file is read twice: the list may stand at its end."""
    volume, unit = _survey(path)
    seen: Counter[str] = Counter()
    page, empty = "", True
    for event, element in walk(path, (unit, PAGE)):
        if event == "start" or _is_nested(element, unit):
            continue
        if element.tag == PAGE:
            page = element.get("n", "").strip("[]")
            continue
        if unit == DIVISION and not is_document(element):
            continue
        first = page_before(element, page)
        for turned in element.iter(PAGE):
            page = turned.get("n", "").strip("[]")
        found = list(documents_of(element, volume, document_id=_id(element, volume, seen), page=first))
        _forget(element)
        for document in found:
            if document.text.strip():
                empty = False
                yield document
    if empty:
        raise EmptyDocument(f"{path.name} holds no text; add a file with the words of a document.")


def _is_nested(element: Any, unit: str) -> bool:
    """Whether an element belongs to a document that has not ended yet."""
    outer = element.iterancestors(unit)
    return any(unit == _TEXT or is_document(each) for each in outer)


def _forget(element: Any) -> None:
    """Free an element, and what stands before it: its memory is needed no more."""
    element.clear(keep_tail=True)
    while element.getprevious() is not None:
        del element.getparent()[0]


def _id(element: Any, volume: Volume, seen: Counter[str]) -> str:
    """VOLUME/ID, told apart by a number where the file gives an id twice or none."""
    own = element.get(XML_ID)
    if element.tag == _TEXT:
        return volume.id
    around = next((each.get(XML_ID) for each in element.iterancestors() if each.get(XML_ID)), volume.id)
    key = own or f"{around}-"
    seen[key] += 1
    number = str(seen[key]) if not own or seen[key] > 1 else ""
    return f"{volume.id}/{key}{'-' if own and number else ''}{number}"


def _survey(path: Path) -> tuple[Volume, str]:
    """What holds for the whole file, and which element is a document; raises DocumentError where it is no TEI.

    A fault further on is left for the reading itself, which by then has given the documents before it.
    """
    found = _Survey(path.stem)
    try:
        for event, element in walk(path, [f"{TEI}{each}" for each in ("TEI", "teiHeader", "div", "item", "person")]):
            found.begin(element) if event == "start" else found.end(element)
    except UnreadableText:
        if not found.is_tei:
            raise
    if not found.is_tei:
        raise UnreadableText(f"{path.name} is XML, but no TEI; save it as TEI, HTML or plain text and add it again.")
    series = found.header.get("idno frus", [""])[0]
    address = f"{_SERIES_SITE}{series}/" if series else ""
    return Volume(found.name, _record(found.header), found.persons, address), found.unit


@dataclass
class _Survey:
    """What has been learnt of a file so far."""

    name: str
    is_tei: bool = False
    unit: str = _TEXT
    """The element that is a document: the whole text until a division says that it is one."""
    header: dict[str, list[str]] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    _depth: int = 0

    def begin(self, element: Any) -> None:
        """Take in the beginning of an element."""
        if element.tag == f"{TEI}TEI":
            self.is_tei, self.name = True, element.get(XML_ID) or self.name
        elif is_document(element):
            self._depth, self.unit = self._depth + 1, DIVISION

    def end(self, element: Any) -> None:
        """Take in an element with all in it, and forget it."""
        if element.tag == f"{TEI}teiHeader":
            self.header = _header(element)
        elif not self._depth and element.tag in (f"{TEI}item", f"{TEI}person"):
            self.persons |= _listed(element, self.name)
        self._depth -= is_document(element)
        if not self._depth and element.getparent() is not None:
            _forget(element)


def _header(header: Any) -> dict[str, list[str]]:
    """Titles, editors and numbers by name and kind (“title volume”), empty ones left out."""
    out: dict[str, list[str]] = {}
    description = header.find(f"{TEI}fileDesc")
    for name in ("title", "editor", "publisher", "date", "idno"):
        for each in description.iter(f"{TEI}{name}") if description is not None else ():
            words = " ".join("".join(each.itertext()).split())
            if words:
                out.setdefault(f"{name} {each.get('type') or each.get('role') or ''}".strip(), []).append(words)
    return out


def _record(header: dict[str, list[str]]) -> CatalogueRecord:
    """The record of the volume."""

    def first(*names: str) -> str:
        return next((header[name][0] for name in names if name in header), "")

    series = first("title series")
    parts = [part for part in (first("title subseries"), first("title volume"), first("title volumenumber")) if part]
    title = ", ".join(dict.fromkeys(parts)) if series else ""
    editors = [*header.get("editor primary", []), *header.get("editor general", []), *header.get("editor", [])]
    return CatalogueRecord(
        series=series,
        volume_title=title or first("title complete", "title", "title main"),
        editors="; ".join(dict.fromkeys(editors)),
        publisher=first("publisher"),
        year_published=first("date")[:4],
    )


def _listed(item: Any, volume: str) -> dict[str, Person]:
    """The person of an item of a list of persons: “Aldrich, Winthrop W., Ambassador to the United Kingdom until …”."""
    name = next((each for each in item.iter(f"{TEI}persName") if each.get(XML_ID)), None)
    key = item.get(XML_ID) or (name.get(XML_ID) if name is not None else None)
    if name is None:
        name = next(item.iter(f"{TEI}persName"), None)
    if key is None or name is None:
        return {}
    words, whole = words_of(name), words_of(item)
    office = whole[len(words) :].strip(" ,.;:") if whole.startswith(words) else ""
    return {key: Person(_in_order(words), office, f"{volume}#{key}")}


_NICKNAME = re.compile(r"\s*[“\"(][^”\")]*[”\")]")


def _in_order(name: str) -> str:
    """“Winthrop W. Aldrich” for “Aldrich, Winthrop W.”; nicknames and what follows a second comma (“Jr.”) left out."""
    parts = [part.strip() for part in _NICKNAME.sub("", name).rstrip(" ,").split(",")]
    if len(parts) < 2 or not parts[1]:
        return parts[0]
    return f"{parts[1]}{'' if parts[1].endswith(('-', '’')) else ' '}{parts[0]}"
