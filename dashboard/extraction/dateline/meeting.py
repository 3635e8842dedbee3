"""Meeting: the editors' note that says where and when the meeting a record is of was held."""

from __future__ import annotations

import re

from dashboard.extraction.dateline.lines import Line, lines_between
from dashboard.model import Document

_MEETING = re.compile(
    r"(?:[Mm]eeting|[Cc]onversation|[Cc]onference|[Ss]ession|[Ii]nterview|[Ll]uncheon|[Dd]inner|[Dd]iscussion)\b[^.;\n]{0,40}?"
    r"\b(?:was held|held|took place)(?:\s(?:at|in|on board)\s(?P<where>(?:the\s)?[A-ZÀ-Þ][^.;,\n\d]{1,60}?))?"
    r"(?=[,.;]|\s(?:on|from|at|in|between|beginning)\b|\s[A-Z][a-z]+\s\d|\s\d|$)"
)
_OPENS = re.compile(r"\s*(?:\d{1,3}\.\s*)?(?:Source: .*?\. )?(?:[Tt]he|[Tt]his)?\s*$")


def meeting_note(document: Document) -> tuple[re.Match[str], Line] | None:
    """What the note says and the line it stands in; None without such a note."""
    start = min((s.start for s in document.sections if s.kind == "notes"), default=len(document.text))
    for line in lines_between(document.text, start, len(document.text)):
        for found in _MEETING.finditer(line.text):
            if _OPENS.fullmatch(line.text[: found.start()]):
                return found, line
    return None
