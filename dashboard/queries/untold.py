"""Untold: dated sentences that do not tell by themselves what happened; no event has their words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from dashboard.queries.filters import EVERYTHING, Filters
from dashboard.queries.passing import passing
from dashboard.store.atlas import Atlas


class Untold(NamedTuple):
    """A dated sentence that is no event."""

    words: str
    """On one line."""
    start: int
    """Offset of its first word in the document's text."""


class UntoldCount(NamedTuple):
    """How many dated sentences are no events, and where to look at some."""

    sentences: int
    document: str
    """Id of a document that has some; empty where only documents without any event do."""


def count_untold(atlas: Atlas, filters: Filters = EVERYTHING) -> UntoldCount:
    """The dated sentences that are no events: of the documents that tell of what passes, of all without filters."""
    columns, shown = passing(atlas, filters)
    documents = columns.coded["documents"]
    having = np.flatnonzero((documents.counts(shown) > 0) & (columns.untold[:-1] > 0))
    count = columns.untold[having].sum() if filters.active() else columns.untold.sum()
    return UntoldCount(int(count), documents.keys[having[0]] if len(having) else "")


def untold_in(atlas: Atlas, document_id: str) -> tuple[Untold, ...]:
    """The dated sentences of a document that are no events, in order."""
    rows = atlas.rows("SELECT untold, text FROM documents WHERE id = ?", [document_id])
    offsets, text = rows[0] if rows else ([], "")
    spans = zip(offsets[::2], offsets[1::2], strict=True)
    return tuple(Untold(" ".join(text[start:end].split()), start) for start, end in spans)
