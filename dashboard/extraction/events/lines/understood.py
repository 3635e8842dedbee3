"""How likely a title is understood by a reader who sees nothing else, by signs weighed in many that readers judged.

Openness counts what a line leaves open by rules; these signs are weaker, and only all of them together say something:
names tell, a quotation broken off or a line that ends before “which” does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import exp
from typing import NamedTuple

from dashboard.errors import VocabularyError
from dashboard.extraction.events.lines.openness import is_head_open, is_on_states, open_references, says_on_what
from dashboard.extraction.events.lines.told_bare import told_bare
from dashboard.extraction.vocabulary import rows

_COLUMNS = ("sign", "where", "pattern", "weight", "reason")
_TITLE, _WORDS, _REST = "title", "words", "rest"
_TWO_NAMES = re.compile(r"(?<=[a-z,’] )[A-Z][\w’-]+[^\n]*?(?<=[a-z,’] )[A-Z][\w’-]")
_AROUND = "“”. …"

LEAST_UNDERSTOOD = 0.48
"""Below this a title is none: of the 817 that the weights were fitted on readers understood two in three of those above
it and 3 in 10 of those below."""

_OPEN, _LEAST_OF_OPEN = 0.5, 0.57
"""From where a title leaves a thing open, and how well it must then be understood: of the 61 below that in 2,500 papers
some 50 told nothing to who saw them alone (“Roosevelt forwarded copies of the two minutes to Hull”)."""
_PLAINLY_OPEN, _LEAST_OF_PLAINLY_OPEN = 0.69, 1.0
"""From where nothing tells of a thing but its noun: of 140 such titles, “reached agreement”, “approved Cochran’s idea”,
readers understood 1 in 7 and of those with better signs no more, so it takes the subject of the paper."""
_LEAST_OF_HALF_TOLD = 0.65
"""The same where only a title of its paper tells it, or of what stands first the states the paper is on (“The incident
…, on China”): of five such lines, all below this, readers understood none."""
_TITLED = re.compile(r": [A-Z“][^()]*\)$")
_NOTED_ON = " (note to a paper on "


def least_understood(title: str) -> float:
    """How well a title must be understood at least: better where it leaves a thing open, and not says on what it is."""
    left_open = open_references(title)
    if left_open < _OPEN:
        return LEAST_UNDERSTOOD
    on_states, plainly = is_on_states(title), left_open >= _PLAINLY_OPEN
    if (plainly and _TITLED.search(title)) or (on_states and is_head_open(title)):
        return _LEAST_OF_HALF_TOLD
    if says_on_what(title) or (_NOTED_ON in title and not on_states):
        return LEAST_UNDERSTOOD
    return _LEAST_OF_PLAINLY_OPEN if plainly else _LEAST_OF_OPEN


def understood(title: str, clause: str) -> float:
    """The share of readers, from 0 to 1, who would know by the title alone what happened.

    `clause` are the words the title is made from, with single spaces: by them it is seen where the title was cut.
    A logistic model; data/README.md says on what its weights were fitted and how well it parts good from bad.
    """
    weights = (sign.weight for sign in _signs())
    score = sum(weight for weight, found in zip(weights, signs_in(title, clause), strict=True) if found)
    return 1 / (1 + exp(-score))


def names_two(clause: str) -> bool:
    """Whether the clause names two behind its first word: of one that does not hardly a mere phrase is understood."""
    return _TWO_NAMES.search(clause) is not None


def signs_in(title: str, clause: str) -> tuple[bool, ...]:
    """Which of the signs of understood.csv the title shows, in their order."""
    words = told_bare(title).strip(_AROUND)
    read = {_TITLE: title, _WORDS: words, _REST: _rest(words, clause)}
    return tuple(sign.pattern.search(read[sign.where]) is not None for sign in _signs())


def understood_signs() -> tuple[str, ...]:
    """What the signs are called, in their order."""
    return tuple(sign.name for sign in _signs())


def _rest(words: str, clause: str) -> str:
    """What the clause goes on to say behind the last two words of the line; empty where they are not its own."""
    last = " ".join(words.split()[-2:])
    _, found, rest = clause.rpartition(last)
    return rest.rstrip(" .,;:”)") if found else ""


class _Sign(NamedTuple):
    """One row: what it is called, where it is looked for, by what, and its weight."""

    name: str
    where: str
    pattern: re.Pattern[str]
    weight: float


@cache
def _signs() -> tuple[_Sign, ...]:
    """The rows of understood.csv; raises VocabularyError for the first that is wrong."""
    return tuple(_read())


def _read() -> Iterator[_Sign]:
    """The same, one by one."""
    for row in rows("understood.csv", *_COLUMNS):
        if row["where"] not in (_TITLE, _WORDS, _REST):
            raise VocabularyError(
                f"understood.csv, {row['sign']}: looks in title, words or rest, not “{row['where']}”."
            )
        try:
            yield _Sign(row["sign"], row["where"], re.compile(row["pattern"]), float(row["weight"]))
        except (re.error, ValueError) as error:
            raise VocabularyError(f"understood.csv, {row['sign']}: {error}.") from error
