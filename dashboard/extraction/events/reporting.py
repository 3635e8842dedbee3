"""Reporting: “Battle reported in telegram 1070 from Cairo that …” made into who said it and what was said."""

from __future__ import annotations

import re

_VERB = (
    r"(?:said|stated|replied|remarked|added|recalled|reported|observed|states|pointed out|repeated|noted|explained"
    r"|indicated|informed|told|announced|emphasized|stressed|commented|declared|advised|assured|reports|informs)"
)
_HEARER = (
    r"(?: (?:to )?(?:him|her|them|me|us|[A-Z][\w.’'-]*|the [A-Z][\w’'-]*)(?: [A-Z][\w.’'-]*| of| in| the| for){0,6})?"
)
_SAID = re.compile(
    rf"(?P<who>(?:(?!\b(?:be|been|being|was|were|is|are|that|by)\b)[^,;:])"
    rf"{{3,60}}?),? (?:(?:then|also|further|again|has|had|next) )"
    rf"{{0,2}}{_VERB}{_HEARER} that (?P<what>.{{30,}})"
)
_SOURCE = re.compile(
    rf"(?P<verb>\b{_VERB}{_HEARER}),? (?:in|by) (?:a |an |his |the )?(?:[\w-]+ )?(?:telegram|despatch|dispatch|letter"
    r"|memorandum|note|message|cable|airgram)\b(?:(?!\bthat\b)[^,;:]){0,60}?"
    r"(?:, (?:(?!\bthat\b)[^,;:]){0,30}){0,2},? (?=that\b)"
)
_DATED = re.compile(
    r"(?P<paper>\b[Tt]elegrams? [\w–-]+(?: (?:from|to) [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?),"
    r" (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}"
    r"(?:, \d{4})?|undated)(?P<comma>,?)"
)
_SELF = re.compile(r"(?:he|she|they) (?=[a-z])")


def without_source(text: str) -> str:
    """Without the paper in which something is reported, and without the date behind a telegram’s number."""
    return _DATED.sub(lambda found: found["paper"], _SOURCE.sub(lambda found: f"{found['verb']} ", text))


def without_reporter(text: str) -> str:
    """What is told, without who told it to the writer: “the Commission met” of “Nehru informs me that the Commission
    met”. Only of what nobody doubts: who says, claims or believes it stays.
    """
    told = _INFORMED.match(text)
    return told["what"] if told else text


_INFORMED = re.compile(
    r"(?:I thought you would like to know that (?:I )?|I am informed |(?:[A-Z][\w.’'-]*|of|the|for|in|to| )+"
    r" (?:inform|tell|advise)(?:s|ed|d) (?:me|us|[A-Z]\w+)(?: (?:to-?day|to-?night|this [a-z]+|confidentially))? that )"
    r"(?P<what>(?:[A-Z]|the |an? ).{30,})"
)


def in_few_words(text: str) -> str:
    """“Carter: the bill would pass” for “Carter said that the bill would pass”; “he” in what he said is himself."""
    said = _SAID.match(text)
    if not said:
        return ""
    who, what = said["who"].strip(), said["what"].replace(" and that ", " and ")
    if _SELF.match(what):
        return f"{who} {_SELF.sub('', what, count=1)}"
    return f"{who}: {what}"
