"""Teller: whose voice the evidence is: the document's author, a speaker it reports, or an editor's note."""

from __future__ import annotations

import re

from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.model import Person, Span

_SAYS = re.compile(
    r"\b(?:said|replied|stated|remarked|answered|added|pointed out|recalled|observed|declared|told|explained"
    r"|repeated|went on"
    r"|agreed|asked|continued|insisted|maintained|felt|thought|inquired|expressed|emphasized|stressed|indicated"
    r"|noted)\b"
)


def teller_of(frame: Frame, span: Span) -> str:
    """“note” in the notes; “speaker: Name” where the paragraph reports what a person said; else “author”."""
    if frame.in_notes(span.start):
        return "note"
    paragraph = frame.paragraph(span.start)
    speaker = ""
    for mention in within(frame.people, Span(paragraph.start, max(span.end, span.start + 1))):
        if isinstance(mention.value, Person) and _says(frame, mention.end):
            speaker = mention.value.name
    if not speaker and frame.heading.is_talk:
        speaker = _last_speaker(frame, paragraph.start)
    return f"speaker: {speaker.split(' ')[-1]}" if speaker else "author"


def _says(frame: Frame, offset: int) -> bool:
    """Whether a verb of saying follows the name within a few words."""
    return bool(_SAYS.search(frame.text, offset, min(offset + 28, len(frame.text))))


def _last_speaker(frame: Frame, offset: int) -> str:
    """In the record of a talk, who spoke in the paragraphs just before: long answers run over several."""
    before = frame.text[max(0, offset - 3500) : offset]
    mentions = within(frame.people, Span(offset - len(before), offset))
    for mention in reversed(mentions):
        at_start = frame.text[max(0, mention.start - 2) : mention.start] in ("\n\n", "")
        if at_start and isinstance(mention.value, Person) and _says(frame, mention.end):
            return mention.value.name
    return ""
