"""The noun that a date is part of: “the March 16 meeting with Nasser”, “the agreement of 1916”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.lines.definite import is_dated_alone
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.voices import addressee, author
from dashboard.model import Mention, Person, Span

_NOUNS = (
    r"(?:agreement|treaty|convention|understanding|resolution|declaration|conference|meeting|speech|statement|talk|raid"
    r"|attack|session|election|law|act|decree|commission|plan|proposal|accord|protocol|conversation|incident|coup"
    r"|revolution|discussion|visit|report|armistice|truce|constitution|budget|appropriation|campaign|war)s?"
)
_HAPPENS = r"(?:was|were|had|has|have|is|are|took|will|would)"
_LINKS = (
    r"(?:to|for|in|on|at|by|from|with|and|or|before|after|of|as|during|covering|concerning|regarding|following|pending)"
)
"""What a noun behind a date is no part of it with: “Thursday to report”, “the end of January during visit”."""
_NOUN_AFTER = re.compile(
    rf"(?i: (?:(?!{_LINKS} )[\w-]+ )?{_NOUNS})\b(?! {_HAPPENS})"
    r"(?: (?:between|with|on|of|regarding|concerning|to(?= the | [A-Z])|from|at|in)"
    rf" (?:(?! {_HAPPENS}\b)[^.,;:()]){{3,70}}+)?+(?!\w| {_HAPPENS}\b)"
)
"""A noun behind its date, with what it is of; a verb behind makes it part of what the clause tells."""
_CAPITALS = re.compile(r"(?:(?!I )[A-Z][\w.’'-]* ){1,3}$")
_NOUN_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Ii]ts|[Oo]ur|[Tt]heir) (?P<noun>(?:[\w’-]+ ){{0,4}}(?i:{_NOUNS})) of (?:the )?$"
)
_OWNER = re.compile(r"\b(?P<whose>my|your|his|her) $")
_ONE_SIDE = re.compile(
    r"(?:[A-Z]?[a-z]+ )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}(?:, \d{4})? )?(?:[a-z-]+ ){0,2}"
    r"(?:meeting|talk|conversation|discussion|interview|luncheon)s? with "
)
"""“July meeting with Brezhnev”: of whom?"""
_DOES = re.compile(r" (?!(?:and|or|of|to|in|by|with|from) )[a-z]+ ")
_FIRST = 24
"""Characters of a clause in which the person stands who does what it tells."""
COMPLEMENT = re.compile(r" (?:of|between|with) ")
_LONG = 44


def noun_of(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The noun that a date is part of, with the words that go with it; empty where the clause tells more."""
    for mention in dates[:1]:
        after = _NOUN_AFTER.match(frame.text, mention.end, clause.end)
        if after:
            before = _CAPITALS.search(frame.text, clause.start, mention.start)
            noun = frame.text[before.start() if before else mention.start : after.end()]
            return _owner(frame, Span(clause.start, mention.start), noun) + noun
        before = _NOUN_BEFORE.search(frame.text, clause.start, mention.start)
        if before:
            return frame.text[before.start("noun") : mention.end]
    return ""


def needs_teller(noun: str) -> bool:
    """Whether a noun is told with who tells it: a short one that says not of what, or one side of a talk."""
    bare = len(noun) <= _LONG and (not COMPLEMENT.search(noun) or is_dated_alone(noun))
    return bare or _ONE_SIDE.match(noun) is not None


def _owner(frame: Frame, before: Span, noun: str) -> str:
    """“Byroade’s” for “my” before the noun, so that “my August 26 speech” is somebody’s; for “his”, and where a talk
    names one side alone, who does what the clause tells. `before` is the clause as far as the noun.
    """
    owner = _OWNER.search(frame.text, max(0, before.end - 6), before.end)
    if owner and owner["whose"] in ("my", "your"):
        whom = (addressee if owner["whose"] == "your" else author)(frame, before.end)
    else:
        whom = _doer(frame, before) if owner or _ONE_SIDE.match(noun) else ""
    return f"{whom}’s " if whom else ""


def _doer(frame: Frame, span: Span) -> str:
    """The person whose name, with a verb behind, begins the span; empty where another is named in it."""
    named = [one for one in within(frame.people, span) if isinstance(one.value, Person)]
    if len(named) != 1 or named[0].start - span.start > _FIRST or not _DOES.match(frame.text, named[0].end):
        return ""
    return named[0].value.name if isinstance(named[0].value, Person) else ""
