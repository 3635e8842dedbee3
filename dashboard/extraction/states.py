"""States concerned: names, peoples and government signs in a text, as ISO codes of the continuing states.

A sign that several governments share (“GOI”) means the one that the document also names otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dashboard.extraction.alternation import any_of
from dashboard.extraction.lexicon import Hit, Lexicon
from dashboard.extraction.vocabulary import rows, split
from dashboard.extraction.words import Words

_COLUMNS = ("iso", "name", "names", "articled", "adjectives", "peoples", "signs", "seats")
How = Literal["name", "adjective", "prefix", "sign", "seat"]


_ACTS = re.compile(
    r"(?: (?:has|had|have|was|is|would|will|may|might))?(?: not| now| again)? (?:sent|replied|answered|declar\w+"
    r"|denie[sd]|agree[sd]?|refuse[sd]?|propose[sd]?|inform\w+|protest\w+|announce[sd]?|accept\w+|reject\w+|asks|asked|wants"
    r"|wanted|knows|knew|insist\w+|fears|feared|hopes|hoped|considers|considered|demand\w+|ordered|recogni[sz]ed"
    r"|broke|signed|notified|warned|offered|request\w+)\b"
)
_ADDRESSED = re.compile(
    r"\b(?:protest\w*|repl(?:y|ies|ied)|ultimatum|notes?|appeal\w*|warn\w*|assur\w*|demands?|proposals?|instructions"
    r"|orders|clearance|pressure|relations|negotiat\w+|war|alliance|pact|offer\w*)(?: \w+)? (?:to|from|on|with|upon"
    r"|against|by) $|\b[Bb]etween [A-Z]\w+ and $|\b(?:told|asked|warned|informed|notified|assured|urged|pressed) $"
)


_SAYS: tuple[tuple[str, How], ...] = (
    ("signs", "sign"), ("names", "name"), ("adjectives", "adjective"), ("peoples", "adjective"),
)  # fmt: skip
"""The columns of words, and in what way each names a state."""


@dataclass(frozen=True, slots=True)
class StateWord:
    """What a word says: which states (usually one) and in what way it names them."""

    states: tuple[str, ...]
    how: How


def state_rows() -> tuple[dict[str, str], ...]:
    """The rows of states.csv."""
    return rows("states.csv", *_COLUMNS)


@cache
def _lexicon() -> Lexicon[StateWord]:
    entries: dict[str, tuple[set[str], How]] = {}
    for row in state_rows():
        states = split(row["iso"])
        for column, how in _SAYS:
            for phrase in split(row[column]):
                prefix = phrase.endswith("-")
                entries.setdefault(phrase.rstrip("-"), (set(), "prefix" if prefix else how))[0].update(states)
    return Lexicon((phrase, StateWord(tuple(sorted(states)), how)) for phrase, (states, how) in entries.items())


@cache
def _statesmen() -> Lexicon[tuple[str, int, int]]:
    """State and years of office by the name of who spoke for it."""
    return Lexicon(
        (row["name"], (row["iso"], int(row["from"]), int(row["to"])))
        for row in rows("statesmen.csv", "name", "iso", "from", "to", "source")
    )


def find_statesmen(words: Words, text: str, years: Iterable[int]) -> list[Hit[tuple[str, ...]]]:
    """Every mention of one who held office in one of the years (or the year before it), as the state he spoke for."""
    told = sorted(years)
    found: list[Hit[tuple[str, ...]]] = []
    for start, end, (state, first, last) in _statesmen().find(words, text) if told else ():
        at = bisect_left(told, first)
        if at < len(told) and told[at] <= last + 1:
            found.append(Hit(start, end, (state,)))
    return found


def find_states(words: Words, text: str) -> list[Hit[tuple[str, ...]]]:
    """Every mention of a state in order, as the codes of the states meant."""
    hits = [
        hit
        for hit in _lexicon().find(words, text)
        if hit.value.how != "prefix" or text[hit.end : hit.end + 1] in ("-", "–")
    ]
    clear = Counter(state for hit in hits if hit.value.how != "sign" for state in hit.value.states)
    found = []
    for hit in hits:
        states = hit.value.states
        if hit.value.how == "sign" and len(states) > 1:
            states = tuple(sorted(states, key=lambda state: -clear[state])[:1]) if any(map(clear.get, states)) else ()
        if states:
            found.append(Hit(hit.start, hit.end, states))
    return found


@cache
def state_names() -> frozenset[str]:
    """Every name of a state, without adjectives and signs."""
    return frozenset(name for row in state_rows() for name in split(row["names"]))


@cache
def states_by_name() -> dict[str, str]:
    """The one state of a name."""
    table = state_rows()
    return {name: row["iso"] for row in table for name in split(row["names"]) if "|" not in row["iso"]}


@cache
def nations() -> dict[str, str]:
    """The state by an adjective of an office: “Persian”."""
    known = states_by_name()
    return {adjective: known[name] for name, adjective in adjectives().items() if name in known}


@cache
def seats() -> dict[str, str]:
    """State by the name of its seat of government, for “Moscow replied” and for where a post stands."""
    return {
        seat.casefold(): row["iso"] for row in state_rows() for seat in split(row["seats"]) if "|" not in row["iso"]
    }


@cache
def _seat_names() -> Lexicon[str]:
    return Lexicon((seat, row["iso"]) for row in state_rows() for seat in split(row["seats"]) if "|" not in row["iso"])


def find_seats(words: Words, text: str) -> list[Hit[tuple[str, ...]]]:
    """Every seat that stands for its government: “Berlin sent its ultimatum to Vienna”, not “he arrived in Berlin”."""
    return [
        Hit(hit.start, hit.end, (hit.value,))
        for hit in _seat_names().find(words, text)
        if _ACTS.match(text, hit.end) or _ADDRESSED.search(text, max(0, hit.start - 48), hit.start)
    ]


@cache
def _holders() -> dict[str, tuple[tuple[int, int, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
    for row in rows("holders.csv", "country", "first", "last", "states", "reason"):
        years = int(row["first"] or -9999), int(row["last"] or 9999)
        found.setdefault(row["country"], []).append((*years, tuple(split(row["states"]))))
    return {country: tuple(spans) for country, spans in found.items()}


def holders(country: str, year: int | None) -> tuple[str, ...]:
    """The states that held a country of today in that year: Russia for Ukraine in 1941; itself where none else did."""
    spans = _holders().get(country, ())
    held = next((states for first, last, states in spans if year is not None and first <= year <= last), None)
    return held or ((country,) if country in known_states() else ())


@cache
def known_states() -> frozenset[str]:
    """The codes the table knows, without the areas of several states."""
    return frozenset(row["iso"] for row in state_rows() if "|" not in row["iso"])


def ranked(hits: Iterable[Hit[tuple[str, ...]]]) -> list[str]:
    """States by how often they are named, the most often named first, then by the alphabet."""
    counts = Counter(state for hit in hits for state in hit.value)
    return sorted(counts, key=lambda state: (-counts[state], state))


def with_article(name: str) -> str:
    """“the Netherlands”, “the Soviet Union”: the name of a state as it stands within a sentence."""
    return f"the {name}" if _articled().match(name) else name


@cache
def _articled() -> re.Pattern[str]:
    """The names that have an article of their own, and those that begin with one, or are made of a common noun."""
    names = any_of(name for row in state_rows() for name in split(row["articled"]))
    return re.compile(rf"(?:{names}|United|Republic of)(?!\w)|.*\b(?:Republic|Empire|Kingdom)$")


@cache
def adjectives() -> dict[str, str]:
    """The adjective by the name of a state: “Persian” by “Persia”, “Dutch” by “Netherlands”.

    The one that begins as the name does; else the first, for the name that a state goes by and no other.
    """
    found: dict[str, str] = {}
    for row in state_rows():
        names, words = split(row["names"]), split(row["adjectives"])
        for name in names:
            alike = [word for word in words if word[:3] == name[:3] and word.count(" ") <= name.count(" ")]
            if alike or (words and name == names[0]):
                found[name] = (alike or words)[0]
    return found


@cache
def name_by(word: str, state: str) -> str:
    """What a state is called by a word for its people or government: “Persia” by “Persian”, “Soviet Union” by “Soviet”.

    The name of which a sign is made of the capitals, or the first that begins as the word does; else the first of all.
    """
    names = next(split(row["names"]) for row in state_rows() if row["iso"] == state)
    if word.isupper():
        return next((name for name in names if "".join(filter(str.isupper, name)) == word), names[0])
    return next((name for name in names if name[:2] == word[:2]), names[0])
