"""Papers: what a telegram, letter or note is called in a title: its kind and number, from whom, to whom, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dashboard.extraction.events.lines.shortening import LONGEST, balanced, without_tail
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import (
    UNKNOWN,
    Heading,
    find_heading,
    heading_of_line,
    kind_of_paper,
    short_party,
)
from dashboard.model import Span

_POST = re.compile(
    r"\b(?:(?P<body>Embassy|Legation|Consulate(?: General)?|Mission|Delegation)"
    r"|(?P<holder>Ambassador|Minister|Chargé|Consul(?: General)?|Political Adviser|Commissioner))\b"
    r"(?P<where> (?:in|at|of|to) (?:the )?[A-Z][\w’'-]+(?: (?:of |the |and )*[A-Z][\w’'-]+){0,3})"
)
BODY_OF_HOLDER = {
    "Ambassador": "Embassy",
    "Minister": "Legation",
    "Consul": "Consulate",
    "Consul General": "Consulate General",
}
"""The post by the rank of who heads it; a chargé may head either of the first two."""
_OFFICE = re.compile(r"^(?:The |the )?(?P<office>[^()]{30,}?) ?\((?P<name>[^()]+)\)$")
_ABOUT = re.compile(
    r"\d{0,2},? (?:(?:in|with) (?:further )?(?:regard|reference|relation|respect) to|regarding|concerning|relative to"
    r"|relating to|respecting|on the subject of|about) (?P<what>(?:the |an? )?"
    r"(?:[^.,;:()\[\]“”\n]|“[^“”\n]{2,30}”){4,80})"
)
_ABOUT_ENDS = re.compile(
    r" (?:which|that|who|whom|where|when|and|but|as|if|I|we|you|he|she|it|they|was|were|is|are|has|had|have"
    r"|will|would"
    r"|stated|reported|should|may|said|says|states|reports|please|on (?:the )?\d.*)\b.*$",
    re.DOTALL,
)
_POINTS_AWAY = re.compile(
    r"\b(?:my|your|our|his|her|its|their|this|these|those|that|same|said|such|above|matter|me|us|you|him|them|it)\b",
    re.IGNORECASE,
)


def title_of(heading: Heading) -> str:
    """“Telegram 591 from the Ambassador in Iran (Wiley) to the Secretary of State: Dimona Visit”.

    Where the line has no room for the subject, long offices give way to names.
    """
    titles = list(_titles_of(heading))
    told = (f"{title}: {heading.subject}" for title in titles if heading.subject and heading.sender)
    return next((line for line in (*told, *titles) if len(line) <= LONGEST), titles[-1])


def _titles_of(heading: Heading) -> Iterator[str]:
    """The same without its subject: with the offices in full, with a name for the longer, with names for both."""
    if heading.is_talk:
        yield _plain(heading.sender)
        return
    sender, recipient = in_title(heading.sender), in_title(heading.recipient)
    longest = max(sender, recipient, key=len)
    short = [_name(party) if party == longest else party for party in (sender, recipient)]
    for one, other in ((sender, recipient), short, (_name(sender), _name(recipient))):
        yield paper_title(heading.paper or UNKNOWN, heading.number, sender=one, recipient=other)


def paper_title(paper: str, number: str = "", *, sender: str = "", recipient: str = "") -> str:
    """“Despatch No. 329 from Mr. Dallas to Mr. Seward”, as far as it is known."""
    name = f"{paper[:1].upper()}{paper[1:]}"
    if number:
        bare = re.search(r"telegram|cable|airgram|message", paper, re.IGNORECASE)
        name += f" {number}" if bare or re.match(r"[A-Za-z]", number) else f" No. {number}"
    return f"{name}{f' from {sender}' if sender else ''}{f' to {recipient}' if recipient else ''}"


@lru_cache(maxsize=256)
def in_title(party: str) -> str:
    """A party of a heading in running text."""
    party = re.sub(r"(?<=[^\s(])\(", " (", re.sub(r"\( ", "(", re.sub(r" \)", ")", _plain(party))))
    return re.sub(r"^The ", "the ", re.sub(r", Temporarily .*$", "", party)).rstrip(" .,")


def heading_at(frame: Frame, offset: int) -> Heading:
    """The last heading above the offset: within the enclosure it stands in, else of the document."""
    section = frame.document.section_at(offset)
    if section is None or section.kind not in ("enclosure", "body"):
        return frame.heading
    enclosed = section.kind == "enclosure"
    first = heading_of_enclosure(frame.text, section.start, min(section.end, section.start + 600)) if enclosed else None
    for later in reversed(_headings_within(frame.text, section.start, section.end)):
        if later.line and later.line.start < offset and not _is_above(later, first or frame.heading):
            return later
    return first or frame.heading


def _is_above(one: Heading, other: Heading) -> bool:
    """Whether one heading stands above the end of another, or is it."""
    return bool(one.line and other.line and one.line.start < other.line.end)


@lru_cache(maxsize=64)
def _headings_within(text: str, start: int, end: int) -> tuple[Heading, ...]:
    """The headings of papers that follow others in one section: lines by themselves that say from whom, and to whom."""
    lines = (Span(*found.span("line")) for found in _BY_ITSELF.finditer(text, start, end))
    found = (heading_of_line(text[line.start : line.end].strip(), line) for line in lines)
    return tuple(heading_of_enclosure(text, one.line.start, one.line.end) for one in found if one and one.line)


_BY_ITSELF = re.compile(
    r"\n\n(?P<line>(?:Draft )?(?:Memorandum|Letter|Telegram|Message|Note|Paper|Report)"
    r" (?:[Ff]rom|[Bb]y|[Pp]repared|of an? )[^\n]{3,160}|[A-Z][^\n\d,.;:“”]{5,90} to [^\n\d,.;:“”]{5,90})(?=\n\n)"
)
"""A paragraph of one line that may be such a heading."""


@lru_cache(maxsize=32)
def heading_of_enclosure(text: str, start: int, end: int) -> Heading:
    """The first heading within the offsets, with the kind of paper that the lines around it name."""
    found = find_heading(text, Span(start, end)) or Heading()
    return found if found.paper or not found.line else replace(found, paper=kind_of_paper(text, found.line))


def post(heading: Heading, body: str = "") -> str:
    """“the Embassy in Iran”: the post at one end of the correspondence; empty where there is none.

    `body` is what the text itself calls it.
    """
    for party in (heading.sender, heading.recipient):
        found = _POST.search(in_title(party))
        if found:
            body = body or found["body"] or BODY_OF_HOLDER.get(found["holder"], "post")
            where = re.sub(r"^ (?:of|to) ", " in ", found["where"])
            return f"the {body}{where}" if body != "post" else in_title(party)
    return ""


def subject_after(text: str, offset: int) -> str:
    """“ regarding the Barzani tribe”: what the words right after a cited paper say it is about, if they are whole."""
    found = _ABOUT.match(text, offset, offset + 130)
    if not found:
        return ""
    what = without_tail(_ABOUT_ENDS.sub("", " ".join(found["what"].split())))
    if len(what) < 5 or len(what) > 70 or _POINTS_AWAY.search(what) or balanced(what) != what:
        return ""
    return f" about {what}"


def named_paper(text: str, clause: Span, date: int) -> str:
    """“PD/NSC–50, ‘Arms Control Decision Process’”: number and name of a paper right before its date; else empty.

    Without a number where the name begins the clause.
    """
    coded = _CODED.search(" ".join(text[max(clause.start - _CODE, 0) : date].split()))
    found = coded or _QUOTED.fullmatch(" ".join(text[max(clause.start - 1, 0) : date].split()))
    if not found:
        return ""
    name = f"“{found['name'].rstrip(',.')}”"
    title = f"{coded['code']}, {name}" if coded else name
    return title if len(title) <= LONGEST else ""


_CODE = 40
"""Characters before a clause in which the number of a paper may stand that the clause names."""
_NAME = r"“(?P<name>[^“”]{6,130})”,? ?\(?(?:dated )?$"
_CODED = re.compile(rf"(?P<code>(?:(?:[A-Z]\.){{2,4}} ?|[A-Z]{{1,6}}[A-Z/–-]* ?)[\w/–.-]*\d[\w/–.-]*),? {_NAME}")
_QUOTED = re.compile(rf"(?:\d+\. )?{_NAME}")


def _name(party: str) -> str:
    """The name in brackets after a long office, else the party."""
    office = _OFFICE.match(party)
    return office["name"] if office else short_party(party) if len(party) > 60 else party


def _plain(words: str) -> str:
    """The words with single spaces."""
    return " ".join(words.split())
