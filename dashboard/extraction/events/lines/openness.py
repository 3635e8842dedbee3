"""Openness: how much a title leaves open that only the text around it tells, and which of several leaves least."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from dashboard.extraction.events.lines.content import untold_content
from dashboard.extraction.events.lines.definite import COMPLEMENT, DATE, MONTHS, dated_acts, definite_nouns
from dashboard.extraction.events.lines.shortening import has_verb
from dashboard.extraction.events.lines.told_bare import told_bare
from dashboard.extraction.states import state_names
from dashboard.extraction.vocabulary import word_list

_POINTER = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|[Bb]oth|[Tt]he same|(?<=the )said|[Tt]he aforesaid)"
    r"(?! (?:year|week|month|morning|forenoon|afternoon|evening|night|date|day|spring|summer|autumn"
    r"|fall|winter|century|decade|Government|country|who|which|that|as|of)\b)(?P<after> [a-z][\w’'-]*|(?= [A-Z]))"
)
"""A word that points, with what it points to."""
_ELSEWHERE = re.compile(
    r"\b(?:reftels?|urtels?|mytel|[Tt]he (?:latter|former)(?! [A-Z])|[Ll]atter(?! (?:part|half))|as (?:above|stated)"
    r"|(?<!the )same (?:line|policy)\b(?! as)|the quoted [a-z]+"
    r"|(?<!the )(?<!of )similar (?:argument|line|view|term|thought|instruction|proposal|action)s?"
    r"\b(?! (?:to|as|for|in)\b)"
    r"|at that (?:time|date)|that time|in question|^Foregoing|(?:[Tt]he|of|on|re|regarding) foregoing"
    r"|referred to in|(?:there|here)in|thereto|[Pp]aragraphs? \d+\w*(?! of\b| omitted))\b"
)
_SPEAKERS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]our)\b")
"""Who speaks in words that somebody else passes on, and to whom: nobody is named."""
_PASSED_ON = re.compile(r"(?![^:“”(]{3,70}: ).*\(passed on by ")
"""Words that somebody hands on of whom nothing says whose they are."""
_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Tt]hem|[Hh]is|[Hh]er|[Tt]heir)\b")
_NAMES = re.compile(
    r"\b(?!(?:The|In|On|At|From|For|But|And|He|She|They|His|Her|Their|It|We|I|If|When|While|That|As|A|An|There"
    r"|During|After|Before|Since|By|With|Upon|One|Two|Three|Four|Five|Six|Later|However|This|These|Day|Yesterday|Today"
    rf"|Last|Next|Early|Late|(?!Ita|Sici)[A-Z][a-z]+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS})\b)[A-Z][\w.’'-]+"
    r"(?: (?:of |the )*[A-Z][\w.’'-]+)*"
)
"""Names of those whom a pronoun may mean, each with all its words."""
_OWN_FIRST = re.compile(
    r"“?(?:At|In|During|On|After|Before|Upon|Following|With) (?:his|her|their) [^.;:]{3,80}?(?:, (?:the )?|\d )"
    r"(?:[A-Z][\w’'-]+ ){1,5}(?!of\b|and\b|to\b|in\b)[a-z]{3,}"
)
"""“At their 173d Meeting, September 13, the Combined Chiefs approved”: whose it is follows."""
_WRITER_FIRST = re.compile(r"\b(?:I|[Ww]e)\b")
"""Where the writer does something, “him” is anybody who is named: “At the King’s request I called on him”."""
_HOLDER = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?(?:correspondent|viceroy|ambassador|minister|consul|captain|president|king"
    r"|sultan|general|bishop|governor|colonel|prisoner|envoy|author|chairman|commander)\b(?!-)"
)
"""Somebody of whom the line tells what he is."""
_NOBODY = re.compile(
    r"\b(?:War|Conference|Army|Navy|Cabinet|Congress|Senate|Parliament|Council|Assembly|Commission|Agreement|Treaty)$"
    r"|^(?:[A-Z]{2,}|[A-Z][a-z]+(?:ing|ians|ese|ish))$"
)
"""No person: a body, an act, a people, and a word that only begins the line."""
_THEM = re.compile(r"\bthem\b")
_SEVERAL = re.compile(
    r"\b(?!(?:has|was|is|as|this|his|its|does|says|press|process)\b)[A-Za-z’-]{3,}s\b|\b(?:and|people|men|two|three|four)\b"
    r"|[a-z]ese\b|\b(?:British|French|Dutch)\b"
)
"""Those of whom there are more than one."""
_ASKED_OF_HIM = re.compile(
    r"^(?:[A-Z][\w.’'-]* ){1,3}(?:suggested|asked|urged|proposed|recommended|requested|inquired)"
    r" (?:that |if |whether |why )?(?:he|she|they)\b"
    r"|^(?:[A-Z][\w.’'-]* ){1,3}(?:called|drew|invited) (?:his|her|their) attention"
)
"""“Steere suggested he also consult Leimena”: whom he asked, and whose attention he called, is somebody else."""
_IT_FIRST = re.compile(
    r"^“?(?:(?:[A-Z][\w.’'-]* ){1,4}(?:felt|thought|said|believed|hoped|stated|feels|thinks|says|believes|hopes)"
    r" (?:that )?)?[Ii]t (?!(?:(?!and\b|have to\b|has to\b|had to\b|able\b)[a-z]+ ){1,5}"
    r"(?:that|to|for|whether|if|how|[a-z]+ing)\b)[a-z]"
)
"""“It will be delivered tonight”, “Dulles felt it would be given”: what? But not “it was agreed that …”."""
_NOBODY_DID = re.compile(
    r"“?(?:Believes|Finds|Feels|Thinks|Expects|Considers|Anticipates|Understands|Wishes|Wants|Intends|Favors|Insists"
    r"|Assumes|Says)\b|“?[A-Z][a-z]{2,}ed (?:that|to|the|an?|his|her|their|during|attention|question|however|likely"
    r"|more|with|on|in|into|upon|for|by)\b(?!.*(?:, (?:the )?[A-Z]|\b(?:was|were|is|are|had|has)\b))"
)
"""“Finds report fair”, “Approved by Twaddell”: who does, or what is done?"""
_NAMELESS_DID = re.compile(
    r"(?:Recalled|Prepared|Discussed|Mentioned|Obtained|Received|Stressed|Suggested|Expressed|Reviewed|Decided) "
    r"(?!by\b)(?!.*(?:, (?:the )?[A-Z]|\b(?:was|were|is|are|had|has)\b))"
)
"""The same where no teller stands before it either: “Recalled discussion of two years ago”."""
_ITSELF_AGAIN = re.compile(
    r"\b([A-Z][a-z]{2,}) (?:(?!(?:and|or|the|to|by|from|of|with)\b)[a-z]+ ){1,3}\1\b(?!’| [A-Z])"
)
_SAME_NAME = 0.5
"""What “Soong had informed Soong” leaves open: who is the other?"""
_CROWNED = 0.3
"""What “the King” leaves open: where the reader knows the time, he often knows of what."""
_CROWN = re.compile(r"\b(?:King|Sultan|Shah|Emperor)\b(?! (?:of|[A-Z]))")
_COUNTRY = re.compile(r"\b(?:Embassy|Legation|Consulate) (?:in|at)|[Aa]mbassador in|Minister in")


@lru_cache(maxsize=64)
def open_references(line: str) -> float:
    """How many things the line speaks of that a reader who sees nothing else cannot know; a half where half known."""
    told = told_bare(line)
    count = 0.0
    for found in _POINTER.finditer(told):
        both = found.group().lower().startswith("both") and " and " in told[found.end() :]
        count += 0 if both else 1
    for one in definite_nouns(told):
        known = _is_introduced(told[: one.start], one.noun) or (one.is_told_by_subject and says_on_what(line))
        count += 0 if known else one.cost
    acts = dated_acts(told)
    count += _DATED_ACT * acts if acts and not says_on_what(line) else 0
    count += 1 if _PASSED_ON.match(line) and _SPEAKERS.search(told) else 0
    count += 0.5 * bool(_SOME.match(told)) + _PLAIN * bool(_BARE_HEAD.match(told))
    count += _PLAIN * (bool(_VAGUE.search(told)) + bool(_OF_IT.search(told)))
    count += untold_content(told)
    count += len(_ELSEWHERE.findall(told))
    count += _BY_UNKNOWN if _ENCLOSURE.match(line) and _WRITER.search(told) else 0
    count += _PAPER_UNTOLD if _SAYS_NOT_WHAT.search(told) and not says_on_what(line) else 0
    sides = _SIDES.search(told)
    count += _BY_UNKNOWN if sides and len(_NAMES.findall(told, 0, sides.start())) < 2 else 0
    count += 1 if _IT_FIRST.match(told) or _NOBODY_DID.match(told) or told.rstrip("”’").endswith("?") else 0
    count += 1 if told is line and _NAMELESS_DID.match(told) else 0
    count += _SAME_NAME if _ITSELF_AGAIN.search(told) else 0
    count += _is_nobody_known(told)
    count += _CROWNED if _CROWN.search(told) and not _COUNTRY.search(line) else 0
    if _CODE_ALONE.fullmatch(told) or (0 < count < _NOUN_ALONE and not _NAMES.search(told)):
        return _NOUN_ALONE
    if count < _NOUN_ALONE and (
        _ACT_OF_DATE.fullmatch(told) or (_OF_DATE_ALONE.fullmatch(told) and not says_on_what(line))
    ):
        return _NOUN_ALONE
    if count < _NOUN_ALONE and not (_COMPLETED.search(told) or _NAMED_OR_NUMBERED.search(told) or has_verb(told)):
        return _NOUN_ALONE
    return count


def _is_nobody_known(told: str) -> bool:
    """Whether “he”, “them” or “his” stand for nobody whom the line names."""
    person = _PERSON.search(told)
    if any(_SEVERAL.search(told, 0, them.start()) is None for them in _THEM.finditer(told)):
        return True
    if person is None or _OWN_FIRST.match(told):
        return False
    another = person.group() in ("him", "them") and _WRITER_FIRST.search(told, 0, person.start()) is None
    return _named_before(told, person) < (2 if another or _ASKED_OF_HIM.match(told) else 1)


def _named_before(told: str, person: re.Match[str]) -> int:
    """How many are named before a pronoun whom it may mean; no body or war is a “he”."""
    names = _NAMES.findall(told, 0, person.start())
    several, acts = person.group().lower().startswith("the"), person.group().lower() in ("he", "she")
    holders = len(_HOLDER.findall(told, 0, person.start()))
    nobody = (bool(_NOBODY.search(name)) or (acts and name in state_names()) for name in names)
    return holders + sum(1 for one in nobody if several or not one)


def _is_introduced(before: str, noun: str) -> bool:
    """Whether the words before name one of the kind: “a meeting”, “a short meeting”, “Council meeting”."""
    words = before.split()
    for at, word in enumerate(words):
        lead = words[max(0, at - 2) : at] if word == noun else []
        if any(one in ("a", "an") or one[0].isupper() for one in lead):
            return True
    return False


def says_on_what(line: str) -> bool:
    """Whether what tells the line names its subject: “(Lewis to the Secretary of State: Kashmir)”, “(…, on India)”."""
    return bool(_SUBJECT.search(line))


def asks_on_what(line: str) -> bool:
    """Whether a reader of the line would ask on what: “the attitude taken”, “agreement not reached”."""
    nouns = word_list("asks on what")
    told = told_bare(line)
    return (
        open_references(line) > 0
        or _DONE_WITH_IT.search(told) is not None
        or any(found[1] in nouns for found in _UNTOLD.finditer(told))
    )


def is_head_open(line: str) -> bool:
    """Whether the line begins with what it leaves open, of which nothing but its noun is told."""
    first = (one for one in definite_nouns(told_bare(line)) if one.start == 0)
    return any(one.cost >= _PLAIN and not one.is_told_by_subject for one in first)


def is_on_states(line: str) -> bool:
    """Whether what tells the line says only the states that its paper is on: “(note to a paper on France)”."""
    states = _ON_STATES.search(line)
    named = _AND.split(states["states"]) if states else []
    return bool(named) and state_names().issuperset(name.removeprefix("the ") for name in named)


_ON_STATES = re.compile(r"(?:\(|, |paper )on (?P<states>[^()]+)\)$")
_AND = re.compile(r", (?:and )?| and ")
_PLAIN = 0.7
"""What a noun leaves open of which no other word tells anything."""
_DONE_WITH_IT = re.compile(
    r"\b(?:deliver|supply|send|ship|provide|transfer|sell|release|publish|sign|discuss|raise|accept|reject|approve|consider"
    r"|present|study|support|oppose|announce|circulate)(?:ed|d|ing)? (?:it|them)\b"
)
"""“will attempt to deliver them”: things of which nothing is told."""
_UNTOLD = re.compile(rf"\b([a-z]{{4,}})\b(?!-| {COMPLEMENT}| [a-z]+ (?:of|on|for) )")
_SUBJECT = re.compile(r"\((?:on |(?:[^()]|\([^()]*\))*(?:: |, on ))[^()]+\)$")
_DATED_ACT = 0.65
"""What an agreement leaves open that the line tells by its date alone."""
_SOME = re.compile(
    r"(?:Most|Many|Some|Several|Few|Other|All|Two|Three|Single|One) (?:[a-z]+ ){1,2}?(?:was|were|is|are|had|has|have"
    r"|will|would|[a-z]+ed)\b"
)
"""“Many individuals were better off”: of whom?"""
_BARE_HEAD = re.compile(
    r"(?:Message|Note|Letter|Meeting|Agreement|Report|Telegram|Reply|Draft|Incident|Bill|Copy|Proposal|Document"
    r"|Resolution|Decision|Text|Project|Motion|Study|Discussion|(?:First |Second |Final )?(?:[Vv]ote|[Rr]eading))s?"
    r" (?:was|were|took|has|had|will|would|goes|to be|(?!dated|adjourned)[a-z]+ed)\b"
)
"""“Message was delivered Foreign Minister”, “Final vote took place at midnight”: which?"""
_VAGUE = re.compile(
    r"\b(?:[Rr]ecent|[Ll]atest|[Ss]ome|[Cc]ertain|[Ss]everal) (?:developments|events|points|matters|questions|things"
    rf"|information)\b(?! {COMPLEMENT})"
    r"|\bone (?:thought|thing|point|matter|question|aspect|element|factor) (?:which|that)\b"
)
"""“recent developments”: of what? “one thought which he had repeated”: which?"""
_OF_IT = re.compile(
    r"\b(?:"  # one “\b” for all that begin with a word, which takes half the time
    r"(?:about|of|on|for) it(?=$|[,.;”…])"
    r"|(?:talk|release|discuss|concluded?|postpone|publish|tak(?:e|ing)|reject|accept|approve|oppose|set(?:ting)?) it\b"
    r"|(?:line|points?|remarks?|question|matter) (?:which |that )?(?:he|she|they|I|we) had"
    r" (?:made|discussed|mentioned|raised)\b"
    r"|(?:above|afore)[ -]?mentioned\b|do so\b|states that it\b"
    r"|(?:of|the|given|contained|described|mentioned|outlined) above\b"
    r"|above (?=(?:conversation|amendment|information|point)s?\b)"
    r"|(?:[Ff]oregoing|[Cc]onsequent) (?=(?!has|have|had|is|was|will|would)[a-z]+(?:$|[ ,.;”]))"
    rf"|(?:on|re|regarding|above) (?:subject|matter|question)\b(?! {COMPLEMENT})"
    r")|^“?[A-Z]\w+ (?:will|would|should|must|can) [a-z]+ it\b"
    r"|^“?It (?:was|is) (?:[a-z]+ ){1,3}that it (?:had|has|was|is|would|will)\b|^“?saying it\b"
    r"|(?:^|“)In contrast\b"
    r"|(?<!he )said (?=(?:declaration|convention|agreement|treaty|resolution|decree|vessel|ship|note|article"
    r"|commission)s?\b)"
)
"""“further discussions about it”, “latest word on subject”: on what? “said declaration”, “foregoing paper”: which?"""
_ENCLOSURE = re.compile(r"Enclosure \d* ?to |.*\((?:quoted in a|enclosure)[^()]*(?:\([^()]*\)[^()]*)*\)$")
_WRITER = re.compile(r"\b(?:I|[Mm]y|me)\b")
_SIDES = re.compile(
    r"\b(?:(?:[Oo]ur|[Tt]he|[Tt]hose) two|[Bb]oth|[Oo]ur)"
    r" (?:nations|countries|[Gg]overnments|peoples|parties|sides|states)\b"
)
_SAYS_NOT_WHAT = re.compile(
    r"\b(?:sen[dt]|hand(?:ed)?|g[ai]ve|wr[io]te|want(?:ed)?|receive[ds]?|approved|issued?|ma[dk]e|deliver(?:ed)?"
    r"|transmit(?:ted)?|present(?:ed)?|submit(?:ted)?) "
    r"(?:(?:[A-Z][\w.’'-]*|the|and|to|of) ){0,6}an? (?:[a-z]+ )?(?:notes?|memorandum|letters?|statements?|telegrams?"
    r"|messages?|repl(?:y|ies)|communications?|paper|aide-mémoire|report)"
    rf"(?:,? (?:also )?(?:dated|designated|of) {DATE},?)?"
    r"(?: (?:to|in) (?:the )?(?:[A-Z][\w.’'-]*(?:,? |$)|(?:of|the|and|for|at|in) )+)?$"
    r"|\b(?:[Rr]eplied|phoned|answered|was approached|were approached)"
    rf"(?: (?:on |in )?{DATE}| \w+ (?:hours|days|weeks) later)?”?$"
)
"""“Hesburgh sent Carter a memorandum”, “Hull replied October 2”: saying what?"""
_PAPER_UNTOLD = 0.5
_BY_UNKNOWN = 0.8
"""What “I” leaves open in words of which it is not told who wrote them, and “the two countries” that are not named."""
_NOUN_ALONE = 0.8
"""What “December 23 news conference” leaves open, a noun without what it is of, and no verb."""
_NAMED_OR_NUMBERED = re.compile(r"(?:[A-Z][\w.]+ ){2,}[A-Z]\w+, (?!dated)|“|\b(?!1[89]\d\d\b)\d{3}|[A-Z][\w./]*[–/-]\d")
"""“PD/NSC–50, ‘Arms Control’”: a paper that its number or name tells from others."""
_CODE_ALONE = re.compile(r"(?:[A-Z][\w.]*[–/ -])+\d[\w/–-]*(?:,? (?:dated|of) .{4,20})?")
"""“JCSM–953–63, dated 7 December 1963”: a paper of which only the number is known."""
_OF_DATE_ALONE = re.compile(
    r"(?:[\w.]+[’']s )?(?:\w+ )?(?i:meetings?|conferences?|conversations?|talks?|discussions?|luncheon|session|campaign"
    rf"|letters?|notes?|messages?|telegrams?|memorand(?:um|a)) (?:of|on|at|from|in|for) {DATE}"
    r"(?:,? to (?:the )?(?:(?:of|the) |[A-Z]\w+ ?){1,5})?"
)
"""“Meeting of March 29”, “Letter of August 31 to Truman”: a date does not say which meeting, nor whose letter."""
_ACT_OF_DATE = re.compile(rf"(?:Statements?|Resolutions?|Agreements?|Declarations?) of (?:the )?{DATE}")
"""“Statement of December 29”: nor does the paper that tells of it say whose it was."""
_COMPLETED = re.compile(r" (?:of|on|for|between|with|against|to|in|at|from|by|concerning|regarding|about|over) ")


def is_paper_left_open(title: str) -> bool:
    """Whether the title of a cited paper tells not both its ends nor on what it is, only where it is cited."""
    bare = _CITED_IN.sub("", told_bare(title))
    return bool(_WHOSE.fullmatch(title) or (bare != title and _ONE_END.fullmatch(bare)))


_CITED_IN = re.compile(r", cited in a paper on .+$")
_ONE_END = re.compile(
    r"(?:[A-Z][\w-]+ )?(?i:telegrams?|letters?|notes?|memorandum|messages?|despatch|dispatch|cable|airgrams?"
    r"|instruction|report|communication|aide-mémoire)(?: (?:No\. )?(?:[A-Z]+[–-])?\d[\w–-]*)?"
    r"(?: (?:from|to) (?:(?! from | to |: | about | with |, which | [a-z]{3,}(?:ing|ed) ).)+)?"
)
"""“Letter from Nehru”, “Memorandum to Vance”: readers who see it alone understood none of two dozen such."""


_WHOSE = re.compile(
    r"(?:[A-Z][\w-]+ )?[A-Za-z-]+(?: (?:No\. )?\d+(?:(?:, \d+)* and \d+)?)?(?: of [^:]{3,30})?"
    r" cited in (?!a paper on ).+"
)
"""“Telegram 828 cited in a note to Telegram 556 …”, “Letter of 29th instant cited in Enclosure 2 …”."""


def least_open(
    candidates: Iterable[tuple[str, float]], lacks: Callable[[str], float], *, below: float = float("inf")
) -> str:
    """Of lines, each with how much it says too little, the first that leaves least open, if `below` that; else empty.

    They come in the order of that cost, and are asked for one by one: no more once none that follows can be better,
    which an empty one may say beforehand. `lacks` says how much a line by its own words lacks of being whole, in the
    same measure; asked only of one that may yet be the best.
    """
    best, least = "", below
    for line, cost in candidates:
        if cost >= least:
            break
        left_open = open_references(line) if line else 0
        if line and left_open + cost < least and (cost := left_open + max(cost, lacks(line))) < least:
            best, least = line, cost
        if least <= 0:
            break
    return best


_LEADS = re.compile(
    r"(?:[A-Z][^:“”]{2,69}: )?“?(?P<noun>[A-Z][a-z]+) (?:was|were|has|had|will|would|goes|(?!dated)[a-z]+ed)\b"
)
"""“Bill goes to the Council”: the noun of a cable, without its article, that leads the line."""


def pointers(line: str) -> Iterator[tuple[int, int, str]]:
    """Where the line points to something by “this” or a bare “the”, with the noun: start, end, noun."""
    for found in _POINTER.finditer(line):
        noun = found["after"].strip()
        if noun and noun in word_list("leaves open"):
            yield found.start(), found.end(), noun
    for one in definite_nouns(line):
        if line[one.start : one.start + 4].lower() in ("the ", "that") or line[one.start : one.end].islower():
            yield one.start, one.end, one.noun
    first = _LEADS.match(line)
    if first and first["noun"].lower() in word_list("leaves open"):
        yield first.start("noun"), first.end("noun"), first["noun"].lower()
