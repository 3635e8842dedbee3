"""Titles: one line that a reader understands without the text, made from the clause and true to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.draft import Draft
from dashboard.extraction.events.frame import Frame, within
from dashboard.extraction.events.leading import from_main_clause, third
from dashboard.extraction.events.occasion import title_of
from dashboard.extraction.events.shortening import balanced, has_verb, is_dangling, shortened, without_tail
from dashboard.extraction.events.voices import addressee, antecedent, author, third_person
from dashboard.model import EventKind, Mention, Person, Span

_PAGE = re.compile(r"\s*\[Page [^\]]*\]\s*")
_PAGES = re.compile(r",? (?:and )?(?:\(?ante\b|post, p|ibid\b|infra\b|supra\b|pp?\. ?\d|vol\. ).*$", re.IGNORECASE)
_ON_DATE = re.compile(r",? ?\b(?:(?:on|in|dated|under date of|at|early on|late on)(?: the)?)? ?\(?$", re.IGNORECASE)
_HOUR = re.compile(r"(?:, ?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?|, noon|, midnight)?[\s,.)]*(?:respectively\.?)?")
_TIME_OF_DAY = re.compile(r"(?:, |\bat )(?:about |around )?\d{1,2}(?::\d\d)? ?[ap]\. ?m\b\.?,?(?! here)")
_CLOCK_AT_END = re.compile(r"[\s,]+\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?(?: today)?$")
_BOUND = re.compile(
    r"\b(?:until|till|since|before|after|by|about|last|next|another|this|that|past|each|every|over"
    r"|between|from|and|or"
    r"|an?|under|than|for|of|to|is|are|was|were|be|been|as of|during|within|the|morning|afternoon"
    r"|evening|night|noon|early|late|mid|beginning|end|start|middle|course)\s*\(?$",
    re.IGNORECASE,
)
"""Words that say how something stands to the date: without the date they would say another thing, or nothing."""
_NOUNS = (
    r"(?:agreement|treaty|convention|understanding|resolution|declaration|conference|meeting|speech"
    r"|statement|talk|raid"
    r"|attack|session|election|law|act|decree|commission|plan|proposal|accord|protocol|conversation|incident|coup"
    r"|revolution|discussion|visit|report|armistice|truce|constitution|budget|appropriation|campaign|war)s?"
)
_NOUN_AFTER = re.compile(
    rf"(?i: (?:[\w-]+ )?{_NOUNS})\b(?! (?:was|were|had|has|is|took|will))"
    r"(?: (?:between|with|on|of|regarding|concerning|to|from|at|in) [^.,;:()]{3,70})?"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]* ){1,3}$")
_NOUN_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Ii]ts|[Oo]ur|[Tt]heir) (?P<noun>(?:[\w’-]+ ){{0,4}}(?i:{_NOUNS})) of (?:the )?$"
)
_FIRST = re.compile(
    r"\b(I (?:(?:also|now|today|therefore|still|again|hereby) )?(?:am|have|do|wish|refer|enclose|believe"
    r"|feel|think|understand|transmit|suspect|expect|hope|trust|regret"
    r"|propose|suggest|recommend|consider|see|know|note|regard|agree|assume|doubt|find|ask|request|send"
    r"|add|say|report"
    r"|want|need|plan|intend|leave|hear|take|give|make|beg)|I|me|my|My|myself)\b(?!\.)"
)
_FRACTION = re.compile(r" (?:million|billion|percent|per cent)\b")
"""What follows the last digits of a sum, which are no mark."""
_SECOND = re.compile(r"\b(You have|you have|You are|you are|You|you|Your|your)\b")
_THIRD = re.compile(r"\b(?:he|him|his|she|He|She|His)\b")
_NAMED_BEFORE = re.compile(
    r"(?<![.“] )(?!(?:The|In|On|At|As|If|When|While|After|Before|For|Since|But|And|That|This|It|Although"
    r"|Following|With"
    r"|By|During|I)\b)\b[A-Z]\w"
)
_AS_THIRD = {"am": "is", "have": "has", "do": "does", "are": "is", "wish": "wishes"}
_STARTS_WITHOUT_SUBJECT = re.compile(
    r"(?:(?:then|also|again|further|later|now|and|immediately|subsequently) )*(?:was|were|is|are|has"
    r"|have|had|will|would|said|told|left"
    r"|met|gave|took|made|sent|held|went|came|began|arrived|replied|stated|informed|asked|called|received|visited"
    r"|discussed|presented|handed|delivered|expressed|requested|proposed|agreed|signed|announced"
    r"|submitted|transmitted"
    r"|saw|spoke|found|wrote|brought|accepted|rejected|decided|declared|reported|lunched|dined|talked"
    r"|concluded)\b(?! by\b)",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r"(?:in|after|before|during|following|at|on|upon|when|with|for|prior)\b", re.IGNORECASE)
_MORE = 200
"""How much of the rest of a sentence is looked at, in characters."""
_ABOUT_ITSELF = re.compile(r"(?:Received|Repeated|Rptd|Passed|Sent|Transmitted) (?:at|on|to|from|in|[A-Z\d])")
"""What an editor or a clerk says of the paper itself, without naming it."""
_SAYS_NOTHING = re.compile(r"[Dd]ated\b|The (?:text|full text) of (?:this|these|the) \w+$")
_BARE_SUBJECT = re.compile(
    r"(?:It|They|This|That|These|Those)\b(?= (?:was|were|had|has|have|is|are|will|would|did|\w+ed)\b)"
)
_OWNER = re.compile(r"\b(?P<whose>my|your) $")
_VERB = re.compile(r"\s*(?:is|was|are|were|will|would|has|had|saw|brings|brought|began|marked|marks)\b")
_RELATIVE = re.compile(r"\b(?:who|which)\b")
_NO_DEED = re.compile(
    r"(?:[Ww]hen|[Ii]f|[Uu]nless|[Ll]et us|[Pp]lease|[Tt]hese|[Tt]his|[Tt]hat|[Tt]hose|[Ii]t|[Tt]hey"
    r"|[Tt]here|[Ww]e|[Oo]ur|[Uu]s)\b"
    r"|.*?\b(?:we|our|us|must|should|ought|cannot|could|might|may|can|unless|believe|hope|is|are)\b"
)
"""Reflection, exhortation, a state of things: the author's words rather than what somebody did."""
_COMMON = re.compile(r"(?:The|An?|We|Our|This|That|These|Those|It|They|There|If|When|Unless|Let|Please|In|On|At|As)\b")


