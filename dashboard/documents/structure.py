"""The parts of a document found in its bare text: front matter, body, enclosures, notes; page markers; print marks.

Everything is returned as offsets; the text is never changed. Readers of formats with mark-up know more than the bare
text tells and need this only where the mark-up is silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.documents.notes import NoteBlock, find_note_blocks
from dashboard.model import Note, PageBreak, Section, SectionKind

_PAGE = re.compile(r"\[(?:Page|Pages|p\.|pp\.)[ \t]*([0-9]{1,5}[a-z]?|[ivxlc]{1,8})\]", re.IGNORECASE)
_ENCLOSURE = re.compile(
    r"""^[ \t]*(?:
        \[(?:Sub-?)?(?:Enclosure|Inclosure|Attachment|Annex|Appendix|Tab)\b[^\]\n]{0,100}\]
      | \[(?:Draft|Text|Translation|Copy|Paraphrase)\ of\ [^\]\n]{1,100}\]
      | (?:Sub-?)?(?:Enclosure|Inclosure|Attachment|Annex|Appendix|Tab)(?:\ (?:to\ )?[^\n.,;]{1,40})?
    )[ ]?\d{0,3}[ \t\r]*$""",
    re.VERBOSE | re.MULTILINE,
)
_SALUTATION = re.compile(
    r"(?:(?:Sir|Sirs|Madam|Gentlemen|Monsieur|(?:Your )?Excellency|My Lord"
    r"|Mr\. (?:President|Secretary|Ambassador|Minister))"
    r"|(?:My )?[Dd]ear [A-Z][^:\n]{0,60})[ ]?[:,—]"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LINKING = frozenset(
    ("of", "to", "the", "from", "by", "at", "in", "and", "for", "on", "with", "a", "an", "de", "la", "le")
)
_FRONT_LINES = 80
_BRACKETS = " \t\r[]0123456789."


@dataclass(frozen=True, slots=True)
class Structure:
    """What `structure` found; the fields are those of Document."""

    sections: tuple[Section, ...]
    pages: tuple[PageBreak, ...]
    notes: tuple[Note, ...]


def structure(text: str) -> Structure:
    """Find the parts of a text; together the sections cover it without gaps."""
    blocks = find_note_blocks(text)
    pages = tuple(PageBreak(match.start(), match.end(), match[1]) for match in _PAGE.finditer(text))
    notes = tuple(note for block in blocks for note in block.notes)
    return Structure(tuple(_sections(text, blocks)), pages, notes)


def _sections(text: str, blocks: tuple[NoteBlock, ...]) -> list[Section]:
    """Front matter, body and enclosures before each block of notes, then the notes."""
    sections: list[Section] = []
    begin = 0
    for block in blocks:
        sections += _voiced(text, begin, block.start)
        sections.append(Section("notes", block.start, block.end))
        begin = block.end
    sections += _voiced(text, begin, len(text))
    return sections


def _voiced(text: str, begin: int, end: int) -> list[Section]:
    """Front matter (of the first stretch only), body and enclosures between two offsets."""
    if begin >= end:
        return []
    front = front_end(text, end) if begin == 0 else begin
    cuts: list[tuple[int, SectionKind, str]] = [(begin, "front", "")] if front > begin else []
    cuts.append((front, "body", ""))
    enclosures = (match for match in _ENCLOSURE.finditer(text, front, end) if match.start() > front)
    cuts.extend((match.start(), "enclosure", match[0].strip(_BRACKETS)) for match in enclosures)
    ends = [cut[0] for cut in cuts[1:]] + [end]
    return [Section(kind, start, stop, title) for (start, kind, title), stop in zip(cuts, ends, strict=True)]


def front_end(text: str, limit: int, *, start: int = 0) -> int:
    """Where the first running prose begins, from an offset on; 0 where headings never give way to prose."""
    for _ in range(_FRONT_LINES):
        stop = text.find("\n", start, limit)
        line = text[start : limit if stop < 0 else stop]
        if _SALUTATION.match(line.lstrip()) or _is_prose(line):
            return start
        if stop < 0:
            return 0
        start = stop + 1
    return 0


def _is_prose(line: str) -> bool:
    """Whether a line is running text: words in lower case beyond those that titles have, and an end or great length."""
    line = line.strip()
    plain = sum(word.islower() and word not in _LINKING for word in _WORD.findall(line[:600]))
    ends = line.rstrip("0123456789 ”’\"')]").endswith((".", "!", "?", ":", ";", "—"))
    return plain >= 4 and (ends or len(line) >= 160)
