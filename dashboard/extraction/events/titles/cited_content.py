"""Cited content: what a note says stands in the paper that it cites, or which paper it passes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.extraction.events.cited.citations import paper_before_note
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.lines.compressing import compressed
from dashboard.extraction.events.lines.openness import open_references
from dashboard.extraction.events.lines.shortening import LONGEST, capital, heads_of, loses_sense
from dashboard.extraction.events.lines.standing import points_away, standing_of
from dashboard.extraction.events.lines.understood import least_understood, understood
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.events.paper.telegraphese import in_english
from dashboard.extraction.events.paper.voices import names_near, third_person
from dashboard.extraction.events.titles.missing_subject import with_subject
from dashboard.extraction.events.titles.own_paper import paper_noted
from dashboard.extraction.events.titles.wholeness import Wholeness
from dashboard.extraction.events.titles.wording import tidy
from dashboard.model import Span

_SAYS = (
    r"(?:reported|informed|advised|instructed|stated|said|indicated|replied|responded|authorized|noted|suggested"
    r"|recommended|requested|asked|explained|summarized|expressed|described|told|warned|proposed|commented|cabled"
    r"|telegraphed|added|concluded|reiterated|confirmed|urged|agreed|complained|provided|approved|objected|cautioned)"
)
_IN_IT = re.compile(r"(?:^|(?<=\) )|(?<=[;.] ))In (?:an? |his |its |their )?(?P<series>\w*tel(?:egram)?s? )?$")
_SAID_IN_IT = re.compile(rf"\b{_SAYS}\b[^.;()]{{0,70}} (?P<lead>(?:in|by) (?:(?:his|its|the|a|telegram) )?)$")
_IN_BRACKETS = re.compile(r"\((?:see |[Ii]n )?(?:(?:telegram|despatch|airgram)s? )?$")
_PASSIVE = re.compile(
    r"^(?P<what>.{4,110}?),? (?:was|were|is|are) (?:also )?(?P<how>transmitted|sent|conveyed|forwarded|communicated"
    r"|contained|quoted|given|relayed|reported|discussed|described|summarized|outlined|explained)"
    r"(?: to (?:the )?(?:(?:[A-Z]\w+|of|and|the) ?){1,6})?(?: by [^,;()]{3,50}?)? in (?:telegram )?$"
)
_WITH = frozenset(
    ["transmitted", "sent", "conveyed", "forwarded", "communicated", "contained", "quoted", "given", "relayed"]
)
_PAPER = r"(?:message|letter|telegram|note|memorandum|communication|report|despatch|aide-mémoire|reply)"
_ITSELF = re.compile(rf"(?:The |This )?(?:(?:full |complete )?text(?: of (?:the|this) {_PAPER})?|{_PAPER}|It)")
"""What a note to a heading calls the paper whose heading it is."""
_PASSED_ON = re.compile(
    rf"^(?:(?:This|The) {_PAPER}(?: was)? |Also )?(?P<what>Copy |Copies |Text )?"
    r"(?P<how>[Rr]epeated|[Tt]ransmitted|[Ff]orwarded|[Ss]ent|[Rr]elayed|[Ee]nclosed)\b[^.;:()]{0,110}?(?<! as)"
    r" (?:in|under|with|by) (?:(?:his|its|the|a|covering|telegram|despatch) ?){0,3}(?:\w+ \d+, )?$"
)
"""“Repeated in”, “Copy transmitted to the Department by the Chargé in China in his covering”."""


def with_content(frame: Frame, draft: Draft, title: str, *, least: float) -> str:
    """“Telegram 58 from Jerusalem: Burns had sent messages to both parties”; empty where the note does not say.

    Or “…, which repeats Telegram 323 from Livengood …”, “… with the text of the draft communiqué”. What the paper is
    told to say must be understood by the share `least` of readers.
    """
    names = names_near(frame, draft.evidence[0])
    for joint, words in _told(frame, draft):
        if joint not in (_SAYS_SO, " "):
            line = f"{title}{joint}{words}"
            if len(line) <= LONGEST:
                return line
            continue
        lead = len(title) + len(joint)
        for line in _lines(words if joint == _SAYS_SO else f"{title} {words}", LONGEST - lead * (joint == _SAYS_SO)):
            told = line if joint == _SAYS_SO else f"{title}{_CAME}{line.removeprefix(title)}"
            if standing_of(told, names=names).alone and _says(line, title, least):
                return told_once(title, line) if joint == _SAYS_SO else line
    return ""


def told_once(title: str, line: str) -> str:
    """“Telegram 58 from Cairo: the arms had come”, “Telegram 58 from Komer replied to it”: what a paper says.

    Without who says it, where the title ends with the same.
    """
    who, _, said = line.partition(": ")
    if said and title.lower().endswith(f" {who.lower()}"):
        return f"{title}{_SAYS_SO}{said}"
    sender = title.rpartition(" from ")[2].removeprefix("the ")
    post = re.escape(sender.split(" ", 1)[0])
    again = re.match(rf"(?:(?:The )?{re.escape(sender)}|The {post}) (?=(?:also )?{_SAYS}\b)", line)
    return f"{title} {line[again.end() :]}" if again else f"{title}{_SAYS_SO}{line}"


_CAME = " came"
"""The verb put in where a participle tells of a paper, to ask whether the line stands: “Letter … asking Egypt to …”."""


def _says(line: str, title: str, least: float) -> bool:
    """Whether the line leaves nothing open, and its words but for the paper's title are understood by so many."""
    says = line.removeprefix(title)
    return open_references(line) < _OPEN and understood(says, says) >= least


