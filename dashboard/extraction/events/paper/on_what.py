"""On what: the states that a paper is about, told with a title that names an act of theirs by its date alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dashboard.extraction.events.lines.definite import is_told_by_subject
from dashboard.extraction.events.lines.openness import says_on_what
from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.context import EDITORIAL, contexts, with_context
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.filing import Filed
from dashboard.extraction.states import name_by, state_names, with_article
from dashboard.model import Place

_AT_LEAST, _AS_OFTEN, _ONCE_IN, _MOST = 3, 0.6, 900, 2
"""How often a paper names a state that it is on; how often beside the one named most; in how many characters at least
once; and how many these are."""
_BY_PEOPLE = 5, 700
"""The same where its people alone are named: “French troops” pass by in papers on anything."""
TELLS_WHOM = re.compile(r"(?!.*: ).* (?:to|by|from) .*")
"""Who tells whom, which may go on with “on”: a mere name does not say that it is a paper."""
_OF_A_RIVER = re.compile(r"\s(?:[Rr]iver|[Vv]alley|[Ww]aters)\b")
"""“the Jordan Valley” is no state."""


def with_states(frame: Frame, offset: int, line: str) -> str:
    """“Resolution of January 28 (Austin to the Secretary of State, on Indonesia)”; the line where nothing is open so.

    What is told is on what the paper is, not what was agreed: that the reader knows by it.
    """
    if says_on_what(line) or not is_told_by_subject(line):
        return line
    states, told_in = states_of(frame), contexts(frame, offset)
    bare = next((line.removesuffix(f" ({context})") for context in told_in if line.endswith(f" ({context})")), line)
    if not states or bare.endswith(")") or ": " in line:
        return line
    whole = (
        f"{bare} ({context}, on {states})" for context in told_in if TELLS_WHOM.match(context) and states not in context
    )
    return next((one for one in whole if len(one) <= LONGEST), line)


def in_paper_on(frame: Frame, offset: int, line: str) -> str:
    """“Letter from Nehru, cited in a paper on India and Pakistan”: by its subject, else by its states.

    With who tells it where the paper is on nothing that is sure.
    """
    on = frame.heading.subject or states_of(frame)
    told = f"{line}, cited in a paper on {on}"
    if on and len(told) <= LONGEST:
        return told
    return with_context(line, tuple(one for one in contexts(frame, offset) if one != EDITORIAL))


def states_of(frame: Frame) -> str:
    """The states that the paper is on, in a title's words: found once for all that ask."""
    if not frame.on_states:
        frame.on_states.append(_states_of(frame))
    return frame.on_states[0]


def _states_of(frame: Frame) -> str:
    """“Indonesia”, “India and Pakistan”: by the file number, else by how often the body names them.

    Empty where it is not sure, and for talks that no number tells: they name those who talk most.
    """
    if filed := filed_by(frame):
        return in_words(frame, filed)
    if frame.heading.is_talk:
        return ""
    written, length, own = _as_written(frame), len(frame.text) - frame.opening, frame.ministry.state
    counts = Counter({state: words.total() for state, words in written.items() if state != own})
    least = max(_AT_LEAST, _AS_OFTEN * max(counts.values(), default=0), length / _ONCE_IN)
    often = [state for state, n in counts.most_common() if n >= least]
    sure = (any(is_name for _, is_name in written[state]) or _is_surely_on(counts[state], length) for state in often)
    return in_words(frame, [Filed((state,), "") for state in often]) if all(sure) else ""


def filed_by(frame: Frame) -> list[Filed]:
    """The countries by which the paper is filed, but the own."""
    return [country for country in frame.filing.countries if frame.ministry.state not in country.states]


def _is_surely_on(n: int, length: int) -> bool:
    """Whether a paper is on a state that it names only by its people or government."""
    times, once_in = _BY_PEOPLE
    return n >= times and n * once_in >= length


def in_words(frame: Frame, countries: Sequence[Filed]) -> str:
    """“Bolivia and Paraguay”: the countries as the paper calls them; empty for too many."""
    called = [with_article(_as_called(frame, country)) for country in countries]
    return " and ".join(called) if len(called) <= _MOST else ""


def _as_called(frame: Frame, country: Filed) -> str:
    """By the name that the paper uses most, else by the one it is filed by, else by what the paper calls its people."""
    if len(country.states) != 1:
        return country.name
    (state,) = country.states
    words = _as_written(frame)[state].most_common()
    named = [word for (word, is_name), _ in words if is_name] or [country.name]
    return named[0] or name_by(words[0][0][0], state)


def _as_written(frame: Frame) -> dict[str, Counter[tuple[str, bool]]]:
    """How often the body names each state by each word, and whether as a country: not where by its people."""
    if not frame.called:
        frame.called.append(_words_of_states(frame))
    return frame.called[0]


def _words_of_states(frame: Frame) -> dict[str, Counter[tuple[str, bool]]]:
    """The same, counted."""
    countries = {one.start for one in frame.places if isinstance(one.value, Place) and one.value.kind == "country"}
    found: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for hit in frame.in_body(frame.states):
        if len(hit.value) == 1 and not _OF_A_RIVER.match(frame.text, hit.end):
            word = frame.text[hit.start : hit.end]
            found[hit.value[0]][word, word in state_names() and hit.start in countries] += 1
    return found
