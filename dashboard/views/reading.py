"""Reading: one document as a page, each paragraph with the notes and the events that stand beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dashboard.model import Document, Span
from dashboard.views.excerpt import Excerpt, Mark, NoteText, Paragraph, excerpt

Beside = TypeVar("Beside")


@dataclass(frozen=True, slots=True)
class Told:
    """An event that the document tells, and where its evidence begins."""

    event_id: str
    at: int


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and what stands beside it, in the order of the text."""

    paragraph: Paragraph
    notes: tuple[NoteText, ...] = ()
    events: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """As much of a document as is shown at once."""

    rows: tuple[Row, ...]
    loose: tuple[NoteText, ...]
    """Notes whose mark was not found in the text."""
    before: int
    """Where the part before this one ends; -1 where the document begins here."""
    after: int
    """Where the part after this one begins; -1 where the document ends here."""


def sheet(
    document: Document,
    told: Iterable[Told],
    *,
    evidence: Sequence[Span] = (),
    here: Sequence[Span] = (),
    marks: Iterable[Mark] = (),
) -> Sheet:
    """The document around what is ringed or evidence, with notes and events beside their paragraphs.

    Evidence that stands in a note is put beside the paragraph that holds the note's mark.
    """
    shown = excerpt(document, evidence, marks=marks, here=here, whole=True)
    paragraphs = shown.paragraphs
    if not paragraphs:
        return Sheet((), shown.notes, -1, -1)
    events = [Told(each.event_id, _in_the_body(document, each.at)) for each in told]
    notes = [note for note in shown.notes if note.at >= 0]
    first, last = paragraphs[0].start, paragraphs[-1].end
    beside = _by_paragraph(paragraphs, [(each.at, each) for each in events if first <= each.at < last])
    noted = _by_paragraph(paragraphs, [(note.at, note) for note in notes])
    rows = tuple(Row(each, tuple(noted[at]), tuple(beside[at])) for at, each in enumerate(paragraphs))
    loose = tuple(note for note in shown.notes if note.at < 0)
    return Sheet(rows, loose, *_elsewhere(document, shown))


def _in_the_body(document: Document, at: int) -> int:
    """The offset, or that of its note's mark."""
    note = document.note_at(at)
    return note.mark.start if note and note.mark else at


def _by_paragraph(paragraphs: Sequence[Paragraph], things: Iterable[tuple[int, Beside]]) -> list[list[Beside]]:
    """For each paragraph what begins in it, or between it and the next, in order."""
    starts = [each.start for each in paragraphs]
    found: list[list[Beside]] = [[] for _ in paragraphs]
    for at, thing in sorted(things, key=lambda pair: pair[0]):
        found[max(0, bisect_right(starts, at) - 1)].append(thing)
    return found


def _elsewhere(document: Document, shown: Excerpt) -> tuple[int, int]:
    """Where the parts not shown stand: just before the first paragraph, just after the last; -1 for none."""
    first, last = shown.paragraphs[0].start, shown.paragraphs[-1].end
    notes = min((note.start for note in document.notes if note.start >= last), default=len(document.text))
    before = first - 1 if document.text[:first].strip() else -1
    after = last + 1 if document.text[last:notes].strip(" \t\r\n0123456789.") else -1
    return before, after
