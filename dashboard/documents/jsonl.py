"""JSON lines: one object a line with `id` and `text`, and if known `title`, `date` (EDTF) and `place`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from dashboard.documents.base import Reader
from dashboard.documents.catalogue import catalogue_date
from dashboard.documents.limits import MOST_CHARACTERS
from dashboard.documents.plain_text import make_document
from dashboard.errors import CatalogueError, DocumentError, EmptyDocument, UnreadableText
from dashboard.model import Document

_KEYS = ("id", "text", "title", "date", "place")


class JsonLines(Reader):
    """Reads .jsonl in UTF-8, a line at a time; keys it does not know are passed over."""

    suffixes = (".jsonl",)

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the documents in order; raises DocumentError naming the line, after those before it were given."""
        number, found = 0, False
        try:
            with path.open(encoding="utf-8-sig") as lines:
                for number, line in enumerate(_lines(lines, path.name), 1):
                    if line.strip():
                        found = True
                        yield parse_line(line, where=f"{path.name}, line {number}")
        except UnicodeDecodeError as error:
            raise UnreadableText(
                f"{path.name} is not UTF-8 text after line {number}; save it as UTF-8 and add it again."
            ) from error
        except OSError as error:
            raise DocumentError(
                f"{path} cannot be opened ({error.strerror}); check its name and permissions."
            ) from error
        if not found:
            raise EmptyDocument(f"{path.name} holds no documents; write one JSON object with id and text a line.")


def _lines(file: TextIO, name: str) -> Iterator[str]:
    """The lines of a file; raises DocumentError for one that no machine should have to hold."""
    number = 0
    while line := file.readline(MOST_CHARACTERS + 1):
        number += 1
        if len(line) > MOST_CHARACTERS:
            raise DocumentError(
                f"{name}: line {number} is longer than {MOST_CHARACTERS // 1_000_000} million characters; "
                "cut it into documents of a line each."
            )
        yield line


def parse_line(line: str, *, where: str) -> Document:
    """The document of one line; raises DocumentError that says where."""
    try:
        cells = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableText(f"{where}: this is no JSON object; write one object a line, with id and text.") from error
    if not isinstance(cells, dict) or "id" not in cells or "text" not in cells:
        raise UnreadableText(f"{where}: an object with the keys id and text is needed.")
    wrong = [key for key in _KEYS if not isinstance(cells.get(key) or "", str)]
    if wrong:
        raise UnreadableText(f"{where}: {' and '.join(wrong)} must be text in quotation marks.")
    if not str(cells["text"] or "").strip():
        raise EmptyDocument(f"{where}: the text of “{cells['id']}” is empty.")
    try:
        date = catalogue_date(cells.get("date") or "")
    except CatalogueError as error:
        raise DocumentError(f"{where}: {error}") from error
    return make_document(
        cells["id"], cells["text"], title=cells.get("title") or "", date=date, place=cells.get("place") or ""
    )
