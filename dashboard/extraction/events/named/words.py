"""Naming words: what alone of a clause speaks of an event of the reference list, and is quoted for it.

“Ambassador Makins referred to an instruction to consult under the Tripartite Declaration” tells of an instruction; the
Declaration is in its last four words.
"""

from __future__ import annotations

import re

from dashboard.model import Span

_JOINED = re.compile(
    r"(?:\b(?:at|in|under|by|since|after|before|during|following|until) )?"
    r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur|[Tt]heir)(?: [a-z-]+)? )?$"
)
"""“at the forthcoming ”: what joins a name to its clause."""
_WITHIN = 40
"""Characters before a name in which that may stand."""


def naming_words(text: str, naming: Span) -> Span:
    """The naming with what joins it to its clause: “under the Tripartite Declaration”, “at Yalta”."""
    joined = _JOINED.search(text, max(0, naming.start - _WITHIN), naming.start)
    return Span(joined.start() if joined else naming.start, naming.end)
