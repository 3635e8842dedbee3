"""Kinds: what a file is by its first bytes, for where its suffix says something else or nothing."""

from __future__ import annotations

import codecs
import re
import zipfile
from pathlib import Path

from dashboard.errors import UnknownFormat

_BEGINNING = 4096
_TEI = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)\b|http://www\.tei-c\.org/ns/")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path) -> str:
    """The suffix a file should have by its content (“.pdf”); empty where it does not show; raises UnknownFormat.

    Files that cannot be opened do not show it either: their reader says why.
    """
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return ""
    if beginning.startswith(b"%PDF-"):
        return ".pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return _kind_of_package(path)
    if beginning.startswith(_OLD_WORD):
        raise UnknownFormat(f"{path.name} is of an old form of Word or Excel; save it as .docx and add that.")
    if beginning.startswith(b"{\\rtf"):
        raise UnknownFormat(f"{path.name} is Rich Text (RTF); save it as .docx or plain text and add that.")
    return _kind_of_text(beginning)


def _kind_of_text(beginning: bytes) -> str:
    """Mark-up by its first words."""
    utf16 = beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    words = beginning.decode("utf-16" if utf16 else "utf-8-sig", "replace")
    if _PAGE.match(words):
        return ".html"
    return ".xml" if words.lstrip().startswith("<") and _TEI.search(words) else ""


def _kind_of_package(path: Path) -> str:
    """A document of Word, or an archive; raises UnknownFormat for other programs' packages."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return ".docx" if path.suffix.lower() == ".docx" else ".zip"
    if "word/document.xml" in names:
        return ".docx"
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnknownFormat(f"{path.name} is a file of an office program we do not read; save it as .docx or PDF.")
    return ".zip"
