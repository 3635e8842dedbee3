"""Events of the reference list: conferences, treaties, wars and the like that a document names without their date.

A name counts as the event only where the time fits; a place counts only where the words make a conference of it (“met
him at Yalta”, not “the road to Yalta”); of several events of one name that one is meant whose date stands beside it,
else the one going on, else the last before the document, or the next where the words look ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.datespan import DateSpan, Day
from dashboard.extraction.events.clauses import clause_around
from dashboard.extraction.events.draft import Draft
from dashboard.extraction.events.frame import Frame, date_of, within
from dashboard.extraction.events.reference import NamedEvent, Naming, by_year, namings
from dashboard.extraction.lexicon import Hit
from dashboard.model import Mention, Place, Span, Status

_AT = re.compile(r"\b(?:at|since|after|before|from|of|in|during|following|by|as at|and)(?: the)? $")
_NO_CONFERENCE = re.compile(
    r"\b(?:Embassy|Legation|Consulate|Consul|Consul General|Ambassador|Minister|Chargé|Mission|Attaché|arriv(?:e|ed"
    r"|al|ing)"
    r"|stay(?:ed|ing)?|road|train|trip|way|journey|city|town|port|flew|fly|born|lives?|resid\w+|station(?:ed)?"
    r"|telegram|cable"
    r"|office|officials?|authorities|University|Government|people|situation)(?: \w+)? (?:at|in|from|of|to|for"
    r"|by)(?: the)? $"
)
_HEADS = re.compile(
    r"[’']?s? (?:and [A-Z]\w+ )?(?:[Cc]onferences?|[Aa]greements?|[Dd]ecisions?|[Dd]eclarations?|formula"
    r"|[Pp]rotocols?|understandings?|[Tt]alks"
    r"|meetings?|conversations|discussions|communiqu[ée]|[Aa]ccords?|commitments?|settlement|terms|scale|proposals?"
    r"|arrangements?)\b"
)
_CUES = re.compile(
    r"\b(?:met|meet|meeting|agreed|agreement|conferences?|decided|decisions?|discussed|discussions?|signed"
    r"|signature|signatory|declaration"
    r"|told|promised|promise|reached|understanding|conversations?|talks|drafted|undertook|undertaking|formula"
    r"|proposed|concluded|pledged"
    r"|recognized|negotiated|negotiations|adopted|laid down|set forth|assured|informed|commitment|accord|protocol"
    r"|as it was)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:forthcoming|coming|next|proposed|future|projected|will|shall|to be held|planned|prospective|before the)\b"
)
_SIGNED = (
    r"(?:,? ?(?:which )?(?:had been |was |were )?(?:signed|concluded|made|held|of|dated|in|at|on|adopted|issued)\b)?"
)
_DATE_AFTER = re.compile(
    rf"(?:\d{{1,2}})?[\s,(]*{_SIGNED}(?: (?:at|in) [A-Z][\w ]{{2,25}})?[\s,(]*(?:of |on |in |dated )?$"
)
_DATE_BEFORE = re.compile(r"[\s,’'s]*(?:Anglo-|the )?$")
_DATED_HEAD = re.compile(
    r"(?:[A-Z][\w–-]+ ){0,2}([Tt]reaty|[Tt]reaties|[Aa]greements?|[Cc]onvention|[Dd]eclaration|[Cc]onference"
    r"|[Aa]rmistice|[Pp]rotocol|[Pp]act"
    r"|[Aa]ccords?|[Rr]evolution|[Ww]ar|[Cc]ongress|[Cc]ommuniqu[ée])\b"
)
_WITHIN_AHEAD = 400
"""Days before an event from which it may be spoken of by its name."""
_NAME_YEARS, _WORD_YEARS, _NEAR_YEARS, _PLACE_YEARS = 120, 25, 40, 8
"""Years in which a full name, a single word, a name that needs company and a mere place still stand for the event."""


def find_named(frame: Frame, used: set[int]) -> Iterator[Draft]:
    """A draft for each naming that fits; `settle` puts those of one event together."""
    hits = namings().find(frame.words, frame.text)
    for (start, end), group in groupby(hits, key=lambda hit: (hit.start, hit.end)):
        span = Span(start, end)
        candidates = [hit.value for hit in group if _speaks_of(frame, hit)]
        event, beside = _choose(frame, span, candidates, used)
        if event is not None:
            yield _draft(frame, event, span, beside)
    yield from _dated_heads(frame, used)


def _speaks_of(frame: Frame, hit: Hit[Naming]) -> bool:
    """Whether the surroundings make the phrase an event."""
    naming = hit.value
    if naming.how == "place":
        return _conference_at(frame, Span(hit.start, hit.end))
    if naming.how == "near":
        paragraph = frame.paragraph(hit.start)
        around = set(frame.words.between(max(paragraph.start, hit.start - 300), min(paragraph.end, hit.end + 300)))
        return not naming.event.near or any(set(word.split()) <= around for word in naming.event.near)
    return True


def _conference_at(frame: Frame, span: Span) -> bool:
    """Whether the place stands for what was agreed there."""
    before = frame.text[max(0, span.start - 45) : span.start]
    if _HEADS.match(frame.text, span.end):
        return True
    if not _AT.search(before) or _NO_CONFERENCE.search(before):
        return False
    sentence = frame.sentences.at(span.start)
    near = frame.text[max(sentence.start, span.start - 70) : min(sentence.end, span.end + 30)]
    return bool(_CUES.search(near)) and not before.endswith(("from ", "to "))


def _choose(
    frame: Frame, span: Span, meant: Sequence[Naming], used: set[int]
) -> tuple[NamedEvent | None, Mention | None]:
    """The event meant, and the date that stands beside its name if one does."""
    beside = _date_beside(frame, span)
    if beside is not None:
        matching = [naming.event for naming in meant if _overlap(naming.event.date, date_of(beside))]
        if matching or beside.start not in used:
            return (matching[0], beside if beside.start not in used else None) if matching else (None, None)
    fitting = [naming.event for naming in meant if _possible(frame, span, naming)]
    return (min(fitting, key=lambda event: _order(frame, span, event)), None) if fitting else (None, None)


def _date_beside(frame: Frame, span: Span) -> Mention | None:
    """The date of “the Declaration signed at Moscow, October 30, 1943”, “the 1942 treaty”."""
    sentence = frame.sentences.at(span.start)
    for mention in within(frame.dates, Span(max(sentence.start, span.start - 30), min(sentence.end, span.end + 70))):
        if mention.end <= span.start and _DATE_BEFORE.fullmatch(frame.text, mention.end, span.start):
            return mention
        if mention.start >= span.end and _DATE_AFTER.fullmatch(frame.text, span.end, mention.start):
            return mention
        if span.start <= mention.start < span.end:
            return mention
    return None


def _overlap(one: DateSpan, other: DateSpan | None) -> bool:
    """Whether two dates share a day, an open end counting as for ever."""
    if other is None:
        return False
    low, high = Day(-9999, 1, 1), Day(9999, 12, 31)
    return (one.earliest or low) <= (other.latest or high) and (other.earliest or low) <= (one.latest or high)


def _days(day: Day) -> int:
    return day.year * 365 + day.month * 30 + day.day


def _possible(frame: Frame, span: Span, naming: Naming) -> bool:
    """Whether the document can speak of the event: not long before it; of a mere place not long after."""
    own, event = frame.own_date, naming.event
    if own is None or own.latest is None or event.date.earliest is None:
        return True
    gap = _days(own.latest) - _days(event.date.earliest)
    if gap < 0:
        return frame.in_notes(span.start) or (
            -gap <= _WITHIN_AHEAD and event.kind in ("meeting", "military", "agreement")
        )
    return gap <= 365 * _years_known(frame.words_at(span), naming)


def _years_known(words: str, naming: Naming) -> int:
    """For how many years a phrase is understood without more: a full name always, a mere place or month not long."""
    if naming.how == "name":
        return _NAME_YEARS if " " in words else _WORD_YEARS
    if naming.how == "place":
        return _PLACE_YEARS
    return _NEAR_YEARS if naming.event.near else 1


def _order(frame: Frame, span: Span, event: NamedEvent) -> tuple[int, int]:
    """Events of one name: going on, then the last past one; the next one first where the words look ahead."""
    own = frame.own_date
    if own is None or own.latest is None or own.earliest is None or event.date.earliest is None:
        return (0, 0)
    gap = _days(own.latest) - _days(event.date.earliest)
    ahead = bool(_AHEAD.search(frame.text, max(0, span.start - 40), span.start))
    if _overlap(event.date, own):
        return (1 if ahead else 0, 0)
    if gap < 0:
        return (0 if ahead else 2, -gap)
    return (1, gap)


def _draft(frame: Frame, event: NamedEvent, span: Span, beside: Mention | None) -> Draft:
    anchor = Span(min(span.start, beside.start), max(span.end, beside.end)) if beside else span
    clause, _ = clause_around(frame, frame.sentences.at(anchor.start), anchor)
    own = frame.own_date
    status: Status = "happened"
    ahead = (
        own is not None
        and own.latest is not None
        and event.date.earliest is not None
        and event.date.earliest > own.latest
    )
    if ahead and not frame.in_notes(span.start):
        status = "planned"
    return Draft(
        rule="named",
        kind=event.kind,
        date=event.date,
        evidence=(clause,),
        dates=(beside,) if beside else (),
        title=event.title,
        places=_places(frame, event),
        status=status,
        topics=event.topics,
        countries=event.states,
        reference=event.key,
    )


def _places(frame: Frame, event: NamedEvent) -> tuple[Place, ...]:
    year = event.date.earliest.year if event.date.earliest else None
    found = (frame.locate(name, when=year) for name in event.places)
    return tuple(replace(place, basis="the reference list of events") for place in found if place is not None)


def _dated_heads(frame: Frame, used: set[int]) -> Iterator[Draft]:
    """“the 1942 treaty”, “This treaty had been signed in 1921”: the one event of that year, kind and those states."""
    for mention in frame.dates:
        date = date_of(mention)
        if date is None or mention.start in used or not date.earliest or not date.latest:
            continue
        if date.earliest.year != date.latest.year or date.earliest.year not in by_year():
            continue
        head = _head_of(frame, mention)
        if head is not None:
            event = _of_year(frame, mention, date, head[0])
            if event is not None:
                yield _draft(frame, event, head[1], mention)


def _head_of(frame: Frame, mention: Mention) -> tuple[str, Span] | None:
    """The noun that the date stands beside, and where it stands."""
    after = _DATED_HEAD.match(frame.text, mention.end + 1)
    if after and len(mention.text) == 4:
        return after.group(1).lower(), Span(after.start(1), after.end(1))
    sentence = frame.sentences.at(mention.start)
    start = max(sentence.start, mention.start - 140)
    for head in reversed(list(_DATED_HEAD.finditer(frame.text, start, mention.start))):
        between = frame.text[head.end() : mention.start]
        if _DATE_AFTER.fullmatch(between) or re.fullmatch(
            r" (?:of [a-z]+ )?(?:between|with|among|on|concerning|regarding) [^.;:]{3,110}?,? (?:signed|concluded"
            r"|of|done)(?: (?:at|in) [A-Z][\w .]{2,25})?,? ?(?:on |in )?",
            between,
        ):
            return head.group(1).lower(), Span(head.start(1), head.end(1))
    return None


def _of_year(frame: Frame, mention: Mention, date: DateSpan, head: str) -> NamedEvent | None:
    """The one event of that date whose name has the noun and two of whose states the document names."""
    noun = "treaty" if head.startswith("treat") else head.removesuffix("s") if head != "congress" else head
    assert date.earliest is not None
    found = [
        event
        for event in by_year()[date.earliest.year]
        if _overlap(event.date, date) and noun in " ".join((event.title, *event.names)).lower()
    ]
    document = {state for hit in frame.states for state in hit.value}
    near = {state for hit in within(frame.states, frame.paragraph(mention.start)) for state in hit.value}
    ranking = sorted(((_share(event, near, document), event.key, event) for event in found), reverse=True)
    ranking = [entry for entry in ranking if entry[0][0] > 0]
    if not ranking or (len(ranking) > 1 and ranking[0][0] == ranking[1][0]):
        return None
    return ranking[0][2]


def _share(event: NamedEvent, near: set[str], document: set[str]) -> tuple[float, int]:
    """How well the states named fit those of the event: those near by first; 0 where fewer than two are named."""
    states = set(event.states)
    enough = min(2, len(states))
    if len(states & near) >= enough:
        return (1 + len(states & near) / len(states), len(states & near))
    if len(states & document) >= enough:
        return (len(states & document) / len(states), len(states & document))
    return (0.0, 0)
