"""Writing: a made-up text put together sentence by sentence, which remembers what it names and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.datespan import DateSpan
from dashboard.model import Mention, MentionKind, Person, Place, Span

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Named:
    """What goes into a slot of a sentence: the words of a date, a place or a person, and what they mean."""

    kind: MentionKind
    words: str
    value: DateSpan | Place | Person | None
    before: str = ""
    """Words before it that do not belong to it (“ in ”)."""


class Writing:
    """A text that grows, and the mentions in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.mentions: list[Mention] = []
        self.length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def write(self, words: str) -> None:
        """Add words that name nothing."""
        self._parts.append(words)
        self.length += len(words)

    def sentence(self, words: str, slots: Mapping[str, str | Named]) -> Span:
        """Add a sentence with its slots filled and a blank after it; answers with where it stands."""
        begin, at = self.length, 0
        for slot in _SLOT.finditer(words):
            self.write(words[at : slot.start()])
            self._fill(slots[slot[1]])
            at = slot.end()
        self.write(words[at:])
        stands = Span(begin, self.length)
        self.write(" ")
        return stands

    def _fill(self, filling: str | Named) -> None:
        if isinstance(filling, str):
            self.write(filling)
            return
        self.write(filling.before)
        start = self.length
        self.write(filling.words)
        self.mentions.append(Mention(filling.kind, start, self.length, filling.words, filling.value))
