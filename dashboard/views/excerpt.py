"""The excerpt: the passage that says so, cut into runs that know what they are; pure, and never mark-up.

A document's text is untrusted. It leaves this file as plain strings in Run values: the browser puts each into the page
as text, and nothing here or there reads it as HTML, Markdown or mathematics. The runs of a paragraph, put together,
are the document's own characters, one for one (a line break of a hard-wrapped text becomes a space), but for the marks
of notes and pages that the file keeps out of the text: these are runs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dashboard.model import Document, Note, Span
from dashboard.passages import sentence_around

RunKind = Literal["", "date", "place", "note", "page", "document"]

LEAST = 420
"""Characters that a passage should have to stand alone; shorter ones take in the paragraphs around them."""
MOST_WHOLE = 60_000
"""Characters of a whole document sent to the browser at once, around the evidence."""
LEAD = 260
"""Characters of a long paragraph shown before its evidence, which would else begin out of sight."""
WRAPPED = 55
"""A line at least this long before a line break was wrapped, not ended."""

_BLANK = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
_LINE_BREAK = re.compile(r"\r?\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be tinted and clicked: a date leads to its event, a place to its mark, an enclosure's line to it."""

    start: int
    end: int
    kind: RunKind
    target: str = ""
    """Id of the event, the place or the document; empty for a stretch that leads nowhere."""
    title: str = ""
    """What is said when the pointer rests on it (“Tallin, today Tallinn”)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one nature."""

    text: str
    kind: RunKind = ""
    evidence: bool = False
    here: bool = False
    """Whether this is the mention that the panel speaks of."""
    target: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as runs."""

    runs: tuple[Run, ...]
    start: int
    """Where its first run begins in the document's text."""
    end: int
    gap: bool = False
    """Whether text was left out between the paragraph shown before and this one."""
    heading: bool = False
    cut: bool = False
    """Whether the paragraph begins earlier in the document than here."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote under the passage it belongs to."""

    label: str
    """As printed in the text (“57”) where its mark is known, else as printed before the note."""
    runs: tuple[Run, ...]
    at: int
    """Where its mark stands in the document's text; -1 where the mark is not known."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage with its notes, and the page it begins on."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[NoteText, ...]
    page: str
    """Label of the page of the first evidence; empty where no page is known."""
    whole: bool = False


def excerpt(
    document: Document,
    evidence: Sequence[Span],
    *,
    marks: Iterable[Mark] = (),
    here: Sequence[Span] = (),
    whole: bool = False,
) -> Excerpt:
    """The passage around the evidence, or the whole document, with its marks and its notes."""
    spans = sorted({*evidence, *here}, key=lambda span: (span.start, span.end))
    blocks = blocks_of(document.text)
    in_notes = _notes_touched(document, spans)
    wanted = [*spans, *(anchor for note in in_notes if (anchor := _anchor(note)))]
    body = _body_blocks(document, blocks)
    chosen = _near(body, spans) if whole else _around(body, wanted)
    cutter = _Cutter(document, evidence, marks, here)
    ranges = [body[at] if whole else _nearer(document.text, body[at], wanted) for at in chosen]
    shown = tuple(cutter.paragraphs(body, chosen, ranges))
    kept = {*in_notes, *(note for note in document.notes if whole and not note.mark)}
    notes = [n for n in document.notes if n in kept or any(_belongs(n, each) for each in ranges)]
    return Excerpt(shown, tuple(cutter.note(note) for note in notes), page_of(document, spans), whole)


def page_of(document: Document, spans: Sequence[Span]) -> str:
    """The page the first span is printed on."""
    return document.printed_on(spans[0].start) if spans else document.record.first_page


def _anchor(note: Note) -> Span | None:
    """A character of what the note belongs to."""
    return None if note.anchor is None else Span(note.anchor, note.anchor + 1)


def _belongs(note: Note, shown: Span) -> bool:
    """Whether the mark of a note stands within a stretch of text."""
    anchor = _anchor(note)
    return anchor is not None and anchor.overlaps(shown)


def blocks_of(text: str) -> list[Span]:
    """The paragraphs of a text: parted by blank lines, or by line breaks where it has no blank lines."""
    boundary = _BLANK if _BLANK.search(text) else _LINE_BREAK
    blocks, begin = [], 0
    for match in boundary.finditer(text):
        blocks.append(Span(begin, match.start()))
        begin = match.end()
    blocks.append(Span(begin, len(text)))
    return [block for block in blocks if text[block.start : block.end].strip()]


def _body_blocks(document: Document, blocks: list[Span]) -> list[Span]:
    """The blocks without those of the footnotes, which are shown under the passage they belong to."""
    notes = [Span(note.start, note.end) for note in document.notes]
    return [block for block in blocks if not any(block.overlaps(note) for note in notes)] or blocks


def _notes_touched(document: Document, spans: Sequence[Span]) -> list[Note]:
    """The footnotes that hold evidence themselves."""
    return [n for n in document.notes if any(Span(n.start, n.end).overlaps(span) for span in spans)]


def _around(blocks: list[Span], spans: Sequence[Span]) -> list[int]:
    """Numbers of the blocks that the spans touch, grown to a length that stands alone."""
    touched = [at for at, block in enumerate(blocks) if any(block.overlaps(span) for span in spans)]
    chosen = set(touched)
    for at in touched:
        first = last = at
        while _length(blocks, first, last) < LEAST and (first > 0 or last < len(blocks) - 1):
            if first > 0:
                first -= 1
            if _length(blocks, first, last) < LEAST and last < len(blocks) - 1:
                last += 1
        chosen.update(range(first, last + 1))
    return sorted(chosen)


def _nearer(text: str, block: Span, spans: Sequence[Span]) -> Span:
    """The block from a sentence shortly before the first span in it on, where that leaves a lot of it out."""
    first = min((span.start for span in spans if block.overlaps(span)), default=block.start) - block.start
    if first < 2 * LEAD:
        return block
    lead = sentence_around(text[block.start : block.end], first - LEAD, first - LEAD + 1)
    return Span(block.start + lead.start, block.end)


def _near(blocks: list[Span], spans: Sequence[Span]) -> list[int]:
    """Numbers of all blocks, or of as many around the first span as may be sent at once."""
    if not blocks:
        return []
    middle = next((at for at, block in enumerate(blocks) if spans and block.end > spans[0].start), 0)
    first = last = middle
    while _length(blocks, first, last) < MOST_WHOLE and (first > 0 or last < len(blocks) - 1):
        first, last = max(0, first - 1), min(len(blocks) - 1, last + 1)
    return list(range(first, last + 1))


def _length(blocks: list[Span], first: int, last: int) -> int:
    return blocks[last].end - blocks[first].start


class _Cutter:
    """Cuts stretches of one document into runs at every border of evidence, mark, note and page."""

    def __init__(
        self, document: Document, evidence: Sequence[Span], marks: Iterable[Mark], here: Sequence[Span]
    ) -> None:
        self.text = document.text
        self.evidence = evidence
        self.here = here
        numbers = [Mark(n.mark.start, n.mark.end, "note") for n in document.notes if n.mark]
        pages = [Mark(page.start, page.end, "page") for page in document.pages]
        self.marks = _apart([*numbers, *pages, *marks])
        self.apart = _kept_apart(document)

    def paragraphs(self, blocks: list[Span], chosen: Sequence[int], ranges: Sequence[Span]) -> Iterable[Paragraph]:
        """The chosen blocks in order, of each as much as its range holds."""
        before = chosen[0] - 1 if chosen else -1
        for at, shown in zip(chosen, ranges, strict=True):
            cut = shown.start > blocks[at].start
            heading = self._is_heading(blocks[at])
            yield Paragraph(self.runs(shown), shown.start, shown.end, gap=at != before + 1, heading=heading, cut=cut)
            before = at

    def note(self, note: Note) -> NoteText:
        """A footnote with its marks, under the number that stands in the text."""
        label = (self.text[note.mark.start : note.mark.end] if note.mark else "") or note.label
        return NoteText(label, self.runs(Span(note.start, note.end)), note.mark.start if note.mark else -1)

    def runs(self, block: Span) -> tuple[Run, ...]:
        """The stretch as runs, each of one nature."""
        inside = [mark for mark in self.marks if mark.start < block.end and block.start < mark.end]
        borders = {block.start, block.end}
        stretches: list[Mark | Span] = [*inside, *self.evidence, *self.here]
        for stretch in stretches:
            borders.update(border for border in (stretch.start, stretch.end) if block.start < border < block.end)
        apart = {at: shown for at, shown in self.apart.items() if block.start < at <= block.end}
        cuts = sorted({*borders, *apart})
        runs: list[Run] = []
        for start, end in pairwise(cuts):
            mark = next((m for m in inside if m.start <= start and end <= m.end), Mark(start, end, ""))
            runs.append(
                Run(
                    unwrapped(self.text, start, end),
                    mark.kind,
                    evidence=any(s.start <= start and end <= s.end for s in self.evidence),
                    here=any(s.start <= start and end <= s.end for s in self.here),
                    target=mark.target,
                    title=mark.title,
                )
            )
            runs += apart.get(end, ())
        return tuple(runs)

    def _is_heading(self, block: Span) -> bool:
        """A short line of its own without a full stop: “2. Withdrawal of Troops From Iran60”."""
        text = self.text[block.start : block.end].strip()
        return len(text) < 90 and "\n" not in text and text[-1:].isalnum() and text[:1] != "["


def _kept_apart(document: Document) -> dict[int, list[Run]]:
    """Marks of notes and page breaks by offset, where the file keeps them out of the text: shown where they belong."""
    out: dict[int, list[Run]] = {}
    for note in document.notes:
        if note.mark and note.mark.start == note.mark.end:
            out.setdefault(note.mark.start, []).append(Run(note.label, "note"))
    for page in document.pages:
        if page.start == page.end:
            out.setdefault(page.start, []).append(Run(f" [Page {page.label}] ", "page"))
    return out


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order, without those that begin inside another."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return kept


def unwrapped(text: str, start: int, end: int) -> str:
    """A stretch of the text in which the breaks of hard-wrapped lines are spaces; the length stays."""
    stretch = text[start:end]
    if "\n" not in stretch:
        return stretch
    letters = list(stretch)
    for at, letter in enumerate(letters):
        if letter == "\n" and start + at - (text.rfind("\n", 0, start + at) + 1) >= WRAPPED:
            letters[at] = " "
    return "".join(letters)
