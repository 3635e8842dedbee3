"""Wording: the words of a clause made to stand by themselves: people named, dates and what leads up to it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dashboard.extraction.events.drafts.denial import CALLS_UNTRUE
from dashboard.extraction.events.lines.leading import begins_at, from_main_clause, third, without_subordinate
from dashboard.extraction.events.lines.reporting import without_source
from dashboard.extraction.events.lines.shortening import NOT, balanced, has_verb, is_dangling, without_tail
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.posts import as_post
from dashboard.extraction.events.paper.voices import addressee, author, here_and_this, third_person
from dashboard.extraction.events.titles.honours import HIS, NO_RANK, YOUR, is_honour
from dashboard.model import Mention, Person, Span

_PAGE = re.compile(r"\s*\[Page [^\]]*\]\s*")
_PAGES = re.compile(r",? (?:and )?(?:\(?ante\b|post, p|ibid\b|infra\b|supra\b|pp?\. ?\d|vol\. ).*$", re.IGNORECASE)
_SEEN_ELSEWHERE = re.compile(r"^(?:see )?(?:ante|post|infra|supra|ibid\.)[^()]{0,80}\),? (?=[A-Z][a-z])", re.IGNORECASE)
"""The end of a reference in brackets that a clause begins with."""
_ON_DATE = re.compile(r",? ?\b(?:(?:on|in|dated|under date of|at|early on|late on)(?: the)?)? ?\(?$", re.IGNORECASE)
_RELATIVE_DAY = re.compile(
    r"(?:today|to-day|yesterday|tomorrow|to-morrow|tonight|to-night|last night|yesterday (?:morning|afternoon|evening)"
    r"|(?:this|that|the same) (?:morning|forenoon|noon|afternoon|evening|night|day|date)|the (?:previous|preceding"
    r"|following) (?:day|morning|evening|night|week|month|year)"
    r"|last evening|(?:on )?(?:the )?(?:same|following) day)",
    re.IGNORECASE,
)
"""Days that mean something only on the day of writing."""
_NEXT_SUBJECT = re.compile(r" (?:I|we|he|she|they|it|[A-Z]\w+)\b")
"""What begins the main clause right behind a day that goes."""
_NEXT_SENTENCE = re.compile(
    r"(?<=\w{3}\.) (?=(?:At|In|On|The|He|It|This|They|After|During) )|(?<=\d) (?=The [A-Z]|(?:At|In|On|This) [a-z])"
    r"|(?<=\d) (?=[A-Z][a-z]+ (?:Ambassador|Minister|Government|Embassy|Delegation|President)\b)"
)
_AGAIN_ON = re.compile(r"^again on [A-Z]\w+ \d{1,2}(?:, \d{4})?, (?=[A-Z])")
_BY_THE_WAY = re.compile(r" \([^()]*\b(?:was|were|is|are|see|has|had|will|would|para|paragraph|ibid)\b[^()]*\)")
"""A sentence in brackets within a sentence."""
_OF_THE_DAY = re.compile(r"\b(?:yesterday|today|to-day|tomorrow|last night|last week)[’']s (?=[a-z])", re.IGNORECASE)
GLUED_MARK = re.compile(r"(?<=[a-z]{3})\d{1,3}[a-z]?(?=[ ,;]|$)|(?<=[a-z]{3}[.,])\d{1,2}(?= [A-Za-z(]|$)")
"""“Tsui11a”, “Rostow,2 the”: the mark of a note that no note answers."""
_GLUED_TO_DATE = re.compile(r"[,;)]?(?P<mark>\d{1,2})(?![\d/–-]|\.\d)")
"""“November 184”, “May 23, 1955,8”: the mark of a note behind a day that has two digits, or a year that has four."""
_THAT = re.compile(r"(?<=\bthat )(?:On|To|In|At|If|For|It|There|This|The(?! Hague\b))(?= [a-z\dA-Z])")
"""Behind “that” the beginning of what was quoted."""
_POINTING = re.compile(
    r",? (?:in this (?:regard|connection|respect|matter|way|manner|sense)|on this (?:subject|point|matter|question)"
    r"|to this (?:end|effect)|at this (?:time|point|juncture)|for this purpose|in that connection|herewith"
    r"|above mentioned"
    r"|hereto|as follows|for this reason|at the same time)\b,?(?= |$|[,;.])"
)
"""Phrases that point to what was said before and may be spared."""
_EDITORS = re.compile(r" ?\[(?P<word>[^\[\]]{1,20})\]")
"""What an editor put in: a word that was missing stays, a correction or a doubt goes."""
_TO_YOU = re.compile(r" (?:to|with|for) you\b(?= (?:about|on|of|that|how|why|,)|$)")
_FOLLOWING = re.compile(
    r"\bthe following (?P<noun>(?!(?:was|were|is|are|has|have|had|will|day|morning|evening|week|year)\b)[a-z]+)"
)
_MASS = ("action", "information", "advice", "text", "effect", "language")
_BEFORE_DATE = re.compile(r"(?:(?:[Aa]gain|[Tt]hen|[Aa]lso|[Ee]arly|[Ll]ate) )?(?:(?:[Oo]n|[Ii]n|[Aa]t) )?(?:the )?")
_MAIN_CLAUSE = re.compile(r"(?:,| (?=(?:the|an?|[A-Z]\w+)\b)) ?")
_TO_WHOM = re.compile(
    r"\b(?P<verb>handed|gave|sent|showed|presented|brought|offered|read|left|furnished|hand|give|send|show)"
    r" (?:him|her|them|me|us)(?= (?:an?|the|his|two|three|some|copies|copy|text)\b)"
)
"""To whom, by a pronoun that nothing in the line explains."""
_HOUR = re.compile(r"(?:, ?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?|, noon|, midnight)?[\s,.)]*(?:respectively\.?)?")
_TIME_OF_DAY = re.compile(
    r"(?:, |\b[Aa]t )(?:about |around )?\d{1,2}(?::\d\d)? ?[ap]\. ?m\b\.?,?(?! here)|\b[Aa]t,? [ap]\. ?m\b\.?,?"
)
"""The hour, and what is left of one whose figure the text has lost: “from Gohar at, a.m. [sic]”."""
_CLOCK_AT_END = re.compile(r",? \(\d{1,2}\)$| from \d{1,2}:\d\d$|[\s,]+\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?(?: today)?$")
_BOUND = re.compile(
    r"\b(?:until|till|since|before|after|by|about|last|next|another|this|that|past|each|every|over|between|from|and|or"
    r"|an?|under|than|for|of|to|is|are|was|were|be|been|as of|during|within|the|week|morning|afternoon"
    r"|evening|night|noon|early|late|mid|beginning|end|start|middle|course|only)\s*\(?$",
    re.IGNORECASE,
)
"""Words that say how something stands to the date: without the date they would say another thing, or nothing."""
_OR = re.compile(r" or (?!before\b|about\b|thereabouts\b|so\b)")
"""“Tomorrow or Monday”: of two days none goes alone."""
_FIRST = re.compile(
    r"(?=[ImM])(?<!SALT )(?<!Title )(?<!Group )(?<!War )(?<!Part )(?<!Phase )(?<!Tab )(?<!Annex )(?<!Volume )(?<!Plan )"
    r"(?<!Appendix )(?<!Article )(?<!Section )(?<!Protocol )\b(I[’'](?:ve|m|ll|d)\b"
    r"|I (?:(?:also|now|today|therefore|still|again|hereby) )?(?:am|was|have|don[’']t|do|shall|wish|refer|enclose"
    r"|believe|feel|think|understand|transmit|suspect|expect|hope|trust|regret"
    r"|propose|suggest|recommend|quote|present|decline|accept|observe|venture|remain|remember|consider|see|know|note"
    r"|regard|agree|assume|doubt|find|ask|request|send"
    r"|add|say|report|conclude|urge|welcome|appreciate|acknowledge|realize|prefer|write|call|doubt|concur"
    r"|oppose|support"
    r"|favor|endorse|presume|gather|forward|invite|fear|recall|attach|submit|repeat|desire|mean"
    r"|want|need|plan|intend|leave|hear|take|give|make|beg)|I|me|my|My|myself)\b(?!\.|[–-]\w)"
)
_OFFICE = re.compile(r"(?:Acting )?Secretary of State")
"""Who writes or is written to, where nobody is named."""
_FRACTION = re.compile(r" (?:million|billion|percent|per cent)\b")
"""What follows the last digits of a sum, which are no mark."""
_ALSO_FIRST = re.compile(
    r"\b(?:I[’'](?:ve|m)|I (?!(?:shall|will|would|can|could|may|might|must|should|do|did|believe|think|feel|hope|know"
    r"|hear|understand|fear|expect|assume|suppose|trust|said|thought|felt|hoped|knew|heard|understood|told)\b)[a-z]+) "
    r"(?:(?!(?:to|that|which|who|whom|what|how|why|where|when|while|if|whether|because|as|but|is|are|was|were|has|have|had"
    r"|will|would|he|she|they|we|it|you|sure|afraid|glad|sorry|certain|convinced|informed|told)\b)(?![a-z]+s\b and )"
    r"[\w’-]+ )+and (?:(?:also|now|therefore|still|again) )?(?P<verb>am|have)(?= (?!to\b))"
)
"""“I am well again and | have every hope”: a second verb of “I”, where no other can have it."""
_SECOND = re.compile(
    rf"\b({YOUR}|You (?:transmit|enclose|state|report|refer|say|ask|request|suggest|express|inform|mention|describe"
    rf"|propose)|You have|you have|You are|you are|You were|you were|You|you|(?:Your|your){NO_RANK})\b"
)
_THIRD = re.compile(rf"\b(?:{HIS}|(?:he|him|his|she|He|She|His)\b{NO_RANK})")
_NAMED_BEFORE = re.compile(
    r"(?<![.“] )(?!(?:The|In|On|At|As|If|When|While|After|Before|For|Since|But|And|That|This|It|Although|Following|With"
    r"|By|During|I)\b)\b[A-Z]\w"
)
_SHORT = {
    f"{mark}{end}": verb for mark in "’'" for end, verb in (("ve", "has"), ("m", "is"), ("ll", "will"), ("d", "would"))
}
AS_THIRD = {
    "shall": "will",
    "don’t": "doesn’t",
    "don't": "doesn’t",
    "was": "was",
    "were": "was",
    "am": "is",
    "have": "has",
    "do": "does",
    "are": "is",
    "wish": "wishes",
}
_AS_SEVERAL = {"was": "were", "am": "are"}
_ADVERBIAL = re.compile(r"(?:in|after|before|during|following|at|on|upon|when|with|for|prior)\b", re.IGNORECASE)
_SURE_HOLDER = re.compile(r"[Tt]he (?:(?:Acting |Under |Assistant |Deputy )?Secretary|Generalissimo|Foreign Secretary)")
"""Offices that one document gives to one person; “the President” may be another’s in the editor’s notes."""
_MORE = 200
"""How much of the rest of a sentence is looked at, in characters."""
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2} [A-Za-z]")
"""“December 11 Israeli attack”: a day that is part of a noun."""
_OF_ITS_YEAR = re.compile(r"(?<=the )\d{4} [a-z]")
_YEAR = 4
"""“At the end of the 1973 | war”: a year that is part of a noun, and its digits."""
_VERB = re.compile(r"\s*(?:considered|is|was|are|were|will|would|has|had|saw|brings|brought|began|marked|marks)\b")


def clause_words(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The words of the clause: people named, dates spared, what leads up to it and what is left over left out."""
    begun = begins_at(frame.text, clause)
    if begun > clause.start and not all(clause.start <= one.start < begun for one in dates):
        clause = Span(begun, clause.end)
    fixed = _marks(frame, clause) + _named_persons(frame, clause) + here_and_this(frame, clause)
    text = tidy(_filled(frame.text, clause, sorted(fixed + _spared(frame, clause, dates))))
    if is_dangling(text) or len(text) < 12:
        text = tidy(_filled(frame.text, clause, sorted(fixed)))
    if not has_verb(text) and _ADVERBIAL.match(text):
        text = tidy(_filled(frame.text, _to_end(frame, clause), sorted(fixed)))
    text = _AGAIN_ON.sub("", _one_sentence(text, dates))
    text = without_subordinate(text, [mention.text for mention in dates])
    for mention in dates[:2]:
        text = _without_leading(text, mention.text)
    return without_tail(_TO_WHOM.sub(r"\g<verb>", _called_on(frame, clause, as_post(frame, text))))


