"""Own acts: what the writer did, as a noun: “Byroade’s meeting with Fawzi” for “I saw Fawzi at 1230 and found him …”,
or “Meeting with Dr. Fawzi” where nobody names the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dashboard.extraction.events.lines.broken import is_ragged
from dashboard.extraction.events.lines.openness import open_references
from dashboard.extraction.events.lines.shortening import LONGEST, shortened
from dashboard.extraction.events.lines.standing import points_away
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.telegraphese import in_english
from dashboard.extraction.events.paper.voices import author, is_anothers
from dashboard.extraction.events.titles.wording import tidy
from dashboard.extraction.vocabulary import rows
from dashboard.model import Mention, Span

_CLOCK = r"(?:about |around )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m\b\.?|[a-z]+(?:-thirty\b| o[’']clock\b))"
_HOUR = r"(?:about |around )?(?:\d{4}(?: hours)?\b|noon\b|midnight\b)"
_WHEN = re.compile(
    r",? (?:again|also|then|today|to-day|yesterday|tomorrow|tonight|last (?:night|evening|week)|(?:this|yesterday|that)"
    rf" (?:morning|afternoon|evening)|at (?:my|his|her|their) (?:own )?request|(?:at )?{_CLOCK}|at {_HOUR}"
    r"|for (?:about )?(?:an hour|[a-z]+ hours|[a-z]+ minutes))(?=[ ,.]|$)"
)
"""When it was, which the event has beside its title, and at whose wish."""
_BUT = re.compile(r"[ ,]*but\b(?! (?:who|which)\b)")
"""What may say that nothing came of it."""
_ENDS = re.compile(
    r"[;:]|, | (?:and(?! [A-Z])|he|she|they|I|who|which|that|when|where|while|because|to [a-z]+|[a-z]{3,}ing"
    r"|at [\w ]+? request|in (?:response|reply|answer) to)\b"
)
"""Where what was done ends and something else begins."""
_OFF = re.compile(r"(?:I )?[Aa]m (?:just )?(?:off|about) to (?P<do>see|meet|call on|confer with) (?P<whom>.{4,})")


def own_act(frame: Frame, clause: Span, words: str, dates: Sequence[Mention]) -> str:
    """What a clause, or the words made of it, tell that the writer did, with whom or whither.

    Empty where the words are another’s, tell of nothing of the kind, or have the date for what comes after it.
    """
    if _BUT.match(frame.text, clause.end) or is_anothers(frame, clause.start) or frame.in_notes(clause.start):
        return ""
    whom = author(frame, clause.start)
    plain = _plain(frame, clause, dates) if whom else _WHEN.sub("", words)
    line = _off_to(whom, plain) or _done(whom, plain)
    return _on_subject(frame, clause, in_english(frame, clause, line)) if line else ""


def tells_own_act(line: str) -> bool:
    """Whether the line is one of these with the writer's name and another's: few words, but who met whom."""
    return _named_act().match(line) is not None and not open_references(line)


@cache
def _named_act() -> re.Pattern[str]:
    nouns = "|".join(sorted({re.escape(noun[:1].lower() + noun[1:]) for noun in _nouns().values()}))
    return re.compile(rf"[A-Z][\w.’ -]*?(?:’s (?:{nouns})| to (?:see|meet|call on|confer with)) (?:the )?[A-Z]")


def _plain(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The words of the clause without marks of pages, and without what says when; only the dates meant are marked."""
    at, parts = clause.start, []
    for mention in within(frame.dates, clause):
        parts.append(_ON.sub("", frame.text[at : mention.start]) + _MEANT * (mention in dates))
        at = mention.end
    words = " ".join(" ".join([*parts, frame.text[at : clause.end]]).split())
    return re.sub(rf" ?{_MEANT}(?=[ ,.]|$)", _MEANT, _WHEN.sub("", _PAGE.sub(" ", words).replace(" ,", ","))).lstrip(
        ", "
    )


_MEANT = "¤"
"""Where a date stood that the event has."""


_ON = re.compile(r"(?: only)? ?\b(?:[Oo]n|[Aa]t)(?: the)? $")
_PAGE = re.compile(r" ?\[Page \w+\] ?")


def _done(whom: str, words: str) -> str:
    """“Byroade’s meeting with Fawzi”, “Meeting with Dr. Fawzi”."""
    found = _first_person().match(words.replace(_MEANT, "").lstrip(", "))
    if found and _dates_what_follows(words):
        return ""
    rest = _object(found["rest"]) if found else ""
    if not found or not rest or (not found["who"] and (not whom or _NOT_HIS.match(words))):
        return ""
    noun = _nouns()[found["said"].lower()]
    return (
        f"{noun} {rest}"
        if not whom or found["who"] in ("We", "we")
        else f"{whom}’s {noun[:1].lower()}{noun[1:]} {rest}"
    )


_NOT_HIS = re.compile(r"(?:Received|Left|Returned|Arrived)\b")
"""What a paper, or somebody named before, may have done where a cable names nobody."""


def _off_to(whom: str, words: str) -> str:
    """“Byroade to see Hussein”, of “Am off to see Hussein who ill”."""
    found = _OFF.match(words.replace(_MEANT, ""))
    other = _object(found["whom"]) if found and whom else ""
    return f"{whom} to {found['do']} {other}" if found and other else ""


def _dates_what_follows(words: str) -> bool:
    """Whether the date stands behind words that begin another clause than that of the deed: “he said that on May 3”."""
    before = words.split(_MEANT, 1)[0] if _MEANT in words else ""
    return bool(_OTHER_CLAUSE.search(_FIRST_WORDS.sub("", before)))


_FIRST_WORDS = re.compile(r"^.*?\b(?:I|We|we)\b")
_OTHER_CLAUSE = re.compile(r"[;:]| (?:he|she|they|who|which|that|when|where|while|because)\b")


def _object(rest: str) -> str:
    """With whom or whither; empty where it names nobody, points to what was told before, or says who did it."""
    rest = tidy(_ENDS.split(rest, maxsplit=1)[0])
    done_to_him = rest.startswith("by ")
    return "" if done_to_him or not re.search(r"[A-Z]", rest) or points_away(rest) or is_ragged(rest) else rest


def _on_subject(frame: Frame, clause: Span, line: str) -> str:
    """The line with the subject of the paper, where it has one and the line room for it."""
    subject = heading_at(frame, clause.start).subject
    told = f"{shortened(line)} (on {subject})"
    return told if subject and subject not in line and len(told) <= LONGEST else shortened(line)


@cache
def _nouns() -> dict[str, str]:
    return {row["said"]: row["noun"] for row in rows("own_acts.csv", "said", "noun", "reason")}


@cache
def _first_person() -> re.Pattern[str]:
    """“I saw …”, or “Saw …” as a cable has it."""
    said = sorted(map(re.escape, _nouns()), key=len, reverse=True)
    begun = "|".join(f"{word[:1].upper()}{word[1:]}" for word in said)
    return re.compile(
        rf"(?:(?:[A-Z][^,;]{{2,40}},? )?(?P<who>I|We|we) (?:had |have |have just )?(?={'|'.join(said)})|(?={begun}))"
        rf"(?P<said>{'|'.join(said)}|{begun}) (?P<rest>.{{4,}})"
    )