def says_itself(frame: Frame, span: Span, title: str, *, least: float, by_the_way: bool = False) -> str:
    """“Telegram 437 from Amman reported a discussion with King Hussein”: what the words behind the span say it says.

    By at least the share `least` of readers understood. `by_the_way`: whether a clause with “which” counts, where the
    sentence says something else of the paper.
    """
    sentence = frame.sentences.at(span.start)
    end = min(sentence.end, span.end + _LONGEST_SENTENCE)
    found = _SAYS_ITSELF.match(frame.text, _behind(frame, span, sentence), end)
    if not found or (found["which"] and not by_the_way):
        return ""
    words = _BY_THE_WAY.sub("", _FILED.sub("", " ".join(found["what"].split()))).rstrip(" .")
    names = names_near(frame, span)
    lines = (line for line in _lines(f"{title} {words}", LONGEST) if standing_of(line, names=names).alone)
    return next((line for line in lines if _says(line, title, least)), "")


def says_dated(frame: Frame, clause: Span) -> str:
    """“Telegram 102 from Jerusalem reported the withdrawal”, of a note “Dated October 3, it reported the withdrawal”.

    Empty where the clause does more than date the paper before the mark of its note, or nothing is said of that.
    """
    dated = frame.in_notes(clause.start) and _DATED.match(frame.words_at(clause))
    paper = _WHITHER.sub(r"\g<whence>", paper_before_note(frame, clause.start)) if dated else ""
    told = says_itself(frame, clause, paper, least=0, by_the_way=True) if paper else ""
    return told if told and understood(told, told) >= least_understood(told) else ""


_DATED = re.compile(r"Dated [^,;]{3,20}$")
_WHITHER = re.compile(r"(?<=\d)(?P<whence> from .+?) to .+$")
"""Whither a telegram went that its number and whence it came tell from others."""
_BY_THE_WAY = re.compile(
    r" (?:the previous|that same|the same) (?:day|evening|night|morning|afternoon)\b| (?:that|the same) day\b"
    r"| on that date\b"
)


def _lines(words: str, room: int) -> Iterator[str]:
    """The words, or fewer, that are whole and fit the room."""
    if len(words) <= room:
        yield words
        return
    whole = Wholeness(words, words)
    for line in (*compressed(words, room), *heads_of(words)):
        if len(line) <= room and not loses_sense(words, line) and not whole.lacks(line):
            yield line


_LONGEST_SENTENCE = 1_500
"""Characters of a sentence that is read for what it says of a paper."""
_SAYS_SO = ": "
_OPEN = 0.5
"""What the words said to stand in a paper may leave open."""


