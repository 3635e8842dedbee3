"""Bounded: the date of an event of which the words give only what it came before or after."""

from __future__ import annotations

import re

from dashboard.datespan import DateSpan
from dashboard.extraction.dates.days import before_edtf
from dashboard.extraction.events.paper.frame import date_of
from dashboard.model import Mention

_LIMIT = re.compile(
    r"\b(?:not before|not until|(?:not|no) (?:later|earlier) than|prior to|before|after|by|until|till"
    r"|within [a-z\d -]{1,30} (?:from|of|after))(?: the)?\s$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior to)(?: the)? $")
_END_OF = re.compile(r"(?:the )?(?:end|close|last)\b", re.IGNORECASE)
_ONLY_AFTER = re.compile(
    r"\b(?:not|never|no|nor|hardly|scarcely|shortly|immediately|just|soon|until|days?|weeks?|months?|years?|hours?)\b[^.;]*$"
)
"""“Would not meet before the 13th”, “two days before the 13th”, “shortly before”: none of these is open to the past."""
_LIMIT_WITHIN = 48
"""Characters before a date within which such words begin: “within a month and a half from March 24”."""


def bounded(text: str, mention: Mention) -> DateSpan | None:
    """The date of an event: open where it came before what the words give (“before the 6th”), uncertain where they give
    another limit (“not before June”, “by the 6th”).
    """
    date = date_of(mention)
    if date is None or date.approximate or "/" in date.edtf:
        return date
    start = max(0, mention.start - _LIMIT_WITHIN)
    before = _BEFORE.search(text, start, mention.start)
    end = _END_OF.match(mention.text)
    if before and not end and not _ONLY_AFTER.search(text, start, before.start()) and (last := before_edtf(date.edtf)):
        return DateSpan(f"../{last}", f"{before.group()}{date.text}", date.basis)
    limited = _LIMIT.search(text, start, mention.start)
    return DateSpan(f"{date.edtf}?", date.text, date.basis) if limited else date
