"""Weighing: which noun phrase of a text says best what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from dashboard.extraction.events.lines.broken import is_hollow, is_ragged
from dashboard.extraction.events.lines.phrases import PREPOSITIONS, TAILS, noun_phrases
from dashboard.extraction.events.lines.standing import NO_NAME
from dashboard.extraction.events.lines.words_of_events import find_event_words
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in

LONGEST_PHRASE = 90
_DATE_WORD = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Mm]orning|[Ee]vening|[Aa]fternoon|[Nn]ight|[Nn]oon|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|instant|ultimo|\d{1,4}(?:st|nd|rd|th|d)?)$"
)


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
"""What shows that a phrase was cut before what it is of."""
_TO_DO = re.compile(
    r"\b(?:failure|refusal|decision|desire|intention|willingness|attempt|effort|ability|right)\b.* to [a-z]"
)
"""“The failure of the Soviet Government | to comply with the pact”."""
_LEADING_DAY = re.compile(r"\d+(?:[–-]\d+)?|[Mm]orning|[Ee]vening|[Aa]fternoon|[Nn]ight")
_AFTER_NUMBER = PREPOSITIONS | {"the", "a", "an"}
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
    while words and (_DATE_WORD.match(words[-1].strip(",.")) or TAILS.fullmatch(f" {words[-1]}")):
        words.pop()
    while len(words) > 1 and _LEADING_DAY.fullmatch(words[0]) and (words[1] in _AFTER_NUMBER or words[0].isalpha()):
        words.pop(0)
    if len(words) == 1 and " of " in phrase:
        words = phrase.split(" ")
    while words and words[0].lower() in PREPOSITIONS | {"and", ","}:
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


@lru_cache(maxsize=128)
def _weight(phrase: str) -> float:
    """How much a phrase tells: names, nouns of events, and what they are of; most phrases come twice."""
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
