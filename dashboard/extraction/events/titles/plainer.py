"""Plainer: a line with what it points to put in, and with the subject of its paper where it still is open."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.openness import open_references
from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.on_what import with_states
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.titles.offices import of_its_country
from dashboard.extraction.events.titles.resolving import resolved
from dashboard.model import Span

_THE = re.compile(r"^The (?=[A-Z])")


def plainer(frame: Frame, clause: Span, line: str) -> str:
    """The line with what it points to put in; behind one that still is open the subject of the paper, if it has one."""
    line = of_its_country(frame, clause, line)
    if not line or not open_references(line):
        return line
    line = with_states(frame, clause.start, resolved(frame, clause, line))
    subject = "" if frame.in_notes(clause.start) else heading_at(frame, clause.start).subject
    told = f"{line} (on {_THE.sub('the ', subject)})"
    fits = subject and subject not in line and not line.endswith(")") and len(told) <= LONGEST
    return told if fits and open_references(line) else line