_LONE = re.compile(r"(?:[A-Z][\w-]+ )?[A-Za-z-]+")
"""A paper without number, writer or receiver: “Letter”, “Confidential despatch”."""


def title_of_draft(frame: Frame, draft: Draft) -> str:
    """The title the rule itself gave, with what tells it from others of its kind; else one made from the clause."""
    if not draft.title:
        return title_from(frame, draft.evidence[0], draft.dates, draft.kind)
    if draft.kind != "communication" or not _LONE.fullmatch(draft.title):
        return draft.title
    return _told_apart(frame, draft)


def _told_apart(frame: Frame, draft: Draft) -> str:
    """“Memo of March 16 cited in …”, “Letter from Stockholm in Mr. Angel to Mr. Seward”."""
    label = document_label(frame)
    start = draft.evidence[0].start
    if draft.rule == "citation":
        when = f" of {draft.dates[0].text}" if draft.dates else ""
        where = " cited in a note to" if frame.in_notes(start) else " cited in"
        return shortened(f"{draft.title}{when}{f'{where} {label}' if label else ''}")
    if draft.dates and frame.heading.sender:
        place = f" from {draft.places[0].as_written or draft.places[0].name}" if draft.places else ""
        return shortened(f"{draft.title}{place} enclosed in {title_of(frame.heading)}")
    return shortened(label) if label else draft.title


def title_from(frame: Frame, clause: Span, dates: Sequence[Mention], kind: EventKind = "other") -> str:
    """The words of the clause, people named, without its date, note marks, page markers and what leads up to it.

    A noun that the date belongs to (“the 1941 Agreement”, “the commission of 1856”) is the title by itself. A date is
    left in where the words would not be whole without it.
    """
    noun = _tidy(_noun_of(frame, clause, dates))
    text = noun or _words(frame, clause, dates)
    if _ABOUT_ITSELF.match(text):
        label = document_label(frame)
        return shortened(f"{label} {text[:1].lower()}{text[1:]}") if label else _capital(shortened(text))
    text = _with_subject(frame, clause, text)
    if text.count(" ") < 1 or _SAYS_NOTHING.match(text):
        return of_document(frame, kind, clause.start)
    return _capital(shortened(_said_by(frame, clause, text)))


