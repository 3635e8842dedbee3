"""Present: who took part in a talk, by the list at the head of its record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.model import Person, Span

_PRESENT = re.compile(
    r"^(?:Present|PRESENT|Participants|PARTICIPANTS)\b:?(?:[^\n]*\n){1,14}?(?=\s*\n|Subject|SUBJECT)", re.M
)
_OPENING = 2500
"""Characters of a record within which the list stands."""
_FEWEST, _MOST = 2, 40
"""Of so many names a list is one of those present."""


def present(frame: Frame) -> tuple[str, ...]:
    """“Stalin”, “the Secretary”: those listed, each once, in order; none where fewer than two are, or too many."""
    if not frame.those_present:
        frame.those_present.append(_present(frame))
    return frame.those_present[0]


def lists_those_present(frame: Frame) -> bool:
    """Whether the record has such a list."""
    return bool(_lists(frame))


def in_a_row(names: Sequence[str], *, most: int) -> str:
    """“Stalin, Molotov and Byrnes”; “… and others” for more than one beyond the most."""
    shown = [*names[:most], "others"] if len(names) > most + 1 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _present(frame: Frame) -> tuple[str, ...]:
    listed = _lists(frame)
    told = [
        (mention.start, mention.value.name.split(" ")[-1])
        for span in listed
        for mention in within(frame.people, span)
        if isinstance(mention.value, Person)
    ]
    for span in listed:
        offices = _BARE_OFFICE.finditer(frame.text, span.start, span.end)
        unnamed = (one for one in offices if not within(frame.people, Span(*one.span("office"))))
        told += [(one.start("office"), _office(one)) for one in unnamed]
    names = tuple(dict.fromkeys(name for _, name in sorted(told)))
    return names if _FEWEST <= len(names) <= _MOST else ()


def _office(found: re.Match[str]) -> str:
    """“the Secretary”, “the Shah”: whom a list of those present calls by office alone."""
    return f"the {found['crown'] or found['office'].removeprefix('The ')}"


_BARE_OFFICE = re.compile(
    r"(?:^|[\n:]) *(?P<office>The (?:Secretary(?: of State)?|Acting Secretary|Under Secretary|President|Vice President"
    r"|Prime Minister|Foreign Minister|King|Shah)"
    r"|(?:His|Her) (?:Imperial |Royal )?Majesty,? the (?P<crown>King|Queen|Shah|Sultan|Emperor)(?:inshah)?)"
    r"[ \d]*(?=\n|\Z)"
)
"""A line of the list that names nobody."""


def _lists(frame: Frame) -> list[Span]:
    """Where those present are listed: as marked up, else under “Present” or “Participants” near the beginning."""
    if frame.document.markup.participants:
        return list(frame.document.markup.participants)
    listed = _PRESENT.search(frame.text, 0, _OPENING)
    return [Span(listed.start(), listed.end())] if listed else []
