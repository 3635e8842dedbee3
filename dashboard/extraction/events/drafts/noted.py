"""Noted: what of an event's date only an editor's note gives, where the document itself tells the event.

“This treaty had been signed in 1921”, says Stalin; that it was on February 26 stands in the note.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame, date_of

_BY_WORDS = frozenset([Basis.STATED, Basis.COMPLETED, Basis.TOLD])
"""How a part is known that words of the file give, whose ever they are."""


def with_notes_named(frame: Frame, draft: Draft, told_at: int) -> DateSpan | None:
    """The date of a draft told at the offset, the editor's note named for each part that no words but its own give."""
    date = draft.date
    if date is None or frame.in_notes(told_at) or not any(frame.in_notes(one.start) for one in draft.dates):
        return date
    own = [value for one in draft.dates if not frame.in_notes(one.start) and (value := date_of(one))]
    parts = zip(date.basis, (_known(date, own, count) for count in (1, 2, 3)), strict=True)
    basis = DateBasis(*(Basis.NOTE if how in _BY_WORDS and not known else how for how, known in parts))
    return replace(date, basis=basis)


def _known(date: DateSpan, own: list[DateSpan], count: int) -> bool:
    """Whether one of the document's own dates gives the first so many parts (year, month, day) of a date."""
    first = date.edtf.split("/")[0].rstrip("~?%").split("-")[:count]
    return any(one.edtf.split("/")[0].rstrip("~?%").split("-")[:count] == first for one in own)
