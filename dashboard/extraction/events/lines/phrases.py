"""Phrases: the noun phrases of a clause.

A small chunker by closed word classes, not a grammar: it breaks at whatever may be a verb, a pronoun or a conjunction,
so that what is left holds together wherever it is put.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dashboard.extraction.vocabulary import word_list

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Dr|Gen|Maj|Col|Lt|St|Messrs|Capt|Adm|Sen|Amb|Jr|No|[A-Z])\.(?=[ ,’'])"
    r"|[$£]?\w[\w’'&/–-]*(?:[.,]\d[\d,]*)*|[^\w\s]"
)
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "between",
        "among",
        "on",
        "in",
        "at",
        "with",
        "against",
        "from",
        "to",
        "over",
        "concerning",
        "regarding",
        "into",
    ]
)
_BEFORE_SIGN = re.compile(r" ([,’'])")
TAILS = re.compile(
    r"(?: (?:on|in|of|at|for|by|to|from|with|the|a|an|and|early|late|about|since|until|next|last|this|mid|end"
    r"|beginning"
    r"|beyond|upon|between|over|into|against|concerning|regarding|among|FY|any|all|some))+$"
)


_EMPTY = re.compile(
    r" (?:with (?:a )?view|in (?:large |great |good )?(?:part|form|fact|case|turn)"
    r"|to the effect|in (?:the )?course|in order|in accordance|with regard|in regard"
    r"|with the object|to the end"
    r"|(?:a few|several|two|three|four|five|six|\d+) (?:hours|days|weeks|months|years|minutes))$"
)


@dataclass(slots=True)
class _Chunk:
    """Words put together so far, with where the first began."""

    start: int
    words: list[str] = field(default_factory=list)
    owned: bool = False
    """Whether “our”, “their” or the like stands before: whose it is must then be clear from what it is of."""

    @property
    def text(self) -> str:
        joined = _BEFORE_SIGN.sub(r"\1", " ".join(self.words))
        return TAILS.sub("", _EMPTY.sub("", joined)).strip(" ,")


@cache
def _stops() -> frozenset[str]:
    return word_list("ends a phrase", "points away")


@cache
def _verbs() -> frozenset[str]:
    return word_list("verb")


@lru_cache(maxsize=16)
def noun_phrases(text: str) -> list[tuple[int, str]]:
    """The noun phrases in order, each with its offset; without those that name nothing."""
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    found: list[_Chunk] = []
    chunk = _Chunk(0)
    skip = points = False
    for at, (word, start) in enumerate(tokens):
        following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        last = chunk.words[-1] if chunk.words else ""
        if skip and word[0].islower() and not _is_determiner(word):
            skip = word.endswith("ly") or word in ("be", "not", "have", "been", "to")
            continue
        skip = False
        if chunk.words and following == "by" and _is_participle(word) and not _is_determiner(last):
            chunk.words.append(word)
            continue
        after = tokens[at + 2][0] if at + 2 < len(tokens) else ""
        if _joins(word, chunk.words, following, after) and not (word == "and" and _is_subject(following, after)):
            chunk.words.append(word)
            continue
        if last[:1].islower() and _is_subject(word, following) and last not in PREPOSITIONS and last != "and":
            found += [] if points else [chunk]
            chunk, points = _Chunk(start, [word]), False
            continue
        if _ends(word, last, following):
            if chunk.words and not points:
                found.append(chunk)
            chunk, points = _Chunk(start, owned=word.lower() in _OWNERS), word.lower() in _POINTING
            skip = word.lower() in word_list("auxiliary", "before a verb")
            continue
        if not chunk.words:
            chunk = _Chunk(start, owned=chunk.owned)
        chunk.words.append(word)
    if chunk.words and not points:
        found.append(chunk)
    told = (one for one in found if not one.owned or not PREPOSITIONS.isdisjoint(one.words))
    return [(one.start, text) for one in told if len(text := one.text) > 3]


_LINKS = PREPOSITIONS | {"and", "&", "by", "to"}
_OWNERS = frozenset(["its", "their", "our", "my", "your", "his", "her"])
_POINTING = frozenset(["this", "these", "those", "such", "same", "said"])
"""What follows one of these is not known by itself."""


def _is_subject(word: str, following: str) -> bool:
    """Whether a name is followed by its verb: “the outline Brzezinski sent”."""
    return (
        word[:1].isupper()
        and following[:1].islower()
        and (following in _verbs() or following in word_list("auxiliary", "finite verb"))
    )


def _is_participle(word: str) -> bool:
    """Whether the word may be what somebody has done: “made”, “signed”."""
    return word.endswith("ed") or word in ("made", "held", "sent", "given", "written", "drawn", "taken", "led", "put")


def _is_determiner(word: str) -> bool:
    return word.lower() in ("the", "a", "an") or word[0].isdigit()


def _joins(word: str, words: list[str], following: str, after: str) -> bool:
    """Whether the word links what stands before it with a noun after it: “of”, “between”, “and”."""
    low, last = word.lower(), words[-1] if words else ""
    if low not in _LINKS or not last or not following or not (following[0].isalnum() or following[0] in "$£"):
        return False
    if last.lower() in PREPOSITIONS or last.lower() in ("and", "the", "a", "an"):
        return False
    if following.endswith("ing") and following[0].islower() and following not in word_list("noun in -ing"):
        return False
    plain = not _ends(following, word, after if following.endswith("ed") else "")
    if low in ("and", "&"):
        return plain and following.lower() not in _verbs()
    if low == "by":
        common = [
            one for one in words if one[0].islower() and one not in PREPOSITIONS and one not in ("the", "a", "an")
        ]
        return (
            plain
            and bool(common)
            and (_is_participle(last) or following[0].isupper() or following in ("the", "a", "an"))
        )
    if low == "to":
        return plain and (following[0].isupper() or _is_determiner(following))
    if low not in ("of", "for", "between") and not any(word[0].islower() for word in words):
        return False
    return plain


def _ends(word: str, last: str, following: str) -> bool:
    """Whether a noun phrase cannot go on with the word."""
    low = word.lower()
    if not last and word[0].isupper() and (low in _verbs() or re.fullmatch(r"[a-z]{3,}(?:ed|ing)", low)):
        return low not in word_list("noun in -ing")
    if not (word[0].isalnum() or word[0] in "$£") or low in _stops() or low in PREPOSITIONS:
        return True
    if (
        _CONTRACTED.match(low)
        or _WEEKDAY.match(word)
        or (low in ("the", "a", "an") and last and last.lower() not in _BEFORE_ARTICLE)
    ):
        return True
    if word[0].isupper() or word[0] in "$£" or word[0].isdigit():
        return False
    led = last.lower() in _LEADS or last.endswith(("’s", "'s"))
    if low in _verbs():
        return True
    if low.endswith("ly") and len(low) > 4 and low not in ("supply", "family", "assembly", "ally", "monthly", "daily"):
        return not led
    if low.endswith("ed") and len(low) > 4:
        return not led or not following or not following[0].isalpha()
    if low.endswith("ing") and len(low) > 4 and low not in word_list("noun in -ing"):
        return not led
    subject = bool(last) and (last[0].isupper() or low in word_list("finite verb"))
    return low.endswith("s") and subject and _object_follows(following)


_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$")
_CONTRACTED = re.compile(r"(?:it|he|she|that|there|we|they|you|i|who|what|don|didn|isn|wasn)[’'](?:s|re|ve|ll|d|m|t)$")
_BEFORE_ARTICLE = PREPOSITIONS | {"and", "by", "both", "all", "half", "&"}
_LEADS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "of",
        "for",
        "in",
        "on",
        "between",
        "with",
        "to",
        "from",
        "against",
        "no",
        "more",
        "most",
        "other",
        "two",
        "three",
    ]
)


def _object_follows(following: str) -> bool:
    """Whether what follows a word in -s is its object: “the Department deplores the attack”."""
    return bool(following) and (following.lower() in ("the", "a", "an", "to", "that", "his") or following[0].isupper())
