"""In the sentence: from whom and to whom a cited paper went, as the sentence that cites it says."""

from __future__ import annotations

import re

from dashboard.extraction.events.cited.ends import Ends, ministry_in, own_ends
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.papers import heading_at, paper_title, post
from dashboard.extraction.events.paper.voices import third_person
from dashboard.model import Span

_NAME = (
    r"(?:(?:Mr|Mrs|Dr|Gen|Col)\. |(?:General|Ambassador|Minister|Secretary|President|Senator) )?"
    r"(?:[A-Z]\. )*[A-Z][\w’-]+(?: (?:[A-Z]\. )*[A-Z][\w’-]+){0,2}"
)
_NOBODY = (
    r"(?!(?:He|She|It|They|We|I|You|The|This|That|These|Those|And|But|Who|Which|In|On|At|As|For|See|Also|Copy|Copies"
    r"|Texts?|Note|Reference|Ibid)\b)"
)
_ALSO = r"(?:(?:however|also|then|later|again|further|[a-z]+ly),? )?"
_SAYS = (
    r"(?:stat|report|inform|advis|recommend|suggest|propos|request|indicat|express|explain|describ|summari[sz]|submitt?"
    r"|instruct|urg|warn|ask|point|reiterat|recall|conclud|inquir)(?:ed|es|s)?\b"
    r"|(?:said|says|wrote|writes|told|tells|notes|noted)\b"
)
_REACH = 170
"""Characters around a citation in which its sentence may say whose it is."""


def writer_told(frame: Frame, span: Span, owner: str, paper: str) -> str:
    """Who wrote the cited paper by its sentence: “Roosevelt sent a message”, “In a letter of May 3, Hull stated”."""
    sentence = frame.sentences.at(span.start)
    since = max(sentence.start, span.start - _REACH)
    if owner.lower() in ("his", "her"):
        return third_person(frame, span)
    body = _OF_BODY.search(frame.text, since, span.start)
    if body and not owner:
        return f"the {body['who']}" if body["article"] else body["who"]
    town = _OF_TOWN.search(frame.text, since, span.start) if _WIRED.match(paper) and not owner else None
    if town and town["who"] in frame.towns:
        return town["who"]
    by = _BY_BODY.search(frame.text, since, span.start)
    if by:
        return "the Department of State" if by["who"] == "the Department" else by["who"]
    sent = _SENT.search(frame.text, since, span.start)
    if sent:
        return sent["who"]
    if _IN_A.search(frame.text, max(0, span.start - 3), span.start + 2):
        wrote = _WROTE.match(frame.text, span.end, span.end + _REACH)
        if wrote:
            return wrote["who"] or wrote["office"] or wrote["body"]
    said = _SAYS_IN.search(frame.text[since : span.start])
    says = said and (said["says"] or _SAID.match(frame.text, span.end, span.end + _REACH))
    return said["who"] if said and says else ""


