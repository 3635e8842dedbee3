"""Filing: the subjects and states that a paper's file number tells, by the classes of the Department of State.

From 1910 to 1963 it filed by decimal numbers: in “724.3415/4188” 7 is the class (relations of states), 24 and 34 are
Bolivia and Paraguay, 15 is boundaries; in “893.51/7708” 8 is internal affairs, 93 China, 51 finance. The classes and
the numbers of some states changed in 1950. From 1963 it filed by words: “POL 32–1 ISR–JORDAN”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dashboard.extraction.states import find_states
from dashboard.extraction.vocabulary import rows, split
from dashboard.extraction.words import words_in
from dashboard.model import Document

_DECIMAL = r"(?P<class>\d)(?P<state>\d\d[A-Za-z]?)\.(?P<rest>[ \dA-Z][\w .()–-]{0,40}?)/(?=[\d–-])"
_AT_THE_HEAD = re.compile(rf"^(?:Paris Peace Conf\. )?{_DECIMAL}", re.ASCII | re.MULTILINE)
_IN_A_NOTE = re.compile(_DECIMAL, re.ASCII)
_RELATION = re.compile(r"(?P<state>\d\d(?:[A-Z](?![a-z]))?)(?P<subject>.*)")
_BY_WORDS = re.compile(
    r"\b(?P<class>[A-Z]{1,4})(?: ?\(US\))?(?: (?P<subject>\d+(?:[–-]\d+)?))? (?P<states>[A-Z][A-Z –-]+)\b"
)
_HEAD = 160
"""Characters at the head of a paper in which its file number stands, where it stands there."""
_SOURCE = re.compile(r"Source: [^\n]{0,120}?Central Files?(?: \d{4}[–-]\d\d)?, (?P<file>[^\n;]{3,60})")
_COLLECTION = re.compile(r"Paris Peace Conf(?=\.)")
_TRADE_TREATY = re.compile(r"(?P<state>\d\d[A-Z]?)(?P<subject>31)(?!\d)")
"""“611.3231”: trade of the United States with Brazil (32), its treaties."""
_RELATIONS = {1910: "7", 1950: "6"}
"""The class of the relations between two states, by the year from which it was."""
_NO_STATES = {1910: "015", 1950: "013"}
"""Classes whose next two digits are no state, administration and congresses, by the year from which they were."""


class Filed(NamedTuple):
    """One country by which a paper is filed: the states it was of then, and its name."""

    states: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Filing:
    """What a file number tells; all empty where there is none."""

    topics: tuple[str, ...] = ()
    countries: tuple[Filed, ...] = ()
    on: str = ""
    """What was filed there, in a title's words, with “{}” for the countries: “the finances of {}”."""

    @property
    def states(self) -> tuple[str, ...]:
        """The states of all its countries, each once."""
        return tuple(dict.fromkeys(state for country in self.countries for state in country.states))


class _Subject(NamedTuple):
    file: str
    first: int
    last: int
    topics: tuple[str, ...] = ()
    on: str = ""


def filing_of(document: Document, year: int | None) -> Filing:
    """The filing of a paper by the number at its head or in the note on its source, read by the rules of its year."""
    if year is None or not 1910 <= year <= 1973:
        return Filing()
    number, source = _AT_THE_HEAD.search(document.text, 0, _HEAD), None
    if not number and (note := document.text.find("Source: ")) >= 0:
        source = _SOURCE.match(document.text, note)
        number = _IN_A_NOTE.match(source["file"]) if source else None
    if number:
        return _by_decimals(number, year)
    words = _BY_WORDS.match(source["file"]) if source and year >= 1963 else None
    return _by_words(words, year) if words else Filing()


def collection_of(document: Document) -> str:
    """What the collection is on of which a paper bears the name at its head: “Paris Peace Conf. 182/12”."""
    name = _COLLECTION.match(document.text)
    return _subjects()[name.group()][0].on if name else ""


def _by_decimals(number: re.Match[str], year: int) -> Filing:
    """“724.3415”: the relations of two states; “893.51”: the affairs of one."""
    first, subject = number["state"], number["rest"].strip()
    numbers, relation, rules = [first], None, 1950 if year >= 1950 else 1910
    if number["class"] == _RELATIONS[rules]:
        relation = _RELATION.match(subject)
    elif number["class"] == "6":
        relation = _TRADE_TREATY.match(subject)
    if relation and _country(relation["state"], year):
        numbers.append(relation["state"])
        subject = relation["subject"]
    special = _subject(f"{number['class']}{first.upper()}.{number['rest'].strip()}", year)
    if special.topics or number["class"] in _NO_STATES[rules]:
        return Filing(special.topics, _named(number["rest"]), special.on)
    told = _subject(f"{number['class']}.{subject}", year)
    return Filing(told.topics, _countries(numbers, year), special.on or told.on)


def _named(words: str) -> tuple[Filed, ...]:
    """The countries that a number names in words: “501.BC Kashmir”, “740.00119 Control (Germany)”."""
    return tuple(Filed(hit.value, words[hit.start : hit.end]) for hit in find_states(words_in(words), words))


def _by_words(words: re.Match[str], year: int) -> Filing:
    """“POL 32–1 ISR–JORDAN”: a subject, its number and the states."""
    names = re.split(r"[–-]", words["states"].strip())
    told = _subject(f"{words['class']}.{words['subject'] or ''}", year)
    on = told.on or _subject(f"{words['class']}.{words['states']}", year).on
    return Filing(told.topics, _countries(names, year), on)


def _subject(file: str, year: int) -> _Subject:
    """The longest entry that the file begins with; one that says nothing where there is none."""
    entries = _subjects().get(file.partition(".")[0], ())
    fitting = [entry for entry in entries if entry.first <= year <= entry.last and file.startswith(entry.file)]
    return max(fitting, key=lambda entry: len(entry.file), default=_Subject(file, year, year))


@cache
def _subjects() -> dict[str, list[_Subject]]:
    """The entries by their class, which is what stands before the point."""
    found: dict[str, list[_Subject]] = {}
    for row in rows("filing.csv", "class", "subject", "first", "last", "topics", "on", "reason"):
        file, topics = f"{row['class']}.{row['subject']}", tuple(split(row["topics"]))
        entry = _Subject(file, int(row["first"]), int(row["last"]), topics, row["on"])
        found.setdefault(row["class"], []).append(entry)
    return found


def _countries(numbers: Iterable[str], year: int) -> tuple[Filed, ...]:
    """The countries of the numbers that the table knows in that year, each once."""
    found = (_country(number, year) for number in numbers)
    return tuple(dict.fromkeys(country for country in found if country))


def _country(number: str, year: int) -> Filed | None:
    """The country of a number in that year; none where the table does not know it."""
    known = _known_countries().get(number.upper(), ())
    return next((country for first, last, country in known if first <= year <= last), None)


@cache
def _known_countries() -> dict[str, list[tuple[int, int, Filed]]]:
    found: dict[str, list[tuple[int, int, Filed]]] = {}
    for row in rows("filing_states.csv", "number", "first", "last", "states", "name"):
        country = Filed(tuple(split(row["states"])), row["name"])
        found.setdefault(row["number"], []).append((int(row["first"]), int(row["last"]), country))
    return found
