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
_WHEN = r",? (?:on|in) (?:the )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}[a-z]{0,2} (?:of )?[A-Z][a-z]{2,8})(?:, \d{4})?,?"
_SAID = re.compile(
    rf"(?P<who>(?:(?!\b(?:be|been|being|was|were|is|are|that|by)\b)[^,;:])"
    rf"{{3,60}}?),? (?:(?:then|also|further|again|has|have|had|next) )"
    rf"{{0,2}}{_VERB}{_HEARER}(?:{_WHEN})? that (?P<what>.{{30,}})"
)
_PAPER = re.compile(
    r"(?:An?|The|[A-Z]\w+’s) (?:[\w-]+ ){0,4}(?:memorandum|letter|telegram|note|message|cable|airgram)"
    r"(?: [\w-]*\d[\w-]*)?(?: (?:of|dated) [^,;]{3,20})? from (?=(?:the )?[A-Z])"
)
"""“A June 3 memorandum from Rostow to Rusk”: who says it to whom is shorter than the paper."""
_SOURCE = re.compile(
    rf"(?P<verb>\b{_VERB}{_HEARER}),? (?:in|by) (?:a |an |his |the )?(?:[\w-]+ )?(?:telegram|despatch|dispatch|letter"
    r"|memorandum|note|message|cable|airgram)\b(?:(?!\bthat\b)[^,;:]){0,60}?"
    r"(?:, (?:(?!\bthat\b)[^,;:]){0,30}){0,2},? (?=that\b)"
)
OCCASION = re.compile(
    r",? (?:with (?:further )?(?:reference|regard|respect) to|in (?:reply|response|regard|reference) to"
    r"|on (?:the )?(?:basis|strength|occasion|behalf|instructions?) of|(?:by|under) (?:instructions?|direction|orders?)"
    r" of)\b(?:(?!\b(?:that|whether|if|how|which|who)\b)[^,;:“‘]){3,90}"
)
"""Upon what somebody says something, which is not what he says: “told me, with reference to his visit, that …”."""
_UPON = re.compile(
    rf"(?P<verb>\b(?:{_VERB}|inquired|asked|queried){_HEARER}){OCCASION.pattern},? (?=(?:that|whether|if|how)\b)"
)
_DATED = re.compile(
    r"(?P<paper>\b[Tt]elegrams? [\w–-]+(?: (?:from|to) [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?),"
    r" (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}"
    r"(?:, \d{4})?|undated)(?P<comma>,?)"
)
_AND_THAT = re.compile(r"( (?:and|but)) that(?= )")
_SAYS_NOTHING = re.compile(
    r"(?:[Ss]ince|[Ii]f|[Ww]hen|[Ww]hile|[Aa]s|[Aa]lthough|[Bb]ecause|[Uu]nless|[Bb]efore|[Aa]fter) "
)
_LEANS = re.compile(r"\b(?:on|of|to|the|an?|by|for|from|with|and|his|her|its|their|in|about|recent)\W*$")
"""“Asked to comment on | reports that”: a noun, and no verb."""
_AND_ASKED = re.compile(
    r",? and (?:also |then )?(?:instructed|requested|asked|urged|expressed|recommended|suggested|proposed|warned"
    r"|authorized|directed|promised|offered)\b"
)
"""What may be a second thing that the first speaker did."""
_LEAST = 40
_SELF = re.compile(r"(?:he|she|they) (?=[a-z])")


_AS_STATED = re.compile(
    r"(?:(?<=\btrue)|(?<=\bcorrect)|(?<=\bfalse)|(?<=\buntrue)|(?<=\bthe case))"
    r", as [^,;]{2,80}\b(?:states?|stated|asserts?|asserted|alleges?|alleged|reports?|reported|says|said|claims?"
    r"|claimed)\b[^;]{0,60}?,(?= that\b)"
)
"""“It is not true, as the Temps stated in its issue of May 9, | that”."""


def without_source(text: str) -> str:
    """Without the paper in which something is reported, without who stated what is called untrue, and without the date
    behind a telegram’s number.
    """
    text = _AS_STATED.sub("", text, count=1)
    return _DATED.sub(lambda found: found["paper"], _SOURCE.sub(lambda found: f"{found['verb']} ", text))


def without_occasion(text: str) -> str:
    """Without what made somebody say a thing, between the verb and what he says."""
    return _UPON.sub(lambda found: f"{found['verb']} ", text)


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
    if not said or _SAYS_NOTHING.match(said["what"]) or _LEANS.search(said["who"]):
        return ""
    who, what = _PAPER.sub("", said["who"].strip()), _AND_THAT.sub(r"\1", said["what"])
    asked = _AND_ASKED.search(what)
    what = what[: asked.start()] if asked and asked.start() > _LEAST else what
    if _SELF.match(what):
        return f"{who} {_SELF.sub('', what, count=1)}"
    return f"{who}: {what}"
