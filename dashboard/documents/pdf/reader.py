"""The reader of PDF files; their words come from the text layer, never from pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.documents.base import Reader
from dashboard.documents.limits import check_length, read_bytes
from dashboard.errors import DocumentError, EmptyDocument, UnreadableText
from dashboard.model import CatalogueRecord, Document

_PASSWORD = 4
"""The PDF library's word for a file that wants one."""
_MOST_PAGES = 20_000


class Pdf(Reader):
    """Reads .pdf with a text layer: one document a file, its id the file's name without suffix.

    Pages keep the labels the file gives them (“iv”, “212”), else their count.
    """

    suffixes = (".pdf",)

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the one document, pages that are pictures named in its problems; raises DocumentError."""
        from dashboard.documents.pdf.layout import as_text
        from dashboard.documents.pdf.lines import without_furniture
        from dashboard.documents.structure import structure

        pages = _pages(read_bytes(path), path.name)
        scanned = [page.label for page in pages if page.scanned]
        text, breaks = as_text(without_furniture(pages))
        if not text.strip():
            raise EmptyDocument(_nothing(path.name, len(pages), len(scanned)))
        check_length(text, name=path.name)
        parts = structure(text)
        yield Document(
            path.stem,
            text,
            record=CatalogueRecord(first_page=pages[0].label, last_page=pages[-1].label),
            sections=parts.sections,
            pages=breaks,
            notes=parts.notes,
            problems=(_partly(path.name, scanned),) if scanned else (),
        )


def _pages(data: bytes, name: str) -> list[Any]:
    """The pages of a file; raises DocumentError."""
    import pypdfium2  # heavy, and needed only here

    from dashboard.documents.pdf.lines import read_page

    if not data.strip():
        raise EmptyDocument(f"{name} is empty; add a file with the words of a document.")
    try:
        with pypdfium2.PdfDocument(data) as file:
            count = len(file)
            if not 0 < count <= _MOST_PAGES:
                raise UnreadableText(f"{name} has {count:,} pages; cut it into files of at most {_MOST_PAGES:,}.")
            return [read_page(file[number], file.get_page_label(number) or str(number + 1)) for number in range(count)]
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise UnreadableText(f"{name} is locked with a password; save a copy without one and add that.") from error
        raise UnreadableText(f"{name} is damaged or broken off; open it, print it anew as PDF and add that.") from error
    except (ValueError, OverflowError, MemoryError) as error:
        if isinstance(error, DocumentError):
            raise
        raise UnreadableText(f"{name} is damaged; open it, print it anew as PDF and add that.") from error


def _nothing(name: str, pages: int, scanned: int) -> str:
    """The sentence on a file without words."""
    if not scanned:
        return f"{name} holds no text on its {pages:,} pages; add a file with the words of a document."
    are = "page is a picture" if pages == 1 else "pages are pictures"
    return (
        f"{name} was scanned: its {pages:,} {are} without text. "
        "Have its text recognised (OCR), save it with the text layer and add it again."
    )


def _partly(name: str, scanned: list[str]) -> str:
    """The sentence on pages without words."""
    if len(scanned) == 1:
        return f"{name}: page {scanned[0]} is a picture without text and was not read; have its text recognised (OCR)."
    shown = ", ".join(scanned[:8]) + (f" and {len(scanned) - 8:,} more" if len(scanned) > 8 else "")
    return f"{name}: pages {shown} are pictures without text and were not read; have their text recognised (OCR)."
