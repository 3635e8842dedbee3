"""Broken: what shows that a line is no whole English, or a noun no whole name of what it means.

What is seen of the words alone; whether a line is cut where nothing is lost its sentence shows (`wholeness`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.extraction.events.lines.words_of_events import find_event_words
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in

_COUPLED = re.compile(
    r"\b(?:between|both) "
    r"(?!(?:(?:the|our|their|these|those|its) )?(?:two|three|four|(?:[a-z]+ )?(?:countries|[Gg]overnments|[Ss]tates"
    r"|[Pp]arties|sides|[Mm]inisters|[Pp]residents|[Aa]mbassadors|[Dd]elegations)))"
    r"(?:(?! and\b|[–-]).)*$|\bnot only (?:(?!\bbut\b).)*$"
    r"|\b[Nn]either (?!of\b|side|party|country|[Gg]overnment|he\b|she\b)(?:(?!\bn?or\b).)*$"
)
"""“Between Great Britain |”, “neither his statement |”: one of two."""
_UNLINKED = re.compile(r"\b(?P<noun>[a-z]{4,}) (?P<name>(?!I\b|A\b|No\b)[A-Z][a-z]{2,})")
"""“absence Stikker”, “communications Tehran”: a noun and a name with nothing between them."""
_LITTLE = re.compile(
    r"(?:a|the) (?:total|record|copy|number|couple|series|set|list|kind|sort|lot|amount|majority|rest"
    r"|part|passage|portion)$"
)
_BEGINS_BADLY = re.compile(
    r"\w+(?<!s)[’”] |\d{4} (?:and|or) |(?:Early|Late|Mid|Exception|Addition|Respect|Reference|Result|Purpose|More|Most"
    r"|Less|Much|Many|Very|Further"
    r"|Return|Absence|Spite|Course|View|Order|Case|Behalf|Regard"
    r"|Opinion|Request|Obedience|Accordance|Communications?|Conversations?|Talks?|Approval|Instructions?|Capitulation"
    r"|(?:Departure|Arrival|Return|Trip|Visit|Speech|Talk) (?:to|for|at|in|on|with)|Each"
    r"|Every|Either|Neither|Any|Certain|Some|Several|All|Both|Other|Another|Same|Such|Similar|Own|Rather|Even|Also"
    r"|(?i:[a-z]+) and (?:the|an?)|Not|Possible|Likely|Necessary|Available|Able"
    r"|Ready|Due|Subject|Days?|Weeks?|Months?|[A-Z][a-z]+days?|Today|Tomorrow"
    r"|(?:South|North|East|West)(?:ern)? of|\d+ \w+ [a-z]+|[A-Z][a-z]+ly) "
)
"""Nouns that a cable strips of their article, and words that only compare."""
_BARE_RESOLUTION = re.compile(r"\bresolution (?:[A-Z]{2,}|[A-Z][a-z]{2,})\b")
"""“sponsors of resolution UN Security Council”: whose it is, run on from what follows."""
_DATE_AND_LINK = re.compile(r"[A-Z][a-z]+ \d{1,2} (?:to|and|from|at|in) |.* and [a-z]+ed$")
"""“September 15 to The Hague and repeated”: what is left of a telegram's route."""
_AFTER_DATE = re.compile(r"[a-z] [A-Z][a-z]+ \d{1,2} ([A-Z][a-z]+)$")
"""“a dinner party on September 25 Counselor”: the subject of a verb behind a date."""
_ENDS_BADLY = re.compile(
    r"[a-z]\.\d|[’']s?$|\b(?:Communist|Soviet|Arab|Anglo|Sino|[A-Z][a-z]+(?:ish|ese|nch|[dnrt]ian))$"
    r"|\b(?:sometime|today|yesterday|tomorrow)\b|\bNos?\.?$"
)
"""An owner without what is owned, a people's adjective without its noun."""
_LINKED = re.compile(r" (?:of|on|for|between|with|against|to|concerning|regarding|by|over|from|about) ")
_IDENTIFIED = re.compile(r"\d|[A-Z][\w’'-]+.*[A-Z][\w’'-]+.*[A-Z][\w’'-]+|[’']s ")
"""A date, a number, a long name or an owner, by which one of its kind is known from the others."""
_ADVERB = re.compile(
    r"\b(?:and|or) (?:more|most|also|even|very|not)\b|\b[a-z]{3,}ly$(?<!assembly)(?<!supply)(?<!family)"
)


@lru_cache(maxsize=256)
def is_broken(words: str) -> bool:
    """Whether a line of words breaks off, has lost a part of itself or an end of a quotation."""
    unbalanced = words.count("“") != words.count("”") or words.count("(") != words.count(")")
    return unbalanced or is_one_of_them(words) or is_unlinked(words)


def is_one_of_them(words: str) -> bool:
    """Whether the verb of several stands behind one name: “Mello Franco have come”, the last of those who have."""
    return _ONE_OF_THEM.match(words) is not None


_ONE_OF_THEM = re.compile(
    r"(?!The )(?:[A-Z][\w.’-]+ )+(?!Government|Office|Parliament|Cabinet|Council|Commission|Delegation|Staff|Department"
    r"|Army|Party|Company|Ministry|Embassy)[A-Z][\w’-]*[^\Wshe] (?:have|are|were)\b"
)
"""A name of two words with such a verb; a people (“-s”, “-ish”, “-ese”) and a body may have one alone."""


def lacks_second(words: str) -> bool:
    """Whether of two things that are named together the line has only the first."""
    return ("between" in words or "oth" in words or "either" in words or "not only" in words) and (
        _COUPLED.search(words) is not None
    )


def is_unlinked(words: str) -> bool:
    """Whether a common noun and a name stand side by side, as in cables that leave out “of”, “in” or “with”."""
    for found in _UNLINKED.finditer(words):
        before = words[: found.start()].rstrip().rpartition(" ")[2].lower()
        if before in word_list("auxiliary", "before a verb") or found["noun"] in word_list("before a name"):
            continue
        if found["noun"].endswith(("ed", "ing", "ly", "an", "ese", "ish")):
            continue
        if any(hit.value.force == "noun" for hit in find_event_words(words_in(found["noun"]), found["noun"])):
            return True
        if found["noun"].endswith(_NOMINAL) and found["noun"] not in word_list("verb", "finite verb"):
            return True
    return False


_NOMINAL = ("tion", "tions", "ment", "ments", "ance", "ence", "sion", "ity", "ness", "ship")


def is_ragged(phrase: str) -> bool:
    """Whether a noun phrase is cut from something longer, at either end or where a cable left words out."""
    if _BEGINS_BADLY.match(phrase[:1].upper() + phrase[1:]) or _ENDS_BADLY.search(phrase):
        return True
    after_date = _AFTER_DATE.search(phrase)
    if after_date and after_date[1].lower() not in word_list("needs a name", "says little"):
        return True
    if _DATE_AND_LINK.match(phrase) or _BARE_RESOLUTION.search(phrase):
        return True
    return _ADVERB.search(phrase) is not None or lacks_second(phrase) or is_unlinked(phrase)


def is_hollow(phrase: str) -> bool:
    """Whether a noun phrase leaves open which of its kind it means: “Security Council resolution”, “a total of …”."""
    if is_ragged(phrase) or phrase.count(" ") < 2:
        return True
    head = _LINKED.split(phrase, maxsplit=1)[0]
    if _LITTLE.match(head.lower()):
        return True
    last = head.rsplit(" ", 1)[-1].lower()
    linked = _LINKED.search(phrase) is not None
    known = last in word_list("says little", "needs a name")
    return known and not linked and not _IDENTIFIED.search(phrase)