_OF_BODY = re.compile(
    r"(?P<article>\b(?:[Aa]n?|[Tt]he) )?\b(?P<who>(?!(?:REF|SUBJ|FYI|SEE|FOR|TOP|THE|AND)\b)[A-Z]{3,6}) $"
)
"""“a JCS memorandum”, “UNCFI report”."""
_OF_TOWN = re.compile(r"\b(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?) $")
"""“Baghdad airgram A–311”."""
_WIRED = re.compile(r"telegram|airgram|despatch|dispatch|cable", re.IGNORECASE)
_BY_BODY = re.compile(
    r"\b(?:[Rr]epeated|[Ss]ent|[Tt]ransmitted|reported|cabled|telegraphed) by"
    r" (?P<who>the (?:Department|Embassy|Legation|Consulate)(?: (?:in|at) [A-Z]\w+)?"
    r"|the [A-Z][^.;:(),]{5,90} \([A-Z][\w’-]+\)) in (?:its |his )?$"
)
"""“was repeated by the Department in”."""
_IN_A = re.compile(r"\bIn $|\bIn a$|\bIn an?\b|\bIn th")
_WROTE = re.compile(
    rf"\d{{0,2}}(?:(?:, [A-Z][^.;:(),]{{3,90}})?, {_NOBODY}(?P<who>{_NAME})(?:, [A-Z][^.;:()]{{3,110}}?,)?"
    rf"|,? (?P<office>the [A-Z][^.;:(),]{{5,90}} \([A-Z][\w’-]+\))"
    rf"|(?:, [a-z][a-z ]{{3,30}})?, (?P<body>the [A-Z][\w’-]+(?: (?:of (?:the )?|for )?[A-Z][\w’-]+){{1,5}}))"
    rf" (?:also |had )?(?:{_SAYS})"
)
"""“In a memorandum of May 18 to Mr. Lovett, Mr. Henderson stated”: who wrote it."""
_SENT = re.compile(rf"\b{_NOBODY}(?P<who>(?:[A-Z][\w’-]+ )?[A-Z][\w’-]+),? {_ALSO}(?:sent|wrote|addressed) $")
"""“Roosevelt, however, sent a message to Stettinius”."""
_SAYS_IN = re.compile(
    rf"(?:^|[.;:”)] ){_NOBODY}(?P<who>{_NAME}),? {_ALSO}(?P<says>(?:concurred|agreed|replied|responded|answered) )?"
    r"in (?:an? |his |her )?$"
)
_SAID = re.compile(rf"\d{{0,2}},? {_ALSO}(?:{_SAYS})")
"""“Cadogan also in letter to Jessup today reiterated”."""


def body_told(frame: Frame, span: Span, owner: str) -> str:
    """“the Department’s” for “its” behind “suggested by the Department in”; else the owner as it is."""
    if owner.lower() not in ("its", "their"):
        return owner
    start = max(frame.sentences.at(span.start).start, span.start - _REACH)
    found = _OF_A_BODY.search(frame.text[start : span.start])
    return f"{found['body']}’s" if found else owner


_OF_A_BODY = re.compile(
    r"\b(?P<body>[Tt]he (?:Department|Embassy|Legation|Consulate General|Consulate|Mission|[A-Z]\w+ [Gg]overnment"
    r"|(?:[A-Z]\w+ )+(?:Committee|Council|Commission|Board|Chiefs of Staff)))(?: [a-z]+){0,3},? in $"
)


def recipient_told(frame: Frame, span: Span, ends: Ends, paper: str) -> str:
    """To whom a cited paper went of which the sender is known: to the writer who received it, to whom the words behind
    its writer’s office name, to the post that a ministry writes notes to; empty where nothing says so.
    """
    heading = heading_at(frame, span.start)
    got = _GETS.search(frame.text, max(frame.sentences.at(span.start).start, span.start - _REACH), span.start)
    if got:
        return got["who"]
    answered = _REPLIES_TO.search(frame.text, max(0, span.start - _REACH), span.start)
    if answered:
        return answered["who"]
    if not frame.in_notes(span.start) and _is_received(frame, span):
        return own_ends(frame, span.start, heading).sender
    other = _TO_WHOM.match(frame.text, span.end, span.end + _REACH)
    if other:
        return other["to"]
    ministry = _MINISTRY.fullmatch(ends.sender) and _NOTE.match(paper)
    return post(heading) if ministry and ministry_in(frame, heading) else ""


def _is_received(frame: Frame, span: Span) -> bool:
    """Whether the writer says that he received the paper: “has been duly received”, “We have received …”."""
    before = _HAVE_IT.search(frame.text, max(0, span.start - 60), span.start)
    return bool(before or _IS_HERE.match(frame.text, span.end, span.end + 60))


