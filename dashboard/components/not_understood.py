"""Not understood: what of a document stayed dark, why, and what a reader can do about it, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.english import counted
from dashboard.pipeline import DocumentState
from dashboard.queries import DocumentRow

MOST_WORDS = 24
"""Words of one kind that are listed."""
LONGEST = 60


class Dark(NamedTuple):
    """One thing that was not understood."""

    what: str
    words: tuple[str, ...]
    """As the document has them; none where something is missing."""
    remedy: str

    def for_reading(self) -> Dark:
        """The same for a reader who may change nothing: without a remedy that takes a change."""
        return self if self.remedy in (_SEARCHED, _MARKED) else self._replace(remedy="")


def not_understood(found: DocumentState, row: DocumentRow | None, *, pasted: bool) -> list[Dark]:
    """What stayed dark in a document; nothing where all was understood, or where a sentence says why nothing was.

    `row` is the document as the atlas has it; of a pasted text the reader can give date and place beside it.
    """
    return [] if found.problem or row is None else list(_dark(found, row, pasted=pasted))


def _dark(found: DocumentState, row: DocumentRow, *, pasted: bool) -> Iterator[Dark]:
    tally = found.tally
    if row.date is None:
        yield Dark(
            "No date of its own: none stands in its first and last lines, its title or its mark-up, so that "
            "“yesterday” or “the 5th instant” cannot be counted from it.",
            (),
            _give("date", pasted=pasted),
        )
    if row.place is None:
        yield Dark(
            "No place of writing: its first and last lines name none that a gazetteer knows.",
            (),
            _give("place", pasted=pasted),
        )
    if not tally.events:
        yield Dark("No event: no sentence says what happened in a year, a month or on a day.", (), _SEARCHED)
    if tally.untold:
        yield Dark(_untold(len(tally.untold)), _listed(tally.untold), _MARKED)
    if tally.unclear_dates:
        yield Dark("No calendar has, or nothing dates:", _listed(tally.unclear_dates), _DATES)
    if tally.not_understood:
        yield Dark("No gazetteer knows:", _listed(tally.not_understood), _NAMES)


def _untold(count: int) -> str:
    """How many dated sentences are no events, and why."""
    many = "do not tell by themselves what happened, and are no events" if count > 1 else _ONE_UNTOLD
    return f"{counted(count, 'dated sentence')} {many}:"


_ONE_UNTOLD = "does not tell by itself what happened, and is no event"


def _give(what: str, *, pasted: bool) -> str:
    """How to say what the words do not."""
    if pasted:
        return f"If you know it, paste the text again with its {what}."
    line = "“London, 9 April 1861”"
    return f"If you know it, paste the text with its {what}, or add the file again with a first line such as {line}."


_SEARCHED = "It stands on the page Read all the same, and the search there finds its words."
_MARKED = "The page Read shows each where it stands, with its date marked."
_DATES = "A misprint can be mended in the text; add it again then."
_NAMES = "Choose the name in its passage to say where it is; a name of no place can stay as it is."


def _listed(words: tuple[str, ...]) -> tuple[str, ...]:
    """So many of the words, none longer than fits a line, and how many more there are."""
    more = (f"… and {len(words) - MOST_WORDS:,} more",) if len(words) > MOST_WORDS else ()
    return (*(word[:LONGEST] for word in words[:MOST_WORDS]), *more)
