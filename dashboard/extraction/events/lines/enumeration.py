"""Enumeration: several named one after another, of which a line must not lose the first or the last."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.vocabulary import word_list
from dashboard.model import Span

_NAME = (
    r"(?!(?:Under|Acting|Deputy|Assistant|Vice|Prime|Foreign)\b)(?:the )?[A-Z][\w.’-]*"
    r"(?<!Minister)(?<!Secretary)(?<!Ambassador)(?<!President)(?<!Chairman)(?<!Director)(?<!Chief)(?<!Premier)"
    r"(?: [A-Z][\w.’-]*){0,2}"
)
_NAMES = re.compile(rf"[’”)]*(?:, {_NAME}){{1,9}},? (?:and|or) {_NAME}\b")
"""“To Syria |, Iraq, and Yemen”: the series goes on."""
_LAST = re.compile(
    r"[’”)]*,? (?:and|or) (?P<member>(?!(?:in|on|at|of|for|to|by|with|from|under|then|also|that|as|if|when|not)\b)"
    r"[\w’.–-]+(?: [\w’.–-]+){0,7}?)(?=[.,;:()—]|$| (?:in|on|at|of|for|to|by|with|from|under|who|which)\b)"
)
"""“To Syria, Iraq |, and Yemen.”: its last member."""
_NO_MEMBER = re.compile(
    r"(?:the|an?|his|her|its|their|in|on|at|of|for|to|by|with|from|under|as|who|which|where|when|that|if|and|or|but|then"
    r"|also|however|after|before|during|while|including|Under|Acting|Deputy|Assistant|\w+ing|[a-z]+ed|[a-z]+ly)\b"
    r"|\W*\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:[A-Z][\w’-]* )*(?:Minister|Secretary|Ambassador|President|Chairman|Director|Chief|Premier)\b"
)
"""What stands behind a comma and is no member of a series: a phrase, a participle, a date, an office."""
_MEMBER_WORDS = 6
"""Words of a member of a series at most."""


def cuts_series(words: str, rest: str, *, spoken: bool) -> bool:
    """Whether the line, before the rest of its sentence, has lost the last of a series; `spoken`: it has a verb."""
    if _NAMES.match(rest) and words.rpartition(" ")[2][:1].isupper():
        return True
    last = _LAST.match(rest)
    return last is not None and _ends_in_member(words) and (not spoken or _is_member(last["member"]))


def _ends_in_member(words: str) -> bool:
    """Whether the words behind the last comma may be a member of a series."""
    _, comma, tail = words.rpartition(", ")
    return bool(comma) and tail.count(" ") < _MEMBER_WORDS and not _NO_MEMBER.match(tail) and _is_member(tail)


def _is_member(words: str) -> bool:
    """Whether the words are no clause."""
    first = words.split(" ", 1)[0]
    return not (has_finite_verb(words) or first in word_list("verb", "finite verb", "auxiliary"))


def whole_series(text: str, clause: Span, sentence: Span) -> Span:
    """The clause with all members of the series that its sentence begins with before it, or ends with behind it."""
    start, end = clause.start, clause.end
    before = " ".join(text[sentence.start : start].split()) if start - sentence.start < _REACH else ""
    if _FIRST.fullmatch(before) and not has_finite_verb(before):
        start = sentence.start
    last = _LAST.match(" ".join(text[end : min(sentence.end, end + _REACH)].split("\n")))
    if last and _is_member(last["member"]) and _ends_in_member(" ".join(text[start:end].split())):
        end += len(last.group().rstrip("."))
    return Span(start, end)


_FIRST = re.compile(r"(?:(?:[Tt]he |[A-Z])[\w.’ -]{2,50}, ?){1,6}and")
"""“The Minister for Foreign Affairs, the Ambassador, and | I are to meet”."""
_REACH = 120
"""Characters before and behind a clause that hold the rest of a series."""
