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
    r"|pointed out|repeated|noted|explained)(?: in [\w ]+?)?"
    r" that (?!(?:morning|day|afternoon|evening|night|time|date)\b)(?=\w{2})"
)
_REFERENCE = re.compile(
    r"^(?:See(?: also)?|Cf\.|For (?:the )?(?:full )?text of|Reference is (?:presumably )?to|Apparent reference to"
    r"|Presumably|In reply to|Referring to|With reference to|Regarding)\s+(?=\w)"
)
_PAGES = re.compile(r",? (?:and )?(?:ante|post|ibid\.?|infra|supra|printed|pp?\. ?\d|vol\. ).*$")
_LEADING = re.compile(
    r"^(?:and|but|which|who|that|while|as|also|however|therefore|nevertheless|moreover|consequently|accordingly"
    r"|in reply|"
    r"i beg to add that|i have the honor to (?:state|report|inform you|acknowledge) that|it is)[, ]+",
    re.IGNORECASE,
)
_PREPOSITION_AT_END = re.compile(
    r"(?:[\s,;(—–-]+(?:on|of|the|in|at|for|to|by|from|dated|since|until|till|about|early|late|and|as|with|between"
    r"|before|after|during|held|this|a|no|not))+$"
)
_OPENING = re.compile(
    r"^(?:After|Before|During|In|At|While|With|Upon|For|As|Although|By|Following|Regarding) "
    r"[^,;]{5,120}, (?=[A-Z][^,]{24,})"
)
"""What leads up to the main clause, where that begins with a name of its own."""
_DATE_WORDS = re.compile(
    r"(?i:,? ?\b(?:on|of|in|dated|since|for|by|the|at|from|early on|late on|as of|during|this)\b){0,2}[ (,]*$"
)
_TIME_AFTER = re.compile(r"(?:, ?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?|, noon|, midnight)?[\s,.)]*(?:respectively\.?)?")
_NOUNS = (
    r"(?:agreement|treaty|convention|understanding|resolution|declaration|conference|meeting|speech|statement|talk|raid"
    r"|attack|session|election|law|act|decree|commission|plan|proposal|accord|protocol|conversation|incident|coup"
    r"|revolution|discussion|visit|report|armistice|truce|constitution|budget|appropriation|campaign|war)s?"
)
_NOUN_AFTER = re.compile(
    rf"(?i: (?:[\w-]+ )?{_NOUNS})\b(?! (?:was|were|had|has|is|took|will))"
    r"(?: (?:between|with|on|of|regarding|concerning|to|from|at|in) [^.,;:()]{3,70})?"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]* ){1,3}$")
_NOUN_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Ii]ts|[Oo]ur|[Tt]heir) (?P<noun>(?:[\w’-]+ ){{0,4}}(?i:{_NOUNS})) of (?:the )?$"
)
_TIME = re.compile(r"(?:, |\bat )?(?:about )?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?,?")


def title_from(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The words of the clause without its date, note marks, page markers and speech before it, people named.

    A noun that the date belongs to (“the 1941 Agreement”, “the commission of 1856”) is the title by itself.
    """
    noun = _noun_of(frame, clause, dates)
    text = _tidy(noun or _filled(frame.text, clause, sorted(_holes(frame, clause, dates))))
    if text.startswith(("He ", "She ", "he ", "she ")):
        text = _subject(frame, clause) + text[text.index(" ") :]
    return _cut(_capital(text or " ".join(frame.words_at(clause).split())))


def _tidy(text: str) -> str:
    """The words without what belongs to the sentence around them."""
    text = _TIME.sub("", _PAGE.sub(" ", text))
    text = _SPEECH.sub("", text.strip())
    text = _LEADING.sub("", _REFERENCE.sub("", text))
    text = _OPENING.sub("", _PAGES.sub("", text))
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"^[\s,.;:)\]”’•—–-]+|[\s,;:(\[“‘—–-]+$", "", text)
    text = _PREPOSITION_AT_END.sub("", text.rstrip("."))
    if ")" in text and "(" not in text:
        text = text.replace(")", "")
    return text.strip(" ,;:.")


def _noun_of(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The noun that a date is part of, with the words that go with it; empty where the clause tells more."""
    for mention in dates[:1]:
        after = _NOUN_AFTER.match(frame.text, mention.end, clause.end)
        if after:
            before = _CAPITALS.search(frame.text, clause.start, mention.start)
            return frame.text[before.start() if before else mention.start : after.end()]
        before = _NOUN_BEFORE.search(frame.text, clause.start, mention.start)
        if before:
            return frame.text[before.start("noun") : mention.end]
    return ""


def _subject(frame: Frame, clause: Span) -> str:
    """Whom “he” stands for: the first person of the last sentence before that names one; “he” where none does."""
    paragraph = frame.paragraph(clause.start)
    at = frame.sentences.index(clause.start)
    for sentence in reversed(frame.sentences.all[max(0, at - 4) : at]):
        named = within(frame.people, sentence) if sentence.start >= paragraph.start else ()
        if named and isinstance(named[0].value, Person):
            return named[0].value.name
    return "He"


def _holes(frame: Frame, clause: Span, dates: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """What is left out or named otherwise: dates at either end of the clause, note marks, first persons."""
    holes: list[tuple[int, int, str]] = []
    for mention in dates:
        before = _DATE_WORDS.search(frame.text, clause.start, mention.start)
        start = before.start() if before else mention.start
        after = _TIME_AFTER.match(frame.text, mention.end, clause.end)
        end = after.end() if after else mention.end
        if start - clause.start < 3 or clause.end - end < 3:
            holes.append((start, end, " "))
    marks = [note.mark for note in frame.document.notes if note.mark is not None]
    holes += [(mark.start, mark.end, "") for mark in marks if clause.start <= mark.start < clause.end]
    return holes + _named_persons(frame, clause)


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
