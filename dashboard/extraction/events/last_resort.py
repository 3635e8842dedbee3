"""Last resort: what a title says where the words of a clause tell nothing by themselves: in which paper they stand."""

from __future__ import annotations

import re

from dashboard.extraction.events.context import document_label
from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.papers import heading_at
from dashboard.extraction.events.shortening import LONGEST, capital
from dashboard.model import EventKind, Span

SAYS_NOTHING = re.compile(r"[Dd]ated\b|Signed (?:at|on)\b|The (?:text|full text) of (?:this|these|the) \w+$")
_ENTITLED = re.compile(r"\bentitled,? “(?P<what>[^“”]{12,})”")
_NAME_OF_KIND: dict[EventKind, str] = {
    "communication": "Paper",
    "visit": "Journey",
    "military": "Military event",
    "political": "Political event",
    "economic": "Economic event",
    "legal": "Legal act",
    "other": "Event",
}


def last_resort(frame: Frame, clause: Span, kind: EventKind, title: str, told_in: tuple[str, ...]) -> str:
    """A paper by what it is entitled, else the paper that tells the clause, else the words as they are."""
    entitled = _ENTITLED.search(" ".join(frame.words_at(clause).split()))
    if entitled and len(entitled["what"]) < LONGEST - 24:
        return f"Paper entitled “{entitled['what']}”"
    if title[:24].lower() in frame.document.title.lower():
        return document_label(frame) or title
    if told_in and not frame.in_notes(clause.start):
        heading = heading_at(frame, clause.start)
        message = f"Message from {told_in[0]}"
        if heading.is_talk:
            return capital(next(one for one in told_in if len(one) <= LONGEST or one == told_in[-1]))
        known = heading.sender and heading.recipient and len(message) <= LONGEST
        return message if known else document_label(frame) or capital(told_in[0])
    if told_in or title.count(" ") < 1 or SAYS_NOTHING.match(title):
        return _of_document(frame, kind)
    return title


def _of_document(frame: Frame, kind: EventKind) -> str:
    """“Paper cited in a note to Telegram 53 …”; “… the document speaks of” where that has no name."""
    what = _NAME_OF_KIND.get(kind, kind.capitalize())
    where = f"{what} cited in a note to " if what == "Paper" else "Note to "
    label = document_label(frame, LONGEST - len(where))
    return f"{where}{label}" if label else f"{what} the document speaks of"
