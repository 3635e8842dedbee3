"""Status: whether a clause says that something happened, is planned, was proposed, or is denied."""

from __future__ import annotations

import re

from dashboard.datespan import DateSpan, Day
from dashboard.extraction.events.drafts.denial import is_denied
from dashboard.model import Status

_PROPOSED = re.compile(
    r"\b(?:propos(?:e[sd]?|al|als|ing)|suggest(?:s|ed|ion|ing)?|recommend(?:s|ed)?|should (?:be|take|meet)"
    r"|would be prepared"
    r"|might (?:be|take|meet)|could (?:be|meet)|I hope that|hopes? (?:that|to)|urge[sd]? that|contemplat(?:e[sd]?"
    r"|ing)|is considering)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were|am|off) to|to be|scheduled|forthcoming|coming|upcoming|expect(?:s|ed"
    r"|ing)?"
    r"|intend(?:s|ed)?|plan(?:s|ned|ning)?|about to|going to|arranged for|due to|hope[sd]? to|may)\b"
)
_EXPECTS = re.compile(
    r"\band (?:still |now |then )?(?:expects?|hopes?|intends?|plans?|proposes?|means|is|are|will|shall)(?: \w+)? to?\b"
    r"[^;:.]*$"
)
"""“Arrived on March 9 and expects to finish by the end of the month”: the second verb is that of the later date."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|[a-z]{2,}ed|said|told|met|sent|gave|made|took|held|wrote|saw|left|came|went"
    r"|spoke|began|read)\b"
)


def status_of(
    clause: str, date: DateSpan | None, own: DateSpan | None, *, in_notes: bool, at: int | None = None
) -> Status:
    """The status that the words of the clause and the order of the two dates give; `at` is where its date stands in it.

    A date before the document's own has happened whatever the words; the editor's notes look back on everything.
    """
    if is_denied(clause, at):
        return "denied"
    ahead = is_ahead(date, own)
    if in_notes or ahead is False:
        return "happened"
    if _PROPOSED.search(clause) and ahead is not None:
        return "proposed" if not _PLANNED.search(clause) or not ahead else "planned"
    if ahead or (at is not None and _EXPECTS.search(clause, 0, at)):
        return "planned"
    if _PLANNED.search(clause) and not _PAST.search(clause):
        return "planned"
    return "happened"


def is_ahead(date: DateSpan | None, own: DateSpan | None) -> bool | None:
    """Whether the date lies wholly after the document's own, or its limit does (“before the 6th”).

    None where that cannot be told, or on the same day.
    """
    if date is None or own is None:
        return None
    if date.earliest is None and date.latest is not None and own.latest is not None and date.latest > own.latest:
        return True
    first, last = date.earliest or Day(-9999, 1, 1), date.latest or Day(9999, 12, 31)
    if own.latest is not None and first > own.latest:
        return True
    if own.earliest is not None and last < own.earliest:
        return False
    return None
