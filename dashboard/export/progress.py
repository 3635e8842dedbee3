"""Progress: what an export says of itself on its way, to whoever listens; a listener that raises ends the export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.queries.entries import Entry

Tell = Callable[[str], None]
"""Takes a few words on what is being done: “Slide 3 of 20”. Never words of a document."""
EVERY = 1000
"""Events between two words."""


def silent(_: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Entries that say how many of them have been gone through."""

    entries: Iterable[Entry]
    count: int
    tell: Tell

    def __iter__(self) -> Iterator[Entry]:
        for number, entry in enumerate(self.entries):
            if number % EVERY == 0 and number:
                self.tell(f"{number:,} of {self.count:,} events")
            yield entry
