"""Needs: what a verb or a noun cannot do without, by which a line that lost it is known: “The meetings resulted |”.

The words and what they need are data (`complements.csv`).
"""

from __future__ import annotations

import re
from functools import cache

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.lines.reporting import OCCASION
from dashboard.extraction.vocabulary import rows, word_list

_OBJECT, _TOLD = "object", "told"
"""What stands in the table for a noun, and for what somebody is told."""
_WITH = "with"
_AS = (", as his ", ", as her ", ", as its ", ", as their ", ", as our ", ", as the ", ", as a ", ", as an ")
"""Behind an office that somebody has: “designated Dean, the envoy |, as their agent”."""
_ASIDE = re.compile(r", (?!(?:and|or|but)\b)[^,;]{3,90},(?= )")
"""What is said by the way, behind which a sentence goes on."""
_LAST_ASIDE = re.compile(r", (?:with|by|through|in|on|at|after|before|during|as|who|which) [^,;]{3,90}$")
_CONTENT = re.compile(r" (?:that(?! is\b)|whether|how|of(?! course\b)|to [a-z]+)\b")
"""What a sentence may go on with behind something said by the way, and a line cannot do without."""
_HELPS = frozenset(["be", "been", "being", "was", "were", "is", "are", "get", "got"])
_HELPED_WITHIN = 5
"""Words before a participle among which the helping verb of a passive stands."""
_PLAIN = r"(?!(?:to|of|for|on|upon|in|at|by|from|with|into|under|before|as|that|which|or|but|who|over|up|out|off)\b)"
"""What a word between a verb and its preposition is not."""
_THAT_DOES = re.compile(r"^.* that (?=\S+ )")
"""What stands before the clause that a deed is told in."""
_AFTER_DEED = re.compile(r" (?:into law|known|public|today|yesterday)$")
"""What may stand behind a deed beside its object."""
_NAME = r"(?:[A-Z][\w.’'-]*|\d[\w–-]*)"
_SOMEWHERE = (
    r"(?: (?:down|up|out|over|forward|back))?"
    rf"(?: (?:by|in|from|through|to|with|at|via) (?:(?:the|his|her|its|their|our) )?(?:(?:[a-z]+ )?[a-z]+|{_NAME}"
    rf"(?: (?:(?:of|in|for|and) (?:the )?)?{_NAME}){{0,5}})){{0,3}}"
)
"""By whom, to whom, where: what may stand between a deed and its object."""
SURE_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|\w+[’'](?:ve|re|ll|m|s)"
    r"|said|told|gave|took|made|held|met|sent|left|went|came|saw|began|spoke|wrote|brought|thought|felt|knew|put|led"
    r"|won"
    r"|lost|found|stood|fell|rose|broke|drew|got|kept|paid|[a-z]{3,}ed)\b"
)
_VERB = re.compile(SURE_VERB.pattern + r"|\b[a-z]{3,}e?s\b|\bread\b")
_AGAIN = re.compile(r"\b(?:as|so|kept|keep|well|better|fully|being|be|not) $")
"""“As informed”, “kept informed”: nobody is told anything new."""


def lacks_complement(words: str, rest: str) -> bool:
    """Whether the line ends before what its last verb or noun needs; `rest` is what follows it in its sentence."""
    rest = rest.removeprefix(",") if rest.startswith(_AS) else rest
    aside = _ASIDE.match(rest)
    if aside and _CONTENT.match(rest, aside.end()):
        return True
    if rest.startswith(", ") and _lacks_linked(_LAST_ASIDE.sub("", words), rest[1:]):
        return _LAST_ASIDE.search(words) is not None
    return _lacks_linked(words, rest[aside.end() :] if aside else rest) or _lacks_told(words)


def _lacks_linked(words: str, rest: str) -> bool:
    """Whether what follows begins with the preposition that the end of the line needs: “resulted | in agreements”."""
    then = rest.split(" ", 2)[1] if rest.startswith(" ") else ""
    needing = _needing().get(then)
    return needing is not None and needing.search(words) is not None


