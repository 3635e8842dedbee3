"""Events of the reference list: conferences, treaties, wars and the like that a document names without their date.

A name counts as the event only where the time fits; a place counts only where the words make a conference of it (“met
him at Yalta”, not “the road to Yalta”); of several events of one name that one is meant whose date stands beside it,
else the one going on, else the last before the document, or the next where the words look ahead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, takewhile

from dashboard.datespan import DateBasis, DateSpan
from dashboard.extraction.events.drafts.clauses import clause_around
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.named.cited_titles import is_in_title
from dashboard.extraction.events.named.dated_heads import DATE_AFTER, find_dated_heads
from dashboard.extraction.events.named.other_names import is_another_thing
from dashboard.extraction.events.named.phase import fits_naming
from dashboard.extraction.events.named.reference import (
    NamedEvent,
    Naming,
    hubs,
    named_events,
    namings,
    nouns_of_several,
)
from dashboard.extraction.events.named.time import hoped_for, overlap, possible, remoteness
from dashboard.extraction.events.named.words import naming_words
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.lexicon import Hit
from dashboard.extraction.states import seats
from dashboard.model import Mention, Place, Span, Status

_AT = re.compile(r"\b(?:at|since|after|before|from|of|in|during|following|by|as at|and)(?: the)? $")
_NO_CONFERENCE = re.compile(
    r"\b(?:Embassy|Legation|Consulate|Consul|Consul General|Ambassador|Minister|Chargé|Mission|Attaché|arriv(?:e|ed"
    r"|al|ing)"
    r"|stay(?:ed|ing)?|road|train|trip|way|journey|city|town|port|flew|fly|born|lives?|resid\w+|station(?:ed)?"
    r"|telegram|cable"
    r"|office|officials?|authorities|University|Government|people|situation)(?: \w+)? (?:at|in|from|of|to|for"
    r"|by)(?: the)? $|\b[Bb]etween [A-Z]\w+ and $"
)
_OTHER_TALKS = re.compile(r" (?!peace)[a-z]+ (?:talks|conference|meeting|negotiations|conversations)\b")
"""“The Geneva trade talks” are none of the conferences that “Geneva” stands for."""
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
_PLENARY = re.compile(r"[Pp]lenary (?<=\b[Pp]lenary )(?:[Mm]eeting|[Ss]ession)s?\b")
"""Its first letter, and not “\\b”, leads the pattern, so that the engine leaps to it: a third of the time."""
_BECAME = re.compile(
    r"(?: of \d{4})?, which (?:became (?:Public Law \d+|law|effective)|entered into force|was (?:signed|approved)"
    r"(?: (?:at|in) [A-Z][\w ]{2,25})?) on "
)
_DATE_BEFORE = re.compile(r"[\s,’'s]*(?:Anglo-|the )?$")


def find_named(frame: Frame, used: set[int]) -> Iterator[Draft]:
    """A draft for each naming that fits; `settle` puts those of one event together."""
    hits = namings().find(frame.words, frame.text)
    known: set[str] = set()
    for (start, end), group in groupby(hits, key=lambda hit: (hit.start, hit.end)):
        span = Span(start, end)
        if is_another_thing(frame.text, span):
            continue
        same = [hit for hit in group if fits_naming(frame, span, hit.value.event)]
        candidates = [hit.value for hit in same if _speaks_of(frame, hit, hits)] or _kept_company(frame, span, same)
        event, beside = _choose(frame, span, candidates, used)
        if event is not None:
            known.add(event.key)
            yield _draft(frame, event, span, beside)
    for event, span, mention in find_dated_heads(frame, used, known):
        if not is_in_title(frame.text, span):
            yield _draft(frame, event, span, mention)
    yield from _going_on(frame)


def _speaks_of(frame: Frame, hit: Hit[Naming], hits: Sequence[Hit[Naming]]) -> bool:
    """Whether the surroundings make the phrase an event."""
    naming, span = hit.value, Span(hit.start, hit.end)
    if naming.how == "place":
        elsewhere = not _place_of_another(frame, span, hits) and not _own_capital(frame, span, naming.event)
        return elsewhere and _conference_at(frame, span)
    if naming.how == "near":
        return _in_company(naming.event, _company(frame, span)) or (
            _between_main_states(frame, naming.event)
            and (frame.words_at(span) not in nouns_of_several() or _on_both_alone(frame, naming.event))
        )
    return True


def _company(frame: Frame, span: Span) -> set[str]:
    """The words in which a name must find its company: its paragraph; its sentence if it is a noun of several events.

    “Changes to armistice agreement” speaks of any, whoever is named in the sentences before.
    """
    if frame.words_at(span) in nouns_of_several():
        return _of_its_sentence(frame, span)
    paragraph = frame.paragraph(span.start)
    return set(frame.words.between(max(paragraph.start, span.start - 300), min(paragraph.end, span.end + 300)))


def _of_its_sentence(frame: Frame, span: Span) -> set[str]:
    """The words of the sentence the span stands in."""
    sentence = frame.sentences.at(span.start)
    return set(frame.words.between(sentence.start, sentence.end))


def _in_company(event: NamedEvent, words: Set[str]) -> bool:
    """Whether the words hold all of one entry of those that a name needs beside it."""
    return not event.near or any(all(part in words for part in word.split()) for word in event.near)


def _kept_company(frame: Frame, span: Span, hits: Sequence[Hit[Naming]]) -> list[Naming]:
    """The one event whose company stands elsewhere in the document, for a name of two words or more in capitals."""
    if not re.fullmatch(r"(?!The )[A-Z][^\W\d_]+(?:[ –-][A-Z][\w.]+)+", frame.words_at(span)):
        return []
    near = [hit.value for hit in hits if hit.value.how == "near" and _in_company(hit.value.event, frame.vocabulary)]
    return near if len({naming.event.key for naming in near if possible(frame, span, naming)}) == 1 else []


def _between_main_states(frame: Frame, event: NamedEvent) -> bool:
    """Whether an agreement of two or three states is named in a document that is about just these."""
    main = set(frame.ranked_states[:4])
    return event.kind == "agreement" and 2 <= len(event.states) <= 3 and set(event.states) <= main


def _on_both_alone(frame: Frame, event: NamedEvent) -> bool:
    """Whether the document is about the two states of an agreement and hardly any other: “the armistice agreement”.

    The state whose paper it is does not count, which most papers name whatever they are about.
    """
    states = set(event.states)
    counts = Counter(state for hit in frame.states for state in hit.value if state != frame.ministry.state)
    others = sum(count for state, count in counts.items() if state not in states)
    return len(states) == 2 and all(counts[state] >= _OFTEN for state in states) and others <= _SELDOM * counts.total()


_OFTEN, _SELDOM = 2, 0.1
"""How often a paper names each state that it is about, and what share of all names the others have at most."""


def _place_of_another(frame: Frame, span: Span, hits: Sequence[Hit[Naming]]) -> bool:
    """Whether the place only says where an event named beside it was: “the Declaration signed at Moscow”."""
    words = frame.words_at(span)
    return any(
        hit.value.how != "place" and words in hit.value.event.places
        for hit in within(hits, Span(span.start - 90, span.end + 60))
    )


def _own_capital(frame: Frame, span: Span, event: NamedEvent) -> bool:
    """Whether the place is first the capital of a state the document is about: Tehran in papers of Iran in 1948."""
    state = seats().get(frame.words_at(span).casefold())
    return state is not None and state not in event.states and state in frame.ranked_states[:2]


def _conference_at(frame: Frame, span: Span) -> bool:
    """Whether the place stands for what was agreed there."""
    before = frame.text[max(0, span.start - 45) : span.start]
    if _HEADS.match(frame.text, span.end):
        return True
    if _OTHER_TALKS.match(frame.text, span.end):
        return False
    if not _AT.search(before) or _NO_CONFERENCE.search(before):
        return False
    if before.endswith("in ") and (frame.words_at(span).casefold() in seats() or frame.words_at(span) in hubs()):
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
        matching = [
            naming.event
            for naming in meant
            if overlap(naming.event.date, date_of(beside)) and not hoped_for(frame, span, naming.event)
        ]
        if matching:
            nearest = min(matching, key=lambda event: remoteness(frame, span, event))
            own = beside.start not in used and _dates_all_of(beside, nearest)
            return nearest, beside if own else None
        if beside.start not in used:
            return None, None
    fitting = [naming.event for naming in meant if possible(frame, span, naming)]
    if len(fitting) > 1 and all(naming.how == "near" for naming in meant):
        words = _of_its_sentence(frame, span)
        fitting = [event for event in fitting if _in_company(event, words)] or fitting
        fitting = _of_states_told(frame, span, fitting)
    fitting = _dated_in_sentence(frame, span, fitting)
    return (min(fitting, key=lambda event: remoteness(frame, span, event)), None) if fitting else (None, None)


def _dated_in_sentence(frame: Frame, span: Span, events: list[NamedEvent]) -> list[NamedEvent]:
    """Those of events of one name that a date of the sentence falls into: “at the Quebec Conference … in August 1943”.

    All of them where no date or every one does.
    """
    told = [date_of(mention) for mention in within(frame.dates, frame.sentence_around(span))]
    dated = [event for event in events if any(overlap(event.date, date) for date in told if date)]
    return dated or events


def _of_states_told(frame: Frame, span: Span, events: list[NamedEvent]) -> list[NamedEvent]:
    """Those of events of one name whose states the sentence and the place of writing tell: “the armistice”, from Rome.

    All of them where neither tells more of one than of another.
    """
    told = {state for hit in within(frame.states, frame.sentences.at(span.start)) for state in hit.value}
    told |= {frame.own_place.country} if frame.own_place else set()
    most = max(len(told & set(event.states)) for event in events)
    return [event for event in events if len(told & set(event.states)) == most]


def _dates_all_of(mention: Mention, event: NamedEvent) -> bool:
    """Whether the date is the event's, not that of something on one of its days: “spoke at the conference on May 5”."""
    listed, said = event.date, date_of(mention)
    one_day = said is not None and said.earliest is not None and said.earliest == said.latest
    return listed.earliest == listed.latest or not one_day


