"""When a document can speak of an event by its name, and which of several events of one name it means."""

from __future__ import annotations

import re

from dashboard.datespan import DateSpan, Day
from dashboard.extraction.events.named.reference import NamedEvent, Naming, busy_towns, hubs, is_noun_of_several
from dashboard.extraction.events.paper.frame import Frame
from dashboard.model import Span

_AHEAD = re.compile(
    r"\b(?:forthcoming|coming|next|proposed|future|projected|will|shall|to be held|planned|prospective|before the)\b"
)
_ANOTHER = re.compile(r"\b(?:comprehensive|complete|future|new|another|any|no|possible|eventual|potential) $")
"""Words that set what is still to come apart from what has happened under that name."""
_NOT_THE_ONE = re.compile(
    r"\b(?:imminent|current|prospective|forthcoming|coming|next|proposed|pending|upcoming|political"
    r"|territorial integrity (?:and|or)(?: the)?|guaranteed?(?: the)?) $"
)
"""Before the name of what is over: “the imminent Russo-Japanese war”, “the current Moscow conversations”."""
_STILL = re.compile(r"\b(?:current|present|ongoing|continuing) $")
"""Before the name of what ended lately: “the current Moscow conversations” are others."""
_CALLED_AGAIN = re.compile(
    r"\b(?:reconven(?:e|es|ed|ing)|resum(?:e|es|ed|ing|ption)|reopen(?:ed|ing)?)(?: of)?(?: (?:the|a|an))? $"
)
"""Before the name of a meeting that is over: “the reconvening of the Geneva Conference” is a session to come."""
_MEETS_AGAIN = re.compile(
    r" (?:(?:could|can|is|are|was|were|will|would|should|might|may|to|be|being|has|have|had|been|soon) )*"
    r"(?:reconven(?:e|es|ed|ing)|resum(?:e|es|ed))\b"
)
"""The same after the name: “before the Geneva Conference is reconvened”."""
_ONE_OF_MANY = re.compile(r"\b(?:an?(?: [a-z]+)?) $")
"""Before the name of what is over: “a nuclear test ban treaty” is a new one; but “a rebellion in Leticia” was it."""
_A_NATIONS = re.compile(r"\ban? [A-Z]\w+(?:ese|ian|ish|can) $")
"""Before the name of what is still to come: “but also a Chinese Peace Conference” means another."""
_BEHIND = re.compile(
    r"\b(?:last|late|recent|previous|former|earlier|since|soon after|shortly after|right after|aftermath of"
    r"|present (?:\w+ )?(?:conferences?|meetings?|talks|discussions) (?:at|in)|high tide of|done (?:\w+ ){0,2}in"
    r"|(?:was|were|had been)(?: \w+)? (?:at|in))(?: the)? $"
)
"""Before the name of what is still to come: “the last Versailles conference”, “as it was in Quebec” mean another."""
_WAS = re.compile(
    r"(?: (?:[Cc]onference|[Mm]eetings?|[Tt]alks|[Dd]iscussions|[Cc]onversations))?"
    r" (?:was|were|has been|have been|had been|showed|demonstrated)\b"
    r"(?! (?:[a-z]+ly )?(?:to be|being|scheduled|planned|called|due|set|postponed|announced|fixed|agreed|proposed"
    r"|initiall?ed|drafted|approved|submitted)\b)"
)
"""After the name of what is still to come: “the Camp David discussions were very helpful” tells of others."""
_NOT_SUBJECT = re.compile(r"\b(?:of|to|at|for|in|with|from|on)(?: the)? $")
_UNFORESEEN = re.compile(r"\b(?:surrender|defeat|fall|end|death|assassination|coup|revolution)\b", re.IGNORECASE)
"""What nobody could name before the day: to speak of “the defeat of Japan” in 1944 is to hope for it."""
_INCURSION = re.compile(r"\b(?:invasion|landings?|attack|raid|bombardment)\b")
"""What may come again: “the prelude to an invasion of Italy from the west” is another a year later."""
_FINAL = re.compile(
    r"\b(?:(?:defeat|surrender|capitulation|collapse) of|end of the (?:European )?war|victory in)\b", re.IGNORECASE
)
"""What a paper without a date may hope for as well as look back on: “18 months after the defeat of Germany”."""
_IN_CASE = re.compile(r"\b(?:in (?:the )?(?:case|event)|possibility|prospect|hope) of\b[^.;]{0,30}$")
"""Before what has not come: “plans for the case of the complete collapse or sudden surrender of Germany”."""
_TO_COME = re.compile(r"\b(?:to|will|would|shall|could|can|may|might) (?:[a-z]+ )?meet\b[^.;]*$")
"""Before a place where people are still to meet: not what was held there."""
_CONDITION = re.compile(r"\b[Ii]ndependence\b")
_COMING_OF_IT = re.compile(
    r"\b(?:since|after|before|upon|on|following|until|at|by|in|declar\w+|proclaim\w+|proclamation of|won|gained"
    r"|achieved|anniversary of)(?: (?:the|its|her|their))? $"
)
"""The independence of a state is an event where it begins, and afterwards a condition."""
_TALKS = ("meeting", "talks", "conversations", "negotiations", "discussions")
_SMALL_WORDS = ("at", "in", "of", "on", "the")
_WITHIN_AHEAD = 400
"""Days before an event from which it may be spoken of by its name."""
_JUST_OVER = 400
"""Days after an event in which “the proposed Charter” may still be it."""
_NAME_YEARS, _WORD_YEARS, _NEAR_YEARS, _SHORT_YEARS, _PLACE_YEARS = 170, 25, 40, 15, 8
"""Years in which a full name, a single word, a name that needs company, the name of a conference in two words without
its town (“Peace Conference”), and a mere place or a conference of a town of several still stand for the event."""
_TALKS_YEARS, _HUB_YEARS, _CONDITION_YEARS, _NEAR_WAR_YEARS = 3, 2, 3, 10
"""The same for “the Cairo talks”, a place of many conferences, “the independence of …” and “the Pacific”; “the
armistice”, of which there are many, lasts as long as “the Cairo talks”."""


