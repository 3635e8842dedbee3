"""Relayed: to whom a paper was passed on, where a note to its last words says “This was done the same day”."""

from __future__ import annotations

import re

from dashboard.extraction.events.cited import mark_of_note
from dashboard.extraction.events.context import document_label
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.shortening import LONGEST
from dashboard.extraction.events.telegraphese import spelled_out
from dashboard.model import Span

_DONE = re.compile(r"This was done\b")
_POST = r"(?:the )?[A-Z]\w+"
_PASS = re.compile(
    rf"\b(?:[Pp]ass|[Rr]epeat|[Rr]elay)(?: to)? (?P<whom>{_POST}(?:(?: |, | and | for ){_POST})*)(?: \d+)?[.,;]*\d*$"
)
"""“Department pass Paris”: what the writer asks for, right before the mark of the note."""
_REACH = 90


def relayed(frame: Frame, clause: Span) -> str:
    """“Telegram 303 from Saigon passed on to Paris”; empty where the note says anything else."""
    end = mark_of_note(frame, clause.start) if _DONE.match(frame.words_at(clause)) else 0
    found = _PASS.search(" ".join(frame.text[max(0, end - _REACH) : end].split())) if end else None
    if not found:
        return ""
    deed = f"passed on to {spelled_out(' and '.join(found['whom'].rsplit(', ', 1)))}"
    label = document_label(frame, LONGEST - len(deed) - 1)
    return f"{label} {deed}" if label else ""
