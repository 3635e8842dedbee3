"""Wholeness: whether a line begins and ends where its text does, judged by what stands there before and behind it.

What a line broke off from is seen in the text it was taken from, not guessed from its last word: “an advisory mission”
is whole before “arrived”, and torn before “to the army”. Every line that may be a title is asked once, here.
"""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.broken import lacks_second
from dashboard.extraction.events.lines.definite import MONTHS
from dashboard.extraction.events.lines.lacking import LACKING, LITTLE, LOOSE, TORN
from dashboard.extraction.events.lines.main_verb import has_main_verb, only_leads_up
from dashboard.extraction.events.lines.needs import SURE_VERB, lacks_complement, lacks_object
from dashboard.extraction.events.lines.of_which import LEADS_IN, is_object_of_which
from dashboard.extraction.events.lines.opened import lost_of_opened, without_agents
from dashboard.extraction.events.lines.remainder import SPARED, cut_before
from dashboard.extraction.events.lines.said_when import THEN_TIME, TIME_AT_END
from dashboard.extraction.events.lines.shortening import capital, is_dangling
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.events.lines.told_bare import told_bare
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.telegraphese import in_english
from dashboard.model import Span

_PAGE = re.compile(r"\s*\[(?:Page|Map)[^\]]*\]\s*")
_QUOTES = str.maketrans("“”", "‘’")
_MOST = 700
"""Characters of a text that are looked at."""
_AT_END = re.compile(r"\d{0,3}[’)\]]*\s*(?:$|[.;!?—–\[])")
"""What shows that the text ends where the line does."""
_BY_THE_WAY = re.compile(r"[’)]*(?: ?\([^()]*\)| ?—[^—;]{3,90}—)+")
_LEADS_TO = re.compile(
    r"\b(?:as follows|quoted below|(?:the )?following (?:letter|message|note|account|report|statement|telegram|reply"
    r"|communication|text)s?(?: [^,;:]{2,30})?)$|^(?:Sent|Repeated|Relayed|i\.e\.,) "
    r"|\bwhich reads?$|\bwith (?:the|this) (?:comment|remark)s?$|(?<!as )(?<!be )(?<!was )(?<!were )(?<!been )"
    r"\b(?:(?:said|stated|observed|declared)(?: (?:in|at|on|during|before|after|from) (?:(?! that\b)[^,;:‘])*)?"
    r"|wrote|indicated|replied|commented|noted|remarked|recalled|had heard)$"
)
"""“Informed me as follows |”, “Chase observed in a statement |”, “| Sent to Stilwell”: what was said, or sent, stands
elsewhere."""
_WITHIN_WORD = re.compile(r"[^\W\d_]|[–-]\w|[’']s\b")
"""What goes on without a blank: the end of a word, of a number “2 | –3 years”, of an owner’s name."""
_ANNOUNCES = re.compile(r"\d{0,3}[’)]*\s*(?::|,? as follows|,? reading)")
_OF_SEVERAL = re.compile(
    r"^“?(?!(?:The[a-z]*|We|You|Both|All|Some|Many|What|If|When) |[A-Z]\w*(?:ish|ese|ch|s|men) )(?:[A-Z][\w.]+ ){0,2}"
    r"[A-Z][a-z]+(?<!s) were\b|\band (?:in|on|at|by|for) an? [a-z]+$"
)
"""“(Dulles and) | Pinay were to meet”, “called attention to it and in a memorandum |”: one of several, or of two."""
_ONLY_BEFORE = re.compile(r"\b(?:only|not|never|no|nothing)\b")
_LIMIT = re.compile(r",? (?:before|after|until|till|since|if|unless|when|except|pending|but (?:an?|the|to) )\b")
"""What a line with “only” or “not” is not true without."""
_WOULD = re.compile(r"\b(?:would|will|could|might|willing|ready|prepared|agree(?:d|s|able)?)\b")
_IF = re.compile(r",? (?:if|provided|on condition)\b")
"""What nobody would do but on that condition."""
_THE_AT_END = re.compile(r" the ((?!city|town|country|capital|port|place)[a-z]{4,})$")
"""“Pointed in the direction |”, of “in this direction”: which?"""
_LIMITS = ((_LIMIT, _ONLY_BEFORE), (_IF, _WOULD))
_OF_NOTHING = re.compile(r"[\w’ ]{3,40} (?:to|in|of|by|for|with|on) which\b")
"""“The extent to which the speech |”: a relative clause that has lost its verb."""
_SUBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|I|we|who|which|whatever|whose)$")
_ENDS_IN_ADJECTIVE = re.compile(
    r"(?<!\b[Tt]he )\b(?:[a-z]{2,}(?:tional|ficial|onial|ercial|ncial|dustrial|anied|eign)|(?<!each )other|certain"
    r"|several|various|recent|so-called|Mr\.?|Messrs\.?|a [A-Z][a-z]+|nos?\.? \d+|in terms"
    r"|the (?:first|second|third|fourth|fifth)|much|longer"
    r"|an? (?:full|strong|new|major|great|further|joint|special|formal|detailed|long)"
    r"|now|also|already|still|never|just|almost|nearly"
    r"|presumably|probably|why|how|particularly|especially|mainly|decidedly|likewise done|met|said|stated"
    r"|informed|told|thereby|then again|and again)$|[a-z][’']s$|[a-z]s’$"
    r"|\(\d{1,2}\)$"
    r"|\b(?:which|who|whereby|as|because|if|unless|(?:has|have|had|was|were|is|are|will|would)(?: not)?"
    r"(?!, (?:he|she|it|they|however|of course)\b)), [^,]*$"
    r"|,? in (?:response|reply|answer|turn|addition)$"
)
_FEW_WORDS = (5, 3, 2)
"""How many of the words at its end a line is found by in the text; the first of these that is found."""
_BEFORE_NAME = ((2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (1, 1), (1, 2))
"""Words by which the place of a pronoun is found, and words of the line from the name on that stands for it."""
_ROWS = re.compile(r"\. \d[\d,.]*$|(?:\d{3,4}, [A-Z][a-z]+ \d{1,2}\b.*){2}")
"""The cell of a table, a list of papers."""
_TOLD_BY = re.compile(r"[^:“”(]{3,70}: (?!“)")
_REQUEST = re.compile(r"(?:[Rr]equest|[Aa]sk|[Pp]lease|[Uu]rge|[Ss]uggest|[Ff]ollowing)\b")
"""What somebody asks or announces without saying that it is he."""
_YOU = re.compile(r" (?:you|I|he|she|they|we|me|us|him|her|them|(?P<owns>your|my|our|his|their))(?=$|[ ,])")
_ORDINAL = re.compile(
    rf"{MONTHS} \d{{1,2}} to [a-z]+ |"
    r"\d+(?:st|nd|rd|th|d) (?:in|at|on|to|of|and) |\d+, |[Ww]ell as |[IVX]+, "
)
"""What is left of a date or of a list."""
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_SHORT, _MANY, _SHARE = 60, 9, 0.35
"""Characters of a line that may tell little; of a clause of more long words than this it should hold this share."""


_NAMES_WHAT = re.compile(
    r"\b[Ff]or (?:(?:the |an? |further )?(?:[a-z]+ )?(?:texts?|documentation|reports?|records?|accounts?|summary)"
    r" (?:of|on|regarding|concerning)(?: the| an?)?)?$"
    r"|\breference (?:is |was )?(?:presumably |apparently )?to(?: the| an?)?$"
)
"""What stands before the name of a paper in a note: “For text of | the declaration adopted by …”."""


_ACT = re.compile(
    r"(?:Records? of |(?:(?!\b(?:in|by|on|at|to|for|from|with)\b)[^,]|in [A-Z]\w+[’']s ){0,90}?"
    r"(?i:\b(?:telegram|letter|memorandum|despatch|dispatch|message|note|article|speech|proposal|bill|treaty|agreement"
    r"|convention|declaration|statement|resolution|report|notice|draft)s?\b)|.*(?:\bActs?\b|\bcalled\b))"
)
"""“Eden’s message which Bulganin received”: what tells enough without a verb of its own; and a verb, “called”."""
_DOUBTED = re.compile(
    r"\b(?:[Ee]ither|or|whether|unless)(?:,? ?\(?[a-z\d][).])?$"
    r"|\b(?:no|not|never|neither|den(?:y|ied|ies)|doubt[a-z]*|un(?:likely|true|founded)|improbable|(?:im)?probability"
    r"|possibility|danger|charges?|allegations?|alleged|rumou?rs?|fear(?:s|ed)?|hope[sd]?|claim(?:s|ed)?)\b[^;.]* that$"
)
"""“No foundation exists for the charge that | he fired”, “or | his army will withdraw”: alone it is told as so."""
_OR = re.compile(r"\bor\W*(?:\(?[a-h\d][.)]\W*)?$")
"""What joins a sentence of a list with the one before, in so many characters before it."""
_BEFORE_LIST = 12


class Wholeness:
    """The text around a clause, against which every line made of that clause is held."""

    def __init__(self, text: str, clause: str) -> None:
        """`text` is the sentence, in one line, that the clause stands in."""
        self._text, self._clause = text.translate(_QUOTES), clause

    def lacks(self, line: str) -> float:
        """How much the line lacks of being whole: 0 for one that begins and ends where its text does."""
        if not line:
            return 0
        told, quoted = _told(line)
        broken = told.endswith(("…", "…’"))
        words = told.rstrip("’").rstrip("… ") if broken else told
        spoken = has_finite_verb(words)
        asked = broken or quoted or (spoken and not _ACT.match(words))
        verbless = asked and not has_main_verb(words)
        lost = TORN if verbless and (broken or has_main_verb(self._text)) else 0
        lost = max(
            lost,
            self._end(words, spoken=spoken, told=_TOLD_BY.match(line) is not None),
            self._little(words) if spoken and not quoted else 0,
        )
        lost = max(lost, TORN * (words.count("(") != words.count(")")), LACKING * bool(_LEADS_TO.search(words)))
        return max(lost, self._beginning(words) if spoken else 0)

    def _little(self, words: str) -> float:
        """What a line with a verb lacks that tells only a little of what the clause tells: less where it is its end."""
        own = _LONG_WORD.findall(self._clause) if len(words) <= _SHORT else []
        if len(own) <= _MANY or sum(word in words for word in own) >= _SHARE * len(own):
            return 0
        return LITTLE if _AT_END.match(self._behind(words) or "") else LACKING

    def _end(self, words: str, *, spoken: bool, told: bool) -> float:
        """What the line lacks at its end."""
        rest = self._behind(words)
        if (rest and _WITHIN_WORD.match(rest)) or lacks_second(words) or is_dangling(words):
            return TORN
        if _ROWS.search(words) or _ORDINAL.match(words):
            return TORN
        untold = lost_of_opened(words, "" if rest is None or _AT_END.match(rest) else rest)
        if untold or _OF_SEVERAL.search(words):
            return untold or TORN
        pointing = _THE_AT_END.search(words)
        if pointing and re.search(rf"\b(?:this|these|such) {pointing[1]}\b", self._text):
            return LACKING
        if rest and any(limit.match(rest) and limited.search(words) for limit, limited in _LIMITS):
            return LACKING
        for spared in (_BY_THE_WAY, THEN_TIME, _BY_THE_WAY) if rest else ():
            found = spared.match(rest or "")
            rest = re.sub(r"^(?=\w)", " ", rest[found.end() :]) if found and rest else rest
        if spoken and not (rest or "").startswith((",", "(")) and lacks_object(words):
            return LACKING
        if rest is not None and _AT_END.match(rest):
            return 0
        if rest and told and not (has_main_verb(capital(without_agents(words))) or _REQUEST.match(words)):
            return TORN
        if _ENDS_IN_ADJECTIVE.search(words) or only_leads_up(words.rpartition(": ")[2]):
            return TORN
        if not spoken and _OF_NOTHING.match(words):
            return TORN
        if spoken and _SUBJECT_PRONOUN.search(words) and not (rest or "").startswith(","):
            return TORN
        if rest is None or words.endswith("."):
            return 0
        if spoken and lacks_complement(words, rest):
            return LACKING
        if _ANNOUNCES.match(rest):
            return LOOSE
        return cut_before(words, rest, spoken=spoken)

    def _behind(self, words: str) -> str | None:
        """What follows the last words of the line in the text; none where they do not stand there."""
        last = words.translate(_QUOTES).split(" ")
        for count in _FEW_WORDS:
            tail = " ".join(last[-count:])
            at = self._text.rfind(tail) if len(last) >= count else -1
            if at >= 0:
                return self._text[at + len(tail) :]
        for count, named in _BEFORE_NAME:
            tail = " ".join(last[-named - count : -named])
            at = self._text.rfind(tail) if len(last) >= named + count else -1
            you = _YOU.match(self._text, at + len(tail)) if at >= 0 else None
            if you and you["owns"] and "’s" not in " ".join(last[-named:]):
                return f"’s{self._text[you.end() :]}"
            if you and not you["owns"]:
                return _behind_name(self._text[you.end() :], last[-named:])
        return None

    def _beginning(self, words: str) -> float:
        """What a line with a verb lacks at its beginning: nothing where a clause may begin there."""
        first = words.translate(_QUOTES).split(" ")
        if _is_of_another(self._text, first):
            return TORN
        at = self._text.find(" ".join(first[:3])[1:]) - 1
        if at < 0:
            return TORN * is_object_of_which(self._text, first)
        before = TIME_AT_END.sub("", self._text[:at]).rstrip()
        if at <= 0 or not before or before.endswith("eference is to"):
            return 0
        if _NAMES_WHAT.search(before):
            return LITTLE
        if _DOUBTED.search(before):
            return TORN
        led = before.lower().split(" ")[-2:]
        if words[:1].isdigit() and led[-1] in ("and", "or", "to"):
            return TORN
        return LACKING if led[-1] in LEADS_IN or led[0] == "to" else 0


def wholeness_in(frame: Frame, clause: Span) -> Wholeness:
    """The same for a clause of a document: its sentence without the marks of notes and pages."""
    first, last = frame.sentences.at(clause.start), frame.sentences.at(max(clause.start, clause.end - 1))
    at, end, parts = min(first.start, clause.start), max(last.end, clause.end), []
    marks = (note.mark for note in frame.document.notes if note.mark and at <= note.mark.start < end)
    for mark in sorted(marks, key=lambda mark: mark.start):
        parts.append(frame.text[at : mark.start])
        at = mark.end
    alternative = _OR.search(frame.text[max(0, first.start - _BEFORE_LIST) : first.start])
    text = "".join([alternative.group() if alternative else "", *parts, frame.text[at:end]])[:_MOST]
    text = in_english(frame, clause, " ".join(_PAGE.sub(" ", text).split()))  # as the lines are
    return Wholeness(text, frame.words_at(clause))


def _told(line: str) -> tuple[str, bool]:
    """The line without who tells it and without its quotation marks, and whether it had such."""
    told = told_bare(line)
    quoted = told != line and told.startswith("“") and told.endswith("”") and told.count("“") == 1
    return (told[1:-1] if quoted else told), quoted


def _behind_name(text: str, words: list[str]) -> str:
    """What follows the words in the text, of which the first stand for a pronoun that is already behind."""
    own = (" ".join(["", *words[count:]]) for count in range(1, len(words)))
    return next((text.removeprefix(one) for one in own if text.startswith(one)), text)


def _is_of_another(text: str, words: list[str]) -> bool:
    """Whether a line says of its subject what its sentence says, by “which”, of something else."""
    for count in (1, 2, 3):
        if len(words) <= count + 3 or words[count - 1] in ("which", "who"):
            continue
        at = text.find(" ".join(["which", *words[count : count + 3]]))
        if at > 0:
            _, subject, between = text[:at].rpartition(words[count - 1])
            return not subject or SURE_VERB.search(SPARED.sub("", between)) is not None
    return False
