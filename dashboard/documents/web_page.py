"""Web pages as a browser saves them: the words of the page without its menus, and what its head says for sure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.documents.base import Reader
from dashboard.documents.limits import check_length, read_bytes
from dashboard.errors import DateError, EmptyDocument, UnreadableText
from dashboard.model import CatalogueRecord, Document

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,40})""",
    re.IGNORECASE,
)
_HEAD_BYTES = 8192
_TITLES = ("dc.title", "dcterms.title", "citation_title", "og:title", "twitter:title")
_WRITTEN = (
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "citation_date", "citation_publication_date"
)  # fmt: skip
_PUBLISHED = ("article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "date")
_DAY = re.compile(r"(\d{4})(?:[-/](\d\d)(?:[-/](\d\d))?)?(?=$|[T ])")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")


class WebPage(Reader):
    """Reads .html: one document a page, its id the file's name without suffix."""

    suffixes = (".html", ".htm", ".xhtml")

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the one document of the page; raises DocumentError."""
        from dashboard.documents.hypertext import plain

        html = decode_page(read_bytes(path), name=path.name)
        found = plain(html, whole=False)
        if not found.text.strip():
            raise EmptyDocument(f"{path.name} shows no text; save the page with its words, or as plain text.")
        check_length(found.text, name=path.name)
        head = _Head(html)
        yield Document(
            path.stem,
            found.text,
            title=head.title(),
            date=head.date(found.text),
            record=CatalogueRecord(url=head.address()),
            sections=found.parts.sections,
            pages=found.parts.pages,
            notes=found.parts.notes,
        )


def is_of_a_page(folder: str, names: Container[str]) -> bool:
    """Whether a folder holds what a browser saved with a page beside it: “letter_files” of “letter.html”."""
    page = folder.removesuffix("_files")
    return page != folder and any(f"{page}{suffix}" in names for suffix in WebPage.suffixes)


def decode_page(data: bytes, *, name: str) -> str:
    """The text of a page: by byte order mark, by what it declares, as UTF-8, else as Windows wrote it; raises."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return _decoded(data, [encoding], name)
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    known = (declared[1] or declared[2]).decode("ascii") if declared else ""
    if not data.strip():
        raise EmptyDocument(f"{name} is empty; add a file with the words of a document.")
    return _decoded(data, [known] if known else ["utf-8", "windows-1252"], name)


def _decoded(data: bytes, encodings: list[str], name: str) -> str:
    """The text in the first encoding that fits."""
    for encoding in encodings:
        try:
            text = data.decode("windows-1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1") else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableText(f"{name} is no text in {encodings[0]}; save the page anew, as UTF-8, and add it again.")


class _Head:
    """What the head of a page says."""

    def __init__(self, html: str) -> None:
        from resiliparse.parse.html import HTMLTree

        from dashboard.documents.hypertext import elements

        tree = HTMLTree.parse(html)
        self._window = " ".join((tree.title or "").split())
        self._saved_from = _SAVED_FROM.search(html[:_HEAD_BYTES])
        self._meta: dict[str, str] = {}
        self._headings: list[str] = []
        self._canonical = ""
        for element in elements(tree.document):
            self._take(element)

    def _take(self, element: Any) -> None:
        """Take down what an element says of the page; of what is said twice the first counts."""
        if element.tag == "meta":
            name = element.getattr("name") or element.getattr("property") or element.getattr("itemprop") or ""
            self._meta.setdefault(name.lower(), " ".join((element.getattr("content") or "").split()))
        elif element.tag == "h1" and len(self._headings) < 2:
            self._headings.append(" ".join((element.text or "").split()))
        elif element.tag == "link" and element.getattr("rel") == "canonical":
            self._canonical = self._canonical or element.getattr("href") or ""

    def title(self) -> str:
        """The title: as the record of the page has it, else its one heading, else the window's."""
        record = [self._meta.get(name, "") for name in _TITLES]
        heading = self._headings if len(self._headings) == 1 else []
        return next(filter(None, [*record[:3], *heading, *record[3:], self._window]), "")[:300]

    def date(self, text: str) -> DateSpan | None:
        """The day the paper was written, where the head gives it and the words do not gainsay it; None where unsure.

        When a page was put on the web says nothing of an old paper on it: such a date counts only where the words
        speak of no later year, and of that one.
        """
        years = {int(year) for year in _YEAR.findall(text)}
        for names in (_WRITTEN, _PUBLISHED):
            for name in names:
                found = _DAY.match(self._meta.get(name, ""))
                if not found:
                    continue
                year = int(found[1])
                if year in years and (names is _WRITTEN or year == max(years)):
                    return _span("-".join(part for part in found.groups() if part))
        return None

    def address(self) -> str:
        """Where the page was saved from; empty where that is no address of the web."""
        for address in (self._canonical, self._saved_from[1] if self._saved_from else ""):
            if re.fullmatch(r"https?://[^\s<>\"']{3,500}", address):
                return address
        return ""


def _span(edtf: str) -> DateSpan | None:
    """The date with the mark-up as its basis; None where it is in no calendar."""
    try:
        return DateSpan(edtf, basis=DateBasis.of(edtf, Basis.MARKUP))
    except DateError:
        return None
