"""Titles: one line that a reader understands without the text, made from the clause and true to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.frame import Frame, within
from dashboard.model import Mention, Person, Span

_LONGEST = 110
_PAGE = re.compile(r"\s*\[Page [^\]]*\]\s*")
_SPEECH = re.compile(
    r"^(?:[A-Z][\w.’' ]{1,50}? |He |She |They |It )?(?:then |also |further |again |had )?(?:said|stated|replied"
    r"|remarked|added|recalled|reported|observed|states"
    r"|pointed out|repeated|noted|explained)(?: in [\w ]+?)? that (?=\w{2})"
)
_REFERENCE = re.compile(
    r"^(?:See(?: also)?|Cf\.|For (?:the )?(?:full )?text of|Reference is (?:presumably )?to|Apparent reference to"
    r"|Presumably|In reply to|Referring to|With reference to|Regarding)\s+(?=\w)"
)
_PAGES = re.compile(r",? (?:and )?(?:ante|post|ibid\.?|infra|supra|printed|pp?\. ?\d|vol\. ).*$")
_LEADING = re.compile(
    r"^(?:and|but|which|who|that|while|as|also|however|therefore|nevertheless|moreover|consequently|accordingly"
    r"|in reply|"
    r"i beg to add that|i have the honor to (?:state|report|inform you|acknowledge) that|it is|there)[, ]+",
    re.IGNORECASE,
)
_PREPOSITION_AT_END = re.compile(
    r"(?:[\s,;(—–-]+(?:on|of|the|in|at|for|to|by|from|dated|since|until|till|about|early|late|and|as|with|between"
    r"|before|after|during|held|this|a|no|not))+$"
)
_TIME = re.compile(r"(?:, |\bat )?(?:about )?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?,?")


def title_from(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The words of the clause without its date, note marks, page markers and speech before it, people named."""
    text = _without(frame, clause, dates)
    text = _PAGE.sub(" ", text)
    text = _TIME.sub("", text)
    text = _SPEECH.sub("", text.strip())
    text = _REFERENCE.sub("", text)
    text = _LEADING.sub("", text)
    text = _PAGES.sub("", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"^[\s,.;:)\]”’—–-]+|[\s,;:(\[“‘—–-]+$", "", text)
    text = _PREPOSITION_AT_END.sub("", text.rstrip("."))
    return _cut(_capital(text.strip(" ,;:.")))


def _without(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The text of the clause with its dates and note marks taken out and first persons named."""
    holes: list[tuple[int, int, str]] = []
    for mention in dates:
        start = mention.start
        before = re.search(
            r"(?:,? ?\b(?:on|of|in|dated|since|for|by|the|at|from|early on|late on|as of|during)){0,2}[ (]*$",
            frame.text[clause.start : start],
        )
        if before and mention.end < clause.end + 1:
            start = clause.start + before.start()
        holes.append((start, mention.end, " "))
    marks = [note.mark for note in frame.document.notes if note.mark is not None]
    holes += [(mark.start, mark.end, "") for mark in marks if clause.start <= mark.start < clause.end]
    holes += _named_persons(frame, clause)
    return _filled(frame.text, clause, sorted(holes))


def _named_persons(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """“I”, “me” and “the Secretary” as the names they stand for, so that the title stands alone."""
    found: list[tuple[int, int, str]] = []
    author = frame.heading.author
    if author and not frame.in_notes(clause.start) and len(author) < 40:
        for match in re.finditer(r"\b(I|me|my|My)\b(?!\.)", frame.text[clause.start : clause.end]):
            name = f"{author}’s" if match.group().lower() == "my" else author
            found.append((clause.start + match.start(), clause.start + match.end(), name))
    holders = [mention for mention in within(frame.people, clause) if mention.text.lower().startswith("the ")]
    return found + [(one.start, one.end, one.value.name) for one in holders if isinstance(one.value, Person)]


def _filled(text: str, clause: Span, holes: list[tuple[int, int, str]]) -> str:
    out, at = [], clause.start
    for start, end, filling in holes:
        if start < at or start >= clause.end:
            continue
        out += [text[at:start], filling]
        at = end
    return "".join([*out, text[at : clause.end]]) if at < clause.end else "".join(out)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    """At most one line: cut at a word, never in the middle of one."""
    if len(text) <= _LONGEST:
        return text
    head = text[:_LONGEST].rsplit(" ", 1)[0]
    return _PREPOSITION_AT_END.sub("", head).rstrip(" ,;:(") + " …"
