"""Titled: a name for a document that came without one, from the lines above its first sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.documents.structure import front_end
from dashboard.model import Document

_FRONT = 4000
"""Characters in which the head of a document ends."""
_LONGEST = 160
_SUBJECT = re.compile(r"(?im)^[ \t]*(?:subject|re)[ \t]*:[ \t]*(\S[^\n]*)$")
_HEADING = re.compile(r"(?:\S+[ \t]+){2,}\S+")
"""Three words at least: “Memorandum” and “No. 12” name many papers."""
_UNTOLD = re.compile(r"\d|[.,:;]$")
"""A file number, a dateline, a salutation: no name of a paper."""
_FROM_TO = re.compile(
    r"(?:[A-Z(]\S+ |(?:the|of|at|in|for|and|de|von) )+to (?:the )?(?:[A-Z(]\S+ ?|(?:of|at|in|for|and|de|von) )+"
)
"""“Sir H. Layard to the Marquis of Salisbury.”: older series end a heading with a full stop."""


def titled(document: Document) -> Document:
    """The document with its subject line as title, else its heading; as it is where it has a title or neither.

    Reading takes no notice of it: what is found in a document does not depend on what a screen calls it.
    """
    if document.title:
        return document
    head = document.text[: front_end(document.text, min(len(document.text), _FRONT))]
    subject = _SUBJECT.search(head)
    lines = [subject[1], *_headings(head)] if subject else _headings(head)
    title = next((" ".join(line.split()) for line in lines if len(line) <= _LONGEST), "")
    return replace(document, title=title)


def _headings(head: str) -> list[str]:
    """The lines that may be the name of a paper (“The Minister in Estonia to the Secretary of State”)."""
    lines = (line.strip() for line in head.splitlines())
    bare = (line[:-1] if _FROM_TO.fullmatch(line) and line.endswith(".") else line for line in lines)
    return [line for line in bare if _HEADING.fullmatch(line) and not _UNTOLD.search(line)]