def _words(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The words of the clause: people named, dates spared, what leads up to it and what is left over left out."""
    fixed = _marks(frame, clause) + _named_persons(frame, clause)
    text = _tidy(_filled(frame.text, clause, sorted(fixed + _spared(frame, clause, dates))))
    if is_dangling(text) or len(text) < 12:
        text = _tidy(_filled(frame.text, clause, sorted(fixed)))
    if not has_verb(text) and _ADVERBIAL.match(text):
        text = _tidy(_filled(frame.text, _to_end(frame, clause), sorted(fixed)))
    for mention in dates[:2]:
        text = re.sub(rf"^(?:(?:On|In|At|on|in|at) )?{re.escape(mention.text)}, (?=\w)", "", text)
    return without_tail(text)


def _to_end(frame: Frame, clause: Span) -> Span:
    """The clause with what follows it in its sentence: where it only says when, the deed comes after."""
    return Span(clause.start, max(clause.end, min(frame.sentences.at(clause.start).end, clause.end + _MORE)))


def of_document(frame: Frame, kind: EventKind, offset: int) -> str:
    """“Paper cited in a note to Telegram 53 …”: the last resort, where the words alone tell nothing."""
    what = "Paper" if kind == "communication" else "Event" if kind == "other" else kind.capitalize()
    label = document_label(frame)
    if not label:
        return f"{what} the document speaks of"
    return shortened(f"{what} {'cited in a note to' if frame.in_notes(offset) else 'spoken of in'} {label}")


def document_label(frame: Frame) -> str:
    """What the document calls itself, without its number in a series."""
    return re.sub(r"^\d+\. ", "", " ".join(frame.document.title.split())).rstrip(" .").removeprefix("[")


def _tidy(text: str) -> str:
    """The words without what belongs to the sentence around them."""
    text = " ".join(_TIME_OF_DAY.sub("", _PAGE.sub(" ", text)).split())
    text = _CLOCK_AT_END.sub("", _PAGES.sub(_unless_telling, from_main_clause(text)))
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = re.sub(r",(?:,)+", ",", text)
    text = re.sub(r"^[\s,.;:)\]”’•—–-]+|[\s,;:(\[“‘—–-]+$", "", text)
    return balanced(text.strip(" ,;:.").removesuffix(".")).strip(" ,;:.")


def _unless_telling(pages: re.Match[str]) -> str:
    """Nothing for a reference to pages that ends the words; what follows the number where it tells more."""
    rest = re.sub(r"^,? ?\(?(?:and )?\w+\.? ?\d*[–-]?\d*\)?", "", pages.group())
    return rest if len(rest) > 60 and has_verb(rest) else ""


def _noun_of(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The noun that a date is part of, with the words that go with it; empty where the clause tells more."""
    for mention in dates[:1]:
        after = _NOUN_AFTER.match(frame.text, mention.end, clause.end)
        if after:
            before = _CAPITALS.search(frame.text, clause.start, mention.start)
            return _owner(frame, mention.start) + frame.text[before.start() if before else mention.start : after.end()]
        before = _NOUN_BEFORE.search(frame.text, clause.start, mention.start)
        if before:
            return frame.text[before.start("noun") : mention.end]
    return ""


def _owner(frame: Frame, offset: int) -> str:
    """“Byroade’s” for “my” before the offset, so that “my August 26 speech” is somebody’s."""
    owner = _OWNER.search(frame.text, max(0, offset - 6), offset)
    whom = (addressee if owner["whose"] == "your" else author)(frame, offset) if owner else ""
    return f"{whom}’s " if whom else ""


def _spared(frame: Frame, clause: Span, dates: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """Dates at either end of the clause, with their preposition, where the words before do not lean on them."""
    holes: list[tuple[int, int, str]] = []
    for mention in dates:
        if not clause.start <= mention.start < clause.end:
            continue
        before = _ON_DATE.search(frame.text, clause.start, mention.start)
        start = before.start() if before else mention.start
        after = _HOUR.match(frame.text, mention.end, clause.end)
        end = after.end() if after else mention.end
        first, last = start - clause.start < 3, clause.end - end < 3
        leans = _BOUND.search(frame.text, max(clause.start, start - 12), start)
        is_subject = mention.text[:4].lower() == "the " and start == mention.start and _VERB.match(frame.text, end)
        if (first or last) and not leans and not is_subject and frame.text[end : end + 1] not in ("’", "'"):
            mark = re.compile(r"\d{1,2}(?= |$|\.)").match(frame.text, end, clause.end) if last else None
            holes.append((start, mark.end() if mark else end, " "))
    return holes


def _marks(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """The marks of notes within the clause."""
    marks = [note.mark for note in frame.document.notes if note.mark is not None]
    inside = [mark for mark in marks if clause.start <= mark.start < clause.end]
    return [(mark.start, mark.end, "") for mark in inside if not _FRACTION.match(frame.text, mark.end)]


def _named_persons(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """“I”, “your”, “he” and “the Secretary” as the names they stand for, so that the title stands alone."""
    found: list[tuple[int, int, str]] = []
    words = frame.words_at(clause)
    found += _replaced(words, clause.start, _FIRST, author(frame, clause.start))
    found += _replaced(words, clause.start, _SECOND, addressee(frame, clause.start))
    pronoun = _THIRD.search(words)
    if pronoun and not _names_somebody(frame, clause, pronoun.start()):
        found += _replaced(words, clause.start, _THIRD, third_person(frame, clause))[:1]
    holders = [mention for mention in within(frame.people, clause) if mention.text.lower().startswith("the ")]
    own = author(frame, clause.start)
    names = [(one.start, one.end, one.value.name) for one in holders if isinstance(one.value, Person)]
    return found + [hole for hole in names if not own or hole[2].split(" ")[-1] != own.split(" ")[-1]]


def _names_somebody(frame: Frame, clause: Span, length: int) -> bool:
    """Whether a name stands in the first so many characters of the clause, whom “he” may mean."""
    words, at = list(frame.words_at(clause)[:length]), clause.start
    for mention in within(frame.dates, Span(at, at + length)):
        words[mention.start - at : mention.end - at] = " " * len(words[mention.start - at : mention.end - at])
    return bool(_NAMED_BEFORE.search("".join(words)))


def _replaced(words: str, offset: int, pronoun: re.Pattern[str], name: str) -> list[tuple[int, int, str]]:
    """Each such pronoun as the name, the verb after it and the possessive in agreement."""
    holes = []
    for match in pronoun.finditer(words) if name else ():
        said, *adverb, verb = match.group().split(" ") if " " in match.group() else (match.group(), "")
        owns = said.lower() in ("my", "your", "his")
        verb = f" {' '.join([*adverb, _AS_THIRD.get(verb, third(verb))])}" if verb else ""
        holes.append((offset + match.start(), offset + match.end(), f"{name}{'’s' if owns else ''}{verb}"))
    return holes


def _with_subject(frame: Frame, clause: Span, text: str) -> str:
    """The words with the subject that stands before the clause, where they begin with their verb or with “it”."""
    bare = _BARE_SUBJECT.match(text)
    if bare:
        before = frame.sentences.index(clause.start)
        whom = ""
        if frame.sentences.all[before].start == clause.start and before:
            last = frame.sentences.all[before - 1]
            whom = antecedent(frame, Span(last.end - 1, last.end)) if bare.group() in ("It", "They") else ""
        return f"{whom}{text[bare.end() :]}" if whom else text
    at_start = frame.sentences.at(clause.start).start == clause.start
    relative = _RELATIVE.search(frame.text, max(0, clause.start - 8), clause.start + 6)
    if not _STARTS_WITHOUT_SUBJECT.match(text) and not (relative and text[:1].islower() and not at_start):
        return text
    whom = author(frame, clause.start) if at_start else antecedent(frame, clause)
    if not whom:
        return text
    verb, _, rest = text.partition(" ")
    verb = _AS_THIRD.get(verb.lower(), verb.lower()) if at_start else verb.lower()
    return f"{whom} {verb} {rest}"


def _said_by(frame: Frame, clause: Span, text: str) -> str:
    """“Carter: …” before what the author thinks, asks or hopes rather than reports."""
    whom = author(frame, clause.start)
    if not whom or whom in text or not _NO_DEED.match(text):
        return text
    return f"{whom}: {text[:1].lower() + text[1:] if _COMMON.match(text) else text}"


def _filled(text: str, clause: Span, holes: list[tuple[int, int, str]]) -> str:
    out, at = [], clause.start
    for start, end, filling in holes:
        if start < at or start >= clause.end:
            continue
        out += [text[at:start], filling]
        at = end
    return "".join([*out, text[at : clause.end]]) if at < clause.end else "".join(out)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
