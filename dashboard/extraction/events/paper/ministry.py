"""Ministry: whose papers a document belongs to, and what they call their own side; decided once for a document.

The surest sign decides: the collection it was printed in, then how its heading calls the parties (“Sir N. Henderson to
the Foreign Office”), the words of its first lines, who headed a ministry then (“Viscount Halifax”), words anywhere in
it, and where it is dated. An office that another state's name goes with (“the British Foreign Secretary”) is no sign:
papers do not say of which state their own ministry is. A document without a sign belongs to no ministry that is known.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.lexicon import spellings
from dashboard.extraction.states import nations, seats, states_by_name
from dashboard.extraction.vocabulary import rows, split
from dashboard.model import Document

_COLUMNS = (
    "state", "office", "mission", "seats", "parties", "opening", "words", "dated", "collections", "reason",
)  # fmt: skip
_OPENING = 600
"""Characters within which a paper says whose it is."""
_ANOTHERS_BEHIND = re.compile(r"(?: \([^()\n]*\))? of (?!State\b)(?:the )?[A-Z]")
"""“the Minister for Foreign Affairs of Brazil”."""
_BEFORE = 48
"""Characters before an office in which its nation stands."""
_ABROAD = re.compile(r"\b(?:in|to|at) (?:the )?(?P<where>[A-Z][\w.’'-]+(?: (?:of )?[A-Z][\w.’'-]+)*)")
"""“the Ambassador in Great Britain”: whoever has a mission there is another state."""
_States = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ministry:
    """Whose papers: a row of ministries.csv; all empty where no ministry is known."""

    state: str = ""
    """ISO 3166 alpha-2 of the continuing state."""
    office: str = ""
    """What a title calls the ministry: “the Department of State”."""
    mission: str = ""
    """Whose its missions and its government are, in a title: “U.S.”."""
    seats: _States = frozenset()
    in_opening: bool = False
    """Whether collection, heading or first lines say so, and not only words further on or the place."""
    year: int | None = None

    def is_party(self, parties: str) -> bool:
        """Whether parties of a heading are the ministry or who headed it then."""
        return self.state in _any(_marked("parties", parties)) | _ministers(parties, self.year)

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the ministry as its own papers do."""
        return self.state in _any(_marked("parties", text)) | _any(_marked("words", text))


UNKNOWN = Ministry()


def ministry_of(document: Document, heading: Heading, *, year: int | None, place: str) -> Ministry:
    """The ministry by the surest sign; `UNKNOWN` where there is none. `place` is where the document was written."""
    opening = document.text[:_OPENING]
    parties = f"{heading.sender}\n{heading.recipient}"
    state = (
        _one(_of_collection(document))
        or _of_parties(parties, opening)
        or _one(_singly(_marked("opening", opening)))
        or _one(_ministers(parties, year))
    )
    if state:
        return replace(_ministries()[state], in_opening=True, year=year)
    state = _one(_singly(_marked("words", document.text))) or _one(_dated(place))
    return replace(_ministries()[state], year=year) if state else UNKNOWN


def _one(states: Set[str]) -> str:
    """The state, if it is the only one."""
    return next(iter(states)) if len(states) == 1 else ""


def _any(found: tuple[_States, ...]) -> _States:
    """Every state whose marks were found."""
    return frozenset().union(*found)


def _singly(found: tuple[_States, ...]) -> _States:
    """The states by marks that no other shares."""
    return _any(tuple(states for states in found if len(states) == 1))


def _of_parties(parties: str, opening: str) -> str:
    """By what the heading calls the parties: an office that one state alone calls so; a nation that both say.

    An office that several call so is that of the state whose nation, else whose seat, is told beside it.
    """
    found = _marked("parties", parties)
    nations_told = [_of_nation(party) for party in parties.split("\n")]
    shared = _any(found) - _hosts(parties)
    return (
        _one(_singly(found))
        or _one(frozenset.intersection(*nations_told))
        or _one(shared & _any(tuple(nations_told)))
        or _one({state for state in shared if _names_seat(state, opening)})
    )


