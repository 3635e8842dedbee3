"""The contract of a reader. To add a format: subclass Reader in a file of its own, list its suffixes, and register
it in `documents/readers.py`; the contract tests then run over it by themselves.

What every reader promises: the text is kept exactly as read (offsets index it); structure is added as offsets, never
by changing words; XML is read without entities, network or DTDs; a file that cannot be read raises a DocumentError
whose sentence says what was given, what would work and what to do next.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from dashboard.model import Document


class Reader(ABC):
    """Reads one file format into documents."""

    suffixes: ClassVar[tuple[str, ...]]
    """Lower-case suffixes with their dot: (".txt",)."""

    @abstractmethod
    def read(self, path: Path) -> Iterator[Document]:
        """Yield the documents of a file in order (most formats: one); raises DocumentError."""
