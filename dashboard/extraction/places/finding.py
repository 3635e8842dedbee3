"""Decides, for each candidate, whether it is a place here; a name once accepted holds for the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.base import NameIndex
from dashboard.extraction.places import context
from dashboard.extraction.places.candidates import Candidate, find_candidates
from dashboard.model import Document, Mention, Span

_LOCATIVE = re.compile(
    r"(?<![^\W\d_])(?:in|at|near|via|through|throughout|toward|towards|outside|around|reached|leaving|into|within|across|"
    r"from|to|between|occupied|off|beyond|opposite|entered|evacuated|captured|visited|visiting|"
    r"(?:city|town|village|port|province|district|capital|island|county|region|vicinity|outskirts|suburb)\s+of)"
    r"\s+(?:the\s+)?$"
)
"""Words after which a capitalised word is where something is, or is moving."""
_CONTAINER = re.compile(r"(?:,| \()\s?([^\W\d_][\w. ’'-]{1,24})")
LEAD = 48
"""Characters before a name that are looked at: the longest title and ship's class fit in."""


def find_places(document: Document, names: NameIndex, *, people: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """The place names of a document, unresolved, in order; names of people found before are left alone."""
    text = document.text
    persons = [Span(person.start, person.end) for person in people]
    surnames = {word for person in people for word in person.text.split()[-1:]}
    open_cases: list[Candidate] = []
    accepted: list[Candidate] = []
    person_at = 0
    for candidate in find_candidates(text, names):
        span = Span(candidate.start, candidate.end)
        while person_at < len(persons) and persons[person_at].end <= span.start:
            person_at += 1
        if person_at < len(persons) and persons[person_at].overlaps(span):
            continue
        verdict = _judge(text, candidate, names, surnames)
        if verdict:
            accepted.append(candidate)
        elif verdict is None:
            open_cases.append(candidate)
    known = {text[c.start : c.end] for c in accepted}
    accepted += [c for c in open_cases if text[c.start : c.end] in known]
    accepted.sort()
    return tuple(Mention("place", c.start, c.end, text[c.start : c.end]) for c in accepted)


def _judge(text: str, candidate: Candidate, names: NameIndex, surnames: set[str]) -> bool | None:
    """True: a place; False: something else here; None: a place only if the document says so elsewhere."""
    start, end, rank, word_before, word_after = candidate
    name = text[start:end]
    lead = text[max(0, start - LEAD) : start]
    if rank == -1:
        return bool(context.AFTER_NAME.search(lead)) and not word_after
    if context.is_person_or_ship(lead) or context.NEWSPAPER.match(text, end):
        return False
    if word_before and word_before in context.words("given"):
        return False
    located = bool(_LOCATIVE.search(lead))
    contained = _has_container(text, end, names)
    common = name in context.words("not_place") or (name.isupper() and name.title() in context.words("not_place"))
    if common or name in surnames:
        return contained or (None if not located or rank == 0 or common else True)
    if rank == 3:
        return True
    if word_after or (word_before and rank < 2 and not located):
        return contained or (None if rank < 2 else True)
    if rank == 2:
        return True
    return True if located or contained else None


def _has_container(text: str, end: int, names: NameIndex) -> bool:
    """Whether a state or country is named right after: “Sedalia, Mo.”, “Amman (Jordan)”."""
    match = _CONTAINER.match(text, end)
    if not match:
        return False
    pieces = match[1].split()
    return any(names.rank(" ".join(pieces[:count])) in (3, -1) for count in (3, 2, 1) if len(pieces) >= count)
