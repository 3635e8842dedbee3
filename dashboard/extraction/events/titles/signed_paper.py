"""Signed paper: an agreement that a clause only mentions, but with where and when it was signed."""

from __future__ import annotations

import re

from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame

_SIGNED_AT = re.compile(
    r"\b(?P<what>(?:[a-z-]+ )?(?:[Aa]greement|[Tt]reaty|[Cc]onvention|[Pp]rotocol|[Aa]rmistice|[Pp]act|[Aa]ccord))"
    r" (?:which was |was |were )?(?P<done>signed|concluded|initialed|initialled)"
    r" (?P<at>(?:at|in) [A-Z][\w’-]+(?: [A-Z][\w’-]+)*),? (?:on |in )?(?:the )?$"
)
_WITHIN = 110
"""Characters before a date within which such words stand."""


def title_of_signed(frame: Frame, draft: Draft) -> str:
    """“Agreement signed at Duino on June 20, 1945”, for where no line made of the whole clause tells as much."""
    if draft.rule != "clause" or not draft.dates:
        return ""
    date = draft.dates[0]
    start = max(frame.sentences.at(date.start).start, date.start - _WITHIN)
    found = _SIGNED_AT.search(frame.text, start, date.start)
    if found is None:
        return ""
    words = " ".join(f"{found['what']} {found['done']} {found['at']}".split())
    return f"{words[:1].upper()}{words[1:]} {'on' if any(map(str.isalpha, date.text)) else 'in'} {date.text}"


def title_of_listed(frame: Frame, draft: Draft) -> str:
    """The same for the last of several (“the treaty signed at …, and the convention concluded at … remain in force”).

    What the sentence says of all of them is no clause of the last alone.
    """
    if draft.rule != "clause" or not draft.dates:
        return ""
    start = draft.evidence[0].start
    found = _SIGNED_AT.search(frame.text, start, max(start, draft.dates[0].start))
    listed = found is not None and not frame.text[start : found.start()].strip(" the")
    return title_of_signed(frame, draft) if listed and frame.text[:start].endswith((", and ", " and ")) else ""
