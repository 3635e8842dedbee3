"""Broken: what shows that a line is no whole English, or a noun no whole name of what it means.

The last gate of every title made from words: each pattern is a way in which a cut goes wrong, whatever the words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.extraction.events.needs import lacks_object
from dashboard.extraction.events.words_of_events import find_event_words
from dashboard.extraction.vocabulary import word_list
from dashboard.extraction.words import words_in

_WITHIN = re.compile(
    r"\b(?:"  # one “\b” for all that begin with a word: half the time of one for each
    # “has, whilst acknowledging …”, “was later, for the time being”: the participle is gone
    r"(?:has|have|had|was|were|is|are|will|would), "
    r"(?!(?:he|she|it|they|however|therefore|of course|in fact)\b)[^,]*$"
    # lists cut behind their first member, an aside without its end
    r"|(?:between|both) "
    r"(?!(?:(?:the|our|their|these|those|its) )?(?:two|three|four|(?:[a-z]+ )?(?:countries|governments|states"
    r"|parties|sides)))"
    r"(?:(?! and\b|[–-]).)*$|not only (?:(?!\bbut\b).)*$"
    # what is of nothing
    r"|at, |Text of\b.*:$"
    # two verbs run together
    r"|(?:is|are|was|were) (?:is|are|was|were|has|had|have)\b|(?:the|an?) (?:the|an?|of|to)\b(?! [A-Z])|(?:of|to) of\b"
    # a condition without what follows from it
    r")|(?:^|[:“] ?|\bthat )(?:[Ii]f|[Ww]hen|[Uu]nless|[Aa]s soon as|[Ww]hile|[Aa]lthough) [^,]*$"
    # a note’s mark, what belongs to nobody
    r"|,\d+[ ,]|[( ][a-z]\)| at [ap]\. ?m"
    # “Evaluation we proposed”: a noun with what it is, and no more
    r"|(?:^|: )(?!(?:When|If|As|While|Since|Although|Because|What|Today|Yesterday|Tomorrow|Now|Then|Perhaps|Here|Until"
    r"|After|Before|Once|Where|Though|Unless|Whenever|That|Recently|Finally|Meanwhile|Later|There)\b)[A-Z][a-z]+"
    r" (?:we|he|she|they|you|I) [a-z]+"
    r"|(?:^|: )[Ii]n(?:asmuch|sofar) as "
)
"""What breaks a line wherever it stands."""
_TAIL = 130
"""Characters at the end of a line that show how it ends; looking no further saves a third of the time."""
_BROKEN_END = re.compile(
    r"\b(?:"
    # “Donovan believes President Carter”: believes what of him?
    r"(?:believes?|thinks?|feels?|fe(?:lt|ars?)|says?|said|hopes?|thought|suggests? that|states?|claims?|fear(?:s|ed)"
    r"|expects? that|knows?) (?:the |that )?(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|the|for|in)){0,4}$"
    # “suggested last evening, personally and unofficially”
    r"|(?:suggested|proposed|requested|stated|agreed|decided|replied|believed) "
    r"(?:(?:last|this|yesterday|early|late|later|again|on|in|at|the) ?[a-z]*,? ?){0,3}[a-z]+ly(?: and [a-z]+ly)?$"
    r"|(?:such|so) [a-z]+ [a-z]+ (?:as|that)$"
    # “had been told that the initiative came”: from whom?
    r"|(?:came|comes|lies|lay|stems|stemmed|derives|arose|consists|characterized|called|fell)$|U$"
    r"|(?:sometime|somewhat|shortly after|soon as)$"
    r"|(?:believes?|believed|thinks?|feels?|felt|hopes?|considers?) [a-z]+$"
    r"|[Ii]n (?:connection|accordance|regard|reference|relation|view|addition|answer|reply|compliance|conformity)$"
    r"|(?:is|was|are|were) (?:understood|believed|said|reported|supposed|expected|intended|thought|known|alleged)$"
    r"|(?:proposed|suggested|recommended|explained|indicated|stated|reported|announced|expressed) to (?:the )?"
    r"[A-Z][\w.]*(?: (?:[A-Z][\w.]*|of|the|for)){0,5}$|discussed with (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?: [a-z]+)?$"
    r"|(?:reading|as follows)$|and,? since \d{4}$"
    # a page, a file or a mark of the editors
    r"|(?:Document|Documents|footnote|p\.|pp\.|ibid|supra|infra) ?\d*$"
    # what belongs to nobody
    r")|[’']s?$(?<![A-Za-z]s’)|[a-z]s[’']$"
    # a list that has only begun
    r"|\(\d{1,2}\)$"
)
"""What does where the line ends with it."""
_QUOTES = re.compile(r"[“”]")
_BETWEEN = re.compile(r"\bbetween (?:(?! and\b|[–-]).)*$")
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
    return (
        words.count("“") != words.count("”")
        or words.count("(") != words.count(")")
        or _BROKEN_END.search(words, max(0, len(words) - _TAIL)) is not None
        or _WITHIN.search(words) is not None
        or is_unlinked(words)
        or lacks_object(words)
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
    return bool(_ADVERB.search(phrase) or _BETWEEN.search(phrase)) or is_unlinked(phrase)


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
