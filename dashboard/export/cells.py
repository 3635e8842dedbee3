"""Text made fit for a cell: no control characters, no formula, several values in one.

Columns are gone through as a whole: what hardly any text has is looked for in all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2), and the delete character; no document means them."""
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
"""Beginnings that spreadsheets take for a formula (OWASP, “CSV Injection”)."""
_DIVIDING = re.compile('[,"\r\n]')
"""What divides the cells and rows of CSV (RFC 4180, section 2)."""


def clean(text: str) -> str:
    """The text without characters that files of text and XML cannot hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def all_clean(texts: Sequence[str]) -> Sequence[str]:
    """The same for every text of a column."""
    together = "".join(texts)
    if together.isprintable() or not _UNPRINTABLE.search(together):
        return texts
    return [clean(text) for text in texts]


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet computes: an apostrophe goes before what looks like a formula."""
    return all_harmless([text])[0]


def all_harmless(texts: Sequence[str]) -> list[str]:
    """The same for every text of a column."""
    return [
        text if not text or text[0].isalnum() or not _FORMULA.match(text) else f"'{text}" for text in all_clean(texts)
    ]


def all_quoted(texts: Sequence[str]) -> Sequence[str]:
    """The texts of a column as cells of CSV: in quotation marks where they hold what divides cells and rows.

    Python's own writer asks it of every character anew, which is a quarter of the time of a long list.
    """
    together = "".join(texts)
    if not any(mark in together for mark in ',"\r\n'):
        return texts
    return ['"' + text.replace('"', '""') + '"' if _DIVIDING.search(text) else text for text in texts]


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The values that say something, each once, in their order."""
    return tuple(filter(None, dict.fromkeys(values)))


def one_line(text: str) -> str:
    """The text on one line, for forms in which a line break ends a value."""
    return " ".join(clean(text).split())
