"""Context: by whom or in what something is told, in a few words that close a title."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import UNKNOWN, Heading, short_party
from dashboard.extraction.events.paper.own_title import own_title
from dashboard.extraction.events.paper.papers import heading_at, in_title, paper_title, title_of
from dashboard.extraction.events.paper.present import in_a_row, present
from dashboard.extraction.events.paper.series import in_series

EDITORIAL = "editorial note"
"""What all of a paper's words are that the editors wrote."""
_BY = re.compile(r",? by (?:the |Mr\. |Miss |Mrs\. |Dr\. )?.*$")
_BY_WHOM = re.compile(
    r" (?:by|from) (?:[^()]*\((?=[^()]+\)))?((?<=\()[^()]+|(?:Secretary of State|Vice President|President) [A-Z]\w+)"
)
_WHERE = re.compile(
    r"(?<=\w) (?:Before|before|at the|at|to the|in the|on the|Delivered|During|Prepared|Concerning|Regarding)\b.*$"
)
_BEFORE_WHOM = re.compile(r" (?:[Bb]efore|Delivered)\b.*$")
_NAMED = re.compile(
    r"\bby (?:the [^()]*\((?P<holder>[^()]+)\)|(?:Mr\.|Miss|Mrs\.|Dr\.) (?P<name>[\w. -]+?)(?:(?: of\b|,).*)?$)"
)
_PAPER = re.compile(
    r"(?:Telegram|Airgram|Letter|Memorandum|Memoranda|Message|Note|Paper|Report|Despatch|Dispatch|Instruction"
    r"|Circular"
    r"|Communication|Statement|Address|Remarks|Speech|Lecture|Testimony|Minutes|Record|Summary|Briefing|Action"
    r"|Information|Draft|Aide|Enclosure)\b"
)
_TITLE = re.compile(r"\b(?:President|Prime Minister|Secretary of State|Vice President|General|Ambassador) (?=[A-Z])")
_POST = re.compile(r"(?:Embassy|Legation|Consulate|Mission|Department|Delegation)\b")


def contexts(frame: Frame, offset: int) -> tuple[str, ...]:
    """“Abbott to the Secretary of State”, “note to telegram 591 …”, “address by President Carter”, longest first."""
    if offset not in frame.told_in:
        frame.told_in[offset] = _contexts(frame, offset)
    return frame.told_in[offset]


def _contexts(frame: Frame, offset: int) -> tuple[str, ...]:
    if frame.in_notes(offset):
        if frame.document.editorial:
            return (EDITORIAL,)
        labels = _talk(frame, frame.heading) if frame.heading.is_talk else labels_of(frame)
        return tuple(f"note to {_small(label)}" for label in labels)
    heading = heading_at(frame, offset)
    if heading.is_talk:
        return _talk(frame, heading)
    if heading.sender and heading.recipient:
        longer = f"{_short(heading.sender)} to {_short(heading.recipient)}"
        shorter = f"{_brief(heading.sender)} to {_brief(heading.recipient)}"
        subject = [f"{both}: {heading.subject}" for both in (longer, shorter) if heading.subject]
        return (*subject, longer, shorter, _brief(heading.sender))
    return tuple(map(_small, labels_of(frame)))


def document_label(frame: Frame, longest: int = LONGEST) -> str:
    """What the document is called, in so many characters at most; empty where that is not enough."""
    return next((label for label in labels_of(frame) if len(label) <= longest), "")


def labels_of(frame: Frame) -> tuple[str, ...]:
    """What the document may be called in running text, without its number in a series, longest first."""
    if not frame.labels:
        frame.labels.append(_labels_of(frame))
    return frame.labels[0]


def _labels_of(frame: Frame) -> tuple[str, ...]:
    heading = frame.heading
    if heading.sender and not heading.is_talk:
        paper, number = heading.paper or UNKNOWN, heading.number
        recipient = _short(heading.recipient) if heading.recipient else ""
        short = paper_title(paper, number, sender=_short(heading.sender), recipient=recipient)
        return title_of(heading), short, paper_title(paper, number, sender=_brief(heading.sender))
    title = re.sub(r"^\[?\d+\. ", "", " ".join(frame.document.title.split())).rstrip(" .").removeprefix("[")
    title = in_series(frame.text, title.replace(" ,", ","))
    by = _BY_WHOM.search(title)
    named = f"{_BY.sub('', title)} by {by[1]}" if by and " and " not in by.group() else _BY.sub("", title)
    subject = frame.heading.subject or _own_title(frame)
    again = bool(title) and subject.startswith(title)  # “Communiqué to the Press” below “Communiqué”
    whole = (subject if again else f"{title}: {subject}",) if title and subject and subject not in title else ()
    shorter = (*whole, title, _WHERE.sub("", title), named, title.split(",")[0])
    return tuple(label for label in dict.fromkeys(shorter) if len(label) > 3)


def _own_title(frame: Frame) -> str:
    """The title that the paper bears below what the edition calls it; the editors’ own notes bear none."""
    start = frame.text.find(frame.document.title) if frame.document.title and not frame.document.editorial else -1
    return own_title(frame.text, start + len(frame.document.title)) if start >= 0 else ""


def writer_of_talk(heading: Heading) -> str:
    """Who wrote the record of a talk down, where its heading says so."""
    found = _NAMED.search(" ".join(heading.sender.split()))
    return (found["holder"] or found["name"]).split(" ")[-1] if found else ""


def _talk(frame: Frame, heading: Heading) -> tuple[str, ...]:
    """“memorandum of conversation by Willoughby”, “record of a meeting of Dulles and Eban”, by subject."""
    kind = _small(_BY.sub("", " ".join(heading.sender.split())).rstrip(" ,")).replace(" Conversation", " conversation")
    writer, here = writer_of_talk(heading), frame.own_place
    where = f", {here.as_written or here.name}" if here and "," not in kind else ""
    both = f"{kind} by {writer}" if writer else f"{kind}{where}"
    subject = (f"{both}: {heading.subject}",) if heading.subject else ()
    names = present(frame) if heading is frame.heading and not writer else ()
    met = (f"record of a meeting of {in_a_row(names, most=_MET)}",) if names else ()
    return (*subject, *met, both, kind, kind.split(",")[0])


_MET = 3
"""How many of those who met a label names."""


@lru_cache(maxsize=64)
def _short(party: str) -> str:
    """The office where it is short and says the country, else the name; remembered from clause to clause."""
    full = in_title(party)
    return full if len(full) <= 28 else _brief(party)


@lru_cache(maxsize=64)
def _brief(party: str) -> str:
    """The name alone: “Odom” of the Council Staff, “Roosevelt and Churchill”, “Embassy in Jordan”."""
    name = re.sub(r"^the ", "", _BEFORE_WHOM.sub("", short_party(party)))
    if len(name) > 28 and not _POST.match(name):
        name = re.sub(r"(?<!Secretary) of (?:the )?[A-Z].*$", "", name)
    return _TITLE.sub("", name).rstrip(" ,")


def _small(label: str) -> str:
    """With a small first letter in running text."""
    return label[:1].lower() + label[1:] if _PAPER.match(label) else label


def with_context(title: str, told_in: tuple[str, ...]) -> str:
    """The title with who tells it in brackets, in as many words as the line has room for."""
    whole = (f"{title} ({context})" for context in told_in)
    return next((line for line in whole if len(line) <= LONGEST), title)
