"""Teller: whose voice the evidence is: the document's author, a speaker it reports, or an editor's note."""

from __future__ import annotations

import re

from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.present import present
from dashboard.model import Person, Span

_VERB = (
    r"(?:said|says|repli(?:ed|es)|stat(?:ed|es)|remarked|answered|added|pointed out|recalled|observed|declared|told"
    r"|explained|repeated|went on|agreed(?: with \w+)?(?= that\b)|asked|continued|insisted|maintained|felt|thought"
    r"|inquired|expressed|emphasized|stressed|indicated|noted|inform(?:ed|s)|report(?:ed|s)|den(?:ied|ies)"
    r"|claim(?:ed|s)|charg(?:ed|es)|assert(?:ed|s)|alleg(?:ed|es)|assured|complained|confirmed|admitted|announced"
    r"|wr(?:ote|ites)|telegraphed|cabled|proposed|suggested|mentioned|concluded|warned|referred to|spoke of"
    r"|(?:had|wished|wanted) to (?:say|tell))"
)
_ADVERB = r"(?:(?:also|then|again|further|merely|now|himself|later|therefore|first|finally|publicly)\b ?)"
_SAYS = re.compile(rf"\b(?P<pluperfect>(?:had|has|have) (?!to\b))?{_ADVERB}*\b{_VERB}\b(?! by\b)")
_BY_WHOM = re.compile(
    r"\b(?:informed|told|assured|advised) by (?P<who>(?:the )?[A-Z][\w.’'-]*"
    r"(?: (?:of |for |in )?(?:the )?[A-Z][\w.’'-]*){0,5})"
)
"""“Sadoullah Bey was informed by Prince Bismarck at Berlin that”."""
_NO_SUBJECT = (
    r"(?:He|She|They|It|We|I|This|These|That|Those|There|In|On|At|As|If|When|While|After|Before|For|But|And|My|Our|His"
    r"|Her|Their|Its|Such|Both|Who|Which|However|Thus|Then|No|Not|To|Under|With|By|From|Since|Until|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)"
)
_ASIDE = r"(?:, (?:[^,;.]|\b[A-Z][a-z]{0,3}\.){3,160},)?"
_WHO = (
    rf"(?P<who>\b(?!{_NO_SUBJECT}\b)(?:[Tt]he |An? |Mr\. |M\. )?[A-Z][\w’'-]*\.?"
    r"(?: (?:of |for |in |and |to |von |van |de )?(?:the )?(?:Mr\. )?[A-Z][\w.’'-]*){0,6}(?: ?\([A-Z][\w. ]+\))?)"
)
_SUBJECT = re.compile(
    rf"{_WHO}"
    rf"{_ASIDE},? (?:however, |therefore, )?(?:[a-z]+ [^,;.]{{0,50}}?,? ?and )?{_ADVERB}*$"
)
"""Who stands before a verb of saying, perhaps with an aside: “Marshal Tito, in a note of March 11, | denied”."""
_BEGINS = re.compile(rf"{_WHO} [a-z]+ed\b")
"""Whom “he” of the next sentence means: “The Japanese Ambassador | called at his request”."""
_BEHIND = re.compile(rf", {_WHO} (?:says|said|stated|states|reports|declared|declares|believes)[.;,](?=\s|\Z)")
"""“No troops have crossed since the armistice, the Marshal says.”"""
_SPEAKS = re.compile(
    r"(?:said|says|told|replied|recalled|remarked|den(?:ied|ies)|warned|insisted|assure[ds]|wr(?:ote|ites))\b"
)
"""What only somebody can do, so that whatever name stands before it is somebody’s: no “developments reported”."""
_GOES_ON = re.compile(
    r"(?:^|[\s(])(?:(?:His|Her) (?:Highness|Majesty|Excellency|Lordship|Eminence)|He|She|They|he|she|they|who)"
    r"(?: who [^,;]{3,60})?,? (?:however, )?[a-z]* ?$"
)
_OWN = re.compile(r"(?:^|[\s(])(?:I|We|we|It)(?: [a-z]+)? ?$")
"""“I told him that”, “It was reported that”: the paper says so itself."""
_SUBORDINATE = re.compile(r"\b(?:that|which|who|whom|when|where|if|because|since|while|although|as|what|how|whether)\b")
_THAT = re.compile(r"\bthat\b|[:,]? ?[“\"]|: ")
_ADJUNCT = re.compile(
    r"(?:[\W\d]|\b(?:me|us|him|her|them|you|on|in|at|the|of|to|by|under|date|yesterday|today|here)\b)*"
)
_DECIDED = re.compile(r"It was (?:then |also )?(?:agreed|decided|understood|arranged|reported|said|rumou?red)\b")
_REACH = 3_500
"""Characters before the words within which he who speaks is named: long answers run over several paragraphs."""
_LONGEST = 300
"""Characters before a verb of saying in which its subject is looked for."""
_LEAD = 100
"""Characters behind a verb of saying within which “that” begins what was said."""


