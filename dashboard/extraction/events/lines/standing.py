"""Standing alone: whether a reader who sees nothing but the line knows who did what."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from dashboard.extraction.events.lines.broken import is_broken
from dashboard.extraction.events.lines.shortening import LONGEST, is_dangling, wants_more
from dashboard.extraction.vocabulary import word_list

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_OWN = frozenset(["we", "us", "our", "ours", "i", "me", "my"])
_CLAUSE = frozenset(["who", "whom", "whose", "which", "what", "where", "when", "why", "how", "whether"])
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|did|does|do|can|could|may|might|must|should|cannot"
    r"|said|told|gave|took|made|held|met|sent|left|went|came|saw|began|spoke|wrote|brought|thought|felt|knew"
    r"|put|led|won"
    r"|lost|found|stood|fell|rose|broke|drew|withdrew|became|got|kept|paid|sold|fled|died|says|states|refers|encloses"
    r"|reports|believes|considers|hopes|wishes|asks|requests|suggests|proposes|recommends|transmits|adds|acknowledges"
    r"|informs|meets|leaves|arrives|denies|agrees|takes|gives|makes|sends|intends|expects|regards|understands"
    r"|\w+[’'](?:ve|re|ll|m)|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )[a-z]{3,}ed|^set)\b"
)
_EXPLETIVE = re.compile(
    r"[Ii]t (?:is|was|has been|would be|will be|might be|had been) (?:[a-z]+ ){0,2}(?:that|to|for)\b"
)
_GENERIC = re.compile(
    r"(?:The|A|An|Another|All|Some|Any|Certain|Various|First|Second|Both|Further|Each)\b (?:[a-z-]+ ){0,2}?"
    r"(?P<head>[a-z-]+)\b(?! (?:of|for|on|between|with|against|to|from|in|at|by) |[a-z’'-])"
)
_STARTS_BADLY = re.compile(
    r"(?:An? [a-z]+ of which|It(?! (?:is|was) (?:not )?(?:(?:un)?true|false|(?:in)?correct|the case) that)|There|Along"
    r"|Thanks to|Owing|Due|Because|Both|Each|Neither|Either|Concerning|Regarding|With|Without|Also|Again|Similar|Dated"
    r"|Not|Now|Then|Thence|Thereupon|Done|Therefore|Thus|Hence|However|See|For"
    r"|And|But|Or|Nor|So|As|If|Unless|While|Although|Though|Because|Since|When|Where|Whether|Who|Which|Whose|What|How"
    r"|Why|That|Than|To|By|Of|From|Under|Upon|After|Before|During|Following|Pursuant|According|Despite|Until|Let|Please"
    r"|Yes|No|Sir(?! [A-Z])|Herewith"
    r"|Enclosed|Attached|Begin|Meanwhile|Afterwards|Later|Subsequently|Otherwise|Obviously|Nothing"
    r"|Presumably|Apparently|Perhaps|Hitherto|Such|Same|Said|Stated|Told|Replied|Asked|Added|Is|Was|Were|Are|Be|Been"
    r"|Has|Have|Had|Do|Does|Did|Will|Would|Shall|Should|May|Might|Can|Could|Must|Being|Having|Just|Only|Even"
    r"|Presumable|Text|Ref|Reftel|Same|Prior|Upon|Spite|Emphasized|Stressed|Expressed|Addressed|Noted|Indicated"
    r"|Reported|Confirmed|Mentioned|Long|Soon|Early|Late|Still|Yet|Once|Here|Likewise"
    r"|Took|Gave|Made|Held|Met|Sent|Left|Went|Came|Saw|Began|Spoke|Wrote|Brought|Thought|Felt|Knew|Heard|Understood"
    r"|“?[A-Z][a-z]+ed and [a-z]+ed[”’]? (?:by|in|to|at|on|from)"
    r"|[A-Z][a-z]+(?:ed|ing) (?:by|in|to|at|on|the|a|an|from|with|that|his|upon|as|for|its|their|our)|P|Pp|Page"
    r"|Vol|[A-Z][a-z]+ed (?:we|he|they|it)|[A-Z][a-z]+ly|[A-Z][a-z]+ing,)(?:\b| )"
)
_BREAKS_OFF = re.compile(
    r"\b(?:believes?|thinks?|feels?|understands?|said|hopes?|believed|felt|thought)"
    r" (?:is|was|are|were|has|had|will|would)\b|[a-z]{4}\. (?=[a-z])|^An? (?:similar|identical) |\bPlease\b|,$"
)
"""A clause that has lost its subject, or two sentences run together."""
_LAST_THAT = re.compile(r".*\bthat (?P<rest>[^:]*)$")
_ASIDE_UNCLOSED = re.compile(
    r"[^,]{3,40}, (?:is|are|was|were|has|have|had)\b[^,]*$|"
    r"[^,]{3,60}, (?:on|in|at|after|upon|having|with|following|whilst|while|as|by|contained|including|building)\b[^,]*$"
)
"""A subject and what is said by the way, without the verb that should follow."""
_THAT_UNTOLD = re.compile(
    r".*\bthat (?!(?:in|on|at|during|after|before|since|for|by|if|when|while|with|as|under|following)\b)(?P<who>[^,:]*)"
    r", (?:[a-z]+(?:ed|ing|en)\b[^,:]*|[^,:]*, (?P<did>[^,:]*))$|.*\bthat, (?:[^,:]*, )?(?P<told>[^,:]*)$"
)
"""A clause that says of whom, and something by the way, but perhaps not what."""
_RELATIVE = re.compile(r"(?P<who>.*?) (?:which|who)\b(?P<which>.*)$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|has been|have been|had been|has|had|have) [a-z]+ed\b")
_LEADS = re.compile(r"(?:In|On|At|By|During|After|Before|Following|Since|Under|With|Despite|Upon) ")
_CONDITION_FIRST = re.compile(
    r"(?:If|When|Unless|Although|Though|While|Since|As|Because|Before|After|Until|Following|Despite)"
    r" [^,;]{8,110}, (?=(?:the|an?|I|we|it|he|she|they|there|this|[A-Z]\S*) )"
)
"""A condition, a time or a reason before its main clause."""
_PLACED = re.compile(r"[A-Z][a-z]+ [^,]{2,60}, (?=\w)")
_WRITTEN_FOR_OTHERS = re.compile(
    r"\b(?:infra|supra|[Ii]bid|ante|post, p|not printed|not found|printed|footnotes?|(?<!\bto )see"
    r"|refers to document|Document \d+"
    r"|paragraphs? \d+|numbered paragraph|Foreign Relations(?! Committee)|documentation|this volume|attached"
    r"|[Tt]abs? [A-Z]|fn|above|below|herewith|(?<!is )(?<!are )enclosed|hereafter|aforesaid|FYI|sic|[A-Z]\w+ Library"
    r"|National Archives|Central Files?|Lot \d\w*|Box \d+)\b|[=\[\]|…]"
)
NO_NAME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Government|President|Prime|Minister|Foreign|Ambassador|Secretary|King|Department"
    r"|Embassy|Legation|Council|Committee|Conference|Mr|Commission|State|States|Consul|General|Congress|Parliament"
    r"|Cabinet|Chairman|Embassies|Assembly|Resolution|Chargé|Telegram|Vice|I|A|The|Its?|His|Their|Our|My)\b"
)
_NAME = re.compile(
    rf"(?:(?<![.!?:“] )|(?<=\bMr\. )|(?<=\bDr\. )|(?<=[A-Z]\. )"
    rf"|(?<=Gen\. ))(?<!^)(?<!^“)\b(?!{NO_NAME.pattern})[A-ZÀ-Þ][\w’'.–-]+"
)
_SEVERAL = re.compile(r"\b(?!(?:has|was|is|as|this|his|its|us)\b)[a-z]{3,}s\b|\band\b")
"""Those whom “they” may mean."""
_OBJECT_IT = re.compile(r"\b(?:[a-z]{3,}ed|sent|gave|made|took|brought|put|saw|read|left|find|found) $")
_OF_WHAT_FOLLOWS = re.compile(r" (?:is|was|has|had|will|would|[a-z]+ (?:to|that|for))\b")
"""“It” after a verb is the object, and something else than the subject; but not in “thought it wise to …”."""
_BEHIND_PLURAL = re.compile(
    r"\b(?:[A-Za-z]{3,}s(?: of (?:the )?[A-Z]\w+)?|and [A-Z]\w+) (?:also |now |still )?([a-z]+)\b"
)
_BARE_ROLE = re.compile(
    r"(?:The )?(?:King|President|Prime Minister|Foreign Minister|Minister|Ambassador|Premier|Shah|Chancellor|Emperor"
    r"|Secretary|Under Secretary|Department|Government|Foreign Office)(?: then| also| subsequently)? (?=[a-z])"
    r"(?!of\b|in\b|for\b|to\b|at\b)"
)
"""An office of no country and no name that leads the line."""
_VAGUE = re.compile(
    r"\bthe (?:subject|matter|question|point|issue|case|affair)\b"
    r"(?! (?:of|whether|that|on|in regard|regarding|as to|with respect|concerning|before)\b)"
)
"""What was spoken of before, by a word that does not say what."""
_OF_TIME = re.compile(r" (?:year|week|month|spring|summer|autumn|fall|winter|century|decade|May|June|July|August)\b")
_SIGN = re.compile(r"\b(?!I\b|A\b)[A-Z]{2,}\b")
_ROLE = re.compile(
    r"\b[Tt]he (?:[A-Z]\w+ )?(?:President|Prime Minister|Minister|Foreign Minister|King|Ambassador|Secretary|Premier"
    r"|Chairman|Government|Embassy|Legation|Consul(?: General)?|Chargé|Council|Committee|Commission|Conference|Emperor"
    r"|Queen|Shah|Governor|General|Commander|Department|Delegation|Mission|Congress|Assembly|Cabinet|Parliament)\b"
    r"(?! (?:of|in|for|to|at|[A-Z])\b| \(| [A-Z])"
)


class Standing(NamedTuple):
    """How a line stands: whole, pointing to nothing outside, and naming whom or what it is about."""

    whole: bool
    """Asked only of a line that points to nothing outside: it takes the longest to see, and needs the other."""
    closed: bool
    named: bool

    @property
    def alone(self) -> bool:
        """Whether it needs no more words."""
        return self.whole and self.closed and self.named


def standing_of(title: str, *, speaker: str = "", names: Set[str] = frozenset()) -> Standing:
    """How the line stands for somebody who sees nothing else.

    Where a speaker's name leads it (“Carter: our …”), “we” and “our” are the speaker's. `names` are words that are
    names though they begin the line.
    """
    return _standing(title, speaker, frozenset(names))


@lru_cache(maxsize=512)
def _standing(title: str, speaker: str, names: frozenset[str]) -> Standing:
    """The same, remembered: a line is asked about at every step from the best title to the last resort."""
    words = title.removeprefix(f"{speaker}: ") if speaker else title
    words = words[:1].upper() + words[1:]
    closed = not _points_away(words, speaker, names)
    named = _names_somebody(words, names) or (bool(speaker) and bool(re.search(r"\b(?:[Ww]e|[Oo]ur)\b", words)))
    return Standing(closed and _is_whole(title, words, speaker), closed, named and not _is_vague(words, names))


def is_label(words: str) -> bool:
    """Whether the words say who or what somebody is, without a verb: “Jafar Pishevari, Prime Minister of …”."""
    return (
        ", " in words and len(words) <= LONGEST and not _FINITE.search(words) and not _WRITTEN_FOR_OTHERS.search(words)
    )


def names_something(phrase: str, names: Set[str] = frozenset()) -> bool:
    """Whether a noun by itself tells what it is: it has a name that is no month and no bare office."""
    return _names_somebody(phrase, names) and not _points_away(phrase, "", names)


def is_quotable(words: str, *, closed: bool = True, known: bool = True) -> bool:
    """Whether the words may be quoted: whole, and by choice (`closed`) pointing to nothing outside.

    Where it is `known` who says “I” and “you”, these point to nothing; where not, they always do.
    """
    if not known and _WRITER_AND_READER.search(words):
        return False
    words = _PHRASE_FIRST.sub("", words)
    words = words[:1].upper() + words[1:]
    told = _SPARED.sub(_something, _WRITER_AND_READER.sub("somebody", words))
    told = _THIS_DAY.sub("then", told[:1].upper() + told[1:])
    return not (closed and _points_away(told, "", frozenset())) and _is_whole(told, told)


_PHRASE_FIRST = re.compile(
    r"^(?:By|At|In|On|From|After|During|With|For|Of|Now|Since(?= \d{4})) (?:[\w’'-]+ ){0,8}?"
    r"(?=[Ii] |[Ww]e |he |she |they |there |it )"
)
"""“By appointment I met …”: what a sentence may begin with that is quoted, without a comma."""


def _something(spared: re.Match[str]) -> str:
    """“Something is …” for “there is …”, nothing for anything else."""
    return "Something " if spared.group().startswith("There") else ""


_THIS_DAY = re.compile(r"\bthis (?:morning|afternoon|evening|week|date)\b")
_SPARED = re.compile(
    r"^There (?=is|was|are|were|has|have|had|will|would|seems)|^[Ii]t (?:is|was|seems|appears|became|(?:would|will"
    r"|may|must"
    r"|should|can) (?:be|suffice)|ha[ds] (?:[a-z]+ )?(?:been|become)) (?:[a-z]+ ){0,5}?(?:that|to) "
    r"|^(?:[Oo]nly|[Pp]erhaps|[Aa]pparently|[Pp]resumably|[Oo]bviously|[Ee]ven|[Nn]ow|[Ss]till|[Yy]et) "
)
"""What may begin a sentence that is quoted."""
_WRITER_AND_READER = re.compile(r"\b(?:[Ii]|[Ww]e|[Uu]s|[Oo]urs?|[Mm][ey]|[Yy]ou|[Yy]ours?)\b")


def points_away(phrase: str) -> bool:
    """Whether a word of the phrase points to something outside it."""
    return _points_away(phrase, "", frozenset())


_INTENDS = re.compile(
    r"It is our (?:intention|policy|hope|belief|view) (?:to|that) .*\w|We (?:aware|unable|prepared|ready"
    r"|pleased|convinced)\b"
)
"""What a speaker intends or knows, in full or as cables have it."""


def _is_whole(title: str, words: str, speaker: str = "") -> bool:
    """Whether it is a line long at most, begins as a sentence does and breaks off nowhere."""
    if len(title) > LONGEST or title.count(" ") < 2 or _WRITTEN_FOR_OTHERS.search(words):
        return False
    if is_dangling(words) or wants_more(words):
        return False
    if speaker and _INTENDS.match(words):
        return not is_broken(words)
    if _STARTS_BADLY.match(words) and not (_LEADS.match(words) and _PLACED.match(words)):
        main = _CONDITION_FIRST.match(words)
        if not main or not has_finite_verb(words[main.end() :]):
            return False
    last = _LAST_THAT.match(words)
    if last and not has_finite_verb(last["rest"]):
        return False
    if _breaks_off_after_aside(words):
        return False
    if _ASIDE_UNCLOSED.match(words) and not _FINITE.search(words.split(",", 1)[0]):
        return False
    first = words.split(" ", 1)[0].lower()
    if first in word_list("finite verb", "auxiliary") or re.search(r": [A-Z]\w+ing\b", words):
        return False
    if _BREAKS_OFF.search(words) or re.match(r"(?:On|In) (?:the )?(?:other|this|that|these|which|whose)\b", words):
        return False
    start = 0
    if _LEADS.match(words):
        placed = _PLACED.match(words)
        start = placed.end() if placed else 3
        if not placed and not re.match(
            r"(?:In|At|On) (?:the )?(?:[A-Z\d]|present |(?:[a-z]+ ){0,3}(?:session|meeting|talk|conversation|letter"
            r"|reply|speech) )",
            words,
        ):
            return False
        if _FINITE.match(words, start) or (not placed and re.search(r"\b(?:that|which|who|whom|,)\b", words)):
            return False
    return has_finite_verb(words[start:]) and not is_broken(words)


def _breaks_off_after_aside(words: str) -> bool:
    """Whether a clause with “that” has lost its verb behind what it says by the way: “that the Indians, encouraged”."""
    untold, last = _THAT_UNTOLD.match(words), _LAST_THAT.match(words)
    relative = _RELATIVE.match(_PASSIVE.sub("was", last["rest"])) if last else None
    if relative and not _FINITE.search(relative["who"]) and len(_FINITE.findall(relative["which"])) < 2:
        return True
    if untold is None:
        return False
    parts = [untold["told"]] if untold["told"] is not None else [untold["who"], untold["did"] or ""]
    return not any(_FINITE.search(part) for part in parts)


_REFERRED_TO = re.compile(r"\b(?:that|those) [a-z]+ed\b(?! that\b)")
"""“Proceedings like that referred to”: a participle behind what it belongs to."""


def has_finite_verb(words: str) -> bool:
    """Whether a verb in the past, a helping verb, one in -s, or a bare one behind a plural stands in the words."""
    words = _REFERRED_TO.sub("", words)
    if _FINITE.search(words) or not word_list("finite verb").isdisjoint(words.split(" ")):
        return True
    return any(match.group(1) in word_list("verb") for match in _BEHIND_PLURAL.finditer(words))


def _names_somebody(title: str, names: Set[str]) -> bool:
    """Whether a name stands in it that is no month and no office alone."""
    if _NAME.search(title) or _SIGN.search(title):
        return True
    first = re.match(rf"[“(]?(?!{NO_NAME.pattern})([\w’-]+)", title)
    return bool(first) and re.sub(r"[’']s$", "", first[1] if first else "") in names


def _is_vague(words: str, names: Set[str]) -> bool:
    """Whether the subject is a common noun that says nothing of its own, or an office of an unnamed country."""
    generic = _GENERIC.match(words)
    if generic and generic["head"] in word_list("says little", "needs a name"):
        return True
    if _BARE_ROLE.match(words):
        return True
    return bool(_ROLE.search(words)) and not _names_somebody(_ROLE.sub("it", words), names)


def _points_away(words: str, speaker: str, names: Set[str]) -> bool:
    """Whether a pronoun or a word like “this” has nothing in the line that it could stand for."""
    if _VAGUE.search(words):
        return True
    away = word_list("points away")
    told = re.match(r"[^:]{3,60}: ", words)
    words = words[told.end() :] if told and not speaker else words
    if away.isdisjoint(_WORD.findall(words.lower())):
        return False
    pointing = (match for match in _WORD.finditer(words) if match.group().lower() in away)
    return any(not _is_bound(words, match, speaker, names) for match in pointing)


def _is_bound(words: str, match: re.Match[str], speaker: str, names: Set[str]) -> bool:
    """Whether what such a word stands for is in the line, or it stands for nothing."""
    low, before, after = match.group().lower(), words[: match.start()], words[match.end() : match.end() + 14]
    if (
        match.group() == "US"
        or (match.group() == "I" and re.search(r"\b[A-Z]\w+ $", before))
        or (low in _OWN and speaker)
        or (low == "here" and after.startswith((" in ", " at ", " on ")))
    ):
        return True
    if low in _CLAUSE:
        return bool(before.strip())
    if low == "that":
        return bool(before.strip()) and not re.match(r" (?:of|day|morning|afternoon|evening|time|date|year)\b", after)
    if low in _PLURAL and _SEVERAL.search(before):
        return True
    if low == "it" and _OBJECT_IT.search(before) and not _OF_WHAT_FOLLOWS.match(after):
        return False
    if low in ("him", "her", "them") and not _NAME.search(_NAME.sub("", before, count=1)) and "that " not in before:
        return False
    if low in _PERSONAL | _PLURAL | _THING and before.strip():
        return _names_somebody(before, names) or (low in _THING and bool(re.match(r"(?:The|A|An) \w", before)))
    if low == "it":
        return bool(_EXPLETIVE.match(words, match.start()))
    if low == "there":
        return bool(re.match(r" (?:is|was|were|are|had|has|will|would)\b", after))
    if low == "said":
        return bool(before.strip()) and not re.search(r"\b(?:the|this|his) $", before, re.IGNORECASE)
    if low == "following":
        return not before.endswith("the ") and bool(re.match(r" (?:the|an?|his|[A-Z])", after))
    if low == "this":
        return bool(_OF_TIME.match(after))
    if low == "former":
        return not before.lower().endswith("the ") or bool(re.match(r" [A-Z\w]", after))
    if low == "such":
        return after.startswith((" as", " a "))
    if low == "one" and re.match(r" of (?:the|his|our) ", after):
        return True
    return low in ("one", "ones", "others") and bool(before.strip())
