"""Own subject: what a paper that is addressed to nobody is on: by its own title, by who called, or by its affair."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.affair import affair
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.on_what import states_of
from dashboard.extraction.events.paper.own_title import own_title
from dashboard.extraction.events.paper.papers import title_of

_CALLER_WITHIN = 400
_BEGINS = r"(?:^|[\n.\]] ?|\b(?:secret|confidential|restricted) )\s*"
_WHO = (
    r"(?P<who>[Tt]he (?:[A-Z][\w’-]+ ){1,3}(?:Ambassador|Minister(?: (?:for|of) Foreign Affairs)?|Chargé|Counselor)"
    r"(?: of Embassy)?"
    r"|(?:[A-Z][\w’-]+ ){1,2}(?:Ambassador|Minister|Chargé|Counselor|Attaché) [A-Z][\w’-]+"
    r"|(?:Sir|Dr\.|Mr\.|M\.|General|Colonel|Major|Lord|Ambassador|Minister|Count|Baron|Madame|President)"
    r" (?:[A-Z][\w.’-]+ ?){1,3}(?<! ))(?: of (?:the )?[A-Z][\w.]+(?: [A-Z]\w+)?)?"
)
_CALLER = re.compile(
    rf"{_BEGINS}(?:At (?:his|her) (?:own )?request,? |On [A-Z][a-z]+ \d+(?:, \d{{4}})?,? )?{_WHO}"
    r"(?:,(?:[^,.;]|(?<=\b[A-Z])\.|(?<=\b[DM]r)\.){3,80},)? ?"
    r"(?:called|telephoned|came in|came to|phoned)\b"
)
"""Who calls, in the first words of the record."""
_CALLED_ON = re.compile(
    rf"(?:{_BEGINS}|, )(?:I (?:called (?:by appointment )?(?:up)?on|discussed [a-z ]{{3,20}} with|talked with|talked to"
    r"|telephoned|had an? (?:[a-z]+ )?(?:talk|conversation) with)"
    r"|[Dd]uring (?:the course of )?(?:a|his|our) (?:call|conversation|talk)(?: today| yesterday)?,?) "
    rf"(?:{_WHO}|(?P<name>(?:[A-Z][\w’-]+ ){{1,2}}[A-Z][\w’-]+)(?=,))"
)
"""On whom the writer calls, or with whom he talks."""


def caller(frame: Frame) -> str:
    """“the Chinese Ambassador”: who calls in the first words below the heading; empty where nobody does."""
    found = _in_first_words(frame, _CALLER)
    return re.sub(r"^The ", "the ", " ".join(found["who"].split())) if found else ""


def called_on(frame: Frame) -> str:
    """“Chou En-lai”: whom the writer calls on in the first words below the heading; empty where he calls on nobody."""
    found = _in_first_words(frame, _CALLED_ON)
    return " ".join((found["who"] or found["name"]).split()) if found else ""


def _in_first_words(frame: Frame, told: re.Pattern[str]) -> re.Match[str] | None:
    start = frame.heading.line.end if frame.heading.line else 0
    return told.search(frame.text, start, start + _CALLER_WITHIN)


def with_subject_of_its_own(frame: Frame, title: str) -> str:
    """“Memorandum from Hornbeck: U.S.S.R. Aims in the Far East”, “… on a call of the Argentine Ambassador”.

    The title where the paper has an addressee, where it says its subject already, or says none. Of a record that names
    nobody with whom its writer talked it is told on what it is.
    """
    heading = frame.heading
    if heading.recipient or not heading.line or ": " in title:
        return title
    if heading.is_talk:
        on = affair(frame) if _BY_ONE.fullmatch(title) else ""
        return next((line for line in (f"{title}, on {on}",) if on and len(line) <= LONGEST), title)
    named, whom = own_title(frame.text, heading.line.end), caller(frame)
    if named and _says_already(title, named):
        return title
    if named and (not whom or whom.removeprefix("the ") not in named):
        return title_of(replace(heading, subject=named))
    on = "" if whom else affair(frame) or states_of(frame)
    told = f" on a call of {whom}" if whom else f" on {on}" if on else ""
    whole = f"{title}{told}"
    return whole if len(whole) <= LONGEST else title


def _says_already(title: str, named: str) -> bool:
    """Whether a heading that says on what its paper is begins as the paper’s own title, or holds more words of it."""
    words = named.split()
    return " ".join(words[:2]) in title.partition(" on ")[2] or " ".join(words[:3]) in title


_BY_ONE = re.compile(r"Memorandum of (?:Telephone )?Conversations?,? [Bb]y [^:]+")
