"""Antecedents: the full name that the words before give to what “the bill” or “this building” stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.extraction.events.cited.citations import mark_of_note
from dashboard.extraction.events.lines.phrases import noun_phrases
from dashboard.extraction.events.lines.standing import points_away
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.telegraphese import spelled_out
from dashboard.model import Span

_BACK = 900
"""Characters before the sentence in which what a word stands for is looked for."""
_PARAGRAPHS = 2
"""In how many paragraphs: its own, and the one before."""
_LONGEST = 90
"""Characters of a name that is put into a line."""
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Aa]ny|[Ee]very|[Nn]o|[Ss]ome) ")
_INDEFINITE = re.compile(r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ss]everal|[Oo]ther|[Nn]ew|[Nn]o|[Aa]ny|[Ee]ach|[Ee]very)\b")
LINK = re.compile(r" (?:of|on|for|between|with|against|to|in|at|from|by|concerning|regarding|about|over|among)\b")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_NAME = re.compile(rf"\b(?!{_MONTH})[A-ZÀ-Þ][\w-]+")
_PROPER = re.compile(r"(?:[A-Z][\w–-]+ ){2,}[A-Z][\w–-]+$|[A-Z]\w+[–-][A-Z]\w+ (?:[A-Za-z]+ )?\w+$")
"""“Limited Test Ban Treaty”, “Egyptian–Israeli treaty”."""
_OF_NATION = re.compile(
    r"[A-Z][a-z]+(?:an|ish|ese|i|ch|iet) (?:[a-z]+ )?(?:mission|delegation|commission|squadron|fleet|troops|embassy"
    r"|(?:note|aide-m[ée]moire|(?:counter)?proposal|draft|reply|memorandum|answer|message|communiqué|protest)s?)$"
)
"""“German mission”, “British aide-mémoire”: whose it is says which."""
_OWNED_BY = re.compile(r"^(?!\w+day[’'])(?:[A-Z][\w.–-]+ )*[A-Z]\w+[’'](?:s )?(?=[a-z])")
"""“Mountbatten’s message”."""
_GOES_ON = re.compile(
    r"[’'](?:s\b)?|[–-]\w| (?:and |or |& )?(?:the )?[A-Z0-9]| (?:and|or) [a-z]+ [A-Z]|,? (?:and|or) (?:of|to|with|on) "
    r"|, (?!an? )[^.;:]{2,40},? and "
)
"""What follows a phrase that is cut within a name, or between two that belong together."""
_GIVEN = re.compile(
    r"\b(?:forward(?:ed|ing)|return(?:ed|ing)|submit(?:ted|ting)|present(?:ed|ing)|hand(?:ed|ing)|relay(?:ed|ing)"
    r"|deliver(?:ed|ing|y of)|g[ai]ve(?:n)?|giving|sen[dt](?:ing)?|read|transmit(?:s|ted|ting)?|communicat(?:ed|ing)"
    r"|convey(?:ed|ing)?|report(?:ed|ing)?|refer(?:red|ring)?|show(?:ed|n|ing)?|tak(?:e|en|ing)|took|br(?:ing|ought)|made|mak(?:e|ing)"
    r"|leave|left) "
    r"(?:the |this |that )?$"
)
"""To whom something is given belongs to the deed, and not to what is given: “sent the message to Eden”."""
_DONE_WITH = re.compile(
    r" (?:belonging to|owned by|known as|called|signed (?:at|by|with)|concluded (?:with|at|by|between)|addressed to"
    r"|(?:presented|made|submitted|introduced|adopted|issued|proposed|drafted|sent|offered) by) (?:the )?"
    r"[A-Z][\w’'-]+(?: (?:(?:of|at|in|and) (?:the )?)?[A-Z][\w’'-]+){0,5}"
    r"|(?: (?:to|from) (?:the )?[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3})? (?:providing for|calling (?:for|on|upon)"
    r"|requesting|offering|proposing|authorizing|inviting|urging|demanding|protesting(?: against)?|announcing"
    r"|recommending) [^.,;:()“”\n]{5,60}(?=[.,;:)]| and [a-z]+ed )"
)
"""“a building belonging to the Methodist Mission at Chungking”, “a note protesting the detention of …”."""
_BY_WHOM = re.compile(
    r"(?:^|[.;,] |\band |\bthat )(?P<who>(?:[Tt]he )?(?!On\b|In\b|At\b|Note\b|He\b|She\b|They\b|It\b|I\b|We\b)"
    r"[A-Z][\w.’-]+(?: (?:and |of |the |for )*[A-Z][\w.’-]+){0,6})"
    r" (?P<deed>signed|issued|released|made|sent|wrote|submitted|presented|introduced|proposed|delivered|addressed"
    r"|published|drafted|prepared|adopted|gave|handed) (?:an?|the following) $"
)
"""“the Egyptian Government issued a communiqué”: by whom a thing is made that is brought in."""
_THE = re.compile(r"^The ")
_PARTICIPLES = {"wrote": "written", "gave": "given"}
_BY_WITHIN = 140
_TOPICS = frozenset(["matter", "subject", "question", "problem", "issue", "situation", "case"])
"""Words for what a paper is about, which it may name by other words in its first sentence."""
_REFERENCE_LINE = re.compile(
    r"\n[ \t]*(?:\d+\. )?(?:Reference|Ref|Re|With (?:further )?reference to|Refer|Referring to|In reply to"
    r"|In response to|In regard to|Further to|Your|My|Our|Department[’']?s?|Embassy[’']?s?|Legation[’']?s"
    r"|Dep(?:artmen)?tel|Embtel|Urtel|Mytel|ReDeptel|ReEmbtel|I have the honor to refer to)\b[^.;:\n]{0,120}?,? "
    r"(?:on|regarding|concerning|about|relative to|relating to|with regard to|in regard to|respecting) "
    r"(?P<what>[^.;:,\n]{6,70})\."
)
"""“Reference my 2005, October 22 and previous on reverse Lend-Lease.”"""
_FIRST_WORDS = 700
"""Characters from its beginning in which a paper speaks of what its first sentence names."""
_TO_WHOM = re.compile(r"[^ ]+(?: [^ ]+)?? (?:to|with|in|at|by|from|on) ")


class _Named(NamedTuple):
    """A mention of the noun: where, and its full name; empty where the words do not say which one it is."""

    start: int
    name: str
    new: bool
    """Whether another is brought in: “a bill”."""


def named_before(frame: Frame, clause: Span, noun: str) -> str:
    """What the noun stands for: the one thing of its kind that the words before name in full.

    Looked for in the paragraph of the clause, then in the one before, then in the paper's subject; empty where several
    are named, unless the last is what the sentence before is about.
    """
    if noun in _TOPICS:
        return _topic(frame, clause)
    for scope in _scopes(frame, clause):
        text = " ".join(frame.text[scope.start : scope.end].split())
        mentions = list(_mentions(text, noun))
        told = [one for one in mentions if one.name]
        if told:
            return _meant(text, mentions, told)
        if any(one.new for one in mentions):
            return ""
    if frame.in_notes(clause.start):
        return ""
    subject = heading_at(frame, clause.start).subject
    told = [one for one in _mentions(subject, noun) if one.name] if subject else []
    return told[0].name if len(told) == 1 else ""


def body_named(frame: Frame, noun: str, *, at: int | None = None) -> str:
    """“the Stabilization Board of China” for “the Board”: the one body of its kind that the paper names in full.

    It must say of or on what it is, be so called more than once, or be meant time and again. Of “the Joint Board” both
    words are in its name. A treaty must be named before the offset: what is so called later is another.
    """
    line = frame.heading.line
    start = line.start if line else 0
    named = _body_named(frame.text, start, noun)
    later = named and at is not None and noun in _TREATIES and named[4:] not in spelled_out(frame.text[start:at])
    return "" if later else named


_TREATIES = frozenset(["Convention", "Treaty", "Protocol", "Agreement", "Charter"])


@lru_cache(maxsize=16)
def _body_named(text: str, start: int, noun: str) -> str:
    """The same, found once for all lines that are made of a paper, its abbreviations spelled out."""
    *more, kind = noun.split()
    found = (" ".join(one.group().split()) for one in _full_name(kind).finditer(spelled_out(text[start:])))
    names = Counter(name for one in found if set(more) <= {*(name := _LEADS_SENTENCE.sub("", one)).split()})
    del names[kind], names[noun]
    meant = sum(1 for _ in re.finditer(rf"\b[Tt]he {noun}\b", text[start:]))
    longest = max(names, key=len, default="")
    longest = next((one for one in names if longest.endswith(f" {one}") and names[one] > names[longest]), longest)
    sure = names[longest] > 1 or LINK.search(longest) or meant >= _MEANT_AGAIN
    return (
        f"the {longest}"
        if longest and sure and all(_same(one, longest) or one.endswith(longest) for one in names)
        else ""
    )


_MEANT_AGAIN = 3
"""How often a paper that names a body once speaks of it as “the Board”."""


@cache
def _full_name(noun: str) -> re.Pattern[str]:
    """“Stabilization Board of China”, “Advisory Committee on Leticia”, “National Security Council”."""
    name = rf"(?!{_MONTH}|{noun}|(?:Part|Section|Article|Chapter)\b)[A-Z][a-z][\w–-]+"
    of = rf" (?:of|for|on) (?:the )?(?!{_OF_A_PEOPLE}){name}(?: (?:(?:and|of|the) )*{name}){{0,3}}"
    return re.compile(rf"\b(?:{name} ){{1,4}}{noun}\b(?![’'-])(?:{of})?|\b{noun}{of}(?![’'-])")


_OF_A_PEOPLE = r"(?:\w+(?:ian|ese|ish|eli)|French|Dutch|Arab)\b"
"""“informed the Council of the Israeli raid”: no part of its name."""
_LEADS_SENTENCE = re.compile(
    r"^(?:(?:The|This|That|These|In|At|On|But|And|When|While|As|If|His|Her|Its|Our|Their|Your|My|An|For|To|By|From|See"
    r"|Meanwhile|However|Since|Thus|Also|Today|Yesterday) )+"
)
"""A word that begins a sentence, and no name."""


def _topic(frame: Frame, clause: Span) -> str:
    """What the first sentence of the paper refers to, near which “the matter” is that; empty where it is not plain."""
    section = frame.document.section_at(clause.start)
    start = max(frame.opening, section.start if section else 0)
    heading = heading_at(frame, clause.start)
    if heading.subject or heading is not frame.heading or clause.start > start + _FIRST_WORDS:
        return ""
    found = _REFERENCE_LINE.search(frame.text, start - 1, clause.start)
    what = " ".join(found["what"].split()) if found else ""
    phrases = [phrase for _, phrase in noun_phrases(what)]
    whole = phrases == [_ARTICLE.sub("", what)] or phrases == [what]
    return what if whole and " " in what and not points_away(what) else ""


def speaks_of_another(frame: Frame, clause: Span, nouns: tuple[str, ...]) -> bool:
    """Whether a note names or brings in one of its kind before, which then may be meant."""
    text = " ".join(frame.text[frame.paragraph(clause.start).start : clause.start].split())
    return _numbered(nouns).search(text) is not None or any(
        one.name or one.new for noun in nouns for one in _mentions(text, noun)
    )


@cache
def _numbered(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(nouns)})s? (?:(?:Nos?\. )?[A-Z]*[–-]?\d|\([A-Z])", re.IGNORECASE)


def _scopes(frame: Frame, clause: Span) -> Iterator[Span]:
    """The paragraph before the clause, and what stands before it, no farther back than a reader remembers.

    Before a note stands what its mark is put to.
    """
    section = frame.document.section_at(clause.start)
    least = max(section.start if section else 0, frame.opening, clause.start - _BACK)
    end = clause.start
    for _ in range(_PARAGRAPHS):
        start = max(least, frame.paragraph(end).start)
        yield Span(start, end)
        if frame.in_notes(clause.start):
            end = mark_of_note(frame, clause.start)
            if end:
                yield Span(max(frame.sentences.at(end - 1).start, end - _BACK), end)
            return
        end = start - 1
        while end > least and frame.text[end].isspace():
            end -= 1
        end += 1
        if end <= least:
            return


def _meant(text: str, mentions: list[_Named], told: list[_Named]) -> str:
    """The one that all mentions may mean; of several the last where it leads its sentence and none comes after."""
    longest = max((one.name for one in told), key=len)
    last = told[-1]
    if any(one.new and one.start > last.start and not one.name for one in mentions):
        return ""
    if all(_same(one.name, longest) for one in told):
        return longest
    led = re.search(r"(?:^|[.;:] )(?:[Tt]he |[Aa]n? )?$", text[: last.start])
    return last.name if led and not re.search(r"[.;:] \S", text[last.start + len(last.name) :]) else ""


def _same(one: str, longest: str) -> bool:
    """Whether two names may be of one thing: no name in the shorter that the longer has not."""
    return one.lower() in longest.lower() or set(_NAME.findall(one)) <= set(_NAME.findall(longest))


def _mentions(text: str, noun: str) -> Iterator[_Named]:
    """Where the text speaks of one of its kind, in order, each with the name that it has there."""
    if noun not in text.lower():
        return
    for at, whole in noun_phrases(text):
        for phrase in _parts(whole):
            bare = _ARTICLE.sub("", phrase)
            start = text.find(bare, at)
            if start >= 0 and _is_one(LINK.split(bare, maxsplit=1)[0], noun):
                yield _mention(text, noun, phrase, Span(start, start + len(bare)))


def _parts(phrase: str) -> Iterator[str]:
    """The phrase, and what stands behind each of its prepositions: “text of the letter to Eden”, “letter to Eden”."""
    yield phrase
    yield from (phrase[link.end() + 1 :] for link in LINK.finditer(phrase))


def _mention(text: str, noun: str, phrase: str, at: Span) -> _Named:
    """The mention of a noun in a phrase of the text, which stands without its article at the span."""
    bare, end = text[at.start : at.end], at.end
    head = LINK.split(bare, maxsplit=1)[0]
    done = _DONE_WITH.match(text, at.start + len(head))
    bare, end = (head + done.group(), done.end()) if done else (bare, end)
    before = text[max(0, at.start - 24) : at.start]
    cut = text[at.start - 1 : at.start] not in ("", " ", "(") or _CUT_BEFORE.search(before)
    given = not done and _GIVEN.search(before) and _TO_WHOM.match(bare)
    if given and _OWNED_BY.match(head):
        bare, end, given = head, at.start + len(head), None
    clean = (
        not given
        and not _NOT_THAT_ONE.match(bare)
        and not cut
        and not _GOES_ON.match(text, end)
        and len(bare) <= _LONGEST
    )
    by = _BY_WHOM.search(text, max(0, at.start - _BY_WITHIN), at.start) if clean and bare == head else None
    bare = f"{bare} {_PARTICIPLES.get(by['deed'], by['deed'])} by {_THE.sub('the ', by['who'])}" if by else bare
    clean = clean and bool(done or by or _tells(bare, head))
    clean = clean and not points_away(bare) and bare.lower().count(noun) == 1
    new = bool(_INDEFINITE.match(phrase) or _BRINGS_IN.search(before))
    owned = _OWNED_BY.match(bare) and not re.match("[Tt]he ", phrase) and not re.search(r"\b[Tt]he $", before)
    return _Named(at.start, (bare if owned else f"the {bare}") if clean else "", new)


_NOT_THAT_ONE = re.compile(
    r"(?:[Nn]ext|[Pp]revious|[Ee]arlier|[Oo]ther|[Ss]imilar|[Ss]ame|[Ff]urther|[Ll]ater|[Ll]ast) "
)
_CUT_BEFORE = re.compile(r"\b[a-z]+ing $")
"""“working level meetings”, of which the first word is taken for a verb."""
_BRINGS_IN = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Nn]ew|[Oo]ther) $")


def _is_one(head: str, noun: str) -> bool:
    """Whether what the head of a phrase names may be called by the noun: a “draft statement” is a draft."""
    words = head.lower()
    last = words == noun or words.endswith(f" {noun}")
    return " and " not in words and (last or noun == words.split(" ", 1)[0] == "draft")


def _tells(phrase: str, head: str) -> bool:
    """Whether a phrase says what its noun is of, by a name: “agreement with Saudi Arabia”, or is a name itself."""
    if _PROPER.match(head) or _OWNED_BY.match(head) or _OF_NATION.match(head):
        return True
    return phrase != head and _NAME.search(phrase[len(head) :]) is not None
