"""Sent elsewhere: what a note sends its reader to another page for, where that is all it tells."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.shortening import capital
from dashboard.extraction.events.lines.standing import points_away
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.voices import third_person
from dashboard.model import Span

_FOR_WHICH_SEE = re.compile(
    r"(?:For|Concerning|Regarding|On|As to) (?P<what>[^;:]{8,110}?),? see (?:also )?"
    r"(?:ante|post|infra|supra|footnotes?|Documents?|[Ii]bid|pp?\. |vol\. |Foreign Relations)"
)
_OF_A_MAN = re.compile(r"^(?:his|her)\b")


def sent_elsewhere(frame: Frame, clause: Span) -> str:
    """“Roosevelt’s whereabouts in July”, of “For his whereabouts in July, see …”; empty for anything else."""
    found = _FOR_WHICH_SEE.match(frame.words_at(clause)) if frame.in_notes(clause.start) else None
    if not found:
        return ""
    what = _OF_A_MAN.sub(f"{third_person(frame, clause)}’s", " ".join(found["what"].split()), count=1)
    return "" if what.startswith("’s") or points_away(what) or what.count(" ") < 2 else capital(what)
