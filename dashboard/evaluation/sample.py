"""Events drawn at random for a person to read: is the title understandable, and is it true to its passage?

What a person said of such a sample is kept in data/gold/read.csv.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.evaluation.intervals import SEED
from dashboard.evaluation.labels import EventLabel
from dashboard.evaluation.report import Scored
from dashboard.model import Document, Span

AROUND = 200
"""Characters shown before and after the evidence."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A title the engine made, and the passage it was made from, the evidence between ⟦ and ⟧."""

    document: str
    title: str
    date: str
    passage: str

    def __str__(self) -> str:
        return f"{self.title}  [{self.date}; {self.document}]\n    {self.passage}"


def draw(scored: Iterable[Scored], number: int, *, seed: int = SEED) -> list[ToRead]:
    """So many of the events found, the same ones for the same seed, in the order of the documents."""
    found = [(each.labelled.document, event) for each in scored for event in found_events(each)]
    chosen = sorted(random.Random(seed).sample(range(len(found)), min(number, len(found))))
    return [_to_read(*found[index]) for index in chosen]


def found_events(scored: Scored) -> list[EventLabel]:
    """All events the engine found in a document, in the order of their evidence."""
    events = [*(found for _, found in scored.matches.events.pairs), *scored.matches.events.false]
    return sorted(events, key=lambda event: (event.evidence[0].start, event.title))


def _to_read(document: Document, event: EventLabel) -> ToRead:
    return ToRead(document.id, event.title, event.edtf or "undated", _passage(document.text, event.evidence[0]))


def _passage(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " ".join(f"{before}⟦{text[span.start : span.end]}⟧{after}".split())
