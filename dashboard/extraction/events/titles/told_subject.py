"""Told subject: on what its paper is, told with a line that few would understand alone or that says not on what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from dashboard.extraction.events.lines.openness import asks_on_what, open_references, says_on_what
from dashboard.extraction.events.lines.reporting import in_few_words, without_source
from dashboard.extraction.events.lines.shortening import LONGEST, capital, heads_of, is_surely_cut, loses_sense
from dashboard.extraction.events.paper.affair import affair
from dashboard.extraction.events.paper.context import contexts, labels_of
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.on_what import TELLS_WHOM, filed_by, states_of
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.states import state_names
from dashboard.model import Span

_UNDERSTOOD, _NOTE_UNDERSTOOD, _NOTE_TO_TITLED = 0.8, (0.74, 0.6), (0.65, 0.5)
"""So likely understood, a line does without the subject of its paper: of 950 titles readers understood 92 in 100 of
those above, 86 of those below and half of those far below; and one of a note, which more often tells of something by
the way, without and with a name in quotation marks, and of a paper with a title, which tells less of its notes."""
_OPEN_IN_NOTE = 0.5
"""What a note leaves open that is told with the mere states its paper is on."""
_THE = re.compile(r"^The (?=[A-Z])")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3}")
_NO_SUBJECT = re.compile(r"(?i)\bweekly\b|\breport (?:#|for\b)|\bmeeting\b")
"""What a paper’s series or occasion is called says not on what it is."""
_HEAD = re.compile(r"(?:.*? )??(?P<noun>[\w’–-]+)(?= (?:of|in|for|between|to|with|against|on)\b|$)")
"""“finances” in “the finances of China”, by which a line may tell the same."""
_STEM = 6
_SHORTEST_HEAD = 60
"""Characters that a beginning must have to be told in place of a line."""
_WORDS_OF_NAME = 2
"""The words of a name: “Latin America”, “Britain and Saudi Arabia”."""


def on_its_subject(
    frame: Frame, clause: Span, line: str, likely: Callable[[str], float], lacks: Callable[[str], float]
) -> str:
    """A doubtful line with what its paper is on: by its subject, its own words or the states that it names.

    `likely` says which share of readers would understand a line, `lacks` how much is cut from it. Of a note it is told
    what the paper is on that it is put to: itself it may be on something else.
    """
    if not line or says_on_what(line) or frame.document.editorial:
        return line
    if likely(line) >= _enough(frame, clause, line) and not asks_on_what(line) and not _is_of_paper_itself(frame, line):
        return line
    shorter = without_source(line)
    lines = (line,) if shorter == line else (line, in_few_words(shorter) or shorter)
    told = _that_fits(frame, clause, line, chain(lines, _by_shorter_labels(frame, line)))
    if not told and any(_subjects(frame, clause, line)):
        told = _that_fits(frame, clause, line, _heads(line, lacks))
    return told or line


def _enough(frame: Frame, clause: Span, line: str) -> float:
    """How likely understood a line does without the subject of its paper."""
    if not frame.in_notes(clause.start):
        return _UNDERSTOOD
    return (_NOTE_TO_TITLED if heading_at(frame, clause.start).subject else _NOTE_UNDERSTOOD)["“" in line]


def _that_fits(frame: Frame, clause: Span, line: str, shorter: Iterable[str]) -> str:
    """The first of some shorter forms of the line that has room for a subject, with it; empty where none has."""
    told = (one for each in shorter for one in _with_subject(frame, clause, each))
    return next((one for one in told if len(one) <= LONGEST and not _is_only_less(frame, line, one)), "")


def _is_only_less(frame: Frame, line: str, told: str) -> bool:
    """Whether the mere states take the place of who tells the line."""
    bare, _, on = told.rpartition(" (on ")
    return on == f"{states_of(frame)})" and line.startswith(f"{bare} (")


def _heads(line: str, lacks: Callable[[str], float]) -> Iterator[str]:
    """The beginnings of a long line that are surely whole and leave no more open: they give room to its subject."""
    for head in heads_of(line):
        sure = len(head) >= _SHORTEST_HEAD and is_surely_cut(line, head) and not loses_sense(line, head)
        if sure and not lacks(head) and open_references(head) <= open_references(line):
            yield head


def _by_shorter_labels(frame: Frame, line: str) -> Iterator[str]:
    """What became of the paper at hand, which is called more briefly, or in the end without where and with what."""
    label = next((one for one in labels_of(frame) if line.startswith(one) and _DEED.match(line, len(one))), "")
    for deed in (line[len(label) :], _WHERE.sub("", line[len(label) :])) if label else ():
        yield from (f"{one}{deed}" for one in labels_of(frame) if len(one) <= len(label))


_WHERE = re.compile(r" (?:at (?:the|their|its)|with (?:an?|his|her|its)) [^,;]+$")
"""“at their 175th Meeting”, “with his letter of August 16”: the last that is said of the deed."""


def _is_of_paper_itself(frame: Frame, line: str) -> bool:
    """Whether the line tells what became of the paper at hand: “Telegram 635 from … received December 23”."""
    told = capital(line.removeprefix("The "))
    return any(told.startswith(label) and _DEED.match(told, len(label)) for label in labels_of(frame))


_DEED = re.compile(r" (?!to\b|from\b|and\b)[a-z]+")
"""What became of a paper, behind its title."""


def _with_subject(frame: Frame, clause: Span, line: str) -> Iterator[str]:
    """The line with each of its subjects, with who tells it, too, where there is room.

    Who tells it says more than the mere states that the paper is on.
    """
    told_in, named = contexts(frame, clause.start), heading_at(frame, clause.start).subject
    bare = next((line.removesuffix(f" ({one})") for one in told_in if line.endswith(f" ({one})")), line)
    itself = _is_of_paper_itself(frame, line)
    noted = frame.in_notes(clause.start) and not itself
    for on, surely in _subjects(frame, clause, line):
        subject = on == _THE.sub("the ", named)
        if bare != line:
            yield f"{line[:-1]}: {on})" if subject else f"{line[:-1]}, on {on})"
        elif not noted and not itself and ": " not in line:
            told = (one for one in told_in if one.endswith(f": {named}"))
            whom = (f"{one}, on {on}" for one in told_in if TELLS_WHOM.match(one) and not _names(one, on))
            yield from (f"{bare} ({one})" for one in (told if subject else whom))
        if bare == line or (surely and not noted):
            quoted = f"“{on}”" if _is_title(on, subject=subject) else on
            yield f"{bare} (note to a paper on {quoted})" if noted else f"{bare} (on {quoted})"


def _is_title(on: str, *, subject: bool) -> bool:
    """Whether a subject is set in quotation marks: the line of a paper that says it, or a title, but no mere names."""
    each = [name.removeprefix("the ") for name in on.split(" and ")]
    names = all(name in state_names() or len(name.split()) <= _WORDS_OF_NAME for name in each)
    return "“" not in on and not names and (subject or (on[0].isupper() and on.count(" ") > _WORDS_OF_NAME))


def _subjects(frame: Frame, clause: Span, line: str) -> Iterator[tuple[str, bool]]:
    """What the paper may be said to be on, and whether surely, unless the line says so itself: at last its states."""
    heading = heading_at(frame, clause.start)
    if heading.subject and (heading.subject in line or _NO_SUBJECT.search(heading.subject)):
        return
    if heading.subject:
        yield _THE.sub("the ", heading.subject), True
    on = affair(frame) if heading is frame.heading else ""
    if on and not _tells(line, on):
        yield on, True
    elif on[:1].isupper():  # it names the place: “Hyderabad”, which is then not on “Kashmir”, under which it is filed
        return
    filed = bool(filed_by(frame))
    written = (filed or (frame.heading.sender and frame.heading.recipient)) and not heading.subject
    least = _OPEN_IN_NOTE if frame.in_notes(clause.start) else 0
    states = states_of(frame) if written and open_references(line) >= least else ""
    if states and not all(_names(line, one) for one in states.split(" and ")):
        yield states, filed


def _tells(line: str, on: str) -> bool:
    """Whether the line tells by itself what the paper is on: by the same noun, or, for affairs, by the state."""
    head = _HEAD.match(on)
    noun = head["noun"] if head else on
    return noun[:_STEM].lower() in line.lower() or (noun == "affairs" and _names(line, on))


def _names(line: str, states: str) -> bool:
    """Whether the line names one of the states: “Indonesia”, or “the Indonesians”."""
    return any(name in line for name in _CAPITAL.findall(states))
