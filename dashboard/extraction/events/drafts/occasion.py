"""The occasion of the document and of each enclosure: the telegram sent, the meeting held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.datespan import DateSpan
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.events.paper.heading import Heading, kind_of_paper
from dashboard.extraction.events.paper.own_subject import called_on, caller, with_subject_of_its_own
from dashboard.extraction.events.paper.own_title import own_title
from dashboard.extraction.events.paper.papers import heading_of_enclosure, in_title, title_of
from dashboard.extraction.events.paper.present import in_a_row, lists_those_present, present
from dashboard.model import EventKind, Mention, Place, Span

_BEFORE = re.compile(r"[“\"\[(]*(?:[^\W\d_][\w.’'&“”\" ]*+,? ?\d{0,2}[\]”]*[, ]*+){0,8}")  # possessive: linear in prose
_AFTER = re.compile(
    r"(?:(?>\d{1,2}(?:[:.]\d\d)?)|noon|midnight|[ap]\. ?m|m|p|a|[.,;:\])”\"’—–-]|\s|\(|undated"
    r"|EST|EDT|GMT|Z|hours|morning|evening|afternoon|night)*\d{0,2}"
)
_FIGURES = re.compile(r"\d{3}|\d,\d")
"""Behind the date, what makes its line one of a table: “1 Oct 44 2,760,000”."""
_RECEIVED = re.compile(r"[\[(]\s*(?:Rec(?:eive)?d|Rec’d)\b")
_CITES = re.compile(r"[’']s? (?:No\. ?|number )?\d")
"""“This is reply to Department’s 1578, November 4”."""
_SITTING = re.compile(
    r"\b(?:(?<!Colonel )House|Council|Session|Meeting|Sitting|Senate|Assembly|Committee|Conference|Cabinet)\b"
)
_OFFICE = re.compile(
    r"\b(?:Legation|Embassy|Consulate|Office"
    r"|Department|Ministry|House|Chancery|Headquarters|Palace|Mission|undated|USS|S\. ?S\.)"
)
_SUBJECT = re.compile(r"\b(?i:subj(?:ect)?|ref(?:erence)?s?)\b:?\s*$")
_SUBJECT_WITHIN = 20
"""What makes a line the subject of a paper or what it refers to: “SUBJECT / Secretary’s Statement of August 26”."""
_SHOWN = 5
"""How many of those present a title names."""
_OPENING = 2500
"""How far down the first dateline of a document may stand."""


def find_occasions(frame: Frame) -> Iterator[Draft]:
    """The document's own occasion first, then those of its enclosures and of sittings given as headings."""
    lines = [mention for mention in frame.dates if _is_dateline(frame, mention)]
    opening = [mention for mention in lines if mention.start < _OPENING and not _sitting(frame, mention)]
    heading = frame.heading.line or Span(0, 0)
    own = next((mention for mention in opening if mention.start >= heading.end), opening[0] if opening else None)
    own = own or next((mention for mention in lines if _closes(frame, mention)), None)
    yield from _own(frame, own)
    for mention in lines:
        if mention is not own and not heading.start <= mention.start < heading.end and not _again(frame, mention):
            yield _sitting_draft(frame, mention) if _sitting(frame, mention) else _enclosure(frame, mention)


def _closes(frame: Frame, mention: Mention) -> bool:
    """Whether the line dates the document below its text: with its own date, in none of its enclosures."""
    date, section = date_of(mention), frame.document.section_at(mention.start)
    own = frame.own_date
    return bool(date and own and date.edtf == own.edtf) and (section is None or section.kind == "body")


def _again(frame: Frame, mention: Mention) -> bool:
    """Whether the line only dates the document once more, where its text ends, and no heading stands before it."""
    line, section = frame.paragraph(mention.start), frame.document.section_at(mention.start)
    begins, ends = (section.start, section.end) if section else (0, len(frame.text))
    start = max(begins, frame.opening, line.start - _ABOVE)
    if ends - line.end > _SIGNATURE or not _closes(frame, mention):
        return False
    return heading_of_enclosure(frame.text, start, line.start).line is None


_SIGNATURE = 120
"""Characters of a signature that may follow the date below a text."""
_ABOVE = 4000
"""Characters above a dateline within which the heading of its paper is sought."""


def _is_dateline(frame: Frame, mention: Mention) -> bool:
    """Whether the line of the date holds nothing but a place, an office and a time of day."""
    if frame.in_notes(mention.start) or mention.value is None:
        return False
    line = frame.paragraph(mention.start)
    if mention.start - line.start > 90:
        return False
    before, after = frame.text[line.start : mention.start], frame.text[mention.end : line.end]
    if _RECEIVED.search(before) or _CITES.search(before) or not _BEFORE.fullmatch(before.strip()):
        return False
    if not _AFTER.fullmatch(after.strip()) or _FIGURES.search(after):
        return False
    if before.strip() and not (_OFFICE.search(before) or within(frame.places, Span(line.start, mention.start))):
        return False
    if _SUBJECT.search(frame.text, max(0, line.start - _SUBJECT_WITHIN), line.start) or _SUBJECT.match(before):
        return False
    lowered = re.findall(r"\b[a-zà-ÿ]{3,}\b", before)
    return sum(word not in ("the", "and") for word in lowered) <= 1