def _of_nation(party: str) -> _States:
    """The states whose adjectives a party has: “the German Ambassador in the Soviet Union”."""
    return frozenset(nations()[found] for found in _nation().findall(party))


def _hosts(parties: str) -> _States:
    """The states that the parties have missions in, by their names or seats."""
    found = [one["where"] for one in _ABROAD.finditer(parties)]
    return frozenset(states_by_name().get(where) or seats().get(where.casefold(), "") for where in found)


def _names_seat(state: str, opening: str) -> bool:
    return any(re.search(rf"\b{re.escape(seat)}\b", opening) for seat in _ministries()[state].seats)


def _of_collection(document: Document) -> _States:
    """By the title of the series or volume that a paper was printed in."""
    title = f"{document.collection}\n{document.record.series}\n{document.record.volume_title}".casefold()
    table = _table()
    return frozenset(row["state"] for row in table for name in split(row["collections"]) if name.casefold() in title)


def _dated(place: str) -> _States:
    return frozenset(row["state"] for row in _table() if place in split(row["dated"]))


@lru_cache(maxsize=64)
def _marked(column: str, text: str) -> tuple[_States, ...]:
    """The states of each mark of the column that a text has, in order, but for those that are another state's."""
    found = (one for one in _mark().finditer(text) if column in _marks()[one.group()])
    return tuple(_marks()[one.group()][column] for one in found if not _is_anothers(text, one))


def _is_anothers(text: str, mark: re.Match[str]) -> bool:
    """Whether the words beside a mark say whose it is: “the British Foreign Secretary”."""
    behind = _ANOTHERS_BEHIND.match(text, mark.end())
    return bool(behind or _nation_before().search(text, max(0, mark.start() - _BEFORE), mark.start()))


@lru_cache(maxsize=64)
def _ministers(parties: str, year: int | None) -> _States:
    """The states of those parties of a heading who headed a ministry in the year, or in any where it is not known."""
    found = (one for name in _minister().findall(parties) for one in _terms()[name])
    return frozenset(state for state, first, last in found if year is None or first <= year <= last + 1)


@cache
def _table() -> tuple[dict[str, str], ...]:
    return rows("ministries.csv", *_COLUMNS)


@cache
def _ministries() -> dict[str, Ministry]:
    return {
        row["state"]: Ministry(row["state"], row["office"], row["mission"], frozenset(split(row["seats"])))
        for row in _table()
    }


@cache
def _marks() -> dict[str, dict[str, _States]]:
    """The states by mark and column."""
    found: dict[str, dict[str, _States]] = {}
    for row in _table():
        for column in ("parties", "opening", "words"):
            for mark in (each for phrase in split(row[column]) for each in spellings(phrase)):
                columns = found.setdefault(mark, {})
                columns[column] = columns.get(column, frozenset()) | {row["state"]}
    return found


@cache
def _mark() -> re.Pattern[str]:
    """Any mark, of several the longest: “Secretary of State for Foreign Affairs” is not “Secretary of State”."""
    return re.compile(rf"\b{any_of(_marks())}(?!\w)")


@cache
def _terms() -> dict[str, list[tuple[str, int, int]]]:
    """State and years of office by the name of a minister in headings."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for row in rows("ministers.csv", "name", "state", "first", "last", "reason"):
        for name in spellings(row["name"]):
            found.setdefault(name, []).append((row["state"], int(row["first"]), int(row["last"])))
    return found


@cache
def _minister() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_terms())}\b")


@cache
def _nation() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(nations())}\b")


@cache
def _nation_before() -> re.Pattern[str]:
    """A nation right before an office, with a word between (“Acting”) or none."""
    return re.compile(rf"\b{any_of(nations())}(?:[’']s)? (?:[A-Z]\w+ )?$")
