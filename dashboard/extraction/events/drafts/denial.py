"""Denial: whether a clause says of what its date dates that it did not happen, or that somebody denies it.

Whose date it is decides: “Tito, in a note of March 11, denied that troops had crossed on March 7” is a note that was
delivered on the 11th and a crossing that is denied. What is not known, not believed or not till then is not denied.
"""

from __future__ import annotations

import re

from dashboard.model import Span

_DENIES = re.compile(
    r"\b(?:(?<!would have )(?<!not )(?<!cannot be )(?<!was )(?<!were )(?<!been )(?<!being )denie[sd]"
    r"|(?<!not )(?<!cannot )deny|denying|disclaim(?:s|ed)|(?:i|wa)s denied that|categorical denial"
    r"|(?:(?:could|would|did|do|does|can) ?not|(?:refuse[sd]?|decline[sd]?) to) (?:admit|allow|concede)(?= that\b)"
    r"|(?<!not )(?<!never )(?<!body )(?<!one )doubt(?:s|ed)(?= (?:that|whether|if)\b))\b"
)
"""Verbs of denying, of not admitting and of doubting: what they deny stands behind them. A consul who “was denied
access” denies nothing."""
_FALSE = r"(?:untrue|not true|false|incorrect|not correct|unfounded|not the case|not a fact)"
_UNTRUE = re.compile(
    rf"\b(?:no truth|without foundation|{_FALSE}(?=(?:, [^;]{{2,120}}?,)? that\b)"
    r"|(?<=is )(?:untrue|not true|false|unfounded|incorrect)|failed to (?:arrive|take place)"
    r"|never (?:took place|met|signed|received|sent|happened|reached|left|arrived|occurred|landed|crossed|entered))\b"
)
CALLS_UNTRUE = re.compile(rf"\W*[Ii]t (?:is|was) (?:\w+ly |quite )?{_FALSE}(?P<aside>, as [^;]{{2,120}}?,)? that\b")
"""“It is untrue that aircraft violated the zone”: a clause that calls untrue what it tells, and who stated that."""
_HELD_BACK = (
    r"(?: (?:now|at all|in fact|really|as yet|actually|therefore|however|even|himself|themselves|been|be|being))*"
    r"(?:, (?:[^,;]){2,120},)?(?: (?:been|be))?"
)
_DONE = (
    r" (?:been )?(?!(?:ceas|stopp|tir|fail|waver|forgott)\w+)"
    r"(?:[a-z]+ed|went|gone|came|come|took|taken|sent|saw|seen|left|gave|given|held|made|said|wrote|written|met|told"
    r"|spoke|spoken|read|began|begun)\b"
)
"""A verb of doing: what he “never ceased” to do, he did."""
_NEGATED = re.compile(
    rf"\b(?:(?:has|have|had|did|does|do|was|were|is|are)(?: not|n[’']t|, [^,;]{{2,60}}, not)|never(?={_DONE}))\b"
    rf"(?! (?:yet|only|merely|simply|just|alone|until|till|before|without|un\w+)\b){_HELD_BACK}"
    r"(?! (?:know|known|believ|think|thought|wish|want|intend|expect|hesitat|fail|seem|appear|underst|consider|agree"
    r"|accept|like|mean|feel|felt|hop|desir|doubt|regard|object|need|have to|car|aware|sure|certain|prepared|willing"
    r"|ready|able|satisf|inclined|in (?:a )?position|possible|clear|enough|sufficient|likely|a |an |the |to )\w*)"
)
"""A deed that was not done; what somebody does not know, think or want is a state of mind."""
_NOBODY = re.compile(
    r"(?:^|, )\W*(?:[Nn]either\b[^.;]{2,120}? nor\b|(?:[Nn]one of|[Nn]obody|[Nn]o one)\b(?! (?:doubt|deni))"
    r"|(?:No|no)(?! (?:sooner|doubt|less|more|later|earlier|longer|matter|reply|answer|other|fewer)\b)"
    r" (?:[\w-]+ ){1,5}?(?=(?:was|were|has|have|had|took|met|left|crossed|entered|landed|arrived|[a-z]+ed)\b))"
)
"""“Neither the one nor the other met him”, “No troops crossed”: the subject says that nobody did."""
_UNTIL = re.compile(r"\b(?:until|till|before|later than|earlier than|sooner than)\b")
"""“Did not arrive until May 3” tells that they arrived then."""
_BUT_ON = re.compile(r",? but (?:only |rather |in fact |not until )?(?:(?:on|in|at|about) )?(?:the )?$")
"""“Did not enter on the 4th, but on | the 8th”: they entered then."""
_THAT = re.compile(r"\bthat\b")
_BEFORE_DEED = re.compile(
    r"(?!\W*(?:[Aa]l)?(?:[Tt]hough|[Ii]f|[Ss]ince|[Ww]hile|[Aa]s|[Bb]ecause|[Ww]hen|[Uu]nless|[Ww]hereas|[Aa]fter)\b)"
    r"(?:[^,;]{3,60}, )?"
    r"(?:(?!(?:that|which|who|said|told|informed|reported|stated|if)\b)[^\s;:]+ ){0,12}?"
)
"""The opening and the subject of a clause: no verb of saying, no other clause."""
_ADJUNCT = re.compile(
    r"(?:\W|\b(?:me|us|him|to|on|in|at|the|of|under|date|publicly|officially|[A-Z][a-z]+|\d+(?:st|nd|rd|th|d)?)\b)*"
)
"""What may stand between a verb of denying and the day on which it was denied."""


def is_denied(clause: str, at: int | None = None) -> bool:
    """Whether the clause denies what is dated at the offset in it; None asks about the clause as a whole."""
    denies = _DENIES.search(clause)
    if denies:
        if at is not None and denies.group() == "denying" and _GOES_ON.search(clause, denies.end(), at):
            return False
        return at is None or _is_what_is_denied(clause, denies.end(), at)
    return _UNTRUE.search(clause) is not None or was_not_done(clause, at)


def source_of_untrue(clause: str) -> Span | None:
    """Where such a clause says who stated it, and when: “, as the Journal states in its number of the 14th,”."""
    called = CALLS_UNTRUE.match(clause)
    return Span(*called.span("aside")) if called and called["aside"] else None


def was_not_done(clause: str, at: int | None = None) -> bool:
    """Whether the clause says that nobody did what it tells of; likewise."""
    negated = _NEGATED.search(clause)
    if negated and _BEFORE_DEED.fullmatch(clause, 0, negated.start()):
        end = len(clause) if at is None else max(at, negated.end())
        if at is not None and _BUT_ON.search(clause, negated.end(), end):
            return False
        return not (_THAT.search(clause, negated.end(), end) or _UNTIL.search(clause, negated.end()))
    return _NOBODY.match(clause) is not None and not _UNTIL.search(clause, 0, at or len(clause))


def _is_what_is_denied(clause: str, verb: int, at: int) -> bool:
    """Whether the offset lies in what is denied: behind the verb and its “that”, not in when and where it was."""
    if at < verb:
        return False
    that = _THAT.search(clause, verb, verb + _LEAD)
    return that.start() < at if that else not _ADJUNCT.fullmatch(clause, verb, at)


_GOES_ON = re.compile(r", (?:was|were|is|are|has|had|have|will|would|(?!and\b)[a-z]+ed)\b")
"""“The note, denying that troops had left, | was published on May 30”: that day is of the note again."""
_LEAD = 100
"""Characters behind a verb of denying within which “that” begins what is denied."""
