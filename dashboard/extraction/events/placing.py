"""Placing: where an event was, by its clause, its sentence, or the dateline of who tells it."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.model import Mention, Place, Span

_LOCATIVE = re.compile(
    r"\b(?:at|in|near|to|from|into|off|outside|over|around|throughout|of|on|through|for|via|toward|towards|across"
    r"|within|en route)"
    r"(?: the| city of| town of| island of)? $"
)
_AREA = re.compile(
    r"\b(?:in|into|near|over|through|throughout|across|on|off|within|of)(?: the| northern| southern| eastern"
    r"| western)? $"
)
_TAKEN = re.compile(
    r"\b(?:enter|invad|attack|occup|cross|reach|bomb|seiz|captur|annex|evacuat|liberat|conquer|visit|blockad)"
    r"(?:ed|ied|es|e)"
    r"(?: the| northern| southern| eastern| western)? $|\b(?:left|took|lost|overran)(?: the)? $"
)
_UNDERGOES = re.compile(
    r"(?:,? and (?:[A-Z]\w+ ?){1,2})? "
    r"(?:(?:was|were|is|are|has been|had been) (?:occupied|ceded|annexed|invaded"
    r"|bombed|attacked|evacuated|liberated|partitioned|taken|overrun|lost|surrendered|captured|seized|conquered)"
    r"|voted|revolted)\b"
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|here|this capital|this city|this legation|this embassy)\b")
_OWN_MEETING = re.compile(
    r"\b(?:I|[Ww]e) (?:again |also |then |today |yesterday )?"
    r"(?:called (?:on|upon|at)|saw|met|spoke (?:to|with)|talked (?:to|with)|had an? |conferred with|received|handed"
    r"|lunched with|dined with|took leave of|was received)"
    r"|\b(?:called (?:on|upon)|came to see|handed|received|informed|told|asked) (?:me|us)\b"
    r"|\b(?:[Mm]y|[Oo]ur|hour[’']s) (?:\w+ )?(?:conversation|interview|talk|audience|meeting) with\b"
)
"""What the writer did face to face: where it speaks of a far place, that is what was spoken of."""
_LOCAL_DAY = re.compile(
    r"\b(?:today|to-day|yesterday|this morning|this afternoon|this evening"
    r"|that morning|that afternoon|that evening|the same day|last night|tonight|to-night|last evening"
    r"|tomorrow|to-morrow)\b"
)


def places_of(frame: Frame, draft: Draft) -> tuple[Place, ...]:
    """Places of the clause, else of its sentence, else the dateline where the act was the author's own, else none."""
    if draft.places or draft.rule in ("citation", "occasion", "named", "resolution"):
        return draft.places
    clause = draft.evidence[0]
    if _is_at_unknown(frame, draft, clause):
        return ()
    spans = [(clause, "named in the clause"), (frame.sentences.at(clause.start), "named in the paragraph")]
    marked = _marked(frame, clause)
    if marked is not None:
        spans.append((marked, "named in the paragraph"))
    readings = [(_named(frame, span), basis) for span, basis in spans]
    towns = [found for found in readings if any(place.kind in ("settlement", "site") for place, _ in found[0])]
    if not towns and _OWN_MEETING.search(frame.words_at(clause)) and _own(frame, draft, clause):
        return _own(frame, draft, clause)
    for found, basis in towns if towns and marked else readings:
        if found:
            return tuple(replace(place, basis=basis, as_written=words) for place, words in found[:2])
    return _own(frame, draft, clause)


def _is_at_unknown(frame: Frame, draft: Draft, clause: Span) -> bool:
    """Whether the clause says that it was “at Kesanlik on the 10th”, which is no place we know: it was nowhere else."""
    for mention in draft.dates:
        at = _AT_NAME.search(frame.text, clause.start, mention.start)
        if at:
            named = within(frame.places, Span(at.start("name"), clause.end))
            return not any(isinstance(one.value, Place) for one in named)
    return False


_AT_NAME = re.compile(
    r"\bat (?P<name>(?:(?:St|San|Santa|Fort|Port|Cape|El|La|Los)\.? )?(?!(?:Court|Cabinet|Parliament|Congress|Head)\w*)"
    r"[A-Z][a-z]{3,}) on (?:the )?$"
)
"""Where an act was by its own words, right before its day."""


def _marked(frame: Frame, clause: Span) -> Span | None:
    """The sentence that bears the mark of the note the clause stands in: the note speaks of what it says."""
    note = next((note for note in frame.document.notes if note.start <= clause.start < note.end), None)
    return frame.sentences.at(note.anchor) if note and note.anchor is not None else None


_REPORTED_AT = re.compile(
    r", as (?:(?:was|is|has been|had been) )?(?:reported|stated|announced|asserted|alleged|rumou?red|telegraphed)\b"
    r"[^,;]{0,60}$"
)
"""“Have not, as was reported at Vienna, evacuated Adrianople”: where something was reported, not where it was done."""


def _named(frame: Frame, span: Span) -> list[tuple[Place, str]]:
    """Settlements and sites after a word of place, else larger areas after one, else any such, states excepted."""
    points: list[tuple[Place, str]] = []
    loose: list[tuple[Place, str]] = []
    areas: list[tuple[Place, str]] = []
    wide: list[tuple[Place, str]] = []
    for mention in within(frame.places, span):
        place = mention.value
        if not isinstance(place, Place) or _REPORTED_AT.search(frame.text, span.start, mention.start):
            continue
        before = frame.text[max(0, mention.start - 24) : mention.start]
        if place.kind in ("settlement", "site"):
            (points if _LOCATIVE.search(before) else loose).append((place, mention.text))
        elif not _is_party(before) and (_AREA.search(before) or _happens_to(frame, mention)):
            areas.append((place, mention.text))
        elif place.kind in ("region", "water"):
            wide.append((place, mention.text))
    found = points or areas or loose or wide
    unique = {place.id: (place, words) for place, words in reversed(found)}
    return list(reversed(unique.values()))


def _happens_to(frame: Frame, mention: Mention) -> bool:
    """Whether something is done to the area: “entered Sinai”, “Albania was occupied”, “Upper Silesia voted”."""
    before = frame.text[max(0, mention.start - 24) : mention.start]
    return bool(_TAKEN.search(before) or _UNDERGOES.match(frame.text, mention.end))


def _is_party(before: str) -> bool:
    """Whether “of” before a country belongs to its government, people or statesmen."""
    return bool(
        re.search(
            r"\b(?:Government|Governments|Republic|people|King|President|Minister|Embassy|Government) of(?: the)? $",
            before,
        )
    )


def _own(frame: Frame, draft: Draft, clause: Span) -> tuple[Place, ...]:
    """The dateline's place for what the author did, or what happened around the author that day."""
    if frame.own_place is None or frame.in_notes(clause.start):
        return ()
    words = frame.words_at(clause)
    if draft.rule == "act" or draft.kind == "meeting" or FIRST_PERSON.search(words) or _LOCAL_DAY.search(words):
        return (replace(frame.own_place, basis="the dateline"),)
    return ()
