"""Telling apart: the title of a paper cited, enclosed or at hand, with what tells it from others of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.extraction.events.cited.citations import paper_of_note
from dashboard.extraction.events.cited.ends import with_other_end
from dashboard.extraction.events.cited.parties import of_correspondence, sender_told, with_parties
from dashboard.extraction.events.cited.signed import signed_ends
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.lines.openness import open_references
from dashboard.extraction.events.lines.shortening import LONGEST, capital, heads_of, shortened
from dashboard.extraction.events.lines.standing import has_finite_verb, standing_of
from dashboard.extraction.events.lines.understood import LEAST_UNDERSTOOD
from dashboard.extraction.events.paper.context import contexts, document_label, with_context
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import UNKNOWN, kind_of_paper
from dashboard.extraction.events.paper.on_what import in_paper_on
from dashboard.extraction.events.paper.own_subject import caller
from dashboard.extraction.events.paper.papers import post, title_of
from dashboard.extraction.events.paper.telegraphese import in_english, spelled_out
from dashboard.extraction.events.paper.voices import names_near
from dashboard.extraction.events.titles.cited_content import says_itself, with_content
from dashboard.extraction.events.titles.missing_subject import with_subject
from dashboard.extraction.events.titles.relayed import passed_to
from dashboard.extraction.events.titles.wording import clause_words
from dashboard.model import Span

_LONE = re.compile(r"(?:[A-Z][\w-]+ )?[A-Za-z-]+(?: (?:No\. )?\d+(?:(?:, \d+)* and \d+)?)?")
"""A paper without writer or receiver: “Letter”, “Confidential despatch”, “Telegram 193”."""


def title_of_paper(frame: Frame, draft: Draft) -> str:
    """The title its rule gave a communication, with what the words around it tell of it, and whether it is to come."""
    title = _titled(frame, draft)
    if draft.rule == "citation":
        title = _BODY.sub(r" \1 the ", _TIME_OF_DAY.sub("", spelled_out(title)))
    return _BEFORE_CONTEXT.sub(", expected", title, count=1) if title and draft.status == "planned" else title


_BODY = re.compile(
    r" (from|to) (?=(?:Security Council|General Assembly|United Nations|[A-Z]\w+ (?:Embassy|Legation|Delegation))\b)"
)
"""“Report from United Nations Commission to Security Council”: bodies that a cable names without an article."""
_TIME_OF_DAY = re.compile(r" (?:on )?the (?:morning|afternoon|evening|night)$")
"""“to Sharett on the evening”, where the day behind it is no part of the title."""
_BEFORE_CONTEXT = re.compile(r"(?=,? cited in | \([^()]* to [^()]*\)$| \([a-z][^()]*(?:\([^()]*\))?[^()]*\)$)|$")
"""Where the title of a paper ends and the words begin that say in what it is cited."""


def _titled(frame: Frame, draft: Draft) -> str:
    """The same for a paper that was sent."""
    if draft.rule != "citation":
        return _recorded_by(frame, _enclosed(frame, draft) if _LONE.fullmatch(draft.title) else draft.title)
    handed_on = passed_to(frame, draft)
    if handed_on:
        return handed_on
    plain = with_other_end(frame, draft.evidence[0], draft.title)
    least = LEAST_UNDERSTOOD if _BOTH_ENDS_OR_MORE.search(plain) else _LITTLE
    told = says_itself(frame, draft.evidence[0], draft.title, least=least)
    if told:
        return told
    lone = bool(_LONE.fullmatch(draft.title))
    title = _cited(frame, draft) if lone else draft.title
    if lone and not title.startswith(draft.title):
        return title
    named = title.split(" cited in ")[0]
    if _BOTH_ENDS_OR_MORE.search(named):
        return says_itself(frame, draft.evidence[0], draft.title, least=least, by_the_way=True) or title
    told = with_content(frame, draft, draft.title if named != title else title, least=least)
    told = told or says_itself(frame, draft.evidence[0], draft.title, least=least, by_the_way=True)
    if told or named != title:
        return told or title
    title = with_other_end(frame, draft.evidence[0], title)
    tells = _BOTH_ENDS_OR_MORE.search(title) or has_finite_verb(title)
    return title if tells else in_paper_on(frame, draft.evidence[0].start, title)


_LITTLE = 0.2
"""The share of readers by whom it must be understood at least what a paper says of which one end is unknown."""


def _recorded_by(frame: Frame, title: str) -> str:
    """“Memorandum for Record by R. W. Komer on a call of Mr. Habib”: a record of which nothing else is told.

    With who signed it, and who called.
    """
    if not _FOR_RECORD.fullmatch(title):
        return title
    below, who = frame.document.notes, caller(frame)
    writer = signed_ends(frame.text, Span(frame.opening, below[0].start if below else len(frame.text))).sender
    return f"{title}{f' by {writer}' if writer else ''}{f' on a call of {who}' if who else ''}"


_FOR_RECORD = re.compile(r"(?i:memorandum for (?:the )?record)")
_BOTH_ENDS_OR_MORE = re.compile(r" from .+ to | between |: | about |, which ")
"""What tells enough of a paper: from whom to whom, or on what."""


def _cited(frame: Frame, draft: Draft) -> str:
    """“Telegram 193 from Baghdad”, “Memorandum of March 16 cited in …”: with whatever tells whose it is."""
    start = draft.evidence[0].start
    known = paper_of_note(frame, start, draft.title) or with_parties(frame.text, draft.evidence[0], draft.title)
    if known.endswith(" from the Department") and draft.title.startswith("Instruction"):
        to = post(frame.heading)
        known = f"{draft.title} from {frame.ministry.office}{f' to {to}' if to else ''}"
    if known:
        return shortened(known)
    kind = draft.title.split(" ", 1)[0].lower()  # what its sentence says besides happened on another day
    lines = [line for line in _whole_sentence(frame, draft) if kind in line.lower()]
    told = next((line for line in lines if not open_references(line)), "")
    if told:
        return told
    sender = sender_told(frame, draft.evidence[0])
    known = f" from {sender}" if sender else of_correspondence(frame, draft.evidence[0], draft.dates, draft.title)
    if known:
        return shortened(draft.title + known)
    numbered = draft.title[-1].isdigit()
    when = f" of {draft.dates[0].text}" if draft.dates and not numbered else ""
    where = " cited in a note to " if frame.in_notes(start) else " cited in "
    where = ", which repeats " if _REPEATED.search(frame.text, max(0, start - 24), start) else where
    label = document_label(frame, LONGEST - len(draft.title + when + where))
    return next(iter(lines), f"{draft.title}{when}{f'{where}{label}' if label else ''}")


def _enclosed(frame: Frame, draft: Draft) -> str:
    """“Letter from Stockholm enclosed in Despatch No. 7 from Mr. Angel …”, or what the document itself is called."""
    line = frame.words_at(draft.evidence[0])
    paper = _NAMED_PAPER.match(line)
    if paper:
        return f"{paper['paper']} enclosed in {document_label(frame, LONGEST - 12 - len(paper['paper']))}"
    if _WEEKDAY.match(line) and not draft.places:
        return _of_day(frame, draft.evidence[0])
    whence, label = _ends(frame, draft), document_label(frame)
    if draft.dates and frame.heading.sender and draft.title != title_of(frame.heading):
        unknown = draft.title == capital(UNKNOWN) and not whence
        enclosed = "Enclosure to" if unknown else f"{draft.title}{whence} enclosed in"
        return shortened(f"{enclosed} {title_of(frame.heading)}")
    numbered = _ENCLOSURE.fullmatch(label)
    if whence and numbered:
        return shortened(f"{capital(kind_of_paper(frame.text, None))}{whence} (enclosure {numbered['number']})")
    where = draft.places[0].as_written or draft.places[0].name if draft.places else ""
    return f"{label} at {where}" if where and _SPEECH.fullmatch(label) else label or f"{draft.title}{whence}"


def _ends(frame: Frame, draft: Draft) -> str:
    """“ from Wm. L. Dayton to Mr. Adams”: who signed an enclosure, else whence it is dated, and whom it greets."""
    evidence = draft.evidence[0]
    section, below = frame.document.section_at(evidence.start), frame.document.notes
    end = section.end if section and section.kind != "front" else below[0].start if below else len(frame.text)
    sender, recipient = signed_ends(frame.text, Span(evidence.end, end))
    alone = frame.heading.line is None or (section is not None and section.kind == "enclosure")
    whence = _whence(frame, draft)
    if sender and alone:
        whence = f" from {sender}{whence.replace(' from the', ' of the', 1).replace(' from', ' at', 1)}"
    return f"{whence}{f' to {recipient}' if recipient else ''}"


def _of_day(frame: Frame, heading: Span) -> str:
    """“Program for Tuesday, 12th September: Control of Strategic Bomber Force”, by whom it is told.

    Empty where the heading of a day tells nothing that is on it.
    """
    day = " ".join(frame.words_at(heading).split())
    first = _FIRST_LINE.match(frame.text, heading.end) or _FIRST_POINT.match(frame.text, heading.end)
    told_in = contexts(frame, heading.start)
    if len(day) >= _LONGEST_DAY or not first:
        return with_context(day, told_in) if len(day) >= _LONGEST_DAY else ""
    named = _PROGRAM.search(frame.text, max(0, heading.start - _PROGRAM_WITHIN), heading.start)
    kind = named.group().capitalize() if named else "Entry"
    return with_context(f"{kind} for {day}: {first['words']}", told_in)


def _whence(frame: Frame, draft: Draft) -> str:
    """“ from the Legation of the United States at London”: the office and the place that a paper is dated from."""
    evidence = draft.evidence[0]
    office = _OFFICE.search(frame.text, max(0, evidence.start - _OFFICE_WITHIN), evidence.end)
    place = draft.places[0].as_written or draft.places[0].name if draft.places else ""
    if not office:
        seat = None if place else _SEAT.match(" ".join(frame.words_at(evidence).split()))
        return f" from {place}" if place else f" from the {seat['seat']}" if seat else ""
    where = f" at {place}" if place and place not in office["office"] and "of State" not in office["office"] else ""
    return f" from the {office['office']}{where}"


_REPEATED = re.compile(r"\d\. Repeated (?:in|as) $")
_ENCLOSURE = re.compile(r"Enclosure (?P<number>(?:\d+ )?to document \w+)(?:: (?:[A-Z]|(?:Exhibit )?No\. \d+))?")
_SPEECH = re.compile(r"(?:Address|Remarks|Speech) by (?:(?! on | [Bb]efore |:).)+")
"""What is held at a place, where its label says not on what."""
_LONGEST_DAY = 45
_NAMED_PAPER = re.compile(r"(?P<paper>(?:Memorand(?:um|a)|Minutes|Report|Notes|Record) of (?:an? |the )?[^,]{4,60}),")
_FIRST_LINE = re.compile(
    r"\W*\n\s*(?:(?:[a-z]{1,2}|\d{1,2}|[ivx]+)[.)]\s)?(?P<words>[A-Z][^\n.;]{8,60}?)(?:[.;] ?)?(?=\n|$)"
)
_FIRST_POINT = re.compile(r"\W*\s(?:[a-z]{1,2}|\d{1,2}|[ivx]+)[.)]\s(?P<words>[A-Z][^\n.;]{8,60}?)\.?(?=[.;\n]|$)")
"""The first of what a programme lists, with its letter or number; on the same line only with one."""
_PROGRAM = re.compile(r"\b(?i:program(?:me)?|agenda|schedule|itinerary|calendar)\b")
_PROGRAM_WITHIN = 400
"""Characters above a day within which is told of what list it is a part."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
"""How the heading of a day in a programme or a diary begins."""
_OFFICE_WITHIN = 110
_OFFICE = re.compile(
    r"(?P<office>Foreign Office|Admiralty|Treasury|White House|Department of State"
    r"|(?:(?:United States|American|British|French) )?(?:Legation|Embassy|Consulate(?: General)?)"
    r"(?: of (?:the )?[A-Z]\w+(?: (?:of )?[A-Z]\w+)*)?(?: at [A-Z]\w+)?),"
)
"""The office a letter is dated from."""
_SEAT = re.compile(
    r"(?P<seat>(?:(?:Royal|Imperial|National|Presidential|General) )?(?:Palace|Castle|Château|Headquarters|Fort|Camp)"
    r"(?: (?:of |the )*[A-Z][\w’.-]+){0,3}), (?:[A-Z]|\d)"
)
"""“Palace of Necessidades, July 29, 1861”: a seat that no gazetteer knows."""


def _whole_sentence(frame: Frame, draft: Draft) -> Iterator[str]:
    """What the sentence says that cites the paper, where it is a title: “Harriman reported in telegram 3664 …”."""
    clause = frame.sentences.at(draft.evidence[0].start)
    if clause.end - clause.start < _CITED_ONLY or not frame.in_notes(clause.start):
        return
    words = capital(in_english(frame, clause, with_subject(frame, clause, clause_words(frame, clause, draft.dates))))
    words = capital(_CLERKS.sub("", words))
    lines = (words, *heads_of(words)) if not _LOST_PAPER.search(words) else ()
    yield from (line for line in lines if standing_of(line, names=names_near(frame, clause)).alone)


_CLERKS = re.compile(r"^\([^()]*\) |\.? \((?:[^()]*\d[^()]*|Ibid\.?)\)$")
"""Where a paper is filed, in brackets before or behind the sentence."""
_LOST_PAPER = re.compile(r"(?<!in) (?:telegram|despatch|letter|note)s? \d+$|^(?:Copy|Text|See)\b")
_CITED_ONLY = 60
"""Characters that a sentence has at least which says more of a paper than which it is."""
