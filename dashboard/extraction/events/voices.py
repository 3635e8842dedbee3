"""Voices: whom “I”, “you” and “he” stand for where an event is told."""

from __future__ import annotations

import re

from dashboard.extraction.events.frame import Frame, within
from dashboard.extraction.events.heading import Heading, find_heading, short_party
from dashboard.model import Person, Span

_BODY = re.compile(
    r"(?:the )?(?:Embassy|Legation|Consulate|Department|Mission|Delegation|Commission"
    r"|Foreign Office)\b"
)
_SIGNED = re.compile(
    r"\n[ \t]*(?:Signed )?((?!Enclosure|Attachment|Washington|Top Secret|Secret)[A-Z][\w’'-]+"
    r"(?: [A-Z](?:\.|[\w’'-]+)){0,2}) ?[.\d]*[ \t]*(?=\n|$)"
)
_SENT_FROM = re.compile(r"(?<=[.\n]) ?(?:For [\w ]{2,40} )?[Ff]rom ([A-Z][a-z]+)\.(?=\s)")
"""“From Macomber.”: somebody writes by the telegram of an embassy."""
_SAYS = re.compile(
    r"\b(?:said|says|stated|wrote|writes|informed|reported|replied|noted|commented|told|recalled"
    r"|recounted|remarked|added"
    r"|cabled|telegraphed|states|reads|follows)\b"
)
_SUBJECT = re.compile(
    r"(?P<who>(?:The |An? )?(?:[A-Z][\w’'-]+|[a-z]{3,12} (?=[a-z]+ [a-z]+))(?: (?:of|the|for|and|in|de"
    r"|[\w’'-]+)){0,7}?) "
    r"(?:was|were|had|has|have|is|are|will|would|did|said|told|[a-z]{3,}ed)\b"
)
_PRONOUN = re.compile(
    r"(?:He|She|They|It|We|I|This|These|That|Those|There|You|In|On|At|As|If|When|While|After|Before|For|Since|But|And"
    r"|My|Our|His|Her|Their|Its|Such|Both|Who|Which|However|Thus)\b"
)
_GIVEN_BY = re.compile(
    r"(?:\d+\. )?(?:[\w ]+ )?(?:Address|Remarks|Speech|Statement|Lecture|Testimony|Toast|Essay|Article"
    r"|Message|Comments) "
    r"(?:by|of) (?P<who>.+?)(?= (?:Before|before|to|at|in|on|Delivered)\b|[,\[]|\d|$)"
)
_RELATIVE_OF = re.compile(
    r"(?:.*\W)?(?P<who>(?:[\w’'-]+ (?:on|of|for|in|between|with|to|from|at) )?(?:[Tt]he|[Tt]his"
    r"|[Aa]n?) (?:[\w’'-]+ ){0,5}[\w’'-]+|(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+),?\s(?:which|who)?\W*$",
    re.DOTALL,
)
_AFTER_OPENING = re.compile(r"^(?:In|On|At|By|After|During|With|For) [^,;]{3,80}, (?=\w)")
_REACH = 1_200
"""How far back a pronoun may look, in characters."""
_QUOTED = 1_500


def author(frame: Frame, offset: int) -> str:
    """Who says “I” at the offset; empty where that is not sure, and in notes."""
    quoted = _quotation(frame, offset)
    if quoted is not None:
        return _quoted_speaker(frame, quoted)
    if frame.in_notes(offset):
        return ""
    heading = _heading_at(frame, offset)
    if heading.is_talk:
        return "the writer"
    name = heading.author or _speaker(frame, offset)
    if _BODY.match(name):
        sent = _SENT_FROM.search(frame.text, frame.opening, frame.opening + 400)
        name = sent[1] if sent else _signature(frame, offset)
    name = name if len(name) < 40 else name.split(" of ")[0]
    return name if len(name) < 40 else ""


def addressee(frame: Frame, offset: int) -> str:
    """Whom “you” means at the offset; empty where that is not sure."""
    if frame.in_notes(offset) or _quotation(frame, offset) is not None:
        return ""
    name = short_party(_heading_at(frame, offset).recipient)
    return name if len(name) < 40 else ""


def third_person(frame: Frame, clause: Span) -> str:
    """Whom “he” stands for at the start of the clause: the first person named in the same sentence, else before it."""
    sentences = frame.sentences
    at = sentences.index(clause.start)
    here = Span(max(sentences.all[at].start, clause.start - _REACH), clause.start)
    for sentence in (here, *reversed(sentences.all[max(0, at - 8) : at])):
        if clause.start - sentence.start > _REACH:
            break
        for mention in within(frame.people, sentence):
            if isinstance(mention.value, Person):
                return mention.value.name
    return ""


def antecedent(frame: Frame, clause: Span) -> str:
    """What a clause without its subject speaks of: who stands before “who”, else the subject of the sentence."""
    sentence = frame.sentences.at(clause.start)
    start = max(sentence.start, clause.start - _REACH)
    before = frame.text[start : clause.start]
    if re.search(r"\bwho\s*$", before):
        people = [one for one in within(frame.people, Span(start, clause.start)) if isinstance(one.value, Person)]
        return people[-1].value.name if people and isinstance(people[-1].value, Person) else ""
    if re.search(r"\bwhich\W*$", before) or re.match(r"which\b", frame.text[clause.start : clause.start + 6]):
        noun = _RELATIVE_OF.match(before[-90:])
        return noun["who"] if noun else ""
    before = _AFTER_OPENING.sub("", before)
    named = _SUBJECT.match(before)
    if named and not _PRONOUN.match(before) and len(named["who"]) < 60:
        return named["who"]
    return third_person(frame, clause) if re.match(r"(?:He|She)\b", before) else ""


def _speaker(frame: Frame, offset: int) -> str:
    """Who gave the address, speech or testimony that the document is, from its title."""
    section = frame.document.section_at(offset)
    given = _GIVEN_BY.match(frame.document.title)
    if given is None or (section is not None and section.kind == "enclosure"):
        return ""
    bracketed = re.search(r"\(([^()]+)\)", given["who"])
    return bracketed[1] if bracketed else given["who"].split()[-1]


def _heading_at(frame: Frame, offset: int) -> Heading:
    """The heading of the enclosure the offset stands in, else of the document."""
    section = frame.document.section_at(offset)
    if section is None or section.kind != "enclosure":
        return frame.heading
    return find_heading(frame.text, Span(section.start, min(section.end, section.start + 600))) or Heading()


def _signature(frame: Frame, offset: int) -> str:
    """Who signed the part the offset stands in: the last line of it that is nothing but a name."""
    section = frame.document.section_at(offset)
    end = section.end if section else len(frame.text)
    found = _SIGNED.findall(frame.text[max(offset, end - 300) : end])
    return str(found[-1]) if found else ""


def _quotation(frame: Frame, offset: int) -> int | None:
    """Where a quotation began in the paragraph that is still open at the offset; None where there is none."""
    start = max(frame.paragraph(offset).start, offset - _QUOTED)
    before = frame.text[start : offset + 1]
    opened = before.rfind("“")
    return start + opened if opened > before.rfind("”") else None


def _quoted_speaker(frame: Frame, quotation: int) -> str:
    """Who is named right before a quotation with a verb of saying; else only that somebody is quoted."""
    lead = Span(max(frame.paragraph(quotation).start, quotation - 120), quotation)
    named = [one for one in within(frame.people, lead) if isinstance(one.value, Person)]
    if named and isinstance(named[-1].value, Person) and _SAYS.search(frame.text, named[-1].end, quotation):
        return named[-1].value.name
    return "the speaker quoted"
