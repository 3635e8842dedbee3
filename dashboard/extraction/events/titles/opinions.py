"""Opinions: what somebody thinks, asks, hopes or foretells, which only is true with who says so before it."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.shortening import LONGEST, capital
from dashboard.extraction.events.paper.context import contexts
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.series import by_letters
from dashboard.extraction.events.paper.telegraphese import is_cable
from dashboard.extraction.events.paper.teller import teller_of
from dashboard.extraction.events.paper.voices import author, is_anothers
from dashboard.model import Person, Span

_NO_DEED = re.compile(
    r"(?:[Ww]hen|[Ii]f|[Uu]nless|[Ll]et us|[Pp]lease|[Tt]hese|[Tt]his|[Tt]hat|[Tt]hose|[Ii]t|[Tt]hey"
    r"|[Tt]here|[Ww]e|[Oo]ur|[Uu]s)\b"
    r"|.*?\b(?:we|our|us|must|should|ought|cannot|could|might|may|can|unless|believe|hope|is|are)\b"
)
"""Reflection, exhortation, a state of things: the author’s words rather than what somebody did."""
_REFERS = re.compile(
    r"(?:Reference is (?:also )?made to|With (?:further )?reference to|Referring to) (?P<what>[^;]{12,})$"
)
"""“With reference to telegrams from Managua”: a sentence that only says what paper it answers."""
_ADDS = re.compile(r", .*\b(?:is|are|was|were|has|have|had|will|would|please|following|I|we)\b")
"""What the sentence goes on to say of its own."""
_TOLD = re.compile(r"\b(?:said|told|stated|reported|informed|announced|agreed|asked|wrote|according|scheduled)\b")
_JUDGED = re.compile(
    r"(?<= )(?=[adghilmpsuw])(?:"  # the first letter passes over most of a text
    r"(?:will|would|is|are) (?:\w+ ){0,2}(?:be|become|remain|continue|begin|lead|cause|make|require|take)"
    r"|(?:is|are|was|were|has been|have been|makes?) (?:\w+ ){0,3}(?:notable|interesting|striking|important"
    r"|impossible|difficult|significant|example|decade|good|bad|weak|better|worse|helpful|clear|evident)"
    r"|likely|unlikely|probably|presumably|apparently|undoubtedly|seems?|appears?|do make|does|greatly)\b"
)
"""A forecast or a judgment on what was done, which is not told as somebody’s words."""
_COMMON = re.compile(r"(?:The|An?|We|Our|This|That|These|Those|It|They|There|If|When|Unless|Let|Please|In|On|At|As)\b")
_LED = re.compile(r"[^:“”]{2,70}: |“")
_MINUTED = re.compile(
    r"\W*(?:The )?(?P<who>(?:Mr\.|Mrs\.|Dr\.|(?:Under |Acting )?Secretary|(?:Vice )?President|Ambassador"
    r"|(?:Prime )?Minister|Director|General|Admiral|Senator|King)(?: [A-Z][\w.’-]+){0,3}): "
)
"""“Secretary Rusk: I will leave on Wednesday”: the head of a paragraph of minutes."""
_LONGEST_LABEL = 60
"""Characters of the name of a paper that may lead an opinion."""
_FIRST_WORDS = 40
"""Characters at the head of a paragraph in which he is named whose words it reports."""


def said_by(frame: Frame, clause: Span, text: str) -> tuple[str, str]:
    """“Carter: …” before what the author thinks, asks or hopes rather than reports, and the name that leads it.

    A forecast or a judgment without an author that is a person is led by the paper, in the record of a talk by who
    speaks, where the line has room for it.
    """
    talk = heading_at(frame, clause.start).is_talk
    whom = "" if talk else author(frame, clause.start)
    refers = _REFERS.match(text) if whom else None
    if refers and not _ADDS.search(refers["what"]):
        return f"{whom} refers to {refers['what']}", ""
    if whom and whom not in text and _NO_DEED.match(text):
        return _led(whom, text), whom
    opinion = bool(_JUDGED.search(text) or (talk and _NO_DEED.match(text)))
    told = _TOLD.search(text) or _LED.match(text) or frame.in_notes(clause.start) or is_cable(frame, clause)
    judged = opinion and not told
    tellers = ([speaker_of(frame, clause)] if talk else [whom] if whom else _papers(frame, clause)) if judged else []
    tellers = [one for one in tellers if one and one.split(" ")[-1] not in text]
    return next(((line, one) for one in tellers if len(line := _led(one, text)) <= LONGEST), (text, ""))


def _led(whom: str, text: str) -> str:
    """“Carter: the bill …”."""
    return f"{whom}: {text[:1].lower() + text[1:] if _COMMON.match(text) else text}"


def _papers(frame: Frame, clause: Span) -> list[str]:
    """“National Intelligence Estimate 36–54”, “NIE 36–54”: what the paper is called, where nobody else speaks in it."""
    if is_anothers(frame, clause.start):
        return []
    labels = [one for one in contexts(frame, clause.start) if ": " not in one and len(one) <= _LONGEST_LABEL]
    return [capital(labels[-1]), by_letters(labels[-1])] if labels else []


def speaker_of(frame: Frame, clause: Span) -> str:
    """In the record of a talk who is named at the head of the paragraph, if he speaks in it and nobody else does.

    Minutes name him with a colon before his words.
    """
    paragraph = frame.paragraph(clause.start)
    minuted = _MINUTED.match(frame.text, paragraph.start, clause.start)
    if minuted:
        return minuted["who"]
    people = within(frame.people, Span(paragraph.start, clause.start))
    named = {one.value.name: one.start for one in reversed(people) if isinstance(one.value, Person)}
    teller = teller_of(frame, clause.start).removeprefix("speaker: ")
    first = next((name for name in named if name.split(" ")[-1] == teller), "")
    return first if first and len(named) == 1 and named[first] - paragraph.start < _FIRST_WORDS else ""
