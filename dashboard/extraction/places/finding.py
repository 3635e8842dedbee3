"""Decides, for each candidate, whether it is a place here; a name once accepted holds for the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from dashboard.extraction.base import NameIndex
from dashboard.extraction.places import context
from dashboard.extraction.places.candidates import Candidate, find_candidates
from dashboard.extraction.places.unlisted import find_unlisted
from dashboard.extraction.places.vocabulary import words
from dashboard.model import Document, Mention

_CONTAINER = re.compile(r",\s?([^\W\d_][\w. ’'-]{1,24})")


class _Verdict(Enum):
    """What a candidate is by the words around it alone."""

    PLACE = 1
    OPEN = 2
    """A place if the document says so elsewhere, or if it stands in a list of places."""
    DOUBTFUL = 3
    """A place only if the document says so elsewhere."""
    OTHER = 4


def find_places(document: Document, names: NameIndex, *, people: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """The place names of a document, unresolved, in order; names of people found before are left alone."""
    text = document.text
    candidates = list(_not_people(find_candidates(text, names), people))
    surnames = {word for person in people for word in person.text.split()[-1:]}
    led = [(candidate, context.lead_of(text, candidate.start)) for candidate in candidates]
    surnames |= {text[c.start : c.end] for c, lead in led if _is_known_person(text, c, lead)}
    judged = [(candidate, _judge(text, candidate, lead, names, surnames)) for candidate, lead in led]
    known = {text[c.start : c.end] for c, verdict in judged if verdict is _Verdict.PLACE}
    accepted = [
        verdict is _Verdict.PLACE or (verdict is not _Verdict.OTHER and text[c.start : c.end] in known)
        for c, verdict in judged
    ]
    _accept_listed(text, judged, accepted)
    places = [candidate for (candidate, _), yes in zip(judged, accepted, strict=True) if yes]
    known_places = [Mention("place", c.start, c.end, text[c.start : c.end]) for c in places]
    marked = _only_marked(document, [*known_places, *people])
    others = find_unlisted(text, names, [*known_places, *marked, *people])
    return tuple(sorted([*known_places, *marked, *others], key=lambda mention: mention.start))


def _only_marked(document: Document, taken: Sequence[Mention]) -> list[Mention]:
    """The names that only the mark-up calls places; where the words say so too, they are kept as found."""
    marked = [span for span in document.markup.places if span.start < span.end]
    free = [span for span in marked if not any(span.start < each.end and each.start < span.end for each in taken)]
    return [Mention("place", span.start, span.end, document.text[span.start : span.end]) for span in free]


def _is_known_person(text: str, candidate: Candidate, lead: context.Lead) -> bool:
    """Whether the words around make the name a person's all through the document."""
    particle = candidate.rank < 3 and context.ends_with_particle(lead)
    return particle or context.is_office_holder(text, candidate.start, candidate.end)


def _not_people(candidates: Iterable[Candidate], people: Sequence[Mention]) -> Iterator[Candidate]:
    """The candidates that lie in no name of a person."""
    at = 0
    for candidate in candidates:
        while at < len(people) and people[at].end <= candidate.start:
            at += 1
        if at == len(people) or people[at].start >= candidate.end:
            yield candidate


def _accept_listed(text: str, judged: Sequence[tuple[Candidate, _Verdict]], accepted: list[bool]) -> None:
    """Accept open cases that stand in a list with an accepted name, from left to right, then back."""
    for step in (1, -1):
        numbers = range(len(judged)) if step == 1 else range(len(judged) - 1, -1, -1)
        for number in numbers:
            other = number - step
            if accepted[number] or judged[number][1] is not _Verdict.OPEN or not 0 <= other < len(judged):
                continue
            left, right = sorted((number, other))
            gap = context.LISTING.fullmatch(text, judged[left][0].end, judged[right][0].start)
            accepted[number] = accepted[other] and gap is not None


def _judge(text: str, candidate: Candidate, lead: context.Lead, names: NameIndex, surnames: set[str]) -> _Verdict:
    start, end = candidate.start, candidate.end
    name = text[start:end]
    if candidate.rank == -1:
        return _Verdict.PLACE if _is_abbreviation(text, candidate, lead, names) else _Verdict.OTHER
    if _is_something_else(text, candidate, lead, names):
        return _Verdict.OTHER
    contained = _has_container(text, end, names)
    located = context.is_located(lead)
    plain = name.title() if name.isupper() and candidate.rank < 3 else name
    if plain in words("not_place"):
        return _Verdict.PLACE if contained and candidate.rank > 0 and not candidate.before else _Verdict.DOUBTFUL
    if plain in words("ambiguous") or name in surnames:
        return _Verdict.PLACE if contained or (located and not candidate.after) else _Verdict.DOUBTFUL
    if candidate.rank == 3 or contained or (candidate.feature and not candidate.after):
        return _Verdict.PLACE
    return _by_rank(candidate, located or context.is_directed(lead))


def _is_abbreviation(text: str, candidate: Candidate, lead: context.Lead, names: NameIndex) -> bool:
    """“Mo.” after a name; the two capitals of a post code only after a comma and a name in small letters.

    Without a sign between, the name must be one that a gazetteer knows: “Sedalia Mo.”, and not “with Ambassador Ala.”
    """
    if candidate.after or not context.may_be_abbreviation(lead.raw):
        return False
    if lead.words and lead.words[-1][-1].isalnum() and names.rank(lead.words[-1]) is None:
        return False
    name = text[candidate.start : candidate.end]
    dotted = name.endswith(".") or text[candidate.end : candidate.end + 1] == "."
    if len(name) != 2 or not name.isupper():
        return dotted
    return "," in lead.raw[-3:] and (dotted or lead.raw[-3:-2].islower())


def _by_rank(candidate: Candidate, located: bool) -> _Verdict:
    """The larger the town, the less must be said for it."""
    if candidate.rank == 2 or (candidate.rank == 1 and candidate.words > 1):
        return _Verdict.PLACE
    if candidate.after or (candidate.before and not located):
        return _Verdict.DOUBTFUL
    return _Verdict.PLACE if located else _Verdict.OPEN


def _is_something_else(text: str, candidate: Candidate, lead: context.Lead, names: NameIndex) -> bool:
    """Whether the name is a person's, a ship's, an organisation's, an acronym or a signature here."""
    start, end = candidate.start, candidate.end
    if context.is_person_or_ship(lead) or context.names_something_else(text, end):
        return True
    name = text[start:end]
    if candidate.before in words("given") or (candidate.after and name in words("given")):
        return True
    if candidate.feature:
        return name.split()[0] in words("given")
    if names.stands_bare(name) and context.is_ship_with_article(text, end, lead):
        return True
    if candidate.rank == 3:
        return False
    if context.ends_with_particle(lead) or context.goes_on_with_syllable(text, end):
        return True
    if candidate.rank < 2 and context.is_joined_to_office(text, end, lead):
        return True
    acronym = end - start < 6 and name.isupper() and not text[max(0, start - 24) : end + 24].isupper()
    named = context.is_quoted(text, start, end) or candidate.before == "New" or lead.raw.endswith(" the ")
    return acronym or named or context.is_office_holder(text, start, end) or context.stands_alone(text, start, end)


def _has_container(text: str, end: int, names: NameIndex) -> bool:
    """Whether a state or country is named right after: “Sedalia, Mo.”; brackets are for people: “Casey (Australia)”."""
    match = _CONTAINER.match(text, end)
    if not match:
        return False
    pieces = match[1].split()
    return any(names.rank(" ".join(pieces[:count])) in (3, -1) for count in (3, 2, 1) if len(pieces) >= count)
