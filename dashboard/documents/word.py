"""Documents of Word (.docx): headings, paragraphs, lists, tables and notes; what was struck out stays out."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from dashboard.documents.base import Reader
from dashboard.documents.limits import LEAST_SUSPICIOUS, MOST_BYTES, MOST_RATIO, check_length
from dashboard.errors import DocumentError, EmptyDocument, UnreadableText
from dashboard.model import Document

_BODY = "word/document.xml"
_IN_CELL = re.compile(r"(<t[dh]>)\s*<p>((?:(?!</?p>|</?t[dh]>).)*)</p>\s*(?=</t[dh]>)", re.DOTALL)
"""The one paragraph of a cell, which shall stand on the line of its row."""
_HEADING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Word(Reader):
    """Reads .docx: one document a file, its id the file's name without suffix."""

    suffixes = (".docx",)

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the one document of the file; raises DocumentError."""
        import mammoth  # heavy, and needed only here

        from dashboard.documents.hypertext import plain

        _check(path)
        try:
            with path.open("rb") as file:
                html = mammoth.convert_to_html(file, convert_image=lambda _image: [], include_embedded_style_map=False)
        except OSError as error:
            raise DocumentError(
                f"{path} cannot be opened ({error.strerror}); check its name and permissions."
            ) from error
        except Exception as error:  # whatever a damaged part makes the library trip over
            raise _damaged(path) from error
        page = _IN_CELL.sub(r"\1\2", html.value)
        found = plain(f"<body>{page}</body>", whole=True)
        if not found.text.strip():
            raise EmptyDocument(f"{path.name} holds no text; add a file with the words of a document.")
        check_length(found.text, name=path.name)
        headings = [" ".join(unescape(_TAG.sub("", each)).split()) for each in _HEADING.findall(page)]
        yield Document(
            path.stem,
            found.text,
            title=headings[0][:300] if len(headings) == 1 else "",
            sections=found.parts.sections,
            pages=found.parts.pages,
            notes=found.parts.notes,
        )


def _check(path: Path) -> None:
    """Raise DocumentError where the file is no document of Word, unpacks beyond measure or has a DTD."""
    try:
        with path.open("rb") as file:
            if not file.read(4096).strip():
                raise EmptyDocument(f"{path.name} is empty; add a file with the words of a document.")
        with zipfile.ZipFile(path) as parts:
            for part in parts.infolist():
                _check_part(parts, part, path)
            if _BODY not in parts.namelist():
                raise UnreadableText(f"{path.name} is no document of Word; save it as .docx and add it again.")
    except OSError as error:
        raise DocumentError(f"{path} cannot be opened ({error.strerror}); check its name and permissions.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, DocumentError):
            raise
        raise _damaged(path) from error


def _check_part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    """Raise DocumentError for a part that is a bomb or declares a DTD, which no document of Word has."""
    grows = part.file_size > LEAST_SUSPICIOUS and part.file_size > MOST_RATIO * max(1, part.compress_size)
    if grows or part.file_size > MOST_BYTES:
        raise DocumentError(f"{path.name} unpacks to far more than it is; it was left alone. Save its text anew.")
    if part.filename.endswith((".xml", ".rels")):
        with parts.open(part) as file:
            beginning = file.read(2048)
        if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning or b"<\0!\0" in beginning:
            raise UnreadableText(f"{path.name} declares entities, which are never read; save its text anew.")


def _damaged(path: Path) -> UnreadableText:
    return UnreadableText(
        f"{path.name} is damaged or no document of Word; open it there, save it as .docx and add it again."
    )
