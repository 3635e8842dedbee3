"""Heading: what the lines above a document or enclosure say of it: kind of paper, number, from whom, to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.extraction.events.paper.own_number import own_number
from dashboard.model import Document, Span

_PAPER = (
    r"(?:Circular |Action |Information |Policy |Briefing |Draft |Joint |Personal |Secret |Top Secret )*"
    r"(?:Telegram|Airgram|Memorandum|Letter|Despatch|Dispatch|Note|Message|Paper|Report|Instruction|Aide-Mémoire"
    r"|Memoranda|Circular|Cablegram|Communication|Statement)"
)
_AT_END = r"(?<!\bAssistant)(?<!\bAide)(?<!\bAdviser)(?<!\bCounsel)(?<! as)"
"""“The Assistant to the President (Rostow) to …”: that “to” leads to whom he assists."""
_FROM_TO = re.compile(rf"^(?:\d+\. )?({_PAPER}) (?:[Ff]rom|[Bb]y) (.+?{_AT_END}) [Tt]o (.+?)$")
_FROM = re.compile(rf"^(?:\d+\. )?({_PAPER}) (?:[Ff]rom|[Bb]y|[Pp]repared (?:by|in)) (.+?)$")
_A_TO_B = re.compile(
    r"^(?:\d+\. )?((?:The |Mr|Mrs|Sir|Lord|Count|Baron|Prince|President|Prime|General|Marshal|Dr|Chargé"
    r"|Ambassador|Minister|Consul|Secretary|Captain|Colonel|Admiral|Premier|Acting|Viscount|Earl|Marquess|Marquis|Herr|King|Emperor"
    r"|M\.|Señor|Messrs|Professor|Generalissimo|Lieutenant|Major|Brigadier|Commander|Governor|Vice|Chairman)"
    rf"[^\n]*?{_AT_END}) [Tt]o ((?:the |The |[A-Z])[^\n]*)$"
)
_TALK = re.compile(
    r"^(?:\d+\. )?((?:[\w.’' -]+ )?(?:Memorandum of (?:a |the )?(?:Telephone |Informal )?(?:Conversations?"
    r"|Discussion|Meeting)|Minutes of|"
    r"Record of (?:a |the )?(?:Conversation|Meeting)|Notes (?:of|on) (?:a |the )?(?:Conversation|Meeting)"
    r"|Summary (?:Minutes|Record) of"
    r"|Verbatim (?:Minutes|Record)|Agreed Minutes|[\w ]+ Meeting, )[^\n]*)$",
)
_NAMED_BEHIND = re.compile(r" (Aide-[Mm]émoire|Memorandum|Note Verbale)$")
"""“The Department of State to the British Embassy Aide-mémoire”: two lines of a heading that a file runs together."""
_PAPER_LINE = re.compile(rf"\s*\[?({_PAPER})\b[^\n]{{0,60}}\n")
_ENCLOSED = re.compile(rf"\[[^\]\n]*\b({_PAPER})\b[^\]\n]*\]\s*$")
"""“[Enclosure—Telegram—Translation]” right above a heading."""
_CLASSED = r"(?:(?:(?:top )?secret|confidential|restricted|personal|private|strictly|urgent|and|us)[ ,.]*)*"
_NAMED_BELOW = re.compile(
    rf"^[ \t]*(?i:{_CLASSED})[ \t]*({_PAPER}|MEMORANDUM|TELEGRAM|NOTE)\b"
    r"(?=[ \t]*$|(?: No\.)? \d| (?:for|to|by|from|on|of|[Rr]elative|[Rr]egarding|[Cc]oncerning)\b)",
    re.MULTILINE,
)
"""“top secret Memorandum Relative to …”: the paper’s own name, among the first lines below its heading."""
_SALUTATION = re.compile(
    r"(?:^|\d\.|[\]\n]) ?“?(?:My dear|Dear|Sirs?\b|Excellency|Your Excellency|Monsieur|Gentlemen|Madam|My Lord"
    r"|Mr\. (?:Secretary|Minister|President|Ambassador)\b[.,:])",
    re.MULTILINE | re.IGNORECASE,
)
"""Whom a letter greets."""
_WIRED = re.compile(r"\d{4}[ ,—–-]+(?:\d{1,2}(?::\d\d)? ?[ap]\. ?m\b|noon\b|midnight\b)")
"""The hour behind the date that only a telegram has."""
_ABOVE_LINE, _BELOW_LINE, _GREETED_WITHIN = 120, 300, 700
"""Characters around a heading in which a paper names its kind, or greets."""
_SUBJECT = re.compile(
    r"(?:^(?:SUBJECT|Subject):?\s*\n\s*|^\s*(?:SUBJECT|Subject): |(?<=\d\. )Subject: )"
    r"(?P<what>[^\n]{4,220}?)(?=\n|(?<![A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)\. [A-Z]|$)",
    re.MULTILINE,
)
_SUBJECT_LONGEST = 80
_SENTENCE = re.compile(r"[;:?]|(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bSt)(?<!\b[A-Z])\. [A-Z]\w{3}")
_NAMED = re.compile(r"\( ?([^()]+?) ?\)")
_GLUED_TO_YEAR = re.compile(r"(?<=\b1[5-9]\d\d)\d{1,2}$")
_GLUED = re.compile(r"(?<=[^\s\d]) ?\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """Kind of paper, number and parties, as far as the lines above say so; empty where they do not."""

    paper: str = ""
    """“telegram”, “memorandum”; “conversation” where it is the record of one."""
    number: str = ""
    sender: str = ""
    recipient: str = ""
    line: Span | None = None
    """The line that says so."""
    subject: str = ""
    """What it is about, where a line of its own or the telegram’s first words name a subject."""

    @property
    def is_talk(self) -> bool:
        """Whether the paper records a meeting."""
        return self.paper == "conversation"

    @property
    def author(self) -> str:
        """Shortest name of the sender: the surname in parentheses where there is one."""
        return short_party(self.sender)


@lru_cache(maxsize=64)
def short_party(party: str) -> str:
    """“Wiley” of “The Ambassador in Iran (Wiley)”; else the party without its article; asked for at every clause."""
    named = _NAMED.search(party)
    two = _TWO.match(party) if named else None
    if named and two:
        return f"{two['first']} and {named.group(1)}"
    bare = named.group(1) if named else re.sub(r"^(?:The|the|Mr\.) ", "", party).rstrip(".")
    bare = " ".join(bare.split())
    return f"the {bare}" if _BODY.match(bare) else bare


_TWO = re.compile(r"(?:Mr\. )?(?:[A-Z][\w.’-]* ){0,3}(?P<first>[A-Z][\w’-]+) and (?:the|Mr\.) ")
"""“Francis H. Russell and the Assistant Under Secretary … (Shuckburgh)”: two who write together."""
_BODY = re.compile(r"(?:Embassy|Legation|Consulate|Department|Mission|Delegation|Commission|Foreign Office)\b")


def read_heading(document: Document) -> Heading:
    """The heading of the whole document: from the lines above its body, else from its title."""
    head = document.text[:_HEAD]
    found = find_heading(document.text, Span(0, len(head))) or heading_of_line(document.title, None)
    if not found:
        return Heading(subject=_subject(head))
    start = found.line.end if found.line else 0
    named = _PAPER_LINE.match(head, start)
    wired = re.search(r": (Telegram|Airgram)\b", head[:start])
    paper = found.paper or (named.group(1) if named else wired.group(1) if wired else "").lower()
    kind = paper or kind_of_paper(document.text, found.line)
    notes = next((section.start for section in document.sections if section.kind == "notes"), len(document.text))
    number = own_number(document.text, Span(start, max(start, notes)), wired=bool(_IS_WIRED.search(kind)))
    paper = paper or ("despatch" if number and kind != "telegram" else kind)
    return Heading(paper, number, found.sender, found.recipient, found.line, _subject(head[start:]))


_HEAD = 2500
"""Characters within which the heading of a document stands."""
_IS_WIRED = re.compile("telegram|airgram|cablegram|message")


def kind_of_paper(text: str, line: Span | None) -> str:
    """What the lines around its heading call a paper; else “telegram” by its hour and “letter” by its greeting."""
    start, end = (line.start, line.end) if line else (0, 0)
    found = _ENCLOSED.search(text[max(0, start - _ABOVE_LINE) : start])
    found = found or _NAMED_BELOW.search(text[end : end + _BELOW_LINE])
    if found:
        return found.group(1).lower()
    if _WIRED.search(text, end, end + _BELOW_LINE):
        return "telegram"
    return "letter" if _SALUTATION.search(text, end, end + _GREETED_WITHIN) else UNKNOWN


UNKNOWN = "communication"
"""A paper of which nothing says whether it is a letter, a note or a telegram."""


def _subject(below: str) -> str:
    """The subject without the mark of a note, a classification or a full stop behind it."""
    found = _SUBJECT.search(below)
    if not found:
        return ""
    words = " ".join(found["what"].split())
    words = words if len(words) < _SUBJECT_LONGEST else words.split(",")[0]
    if len(words) > _SUBJECT_LONGEST + 10:
        return ""
    return _HOUR.sub(r"\1.", re.sub(r"(?:(?<=[^\W\d])\d{1,2}| \([A-Z]{1,2}\))$", "", words).rstrip(" ."))


_HOUR = re.compile(r"\b([ap]\. ?m)$")


def find_heading(text: str, span: Span) -> Heading | None:
    """The first line of the span that reads as a heading."""
    for line in re.finditer(r"[^\n]+", text[span.start : span.end]):
        found = heading_of_line(line.group().strip(), Span(span.start + line.start(), span.start + line.end()))
        if found:
            return found
    return None


def _names_parties(sender: str) -> bool:
    """Whether the words are an office or a name: but for a few small words, all have capitals or stand in brackets."""
    small = re.findall(r"(?<![\w’-])[a-zà-ÿ]\w+", _NAMED.sub("", sender))
    return all(word in _SMALL for word in small)


_SMALL = frozenset(
    ["the", "of", "in", "at", "for", "and", "to", "on", "de", "van", "von", "near", "del", "la", "le", "with"]
)


def heading_of_line(line: str, span: Span | None) -> Heading | None:
    """What one line says, if it is a heading."""
    if not 8 < len(line) < 330:
        return None
    line = _GLUED_TO_YEAR.sub("", _GLUED.sub("", line.strip("[] ")))
    if match := _TALK.match(line):
        return Heading("conversation", sender=match.group(1), line=span)
    if match := _FROM_TO.match(line):
        return Heading(match.group(1).lower(), "", *_parted(match.group(2), match.group(3)), span)
    if match := _FROM.match(line):
        return Heading(match.group(1).lower(), "", match.group(2), "", span)
    match = _A_TO_B.match(line)
    if match and len(line) < 220 and not _SENTENCE.search(line) and _names_parties(match.group(1)):
        (sender, recipient), paper = _parted(match.group(1), match.group(2).rstrip(".")), ""
        if named := _NAMED_BEHIND.search(recipient):
            recipient, paper = recipient[: named.start()], named.group(1).lower()
        return Heading(paper, "", sender, recipient, span)
    return None


def _parted(sender: str, recipient: str) -> tuple[str, str]:
    """From whom and to whom, where the first “to” may belong to the office of who writes."""
    office = _REST_OF_OFFICE.match(recipient) or (_SENT_TO.match(recipient) if _SENT.search(sender) else None)
    return (f"{sender} to {office['rest'].rstrip(' ,')}", recipient[office.end() :]) if office else (sender, recipient)


_REST_OF_OFFICE = re.compile(r"(?P<rest>(?!Mr|Sir|Dr|the\b|The\b)[A-Z]\w+(?: [A-Z]\w+)?) to (?=[Tt]he )")
"""“The Commission to Negotiate Peace to the Acting Secretary of State”."""
_SENT = re.compile(r"\b(?:Ambassador|Representatives?|Delegat(?:e|ion)|(?:High )?Commissioner|Mission|Secretary)$")
_SENT_TO = re.compile(
    r"(?P<rest>(?:(?!\bto\b)[^()]){4,70}(?:\([^()]+\)|(?=,? to the (?:Secretary|Department)))),? to (?=\w)"
)
"""“The Ambassador to Israel (Barbour) to the Secretary of State”, “the Mission to the United Nations to …”."""