def _one_sentence(text: str, dates: Sequence[Mention]) -> str:
    """Of two sentences that an abbreviation holds together the one that has the date, else the last."""
    parts = _NEXT_SENTENCE.split(text)
    return next((part for part in parts if any(one.text in part for one in dates)), parts[-1])


def _without_leading(text: str, date: str) -> str:
    """The words without a date that leads them, where the main clause follows."""
    lead = _BEFORE_DATE.match(text)
    for start in (lead.end() if lead else 0, 0):
        if text.startswith(date, start):
            main = _MAIN_CLAUSE.match(text, start + len(date))
            return text[main.end() :] if main else text
    return text


def _called_on(frame: Frame, clause: Span, text: str) -> str:
    """“The Minister called on Wilson” for “the Minister called” in Wilson’s report."""
    whom = "" if frame.in_notes(clause.start) else author(frame, clause.start)
    if not whom or whom in text:
        return text
    return _CALLED.sub(f"called on {whom}", text, count=1)


_CALLED = re.compile(
    r"(?<=[a-z,)] )called(?=,| and |$| for (?:an|one|two|half an?) (?:hours?|minutes)(?:,| and |$))(?! and called)"
)
"""Where somebody calls, and for how long, but nobody is named on whom."""


def _to_end(frame: Frame, clause: Span) -> Span:
    """The clause with what follows it in its sentence: where it only says when, the deed comes after."""
    return Span(clause.start, max(clause.end, min(frame.sentences.at(clause.start).end, clause.end + _MORE)))


