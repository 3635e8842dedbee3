"""Resolving: “this agreement” in a title put as what it stands for, where the words before it name only one."""

from __future__ import annotations

import re

from dashboard.extraction.events.antecedents import LINK, body_named, named_before, speaks_of_another
from dashboard.extraction.events.context import labels_of
from dashboard.extraction.events.definite import bodies
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.heading import UNKNOWN
from dashboard.extraction.events.openness import open_references, pointers
from dashboard.extraction.events.shortening import LONGEST
from dashboard.model import Span

_TELLS_MORE = re.compile(
    r" (?:[a-z]+ed|given|made|sent|held|taken|drawn up|written) (?:by|to|in|at|from|with|under|there)"
)
"""“the speech given by Eden”: which one the line itself says, or begins to."""


def resolved(frame: Frame, clause: Span, line: str) -> str:
    """The line with what its open nouns stand for, in square brackets where it is quoted.

    As it is where that is not sure, too long or no plainer.
    """
    line = _with_bodies(frame, line)
    for start, end, noun in sorted(pointers(line), reverse=True):
        if _TELLS_MORE.match(line, end) or re.search(rf"\b{noun}\b", line[:start], re.IGNORECASE):
            continue
        own = _of_own_paper(frame, clause, line, (start, end, noun))
        if own:
            return own
        named = named_before(frame, clause, noun) if _says_no_more(line[start:end], noun) else ""
        link = LINK.search(named)
        if not named or (link and line.startswith(link.group(), end)):
            continue
        what = f"{named[0].upper() if line[start].isupper() else named[0]}{named[1:]}"
        what = f"[{what}]" if _is_quoted(line[:start]) else what
        put = f"{line[:start]}{what}{line[end:]}"
        if len(put) <= LONGEST and open_references(put) < open_references(line):
            line = put
    return line


def _with_bodies(frame: Frame, line: str) -> str:
    """The line with “the Council” put as the one that its paper names in full."""
    for one in sorted(bodies(line), reverse=True):
        named = body_named(frame, one.noun)
        if line[one.end : one.end + 1] in ("’", "'"):
            named = LINK.split(named, maxsplit=1)[0]
        article = _ARTICLE_BEFORE.search(line[: one.start])
        start = article.start() if article else one.start
        what = f"{named[:1].upper() if line[start].isupper() else named[:1]}{named[1:]}"
        what = f"[{what}]" if _is_quoted(line[:start]) else what
        put = f"{line[:start]}{what}{line[one.end :]}"
        if named and len(put) <= LONGEST and open_references(put) < open_references(line):
            line = put
    return line


_ARTICLE_BEFORE = re.compile(r"\b[Tt]he $")
_TOLD_IN_NOTE = re.compile(r" \(note to [^()]*(?:\([^()]*\)[^()]*)*\)$")
_ANOTHER = re.compile(
    r",? (?:No\. )?[A-Z]\w* \d|,? \d| (?:dated|of)\b| (?:was|were|had been) (?:delivered|handed|given)\b"
)
"""“this telegram, Delga 195”, “the note of May 3”; a message that was delivered is what the telegram said, and not
the telegram."""
_OF_ANY_KIND = ("message", "communication")
"""What a paper may be called whose heading does not say what kind it is."""
_ALSO_CALLED = {"message": "telegram", "cable": "telegram", "paper": "memorandum"}


def _of_own_paper(frame: Frame, clause: Span, line: str, pointer: tuple[int, int, str]) -> str:
    """“Telegram 97 from Byroade to Dulles was relayed”, where a note says so of “the telegram” that it stands under.

    Empty where the note speaks of another of its kind before.
    """
    start, end, noun = pointer
    paper = frame.heading.paper.split(" ")[-1]
    kinds = (noun, _ALSO_CALLED.get(noun)) if paper else (noun if noun in _OF_ANY_KIND else None,)
    known = frame.heading.sender and not frame.heading.is_talk and _says_no_more(line[start:end], noun)
    if not frame.in_notes(clause.start) or not known or (paper or noun) not in kinds:
        return ""
    if _ANOTHER.match(line, end) or speaks_of_another(frame, clause, (paper, noun) if paper else (noun,)):
        return ""
    told = _TOLD_IN_NOTE.sub("", line)
    quoted = _is_quoted(line[:start])
    for label in labels_of(frame) if end <= len(told) else ():
        if ": " in label:
            continue
        named = label.replace(UNKNOWN.capitalize(), noun.capitalize(), 1) if not paper else label
        what = _with_article(named, leads=line[start].isupper())
        put = f"{told[:start]}{f'[{what}]' if quoted else what}{told[end:]}"
        if len(put) <= LONGEST:
            return put
    return ""


def _says_no_more(pointer: str, noun: str) -> bool:
    """Whether “the message” has no word more of its own, which another than the one named may have."""
    return pointer.count(" ") < 2 and pointer.lower().endswith(noun)


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open behind the words."""
    return before.count("“") > before.count("”")


def _with_article(label: str, *, leads: bool) -> str:
    """“the letter from Hull”; a telegram with its number has no article."""
    numbered = re.match(r"\w+(?: \w+)? [A-Z]*[–-]?\d", label)
    small = label if numbered and leads else f"{label[:1].lower()}{label[1:]}"
    return small if numbered else f"{'The' if leads else 'the'} {small}"
