"""Events from clauses: whatever else a date dates, with the shortest clause that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.datespan import DateSpan
from dashboard.extraction.events.drafts.bounded import bounded
from dashboard.extraction.events.drafts.denial import CALLS_UNTRUE
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.drafts.own_clause import dates_another, of_its_own_date
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.events.lines.words_of_events import EventWord
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.lexicon import Hit
from dashboard.extraction.vocabulary import word_list
from dashboard.model import EventKind, Mention, Span

_BREAK = re.compile(
    r"[;:](?=\s)|—(?!\d)|,? (?:but|whereas|although|while|because)\b"
    r"|, and (?!(?:in|on|at) [^,;.]{3,40}, (?:[a-z]+ed|paid|sent|made|told|said|gave|took|met|went|left) )"
    r"(?=(?:he|she|it|they|we|I|the|that|this|in|on|at|as|when|if|was|were|had|has|will)\b|[A-Z])"
    r"|, though (?=(?:it|he|she|they|we|I|this|that|there)\b)|, (?:who|which|where|when|after which"
    r"|so that|as(?! [a-z]+ed\b)|nor)\b"
    r"|(?P<name>\((?!Ibid|See|Not|Here|Same|Document|Telegram)"
    r"(?:[A-Z][a-z][\w’-]+|[A-Z][A-Z\d&–-]+(?: [IVX\d]+)?|[A-Z]+/[\w/.–-]+)\))"
    r"|\((?=[A-Za-z])|\)(?=[\s,;])| and (?=that |on |again )|, (?=(?:it|he|she|they|we|I) (?![a-z]+(?: [a-z]+)?, ))"
)
"""Where a clause may begin or end; a `name` in brackets, “(Gauss)”, “(SALT II)”, belongs to what it stands behind."""
_LAST_OF_LIST = re.compile(r", and [A-Z](?:(?! (?:that|who|which|whom)\b)[^,;:.]){2,90}")
"""“, and Rodger Davies”: what may be the last of a list rather than a clause."""
_NO_EVENT = re.compile(
    r"(?:[\[(]\s*(?:Rec(?:eive)?d|Rec’d)[^\]).]{0,40}|Received at[^.]{0,20}|; [Rr]eceived "
    r"|Foreign Relations(?: of the United States)?,?[^.;]{0,60}|Files?,?[^.;]{0,40}|RG \d+[^.;]{0,60}"
    r"|Lot \d+[^.;]{0,30}"
    r"|Stat\.[^.;]{0,12}|Public Papers[^.;]{0,60}|Records of[^.;]{0,50}|(?i:bulletin) of|Bulletin,"
    r"|Treaty Series[^.;]{0,60})$"
)
_DRAFTING = re.compile(
    r"(?:\b(?:Drafted|Cleared|Typed|Approved|Initialed)\b|; (?:drafted|cleared|typed|approved|initialed|reviewed)\b)"
    r"[^.;]{0,60}(?: on| in)? $"
)
_PAGES = re.compile(r",? (?:pp?|vols?|No)\. ?\d|, which became Public Law")
"""What makes a year part of a title: “see Yearbook, 1947–48, pp. 459–460”, “the Act of 1954, which became …”."""
_NUMBERS = re.compile(r"\b(?:Dep|Emb|Leg|Con|Cir|Ref|My|Ur|my|ur)[a-z]*tels? $")
"""What makes a year the number of a telegram: “Depcirtel 1791”."""
_VAGUE_DAY = re.compile(
    r"(?:today|to-day|tonight|to-night|this (?:year|week|month|decade|century)|now|(?:the )?\d{3}0[’']?s)"
)
"""Days of the speaker’s present, in which a clause tells an event only where it tells of something done or coming, or
what begins: “from today”."""
_TELLS = re.compile(
    r"^\W*[A-Z][a-z]+ed\b|\b(?:conversation|talk|interview|luncheon|lunch|dinner|audience|appointment) with\b"
    r"|\b(?:was|were|had|did|will|shall|[a-z]{2,}ed|met|sent|told|left|gave|held|took|saw|came|went|made|spoke|began"
    r"|said"
    r"|arrives?|leaves?|meets?|opens?)\b"
)
_PRESENT = re.compile(r"today|to-day|tonight|to-night|this (?:morning|afternoon|evening)", re.IGNORECASE)
_WISHES_TO_SAY = re.compile(
    r"\W*(?:[Tt]his \w+,? |[Tt]o-?(?:day|night),? )?I(?:[’']d| would)? (?:like|want|wish) (?:to )?"
    r"(?:(?:begin|start|turn) by )?(?:talk|speak|say|discuss|describe|outline|share|mention)(?:ing)?\b"
)
"""“Tonight I would like to talk to you about our security”: a speech announces itself, and nothing has happened."""
_NO_TIME = re.compile(r"(?:^|[\n.;“] ?)The decade of (?:the )?[’']?$|\bas we meet (?:here )?$")
"""“The decade of the ’50s | brought clear lines”, “as we meet here | tonight”: a view of things, and no event."""
_MEETING = re.compile(
    r"\b(?:at|prior(?: to)?|before|after|during|following|until)(?: the| an?)? (?P<name>"
    r"(?:(?:[A-Z][\w.’'-]*|plenary|emergency|extraordinary|special) ){1,4}"
    r"(?:[Mm]eeting|[Ss]ession|[Cc]onference)) (?:on |of |held )*$"
)
_SINCE = re.compile(r"\b[Ss]ince(?: about)? $")
_SUBJECT = 5
"""Words before a verb among which its subject is looked for."""
_LONGEST = 380
_LEAST = 16
"""Characters that a clause in brackets has at least."""
_REACH = 1_000
"""Characters on either side of a date that are looked at: longer “sentences” are lists and tables, and looking at all
of one for each of its dates would take time by the square of its length."""


def find_clauses(frame: Frame, used: set[int]) -> Iterator[Draft]:
    """A draft for each date that no other rule has used and whose clause says that something happened."""
    joined: Mention | None = None
    for mention, following in pairwise((*frame.dates, None)):
        if (
            mention is None
            or mention is joined
            or mention.start in used
            or mention.value is None
            or _dates_nothing(frame, mention)
        ):
            continue
        sentence = frame.sentences.at(mention.start)
        whole, words = clause_around(frame, sentence, Span(mention.start, mention.end))
        clause, words = of_its_own_date(frame, whole, words, mention)
        if _REQUEST.match(frame.text, clause.start) or dates_another(frame, clause, mention):
            continue
        meeting = _MEETING.search(frame.text, max(clause.start, mention.start - 60), mention.start)
        if meeting and len(words) > 1:
            named = Span(meeting.start("name"), mention.end)
            yield Draft("clause", "meeting", date_of(mention), (named,), (mention,), signature="meeting")
        if words:
            joined = following if following and _is_next_year(frame.text, mention, following) else None
            date = _through(mention, joined) if joined else bounded(frame.text, mention)
            kind = kind_of(frame, clause, words, mention)
            yield Draft("clause", kind, date, (clause,), (mention, joined) if joined else (mention,))
        elif (clause != whole or CALLS_UNTRUE.match(frame.words_at(clause))) and has_finite_verb(
            frame.words_at(clause)
        ):
            yield Draft("clause", "other", bounded(frame.text, mention), (clause,), (mention,))
        elif _SINCE.search(frame.text, max(clause.start, mention.start - 12), mention.start):
            yield Draft("clause", "other", _open(date_of(mention)), (clause,), (mention,))
        else:
            yield from _by_spare_word(frame, mention)


def _is_next_year(text: str, year: Mention, following: Mention) -> bool:
    """Whether the two are years in a row, “in 1945 and 1946”: what is said of them went on from one to the other."""
    if (
        not (_YEAR.fullmatch(year.text) and _YEAR.fullmatch(following.text))
        or text[year.end : following.start] != " and "
    ):
        return False
    return int(following.text) == int(year.text) + 1


_YEAR = re.compile(r"\d{4}")


def _through(first: Mention, last: Mention) -> DateSpan | None:
    """From the one date to the other."""
    start, end = date_of(first), date_of(last)
    return DateSpan(f"{start.edtf}/{end.edtf}", f"{start.text} and {end.text}", start.basis) if start and end else start


def _by_spare_word(frame: Frame, mention: Mention) -> Iterator[Draft]:
    """A draft for a day whose sentence has no word of an event, where a spare one stands near by in its own clause."""
    date = date_of(mention)
    if date is None or date.earliest != date.latest:
        return
    sentence, anchor = frame.sentences.at(mention.start), Span(mention.start, mention.end)
    parts = _parts(frame.text, Span(max(sentence.start, anchor.start - _REACH), min(sentence.end, anchor.end + _REACH)))
    part = next((part for part in parts if part.start <= anchor.start < part.end), sentence)
    near = Span(max(part.start, anchor.start - _NEAR), min(part.end, anchor.end + _NEAR))
    words = [word for word in within(frame.spare_words, near) if not _BETWEEN.search(_between(frame, word, mention))]
    if words and not _ASKS.match(frame.text, sentence.start):
        clause = shorten(frame.text, Span(part.start, max(part.end, anchor.end)), anchor)
        yield Draft(
            "clause", kind_of(frame, clause, words, mention), bounded(frame.text, mention), (clause,), (mention,)
        )


def _between(frame: Frame, word: Hit[EventWord], mention: Mention) -> str:
    """The text between a word and a date."""
    return frame.text[word.end : mention.start] if word.end <= mention.start else frame.text[mention.end : word.start]


_ASKS = re.compile(r"\W*(?:Are|Is|Was|Were|Do|Does|Did|Will|Would|Can|Could|Has|Have|When|What|Who|Why) ")
"""How a question begins: “Are you sailing February 1?” tells of nothing that is."""
_REQUEST = re.compile(r"\W*(?:Will|Would|Could|Can) you\b")
"""“Will you please find out before February 12th”: what is asked for has not happened, nor is it sure to."""
_BETWEEN = re.compile(r"\b(?:and|but|or|that|who|to be|before|after|until|since)\b")
"""What stands between a word and the date of something else."""
_NEAR = 90
"""Characters between a day and a spare word that tells what happened on it."""


def _dates_nothing(frame: Frame, mention: Mention) -> bool:
    """Whether the date is one of receipt, of drafting, of a file or of a publication."""
    if _VAGUE_DAY.fullmatch(mention.text.lower()) and not _TELLS.search(_around(frame, mention)):
        return frame.text[max(0, mention.start - 5) : mention.start].lower() != "from "
    if _PRESENT.fullmatch(mention.text) and _WISHES_TO_SAY.match(_around(frame, mention)):
        return True
    if _NO_TIME.search(frame.text, max(0, mention.start - 24), mention.start):
        return True
    if mention.text[:4].isdigit() and _PAGES.match(frame.text, mention.end):
        return True
    if mention.text.isdigit() and _NUMBERS.search(frame.text, max(0, mention.start - 20), mention.start):
        return True
    if frame.in_notes(mention.start) and _DRAFTING.search(frame.text, max(0, mention.start - 90), mention.start):
        return True
    return bool(_NO_EVENT.search(frame.text, max(0, mention.start - 80), mention.start))


def _around(frame: Frame, mention: Mention) -> str:
    """The words of the clause the date stands in."""
    clause, _ = clause_around(frame, frame.sentences.at(mention.start), Span(mention.start, mention.end))
    return frame.words_at(clause)


def _open(date: DateSpan | None) -> DateSpan | None:
    """A state of things “since 1942” has no end yet."""
    return DateSpan(f"{date.edtf}/..", date.text, date.basis) if date and "/" not in date.edtf else date


def kind_of(frame: Frame, clause: Span, words: Sequence[Hit[EventWord]], anchor: Mention | Span) -> EventKind:
    """The kind of the word of an event that stands nearest; a journey of troops or ships of war is military."""
    word = nearest(words, anchor)
    before = frame.words.between(clause.start, word.start)[-_SUBJECT:]
    if word.value.kind == "visit" and not word_list("armed force").isdisjoint(before):
        return "military"
    return word.value.kind


def nearest(words: Sequence[Hit[EventWord]], anchor: Mention | Span) -> Hit[EventWord]:
    """The word of an event that stands nearest, a verb before a noun of the same distance, “held” after any other."""

    def distance(hit: Hit[EventWord]) -> float:
        gap = max(hit.start - anchor.end, anchor.start - hit.end, 0)
        vague = 60 if hit.value.kind == "other" or hit.value.force == "light" else 0
        return gap + vague + (12 if hit.value.force == "noun" else 0)

    return min(words, key=distance)


def clause_around(frame: Frame, sentence: Span, anchor: Span) -> tuple[Span, Sequence[Hit[EventWord]]]:
    """The part of the sentence around the anchor that holds a word of an event, widened by as few parts as needed."""
    near = Span(max(sentence.start, anchor.start - _REACH), min(sentence.end, anchor.end + _REACH))
    parts = _parts(frame.text, near)
    at = next((n for n, part in enumerate(parts) if part.start <= anchor.start < part.end), 0)
    first = last = at
    while True:
        span = Span(parts[first].start, max(parts[last].end, anchor.end))
        words = within(frame.event_words, span)
        if words or (first == 0 and last == len(parts) - 1):
            return shorten(frame.text, span, anchor), words
        remark = first > 1 and _is_remark(frame.text, parts[first - 1])
        if first > 0 and not (remark and last < len(parts) - 1):
            first -= 1 + remark
        else:
            last += 1


def _is_remark(text: str, part: Span) -> bool:
    """Whether a part is a bracket, on what stands before it."""
    return text[part.start] == "(" and text[part.end - 1] == ")"


def from_its_beginning(text: str, clause: Span, sentence: Span) -> Span:
    """The clause from where it begins, where it was cut around its date (`shorten`) or goes on behind an aside."""
    if clause.start - sentence.start < _NEAR_BEGINNING and _goes_on(text, clause, sentence):
        return Span(sentence.start, clause.end)
    begun = text[sentence.start : clause.start].rstrip()[-1:]
    if not begun.isalnum() or _LINK_BEFORE.search(text, max(sentence.start, clause.start - 16), clause.start):
        return clause
    part = _parts(text, Span(max(sentence.start, clause.start - _REACH), clause.start))[-1]
    edge = _EDGES.match(text, part.start, clause.start)
    return Span(edge.end() if edge else part.start, clause.end)


_NEAR_BEGINNING = 260


def _goes_on(text: str, clause: Span, sentence: Span) -> bool:
    """Whether the clause goes on with what stands before a bracket, an aside or the last name of a list."""
    before = text[max(sentence.start, clause.start - _LIST) : clause.start].rstrip()
    if before.endswith(")"):
        return _PHRASE.match(text, clause.start, clause.end) is not None
    aside = _ASIDE.search(before)
    if aside:
        return (_AS_SAID if aside[1] == "as" else _WHICH_HE_DID).match(text, clause.start, clause.end) is not None
    return _NAMES_AND.search(before) is not None


_LIST = 160
"""Characters before a clause in which the last names of a list are looked for."""
_PHRASE = re.compile(r"(?:in|on|at|by|with|for|under|from|during|to|of|through|upon|within|among|against|regarding) ")
_NAMES_AND = re.compile(
    r", (?:the )?[A-Z][\w’'-]*(?: (?:of |for |on |in )?(?:the )?(?:[A-Z][\w’'-]*|\([A-Z][a-z]+\))){0,7},? and$"
)
"""“Damascus, Tel Aviv, and | Paris the day before”."""
_ASIDE = re.compile(r", (as|who|which)$")
_AS_SAID = re.compile(r"(?:(?:Mr|Dr)\. )?[^,;.]{2,75}, (?!(?:and|who|which|the date)\b)[a-z]")
"""“Would include, as | he said in May, planes”."""
_WHICH_HE_DID = re.compile(
    r"(?:the |an? |his |their )?(?:[A-Z]\w*|he|she|they|it|we|I) [^;.]{2,120}?,"
    r" (?:was|were|is|are|had|has|have|would|will|should|could|can|may|might|must)\b"
)
"""“The pay, which | the King agreed to, would be low”."""
_LINK_BEFORE = re.compile(r"\b(?:and|but|which|who|that|while|whereas|although|though|because|when|where|as)\s+$")
"""What links a clause with the words before it, and is left out of it."""


def _parts(text: str, sentence: Span) -> list[Span]:
    """The sentence cut where a clause may begin or end."""
    cuts = [sentence.start]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if not (
            match["name"]
            or _ends_list(text, cuts[-1], match)
            or _ends_remark(text, match)
            or _parts_verb(text, cuts[-1], match)
        ):
            cuts.append(match.start() if match.group()[0] in " ,(" else match.end())
    cuts.append(sentence.end)
    return [Span(a, b) for a, b in pairwise(cuts) if b > a] or [sentence]


def _ends_list(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether the words behind “, and” are the last of a list: a name without a verb, or none has come before it."""
    last = _LAST_OF_LIST.match(text, cut.start()) if cut.group() == ", and " else None
    return last is not None and not (has_finite_verb(last.group()) and has_finite_verb(text[start : cut.start()]))


