"""Text made fit for a cell: no control characters, no formula, several values in one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2), and the delete character; no document means them."""
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
"""Beginnings that spreadsheets take for a formula (OWASP, “CSV Injection”)."""


def clean(text: str) -> str:
    """The text without characters that files of text and XML cannot hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet computes: an apostrophe goes before what looks like a formula."""
    if text[:1].isalnum() and text.isprintable():
        return text
    cell = clean(text)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The values that say something, each once, in their order."""
    return tuple(dict.fromkeys(value for value in values if value))


def one_line(text: str) -> str:
    """The text on one line, for forms in which a line break ends a value."""
    return " ".join(clean(text).split())
