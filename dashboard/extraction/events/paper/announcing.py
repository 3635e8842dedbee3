"""Announcing: whose words a paper says will follow, and to whom: “Following is text of a broadcast by Eden to …”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dashboard.extraction.events.lines.standing import NO_NAME
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.model import Person, Span

FOLLOWS = re.compile(
    r"(?=[FfTtriHLM])(?:"  # the first letter passes over most of a text, in three quarters of the time
    r"\b[Ff]ollowing (?:is|are) (?:a |the |full )?(?:text|summary|translation|paraphrase|substance|message|statement)"
    r"|\b(?:[Tt]ext|[Tt]ranslation|Letter|Message) follows\b|\b(?:read|reads|reading|is) as follows[:.]\s*\n"
    r"|\bHere follows the text\b)"
)
_NOUN = (
    r"(?:text|message|reply|note|letter|telegram|statement|broadcast|speech|communication|memorandum|remarks|address"
    r"|appeal|proclamation|declaration|cable)"
)
_NAME = r"(?:(?!(?:Department|Embassy|Legation|Consulate)\b)(?:[A-Z][\w.’-]*|of|for|the|and|in) ?)"
_OWNED = re.compile(
    rf"\b(?P<who>(?:[A-Z][\w.-]* ){{0,5}}[A-Z][\w.-]*)[’']s (?:[a-z]+ ){{0,2}}{_NOUN}\b"
    rf"(?: (?:of|dated) [A-Z]?[\w ]{{1,14}}?)?(?: to (?P<whom>{_NAME}{{1,9}}))?"
)
_MADE = re.compile(
    rf"\b{_NOUN} (?:[a-z]+ ){{0,3}}?(?:by|from) (?P<who>(?:the )?(?=[A-Z]){_NAME}{{1,9}})"
    rf"(?:(?:to|for) (?P<whom>(?:[a-z]+ ){{0,4}}{_NAME}{{1,9}}))?"
)
_DAY = re.compile(
    r" ?(?:(?:on |of )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:of|for|the|and|in) ?$|to-?day|dated).*$"
)
_ANOTHER_SAYS = re.compile(r"\band (?:added|said|stated|replied|wrote|continued|commented)\b")
"""“Carter referenced Vance’s remarks and added:” somebody else speaks."""
_NOBODY = re.compile(rf"(?:the )?(?:{NO_NAME.pattern}|Dept|Republic|Secretary| )*")
"""An office or a body by itself, of nobody knows which country."""
_A_NAME = re.compile(r"(?:[A-Z][\w’-]+ ?)+")
"""What may stand for “you” and “your” in a line."""
_ENDS = re.compile(r"\b(?:[Ee]nd (?:of )?(?:text|quote|message|summary|translation|paraphrase)|[Uu]nquote)\b")
_LONGEST_ANNOUNCEMENT, _LONGEST_TEXT, _LONGEST_NAME = 300, 3_000, 40
"""Characters of the words that announce a text, of a text that is sure to be still going on, and of a name."""


class Announced(NamedTuple):
    """Who speaks and who is spoken to, each empty where the announcement does not say."""

    speaker: str = ""
    hearer: str = ""


def passed_on_from(text: str, opening: int) -> int:
    """Where a paper begins to pass on another’s words without quotation marks; behind its end where it never does."""
    return _first_announced(text, opening)[1]


@lru_cache(maxsize=8)
def _first_announced(text: str, opening: int) -> tuple[int, int]:
    """Start and end of the first words that announce a text."""
    found = FOLLOWS.search(text, opening)
    return found.span() if found else (len(text), len(text))


def passed_on(frame: Frame, offset: int) -> Announced:
    """Of the words that a paper passes on, those at the offset; nobody where they may have ended before it."""
    start, _ = _first_announced(frame.text, frame.opening)
    if not start < offset < start + _LONGEST_TEXT or _ENDS.search(frame.text, start, offset):
        return Announced()
    sentence = frame.sentences.at(start)
    begun = max(sentence.start, frame.paragraph(start).start, start - _LONGEST_ANNOUNCEMENT // 2)
    return _read(frame, Span(begun, min(sentence.end, start + _LONGEST_ANNOUNCEMENT)))


def quoted_below(frame: Frame, quotation: int) -> Announced:
    """Of a quotation that opens its paragraph, whose paragraph before ends by announcing it; else nobody."""
    paragraph = frame.paragraph(quotation)
    while frame.text[paragraph.start : paragraph.start + 1] == "“" and paragraph.start:
        paragraph = frame.paragraph(max(0, len(frame.text[: paragraph.start].rstrip()) - 1))
    words = frame.text[paragraph.start : paragraph.end].rstrip()
    if paragraph.start > quotation or not words.endswith(":") or frame.paragraph(quotation) == paragraph:
        return Announced()
    end = paragraph.start + len(words)
    start = max(frame.sentences.at(end - 1).start, end - _LONGEST_ANNOUNCEMENT)
    return _read(frame, Span(start, end))


def _read(frame: Frame, span: Span) -> Announced:
    """What the announcement says."""
    words = " ".join(frame.words_at(span).split())
    found = max((*_OWNED.finditer(words), *_MADE.finditer(words)), key=lambda one: one.end(), default=None)
    if found is None or _ANOTHER_SAYS.search(words, found.end()):
        return Announced()
    people = [one.value.name for one in within(frame.people, span) if isinstance(one.value, Person)]
    speaker = _name(found["who"], people)
    named = not (_NOBODY.fullmatch(speaker) or speaker in frame.towns)
    hearer = _name(found["whom"] or "", [])
    return Announced(speaker, hearer if _A_NAME.fullmatch(hearer) else "") if named else Announced()


def _name(words: str, people: list[str]) -> str:
    """The person whom the words name, else the words; empty where they are too long to lead a line."""
    words = re.sub(r"^The ", "the ", _DAY.sub("", words).strip(" .,"))
    known = next((name for name in people if name.split(" ")[-1] in words), words)
    return known if len(known) < _LONGEST_NAME else ""
