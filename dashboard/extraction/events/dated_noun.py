"""The noun that a date is part of: “the March 16 meeting with Nasser”, “the agreement of 1916”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.voices import addressee, author
from dashboard.model import Mention, Span

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
_OWNER = re.compile(r"\b(?P<whose>my|your) $")


def noun_of(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The noun that a date is part of, with the words that go with it; empty where the clause tells more."""
    for mention in dates[:1]:
        after = _NOUN_AFTER.match(frame.text, mention.end, clause.end)
        if after:
            before = _CAPITALS.search(frame.text, clause.start, mention.start)
            return _owner(frame, mention.start) + frame.text[before.start() if before else mention.start : after.end()]
        before = _NOUN_BEFORE.search(frame.text, clause.start, mention.start)
        if before:
            return frame.text[before.start("noun") : mention.end]
    return ""


def _owner(frame: Frame, offset: int) -> str:
    """“Byroade’s” for “my” before the offset, so that “my August 26 speech” is somebody’s."""
    owner = _OWNER.search(frame.text, max(0, offset - 6), offset)
    whom = (addressee if owner["whose"] == "your" else author)(frame, offset) if owner else ""
    return f"{whom}’s " if whom else ""
