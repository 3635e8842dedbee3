"""Progress: how far the reading is, how fast it goes, and how long it will still take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is."""

    documents: int
    """Understood so far."""
    expected: int
    """How many there seem to be."""
    seconds: float
    """Since the beginning."""
    left: float
    """Seconds that it will still take, as it seems."""

    def __str__(self) -> str:
        """“1,204 of about 4,521 documents, 96 a second, 35 s left”."""
        rate = self.documents / self.seconds if self.seconds else 0
        pace = f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"
        return f"{self.documents:,} of about {self.expected:,} documents, {pace}, {in_time(self.left)} left"


Watch = Callable[[Progress], None]
"""Told whenever a batch is done."""


def in_time(seconds: float) -> str:
    """“35 s”, “2 min 5 s”, “1 h 4 min”."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


@dataclass(slots=True)
class Measure:
    """Guesses how much is still to come from what came of the files read so far: mark-up is no text."""

    bytes_ahead: int
    """Of the files not yet read to their end."""
    began: float = field(default_factory=monotonic)
    _bytes_read: int = 0
    _given: int = 0
    """Characters of the documents that the readers gave."""
    _given_whole: int = 0
    """Of these, those of the files read to their end."""
    _documents_given: int = 0
    _done: int = 0
    _documents_done: int = 0

    def give(self, characters: int) -> None:
        """A document came from a reader."""
        self._given += characters
        self._documents_given += 1

    def end_of_file(self, size: int) -> None:
        """A file was read to its end."""
        self.bytes_ahead -= size
        self._bytes_read += size
        self._given_whole = self._given

    def done(self, characters: Iterable[int]) -> Progress:
        """Documents are understood; how far that is."""
        for each in characters:
            self._done += each
            self._documents_done += 1
        share = self._given_whole / self._bytes_read if self._bytes_read else 1.0
        begun = self._given - self._given_whole
        total = self._given + max(0.0, self.bytes_ahead * share - begun)
        seconds = monotonic() - self.began
        left = seconds * (total - self._done) / self._done if self._done else 0.0
        expected = self._documents_given * total / self._given if self._given else 0
        return Progress(self._documents_done, max(round(expected), self._documents_done), seconds, left)
