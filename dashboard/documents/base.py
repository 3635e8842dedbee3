"""The contract of a reader. To add a format: subclass Reader in a file of its own, list its suffixes, and register
it in `documents/readers.py`; the contract tests then run over it by themselves.

What every reader promises. The words are kept as read; where a format has mark-up, they are laid out as plain text, a
blank line between paragraphs. All else is offsets into that text: sections, notes, pages, and the facts of the mark-up,
which count for more than what the words suggest. Documents come one by one, each complete in itself and ready for
another process, so that a file may be far larger than memory. Ids are unique within a file and the same every time.
XML is read without entities, network or DTDs. A file that cannot be read raises a DocumentError whose sentence says
what was given, what would work and what to do next; the documents before the fault were yielded by then. Heavy packages
are imported when a file is read, never with the module.
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
