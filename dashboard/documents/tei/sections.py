"""The parts of a document by its mark-up: front matter, body, enclosures, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.documents.structure import front_end
from dashboard.documents.tei.found import Found, plain
from dashboard.documents.tei.writer import ATTACHMENT, TEI, Marked
from dashboard.model import Section, SectionKind

_FRONT = frozenset(f"{TEI}{name}" for name in ("head", "note", "dateline", "opener", "pb"))
_FRONT_LISTS = ("participants", "subject", "to", "from", "references")


def sections_of(found: Found, body_end: int, *, editorial: bool) -> tuple[Section, ...]:
    """Front matter, body, enclosures and notes, without gaps; `body_end` is where the notes begin."""
    text = found.text
    front = _front(found, body_end)
    if not editorial:
        front = front_end(text, body_end, start=front) or front
    cuts: list[tuple[int, SectionKind, str]] = [(0, "front", ""), (front, "body", "")]
    for each in found.marked:
        if each.element.tag == ATTACHMENT and not found.inside(each.element, ATTACHMENT):
            span = found.span(each)
            cuts += [(span.start, "enclosure", _enclosure_title(found, each)), (each.end, "body", "")]
    cuts.append((_begins(text, body_end), "notes", ""))
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    whole = [Section(kind, start, end, title) for (start, kind, title), end in zip(cuts, ends, strict=True)]
    return _joined([each for each in whole if each.start < each.end], text)


def _front(found: Found, body_end: int) -> int:
    """Where the first part begins that is neither heading nor dateline, list or file number."""
    ends = [0]
    own = {id(each.element): each for each in found.marked}
    for child in found.division:
        is_front = child.tag in _FRONT or (child.tag == f"{TEI}list" and child.get("type") in _FRONT_LISTS)
        if not is_front:
            break
        if (marked := own.get(id(child))) and marked.end <= body_end:
            ends.append(marked.end)
    return _begins(found.text, max(ends))


def _begins(text: str, offset: int) -> int:
    """The offset of the first word from here on, or of the indentation before it; the end where there is none."""
    words = re.compile(r"[^\n]").search(text, offset)
    return words.start() if words else len(text)


def _enclosure_title(found: Found, attachment: Marked) -> str:
    """The heading of an enclosure."""
    heads = [each for each in found.of("head") if attachment.start <= each.start and each.end <= attachment.end]
    titles = [plain(found.text, found.span(each)) for each in heads]
    return next((title for title in titles if title), "")


def _joined(sections: Sequence[Section], text: str) -> tuple[Section, ...]:
    """The sections, those that are nothing but blank added to the one before."""
    out: list[Section] = []
    for each in sections:
        if out and not text[each.start : each.end].strip():
            out[-1] = replace(out[-1], end=each.end)
        else:
            out.append(each)
    return tuple(out)