def _date_beside(frame: Frame, span: Span) -> Mention | None:
    """The date of “the Declaration signed at Moscow, October 30, 1943”, “the 1942 treaty”.

    Of “the Act of 1954, which became Public Law 665 on August 26” the day.
    """
    sentence = frame.sentences.at(span.start)
    became = _BECAME.match(frame.text, span.end)
    if became and (day := within(frame.dates, Span(became.end(), became.end() + 1))):
        return day[0]
    for mention in within(frame.dates, Span(max(sentence.start, span.start - 30), min(sentence.end, span.end + 70))):
        if mention.end <= span.start and _DATE_BEFORE.fullmatch(frame.text, mention.end, span.start):
            return mention
        if mention.start >= span.end and DATE_AFTER.fullmatch(frame.text, span.end, mention.start):
            return mention
        if span.start <= mention.start < span.end:
            return mention
    return None


def _draft(frame: Frame, event: NamedEvent, span: Span, beside: Mention | None) -> Draft:
    """One naming as an event: planned where its date lies ahead of the document."""
    anchor = Span(min(span.start, beside.start), max(span.end, beside.end)) if beside else span
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
        date=_known_by(event.date, beside),
        evidence=(_evidence(frame, anchor),),
        dates=tuple(within(frame.dates, anchor)) if beside and beside.start > span.end else (beside,) if beside else (),
        title=event.title,
        places=_places(frame, event),
        status=status,
        topics=event.topics,
        countries=event.states,
        reference=event.key,
        naming=(naming_words(frame.text, anchor),),
    )


