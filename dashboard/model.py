"""The values the stages hand to one another: all frozen, all carrying where they come from.

Document -> (extraction) -> Mention, Event -> (gazetteer) -> Place -> (store). Offsets are Python string indices
into Document.text, exactly as read; `text[start:end]` is always the words themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, get_args

from dashboard.datespan import Basis, DateSpan

EventKind = Literal[
    "meeting",
    "agreement",
    "military",
    "communication",
    "statement",
    "visit",
    "appointment",
    "political",
    "legal",
    "economic",
    "other",
]
EventFamily = Literal["meeting", "agreement", "war", "message", "other"]
EVENT_FAMILIES: tuple[EventFamily, ...] = get_args(EventFamily)
"""What marks are drawn by, in the order of legends: eleven kinds are more than shapes and colours can tell apart."""
FAMILY_OF: Mapping[EventKind, EventFamily] = {
    "meeting": "meeting",
    "visit": "meeting",
    "agreement": "agreement",
    "military": "war",
    "communication": "message",
    "statement": "message",
    "appointment": "other",
    "political": "other",
    "legal": "other",
    "economic": "other",
    "other": "other",
}
PlaceKind = Literal["settlement", "country", "region", "water", "site", "other"]
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
MentionKind = Literal["date", "place", "person"]
Certainty = Literal["explicit", "inferred"]
"""explicit: the date stands in the text; inferred: it comes from the reference list."""
Status = Literal["happened", "planned", "proposed", "denied"]
SectionKind = Literal["front", "body", "enclosure", "notes"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """What a cataloguer knows of a document, as in documents.csv; empty where not known."""

    series: str = ""
    volume_title: str = ""
    number: str = ""
    editors: str = ""
    publisher: str = ""
    year_published: str = ""
    first_page: str = ""
    last_page: str = ""
    archive_reference: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page marker such as “[Page 685]”, an empty span where the file keeps it apart: the page begins at `end`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: where its words stand, and where its mark stands in the text it belongs to."""

    label: str
    """The number as printed before the note (“5”)."""
    start: int
    end: int
    mark: Span | None = None
    """The digits glued to a word of the body that stand for this note (“Iran60”), if found; an empty span after that
    word where the file keeps the mark out of the text."""

    @property
    def anchor(self) -> int | None:
        """Offset of a character of what the note belongs to: the mark's first, or the one before an empty mark."""
        return max(0, self.mark.start - (self.mark.start == self.mark.end)) if self.mark else None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its own voice and its own dates: front matter, body, an enclosure, the notes."""

    kind: SectionKind
    start: int
    end: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person under one name, with the office the document gives."""

    name: str
    """Shortest unmistakable form: “Byrnes”, or “James F. Byrnes” where the text gives it."""
    office: str = ""
    id: str = ""
    """Where the document came with a list of persons, the key there (“frus1955-57v14#p_AWW1”)."""


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """A stretch that the mark-up of the file calls a date, and the date it gives."""

    start: int
    end: int
    date: DateSpan


@dataclass(frozen=True, slots=True)
class MarkedPerson:
    """A stretch that the mark-up of the file calls a person, and who that is."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Markup:
    """What the mark-up of the source file says, each fact in order; it counts for more than what the text suggests."""

    dates: tuple[MarkedDate, ...] = ()
    people: tuple[MarkedPerson, ...] = ()
    places: tuple[Span, ...] = ()
    """Names of places, as words only."""
    own_place: Span | None = None
    """The name of the place of writing, in the document's dateline."""
    participants: tuple[Span, ...] = ()
    """The lines that list who was present."""