def teller_of(frame: Frame, offset: int) -> str:
    """Who says what stands at the offset: “note”, “author”, “speaker: Stalin”, “writer: Truman” of a paper enclosed.

    Who is said to say something says what follows the verb (“Tito, in a note of March 11, denied that …” is the
    paper's own word of the note, and Tito's of the rest); in the record of a talk he goes on until another speaks.
    """
    if frame.in_notes(offset):
        return "note"
    heading = heading_at(frame, offset)
    paragraph = frame.paragraph(offset)
    speaker = _speaks_in(frame, Span(max(paragraph.start, offset - _REACH), offset), talk=heading.is_talk)
    if speaker is None and heading.is_talk:
        speaker = _spoke_before(frame, paragraph.start)
    return f"speaker: {speaker}" if speaker else _writer(frame, heading)


def _writer(frame: Frame, heading: Heading) -> str:
    """The author, or who wrote the paper within the document that stands under a heading of its own."""
    if heading is frame.heading or heading.is_talk or not heading.author:
        return "author"
    writer = _short(heading.author)
    return "author" if writer == _short(frame.heading.author) else f"writer: {writer}"


def _short(author: str) -> str:
    """“Truman” of “[Draft of Letter From President Truman”, “Hyland” of one of a staff; a body or an office in full."""
    who = _office(re.split(r" [Ff]rom |,", author)[-1 if "rom " in author else 0].strip("[] "))
    return who if who.startswith("the ") else who.split(" of ")[0].split(" ")[-1]


def _speaks_in(frame: Frame, span: Span, *, talk: bool) -> str | None:
    """Who speaks at the end of a span of a paragraph: empty for the paper itself, None where nothing tells."""
    speaker: str | None = None
    subject: str | None = None
    first, last = frame.sentences.index(span.start), frame.sentences.index(span.end)
    for sentence in frame.sentences.all[first : last + 1]:
        here = Span(max(sentence.start, span.start), min(sentence.end, span.end))
        last_one = sentence.start <= span.end < sentence.end or here.end == span.end
        end = sentence.end if last_one else here.end
        speaker = _said_in(frame, here, end, before=subject if speaker is None else speaker, talk=talk)
        begins = _BEGINS.match(frame.text, here.start, here.end)
        subject = _named(frame, Span(*begins.span("who"))) if begins else None
    return speaker