def _told(frame: Frame, draft: Draft) -> Iterator[tuple[str, str]]:
    """What joins it to the title of a paper, and what is said of the paper, the surest first."""
    span = draft.evidence[0]
    sentence = frame.sentences.at(span.start)
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return
    before = _CLERKS.sub("", _LABEL.sub("", frame.text[sentence.start : span.start]))
    doing = _DOING.match(frame.text, _behind(frame, span, sentence), sentence.end)
    if doing:
        yield " ", _BY_THE_WAY.sub("", _SEEN.sub("", " ".join(doing["what"].split())))
    reports = _NEXT.match(frame.text, sentence.end, frame.paragraph(span.start).end)
    if reports and reports["noun"].lower() in draft.title.lower():
        yield " ", " ".join(reports["what"].split())
    if not frame.in_notes(span.start):
        if _IN_IT.search(before):
            yield from _in_a_line(frame, draft, *next(_sentences(frame, span, sentence, before)))
        return
    passed_on, passive = _PASSED_ON.match(before), _PASSIVE.match(before)
    if passed_on:
        label = paper_noted(frame, span.start)
        joint = ", which repeats " if passed_on["how"].lower() == "repeated" else " with a copy of "
        yield from [(joint, label)] if label else []
    elif passive:
        yield from _passive(frame, span, passive)
    else:
        for clause, words in _sentences(frame, span, sentence, before):
            yield from _in_a_line(frame, draft, clause, words)


def _in_a_line(frame: Frame, draft: Draft, clause: Span, words: str) -> Iterator[tuple[str, str]]:
    """The words of the clause for a title; none where the editors tell in them of what came after the paper."""
    words = _CLERKS.sub("", " ".join(words.split()))
    if _REFERS.match(words) or (clause.end <= draft.evidence[0].start and _tells_of_later(frame, draft, clause)):
        return
    he = _HE.match(words)
    words = tidy(f"{third_person(frame, clause) or he.group()}{words[he.end() :]}" if he else words)
    words = capital(in_english(frame, clause, with_subject(frame, clause, words)))
    if words:
        yield _SAYS_SO, words


def _tells_of_later(frame: Frame, draft: Draft, clause: Span) -> bool:
    """Whether the clause has a date that is later than the paper's."""
    sent = date_of(draft.dates[0]) if draft.dates else None
    told = (date_of(mention) for mention in within(frame.dates, clause))
    return any(one.earliest > sent.latest for one in told if sent and sent.latest and one and one.earliest)


_HE = re.compile(r"(?:He|She)\b")
_REFERS = re.compile(r"(?:Reference is|See|For|Presumabl[ey]|Apparently|Possibly|Regarding|Concerning)\b")
_CLERKS = re.compile(
    r"^(?:\([^()]*\)\.? )+|^In (?:that|this|the same|another) (?:\w+ )?(?:telegram|message|letter|note|despatch), "
)
"""Where the paper before is filed, in brackets; “in that telegram”, which the title names."""
_FILED = re.compile(r"\.? \((?:[^()]*\d[^()]*|Ibid\.?)\)\.?$")
_SEEN = re.compile(r",? (?:see|for which see|printed|not printed|infra|supra|ante|post)\b.*$")
"""Where the editors say that the paper is printed, behind what it does."""
_NEXT = re.compile(
    r"\s*(?:The|This) (?:enclosed )?"
    r"(?P<noun>despatch|telegram|letter|note|memorandum|report|message|airgram|circular)"
    r" (?P<what>(?:reports?(?: up)?(?:on)?|describe[sd]?|state[sd]?|discusse[sd]|summarize[sd]|contain(?:s|ed)"
    r"|outline[sd]|recommend(?:s|ed)|request(?:s|ed)|suggest(?:s|ed)|reported|indicate[sd]|transmit(?:s|ted)|enclose[sd])"
    r" (?:[^;:()\[\]“”.\n]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bDr)\.){8,400})"
)
"""The sentence behind that which cites a paper, where it says what the paper says: “The despatch reports that …”."""
_DOING = re.compile(
    r"(?P<what>(?:in which (?:he|she|it) (?=[a-z]+s )|stating|saying|reporting|requesting|asking|enclosing"
    r"|transmitting|forwarding|announcing|advising"
    r"|describing|suggesting|proposing|recommending|inviting|submitting|expressing|urging|protesting|confirming"
    r"|instructing|authorizing|acknowledging|setting forth|calling) "
    r"(?:[^;:()\[\]“”.\n]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bDr)\.){8,400})"
)
"""“, requesting their views on the Alpha statement”."""
_SAYS_ITSELF = re.compile(
    r"(?P<which>which |and |it )?(?P<what>(?:reported|states?|stated|instructed|authorized|summarized|described"
    r"|transmitted|requested|recommended|informed|advised|noted|discussed|conveyed|reviewed|indicated|asked|urged|warned"
    r"|suggested|proposed|approved|explained|reiterated|replied|responded to|provided|contain(?:s|ed)|listed|repeated"
    r"|confirmed|concluded"
    r"|expressed|quoted|outlined|raised|supported|opposed|referred to|gave|told) \S.*)"
)
_LABEL = re.compile(r"^\s*(?:\d{1,3}|[*†‡a-z])\.? (?=[A-Z(])")


