"""Relayed: who passed a paper on to whom, by a note to its last words or by the sentence that cites it."""

from __future__ import annotations

import re

from dashboard.extraction.events.cited.citations import mark_of_note
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.lines.openness import open_references
from dashboard.extraction.events.lines.shortening import LONGEST, capital, shortened
from dashboard.extraction.events.paper.context import document_label
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.telegraphese import spelled_out
from dashboard.extraction.events.paper.voices import third_person
from dashboard.extraction.events.titles.resolving import resolved
from dashboard.model import Span

_DONE = re.compile(r"This was done\b")
_POST = r"(?:the )?[A-Z]\w+"
_PASS = re.compile(
    rf"\b(?:[Pp]ass|[Rr]epeat|[Rr]elay)(?: to)? (?P<whom>{_POST}(?:(?: |, | and | for ){_POST})*)(?: \d+)?[.,;]*\d*$"
)
"""“Department pass Paris”: what the writer asks for, right before the mark of the note."""
_REACH = 90


def relayed(frame: Frame, clause: Span) -> str:
    """“Telegram 303 from Saigon passed on to Paris”; empty where the note says anything else."""
    end = mark_of_note(frame, clause.start) if _DONE.match(frame.words_at(clause)) else 0
    found = _PASS.search(" ".join(frame.text[max(0, end - _REACH) : end].split())) if end else None
    if not found:
        return ""
    deed = f"passed on to {spelled_out(' and '.join(found['whom'].rsplit(', ', 1)))}"
    label = document_label(frame, LONGEST - len(deed) - 1)
    return f"{label} {deed}" if label else ""


def itself_passed_on(frame: Frame, clause: Span, told: str) -> str:
    """“Telegram 607 from Roosevelt to Churchill sent by the Map Room”, of “Sent by the Map Room”: what became of the
    document itself; empty where the words, put for a title, tell of anything else.
    """
    noted = frame.in_notes(clause.start)
    by_it = _PASSES_IT.match(told) if noted else None
    if by_it and _ABOUT_ITSELF.match(frame.words_at(frame.sentences.at(clause.start))):
        rest = by_it["rest"].split(",")[0] if by_it["rest"].startswith(" to ") else ""
        label = document_label(frame, LONGEST - len(by_it["who"] + rest) - 1)
        return f"{capital(by_it['who'])} {label[:1].lower()}{label[1:]}{rest}" if label else ""
    of_it = _OF_IT.match(told) if noted and _is_on_whole_paper(frame, clause.start) else None
    if of_it and (of_it["noun"] in (*_ANY_PAPER, frame.heading.paper.split(" ")[-1])):
        told = capital(told[of_it.end() :])
    if _ABOUT_ITSELF.match(told) or (noted and _BY_WHOM.match(told)):
        told = re.sub(r"^Received\.? (?=Transmitted|Repeated|Passed)", "", told).split(" and ")[0]
    else:
        deed = _ON_WHOLE.match(told) if noted and _is_on_whole_paper(frame, clause.start) else None
        if not deed:
            return ""
        told = f"was {deed['deed'].lower()}{told[deed.end() :]}"
    told = told if len(told) < _ITSELF_LONGEST else told.split(",")[0]
    label = document_label(frame, LONGEST - len(told) - 1)
    if label:
        return f"{label} {told[:1].lower()}{told[1:]}"
    return "" if told.startswith("was ") else capital(shortened(spelled_out(told)))


def passes_on(frame: Frame, clause: Span) -> str:
    """“Telegram 29 from … passes on a message of December 24 from Montevideo”, of “Following received from Montevideo,
    dated December 24”: what was received is what the paper is about; empty where the words say anything else.
    """
    words = " ".join(frame.words_at(clause).split())
    found = None if frame.in_notes(clause.start) else _RECEIVED.match(words)
    if not found:
        return ""
    noun = _CALLED.get(found["noun"], found["noun"]) or "message"
    what = noun if noun == "information" else f"a {noun}"
    lead = found["dated"] or ""
    dated = next((one.text for one in within(frame.dates, clause) if lead and f"{lead}{one.text}" in words), "")
    of = f" of {'the ' if lead.endswith('the ') else ''}{dated}" if dated else ""
    deed = f"passes on {what}{of} from {found['whom']}"
    label = document_label(frame, LONGEST - len(deed) - 1)
    return f"{label} {deed}" if label else ""


