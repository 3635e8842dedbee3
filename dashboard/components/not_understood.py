"""Not understood: what of a document stayed dark, why, and what a reader can do about it, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from dashboard.english import counted
from dashboard.pipeline import DocumentState
from dashboard.queries import DocumentRow, Untold

MOST_WORDS = 24
"""Words of one kind that are listed."""
LONGEST = 90
"""Characters of a word or a sentence that are shown."""


class Dark(NamedTuple):
    """One thing that was not understood."""

    what: str
    words: tuple[str, ...]
    """As the document has them; none where something is missing."""
    remedy: str
    links: tuple[str, ...] = ()
    """Where the page Read shows each of the words, as far as that is known."""

    def for_reading(self) -> Dark:
        """The same for a reader who may change nothing: without a remedy that takes a change."""
        return self if self.remedy in (_SEARCHED, *_MARKED) else self._replace(remedy="")


def not_understood(
    found: DocumentState, row: DocumentRow | None, untold: Sequence[Untold], *, pasted: bool
) -> list[Dark]:
    """What stayed dark in a document; nothing where all was understood, or where a sentence says why nothing was.

    `row` is the document as the atlas has it, `untold` are its dated sentences that are no events; of a pasted text the
    reader can give date and place beside it.
    """
    return [] if found.problem or row is None else list(_dark(found, row, untold, pasted=pasted))


def _dark(found: DocumentState, row: DocumentRow, untold: Sequence[Untold], *, pasted: bool) -> Iterator[Dark]:
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
    if untold:
        words, links = _listed(tuple(each.words for each in untold)), _links(found.id, untold)
        yield Dark(
            f"{no_event_in(len(untold))}: {NO_LINE[0].lower()}{NO_LINE[1:]}", words, _MARKED[len(untold) > 1], links
        )
    if tally.unclear_dates:
        yield Dark("No calendar has, or nothing dates:", _listed(tally.unclear_dates), _DATES)
    if tally.not_understood:
        yield Dark("No gazetteer knows:", _listed(tally.not_understood), _NAMES)


def no_event_in(count: int) -> str:
    """How many dated sentences are no events: “3 dated sentences tell no event by themselves”."""
    by_itself = "tell no event by themselves" if count > 1 else "tells no event by itself"
    return f"{counted(count, 'dated sentence')} {by_itself}"


NO_LINE = "No line made of such words alone tells what happened."
"""Why: they point to what other sentences name, or only name a thing, or leave open of what or of whom they speak."""


def _links(document_id: str, untold: Sequence[Untold]) -> tuple[str, ...]:
    """The addresses that open the document at each of the sentences listed."""
    return tuple(f"./read?{urlencode({'document': document_id, 'at': each.start})}" for each in untold[:MOST_WORDS])


def _give(what: str, *, pasted: bool) -> str:
    """How to say what the words do not."""
    if pasted:
        return f"If you know it, paste the text again with its {what}."
    line = "“London, 9 April 1861”"
    return f"If you know it, paste the text with its {what}, or add the file again with a first line such as {line}."


_SEARCHED = "It stands on the page Read all the same, and the search there finds its words."
_MARKED = tuple(
    f"{what} to the page Read, where it stands with its date marked." for what in ("It leads", "Each leads")
)
_DATES = "A misprint can be mended in the text; add it again then."
_NAMES = "Choose the name in its passage to say where it is; a name of no place can stay as it is."


def _listed(words: tuple[str, ...]) -> tuple[str, ...]:
    """So many of the words, long ones cut between two words, and how many more there are."""
    more = (f"… and {len(words) - MOST_WORDS:,} more",) if len(words) > MOST_WORDS else ()
    return (*map(_cut, words[:MOST_WORDS]), *more)


def _cut(words: str) -> str:
    """The beginning of what is longer than can be shown, with a sign that it goes on."""
    whole = words[:LONGEST].rpartition(" ")[0] if " " in words[:LONGEST] else words[:LONGEST]
    return words if len(words) <= LONGEST else f"{whole.rstrip(' ,;:')} …"
