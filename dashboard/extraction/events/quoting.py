"""Quoting: a sentence in the document’s own words, with who wrote it to whom before it.

“I” and “you” are then known, and nothing is said that the document does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.leading import without_opening
from dashboard.extraction.events.shortening import LONGEST, heads_of, is_dangling, wants_more, without_tail
from dashboard.extraction.events.standing import is_quotable
from dashboard.extraction.events.voices import is_anothers
from dashboard.model import Span

_MOST = 400
"""Characters of a sentence that are looked at."""
_LEAST = 32
_PAGE = re.compile(r"\s*\[(?:Page|Map)[^\]]*\]\s*")
_LINK = re.compile(
    r"^(?:(?:[a-z\d]{1,2}[.)]|[A-H]\.(?= (?:The|In|If|We|I|It|To|On|At)\b)) |[\s,;:.“”‘’(\[)\]•—–-]"
    r"|(?i:(?:and|but|or|that|also|therefore|however|so|for)\b),?)+"
)
"""The mark of a list, and what links a clause with the words before it."""
_POLITE = re.compile(r"^I (?:beg|have the honor)(?: leave)? to (?:add|state|say|report|inform you) that ")
_BEGINS = re.compile(r"(?:[;:—]|\b(?:that|and|but|because)) ?“?$")
"""What stands before a clause that may be a sentence of its own."""
_RUN_TOGETHER = re.compile(r"[a-z]{3}[.’]{1,2} [a-z]|’ that |‘[^’]*$|[’']s$")
"""Two sentences as one, a quotation within it that does not end, or an owner without what is owned."""
_SHARE = 0.45
"""How much of the clause must be quoted: less would leave out what it says."""
_FILLED = 0.8
"""How much of the room may be filled instead."""
_DETERMINER = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|your|these|those|any|all|every|each|such|some)\b",
    re.IGNORECASE,
)
_WORDS_TO_A_DETERMINER = 11
"""Full sentences have an article or the like at least so often; cables leave them out."""


def quotation(frame: Frame, clause: Span, told_in: tuple[str, ...], *, closed: bool = True) -> str:
    """“Brzezinski to President Carter: ‘only you can decide whether …’”; empty where no whole sentence fits the line.

    The sentence from the clause on, else from its own beginning, to its end or to where it may be cut whole. `closed`:
    nothing in it may point to what stands before it, but for those who write and receive.
    """
    tellers = [one for one in told_in if ": " not in one] if not frame.in_notes(clause.start) else []
    anothers = is_anothers(frame, clause.start)
    for start in _starts(frame, clause) if tellers else ():
        least = clause.start - start + _SHARE * (clause.end - clause.start)
        text, room = _plain(frame, Span(start, _end(frame, clause))), _room(tellers, anothers=anothers)
        for words in _lines(text, room, broken=not closed):
            quotable = is_quotable(words, closed=closed, known=not anothers) and not _RUN_TOGETHER.search(words)
            if len(words) > min(least, room * _FILLED) and quotable and not is_telegraphic(words):
                words += "" if text.endswith(words) or not text[len(words) :].startswith(" ") or closed else " …"
                return _attributed(words, tellers, anothers=anothers)
    return ""


def is_telegraphic(words: str) -> bool:
    """Whether the words leave out the articles, as cables do."""
    return words.count(" ") > _WORDS_TO_A_DETERMINER * (1 + len(_DETERMINER.findall(words)))


def _starts(frame: Frame, clause: Span) -> Iterator[int]:
    """Where the quotation may begin: at the clause if it begins as a sentence does, and at its sentence."""
    sentence = frame.sentences.at(clause.start)
    if clause.start > sentence.start and _BEGINS.search(frame.text, sentence.start, clause.start):
        yield clause.start
    yield sentence.start


def _end(frame: Frame, clause: Span) -> int:
    """The end of the sentence, or of the clause where that goes on."""
    return max(min(frame.sentences.at(clause.start).end, clause.start + _MOST), clause.end)


def _attributed(words: str, tellers: Sequence[str], *, anothers: bool) -> str:
    """The words with the longest teller that the line has room for."""
    whole = (_line(words, teller, anothers=anothers) for teller in tellers)
    return next((line for line in whole if len(line) <= LONGEST), "")


def _line(words: str, teller: str, *, anothers: bool) -> str:
    """“Baruch: ‘…’”; “‘…’ (passed on by Baruch)” where the words may be another’s."""
    if anothers:
        return f"“{words}” (passed on by {teller})"
    return f"{teller[:1].upper()}{teller[1:]}: “{words}”"


def _room(tellers: Sequence[str], *, anothers: bool) -> int:
    """How long the words may be beside the shortest teller."""
    return LONGEST - min(len(_line("", teller, anothers=anothers)) for teller in tellers)


def _lines(text: str, room: int, *, broken: bool) -> Iterator[str]:
    """The text, then its heads, where they fit; at last, if it may be `broken` off, as many words as there is room."""
    main = without_opening(text)
    for whole in dict.fromkeys((text, main)):
        if len(whole) <= room and not is_dangling(whole) and not wants_more(whole):
            yield whole
        yield from (head for head in heads_of(whole) if _LEAST <= len(head) <= room)
    for whole in dict.fromkeys((main, text)) if broken else ():
        yield without_tail(whole[: room - 2].rsplit(" ", 1)[0])


def _plain(frame: Frame, span: Span) -> str:
    """The words of the span without marks of notes and of pages, inner quotation marks made single."""
    marks = [note.mark for note in frame.document.notes if note.mark and span.start <= note.mark.start < span.end]
    at, parts = span.start, []
    for mark in sorted(marks, key=lambda mark: mark.start):
        parts.append(frame.text[at : mark.start])
        at = mark.end
    text = _PAGE.sub(" ", "".join([*parts, frame.text[at : span.end]]))
    text = _POLITE.sub("", _LINK.sub("", " ".join(text.split()))).rstrip(" .,;:”’—–-")
    return text.replace("“", "‘").replace("”", "’")