def _parts_verb(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether a cut would leave “have not” without its verb, or “nor” without “neither”: an aside stands between."""
    if cut.group() == ", nor":
        return _NEITHER.search(text, start, cut.start()) is not None
    return _AUXILIARY.search(text, max(start, cut.start() - _AT_MOST), cut.start()) is not None


_NEITHER = re.compile(r"\b[Nn]either\b")
_AT_MOST = 24
"""Characters that such words have at most."""
_AUXILIARY = re.compile(
    r"\b(?:not|never|has|have|had|was|were|is|are|did|does|will|would|shall|should|may|might|can|could|true|untrue|false"
    r"|(?:is|was) (?:not (?:quite |at all )?|in)correct|not (?:the case|a fact))$"
)
"""“The troops have not, as was reported on May 30, evacuated Adrianople” is one clause."""


def _ends_remark(text: str, cut: re.Match[str]) -> bool:
    """Whether a bracket that closes before a comma holds no clause: “(78th Cong., 1st sess.), ”, “(this year), ”."""
    if cut.group() != ")" or text[cut.end()].isspace():
        return False
    opened = text.rfind("(", max(0, cut.start() - _REACH), cut.start()) + 1
    return not opened or not text[opened].isalpha() or cut.start() - opened < _LEAST


_EDGES = re.compile(r"[\s,;:(—–]*(?:(?:and|but|which|who|that|while|whereas|although|though|because|when|where|as)\s)?")


def shorten(text: str, span: Span, anchor: Span) -> Span:
    """The span without connecting words and space at its ends, cut around the anchor where it is too long."""
    start, end = span.start, span.end
    if end - start > _LONGEST:
        start = max(start, anchor.start - _LONGEST // 2)
        end = min(end, anchor.end + _LONGEST // 2)
        start = text.find(" ", start) + 1 if start > span.start else start
        end = text.rfind(" ", anchor.end, end) if end < span.end and text.rfind(" ", anchor.end, end) > 0 else end
    edge = _EDGES.match(text, start, anchor.start)
    start = edge.end() if edge else start
    while end > anchor.end and text[end - 1] in " ,;:(—–\n":
        end -= 1
    return Span(start, end)
