"""Footnotes printed after a text, and the print marks glued to its words that stand for them.

Copies of edited documents carry their notes at the end, numbered from 1, while the marks in the text keep the numbers
of the printed page (“Iran60”, “October 30, 19435”). Marks and notes are therefore matched by their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Note, Span

_NUMBERED = re.compile(r"^(?P<indent>[ \t]*)(?P<number>\d{1,3})\.[ \t]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"(?:foot|end)?notes?:?\s*\Z", re.IGNORECASE)

_MARK = re.compile(
    r"""
      (?P<year>\b(?:1[5-9]|20)\d\d)(?P<after_year>[1-9]\d?)\b        # October 30, 19435
    | \b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?[ ](?!1[5-9]\d\d\b|20\d\d\b)
      (?P<day>[12]\d|3[01]|3(?=[2-9])|[4-9])(?P<after_day>[1-9]\d?)(?![\w–-]|[.,/]\d)               # November 184
    | (?<=[^\W\d_])[’”"')\]]*[.,;:!?]?[”’"')\]]*(?P<after_word>[1-9]\d{0,2})(?![\w]|[.,/–-]\d)   # Iran60  President.58
    | (?<=\d)[.,;:][”’"')\]]*(?P<after_number>[1-9]\d{0,2})(?=\s|$)  # Deptel 1035.2
    | (?<=\S)[ ](?P<line_end>[1-9]\d{0,2})(?=[ ]*\n)                 # to the Secretary of State 1
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(r"\b(?:No|Nos|no|nos|p|pp|vol|Vol|art|Art|par|sec|Sec|ch|fn|op)\.\Z")


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A run of notes numbered from 1, and the stretch of text it fills."""

    start: int
    end: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A group of digits that could be the print mark of a note."""

    number: int
    span: Span
    weight: int
    """3 where digits are glued to a word, 1 where they might as well be part of a number."""


def find_note_blocks(text: str) -> tuple[NoteBlock, ...]:
    """The runs of notes of a text in order, each note with its mark where one is found.

    A run indented as copies of edited volumes print it is taken for notes when it stands at the end or before another
    document's, or when half of its marks are found in the text before. A run that is not indented must fill the end of
    the text, one paragraph a note, and have “Notes” above it or half of its marks. Lists of the body meet neither.
    """
    runs = _runs(list(_NUMBERED.finditer(text)))
    indented = [run for run in runs if run[0]["indent"]]
    blocks: list[NoteBlock] = []
    begin = 0
    for at, run in enumerate(indented):
        following = indented[at + 1][0].start() if at + 1 < len(indented) else None
        block = _as_notes(text, begin, run, following)
        if block:
            blocks.append(block)
            begin = block.end
    if not blocks and runs and _fills_the_end(text, runs[-1]):
        block = _as_notes(text, 0, runs[-1], None)
        blocks += [block] if block else []
    return tuple(blocks)


def _runs(numbered: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Stretches of lines numbered 1, 2, 3, … with or without indentation."""
    runs: list[list[re.Match[str]]] = []
    open_run: dict[bool, list[re.Match[str]]] = {}
    for match in numbered:
        number, indented = int(match["number"]), bool(match["indent"])
        if number == 1:
            open_run[indented] = [match]
            runs.append(open_run[indented])
        elif indented in open_run and number == len(open_run[indented]) + 1:
            open_run[indented].append(match)
    return runs


def _fills_the_end(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but the run's own paragraphs stands between its first line and the end of the text."""
    stops = [match.start() for match in run[1:]] + [len(text)]
    return all(
        not text[_paragraph_end(text, match.end()) : stop].strip() for match, stop in zip(run, stops, strict=True)
    )


def _as_notes(text: str, begin: int, run: Sequence[re.Match[str]], following: int | None) -> NoteBlock | None:
    """The run as a block of notes for the text since `begin`, or None for a numbered list of the body."""
    start = run[0].start()
    end = len(text) if following is None else min(following, _paragraph_end(text, run[-1].end()))
    starts = [match.start() for match in run[1:]] + [end]
    notes = [
        Note(match["number"], match.end(), match.end() + len(text[match.end() : stop].rstrip()))
        for match, stop in zip(run, starts, strict=True)
    ]
    marked = _with_marks(notes, _marks(text, begin, start))
    found = sum(note.mark is not None for note in marked)
    headed = bool(_HEADING.search(text[max(begin, start - 40) : start]))
    at_end = bool(run[0]["indent"]) and not text[_paragraph_end(text, run[-1].end()) :].strip()
    if headed or at_end or found * 2 >= len(notes):
        return NoteBlock(start, end, tuple(marked))
    return None


def _paragraph_end(text: str, start: int) -> int:
    """Where the paragraph that `start` stands in ends."""
    blank = re.compile(r"\n[ \t\r]*\n").search(text, start)
    return blank.start() + 1 if blank else len(text)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Every group of digits that could be a print mark, in order."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        group = match.lastgroup or ""
        if group == "after_word" and _ABBREVIATION.search(text, max(start, match.start() - 6), match.start(group)):
            continue
        weight = 3 if group in ("after_word", "after_year", "after_day") else 1
        marks.append(_Mark(int(match[group]), Span(*match.span(group)), weight))
    return marks


def _with_marks(notes: list[Note], marks: list[_Mark]) -> list[Note]:
    """The notes with their marks: the rising chain of marks that explains most, counted from 1 or from its first."""
    firsts = dict.fromkeys([1, *(mark.number for mark in marks if mark.weight > 1)])
    count = len(notes)
    numbers = {mark.number for mark in marks if mark.weight > 1}
    first = max(firsts, key=lambda number: len(numbers.intersection(range(number, number + count))), default=1)
    chain = _chain(mark for mark in marks if first <= mark.number < first + count)
    by_number = {mark.number - first: mark.span for mark in chain}
    return [replace(note, mark=by_number.get(at)) for at, note in enumerate(notes)]


def _chain(marks: Iterable[_Mark]) -> list[_Mark]:
    """The heaviest sequence of marks whose numbers rise from each to the next."""
    best: dict[int, tuple[int, list[_Mark]]] = {}
    for mark in marks:
        weight, before = max(
            (best[number] for number in best if number < mark.number), key=lambda chain: chain[0], default=(0, [])
        )
        if weight + mark.weight > best.get(mark.number, (0, []))[0]:
            best[mark.number] = (weight + mark.weight, [*before, mark])
    return max(best.values(), key=lambda chain: chain[0], default=(0, []))[1]