_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The line of a document that stands for an enclosure which is a document of its own."""

    start: int
    end: int
    document_id: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The document that an enclosure came with."""

    document_id: str
    name: str
    """What it is called in a few words: “document 69”."""
    date: DateSpan | None = None
    """Its own date where catalogue or mark-up give one."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its text as read, what the catalogue says of it, and the structure found in it."""

    id: str
    text: str
    title: str = ""
    date: DateSpan | None = None
    """The document's date where catalogue or mark-up give one; otherwise extraction looks for it."""
    place: str = ""
    """The name of the place where it was written, where catalogue or mark-up give one."""
    record: CatalogueRecord = CatalogueRecord()
    sections: tuple[Section, ...] = ()
    """In order, without gaps: together they cover the text."""
    pages: tuple[PageBreak, ...] = ()
    notes: tuple[Note, ...] = ()
    collection: str = ""
    """The volume or series it belongs to, where mark-up or folder say so; the catalogue's volume counts otherwise."""
    markup: Markup = Markup()
    editorial: bool = False
    """Whether the editors tell it, long after: no paper of the time."""
    enclosures: tuple[Enclosed, ...] = ()
    """Those of its enclosures that are documents of their own, in order of the text."""
    cover: Cover | None = None
    """The document it is an enclosure to, where it is one."""
    problems: tuple[str, ...] = ()
    """Sentences on what of the file could not be read."""

    def page_at(self, offset: int) -> str:
        """The label of the page the offset stands on; empty where no page is known."""
        at = bisect_right(self.pages, offset, key=_START)
        return self.pages[at - 1].label if at else self.record.first_page

    def printed_on(self, offset: int) -> str:
        """The page of print the words are on: a footnote is on that of its mark, wherever the file has it."""
        note = self.note_at(offset)
        return self.page_at(note.anchor if note and note.anchor is not None else offset)

    def note_at(self, offset: int) -> Note | None:
        """The footnote in whose words the offset stands; None outside of them."""
        return next((note for note in self.notes if note.start <= offset < note.end), None)

    def section_at(self, offset: int) -> Section | None:
        """The section the offset stands in; None for a document without sections."""
        at = bisect_right(self.sections, offset, key=_START)
        return self.sections[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map: its name then and now, where it is, what it is, and who says so."""

    id: str
    """Gazetteer and row: “geonames:524901”, “curated:soviet-union”; stable between runs."""
    name: str
    """The name in today's English gazetteer (“Tallinn”); for a state of the time, its name then (“Soviet Union”)."""
    lat: float
    lon: float
    kind: PlaceKind
    country: str = ""
    """ISO 3166 alpha-2 of the country it lies in today; for a state, of the continuing state; empty for none."""
    as_written: str = ""
    """The name as the document writes it (“Tallin”)."""
    radius_km: float = 0.0
    """How far off the point may be, or how far an area reaches from its label point; 0 for a settled point."""
    basis: str = ""
    """Why this one: named in the clause, the paragraph, the dateline, the reference list, set by an editor."""
    source: str = ""
    """Which gazetteer and which row of it, as a citation."""
    alternatives: tuple[str, ...] = ()
    """Ids of the other readings, the likeliest first, for a person to choose from."""
    rivals: int = 0
    """How many of them are about as likely; 0 where this one stands out."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of a date, a place or a person, and what it means."""

    kind: MentionKind
    start: int
    end: int
    text: str
    value: DateSpan | Place | Person | None = None
    """None where the words were recognised but not understood (a name no gazetteer knows)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The clause or sentence of a document that says so."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or was to happen, with the words that say so. No event without evidence."""

    id: str
    """Hash of document id, kind, first evidence offsets and rule family: a corrected title does not change it."""
    title: str
    date: DateSpan | None
    kind: EventKind
    certainty: Certainty
    status: Status
    told_by: str
    """“author”, “speaker: Stalin”, “writer: Truman” (of a paper enclosed), or “note”: whose voice the evidence is."""
    evidence: tuple[Evidence, ...]
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    topics: tuple[str, ...] = ()
    """Keys of data/vocabulary/topics.csv, the weightiest first."""
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2 of the states concerned (the continuing state), never merely where the place lies today."""
    aliases: tuple[str, ...] = ()
    """Ids of the events merged into this one."""
    reference: str = ""
    """Key of the row of the reference list of named events, where it is one."""

    @property
    def listed(self) -> bool:
        """Whether the reference list gives its date or a part of it: a text that calls a treaty by its year alone does
        not tell the day.
        """
        return self.certainty == "inferred" or (self.date is not None and Basis.REFERENCE in self.date.basis)


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was found in one document."""

    document: Document
    date: DateSpan | None
    """The document's own date, with its basis; None where the document does not say."""
    place: Place | None
    """Where it was written, with its basis; None where the document does not say."""
    dates: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    people: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    untold: tuple[Span, ...] = ()
    """Dated words of which no line tells by itself what happened: no event’s, but their dates are among `dates`."""
