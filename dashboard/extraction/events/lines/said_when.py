"""Said when: the words for a day or an hour, which a title can do without, as its event has the date beside it."""

from __future__ import annotations

import re

from dashboard.extraction.vocabulary import word_list

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_PART = r"(?:morning|forenoon|afternoon|evening|night|noon|midnight)"
_DAY = "|".join(
    [
        rf"(?:to-?day|yesterday|to-?morrow|to-?night|[A-Z][a-z]+days?)(?: {_PART})?",
        rf"(?:this|last|that|the same|next|following) (?:week|month|year|date|[A-Z]?[a-z]*day|spring|summer|autumn|fall"
        rf"|winter|{_PART}|{_MONTH})(?: {_PART})?",
        rf"{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?:[–-]\d{{1,2}})?\b)?(?:, (?:19|18)\d\d)?",
        rf"\d{{1,2}}(?:st|nd|rd|th|d)?(?: of)? (?:{_MONTH}|instant|ultimo)(?:,? (?:19|18)\d\d)?",
        r"(?:spring|summer|autumn|fall|winter)(?: of (?:19|18)\d\d)?",
        rf"(?:19|18)\d\d|{_PART}|\d{{1,2}}(?::\d\d)? ?[ap]\. ?m\.?",
    ]
)
_TIME = (
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|of|[Ss]ince|until|[Ff]rom|about|around|[Ee]arly|[Ll]ate|as) )*(?:[Tt]he )?"
    rf"(?:{_DAY})(?![\w’])\)*"
)
THEN_TIME = re.compile(rf"(?:,? ?{_TIME})+")
"""When, behind a line: its event has its date beside the title."""
TIME_AT_END = re.compile(rf"(?:{_TIME},? ?)+$")
"""When, before a line."""


def without_times(text: str) -> str:
    """The text without when it was, which its event has beside its title; as it is where it names more than one day."""
    days: set[str] = set()

    def leave_out(found: re.Match[str]) -> str:
        before, then = found["before"].rstrip(), found["next"] or ""
        last = before.rpartition(" ")[2].lower()
        goes_on = then and not found["comma"] and not found["today"]
        in_noun = goes_on and not (then in _BEHIND_DAY or then.endswith(("ed", "ing", "ly")))
        if last.strip(",") in _LEANS or in_noun or (last.endswith("ed") and (not then or then.endswith("ed"))):
            return found.group()
        if not _SO_TOLD.match(found["when"]):
            days.add("" if _THIS_DAY.match(found["when"]) else found["when"].rpartition(" the ")[2].lower())
        closes = text.count(",", 0, found.start()) % 2 or not _DIGIT.search(found["when"])
        if found["comma"] and before and not before.endswith(",") and closes:
            return f"{before},"
        return before.rstrip(",") if (found["comma"] or not then) else before

    bare = _ADVERBIAL.sub(leave_out, text)
    return bare.strip() if len(days) <= 1 and not _NUMBERED_DAY.search(bare) else text


_WHICH = r"(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:same|following|previous|preceding))"
_ADVERBIAL = re.compile(
    rf"(?P<before>^|\b(?:(?<!to )[a-z]|[A-Z\d])[\w.’'-]*,? )(?P<when>"
    rf"(?:(?:[Ee]arly|[Ll]ate) )?(?:[Oo]n|[Ii]n|[Aa]t) (?:the {_PART} of |about |around )?(?:the )?(?:{_DAY})"
    r"|(?P<today>(?:[Ee]arly |[Ll]ate |[Ll]ater )?(?:[Tt]o-?day|[Tt]o-?night"
    rf"|(?:[Yy]esterday|[Tt]o-?morrow)(?: {_PART})?"
    rf"|{_WHICH} (?:{_PART}|day|week|month|year|spring|summer|autumn|fall|winter))"
    rf"|(?:[Ll]ate|[Ll]ater|[Ee]arly) in the {_PART})|{_MONTH} \d{{1,2}}\b(?![–-]))"
    rf"(?![\w’–-]| {_PART}\b| and (?:\d|this|last|to-?day|yesterday|to-?morrow))"
    r"(?P<comma>,?)(?= (?P<next>[\w’]+)|[;:.)]|$)"
)
"""A time, with the word before it and the word behind it."""
_THIS_DAY = re.compile(rf"(?i:(?:early |late |later )?(?:to-?day|to-?night|this {_PART}|(?:in|at) (?:the )?{_PART}))")
_DIGIT = re.compile(r"\d")
"""A date with a year has a comma of its own; behind any other time it closes what is said by the way."""
_SO_TOLD = re.compile(r"[Tt]he (?:same|following|previous|preceding) ")
"""A time that is known by the other that is named."""
_NUMBERED_DAY = re.compile(
    rf"\b(?:{_MONTH} \d|(?:19|18)\d\d\b|[A-Z][a-z]+day\b|(?:yesterday|to-?morrow)\b)"
    rf"|\d(?:st|nd|rd|th|d)? (?:of )?{_MONTH}"
)
_BEFORE = (
    "until till since from by before after of between about for than to dated and or through as that which who but"
    " is was are were be been not no only even the a an this scheduled night morning afternoon evening"
)
_LEANS = frozenset(_BEFORE.split())
"""Words that mean nothing, or something else, without the time behind them."""
_BEHIND = "and to that in on with by from for at upon as the a an his he we it they"
_BEHIND_DAY = frozenset(_BEHIND.split()) | word_list("verb", "auxiliary")
"""Words, besides forms in -ed and adverbs, before which a day is no part of a noun, as in “the May 7 agreement”."""