def _sitting(frame: Frame, mention: Mention) -> bool:
    """Whether the line is the heading of a sitting (“House of Lords, Tuesday, April 9”)."""
    line = frame.paragraph(mention.start)
    return bool(_SITTING.search(frame.text, line.start, mention.start)) and not within(frame.places, line)


def _sitting_draft(frame: Frame, mention: Mention) -> Draft:
    """The sitting of a house that a dated line opens."""
    line = frame.paragraph(mention.start)
    body = frame.text[line.start : mention.start].strip(" ,.")
    place = (replace(frame.own_place, basis="the dateline"),) if frame.own_place else ()
    return Draft("occasion", "meeting", date_of(mention), (line,), (mention,), f"Sitting of the {body}", place)


def _own(frame: Frame, dateline: Mention | None) -> Iterator[Draft]:
    """The document itself, at its dateline, else at its heading with the date known otherwise."""
    heading = frame.heading
    date = None if frame.document.editorial else frame.own_date
    if dateline is not None:
        line = frame.paragraph(dateline.start)
        evidence = Span(line.start, line.end)
    elif heading.line is not None:
        evidence = heading.line
    else:
        return
    if date is None and dateline is not None:
        date = date_of(dateline)
    if date is None:
        return
    place = (replace(frame.own_place, basis=frame.own_place.basis or "the dateline"),) if frame.own_place else ()
    yield Draft(
        "occasion",
        _kind(heading),
        date,
        (evidence,),
        ((dateline,) if dateline else ()) + _in_heading(frame, date),
        _talk_title(frame) or with_subject_of_its_own(frame, title_of(heading)),
        place,
        status="happened",
    )


def _in_heading(frame: Frame, date: DateSpan) -> tuple[Mention, ...]:
    """The same date where the heading tells it too: “Memorandum of a Conversation, Washington, March 16, 1955”."""
    line = frame.heading.line
    told = within(frame.dates, line) if line and frame.heading.is_talk else ()
    return tuple(mention for mention in told if (value := date_of(mention)) and value.edtf == date.edtf)


def _talk_title(frame: Frame) -> str:
    """“Meeting of Stalin, Molotov and Byrnes”: those whom the record of a talk lists as present."""
    if not frame.heading.is_talk:
        return ""
    names = present(frame)
    if not names:
        return "" if lists_those_present(frame) else _call_title(frame)
    here = frame.own_place
    where = f" at {'the ' * (here.kind == 'site')}{here.as_written or here.name}" if here else ""
    return f"Meeting of {in_a_row(names, most=_SHOWN)}{where}"


def _call_title(frame: Frame) -> str:
    """“Conversation of the Secretary of State with the Chinese Ambassador”: who calls in the record’s first words.

    Or on whom its writer calls.
    """
    written = _WRITTEN_BY.match(" ".join(frame.heading.sender.split()))
    who = (caller(frame) or called_on(frame)) if written else ""
    if not written or not who:
        return ""
    how = (written["how"] or "").strip()
    return f"{how} conversation".strip().capitalize() + f" of {in_title(written['writer'])} with {who}"


_WRITTEN_BY = re.compile(r"Memorandum of (?P<how>Telephone )?Conversations?,? [Bb]y (?P<writer>.+)$")


def _kind(heading: Heading) -> EventKind:
    if heading.is_talk:
        return "meeting"
    return "statement" if heading.paper == "statement" else "communication"


def _enclosure(frame: Frame, mention: Mention) -> Draft:
    """A paper within the document: its heading is sought in the lines above its dateline, else above its passage."""
    line = frame.paragraph(mention.start)
    section = frame.document.section_at(mention.start)
    start = max(section.start if section else 0, line.start - _ABOVE)
    heading = heading_of_enclosure(frame.text, *_line_above(frame.text, line.start))
    heading = heading if heading.line else heading_of_enclosure(frame.text, start, line.start)
    if heading.line and not heading.recipient and not heading.is_talk:
        heading = replace(heading, subject=own_title(frame.text, max(heading.line.end, line.end)))
    title = title_of(heading if heading.line else Heading(kind_of_paper(frame.text, line)))
    places = tuple(
        replace(place.value, basis="the dateline", as_written=place.text)
        for place in within(frame.places, line)
        if isinstance(place.value, Place)
    )
    return Draft("occasion", _kind(heading), date_of(mention), (line,), (mention,), title, places[:1], "happened")


def _line_above(text: str, offset: int) -> tuple[int, int]:
    """Where the last line that is not empty before the offset begins and ends."""
    end = len(text[max(0, offset - _ABOVE) : offset].rstrip()) + max(0, offset - _ABOVE)
    return text.rfind("\n", 0, end) + 1, end