@lru_cache(maxsize=16)
def tidy(text: str) -> str:
    """The words without what belongs to the sentence around them."""
    text = GLUED_MARK.sub("", text)
    text = " ".join(_TIME_OF_DAY.sub("", _BY_THE_WAY.sub("", _PAGE.sub(" ", text))).split())
    text = _TO_YOU.sub("", _EDITORS.sub(_kept_word, _SEEN_ELSEWHERE.sub("", text)))
    text = _THAT.sub(lambda found: found.group().lower(), text)
    text = _POINTING.sub("", _FOLLOWING.sub(_article, _OF_THE_DAY.sub("", text)))
    text = _CLOCK_AT_END.sub("", _PAGES.sub(_unless_telling, from_main_clause(without_source(text))))
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = re.sub(r",(?:,)+", ",", text)
    text = re.sub(r"^[\s,.;:)\]”’•—–-]+|[\s,;:(\[“‘—–-]+$", "", text)
    return balanced(text.strip(" ,;:.").removesuffix(".")).strip(" ,;:.")


def _kept_word(inserted: re.Match[str]) -> str:
    return (
        f" {inserted['word']}" if inserted["word"] in ("and", "of", "the", "to", "in", "a", "for", "on", "at") else ""
    )


def _article(following: re.Match[str]) -> str:
    """“A memorandum” for “the following memorandum”, without an article where there are several."""
    noun = following["noun"]
    if noun.endswith("s") or noun in _MASS:
        return noun
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def _unless_telling(pages: re.Match[str]) -> str:
    """Nothing for a reference to pages that ends the words; what follows the number where it tells more."""
    rest = re.sub(r"^,? ?\(?(?:and )?\w+\.? ?\d*[–-]?\d*\)?", "", pages.group())
    return rest if len(rest) > 60 and has_verb(rest) else ""


