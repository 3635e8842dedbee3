"""A quotation as a slide can hold it: the words that say so, with a little of what is around."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.queries.entries import Quotation

MOST = 420
"""Characters of the evidence on a slide; all of it stands in the notes."""


class Short(NamedTuple):
    """The words that say so between what stands before and after them; the three make one text in quotation marks."""

    before: str
    exact: str
    after: str


def shortened(quotation: Quotation) -> Short:
    """Evidence with its neighbourhood, cut at words; the numbers of footnotes, which do not come along, left out."""
    prefix, words, suffix = _unnumbered(quotation)
    before, cut = _before(prefix)
    after = _to_word(suffix)
    exact = " ".join(words.split())
    if len(exact) > MOST:
        exact, after = _to_word(exact[:MOST]) + " […]", ""
    opening = f"“{'… ' if cut else ''}{before}{' ' if before else ''}"
    return Short(opening, exact, f"{_joined(after)}{' …' if after else ''}”")


def _unnumbered(quotation: Quotation) -> tuple[str, str, str]:
    """What stands before, the evidence, and what follows, without the marks of footnotes (“Nations6”)."""
    marks = [note.mark for note in quotation.source.notes if note.mark]
    begin, parts = quotation.start - len(quotation.prefix), list[str]()
    for part in (quotation.prefix, quotation.exact, quotation.suffix):
        kept = [
            letter for at, letter in enumerate(part, begin) if not any(mark.start <= at < mark.end for mark in marks)
        ]
        parts.append("".join(kept))
        begin += len(part)
    return parts[0], parts[1], parts[2]


def _before(text: str) -> tuple[str, bool]:
    """What stands before on the same line, from a whole word on, and whether it was cut."""
    _, line_break, words = text.rpartition("\n")
    kept = " ".join((words if line_break else words.partition(" ")[2]).split())
    return kept, bool(kept) and not line_break


def _to_word(text: str) -> str:
    """What follows on the same line, to a whole word."""
    words = text.partition("\n")[0]
    return " ".join((words if words != text else words.rpartition(" ")[0]).split())


def _joined(after: str) -> str:
    """With a blank before it, unless it begins with what closes a sentence."""
    return after if not after or after[0] in ".,;:!?)]”’'\"" else f" {after}"
