"""How wide words are in our sans: from the font's own advance widths, so that labels can be placed before drawing."""

from __future__ import annotations

import csv
import unicodedata
from functools import lru_cache

from dashboard.config import DATA

ADVANCES = DATA / "type" / "source_sans_advances.csv"
ELLIPSIS = "…"
_UNKNOWN = 620
"""Thousandths of an em for a letter the table lacks: wider than most, so that a label is rather too short."""
_WIDE = 1000
"""East Asian wide letters and emoji fill an em."""


@lru_cache(maxsize=1)
def _advances() -> dict[str, tuple[int, int]]:
    """Advance widths in thousandths of an em by letter: regular, semibold."""
    with ADVANCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {chr(int(row["codepoint"], 16)): (int(row["regular"]), int(row["semibold"])) for row in rows}


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float, *, bold: bool = False, spacing: float = 0.0) -> float:
    """Width in pixels at a type size in pixels; kerning is left out, which is at most a pixel in a title."""
    table, column = _advances(), int(bold)
    total = sum(table[letter][column] if letter in table else _guess(letter) for letter in text)
    return total * size / 1000 + spacing * len(text)


def _guess(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text if it fits in `room` pixels, else its first words and an ellipsis; empty where not even that fits."""
    if text_width(text, size, bold=bold) <= room:
        return text
    left = room - text_width(ELLIPSIS, size, bold=bold)
    fits = _longest_prefix(text, left, size, bold=bold)
    at_word = fits.rpartition(" ")[0]
    kept = at_word if len(at_word) * 2 > len(fits) else fits
    kept = kept.rstrip(" ,;:–—-(")
    return kept + ELLIPSIS if kept else ""


def _longest_prefix(text: str, room: float, size: float, *, bold: bool) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle], size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low]
