"""Last resort: what a title may still be where no line tells what a clause says; mostly nothing, and then no event.

A clause of which only the paper that tells it could be named is a date without an event: “Message from Gauss” is no
title for what Chiang decided. Its date stays a mention in the text.
"""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.shortening import LONGEST, capital
from dashboard.extraction.events.paper.context import document_label
from dashboard.extraction.events.paper.frame import Frame
from dashboard.model import Span

SAYS_NOTHING = re.compile(r"[Dd]ated\b|Signed\b|The (?:text|full text) of (?:this|these|the) \w+$")
_ENTITLED = re.compile(r"(?:\b(?P<noun>[A-Za-z]{4,}),? )?\bentitled,? “(?P<what>[^“”]{12,})”")
_NO_PAPER = ("latter", "former", "paper", "which")


def last_resort(frame: Frame, clause: Span, title: str, told_in: tuple[str, ...]) -> str:
    """What a paper is entitled; the document, where the clause is its title; the words of a text without a heading.

    Empty for all else. `title` are the words of the clause, `told_in` says who tells it.
    """
    entitled = _ENTITLED.search(" ".join(frame.words_at(clause).split()))
    if entitled and len(entitled["what"]) < LONGEST - 24:
        noun = (entitled["noun"] or "paper").lower()
        return f"{capital('paper' if noun in _NO_PAPER else noun)} entitled “{entitled['what'].rstrip(',.')}”"
    if title[:24].lower() in frame.document.title.lower():
        return document_label(frame) or title
    return "" if told_in or title.count(" ") < 1 or SAYS_NOTHING.match(title) else title
