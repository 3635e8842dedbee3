"""Agreements named by their year alone: “the 1942 treaty”, “This treaty had been signed in 1921”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.datespan import DateSpan
from dashboard.extraction.events.named.reference import NamedEvent, by_year
from dashboard.extraction.events.named.time import overlap
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.words import words_in
from dashboard.model import EventKind, Mention, Span

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
    r"|,? (?:which )?(?:had been |was |were )?(?:signed|concluded|adopted|issued)(?: (?:at|in) [A-Z][\w ]{2,25})?,?"
    r" on the $"
)


_TOLD_DAY = re.compile(r"\d{4}|\b[A-Z][a-z]{2,8}\.? \d|\d [A-Z][a-z]{2,8}\b")
"""A year or a day of a month: “the conference this afternoon” is none of the list."""
_CORRECTED = re.compile(r" \[\d{4}")
"""The editor's other year: “Agreement of 1916 [1915?]”."""
_WITH_OTHERS = re.compile(
    r" (?:and \d{4} )?(?:with(?= the [A-Z]| [A-Z])|affecting|concerning|regarding|relating to) (?:the )?"
    r"(?P<what>[\w-]+(?: [\w-]+)?)"
)
"""What the agreement of a year was about, or with whom: “agreements in 1953 and 1954 with the UK”."""
_QUALIFIERS = re.compile(r"(?:\b[A-Z][\w’'–-]* )*(?:\b[a-z]+ )?$")
_OTHER_NOUNS = frozenset(
    ["press", "news", "aid", "funds", "grain", "loan", "trade", "payments", "staff", "air", "military"]
)
"""Before the noun these make another thing of it: a press conference, a loan agreement."""
_PLURAL = re.compile("treaties")
"""“The treaties of 1923” are none of them alone."""
_POINTERS = frozenset(
    ["the", "this", "that", "these", "those", "a", "an", "our", "such", "under", "in", "by", "article"]
)
_KINDS: dict[str, tuple[EventKind, ...]] = {
    "conference": ("meeting",),
    "congress": ("meeting",),
    "declaration": ("agreement", "statement"),
    "communique": ("agreement", "statement"),
    "communiqué": ("agreement", "statement"),
    "revolution": ("political", "military"),
    "war": ("military",),
}
"""What kind of event a noun can be; an agreement if it is not told here."""


def find_dated_heads(frame: Frame, used: set[int], known: set[str]) -> Iterator[tuple[NamedEvent, Span, Mention]]:
    """The one event of that year, noun and those states, where its noun stands, and its date.

    `known` are the keys of the events that the document names in full: “the treaty of 1856” is one of these first.
    """
    for mention in frame.dates:
        date = date_of(mention)
        if date is None or mention.start in used or not date.earliest or not date.latest:
            continue
        if not _TOLD_DAY.search(mention.text) or _CORRECTED.match(frame.text, mention.end):
            continue
        if date.earliest.year != date.latest.year or date.earliest.year not in by_year():
            continue
        head = _head_of(frame, mention)
        if head is not None:
            event = _of_year(frame, mention, date, head, known)
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


def _of_year(
    frame: Frame, mention: Mention, date: DateSpan, head: tuple[str, Span], known: set[str]
) -> NamedEvent | None:
    """The one event of that date whose name has the noun and two of whose states the document names."""
    noun = "treaty" if head[0].startswith("treat") else head[0].removesuffix("s") if head[0] != "congress" else head[0]
    assert date.earliest is not None
    found = [
        event
        for event in by_year()[date.earliest.year]
        if overlap(event.date, date)
        and event.kind in _KINDS.get(noun, ("agreement",))
        and (head[0] if _PLURAL.fullmatch(head[0]) else noun) in " ".join((event.title, *event.names)).lower()
        and _fits_what_qualifies(frame, head[1], date, event)
        and _fits_what_follows(frame, mention, date, event)
    ]
    document = set(frame.ranked_states)
    near = {state for hit in within(frame.states, frame.paragraph(mention.start)) for state in hit.value}
    beside = {state for hit in within(frame.states, frame.sentences.at(mention.start)) for state in hit.value}
    found = [event for event in found if event.key in known or not _of_others(event, beside)]
    ranking = sorted(
        (((3.0, 0) if event.key in known else _share(event, near, document)), event.key, event) for event in found
    )[::-1]
    ranking = [entry for entry in ranking if entry[0][0] > 0]
    if not ranking or (len(ranking) > 1 and ranking[0][0] == ranking[1][0]):
        return None
    return ranking[0][2]


def _fits_what_qualifies(frame: Frame, head: Span, date: DateSpan, event: NamedEvent) -> bool:
    """Whether the words before the noun are the event's: “the Anglo-Iraqi Treaty of 1930” is no naval treaty.

    Where the very day is told they need not be: “the boundary treaty of March 24, 1922”.
    """
    if date.earliest == date.latest == event.date.earliest:
        return True
    before = _QUALIFIERS.search(frame.text, max(0, head.start - 60), head.start)
    assert before is not None
    words = frame.words.between(before.start(), head.start)
    states = within(frame.states, Span(before.start(), head.start))
    named = {word for hit in states for word in frame.words.between(hit.start, hit.end)}
    capital = before.group()[:1].isupper()
    others = {word for word in words if word in _OTHER_NOUNS or (capital and word not in named | _POINTERS)}
    own = set(words_in(" ".join((event.title, *event.names, *event.places))).lower)
    return others <= own and all(set(hit.value) & set(event.states) for hit in states)


def _fits_what_follows(frame: Frame, mention: Mention, date: DateSpan, event: NamedEvent) -> bool:
    """Whether the words after the date are the event's: “the declaration of 1945 affecting the continental shelf”."""
    after = _WITH_OTHERS.match(frame.text, mention.end)
    if after is None or date.earliest == date.latest == event.date.earliest:
        return True
    states = {state for hit in within(frame.states, Span(after.start("what"), after.end())) for state in hit.value}
    if states:
        return bool(states & set(event.states))
    own = set(words_in(" ".join((event.title, *event.names, *event.places))).lower)
    return bool(set(frame.words.between(after.start("what"), after.end())) & own)


def _of_others(event: NamedEvent, beside: set[str]) -> bool:
    """Whether the sentence names a state that is no party to a treaty of two or three, and not all that are."""
    states = set(event.states)
    return len(states) <= 3 and len(beside) > 1 and bool(beside - states) and bool(states - beside)


def _share(event: NamedEvent, near: set[str], document: set[str]) -> tuple[float, int]:
    """How well the states named fit those of the event: half of them near by, or two of up to four in the document."""
    states = set(event.states)
    enough, shared = min(2, len(states)), len(states & near)
    if shared >= enough and shared > 0.5 * min(len(states), 4):
        return (1 + shared / len(states), shared)
    shared = len(states & document)
    if shared >= enough and len(states) <= 4:
        return (shared / len(states), shared)
    return (0.0, 0)
