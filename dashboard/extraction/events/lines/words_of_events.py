"""Words that say that something happened, and what kind of thing: data/vocabulary/event_words.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dashboard.errors import VocabularyError
from dashboard.extraction.lexicon import Hit, Lexicon
from dashboard.extraction.vocabulary import rows, split
from dashboard.extraction.words import Words
from dashboard.model import EventKind

Force = Literal["verb", "noun", "light", "spare"]
"""A light verb says only that what its noun names began, went on or ended: “the landing began”. A spare one tells
something only where its sentence has no other word of an event: “Burns saw Gohar at Gaza September 27”."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """The kind of event a word speaks of, and whether it tells (a verb) or names (a noun)."""

    kind: EventKind
    force: Force


@cache
def _lexicon(*, spare: bool) -> Lexicon[EventWord]:
    entries = []
    for row in rows("event_words.csv", "kind", "force", "words"):
        if row["kind"] not in get_args(EventKind) or row["force"] not in get_args(Force):
            raise VocabularyError(f"event_words.csv: “{row['kind']}, {row['force']}” is no kind and force of an event.")
        word = EventWord(cast(EventKind, row["kind"]), cast(Force, row["force"]))
        if (word.force == "spare") == spare:
            entries += [(phrase, word) for phrase in split(row["words"])]
    return Lexicon(entries)


def find_event_words(words: Words, text: str) -> list[Hit[EventWord]]:
    """Every such word in order, the spare ones aside."""
    return _lexicon(spare=False).find(words, text)


def find_spare_words(words: Words, text: str) -> list[Hit[EventWord]]:
    """The words in order that tell something only where no other does."""
    return _lexicon(spare=True).find(words, text)
