"""Progress: what an export says of itself on its way, to whoever listens; a listener that raises ends the export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Tell = Callable[[str], None]
"""Takes a few words on what is being done: “Slide 3 of 20”. Never words of a document."""
EVERY = 1000
"""Events between two words."""

Item = TypeVar("Item")


def silent(_: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Counted(Generic[Item]):
    """Entries, or what else there are many of, that say how many of them have been gone through."""

    items: Iterable[Item]
    count: int
    tell: Tell
    noun: str = "events"
    every: int = field(default_factory=lambda: EVERY)

    def __iter__(self) -> Iterator[Item]:
        for number, item in enumerate(self.items):
            if number % self.every == 0 and number:
                self._say(number)
            yield item
        if self.count >= self.every:
            self._say(self.count)

    def _say(self, number: int) -> None:
        self.tell(f"{number:,} of {self.count:,} {self.noun}")
