"""Own acts: what a writer whom nobody names did, as a noun: “Meeting with Dr. Fawzi” for “I met with Dr. Fawzi”."""

from __future__ import annotations

import re
from functools import cache

from dashboard.extraction.events.broken import is_ragged
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.shortening import shortened
from dashboard.extraction.events.standing import points_away
from dashboard.extraction.events.voices import author, is_anothers
from dashboard.extraction.events.wording import tidy
from dashboard.extraction.vocabulary import rows
from dashboard.model import Span

_WHEN = re.compile(
    r",? (?:again|also|then|today|to-day|yesterday|last (?:night|evening|week)|(?:this|yesterday|that) (?:morning"
    r"|afternoon"
    r"|evening)|at my request|at his request|at their request|for (?:about )?(?:an hour|[a-z]+ hours|[a-z]+ minutes))"
    r"(?=[ ,]|$)"
)
"""When it was, which the event has beside its title, and at whose wish."""
_BUT = re.compile(r"[ ,]*but\b")
"""What may say that nothing came of it."""
_ENDS = re.compile(r"[;:]|, | (?:and|who|which|that|when|where|while|because|to [a-z]+|at [\w ]+? request)\b")
"""Where what was done ends and something else begins."""


def own_act(frame: Frame, clause: Span, words: str) -> str:
    """The act that the words of the clause tell as a noun, with whom or whither.

    Empty where the writer is known or did nothing of the kind.
    """
    found = _first_person().match(_WHEN.sub("", words))
    if (
        found is None
        or _BUT.match(frame.text, clause.end)
        or is_anothers(frame, clause.start)
        or author(frame, clause.start)
    ):
        return ""
    rest = tidy(_ENDS.split(found["rest"], maxsplit=1)[0])
    if not re.search(r"[A-Z]", rest) or points_away(rest) or is_ragged(rest):
        return ""
    return shortened(f"{_nouns()[found['said']]} {rest}")


@cache
def _nouns() -> dict[str, str]:
    return {row["said"]: row["noun"] for row in rows("own_acts.csv", "said", "noun", "reason")}


@cache
def _first_person() -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, _nouns()), key=len, reverse=True))
    return re.compile(rf"(?:[A-Z][^,;]{{2,40}}, )?(?:I|We|we) (?:had )?(?P<said>{said}) (?P<rest>.{{4,}})")
