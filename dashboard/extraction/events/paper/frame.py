"""Frame: all that is known of one document while its events are looked for, each list looked up by offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from operator import attrgetter
from typing import Protocol, TypeVar

from dashboard.datespan import DateSpan, Day
from dashboard.extraction.base import Locate
from dashboard.extraction.events.lines.words_of_events import EventWord, find_event_words, find_spare_words
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.paper.ministry import Ministry, ministry_of
from dashboard.extraction.filing import Filing, filing_of
from dashboard.extraction.lexicon import Hit
from dashboard.extraction.states import find_seats, find_states, find_statesmen, ranked
from dashboard.extraction.topics import find_terms
from dashboard.extraction.words import Words, words_of
from dashboard.model import Document, Mention, Place, Span
from dashboard.sentences import Spans, sentences_of


class _Located(Protocol):
    @property
    def start(self) -> int: ...


L = TypeVar("L", bound=_Located)
_START = attrgetter("start")


def within(items: Sequence[L], span: Span) -> Sequence[L]:
    """The items, which are in order, that begin within the span."""
    first = bisect_left(items, span.start, key=_START)
    return items[first : bisect_left(items, span.end, lo=first, key=_START)]


_NEAR = 300
"""Characters on either side of a name within which its sentence is asked about it."""


@dataclass(frozen=True)
class Frame:
    """A document with what was found in it so far."""

    document: Document
    dates: tuple[Mention, ...]
    places: tuple[Mention, ...]
    people: tuple[Mention, ...]
    own_date: DateSpan | None
    own_place: Place | None
    locate: Locate
    heading: Heading
    """Who wrote to whom, or who met."""
    words: Words = field(init=False)
    sentences: Spans = field(init=False)
    states: list[Hit[tuple[str, ...]]] = field(init=False)
    statesmen: list[Hit[tuple[str, ...]]] = field(init=False)
    """Who spoke for a state in a year that the document tells of."""
    seats: list[Hit[tuple[str, ...]]] = field(init=False)
    """Seats of government that act or are addressed, as their states."""
    terms: list[Hit[tuple[str, int]]] = field(init=False)
    event_words: list[Hit[EventWord]] = field(init=False)
    now: DateSpan | None = field(init=False)
    """When its words are to be understood: its own date, else nearly the last of the dates that its body tells."""
    names: frozenset[str] = field(init=False)
    """The words of the names of people in the document."""
    authors: dict[int, str] = field(init=False, default_factory=dict, compare=False)
    """Who says “I” at an offset that was asked for; `voices` finds out, once for all that ask."""
    addressees: dict[int, str] = field(init=False, default_factory=dict, compare=False)
    """Whom “you” means at such an offset, likewise."""
    quotations: dict[int, int | None] = field(init=False, default_factory=dict, compare=False)
    """Where the quotation began that is open at such an offset, likewise."""
    told_in: dict[int, tuple[str, ...]] = field(init=False, default_factory=dict, compare=False)
    """By whom or in what is told what stands at such an offset; `context` finds out."""
    labels: list[tuple[str, ...]] = field(init=False, default_factory=list, compare=False)
    """What the document may be called, once asked for, likewise."""
    those_present: list[tuple[str, ...]] = field(init=False, default_factory=list, compare=False)
    """Who took part in the talk that the document records, once asked for; `present` finds out."""
    on_states: list[str] = field(init=False, default_factory=list, compare=False)
    """The states that the document is on, in a title's words, once asked for; `on_what` finds out."""
    called: list[dict[str, Counter[tuple[str, bool]]]] = field(init=False, default_factory=list, compare=False)
    """How often it names each state by each word, and whether as a country, likewise."""
    on_affair: list[str] = field(init=False, default_factory=list, compare=False)
    """What else it is on, once asked for; `affair` finds out."""

    def __post_init__(self) -> None:
        text = self.document.text
        words = words_of(self.document)
        values = {
            "words": words,
            "sentences": Spans(sentences_of(text)),
            "states": find_states(words, text),
            "statesmen": find_statesmen(words, text, self._years()),
            "seats": find_seats(words, text),
            "terms": find_terms(words, text),
            "event_words": find_event_words(words, text),
            "now": self.own_date or self._late_date(),
            "names": frozenset(word for one in self.people for word in one.text.split() if word[:1].isupper()),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def _years(self) -> set[int]:
        """The document's year, and every other of which it tells."""
        told = [date_of(mention) for mention in self.dates]
        return {date.earliest.year for date in (self.own_date, *told) if date and date.earliest}

    def _late_date(self) -> DateSpan | None:
        told = [(mention.start, date) for mention in self.dates if (date := date_of(mention)) and date.earliest]
        body = [date for start, date in told if not self.in_notes(start)] or [date for _, date in told]
        body.sort(key=lambda date: date.earliest or Day(0, 1, 1))
        return body[len(body) * 4 // 5] if body else None

    @cached_property
    def ministry(self) -> Ministry:
        """Whose papers it belongs to."""
        year = self.own_date.earliest.year if self.own_date and self.own_date.earliest else None
        place = self.own_place.name if self.own_place else ""
        return ministry_of(self.document, self.heading, year=year, place=place)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the document."""
        return frozenset(self.words.lower)

    @cached_property
    def marks(self) -> list[Span]:
        """The marks of notes in the text, in order."""
        return sorted((note.mark for note in self.document.notes if note.mark is not None), key=_START)

    @cached_property
    def towns(self) -> frozenset[str]:
        """The names of the towns that the document speaks of."""
        found = (one for one in self.places if isinstance(one.value, Place) and one.value.kind == "settlement")
        return frozenset(one.text for one in found)

    @cached_property
    def filing(self) -> Filing:
        """What its file number tells, read by the rules of its year."""
        return filing_of(
            self.document, self.own_date.earliest.year if self.own_date and self.own_date.earliest else None
        )

    @cached_property
    def ranked_states(self) -> tuple[str, ...]:
        """The states the document names, the most often named first; counted once, not for each name weighed."""
        return tuple(ranked(self.states))

    @cached_property
    def spare_words(self) -> list[Hit[EventWord]]:
        """Words that tell something only where their sentence has no other; looked for where one has none."""
        return find_spare_words(self.words, self.text)

    def words_at(self, span: Span) -> str:
        """The words of a span."""
        return self.document.text[span.start : span.end]

    def in_notes(self, offset: int) -> bool:
        """Whether the offset stands in the editors' own words, whose time and voice are not the document's."""
        if self.document.editorial:
            return True
        section = self.document.section_at(offset)
        return section is not None and section.kind == "notes"

    def in_body(self, items: Sequence[L]) -> list[L]:
        """Those of the items, which are in order, that stand in the document's own words: see `in_notes`."""
        if self.document.editorial:
            return []
        kept, sections = list(items), self.document.sections
        for section, after in reversed([*zip_longest(sections, sections[1:])]):
            if section.kind == "notes":
                first = bisect_left(kept, section.start, key=_START)
                del kept[first : bisect_left(kept, after.start, lo=first, key=_START) if after else None]
        return kept

    @property
    def opening(self) -> int:
        """Where the body begins: after the heading, if there is one."""
        return self.heading.line.end if self.heading.line else 0

    def sentence_around(self, span: Span) -> Span:
        """The sentence the span stands in, of an endless one what is near."""
        whole = self.sentences.at(span.start)
        return Span(max(whole.start, span.start - _NEAR), min(whole.end, span.end + _NEAR))

    def paragraph(self, offset: int) -> Span:
        """The line the offset stands on: in plain text a paragraph is one line."""
        at = bisect_left(self._line_ends, offset)
        start = self._line_ends[at - 1] + 1 if at else 0
        return Span(start, self._line_ends[at] if at < len(self._line_ends) else len(self.text))

    @cached_property
    def _line_ends(self) -> list[int]:
        """Looked for once: there may be as many questions about one endless line as it has words."""
        return [found.start() for found in re.finditer("\n", self.text)]


def date_of(mention: Mention) -> DateSpan | None:
    """The date a mention of a date means."""
    return mention.value if isinstance(mention.value, DateSpan) else None
