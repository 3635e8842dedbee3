"""Hanging: which phrase of a clause its date belongs to: “the agreement signed at Paris on May 2”, “the May 2 talks”.

Any other phrase of the clause may be what somebody spoke of, wished or feared; told beside the date it would be untrue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.events.paper.frame import Frame
from dashboard.model import Mention, Span

_BETWEEN = re.compile(
    r"\d{0,2}[\s,(]*(?:(?:which|that) )?(?:(?:was|were|is|are|had been|has been) )?(?:also )?"
    r"(?:(?:signed|held|issued|made|dated|published|delivered|adopted|concluded|given|sent|received|drafted|prepared"
    r"|reached|opened|begun|took place|beginning|effective|scheduled|planned|set|due)\b[\s,]*)?"
    r"(?:(?:to|from|by|with|between|at|in|near|before|of) (?:the )?(?:[A-Z][\w.’'-]*[ ,]*(?:and |of |the )*){1,7})?"
    r"[\s,(]*(?:(?:of|on|in|at|for|from|during|under date of|dated|late|early|mid|about|around|last|the|this|set)"
    r"[\s-]*)*"
)
"""What may stand between a noun and its date."""
_BEFORE = re.compile(r"(?:[’']s?)? ?(?:the )?(?:[a-z]+ )?")
_ONLY_NAMES = re.compile(
    r"(?:(?:The )?[Rr]eference is|See|Concerning|Regarding"
    r"|[Ff]or (?:the |an? |further )?[a-z ]*(?:text|documentation|report|record|account|summary|of|on))\b"
)
"""How a note begins that only says where something is told."""


_ENDS = re.compile(r"\b(?:expires?|ends?|terminates?|lapses?|begins?|opens?)\b|\b(?:I|[Ww]e|[Tt]hey) [a-z]+\b")
"""Verbs in the present: of a time to come, or behind who speaks."""


def only_names(clause: str) -> bool:
    """Whether a clause tells nothing but names what its date belongs to: “Reference is to …”, one without a verb."""
    verb = has_finite_verb(clause) or _ENDS.search(clause) is not None
    return not verb or _ONLY_NAMES.match(clause) is not None


class OfItsDate:
    """Which phrases a clause’s own date belongs to; all of a clause without a verb."""

    def __init__(self, frame: Frame, clause: Span, dates: Sequence[Mention]) -> None:
        self._text = frame.words_at(clause)
        self._dates = [(date.start - clause.start, date.end - clause.start) for date in dates]
        self._any = not dates or only_names(self._text)

    def has(self, phrase: str) -> bool:
        """Whether the date belongs to the phrase."""
        if self._any:
            return True
        words = phrase.split(" ")
        first = re.compile(rf"\b{re.escape(words[0])}\b.{{0,{len(phrase) + 20}}}?\b{re.escape(words[-1])}", re.DOTALL)
        return any(self._hangs(found.start(), found.end()) for found in first.finditer(self._text))

    def _hangs(self, start: int, end: int) -> bool:
        for date_start, date_end in self._dates:
            if start < date_end and date_start < end:
                return True
            if end <= date_start and _BETWEEN.fullmatch(self._text, end, date_start):
                return True
            if date_end <= start and _BEFORE.fullmatch(self._text, date_end, start):
                return True
        return False
