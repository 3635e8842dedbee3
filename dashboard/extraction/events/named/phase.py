"""Whether the words beside a name leave it the event itself: not the talks that led to it, a meeting of others, or an
office that is called after it."""

from __future__ import annotations

import re

from dashboard.extraction.events.named.reference import NamedEvent
from dashboard.extraction.events.named.time import overlap
from dashboard.extraction.events.paper.frame import Frame
from dashboard.model import Span

_TALKS_ON_IT = re.compile(r" (?:negotiations|talks)\b")
"""“The SALT II negotiations” are not yet the treaty."""
_NEGOTIATED = re.compile(
    r"\b(?:negotiat|prospects? (?:for|of) |exploratory|possible (?:formation|conclusion|signature))", re.IGNORECASE
)
"""What is said of an agreement before it is one."""
_COUNTED = re.compile(
    r"\b(?P<powers>[Bb]ilateral|[Tt]ripartite|[Qq]uadripartite) "
    r"(?:(?:meetings?|talks|conferences?|conversations) (?:at|in) (?:the )?)?$"
)
"""How many met, before the name or the place of a meeting: “the Tripartite meeting at Geneva” was none of four."""
_POWERS = {"bilateral": 2, "tripartite": 3, "quadripartite": 4}


def fits_naming(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether the phrase at the span can be the event: an agreement where it is signed, a meeting of as many powers."""
    if _names_office(frame, span, event):
        return False
    if event.kind == "agreement":
        return not _TALKS_ON_IT.match(frame.text, span.end) and not _is_negotiated(frame, span, event)
    counted = _COUNTED.search(frame.text, max(0, span.start - 60), span.start) if event.kind == "meeting" else None
    return counted is None or _POWERS[counted["powers"].lower()] == len(event.states)


def _names_office(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether a heading only names the office of a party: “the Delegate to the Disarmament Conference”, then over."""
    line = frame.heading.line
    of_party = line is not None and line.start <= span.start < line.end
    return of_party and frame.own_date is not None and not overlap(event.date, frame.own_date)


def _is_negotiated(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether the sentence speaks of negotiating what is not signed yet: “six years negotiating SALT II”."""
    own, signed = frame.own_date, event.date.earliest
    ahead = own is not None and own.latest is not None and signed is not None and own.latest < signed
    near = frame.sentence_around(span)
    return ahead and _NEGOTIATED.search(frame.text, near.start, near.end) is not None
