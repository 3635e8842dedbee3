"""Format: what every form of export is, and how to add one.

To add a format: a file with a function Selection -> bytes (or -> an iterator of bytes, where the form can be written
event by event), and a row for it in formats.py. The function brings the citations of the sources, the caption and what
the filters left out along in whatever place the form has for them, and it imports packages that are heavy or that only
it needs within itself. The tests over all members take the new row up by themselves; add one that opens the file with
a second program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.export.selection import Selection

ViewName = Literal["events", "documents", "timeline", "map", "story"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)
"""What can be exported: a list of events, the documents they stand in, the drawn timeline, the drawn map, and the
events told one after the other."""

Content = bytes | Iterator[bytes]
"""A whole file, or its parts in order."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form of export."""

    name: str
    """What it is asked for by: `--format NAME`."""
    title: str
    """What the menu calls it, and what opens it: “CSV (any spreadsheet)”."""
    suffix: str
    """The ending of its file, with the dot."""
    media_type: str
    views: tuple[ViewName, ...]
    write: Callable[[Selection], Content]
    """The file of a selection; never called for an empty one."""
