"""Layout: printed lines become paragraphs, words parted at a line's end become whole, and pages places in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low

from dashboard.documents.pdf.lines import PARTED, Line, Page
from dashboard.model import PageBreak

_SOFT = f"{PARTED}\u00ad\x02"
"""Signs for the hyphen of a parted word."""
_ENDS = re.compile(r"[.?!:;…]['”’\")\]]*\d{0,3}$")
_GAP, _INDENT, _SHORT, _APART = 1.45, 6.0, 0.86, 0.25
"""Parts of the usual line step, points, and parts of the column's width."""


def as_text(pages: Sequence[Page]) -> tuple[str, tuple[PageBreak, ...]]:
    """The text of the pages, and where each begins."""
    parts: list[str] = []
    breaks: list[PageBreak] = []
    length = 0
    before: Line | None = None
    column = _Column(())
    for page in pages:
        previous, column = column, _Column(page.lines)
        for number, line in enumerate(page.lines):
            joint = _joint(before, line, previous if number == 0 else column, new_page=number == 0)
            if joint == "" and before is not None:  # a parted word: its hyphen goes
                parts[-1] = parts[-1][:-1]
                length -= 1
            if number == 0:
                breaks.append(PageBreak(length, length, page.label))
            parts += [joint, _clean(line.text)]
            length += len(joint) + len(parts[-1])
            before = line
        if not page.lines:
            breaks.append(PageBreak(length, length, page.label))
    return "".join(parts), tuple(breaks)


class _Column:
    """What is usual on a page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.left = median(line.left for line in lines) if lines else 0.0
        self.right = max((line.right for line in lines), default=0.0)
        steps = [one.bottom - two.bottom for one, two in pairwise(lines)]
        self.step = median_low(step for step in steps if step > 0) if any(step > 0 for step in steps) else 0.0

    def is_short(self, line: Line) -> bool:
        """Whether a line ends well before the margin."""
        width = self.right - self.left
        return width > 0 and line.right < self.left + width * _SHORT

    def is_apart(self, line: Line) -> bool:
        """Whether a line begins far from the margin, as headings, datelines and signatures do."""
        width = self.right - self.left
        return width > 0 and line.left > self.left + width * _APART


def _joint(before: Line | None, line: Line, column: _Column, *, new_page: bool) -> str:
    """What stands between two lines: nothing within a word, a space within a paragraph, a line or paragraph break."""
    if before is None:
        return ""
    if _begins_paragraph(before, line, column, new_page=new_page):
        return "\n\n"
    if column.is_short(before):
        return "\n"
    parted = before.text[-1:] in _SOFT or (before.text.endswith("-") and before.text[-2:-1].isalpha())
    if parted and line.text[:1].islower():
        return ""
    return " "


def _begins_paragraph(before: Line, line: Line, column: _Column, *, new_page: bool) -> bool:
    """Whether a line opens a paragraph: after a gap, indented, or after a short line that ends a sentence."""
    ended = bool(_ENDS.search(before.text))
    if column.is_apart(before) != column.is_apart(line):
        return True
    if new_page:
        return ended or column.is_short(before)
    step = before.bottom - line.bottom
    if column.step and (step > _GAP * column.step or step < 0):
        return step > 0 or ended
    indented = line.left - column.left > _INDENT and before.left - column.left <= _INDENT
    return (ended and column.is_short(before)) or (indented and (ended or column.is_short(before)))


def _clean(words: str) -> str:
    """The words of a line; a hyphen within it is a hyphen, one at its end is seen to by the joint."""
    return words[:-1].translate(_HYPHENS) + words[-1:].translate(_HYPHENS)


_HYPHENS = {ord(sign): "-" for sign in _SOFT}
