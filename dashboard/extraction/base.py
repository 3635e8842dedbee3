"""What the extractors share: the contracts of what they are handed, since stages do not import one another.

An extractor is a function from a Document (and what was found before it) to mentions or events. It reads
`document.text` only, never writes, keeps no state between documents, and gives the same answer alone or among others.
The order is people -> dates -> places -> events; `dashboard/pipeline/one_document.py` calls them.
"""

from __future__ import annotations

from typing import Protocol

from dashboard.model import Place


class Locate(Protocol):
    """Where is this? Handed in by the pipeline, answered by the gazetteers."""

    def __call__(self, name: str, *, when: int | None = None, near: str | None = None) -> Place | None:
        """The place a name meant in that year, near that country or place; None where nobody knows."""


class NameIndex(Protocol):
    """Which words are names of places? Handed in by the pipeline, answered by the gazetteers."""

    def rank(self, name: str) -> int | None:
        """How surely the words name a place before any context; None where no gazetteer knows them.

        3: in the curated tables; 2: a large town; 1: a town; 0: a hamlet; -1: an abbreviation that counts only after
        another name (“Mo.” in “Sedalia, Mo.”).
        """

    def stands_bare(self, name: str) -> bool:
        """Whether the place takes no article: a town or a state of the Union, so that “the Alabama” is a ship."""
