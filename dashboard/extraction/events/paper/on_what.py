"""On what: the states that a paper is about, told with a title that names an act of theirs by its date alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dashboard.extraction.events.lines.definite import is_told_by_subject
from dashboard.extraction.events.lines.openness import says_on_what
from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.context import EDITORIAL, contexts, with_context
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.filing import filing_of
from dashboard.extraction.states import state_names, with_article
from dashboard.model import Place

OWN = "US"
"""The state whose papers these are: what they are on is seldom itself."""
_AT_LEAST, _AS_OFTEN, _ONCE_IN, _MOST = 3, 0.6, 900, 2
"""How often a paper names a state that it is on; how often beside the one named most; in how many characters at least
once; and how many these are."""
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
    """“Indonesia”, “India and Pakistan”: by the file number and how often the body names them.

    Empty where it is not sure or the paper is filed under the relations of two that its body does not name, and for
    talks, which name those who talk most.
    """
    if frame.heading.is_talk:
        return ""
    counts, names = _as_written(frame)
    filing = [state for state in filing_of(frame.document, year_of_paper(frame)).states if state != OWN]
    filed = [state for state in filing if counts[state]]
    least = max(_AT_LEAST, _AS_OFTEN * max(counts.values(), default=0), (len(frame.text) - frame.opening) / _ONCE_IN)
    often = [state for state, n in counts.most_common() if n >= least]
    return _in_words(names, filed or ([] if len(filing) > 1 else often))


def states_in_words(frame: Frame, states: Iterable[str]) -> str:
    """The states as the paper writes them: “Bolivia and Paraguay”; empty where it does not name them all."""
    counts, names = _as_written(frame)
    return _in_words(names, list(states)) if all(counts[state] for state in states) else ""


def year_of_paper(frame: Frame) -> int | None:
    """The year by whose rules the paper was filed."""
    return frame.own_date.earliest.year if frame.own_date and frame.own_date.earliest else None


def _as_written(frame: Frame) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How often the body names each state but the own, and by which names of a country: none where by its people."""
    countries = {one.start for one in frame.places if isinstance(one.value, Place) and one.value.kind == "country"}
    counts: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    for hit in frame.in_body(frame.states):
        if _OF_A_RIVER.match(frame.text, hit.end):
            continue
        name = frame.text[hit.start : hit.end]
        for state in hit.value if len(hit.value) == 1 else ():
            counts[state] += 1
            names.setdefault(state, Counter())[name] += name in state_names() and hit.start in countries
    del counts[OWN]
    return counts, names


def _in_words(names: dict[str, Counter[str]], states: list[str]) -> str:
    """The states by the name most used for each; empty for too many, and where one has none."""
    told = [names[state].most_common(1)[0] for state in states]
    if len(told) > _MOST or not all(n for _, n in told):
        return ""
    return " and ".join(with_article(name) for name, _ in told)