def _spared(frame: Frame, clause: Span, dates: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """Dates at either end of the clause, with their preposition, where the words before do not lean on them.

    What is denied of a day is not denied of any other: “will not collapse tomorrow”.
    """
    holes: list[tuple[int, int, str]] = []
    for mention in dates:
        if not clause.start <= mention.start < clause.end:
            continue
        before = _ON_DATE.search(frame.text, clause.start, mention.start)
        start = before.start() if before else mention.start
        after = _HOUR.match(frame.text, mention.end, clause.end)
        end = after.end() if after else mention.end
        first, last = start - clause.start < 3, clause.end - end < 3
        leans = _BOUND.search(frame.text, max(clause.start, start - 12), start) or _OR.match(frame.text, mention.end)
        behind = frame.text[mention.end : mention.end + 1]
        relative = _RELATIVE_DAY.fullmatch(mention.text) and behind in (" ", ",", ".", ";")
        is_subject = start == mention.start and _VERB.match(frame.text, end)
        if first and start == mention.start and _MONTH_DAY.match(mention.text + frame.text[end : end + 2]):
            continue
        if first and _OF_ITS_YEAR.match(frame.text, mention.end - _YEAR):
            continue
        if last and not first:
            leans = leans or NOT.search(frame.text, clause.start, start) or CALLS_UNTRUE.match(frame.words_at(clause))
        if (first or last or relative) and not leans and not is_subject and frame.text[end : end + 1] not in ("’", "'"):
            mark = re.compile(r"\d{1,2}(?= |$|\.)").match(frame.text, end, clause.end) if last else None
            end = (mark.end() if mark else end) if first or last else mention.end
            leads = frame.words_at(clause).startswith(("At ", "In ", "On ", "During "))
            apart = leads and not (first or last) and _NEXT_SUBJECT.match(frame.text, end)
            holes.append((start, end, ", " if apart else " "))
    return holes


def without_marks(frame: Frame, span: Span) -> str:
    """The words of the span without the marks of notes."""
    return _filled(frame.text, span, sorted(_marks(frame, span)))


def _marks(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """The marks of notes within the clause, those glued to a date too."""
    inside = within(frame.marks, clause)
    found = [(mark.start, mark.end, "") for mark in inside if not _FRACTION.match(frame.text, mark.end)]
    glued = (_GLUED_TO_DATE.match(frame.text, one.end, clause.end) for one in within(frame.dates, clause))
    return found + [(*mark.span("mark"), "") for mark in glued if mark]


def _named_persons(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """“I”, “your”, “he” and “the Secretary” as the names they stand for, so that the title stands alone."""
    found: list[tuple[int, int, str]] = []
    words, own = frame.words_at(clause), author(frame, clause.start)
    if not _names_as_another(words, own):
        found += _replaced(words, clause.start, _FIRST, own)
        found += _also_agreeing(words, clause.start, own)
    found += _replaced(words, clause.start, _SECOND, addressee(frame, clause.start))
    pronoun = _THIRD.search(words)
    if pronoun and not _names_somebody(frame, clause, pronoun.start()):
        found += _replaced(words, clause.start, _THIRD, third_person(frame, clause))[:1]
    holders = [mention for mention in within(frame.people, clause) if _SURE_HOLDER.fullmatch(mention.text)]
    names = [(one.start, one.end, one.value.name) for one in holders if isinstance(one.value, Person)]
    return found + [hole for hole in names if not own or hole[2].split(" ")[-1] != own.split(" ")[-1]]


def _names_as_another(words: str, own: str) -> bool:
    """Whether words of “I” name the author too, who then wrote for somebody else: “I met Eshkol with Barbour”."""
    last = own.rsplit(" ", 1)[-1]
    if not last or last not in words or " of " in own or " in " in own:
        return False
    return re.search(rf"\b{re.escape(last)}\b", words) is not None


def _names_somebody(frame: Frame, clause: Span, length: int) -> bool:
    """Whether a name stands in the first so many characters of the clause, whom “he” may mean."""
    words, at = list(frame.words_at(clause)[:length]), clause.start
    for mention in within(frame.dates, Span(at, at + length)):
        words[mention.start - at : mention.end - at] = " " * len(words[mention.start - at : mention.end - at])
    return bool(_NAMED_BEFORE.search("".join(words)))


def _replaced(words: str, offset: int, pronoun: re.Pattern[str], name: str) -> list[tuple[int, int, str]]:
    """Each such pronoun as the name, the verb after it and the possessive in agreement."""
    holes, name = [], f"the {name}" if _OFFICE.fullmatch(name) else name
    for match in pronoun.finditer(words) if name else ():
        short = _SHORT.get(match.group()[1:])
        if short:
            holes.append((offset + match.start(), offset + match.end(), f"{name} {short}"))
            continue
        if is_honour(match.group()) or (match.group() == "myself" and holes):
            put = "himself" if match.group() == "myself" else name
            holes.append((offset + match.start(), offset + match.end(), put))
            continue
        said, *adverb, verb = match.group().split(" ") if " " in match.group() else (match.group(), "")
        owns = said.lower() in ("my", "your", "his")
        verb = f" {' '.join([*adverb, _agreeing(verb, several=' and ' in name)])}" if verb else ""
        holes.append((offset + match.start(), offset + match.end(), f"{name}{'’s' if owns else ''}{verb}"))
    return holes


def _also_agreeing(words: str, offset: int, name: str) -> list[tuple[int, int, str]]:
    """The second verb of an “I” for which a name is put, in agreement with that: “is well again and has every hope”."""
    several = " and " in name
    verbs = (match.span("verb") for match in _ALSO_FIRST.finditer(words) if name)
    return [(offset + at, offset + end, _agreeing(words[at:end], several=several)) for at, end in verbs]


def _agreeing(verb: str, *, several: bool) -> str:
    """The verb of “I” as that of one who is named, or of two."""
    return _AS_SEVERAL.get(verb, verb) if several else AS_THIRD.get(verb, third(verb))


def _filled(text: str, clause: Span, holes: list[tuple[int, int, str]]) -> str:
    out, at = [], clause.start
    for start, end, filling in holes:
        if start < at or start >= clause.end:
            continue
        out += [text[at:start], filling]
        at = end
    return "".join([*out, text[at : clause.end]]) if at < clause.end else "".join(out)
