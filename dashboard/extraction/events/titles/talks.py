"""Talks: the meeting that a date belongs to, where its clause goes on to tell what was said there, and at length.

“Conversation with Ambassador Harman” for “Subsequently in conversation with Ambassador Harman January 24 Talbot …”,
“Informal conversation of Tsiang with Adler” for “Tsiang in informal conversation with me on 20th indicated that …”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.lines.broken import is_ragged
from dashboard.extraction.events.lines.definite import MONTHS
from dashboard.extraction.events.lines.shortening import capital
from dashboard.extraction.events.lines.standing import names_something, points_away
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.telegraphese import in_english
from dashboard.extraction.events.paper.voices import author, is_anothers
from dashboard.model import Mention, Span

_TALK = (
    r"(?:(?:(?!of\b|my\b|memorand|(?:substance|course)\b)[a-z-]+ ){0,2}"
    r"(?:conversation|talk|discussion|interview|meeting|luncheon|lunch|dinner|audience)s?)"
)
_WHO = r"(?:[A-Z][\w.’'-]*,?|the|and|of|de|von|al)"
_DATED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Aa]fter|[Ff]ollowing|[Bb]efore|from)"
    r"(?: the course(?: of)?)?(?: (?:an?|the|my|our|his|her))?"
    rf" (?P<talk>{_TALK}) (?P<with>with|between) (?P<who>{_WHO}(?: {_WHO}){{0,9}}?(?: (?:in|at) [A-Z]\w+)?)"
    r"(?: (?:here|there|late|early|on|evening|morning|afternoon|of|night))* ?$"
)
"""The words before a date that name a talk and with whom it was."""
_WITH_WRITER = re.compile(
    rf"(?:In (?:an? |the )?(?P<first>{_TALK}) with me,? (?P<who>.{{4,60}}?) (?:said|stated|told|indicated|expressed"
    r"|remarked|again|also)\b"
    rf"|(?P<whom>[A-Z].{{4,60}}?),? in (?:an? |the )?(?P<second>{_TALK}) with me\b)"
)
"""Who talked with the writer: “In conversation with me Stikker said …”, “Tsiang in informal conversation with me …”."""
_REACH = 140
"""Characters before a date in which the talk is named."""


def talk_in(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The talk that the clause names, with whom; empty where its words are another’s, or name nobody."""
    if is_anothers(frame, clause.start):
        return ""
    line = _with_writer(frame, clause) or _before_date(frame, clause, dates)
    return in_english(frame, clause, line) if line else ""


def _with_writer(frame: Frame, clause: Span) -> str:
    """“Informal conversation of Dr. T. F. Tsiang with Adler”."""
    found = _WITH_WRITER.match(" ".join(frame.words_at(clause).split()))
    whom = author(frame, clause.start) if found else ""
    who = _named(found["who"] or found["whom"]) if found and whom else ""
    return f"{capital(found['first'] or found['second'])} of {who} with {whom}" if found and who else ""


def _before_date(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """“Conversation with Ambassador Harman”, of the words right before a date."""
    for mention in dates:
        start = max(clause.start, mention.start - _REACH)
        found = _DATED.search(" ".join(frame.text[start : mention.start].split()))
        who = _named(found["who"]) if found else ""
        if found and who and (found["with"] == "with" or " and " in who):
            return f"{capital(found['talk'])} {found['with']} {who}"
    return ""


def _named(who: str) -> str:
    """Those who are named; empty where they are not, or only by what was told before."""
    who = who.strip(" ,")
    if re.search(rf"\b(?:{MONTHS})\b", who):
        return ""
    return who if names_something(f"Talk with {who}") and not points_away(who) and not is_ragged(who) else ""
