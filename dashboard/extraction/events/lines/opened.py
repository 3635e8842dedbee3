"""Opened: whether the clauses that a line opens, by “that”, “which” or “and in …”, are told to their verbs."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.definite import MONTHS
from dashboard.extraction.events.lines.lacking import LACKING, TORN, WANTING
from dashboard.extraction.events.lines.needs import SURE_VERB
from dashboard.extraction.events.lines.standing import has_finite_verb

THAT = re.compile(
    rf".*\b(?:(?<!\b(?:on|at|in|of|to|by) )that(?! {MONTHS}\b)|whether"
    r"|inasmuch as|because(?! of)|(?<=asked )if),? (?P<rest>.*)$"
)
_WHICH = re.compile(r".*\b(?:which|whom|whose|who) (?P<rest>[^,]*)$")
_THAT_ASIDE = re.compile(r"\bthat, (?:[^,]|(?<=\d), (?=\d))*$")
"""“That, given the tension |”: what is said by the way, and no more."""
_LEADS_ONLY = re.compile(
    r"(?:Although|If|While|When) "
    r"|(?:should|had|were) (?:the )?[A-Z]|were (?!to\b|no\b|not\b)[a-z]+ [a-z]+ed\b"
    r"|(?:before|when|while|if|although|because|since|unless|until|inasmuch as"
    r"|as soon as) (?:the|an?|he|she|they|it|we|I|[A-Z][a-z]+) "
)
"""“That should the Commission fail |”, “that before he left |”: a condition or a time, without what then follows."""
_AND_ASIDE = re.compile(r" and, [^,]*$")
"""“And, with his leave |”: what is said by the way before a second verb."""
_AND_WHERE = re.compile(r",? and (?:in|on|at|by|for|with|after|during|following) (?:(?!\b[a-z]+ed\b)[^,])*$")
_THEN_SUBJECT = re.compile(r", (?:he|she|it|they|I|we|the [a-z]+|[A-Z]\w+) [a-z]")
"""“And in the margin |, he wrote”: what only leads up to a second clause."""
_AND_DOING = re.compile(
    r",? and (?:after|before|during|while|when|upon|on|in|by|without) [a-z]+ing\b"
    rf"(?:(?!{SURE_VERB.pattern})[^;])*$"
)
"""“And after making a statement |”: what somebody then did is still to come."""
_WHERE_FIRST = re.compile(r"(?:in|on|at|under|with|for|during|after|before|until|next|as) ")
_DOING = re.compile(
    r"[Tt]he (?:(?!\b(?:was|were|is|are|has|have|had|will|would|[a-z]{3,}ed|meeting|note|letter|memorandum|telegram"
    r"|report|statement|resolution|message)\b)[^,;:]){3,100}, (?!including|concerning|regarding|following)[a-z]{3,}"
    r"ing\b(?:(?!\b(?:was|were|is|are|has|have|had|will|would)\b)[^,;:])*$"
)
"""“The Republics of Gaza and Acre, executing the pact |”: what they do is still to come."""
_BY_WHOM = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )\b(?:(?:made|held|sent|[a-z]{3,}ed) by"
    r"|(?<=\w )(?<!has )(?<!have )(?<!had )(?:(?:held|signed|published|located|stationed) (?:in|at|on|under)"
    r"|filed with|attached to|enclosed (?:in|with)|made to))\b"
)
_CALLED = re.compile(r"\bcalled (?=[A-Z])")


def lost_of_opened(words: str, rest: str) -> float:
    """What a line lacks of the last clause that it opens; `rest` is what its sentence goes on to say, if it does."""
    that = THAT.match(words)
    if that and (_THAT_ASIDE.search(words) or (_WHERE_FIRST.match(that["rest"]) and _THEN_SUBJECT.match(rest))):
        return LACKING
    if that and _leads_only(that["rest"]):
        return WANTING if that["rest"].startswith("should") else LACKING
    if that and (that["rest"].count(" ") > 1 or that["rest"][:1].isupper()) and not _has_verb(that["rest"]):
        return LACKING
    which = _WHICH.match(words) if rest else None
    if which and not has_finite_verb(which["rest"]):
        return TORN
    if rest and ", " in words and _DOING.match(without_agents(words)):
        return TORN
    if " and" not in words:
        return 0
    if _AND_DOING.search(words):
        return TORN
    return TORN * bool(_AND_ASIDE.search(words) or (_THEN_SUBJECT.match(rest) and _AND_WHERE.search(words)))


def without_agents(words: str) -> str:
    """The words without participles that go with by whom or where: “price named by Ali”, “talks held in Gaza”."""
    return _BY_WHOM.sub("", words)


def _has_verb(clause: str) -> bool:
    """Whether what stands behind “that” has a verb, besides a participle with by whom."""
    return has_finite_verb(without_agents(_CALLED.sub("", clause)))


def _leads_only(clause: str) -> bool:
    """Whether what stands behind “that” is a condition or a time, and nothing that follows from it."""
    if not _LEADS_ONLY.match(clause):
        return False
    return not any(SURE_VERB.search(part) for part in clause.split(", ")[1:])