def _sentences(frame: Frame, span: Span, sentence: Span, before: str) -> Iterator[tuple[Span, str]]:
    """The clause in which a note says what the paper says, without the citation."""
    end = _behind(frame, span, sentence)
    if _IN_IT.search(before):
        yield Span(end, sentence.end), frame.text[end : sentence.end]
    elif _IN_BRACKETS.search(before):
        start = frame.text.rfind("(", sentence.start, span.start)
        since = max(sentence.start, frame.text.rfind(")", sentence.start, start) + 1)
        joined = _JOINED.match(frame.text, since, start) if since > sentence.start else None
        since = joined.end() if joined else since
        at = frame.sentences.index(span.start)
        if frame.text[since:start].strip():
            yield Span(since, start), frame.text[since:start]
        elif at and frame.paragraph(span.start).start <= (last := frame.sentences.all[at - 1]).start:
            yield last, frame.words_at(last)
    elif said := _SAID_IN_IT.search(before):
        lead = frame.text[sentence.start : span.start].rstrip()
        lead = lead[: len(lead) - len(said["lead"].rstrip())].rstrip(" ,")
        yield sentence, f"{_LABEL.sub('', lead)} {frame.text[end : sentence.end]}"


_JOINED = re.compile(r"[;,]?(?: (?:and|but|while|then))?,? ?")
"""What joins to the clause before one whose source stands in brackets of its own."""


def _behind(frame: Frame, span: Span, sentence: Span) -> int:
    """Where the sentence goes on behind a citation and its page: “, p. 355, that …”."""
    found = _PAGE.match(frame.text, span.end, sentence.end)
    return found.end() if found else span.end


_PAGE = re.compile(
    r"(?:(?:(?<=\bMr|\bDr)|(?<=\b[A-Z]))\. (?:[A-Z]\. )*[A-Z][\w’-]+(?: [A-Z][\w’-]+)?"
    r"(?:, [A-Z][^.,;:()]{3,60}(?=,))?)?"
    r"\d{0,2}"
    r"(?:,? (?:\d{1,2}(?::\d\d)? [ap]\. ?m\.|p\. \d+|not printed|infra|supra|ante|post)|,? ?\([^()]*\))*[,;]? ?"
)
"""The rest of a name that its point cuts off, and what stands of hours, pages and files behind a citation."""


def _passive(frame: Frame, span: Span, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """“The text of the draft communiqué was transmitted in”: with what, or on what, the paper is."""
    what, sent = found["what"], found["how"] in _WITH
    if _ITSELF.fullmatch(what):
        label = paper_noted(frame, span.start)
        if label:
            yield (" with the text of " if sent else " on "), label
        return
    what = re.sub(r"^(The|A|An|This|These|His|Its)\b", lambda word: word.group().lower(), what)
    if not points_away(what) and open_references(capital(what)) < _OPEN:
        yield (" with " if sent else " on "), what
