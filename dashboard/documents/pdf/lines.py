"""The lines of a page with where they stand, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PARTED = "\ufffe"
"""What the PDF library puts where a word is parted at a line's end, instead of hyphen and line break."""
_BREAK = re.compile(rf"\r\n|\n|\r|(?<={PARTED})")
_NUMBER = re.compile(r"[\[(–—-]?\s*(?:\d{1,5}|[ivxlcdm]{1,8})\s*[\])–—-]?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+|\b[ivxlcdm]+\b", re.IGNORECASE)
_IMAGE = 3
"""What the PDF library calls a picture."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; positions in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its label as printed or counted, its lines in reading order."""

    label: str
    lines: tuple[Line, ...]
    scanned: bool = False
    """Whether it is a picture without text."""


def read_page(page: Any, label: str) -> Page:
    """The lines of one page of an open file."""
    layer = page.get_textpage()
    try:
        text = layer.get_text_range()
        exact = len(text) == layer.count_chars()
        lines, at = [], 0
        for end, following in [*((m.start(), m.end()) for m in _BREAK.finditer(text)), (len(text), len(text))]:
            words = text[at:end]
            if words.strip():
                first = at + len(words) - len(words.lstrip())
                last = at + len(words.rstrip()) - 1
                lines.append(_line(layer, words.strip(), (first, last) if exact else None))
            at = following
    finally:
        layer.close()
    scanned = not lines and any(each.type == _IMAGE for each in page.get_objects(max_depth=3))
    return Page(label, tuple(lines), scanned)


def _line(layer: Any, words: str, ends: tuple[int, int] | None) -> Line:
    """A line with its box, which spans from its first letter to its last; no box where offsets do not fit."""
    if ends is None:
        return Line(words, 0, 0, 0, 0)
    left, bottom, _, top = layer.get_charbox(ends[0], loose=True)
    _, lower, right, upper = layer.get_charbox(ends[1], loose=True)
    return Line(words, left, right, min(bottom, lower), max(top, upper))


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without page numbers, and without heads and feet that return on most of them."""
    edges = [_edges(page) for page in pages]
    returning = Counter(key for found in edges for key in {_key(line) for line in found})
    most = max(2, len(pages) / 2)
    out = []
    for page, found in zip(pages, edges, strict=True):
        drop = {id(line) for line in found if _NUMBER.fullmatch(line.text) or returning[_key(line)] >= most}
        out.append(Page(page.label, tuple(line for line in page.lines if id(line) not in drop), page.scanned))
    return out


def _edges(page: Page) -> list[Line]:
    """The topmost and the lowest line, where heads and numbers stand."""
    placed = [line for line in page.lines if line.top > line.bottom]
    if len(placed) < 2:
        return []
    return [max(placed, key=lambda line: line.top), min(placed, key=lambda line: line.bottom)]


def _key(line: Line) -> str:
    """What a running head says, whatever the page."""
    return _FIGURES.sub("#", line.text)