_RECEIVED = re.compile(
    r"(?:The )?[Ff]ollowing (?:(?:[a-z-]+ ){0,3}?(?P<noun>telegram|cable|message|radio|radiogram|letter|note|despatch"
    r"|communication|information|reply) )?(?:(?:was|has been|just|now) ){0,2}received (?:(?:today|here|by me) ){0,2}"
    r"from (?P<whom>(?:the )?[A-Z][\w’-]*(?:(?: (?:of|in|at|for|de|do|la|the))* [A-Z][\w’-]*){0,5})"
    r"(?:,? (?:in code|today))?(?:,? (?P<dated>(?:dated|under date of)(?: the)? )|(?=[.:;,]|$))"
)
"""“Following cable just received from Gibson at Rio de Janeiro”."""
_CALLED = {"radio": "radio message"}
_ABOUT_ITSELF = re.compile(r"(?:Received|Repeated|Rptd|Passed|Sent|Transmitted) (?:as|at|on|to|from|in|[A-Z\d])")
"""What an editor or a clerk says of the paper itself, without naming it."""
_BY_WHOM = re.compile(
    r"(?:Sent|Received|Repeated|Passed|Transmitted|Relayed|Forwarded|Originally dated) (?:by|via|through|to|[A-Z])"
)
"""What only an editor does, who says by whom."""
_ON_WHOLE = re.compile(
    r"(?:Copy |As )?(?P<deed>(?i:(?:read|approved|adopted|amended|circulated|delivered|handed|presented|published"
    r"|released|issued|signed|submitted|transmitted|forwarded|sent)(?: and )?)+ (?:by|in|to|at|through|with|under) )"
)
"""“As amended and approved by the Chiefs of Staff”, “Copy transmitted to the Department by Roosevelt”: a note to the
heading of a paper, or to the name below it, speaks of the paper."""
_OF_IT = re.compile(
    r"(?:The|This) (?P<noun>message|telegram|letter|note|memorandum|despatch|airgram|communication) (?:was|is) "
    r"(?=(?:relayed|transmitted|sent|forwarded|repeated|received|passed) )"
)
"""“The message was relayed by the War Department to Quebec”."""
_PASSES_IT = re.compile(
    r"(?P<who>(?:the )?[A-Z].{3,60} (?:transmitted|relayed|forwarded|repeated)) it\b(?: on [A-Z]\w+ \d+(?:, \d{4})?,?)?"
    r"(?P<rest>.*)"
)
"""“Sent to the Map Room, which transmitted it on September 18 to Stilwell”."""
_ANY_PAPER = ("message", "communication")
_ITSELF_LONGEST = 45


def passed_to(frame: Frame, draft: Draft) -> str:
    """“Carter sent Hesburgh’s memorandum to Eizenstat”: who passed on a paper that another wrote, or that is known.

    Empty where the words before the citation do not say so, or leave open which paper it was.
    """
    span, sentence = draft.evidence[0], frame.sentences.at(draft.evidence[0].start)
    paper, to = _DEFINITE.match(frame.words_at(span)), _TO.search(draft.title)
    did = _PASSES_ON.search(frame.text, max(sentence.start, span.start - _REACH), span.start) if paper and to else None
    who = third_person(frame, Span(*did.span("who"))) if did and did["who"] in _HE else did["who"] if did else ""
    if not (paper and to and did and who) or _DATES_ANOTHER.search(frame.words_at(span)):
        return ""
    line = f"{capital(who)} {did['did']} {did['copy'] or ''}{paper.group()}{to.group()}"
    if not paper["whose"]:
        line = f"{capital(who)} {did['did']}{_INFORMED.sub('', to.group())} {did['copy'] or ''}{paper.group()}"
        named = resolved(frame, sentence, line) if _is_on_whole_paper(frame, span.start) else line
        line = "" if named == line else named
    return line if line and len(line) <= LONGEST and not open_references(line) else ""


def _is_on_whole_paper(frame: Frame, offset: int) -> bool:
    """Whether the note that the offset is in belongs to the heading of its paper, or to the name below its text."""
    mark, line = mark_of_note(frame, offset), frame.heading.line
    below = frame.document.notes[0].start if frame.document.notes else 0
    return mark > 0 and line is not None and (mark <= line.end + _AT_EITHER_END or below - mark <= _AT_EITHER_END)


_HE = ("he", "she", "He", "She")
_AT_EITHER_END = 60
"""Characters from the heading, or from the end of the text, within which the mark of a note on the whole stands."""
_DATES_ANOTHER = re.compile(r" (?:under|with) an? \S+ \S+$")
"""“the memorandum to Vance under a June 27”: the date is that of another paper."""
_DEFINITE = re.compile(
    r"(?:[Tt]h(?:e|is|at)|(?P<whose>(?:the )?(?:[A-Z][\w.]+ ){0,3}[A-Z][\w.]+(?:[’']s|(?<=s)[’']))) "
    r"(?:message|letter|telegram|note|memorandum|report|despatch|paper|communication)\b"
)
_INFORMED = re.compile(r" for (?:his|her|their|its) information$")
_TO = re.compile(r" to (?!him\b|her\b|them\b|me\b|us\b)[^,;:()]+$")
_PASSES_ON = re.compile(
    r"(?P<who>(?:[Tt]he (?:[A-Z][\w’-]+ ){0,4}|(?!The |He |She |It |They |And |But )(?:[A-Z]\. |[A-Z][\w’-]+ ){0,2})"
    r"[A-Z][\w’-]+|[Hh]e|[Ss]he)(?:,? (?:however|also|then|later),?)? (?P<did>sent|forwarded|transmitted|telegraphed"
    r"|cabled|conveyed|communicated|delivered|handed|presented|gave|showed|submitted|passed) "
    r"(?P<copy>(?:an?|the|another) (?:copy|copies|text|substance|paraphrase|version|summary|translation|contents)"
    r"(?: in paraphrase)? of )?$"
)
"""“The White House Map Room sent a copy of”."""