@cache
def _needing() -> dict[str, re.Pattern[str]]:
    """The end of a line that needs a preposition, by that preposition."""
    words: dict[str, list[str]] = {}
    for row in rows("complements.csv", "words", "needs", "reason"):
        for needed in row["needs"].split():
            words.setdefault(needed, []).extend(row["words"].split())
    ends = {needed: rf"\b{any_of(one)}{_between(needed)}$" for needed, one in words.items()}
    return {
        needed: re.compile("|".join(ends[one] for one in (needed, f"+{needed}") if one in ends))
        for needed in {needed.removeprefix("+") for needed in ends}
    }


def _between(needed: str) -> str:
    """What may stand between the word and what it needs: its object, or whose the wish is; nothing of a talk’s."""
    if needed[0] == "+":
        of_whom = rf"(?: of (?:{_PLAIN}[\w’.–,-]+ ){{0,4}}{_PLAIN}[\w’.–-]+)"
        return rf"(?:(?: {_PLAIN}[\w’.–,-]+){{1,7}}{of_whom}{{0,2}}|{of_whom})"
    return "" if needed == _WITH else r"(?: (?:of|by|on the part of) [\w’., ]{3,70})?"


def as_what(words: str, rest: str) -> int:
    """How many characters of what follows say as what somebody is named: “designated Dean, the envoy |, as agent.”."""
    naming = _needing()["as"].search(words) if rest.startswith(_AS) else None
    behind = _TO_PAUSE.match(rest) if naming else None
    return behind.end() if behind else 0


_TO_PAUSE = re.compile(r", [^,.;:()]{3,90}?(?=[,.;:(]| (?:for|in|to|at|with|on|by)\b)")
"""As what, to the first that may be left out."""


def _lacks_told(words: str) -> bool:
    """Whether the line ends with whom somebody told, and says not what: “authorized Jidda to inform the King”."""
    *_, last = [None, *_telling().finditer(words)]
    if last is None or _AGAIN.search(words, 0, last.start()) or (words[last.start() :].startswith("assured by")):
        return False
    told = OCCASION.sub("", words[last.end() :])
    does = SURE_VERB.search(told) or not word_list("finite verb", "verb").isdisjoint(told.split())
    return not (does or _SAYS_WHAT.search(told))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(sorted(_listed(_TOLD)))}\b")


_SAYS_WHAT = re.compile(
    r"[:“‘]|\b(?:that|of (?!the [A-Z])|about|whether|how|to|on|why|what|regarding|concerning|if|where|when|against"
    r"|as follows|so|(?<!well )as)\b"
)
"""What begins that which somebody is told."""


def lacks_object(words: str) -> bool:
    """Whether the line ends in a deed that is told without what was done: “President Ford signed into law”."""
    words = _AFTER_DEED.sub("", words)
    deed = _deed().search(words)
    if deed is None:
        return False
    before = _THAT_DOES.sub("", words[: deed.start()]).split()
    near = before[-_HELPED_WITHIN:]
    if near and near[-1] in ("as", "than", "when", "once", "if"):
        return False
    if deed["deed"].endswith("ing"):
        return True
    if _HELPS.intersection(near):
        return False
    by_whom = bool(deed["where"]) or (len(near) > 1 and near[-2] in ("the", "a", "an"))
    return not near or near[-1] in _BEFORE_DEED or not _is_known(" ".join(before), by_whom=by_whom)


def _is_known(before: str, *, by_whom: bool) -> bool:
    """Whether what was done something to stands before the deed: “read a cable | received”, “which Russell | sent”."""
    if before.endswith(",") or _WHICH.search(before):
        return True
    return by_whom and _VERB.search(_OWNED.sub("", before)) is not None


_OWNED = re.compile(r"[’']s\b")


_WHICH = re.compile(r"\b(?:which|whom)\b[^,]*$")
_BEFORE_DEED = frozenset(["has", "have", "had", "and", "not", "also", "to", "then", "later"])
"""Words behind which such a form is no participle, though another verb stands before it."""


@cache
def _deed() -> re.Pattern[str]:
    """A deed at the end of a line, with whither, where or by whom, but nothing that was done."""
    return re.compile(rf"\b(?P<deed>{any_of(sorted(_listed(_OBJECT)))})(?P<where>{_SOMEWHERE}$)")


@cache
def _listed(needs: str) -> frozenset[str]:
    found = rows("complements.csv", "words", "needs", "reason")
    return frozenset(word for row in found if row["needs"] == needs for word in row["words"].split())
