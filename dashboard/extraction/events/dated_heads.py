"""Agreements named by their year alone: “the 1942 treaty”, “This treaty had been signed in 1921”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.datespan import DateSpan
from dashboard.extraction.events.frame import Frame, date_of, within
from dashboard.extraction.events.naming_time import overlap
from dashboard.extraction.events.reference import NamedEvent, by_year
from dashboard.model import Mention, Span

_DATED_HEAD = re.compile(
    r"(?:[A-Z][\w–-]+ ){0,2}([Tt]reaty|[Tt]reaties|[Aa]greements?|[Cc]onvention|[Dd]eclaration|[Cc]onference"
    r"|[Aa]rmistice|[Pp]rotocol|[Pp]act"
    r"|[Aa]ccords?|[Rr]evolution|[Ww]ar|[Cc]ongress|[Cc]ommuniqu[ée])\b"
)
_SIGNED = (
    r"(?:,? ?(?:which )?(?:had been |was |were )?(?:signed|concluded|made|held|of|dated|in|at|on|adopted|issued)\b)?"
)
DATE_AFTER = re.compile(
    rf"(?:\d{{1,2}})?[\s,(]*{_SIGNED}(?: (?:at|in) [A-Z][\w ]{{2,25}})?[\s,(]*(?:of |on |in |dated )?$"
)


def find_dated_heads(frame: Frame, used: set[int]) -> Iterator[tuple[NamedEvent, Span, Mention]]:
    """The one event of that year, noun and those states, where its noun stands, and its date."""
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
                yield event, head[1], mention


def _head_of(frame: Frame, mention: Mention) -> tuple[str, Span] | None:
    """The noun that the date stands beside, and where it stands."""
    after = _DATED_HEAD.match(frame.text, mention.end + 1)
    if after and len(mention.text) == 4:
        return after.group(1).lower(), Span(after.start(1), after.end(1))
    sentence = frame.sentences.at(mention.start)
    start = max(sentence.start, mention.start - 140)
    for head in reversed(list(_DATED_HEAD.finditer(frame.text, start, mention.start))):
        between = frame.text[head.end() : mention.start]
        if DATE_AFTER.fullmatch(between) or re.fullmatch(
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
        if overlap(event.date, date) and noun in " ".join((event.title, *event.names)).lower()
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
