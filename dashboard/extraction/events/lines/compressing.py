"""Compressing: a sentence in fewer words, until it fits a line, whole and as true as it was.

What is left out goes by grammar, in the order of how little is lost: brackets, words that only link, references to
other papers, what leads up to the main clause, what is said by the way, what follows the main clause. A condition, a
denial, who says it and how sure it is always stay: what is left follows from the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.lines.broken import is_broken
from dashboard.extraction.events.lines.leading import NOT_BEHIND_DAY, main_behind
from dashboard.extraction.events.lines.main_verb import has_main_verb, only_leads_up
from dashboard.extraction.events.lines.reporting import (
    in_few_words,
    without_occasion,
    without_reporter,
    without_source,
)
from dashboard.extraction.events.lines.said_when import without_times
from dashboard.extraction.events.lines.shortening import (
    capital,
    has_verb,
    is_dangling,
    is_whole_head,
    loses_sense,
    wants_more,
)
from dashboard.extraction.vocabulary import rows

_BRACKETS = re.compile(r" ?(?:\([^()]{1,120}\)|\[[^\[\]]{1,60}\])| ?—[^—;]{3,80}— ?(?=[a-z])")
_LINKING = re.compile(
    r"^(?:(?:However|Moreover|Furthermore|Therefore|Accordingly|Consequently|Nevertheless|Nonetheless|Thus|Hence|Then"
    r"|Meanwhile|(?:Yet|And|But|So)(?! \d)|As a result|In any (?:case|event)|(?:Summary|Comment|Conclusion|Note):"
    r"|(?:To|For|In|On|With|At) th(?:is|at) (?:end|purpose|connection|regard|respect|reason|point|subject|time"
    r"|juncture)),? |(?:Finally|Incidentally|Indeed|Similarly|Likewise|Also|Again|Still|First|Second|Third"
    r"|Third and finally|In (?:addition|fact|general|short|brief|particular|sum|conclusion)|At the same time"
    r"|On the (?:other hand|contrary)|Of course|For example|Above all|After all|To begin with), )"
    r"|, (?:however|moreover|furthermore|therefore|accordingly|consequently|nevertheless|nonetheless|thus|indeed"
    r"|of course|for (?:example|instance)|naturally|in (?:turn|fact|general|particular)|inter alia|among other things"
    r"|on the (?:other hand|contrary)|at the same time|as you (?:know|are aware|will recall)|it is true|sir"
    r"|Mr\. President),"
    r"|,? (?:in|during|on) th(?:at|e same) (?:same )?(?:day|morning|afternoon|evening|night)(?=[ ,]|$)"
    r"|,? that (?:same )?(?:day|morning|afternoon|evening|night)(?=[ ,]|$)|^Just (?=last|this)"
    r"| (?:therefore|moreover|accordingly|furthermore|hereby|herewith|respectfully|duly|very|extremely|quite"
    r"|somewhat|highly|entirely|particularly|earnestly|sincerely|clearly|greatly)(?= [a-z])(?! (?:much|few|little"
    r"|same|well|often|soon|from|that)\b)"
)
"""Words that only link the sentence with those before, or raise the voice."""
_REFERENCE = re.compile(
    r"^(?:(?:Referring|With (?:further )?reference|In (?:reply|response|answer|addition)|Pursuant|Further|Replying|Re)"
    r" (?:to )?|(?:Supplementing|Acknowledging|Regarding|Concerning) |In (?=(?:my|our|your|his|its|the|[a-z]* ?(?:tele"
    r"|air)gram|[a-z]* ?d[ei]spatch|[a-z]* ?letter|paragraph|note)\b))"
    r"[^;]{0,110}?\b(?:telegram|airgram|\w*tel|d[ei]spatch|letter|note|memorandum|instruction|circular|message"
    r"|paragraph|report)"
    r"(?:(?!\b(?:that|which|who|is|was|were|had|has)\b)[^;]){0,70}?(?<!\d), (?:\d{1,2}(?::\d\d)? ?[ap]\. ?m\.,? )?"
    r"(?=(?P<main>.{24,}))",
    re.IGNORECASE,
)
"""The paper that is answered or spoken of, before the main clause."""
_LEADING = re.compile(
    r"^(?:(?:\d+|Two|Three|Four|Five|Ten) (?:years|months|weeks|days) (?:later|earlier|ago)|While|As|Although|Though"
    r"|Because of|Having|Being|In view|In the light|In spite|Despite|Notwithstanding|Owing"
    r"|Due|Thanks|By|After|Following|During|In|At|On|Upon|From|For|Since|Through|Throughout|To|Apart from"
    r"|Besides|Among|Considering|Realizing|Recognizing|Aware|Speaking|Turning|Noting"
    r"|With|Under|Regarding|Concerning|Yet, as|Together|Along|[A-Z][a-z]+ing)\b"
    r"(?!.{0,40}\b(?:event|case|absence|condition|assumption|understanding|opinion|view|judgment|estimate|belief)\b)"
    rf"(?:{NOT_BEHIND_DAY}[^;“‘]){{3,200}}?(?:(?<!\d)|(?<= 1[89]\d\d)), "
    r"(?=(?P<main>(?:[Tt]he|[Aa]n?|I|we|it|he|she|they|there|this|his|their|our|[A-Z]\S*|[a-z]+s) .{20,}))"
)
"""What leads up to the main clause; no condition among it."""
_UNREAL = re.compile(r"\b(?:would|could|might|should)\b")
"""What may be true only under what led up to it."""
_NEVER_SPARED = re.compile(
    r"\b(?:if|unless|until|provided|except|only|without|not|never|no|nor|neither|denied|denies|deny|alleged|allegedly"
    r"|reportedly|subject to|on condition|on the understanding|when|whenever|instead|rather|but)\b",
    re.IGNORECASE,
)
"""Words without which the rest may be untrue."""
_VERB_NEXT = (
    r"(?:was|were|is|are|has|have|had|will|would|shall|should|can|could|may|might|must|did|does|do|said|told|gave|took"
    r"|made|held|met|sent|left|went|came|saw|began|spoke|wrote|brought|thought|felt|put|set|led|found|stood|became|got"
    r"|kept|showed|drew|[a-z]{3,}ed(?! (?:in|by|on|at|from|to|with|of|as)\b)|[a-z]{3,}s(?= (?:that|to|the|an?)\b))\b"
)
_BEHIND_SUBJECT = re.compile(
    rf", (?P<aside>(?!(?:and|or)\b)[^,;“”‘’]{{3,150}}|(?:upon|in|on|at|after|by|with|through|under|as|having|who|which"
    rf"|an?|the|[a-z]+ing|[a-z]+ed)\b[^;“”‘’]{{3,200}}), (?={_VERB_NEXT})"
)
"""What is said by the way between a subject and its verb."""
_BEHIND_VERB = re.compile(
    r", (?P<aside>(?:which|who|whose|where|including|particularly|especially|notably|such as|as (?:you|we|I|is|was)"
    r"|perhaps|first|apparently|[a-z]+ing|[a-z]+ed (?:in|on|by|at|from|to)|on behalf|in (?:the )?[a-z]+ [a-z]+"
    r"|together|along|that is|i\.e\.|e\.g\.|namely)\b[^,;“”‘’]{2,120}),"
    r"(?= (?:to|that|in|on|of|for|with|from|by|at|as|would|will|was|were|had|has|is|are)\b)"
    r"|(?<=\bthat), (?P<lead>(?:as|in|on|at|after|following|despite|for|under|because|since|although|owing"
    r"|given|pursuant|considering|with|by|upon|during|before|through|while)\b"
    r"[^,;“”‘’]{2,120}),(?= [a-z])|, (?!(?:and|or)\b)[^,;“”‘’]{3,90},(?= to [a-z])"
)
"""What is said by the way behind the verb, before what belongs to it."""
_TRAILING = re.compile(
    r"(?:;|—(?!.*—)|, (?:which|who|whose|where|whereby|whom|of which|of whom|in which|with which|by which|although"
    r"|though|while"
    r"|whereas|because|since|as|so|thus|thereby|then|having|being|but|and|yet|with|in|on|at|for|by|after|before"
    r"|during|following|upon|through|under|within|particularly|especially|including|together|such as|namely|viz\.?"
    r"|i\.e\."
    r"|e\.g\.|for (?:example|instance)|owing|due|despite|in (?:spite|view|order)|pending|rather|notably|perhaps"
    r"|shortly|soon|just"
    r"|[a-z]+ly|also|further|if possible|[a-z]+ing|an?|the|its|his|their|a copy)\b"
    r"| (?:because|although|though|while|whereas|so that|in order (?:to|that)|with a view|owing to|due to|in view"
    r"|in accordance|in conformity|in spite|as a result|on the ground|thus|thereby|in connection|inasmuch|insofar"
    r"|as (?:soon|well|described|set|stated|outlined|agreed|provided)|regardless|pending|as far as|without prejudice)\b"
    r"|,? and (?=(?:if|when|unless|until) )"
    r"|, to (?=[a-z])| but (?=that |he |it |they |we |the |would |will |was |had )"
    rf"|,? and (?=(?:that |also |then |later |now )?(?:(?:the [\w ]{{2,40}}?|[A-Z]\w+(?: [A-Z]\w+)?) {_VERB_NEXT}"
    r"|he |she |they |it |we |I |there |to |has |have |had |was |were |is |are |would |will |[a-z]{3,}ed )))"
)
"""Where what follows the main clause begins, or a second one."""
_ADJUNCT = re.compile(
    r" (?=(?:relative to|to be (?:held|made|sent|[a-z]+(?:ed|en|t))|aimed at|designed to|based (?:up)?on"
    r"|during|throughout|regarding|concerning"
    r"|respecting|through|within|under|after|since|along|upon|which"
    r"|where|(?:in )?[a-z]{3,}ing (?:that|whether|the|him|them|it|an?)|to the effect|with (?:respect|regard)"
    r"|at (?:a|the|an)|in (?:a|the|an)|on (?:a|the|an)|for (?:a|the|an)"
    r"|by (?:a|the|an)|from (?:a|the|an))\b)"
)
"""Where an adjunct may begin that a sentence can do without."""
_OWN_CONDITION = re.compile(r",? and (?:if|when|unless|until) ")
"""Behind it stands a sentence with a condition of its own."""
_CONDITION = re.compile(
    r"\b(?:if(?! possible)|unless|provided that|except|on condition|on the understanding|subject to"
    r"|in (?:the )?(?:event|case)|assuming)\b|^,? ?(?:and |but )?(?:only|until|without(?! prejudice)|not|rather than"
    r"|instead of|denied|before|when|whenever)\b"
)
"""What may follow that the main clause is not true without: a condition anywhere, a limit right behind it."""
_LEAST = 30
"""Characters that a sentence has at least."""


def compressed(text: str, room: int) -> Iterator[str]:
    """The text in at most so many characters, in ever fewer words; nothing where that is no longer a whole sentence."""
    last = ""
    for spare in _STEPS:
        text = spare(text, room)
        if len(text) <= room and text != last:
            last = text
            if _is_sound(text):
                yield text
    if len(text) > room:
        yield from filter(_is_sound, _shortest(text, room))


def _shortest(text: str, room: int) -> Iterator[str]:
    """What is told with who tells it by a colon, and the heads of the text; the heads first of one without a name."""
    said = in_few_words(text)
    told = iter([]) if not said else iter([said]) if len(said) <= room else _cut(said, room)
    heads = _cut(text, room)
    yield from chain(heads, told) if _NAMELESS.match(said) else chain(told, heads)


_NAMELESS = re.compile(r"[Tt]he [A-Z]?[a-z]+: ")
"""“The President: the restrictions would be removed”, where only the President’s office is named."""


def _in_brief(text: str, _room: int) -> str:
    """The text with phrases that say in three words what one says."""
    small = text.lower()
    return _long().sub(_brief, text) if any(long in small for long in _shorter()) else text


def _brief(found: re.Match[str]) -> str:
    short = _shorter()[found.group().lower()]
    return f"{short[0].upper()}{short[1:]}" if found.group()[0].isupper() and found.start() == 0 else short


@cache
def _shorter() -> dict[str, str]:
    return {row["long"].lower(): row["short"] for row in rows("briefer_words.csv", "long", "short", "reason")}


@cache
def _long() -> re.Pattern[str]:
    words = [one for long in _shorter() for one in (long, capital(long))]
    return re.compile(rf"\b{any_of(words)}\b")


def _without(spared: re.Pattern[str]) -> Callable[[str, int], str]:
    """What leaves out all that a pattern finds."""

    def leave_out(text: str, _room: int) -> str:
        return _tidy(spared.sub(lambda found: found.group() if _NEVER_SPARED.search(found.group()) else "", text))

    return leave_out


def _without_lead(text: str, room: int) -> str:
    """The text from its main clause on, without the papers it refers to and what leads up to it."""
    for lead in (_REFERENCE, _LEADING):
        found = lead.match(text)
        if found is None or not has_main_verb(found["main"]):
            continue
        if lead is _LEADING and (_CONDITIONAL.search(found.group()) or _UNREAL.search(_main_verb(found["main"]))):
            continue
        main = main_behind(found.group(), found["main"])
        if main and (_is_sound(main) or len(main) > room):
            text = _tidy(main)
    return text


def _if_too_long(spared: Callable[[str], str]) -> Callable[[str, int], str]:
    """What leaves something out only where the text is too long."""
    return lambda text, room: text if len(text) <= room else _tidy(spared(text))


def _without_asides(text: str, room: int) -> str:
    """The text without what it says between commas, the last first, as far as the room asks for it."""
    if len(text) <= room:
        return text
    for pattern in (_BEHIND_VERB, _BEHIND_SUBJECT):
        for found in reversed(list(pattern.finditer(text))):
            if len(text) <= room:
                return text
            before = text[: found.start()]
            aside = found[0].strip(" ,")
            kept = _CONDITIONAL.search(aside) or _HEDGE.fullmatch(aside)
            if not kept and not (pattern is _BEHIND_SUBJECT and has_verb(before)):
                text = _tidy(f"{before} {text[found.end() :]}")
    return text


def _without_manner(text: str) -> str:
    """The text without in what manner something was done, that stands before its object."""
    return _MANNER.sub("", text)


_MANNER = re.compile(
    r",? in an? (?:[\w-]+(?:,? (?:and )?[\w-]+){0,3}|[“‘][^”’]{3,60}[”’]?) (?:manner|way|fashion|tone|vein)[”’]?"
    r"(?=[ ,])| with (?:great |much )?(?:pleasure|regret|satisfaction)(?= (?:the|an?|his|its|to) )"
)
"""“To explore in a ‘tentative, informal, and low-key manner’ Israeli willingness”."""


def _cut(text: str, room: int) -> Iterator[str]:
    """The text up to the last place within the room where a clause ends, and up to the last where an adjunct begins."""
    clause = next(_heads(text, room, _TRAILING), "")
    heads = [clause, *islice(_heads(text, room, _ADJUNCT), _PHRASES)]
    yield from heads if len(clause) > _MOST_OF * room else sorted(heads, key=len, reverse=True)


_PHRASES = 3
"""How many heads that end before an adjunct are looked at."""


def _heads(text: str, room: int, boundary: re.Pattern[str]) -> Iterator[str]:
    """The text up to each boundary within the room where it is whole, the longest first."""
    cuts = [found for found in boundary.finditer(text, _LEAST) if found.start() <= room]
    for found in reversed(cuts):
        head = text[: found.start()].rstrip(" ,;:—–")
        shared = _SHARED.match(found.group()) and _ENDS_IN_VERB.search(head)
        if not shared and not _ON_GOES.match(text, len(head)) and _may_end(text, head):
            yield head


_MOST_OF = 0.5
"""How much of the room a sentence cut where a clause ends fills at least, lest it be cut behind a phrase instead."""
_ON_GOES = re.compile(r", [^,;]{3,90}, to [a-z]")
"""Something said by the way before an infinitive that the words before it need: “the failure, through …, to agree”."""


def _may_end(text: str, head: str) -> bool:
    """Whether what follows the head is neither its condition nor what its last word needs."""
    rest = text[len(head) :]
    if _CONDITION.search(rest) and not _OWN_CONDITION.match(rest):
        return False
    return is_whole_head(head) and not (loses_sense(text, head) or wants_more(head) or is_broken(head))


def _main_verb(text: str) -> str:
    """The beginning of a main clause, without what it says by “that”."""
    return text[:90].split(" that ")[0]


_HEDGE = re.compile(
    r"(?:alleged|reported|apparent|presumab|possib|probab|supposed)ly|perhaps|it seems|it appears|[\w ]+ said"
)
"""How sure a thing is, said by the way."""
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|until|provided|except|without|when|whenever|only|assuming|subject to)\b", re.IGNORECASE
)
_SHARED = re.compile(r",? and ")
_ENDS_IN_VERB = re.compile(r"(?:[a-z]ed|\b(?:made|held|met|sent|took|gave|read|saw|kept|put|set))$")


def _is_sound(text: str) -> bool:
    """Whether the text is a sentence."""
    if len(text) < _LEAST or not has_verb(text) or only_leads_up(text):
        return False
    return not (is_dangling(text) or wants_more(text) or is_broken(text))


@lru_cache(maxsize=16)
def _tidy(text: str) -> str:
    """The text without doubled blanks, and without marks left over at its ends; most steps change none."""
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split())).strip(" ,;:—–")


_STEPS = (
    _if_too_long(without_occasion),
    _in_brief,
    *map(_without, (_BRACKETS, _LINKING)),
    _without_lead,
    _without_asides,
    *map(_if_too_long, (_without_manner, without_times, without_source, without_reporter)),
)
"""What leaves something out, in the order of how little is lost."""
