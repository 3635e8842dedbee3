"""Telegraphese: the shortened words of cables spelled out, so that a title reads as English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dashboard.extraction.alternation import any_of, first_of
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.states import state_rows
from dashboard.extraction.vocabulary import rows, split, word_list
from dashboard.model import Span

_GOVERNMENT = re.compile(r"\bGO[A-Z]{1,2}\b(?P<owns>[’']s)?(?: (?=[A-Z][a-z]+ Government\b))?")
"""“GOE”, “GOI”: the Government of a state that the rest of the document decides."""

_WORDS_A_DETERMINER = 11
"""Full sentences have an article or the like at least so often; cables leave them out."""
_BODIES = (
    r"(?:United Nations Commission(?: for Indonesia| for India and Pakistan)?|Federal Consultative Assembly"
    r"|Department|Embassy|Legation|Consulate|Delegation|Mission|Security Council|General Assembly|Secretary General"
    r"|Foreign Office|Foreign Ministry|Foreign Minister|Prime Minister|Foreign Secretary|Secretary of State|Minister"
    r"|President|Secretary|Ambassador|Government|Council|Committee|Commission|Cabinet|Ministry|Consul General|Consul"
    r"|Chargé|King|Sultan|Shah|Emperor|Netherlands|Soviets|Egyptians|Israelis|Arabs|United States|United Kingdom)"
)
_BODY = re.compile(
    rf"(?:(?P<lead>^)|(?<= )(?P<after>of|to|by|with|from|at|in|that|and|before|for|on|through|against|between|said"
    rf"|told|asked|informed|urged|saw|met) )(?P<body>"
    rf"(?:(?:(?:Saudi )?[A-Z][a-z]+(?:an|ish|ese|i|ch|ew|ic)|Netherlands|U\.S\.) )?{_BODIES}"
    r"|(?:[A-Z][a-z]+(?:an|ish|ese|i|ch) )(?:[a-z]+ )?"
    r"(?:force|delegation|government|representative|note|reply|decision))"
    r"(?P<owns>[’'][sS])?(?= [a-z]|,|$)(?! (?:of|for|in|at|to) [A-Z][a-z]+ (?:[A-Z]|$))"
)
"""A body, an office or a government that in a cable stands without its article."""
_BARE_LINK = re.compile(r"\b([Ii]n) (course|absence|event) of\b|\b([Ww]ith) (view) to\b")
"""Linking words that in a cable stand without their article."""
_BARE_ACT = re.compile(
    r"\b(?P<link>[Aa]t|[Oo]n|[Uu]pon|[Aa]fter|[Bb]efore|[Ss]ince|[Pp]ending|[Uu]ntil|[Ff]ollowing|[Rr]egarding|[Ii]n)"
    r" (?P<act>request|receipt|arrival|return|departure|suggestion|insistence|invitation|conclusion|completion|opening"
    r"|signing|explanation|presence|absence) (?:of )?(?=[A-Z][a-z])"
)
"""“At request Cochran”: what somebody did or was, without article and “of”."""


_MONTH = re.compile(r"\.(?<=\b[A-Z][a-z]{2}\.)(?= \d)")
"""The full stop of a month’s short name."""


@cache
def _of() -> re.Pattern[str]:
    """“settlement Kashmir question”: nouns of what is done to the name after them, “of” left out."""
    nouns = sorted(word_list("done to"))
    after = any_of(sorted(word_list("what it is done to")))
    return re.compile(
        rf"\b(?<!\bto )({any_of([*nouns, *map(str.capitalize, nouns)])})"
        r" (?=[A-Z][a-z]|(?:(?:the|current|present|proposed|existing|further|any|all|full|final|political|military"
        rf"|general) )+[a-z]|{after}\b)(?!(?:The|It|He|They|In|On|At|We|And|But|No)\b)"
    )


@lru_cache(maxsize=64)
def is_telegraphic(words: str) -> bool:
    """Whether the words leave out the articles, as cables do: fewer than one in so many."""
    each, determiners = words.lower().split(), word_list("determiner")
    return len(each) - 1 > _WORDS_A_DETERMINER * (1 + sum(word.lstrip("“‘(") in determiners for word in each))


def in_full(text: str) -> str:
    """A cable's words with the articles before bodies and offices that it left out."""
    text = _BARE_LINK.sub(lambda found: found.group().replace(" ", " a " if found[3] else " the ", 1), text)
    text = _without_to().sub(r"\1 to ", text)
    text = _BARE_ACT.sub(r"\g<link> the \g<act> of ", text)
    return _BODY.sub(_with_article, text)