def _evidence(frame: Frame, anchor: Span) -> Span:
    """The clause that names the event; the name alone where the clause has another day."""
    clause, _ = clause_around(frame, frame.sentences.at(anchor.start), anchor)
    others = (one for one in within(frame.dates, clause) if not anchor.start <= one.start < anchor.end)
    dated = any(date and date.earliest == date.latest for date in map(date_of, others))
    return anchor if dated else clause


def _known_by(listed: DateSpan, beside: Mention | None) -> DateSpan:
    """The date of the reference list; what the words beside the name state of it has their basis, not the list's."""
    said = beside.value if beside else None
    if not isinstance(said, DateSpan) or "/" in listed.edtf:
        return listed
    told = zip(listed.edtf.split("-"), said.edtf.split("-"), strict=False)
    agreed = sum(1 for _ in takewhile(lambda parts: parts[0] == parts[1], told))
    parts = zip(listed.basis, said.basis, strict=True)
    basis = DateBasis(*(word or row if n < agreed else row for n, (row, word) in enumerate(parts)))
    return replace(listed, text=said.text, basis=basis)


def _going_on(frame: Frame) -> Iterator[Draft]:
    """The conference at which a document was written, where it speaks of a plenary meeting."""
    own, here = frame.own_date, frame.own_place
    if own is None or here is None:
        return
    for match in _PLENARY.finditer(frame.text):
        for event in named_events().values():
            if event.kind == "meeting" and overlap(event.date, own) and _lies_at(frame, event, here):
                yield _draft(frame, event, Span(match.start(), match.end()), None)


def _lies_at(frame: Frame, event: NamedEvent, here: Place) -> bool:
    """Whether the event was held where the document was written, to about half a degree."""
    places = _places(frame, event)
    return any(abs(place.lat - here.lat) < 0.5 and abs(place.lon - here.lon) < 0.5 for place in places)


def _places(frame: Frame, event: NamedEvent) -> tuple[Place, ...]:
    """The places of the row, as the gazetteers know them in its year."""
    year = event.date.earliest.year if event.date.earliest else None
    found = (frame.locate(name, when=year) for name in event.places)
    return tuple(replace(place, basis="the reference list of events") for place in found if place is not None)