_HAVE_IT = re.compile(
    r"\b(?:(?:I|[Ww]e) have|that it has) (?:also |duly |just )?received (?:from )?$"
    r"|\b(?:am|are|is) in receipt of $|\backnowledges? (?:the )?receipt of $"
)
_REPLIES_TO = re.compile(
    rf"\b{_NOBODY}(?P<who>{_NAME})[’'](?:s )?(?:[a-z]+ )?(?:reply|answer|response"
    r"|(?:telegram|letter|note|message) (?:in reply|replying|answering)) to (?:the )?$"
)
"""“Nehru’s telegram replying to Liaquat’s telegram”: who answers it received it."""
_GETS = re.compile(
    rf"(?:^|(?<=[,.;)] )|\bthat )(?P<who>the (?:Secretary(?: of State)?|President|Department(?: of State)?"
    rf"|Prime Minister)|{_NOBODY}{_NAME})(?: had| has)? (?:also )?received $"
)
"""“The Secretary received Macmillan’s message”."""
_IS_HERE = re.compile(r"[\s\d,().No]{0,18}(?:has|have|was) (?:also )?(?:been )?(?:duly )?received\b(?! (?:by|at|in)\b)")
_TO_WHOM = re.compile(
    r"\d{0,2}(?:, (?:[A-Z][^.;:()]{3,90}?, )?"
    r"|,? which (?:(?:[A-Z][\w’-]+|he|she) )?(?:has |have |had |was |were )?(?:been )?"
    r"(?:delivered|handed|sent|addressed|given|presented|written) (?:by [A-Z][\w’-]+ )?"
    r"| (?=to (?:the )?[A-Z][\w’ -]{2,40} in (?:reply|response)\b))"
    rf"to (?P<to>(?:the )?{_NOBODY}{_NAME})(?=[,.;:)]| (?:in|on|of)\b)"
)
"""“by Harry N. Howard, Adviser in the Division of …, to Mr. Jernegan.”, “which Coste-Floret delivered to Bao Dai”."""
_MINISTRY = re.compile(
    r"the (?:Foreign Office|(?:Foreign Ministry|Ministry (?:of|for) Foreign Affairs)(?: of [A-Z]\w+)?)"
)
_NOTE = re.compile(r"(?:note|aide|memorandum)\b", re.IGNORECASE)


def under_cover(frame: Frame, span: Span, party: str) -> str:
    """“Memorandum from Lake to Vance”: the paper under which another was passed on, where the date is its own.

    “Lake sent the memorandum to Vance under a June 27 action memorandum”; empty for anything else.
    """
    to = _UNDER_A.match(party)
    behind = _COVER.match(frame.text, span.end, span.end + 60) if to and not to["paper"] else None
    paper = (to["paper"] or (behind["paper"] if behind else "")) if to else ""
    since = max(frame.sentences.at(span.start).start, span.start - _REACH)
    sent = _PASSED_ON.search(frame.text, since, span.start) if paper else None
    if not (to and sent):
        return ""
    who = sent["who"]
    if who in ("he", "she", "He", "She"):
        who = third_person(frame, Span(sent.start("who"), sent.end("who")))
    return paper_title(paper, sender=who, recipient=to["to"]) if who else ""


_UNDER_A = re.compile(
    r"to (?P<to>(?:the )?[A-Z][^,.;:()\d]{2,50}?) (?:under(?: cover of)?|with) an?"
    r"(?:(?: [a-z]+){0,2}? (?P<paper>memorandum|note|letter|telegram)(?: dated| of)?)?$"
)
_COVER = re.compile(r"\d{0,2},? (?:[a-z]+ ){0,2}?(?P<paper>memorandum|note|letter|telegram|despatch|message)\b")
_PASSED_ON = re.compile(
    rf"\b(?P<who>{_NOBODY}{_NAME}|[Hh]e|[Ss]he),? {_ALSO}(?:did |had )?"
    r"(?:sen[dt]|forward(?:ed)?|transmit(?:ted)?|submit(?:ted)?|pass(?:ed)?|return(?:ed)?|convey(?:ed)?)\b[^.;:]{0,70}$"
)