def _said_in(frame: Frame, here: Span, end: int, *, before: str | None, talk: bool) -> str | None:
    """Who speaks at the end of the words `here` of a sentence that ends at `end`; `before` is who did before it."""
    text = frame.text
    if _DECIDED.match(text, here.start, here.end):
        return ""
    behind = _BEHIND.search(text, here.end, min(end, here.end + _LEAD))
    if behind and not talk:
        return _named(frame, Span(*behind.span("who")))
    goes_on = before if talk or _GOES_ON.search(f"{text[here.start : here.start + 3].split(' ')[0]} ") else None
    for verb in _SAYS.finditer(text, here.start, here.end):
        start = max(here.start, verb.start() - _LONGEST)
        lead = text[start : verb.start()]
        subject = _SUBJECT.search(lead)
        if _SUBORDINATE.search(lead, 0, subject.start() if subject else len(lead)) or (talk and verb["pluperfect"]):
            break
        if not _in_what_is_said(text, verb.end(), here.end, end):
            return goes_on
        who = Span(start + subject.start("who"), start + subject.end("who")) if subject else None
        if who and _is_somebody(frame, who, verb.group()):
            return _named(frame, who) if not (talk and before and _is_absent(frame, who)) else goes_on
        return "" if _OWN.search(lead) else before if _GOES_ON.search(lead) else goes_on
    told = _BY_WHOM.search(text, here.start, here.end)
    if told and _in_what_is_said(text, told.end(), here.end, end):
        return _named(frame, Span(*told.span("who")))
    return goes_on


def _in_what_is_said(text: str, verb: int, offset: int, end: int) -> bool:
    """Whether the offset is in what is said, not in the words that say so: “told me on the 2d | that Italy …”."""
    that = _THAT.search(text, verb, min(end, verb + _LEAD))
    if that:
        return that.start() <= offset
    return not _ADJUNCT.fullmatch(text, verb, offset)


def _is_somebody(frame: Frame, who: Span, verb: str) -> bool:
    """Whether the words name a person, an office or a seat of government: no “Developments reported in my telegram”."""
    words = frame.words_at(who)
    if words.endswith(("’s", "'s")):
        return False
    return bool(_SPEAKS.match(verb) or " " in words) or any(
        within(found, who) for found in (frame.people, frame.places, frame.states, frame.seats)
    )


def _is_absent(frame: Frame, who: Span) -> bool:
    """Whether the record lists who was present, and the words name somebody else: one of whom a speaker tells."""
    people = [one.value.name.split(" ")[-1] for one in within(frame.people, who) if isinstance(one.value, Person)]
    there = present(frame)
    return bool(there and people) and not set(people) & set(there)


def _named(frame: Frame, who: Span) -> str:
    """The surname of the one person named, else the words: “the French Ambassador”, “Molotov and Bevin”."""
    people = [one.value.name for one in within(frame.people, who) if isinstance(one.value, Person)]
    if people:
        return " and ".join(dict.fromkeys(name.split(" ")[-1] for name in people))
    return _office(" ".join(frame.words_at(who).split()))


def _office(words: str) -> str:
    """An office or a body with its article, “the Minister for Foreign Affairs”; a name as it is."""
    bare = re.sub(r"^(?:[Tt]he|M|Mr|Mrs|Miss|Dr|Herr|Señor|Monsieur|Signor)\.? ", "", words)
    return f"the {bare}" if _OFFICE.search(bare) or words.startswith(("The ", "the ")) else bare


_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Ambassador|Chargé|Consul|President|Premier|Governor|King|Emperor|Chairman|Delegation|Embassy"
    r"|Legation|Consulate|Department|Ministry|Office|Government|Mission|Commission)(?:$| (?:of|for|to|in|at)\b)"
)
"""What ends with an office or a body, or goes on with of what it is: “President Truman” does not."""


def _spoke_before(frame: Frame, offset: int) -> str | None:
    """In the record of a talk, who spoke in the paragraphs before."""
    at = offset
    while at > 0 and offset - at < _REACH:
        paragraph = frame.paragraph(at - 1)
        if heading_at(frame, paragraph.start).is_talk and paragraph.end > paragraph.start:
            speaker = _speaks_in(frame, paragraph, talk=True)
            if speaker is not None:
                return speaker
        at = paragraph.start
    return None