def in_english(frame: Frame, clause: Span, text: str) -> str:
    """The text spelled out, and where it is a cable's with the articles it left out."""
    states = tuple(state for hit in within(frame.states, clause) for state in hit.value)
    return _in_english(text, states, is_cable(frame, clause))


@lru_cache(maxsize=16)
def _in_english(text: str, states: tuple[str, ...], cable: bool) -> str:
    """The same, remembered: what a clause is about is asked for thrice."""
    text = spelled_out(text, states)
    return in_full(text) if cable else text


def is_cable(frame: Frame, clause: Span) -> bool:
    """Whether the words around the clause leave out articles, as cables do; the editors never do."""
    around = frame.text[max(0, clause.start - _AROUND) : clause.end + _AROUND]
    return _is_cable(around) and not frame.in_notes(clause.start)


_is_cable = lru_cache(maxsize=8)(is_telegraphic)


_AROUND = 300
"""Characters before and after a clause by which a cable is known."""


@cache
def _without_to() -> re.Pattern[str]:
    """“has decided inform King Hussein”: what leads to a verb, “to” left out."""
    leads, verbs = ("|".join(sorted(word_list(name))) for name in ("leads to a verb", "bare verb"))
    return re.compile(rf"\b({leads}) (?=(?:{verbs})\b)")


def _with_article(found: re.Match[str]) -> str:
    lead = f"{found['after']} the" if found["after"] else "The"
    return f"{lead} {found['body']}{(found['owns'] or '').lower()}"


def spelled_out(text: str, states: Iterable[str] = ()) -> str:
    """The text with its abbreviations in full; a government's letters as that of the first state that has them."""
    text = _MONTH.sub("", text)
    text = _short().sub(_spelled, _of().sub(r"\1 of ", text))
    if "GO" not in text:
        return text
    codes = list(states)
    text = _GOVERNMENT.sub(lambda found: _government(found, codes), text)
    return text.replace("Government Government", "Government")


def _spelled(found: re.Match[str]) -> str:
    """The word in full; as it stands behind the title of a person, whose name it is: “General Amer Khammash”."""
    named = found.string.endswith(_TITLES, 0, found.start())
    return found.group() if named else _full()[found.group()]


_TITLES = (
    "General ",
    "Gen. ",
    "Marshal ",
    "Colonel ",
    "Col. ",
    "Major ",
    "Admiral ",
    "Prince ",
    "Sheikh ",
    "Sir ",
    "Mr. ",
)


def _government(found: re.Match[str], states: list[str]) -> str:
    """“Egyptian Government” for “GOE” in a paper on Egypt; the letters where no state is known to have them."""
    sign = found.group()[:4].rstrip(" ’'")
    sign = sign if sign in _signs() else sign[:3]
    people = next((_signs()[sign][state] for state in states if state in _signs().get(sign, {})), "")
    return f"{people} Government{found['owns'] or ''}" if people else found.group()


@cache
def _full() -> dict[str, str]:
    return {row["short"]: row["full"] for row in rows("abbreviations.csv", "short", "full", "reason")}


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"{first_of(_full())}(?<![\w.’'–-]){any_of(_full())}(?![\w–-]|\.\w| (?:Minh|Nam|Cong)\b)")


@cache
def _signs() -> dict[str, dict[str, str]]:
    """People by state, for each sign of a government."""
    found: dict[str, dict[str, str]] = {}
    for row in state_rows():
        for sign in split(row["signs"]):
            if sign.startswith("GO") and row["adjectives"]:
                found.setdefault(sign, {})[row["iso"]] = split(row["adjectives"])[0]
    return found
