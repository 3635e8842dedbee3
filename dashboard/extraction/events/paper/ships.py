"""Ships: what “she” stands for behind the name of a ship, or of another thing that is spoken of as a woman."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.places.vocabulary import words
from dashboard.model import Span

_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]im)\b")
_NAMED = re.compile(r"[Tt]he [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?= (?:was|is|had|has|will|would|[a-z]+ed)\b)")
"""“the Alabama sailed”, “the Queen had”: a subject that is all name."""
_BEGINS = re.compile(r"(?:On|In|At|By|After|During) [^,;.]{3,60}?,? (?=the )")


class Ship(NamedTuple):
    """A ship that a text names: at which offset, and by which name with its article."""

    start: int
    name: str


def says_she(frame: Frame, clause: Span) -> bool:
    """Whether the first of its pronouns of a third person is “she”."""
    first = _SHE.search(frame.text, clause.start, clause.end)
    return first is not None and first.group().lower() == "she"


def ship_before(frame: Frame, span: Span) -> Ship | None:
    """The one ship that the span names, “the steamer Perthshire”; None where it names none, or several."""
    found = list(_ship().finditer(frame.text, span.start, span.end))
    names = {_lowered(one.group()) for one in found}
    return Ship(found[0].start(), names.pop()) if len(names) == 1 else None


def subject_named(frame: Frame, span: Span) -> str:
    """“the Alabama”: the subject that the span begins with, where it is nothing but a name; else empty."""
    begun = _BEGINS.match(frame.text, span.start, span.end)
    found = _NAMED.match(frame.text, begun.end() if begun else span.start, span.end)
    return _lowered(found.group()) if found else ""


@cache
def _ship() -> re.Pattern[str]:
    """“the British steamer Perthshire”, “H.M.S. Hood”: by the words that stand before the name of a ship."""
    kind = rf"(?:{any_of(words('ship'))})\.?"
    return re.compile(rf"\b(?:[Tt]he )?(?:[A-Z][a-z]+ )?{kind} “?[A-Z][\w’-]+(?: [A-Z][\w’-]+){{0,2}}(?![’'])”?")


def _lowered(name: str) -> str:
    return re.sub(r"^The ", "the ", " ".join(name.split()))
