"""Resolving: “this agreement” in a title put as what it stands for, where the words before it name only one."""

from __future__ import annotations

import re

from dashboard.extraction.events.context import labels_of
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.openness import open_references, pointers
from dashboard.extraction.events.papers import heading_at
from dashboard.extraction.events.phrases import noun_phrases
from dashboard.extraction.events.shortening import LONGEST
from dashboard.extraction.events.standing import points_away
from dashboard.model import Span

_BACK = 700
"""Characters before the sentence in which what a word stands for is looked for."""
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Aa]ny|[Ee]very) ")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_LINK = re.compile(r" (?:of|on|for|between|with|against|to|in|at|from|by|concerning|regarding|about|over|among)\b")


def resolved(frame: Frame, clause: Span, line: str) -> str:
    """The line with what its open nouns stand for, in square brackets where it is quoted.

    As it is where that is not sure, too long or no plainer.
    """
    for start, end, noun in sorted(pointers(line), reverse=True):
        own = _of_own_paper(frame, clause, line, (start, end, noun))
        if own:
            return own
        named = _named_before(frame, clause, noun)
        link = _LINK.search(named)
        if not named or (link and line.startswith(link.group(), end)):
            continue
        article = "The" if line[start].isupper() else "the"
        what = f"{article} {named}"
        what = f"[{what}]" if "“" in line[:start] else what
        put = f"{line[:start]}{what}{line[end:]}"
        if len(put) <= LONGEST and open_references(put) < open_references(line):
            line = put
    return line


_TOLD_IN_NOTE = re.compile(r" \(note to [^()]*(?:\([^()]*\)[^()]*)*\)$")
_ANOTHER = re.compile(r",? (?:No\. )?[A-Z]\w* \d|,? \d| (?:was|were|had been) (?:delivered|handed|given)\b")
"""“this telegram, Delga 195”; a message that was delivered is what the telegram said, not the telegram."""
_ALSO_CALLED = {"message": "telegram", "cable": "telegram", "paper": "memorandum"}


def _of_own_paper(frame: Frame, clause: Span, line: str, pointer: tuple[int, int, str]) -> str:
    """“Telegram 97 from Byroade to Dulles was relayed”, where a note says so of “the telegram” that it stands under.

    Empty where the note speaks of another of its kind before.
    """
    start, end, noun = pointer
    paper = frame.heading.paper.split(" ")[-1]
    if not frame.in_notes(clause.start) or frame.heading.is_talk or paper not in (noun, _ALSO_CALLED.get(noun)):
        return ""
    before = frame.text[frame.paragraph(clause.start).start : clause.start].lower()
    if paper in before or noun in before or "“" in line[:start]:
        return ""
    if _ANOTHER.match(line, end):
        return ""
    told = _TOLD_IN_NOTE.sub("", line)
    for label in labels_of(frame) if end <= len(told) else ():
        put = f"{told[:start]}{_with_article(label, leads=start == 0)}{told[end:]}"
        if len(put) <= LONGEST:
            return put
    return ""


def _with_article(label: str, *, leads: bool) -> str:
    """“the letter from Hull”; a telegram with its number has no article."""
    numbered = re.match(r"\w+(?: \w+)? [A-Z]*[–-]?\d", label)
    small = label if numbered and leads else f"{label[:1].lower()}{label[1:]}"
    return small if numbered else f"{'The' if leads else 'the'} {small}"


def _named_before(frame: Frame, clause: Span, noun: str) -> str:
    """The one phrase before the sentence, or the paper's subject, that says of what the noun is; empty for several."""
    section = frame.document.section_at(clause.start)
    start = max(section.start if section else 0, clause.start - _BACK)
    subject = "" if frame.in_notes(clause.start) else heading_at(frame, clause.start).subject
    found: dict[str, str] = {}
    for text in (subject, " ".join(frame.text[start : clause.start].split())):
        for _, phrase in noun_phrases(text) if noun in text.lower() else ():
            bare = _ARTICLE.sub("", phrase)
            head = _LINK.split(bare, maxsplit=1)[0]
            if _is_one(head, noun) and _tells(bare, head) and not points_away(bare):
                found[bare.lower()] = bare
    if any(re.search(rf"\b{noun}\b.* {noun}\b", one) for one in found):
        return ""
    longest = max(found.values(), key=len, default="")
    return longest if all(one in longest.lower() for one in found) else ""


def _is_one(head: str, noun: str) -> bool:
    """Whether what the head of a phrase names may be called by the noun: a “draft statement” is a draft."""
    words = head.lower().split(" ")
    return words[-1] == noun or (noun == words[0] == "draft")


_PROPER = re.compile(r"(?:[A-Z][\w–-]+ ){2,}[A-Z][\w–-]+$|[A-Z]\w+[–-][A-Z]\w+ (?:[A-Za-z]+ )?\w+$")
"""“Limited Test Ban Treaty”, “Egyptian–Israeli treaty”."""
_NAME = re.compile(rf"\b(?!{_MONTH})[A-Z][\w-]+")


def _tells(phrase: str, head: str) -> bool:
    """Whether a phrase says what its noun is of, by a name: “agreement with Saudi Arabia”, or is a name itself."""
    return bool(_PROPER.match(head)) or (phrase != head and _NAME.search(phrase[len(head) :]) is not None)
