"""Own subject: what a paper that is addressed to nobody is on: by its own title, by who called, or by its states."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.on_what import states_of
from dashboard.extraction.events.paper.own_title import own_title

_CALLER_WITHIN = 400
_CALLER = re.compile(
    r"(?:^|[\n.\]] ?|\b(?:secret|confidential|restricted) )\s*(?P<who>"
    r"The (?:[A-Z][\w’-]+ ){1,3}(?:Ambassador|Minister|Chargé|Counselor)(?: of Embassy)?"
    r"|(?:[A-Z][\w’-]+ ){1,2}(?:Ambassador|Minister|Chargé|Counselor|Attaché) [A-Z][\w’-]+"
    r"|(?:Sir|Dr\.|Mr\.|General|Colonel|Major|Lord|Ambassador|Minister|Count|Baron|Madame) (?:[A-Z][\w.’-]+ ?){1,3})"
    r"(?:,[^,.;]{3,80},)? ?(?:called|telephoned|came in|came to|phoned)\b"
)
"""Who calls, in the first words of the record."""


def caller(frame: Frame) -> str:
    """“the Chinese Ambassador”: who calls in the first words below the heading; empty where nobody does."""
    start = frame.heading.line.end if frame.heading.line else 0
    found = _CALLER.search(frame.text, start, start + _CALLER_WITHIN)
    return re.sub(r"^The ", "the ", " ".join(found["who"].split())) if found else ""


def with_subject_of_its_own(frame: Frame, title: str) -> str:
    """“Memorandum from Hornbeck: U.S.S.R. Aims in the Far East”, “… on a call of the Argentine Ambassador”.

    The title where the paper has an addressee, where it says its subject already, or says none.
    """
    heading = frame.heading
    if heading.recipient or heading.is_talk or not heading.line or ": " in title:
        return title
    named, whom = own_title(frame.text, heading.line.end), caller(frame)
    if named and " ".join(named.split()[:2]) in title:
        return title
    states = "" if named or whom else states_of(frame)
    told = f": {named}" if named else f" on a call of {whom}" if whom else f" on {states}" if states else ""
    whole = f"{title}{told}"
    return whole if len(whole) <= LONGEST else title
