"""Lines: the short lines before the first paragraph and after the last, and which of them is a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.extraction.dates.words import MONTH, WEEKDAY
from dashboard.model import Document

_HEAD_LINES, _LONG_LINE, _CLOSING_LINES = 30, 170, 10
_HEAD_REACH, _CLOSING_REACH = 6000, 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, with its place in it."""

    start: int
    text: str


def lines_between(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines between two offsets that are not empty."""
    for found in re.finditer(r"[^\n]+", text[start:end]):
        if found[0].strip():
            yield Line(start + found.start(), found[0])


def body_end(document: Document) -> int:
    """Where the body stops and enclosures or notes begin."""
    return min((s.start for s in document.sections if s.kind in ("enclosure", "notes")), default=len(document.text))


def head(document: Document) -> list[Line]:
    """The short lines before the first paragraph of the body, the title among them however long."""
    out: list[Line] = []
    for line in lines_between(document.text, 0, min(body_end(document), _HEAD_REACH)):
        if len(line.text) > _LONG_LINE and not _is_title(line, document, len(out)):
            break
        out.append(line)
        if len(out) == _HEAD_LINES:
            break
    return out


def _is_title(line: Line, document: Document, above: int) -> bool:
    """Whether a long line is the document's title, perhaps with a note's mark, and no paragraph."""
    words = line.text.strip().rstrip("0123456789 ")
    return (bool(document.title) and words.startswith(document.title.strip())) or (above < 3 and words[-1:] not in ".”")


def closing(document: Document) -> list[Line]:
    """The short lines after the last paragraph of the body."""
    end = body_end(document)
    out: list[Line] = []
    for line in reversed(list(lines_between(document.text, max(0, end - _CLOSING_REACH), end))):
        if len(line.text) > _LONG_LINE or len(out) == _CLOSING_LINES:
            break
        out.append(line)
    return out[::-1]


_DATELINE = re.compile(
    r"(?P<before>[^\d\n]{0,120}?(?:(?<=[^\s\d])\d{1,2}\][,.]? )?"
    r"(?:\d{1,3}(?:st|nd|rd|th)? [A-Z][a-z]+ ?(?:Street|Avenue|Square|Place|Road)?,[^\d\n]{0,60}?)?)"
    rf"(?P<date>[\[(“]?(?:\b\d{{1,2}}(?:st|nd|rd|th|d)?\s(?=(?:of |day of )?{MONTH})|\b(?:{MONTH}|{WEEKDAY})"
    r"|\b[Uu]ndated\b|\b[Nn]o date\b))"
)
"""Place and date; the mark of a note may stand at the end of a bracket: “[U.S.S. ‘Baltimore’,2] 8 August 1944”."""
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_SMALL = frozenset(
    (
        "of", "the", "at", "on", "near", "board", "de", "del", "da", "du", "la", "le", "and", "am", "in", "dated",
        "sur", "der", "den", "en", "route", "via", "à", "bei", "ob", "forwarded", "from", "circa", "ca", "about",
        "probably", "for", "y", "do", "van", "al", "el", "residence", "country", "o", "by", "train",
    )
)  # fmt: skip
_NO_DATELINE = re.compile(
    r"\b(?:[Rr]eceived|Receipt|Source:|Filed|Enclosure|Translation|copy|signed|Subject|SUBJECT|Re:|Ref|Participants"
    r"|PARTICIPANTS|Number|Present)\b"
    r"|^\s*\d+\. |^\s*(?:Sir|Dear|My)\b|\b(?:Act|Treaty|Agreement|Convention|Declaration|Protocol|Note|Letter"
    r"|Memorandum"
    r"|Telegram|Message|Resolution|Report|Meeting|Conversation|Statement|Address|Speech|Times|Post"
    r"|Herald) (?:of|to|from|by)\b"
)


def dateline(line: Line) -> re.Match[str] | None:
    """The line as place and date (groups “before” and “date”), where it is a dateline."""
    if len(line.text) > _LONG_LINE:
        return None
    found = _DATELINE.match(line.text)
    if not found or _NO_DATELINE.search(found["before"]):
        return None
    words = _WORD.findall(found["before"])
    if len(words) > 14 or any(word[0].islower() and word.lower().strip(".") not in _SMALL for word in words):
        return None
    if re.match(r"(?:On|In|By|Since|From|During|Until|After|Before|For|And)\b", found["before"].lstrip(' [(“"')):
        return None
    after = _AFTER_DATE.sub("", line.text[found.start("date") :])
    return found if len(_PROSE.findall(after)) <= 2 else None


_AFTER_DATE = re.compile(
    r"\[[^\]]*\]?|\([^)]*\)?|\b(?:noon|midnight|received|morning|afternoon|evening|night)\b", re.IGNORECASE
)
_PROSE = re.compile(r"\b[a-z]{3,}\b")
