"""Sheet: what one document brings to an atlas, worked out before it meets the others.

Everything that needs only the document itself is on its sheet: the sentences of its mentions, the events they light up,
the words by which it is found. So this work is done where the document is read, on as many machines as there are, and
an atlas is put together from sheets without reading a text again.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.datespan import DateSpan
from dashboard.model import Annotations, Document, Event, Markup, Mention, Person, Place, Span
from dashboard.passages import Passages
from dashboard.store.codec import decode, encode
from dashboard.store.links import Lights, own_occasion

_NEAR = 2_000
"""Characters of a sentence before and after an event's evidence that lead a search to it: more than sentences have."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document as an atlas keeps it; events stand on it by their ids only."""

    id: str
    title: str
    collection: str
    """The volume or series the document belongs to, no longer than an address takes; empty where not known."""
    value: str
    """The document without its text, as JSON: the atlas keeps it so, and few look into it before."""
    text: str
    date: DateSpan | None
    """The document's own date, with its basis."""
    place: Place | None
    """Where it was written, with its basis."""
    occasion: str
    """Id of the event that the document itself is; empty where none was found."""
    words: dict[str, str]
    """By event id, what leads a search to it here: the sentences of its evidence, the mentions that light it up."""
    untold: tuple[Span, ...]
    """Its dated clauses that are no events."""
    mentions: dict[str, list[Any]]
    """The columns of the table mentions, in order of the text; `lights` holds event ids."""

    @property
    def document(self) -> Document:
        """The document with its text."""
        return replace(decode(Document, self.value), text=self.text)


def sheet_of(found: Annotations, events: Sequence[Event]) -> Sheet:
    """The sheet of a document and the events told in it."""
    document, record = found.document, found.document.record
    passages = Passages(document.text)
    sheet = Sheet(
        id=document.id,
        title=document.title,
        collection=(document.collection or record.volume_title or record.series)[:200],
        value=encode(replace(document, text="", markup=Markup())),
        text=document.text,
        date=found.date or document.date,
        place=found.place,
        occasion="",
        words={},
        untold=found.untold,
        mentions=_columns(found, passages),
    )
    return _lit(sheet, events, passages)


def lit(sheet: Sheet, events: Sequence[Event]) -> Sheet:
    """The sheet with its occasion, its mentions and its words leading to these events, those told in the document."""
    return _lit(sheet, events, Passages(sheet.text))


def _lit(sheet: Sheet, events: Sequence[Event], passages: Passages) -> Sheet:
    occasion = own_occasion(sheet.document, sheet.date, events)
    lights = Lights(sheet.id, events, occasion)
    words = {event.id: [*_sentences(event, sheet.id, passages)] for event in events}
    lit_up, shares = [], []
    columns = (sheet.mentions[name] for name in ("start", "stop", "sentence_start", "sentence_stop", "text"))
    for start, stop, sentence_start, sentence_stop, text in zip(*columns, strict=True):
        event, sharing = lights.event_for(Span(start, stop), Span(sentence_start, sentence_stop))
        lit_up.append(event.id if event else None)
        shares.append(sharing)
        if event:
            words[event.id].append(text)
    return replace(
        sheet,
        occasion=occasion.id if occasion else "",
        words={event_id: "\n".join(each) for event_id, each in words.items()},
        mentions=sheet.mentions | {"lights": lit_up, "shares": shares},
    )


MEANINGS: dict[str, type[DateSpan] | type[Place] | type[Person]] = {"date": DateSpan, "place": Place, "person": Person}
"""What the value of a mention is, by its kind."""


def annotations_of(sheet: Sheet) -> Annotations:
    """What was found in the document, its events left out."""
    mentions: dict[str, list[Mention]] = {kind: [] for kind in MEANINGS}
    columns = (sheet.mentions[name] for name in ("kind", "start", "stop", "text", "value"))
    for kind, start, stop, text, value in zip(*columns, strict=True):
        meaning = decode(MEANINGS[kind], value) if value else None
        mentions[kind].append(Mention(kind, start, stop, text, meaning))
    dates, places, people = (tuple(mentions[kind]) for kind in ("date", "place", "person"))
    return Annotations(sheet.document, sheet.date, sheet.place, dates, places, people, untold=sheet.untold)


def _columns(found: Annotations, passages: Passages) -> dict[str, list[Any]]:
    """The mentions as columns, without the events they light up."""
    mentions = sorted((*found.dates, *found.places, *found.people), key=lambda one: (one.start, one.end))
    sentences = [passages.sentence(mention.start, mention.end) for mention in mentions]
    values = [mention.value for mention in mentions]
    return {
        "start": [mention.start for mention in mentions],
        "stop": [mention.end for mention in mentions],
        "kind": [mention.kind for mention in mentions],
        "text": [mention.text for mention in mentions],
        "sentence_start": [sentence.start for sentence in sentences],
        "sentence_stop": [sentence.end for sentence in sentences],
        "place": [value.id if isinstance(value, Place) else None for value in values],
        "value": [encode(value) if value else None for value in values],
    }


def _sentences(event: Event, document_id: str, passages: Passages) -> list[str]:
    """The sentences of the event's evidence in this document, each once; of an endless one what stands near."""
    near: list[Span] = []
    for evidence in event.evidence:
        if evidence.document_id == document_id:
            span = passages.sentence(evidence.start, evidence.end)
            start, end = max(span.start, evidence.start - _NEAR), min(span.end, evidence.end + _NEAR)
            if near and near[-1].start <= start < near[-1].end:
                before = near.pop()
                start, end = before.start, max(before.end, end)
            near.append(Span(start, end))
    return [passages.text[span.start : span.end] for span in dict.fromkeys(near)]


def pack(sheet: Sheet) -> bytes:
    """A sheet as bytes to be kept or sent."""
    return zlib.compress(encode(sheet).encode(), 1)


def unpack(packed: bytes) -> Sheet:
    """The sheet that `pack` wrote."""
    return decode(Sheet, zlib.decompress(packed).decode())
