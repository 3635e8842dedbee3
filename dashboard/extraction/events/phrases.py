"""Phrases: the noun phrases of a clause, and which of them says best what it is about.

A small chunker by closed word classes, not a grammar: it breaks at whatever may be a verb, a pronoun or a conjunction,
so that what is left holds together wherever it is put.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dashboard.extraction.events.broken import is_hollow, is_ragged
from dashboard.extraction.events.standing import NO_NAME
from dashboard.extraction.events.words_of_events import find_event_words
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in

LONGEST_PHRASE = 90
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Dr|Gen|Maj|Col|Lt|St|Messrs|Capt|Adm|Sen|Amb|Jr|No|[A-Z])\.(?=[ ,’'])"
    r"|[$£]?\w[\w’'&/–-]*(?:[.,]\d[\d,]*)*|[^\w\s]"
)
_DATE_WORD = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Mm]orning|[Ee]vening|[Aa]fternoon|[Nn]ight|[Nn]oon|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|instant|ultimo|\d{1,4}(?:st|nd|rd|th|d)?)$"
)
_PREPOSITIONS = frozenset(
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
_TAILS = re.compile(
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
        return _TAILS.sub("", _EMPTY.sub("", joined)).strip(" ,")


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
        if last[:1].islower() and _is_subject(word, following) and last not in _PREPOSITIONS and last != "and":
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
    told = (one for one in found if not one.owned or not _PREPOSITIONS.isdisjoint(one.words))
    return [(one.start, text) for one in told if len(text := one.text) > 3]


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
    last = words[-1] if words else ""
    if not last or not following or not (following[0].isalnum() or following[0] in "$£"):
        return False
    if last.lower() in _PREPOSITIONS or last.lower() in ("and", "the", "a", "an"):
        return False
    if following.endswith("ing") and following[0].islower() and following not in word_list("noun in -ing"):
        return False
    low = word.lower()
    plain = not _ends(following, word, after if following.endswith("ed") else "")
    if low in ("and", "&"):
        return plain and following.lower() not in _verbs()
    if low == "by":
        common = [
            one for one in words if one[0].islower() and one not in _PREPOSITIONS and one not in ("the", "a", "an")
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
    return low in _PREPOSITIONS and plain


def _ends(word: str, last: str, following: str) -> bool:
    """Whether a noun phrase cannot go on with the word."""
    low = word.lower()
    if not last and word[0].isupper() and (low in _verbs() or re.fullmatch(r"[a-z]{3,}(?:ed|ing)", low)):
        return low not in word_list("noun in -ing")
    if not (word[0].isalnum() or word[0] in "$£") or low in _stops() or low in _PREPOSITIONS:
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
_BEFORE_ARTICLE = _PREPOSITIONS | {"and", "by", "both", "all", "half", "&"}
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


def best_phrase(
    text: str,
    *,
    near: int = 0,
    least: float = 2.9,
    hollow: bool = False,
    fits: Callable[[str], bool] | None = None,
) -> str:
    """The phrase that says most of what the text is about, at most one line; empty where none says enough.

    `least` is what it must weigh: 3 for a name with a noun, an event with what it is of. `hollow`: where no other does,
    one that leaves open which of its kind it means. `fits` may refuse one.
    """
    ranking = [entry for entry in _ranked(text, near) if entry[0] > least and (not fits or fits(entry[1]))]
    sound = (phrase for _, phrase in ranking if not is_hollow(phrase))
    whole = (phrase for _, phrase in ranking if not is_ragged(phrase))
    return next(sound, next(whole, "") if hollow else "")


@lru_cache(maxsize=4)
def _ranked(text: str, near: int) -> list[tuple[float, str]]:
    """The noun phrases of a text with what each weighs, the heaviest first; remembered, as it is asked for thrice."""
    ranking = []
    for start, phrase in noun_phrases(text):
        bare = _without_dates(_LINK.sub("", phrase))
        bare = _cut(bare)
        if bare:
            end = text.find(bare, start) + len(bare)
            goes_on = _TO_DO.match(bare + text[end : end + 6]) if text.startswith(" to ", end) else None
            broken = (goes_on or _GOES_ON.match(text, end)) is not None
            ranking.append((_weight(bare) - abs(start - near) / 120 - 2.0 * broken, bare))
    return sorted(ranking, reverse=True)


_GOES_ON = re.compile(r" (?:of|between) (?!(?:the )?\d|this |that |these |such )")
_TO_DO = re.compile(
    r"\b(?:failure|refusal|decision|desire|intention|willingness|attempt|effort|ability|right)\b.* to [a-z]"
)
"""“The failure of the Soviet Government | to comply with the pact”."""
"""What shows that a phrase was cut before what it is of."""
_LEADING_DAY = re.compile(r"\d+(?:[–-]\d+)?|[Mm]orning|[Ee]vening|[Aa]fternoon|[Nn]ight")
_AFTER_NUMBER = _PREPOSITIONS | {"the", "a", "an"}
_LINK = re.compile(
    r"^(?:the )?(?:(?:[Pp]resumable |[Aa]pparent )?[Rr]eference|contrast|addition|view|light|terms|favou?r"
    r"|spite|case|absence|accordance|compliance|response|reply"
    r"|regard|respect|reference|order|course|behalf|connection|event|result|basis|means|way|process|part|number"
    r"|series|hope"
    r"|effect|answer|possession|pursuance|consequence|conformity|lieu|importance|attention) (?:to|of|with) "
)
"""What is left of “in contrast to”, “with reference to”."""


def _without_dates(phrase: str) -> str:
    """Without a date at either end."""
    words = phrase.split(" ")
    while words and (_DATE_WORD.match(words[-1].strip(",.")) or _TAILS.fullmatch(f" {words[-1]}")):
        words.pop()
    while len(words) > 1 and _LEADING_DAY.fullmatch(words[0]) and (words[1] in _AFTER_NUMBER or words[0].isalpha()):
        words.pop(0)
    if len(words) == 1 and " of " in phrase:
        words = phrase.split(" ")
    while words and words[0].lower() in _PREPOSITIONS | {"and", ","}:
        words.pop(0)
    return " ".join(words).strip(" ,")


def _cut(phrase: str) -> str:
    """The phrase without its last members where it is too long."""
    while len(phrase) > LONGEST_PHRASE:
        shorter = re.sub(
            r"(?:,| (?:of|for|between|among|on|in|at|with|against|from|to|over|and|concerning|regarding)) "
            r"(?:(?! (?:of|for|between|among|on|in|at|with|against|from|to|over|and) ).)*$",
            "",
            phrase,
        )
        if shorter == phrase:
            return ""
        phrase = shorter
    return phrase


_MEMBER = re.compile(r" (?:of|for|between|among|on|in|at|with|against|from|to|over|by|regarding|concerning)\b")
"""Where the members of a noun phrase join its head."""


_PERSONS = re.compile(
    r"(?i)\b(?:representative|delegate|deput(?:y|ie)|officer|official|ambassador|minister|member|leader|agent"
    r"|negotiator|chairm[ae]n|spokesm[ae]n|[Gg]overnment)s?$"
)
"""Those who do something: never what was done."""
_WITHOUT_OF = re.compile(r"\b(?:situation|statement|question|meeting|conversation) [A-Z][a-z]|[a-z] (?:Dep|Emb|Leg)tel")
"""“situation Foreign Office informed”: cables leave out what parts a noun from the name after it."""


def _weight(phrase: str) -> float:
    """How much a phrase tells: names, nouns of events, and what they are of."""
    words = phrase.split(" ")
    bare = [word for word in words if word.lower() not in ("the", "a", "an")]
    if not bare:
        return 0.0
    first = _MEMBER.split(phrase, maxsplit=1)[0]
    head = first.split(" ")[-1].lower()
    names = [
        word
        for word in bare[0 if words[0].lower() in ("the", "a", "an") else 1 :]
        if word[0].isupper() and not NO_NAME.match(word)
    ]
    names += [word for word in bare[:1] if len(bare) > 1 and word[0].isupper() and not NO_NAME.match(word)]
    complements = len(re.findall(r" (?:of|for|between|on|with|against|from|to) ", phrase))
    hits = find_event_words(words_in(phrase), phrase)
    eventful = any(hit.value.force == "noun" for hit in hits)
    leads = any(hit.value.force == "noun" and hit.end >= len(first) - 1 and hit.start <= len(first) for hit in hits)
    weight = 2.5 * bool(names) + 2.0 * eventful + 1.0 * min(complements, 2) + 0.25 * min(len(bare), 7)
    weight += 0.8 * (leads and bool(names or complements))
    if head in word_list("says little") and not (names and complements):
        weight -= 3
    if re.match(
        r"(?:Paragraphs?|Sections?|Articles?|Point|Parts?) \d|\d|(?:[Ss]ou|[Nn]or|[Ee]as|[Ww]es)th?t? of ", phrase
    ):
        weight -= 4
    if _WITHOUT_OF.search(phrase) or re.match(
        r"(?:[Ee]ach|[Ee]very|[Uu]nfamiliar|[Ff]irst [A-Z]|[Ss]ubject to |[Gg]reat(?:est)? [a-z]|[Aa] percentage)",
        phrase,
    ):
        weight -= 3
    if _PERSONS.search(first):
        weight -= 2.5
    if len(bare) == 1:
        weight -= 2 if eventful else 1
    common = [word for word in first.split(" ") if word[0].islower() and word not in ("the", "a", "an", "and")]
    if not common:
        weight -= 3.0 - 2.0 * leads
    return weight
