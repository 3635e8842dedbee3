"""Plain text files: one document a file, its id the file's name without suffix."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from dashboard.datespan import DateSpan
from dashboard.documents.base import Reader
from dashboard.documents.limits import check_length, read_bytes
from dashboard.documents.structure import structure
from dashboard.errors import EmptyDocument, UnreadableText
from dashboard.model import Document

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class PlainText(Reader):
    """Reads .txt in UTF-8 (with or without byte order mark) or UTF-16 with its mark."""

    suffixes = (".txt",)

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the one document of the file, line ends as they stand; raises DocumentError."""
        text = decode(read_bytes(path), name=path.name)
        check_length(text, name=path.name)
        yield make_document(path.stem, text)


def decode(data: bytes, *, name: str) -> str:
    """The text of a file's bytes without byte order mark; raises UnreadableText or EmptyDocument."""
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableText(
            f"{name} is not {encoding.removesuffix('-sig').upper()} text (byte {error.start + 1}); "
            "save it as UTF-8, an encoding that “Save as” offers, and add it again."
        ) from error
    if "\0" in text:
        raise UnreadableText(f"{name} holds binary data, not text; save the document as UTF-8 text and add it again.")
    if not text.strip():
        raise EmptyDocument(f"{name} holds no text; add a file with the words of a document.")
    return text


def make_document(
    document_id: str, text: str, *, title: str = "", date: DateSpan | None = None, place: str = ""
) -> Document:
    """A document of bare text with the structure found in it, and what it came with."""
    parts = structure(text)
    return Document(
        document_id,
        text,
        title=title,
        date=date,
        place=place,
        sections=parts.sections,
        pages=parts.pages,
        notes=parts.notes,
    )