def overlap(one: DateSpan, other: DateSpan | None) -> bool:
    """Whether two dates share a day, an open end counting as for ever."""
    if other is None:
        return False
    low, high = Day(-9999, 1, 1), Day(9999, 12, 31)
    return (one.earliest or low) <= (other.latest or high) and (other.earliest or low) <= (one.latest or high)


def possible(frame: Frame, span: Span, naming: Naming) -> bool:
    """Whether the document can speak of the event: not long before it; of a mere place not long after."""
    now, event = frame.now, naming.event
    undated = frame.own_date is None and not _looks_back(frame, span)
    if _FINAL.search(frame.words_at(span)) and (
        undated or _IN_CASE.search(frame.text, max(0, span.start - 70), span.start)
    ):
        return False
    if now is None or now.latest is None or event.date.earliest is None:
        return True
    gap = now.latest.number() - event.date.earliest.number()
    before = frame.text[max(0, span.start - 40) : span.start]
    if gap < 0:
        return _foreseen(frame, span, naming, -gap, before)
    if _ANOTHER.search(before):
        return False
    if naming.how == "place" and _TO_COME.search(before):
        return False
    words = frame.words_at(span)
    over = event.date.latest is not None and now.latest.number() - event.date.latest.number() > _JUST_OVER
    proper = words[:1].isupper() or event.kind == "agreement"
    if _INCURSION.match(words) and _ONE_OF_MANY.search(before):
        return False
    if _is_over(now, event) and _goes_on(frame, span, event):
        return False
    if over and (_NOT_THE_ONE.search(before) or (proper and _ONE_OF_MANY.search(before))):
        return False
    if _CONDITION.search(words) and gap > 365 * _CONDITION_YEARS:
        return bool(_COMING_OF_IT.search(before))
    return gap <= 365 * _years_known(words, naming)


def _is_over(now: DateSpan, event: NamedEvent) -> bool:
    """Whether the event ended before the document was begun."""
    end = event.date.latest
    return end is not None and now.earliest is not None and end < now.earliest


def _goes_on(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether the words speak of a later session of a meeting, or of a campaign that goes on where this one is over."""
    before = frame.text[max(0, span.start - 40) : span.start]
    if event.kind == "meeting" and (_CALLED_AGAIN.search(before) or _MEETS_AGAIN.match(frame.text, span.end)):
        return True
    return event.kind in ("meeting", "military") and _STILL.search(before) is not None


def _looks_back(frame: Frame, span: Span) -> bool:
    """Whether the words are the editor's own, not those of a paper that a note quotes."""
    start = frame.paragraph(span.start).start
    return frame.in_notes(span.start) and frame.text.rfind("“", start, span.start) <= frame.text.rfind(
        "”", start, span.start
    )


def hoped_for(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether the words name what nobody could foresee, before its day: “the defeat of Japan, 1944–45”."""
    now = frame.own_date
    if now is None or now.latest is None or event.date.earliest is None or _looks_back(frame, span):
        return False
    return now.latest < event.date.earliest and _UNFORESEEN.search(frame.words_at(span)) is not None


def _foreseen(frame: Frame, span: Span, naming: Naming, days: int, before: str) -> bool:
    """Whether what is `days` ahead can be meant; the editor's notes look back on all of it."""
    unforeseen = _UNFORESEEN.search(frame.words_at(span)) and not _looks_back(frame, span)
    if unforeseen or _A_NATIONS.search(before):
        return False
    if frame.in_notes(span.start):
        return naming.how == "name" or days <= _WITHIN_AHEAD
    if _BEHIND.search(before):
        return False
    if frame.own_date is None and naming.how == "name":
        return True
    if _WAS.match(frame.text, span.end) and not _NOT_SUBJECT.search(before):
        return False
    return _spoken_of(frame, naming.event, days)


def _spoken_of(frame: Frame, event: NamedEvent, days: int) -> bool:
    """Whether papers of the document's day could look ahead to the event, `days` off: from when it was called on."""
    if event.foreseen is not None and frame.now is not None and frame.now.latest is not None:
        return frame.now.latest >= event.foreseen
    return days <= _WITHIN_AHEAD and event.kind in ("meeting", "military", "agreement")


def _years_known(words: str, naming: Naming) -> int:
    """For how many years a phrase is understood without more: a full name always, a mere place or month not long."""
    if naming.how == "place":
        return _HUB_YEARS if words in hubs() else _PLACE_YEARS
    if naming.how == "near":
        if is_noun_of_several(words):
            return _TALKS_YEARS
        return 1 if not naming.event.near else _NEAR_WAR_YEARS if naming.event.kind == "military" else _NEAR_YEARS
    parts = [part for part in words.split() if part not in _SMALL_WORDS]
    if naming.event.kind == "meeting" and len(parts) == 2:
        if busy_towns() & set(parts):
            return _TALKS_YEARS if parts[-1] in _TALKS else _PLACE_YEARS
        if not any(place.startswith(tuple(parts)) for place in naming.event.places):
            return _SHORT_YEARS
    return _NAME_YEARS if len(parts) > 1 else _WORD_YEARS


def remoteness(frame: Frame, span: Span, event: NamedEvent) -> float:
    """How far off an event of that name is: 0 for the one going on, a future one counting eight times.

    Where the words look ahead the next one is the nearest.
    """
    now = frame.now
    if now is None or now.latest is None or now.earliest is None or event.date.earliest is None:
        return 0
    gap = now.latest.number() - event.date.earliest.number()
    ahead = bool(_AHEAD.search(frame.text, max(0, span.start - 40), span.start))
    if overlap(event.date, now):
        return 0
    if gap < 0:
        return -gap / 100 if ahead else -gap * 8
    return gap
