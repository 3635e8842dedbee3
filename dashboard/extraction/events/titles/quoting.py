"""Quoting: a sentence in the document’s own words, with who wrote it to whom before it.

“I” and “you” are then known, and nothing is said that the document does not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from dashboard.extraction.events.lines.breaking_off import CLOSING, LEAST_FILLED, broken_off, is_cut_whole, is_open
from dashboard.extraction.events.lines.compressing import compressed
from dashboard.extraction.events.lines.leading import without_greeting, without_opening, without_reference
from dashboard.extraction.events.lines.shortening import (
    LONGEST,
    capital,
    has_verb,
    heads_of,
    is_dangling,
    wants_more,
    without_tail,
)
from dashboard.extraction.events.lines.standing import is_quotable
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.telegraphese import in_english, is_cable, is_telegraphic
from dashboard.extraction.events.paper.voices import author, is_anothers
from dashboard.extraction.events.titles.opinions import speaker_of
from dashboard.extraction.events.titles.wording import without_marks
from dashboard.model import Span

_Form = Callable[[str, str], str]
"""How words and their teller stand together."""
_MOST = 400
"""Characters of a sentence that are looked at."""
_LEAST = 32
_PAGE = re.compile(r"\s*\[(?:Page|Map)[^\]]*\]\s*")
_EDITED = re.compile(r" ?\[[^\[\]]{1,12}\]")
"""What an editor put in or corrected."""
_LINK = re.compile(
    r"^(?:(?:[a-z\d]{1,2}[.)]|[A-H]\.(?= (?:The|In|If|We|I|It|To|On|At)\b)) |[\s,;:.“”‘’(\[)\]•—–-]"
    r"|(?i:(?:and|but|or|that|also|therefore|however|so)\b(?![’'])),?|[Ii]\.e\.,? "
    r"|for,? (?=(?:it|he|they|the|I|we|this|there)\b))+"
    r"|^(?:My [Dd]ear|Dear|Sir|Excellency|Gentlemen)\b[^:,;]{0,40}[:,;] "
    r"|^[Ff]or (?:your|his) information,? "
)
"""The mark of a list, and what links a clause with the words before it."""
_SOURCE = re.compile(r"^\s*(?:\([^()]*\d[^()]*\)|(?=[^()]*\d\))[^()]*\)) (?=[A-Z])")
"""Where something is printed, in brackets, before the sentence."""
_FILED = re.compile(
    r"\.? \([^()]*(?:[Tt]elegram|[Dd]espatch|[Uu]rtel|[Mm]ytel|Embtel|Deptel|Ibid|Papers|Files?|Library|Archives"
    r"|[Pp]aragraph|Document)\b[^()]*\)\.?$"
)
"""Where a paper is kept, or by what telegram something was told, in brackets behind the sentence."""
_POLITE = re.compile(
    r"^(?:(?:Presumable |Apparent |Presumably a |An apparent )?[Rr]eferences? (?:is |are )?to )?"
    r"(?:(?:Incidentally|However|In (?:this|that) connection|In reply|In brief|Moreover|Nevertheless|Thus),? )?"
    r"(?:(?:I|We) (?:[a-z]+ ){1,5}?"
    r"(?:add|state|say|report|inform you|point out|advise you|observe|remark|find|find today)"
    r"(?: [^,;]{1,40})? that |It is needless to (?:add|say) that "
    r"|(?:Bear in mind|Please note|Note)(?: also)? that "
    r"|(?:You|It) will (?:be )?(?:recall|remember|note|observe)(?:ed|d)? that "
    r"|(?:I|We) find today (?:\([^)]*\) )?that )?"
)
_BEGINS = re.compile(r"(?:[;:—]|\b(?:that|and|but|because)) ?“?$")
"""What stands before a clause that may be a sentence of its own."""
_SOMEBODY = re.compile(r"\b(?:he|him|she|they|them|it)\b")
"""Who may be named in the half of the sentence that is left out."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
"""Who needs to be named."""
_LAST_NAME = re.compile(r"^(?!.*\b(?:of|and|in|at|by|Embassy)\b)(?:[A-Z][\w.]*\.? )+(?=[A-Z])| to (?:the )?[A-Z].*$")
"""What may go before the name of who writes, and whom he writes to."""
_SPEECH = re.compile(r"^(?:address|remarks|speech|statement|testimony|toast|lecture|memorandum) (?:by|from) ")
"""What a person said or wrote is that person's."""
_SENTENCE_ENDS = re.compile(r"(?<=[ap]\. m\.) (?=[A-Z])|(?<=[ap]\.m\.) (?=[A-Z])")
"""A sentence that an hour at its end runs together with the next."""
_ASIDE = re.compile(r"\bthat, (?:subject|in|on|at|after|before|following|despite|for|under|if)\b[^,;]{4,90}, (?=[a-z])")
"""What a cable, which is told in English rather than quoted, says by the way."""
_AT_HOUR = re.compile(r"^At (?:about |around )?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.,? ")
_RUN_TOGETHER = re.compile(
    r"\b(?:[Ii]bid\b|pp?\. ?\d|volume \d)|[ap]\. ?m\. [A-Z]|[a-z]{3}\.’? [a-z]|’ that |‘[^’]*$|[’']s$"
)
"""Two sentences as one, a quotation within it that does not end, or an owner without what is owned."""
_SHARE = 0.45
"""How much of the clause must be quoted: less would leave out what it says."""
_FILLED = 0.8
"""How much of the room may be filled instead."""
_OWN_SHARE = 0.4
"""How many of the long words of the clause must be in what is cut from its sentence."""
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_OPEN_START = re.compile(
    r"(?:He|She|They|His|Her|Their|Its|Him|Them|Such|Latter|Former|he|she|they|his|her|their|its)\b"
    r"|[Ii]t (?!(?:is|was|has been|would be|will be|seems|appears)\b[^,;]{0,40} (?:that|to)\b)"
    r"|(?:This|These|Those|That|this|these|those|that) (?!(?:Government|Department|Embassy|Legation|week|month|year"
    r"|morning|afternoon|evening)\b)|(?:The )?[Ss]ame\b|[Ss]aid\b"
    r"|(?:Told|Stated|Replied|Asked|Added|Expressed|Emphasized|Noted|Thought|Felt)\b|[Ss]ee\b|[Dd]ated\b"
    r"|(?:Not p|P)rinted\b"
    r"|(?:not|to|of|than|as|did|was|were|is|are|has|have|had|will|would)\b|Presum"
    r"|(?:Your|My|Our) (?:cable|telegram|despatch|letter|message)s? (?:of [A-Z]|No\b|\d)[^;]*\d$"
    r"|\w{1,2}\) |Telegram [\w ,]{3,30};"
    r"|[A-Z][a-z]+ed (?:to|by|in|at|from|on|as)\b"
)
"""A sentence that begins with somebody or something told before it."""


class _Text(NamedTuple):
    """A text that may be quoted."""

    words: str
    form: _Form
    begun: int
    """Characters of it before the clause."""
    half: bool
    """Whether half of its sentence is left out."""
    room: int
    """Characters that a line has for it."""


class Quotable:
    """What may be quoted of the sentence that a clause stands in, read once and asked for more than once."""

    def __init__(self, frame: Frame, clause: Span, told_in: tuple[str, ...]) -> None:
        """`told_in` names who tells it, longest first; those with a subject are left aside."""
        self._frame, self._clause = frame, clause
        self._noted = frame.in_notes(clause.start)
        self._anothers = is_anothers(frame, clause.start)
        self._whose = author(frame, clause.start) if self._anothers else ""
        self._cable = is_cable(frame, clause)
        self._tellers = [one for one in told_in if ": " not in one]
        if self._tellers and not self._noted and heading_at(frame, clause.start).is_talk:
            self._tellers = [one for one in (speaker_of(frame, clause), *self._tellers) if one]
        if self._tellers and not self._noted:
            self._tellers.append(_LAST_NAME.sub("", _SPEECH.sub("", self._tellers[-1])))
        unasked = self._noted or heading_at(frame, clause.start).is_talk
        if self._tellers and (self._whose or (unasked and not self._anothers)):
            self._tellers.append("")

    def lines(
        self, *, closed: bool = True, cut: bool = False, broken: bool = False, torn: bool = False
    ) -> Iterator[str]:
        """“Brzezinski to President Carter: ‘only you can decide whether …’”; none where nothing whole fits the line.

        The sentence from the clause on, else from its own beginning; what the clause itself tells is always in it.
        `closed`: nothing in it may point to what stands before it, but for those who write and receive. `cut`: it ends
        with “…” where a clause of it ends. `broken`: it may be less than is told otherwise, and says so; `torn`: cut
        behind a phrase too, where its last word does not need what follows.
        """
        for text, form, begun, half, room in self._texts if self._tellers else ():
            least = begun + _SHARE * (self._clause.end - self._clause.start)
            least = room * LEAST_FILLED if broken else min(least, room * _FILLED)
            for words in broken_off(text, room, torn=torn) if broken else _lines(text, room, cut=cut):
                bare = words.removesuffix(f" …{CLOSING}").removesuffix(" …")
                wanted = max(least, room * LEAST_FILLED) if bare != words else least
                if len(words) <= wanted and not (broken and words == text):
                    continue
                if any(bare.lower() in teller.lower() for teller in self._tellers):
                    continue  # the name of the paper
                if _RUN_TOGETHER.search(words) or (half and not closed and _SOMEBODY.search(bare)):
                    continue
                if begun and bare != words and not self._tells_the_clause(bare):
                    continue
                if broken or is_quotable(bare, closed=closed, known=self._known):
                    yield self._told(form, words)

    def in_fewer_words(self, *, closed: bool = True) -> Iterator[str]:
        """“Carter: last summer we signed an agreement fair to both countries”: what the sentence says, compressed.

        Without quotation marks, as its words are not all there; empty where it tells nothing of the clause.
        """
        for words, form, half in self._fewer if self._tellers else ():
            if half and not closed and _SOMEBODY.search(words):
                continue
            if is_quotable(words, closed=closed, known=self._known):
                yield self._told(form, words)

    @cached_property
    def _fewer(self) -> list[tuple[str, _Form, bool]]:
        """Each text compressed, step by step, as far as it tells of the clause; with form and whether half is out."""
        plain, found = _plain_form(whose=self._whose, anothers=self._anothers, noted=self._noted), []
        for text, form, _, half, _ in self._texts:
            form = form if form is _reported else plain
            words = (one for one in compressed(text, self._room(form)) if not _RUN_TOGETHER.search(one))
            found += [(one, self._by_speaker(one, form), half) for one in words if self._tells_the_clause(one)]
        return found

    def _by_speaker(self, words: str, form: _Form) -> _Form:
        """The form in which the words stand: with their teller behind, where a speaker already leads them."""
        return _behind if _SPEAKER.match(words) and form is not _reported else form

    @property
    def _known(self) -> bool:
        """Whether “I” and “you” are who writes and receives."""
        return bool(self._whose) or not (self._anothers or self._noted)

    def _told(self, form: _Form, words: str) -> str:
        """The words with the longest name of who tells them that the line has room for."""
        tellers = (one for one in self._tellers if one or self._whose or not _FIRST_PERSON.search(words))
        lines = (form(words, teller) for teller in tellers)
        return next((line for line in lines if len(line) <= LONGEST), "")

    def beginning(self) -> str:
        """How the sentence begins, as far as the line goes, where it can be cut nowhere better; empty for none."""
        for text, form, begun, _, _ in self._texts if self._tellers else ():
            teller = min(self._tellers, key=lambda one: len(form("", one)))
            words = without_tail(text[: LONGEST - len(form(" …", teller))].rsplit(" ", 1)[0])
            if len(words) >= _LEAST and has_verb(words) and (not begun or self._tells_the_clause(words)):
                return form(f"{words} …{CLOSING if is_open(words) else ''}", teller)
        return ""

    def _room(self, form: _Form) -> int:
        """Characters that a line has for words beside the shortest name of who tells them."""
        return LONGEST - min(len(form("", teller)) for teller in self._tellers)

    def _tells_the_clause(self, words: str) -> bool:
        """Whether words cut from the sentence hold part of the clause, not only what stands before it."""
        own = _LONG_WORD.findall(self._frame.words_at(self._clause))
        return sum(word in words for word in own) >= _OWN_SHARE * len(own)

    @cached_property
    def _texts(self) -> list[_Text]:
        """Each text that may be quoted."""
        frame, clause, found = self._frame, self._clause, []
        sentence = frame.sentences.at(clause.start)
        for start in _starts(frame, clause):
            form = _form(whose=self._whose, anothers=self._anothers, noted=self._noted, cable=self._cable)
            text = _plain(frame, Span(start, _end(frame, clause)))
            text = _AT_HOUR.sub("", _SENTENCE_ENDS.split(text, maxsplit=1)[0])
            text = in_english(frame, clause, _ASIDE.sub("that ", text)) if self._cable else text
            said = _REPORTS.match(text)
            if said and not self._noted:
                text, form = said["what"], _reported
            half = start > sentence.start and frame.text[max(0, start - 3) : start].rstrip()[-1:] not in (":", "“")
            if not _OPEN_START.match(text):
                found.append(_Text(text, form, clause.start - start, half, self._room(form)))
        return found


def _starts(frame: Frame, clause: Span) -> Iterator[int]:
    """Where the quotation may begin: at the clause if it begins as a sentence does, and at its sentence."""
    sentence = frame.sentences.at(clause.start)
    if clause.start > sentence.start and _BEGINS.search(frame.text, sentence.start, clause.start):
        yield clause.start
    yield sentence.start


def _end(frame: Frame, clause: Span) -> int:
    """The end of the sentence, or of the clause where that goes on; behind a colon, what it announces."""
    if frame.text[clause.end : clause.end + 1] == ":" or frame.text[clause.end - 1] == ":":
        return min(clause.end + _MOST, frame.paragraph(clause.start).end)
    return max(min(frame.sentences.at(clause.start).end, clause.start + _MOST), clause.end)


def _form(*, whose: str, anothers: bool, noted: bool, cable: bool) -> _Form:
    """How words and teller stand together: “Baruch: ‘…’”; “Eden: ‘…’ (passed on by Baruch)” where the words are
    another’s, `whose` name may be known. Without quotation marks where a cable is put in English, or editors speak."""
    if noted and not anothers:
        return _plain_form(whose="", anothers=False, noted=True)
    if anothers:
        return lambda words, teller: f"{_led_by(whose)}“{words}”{_handed_on(teller, noted=noted)}"
    marks = ("", "") if cable else ("“", "”")
    return lambda words, teller: _after(teller, f"{marks[0]}{words}{marks[1]}")


def _plain_form(*, whose: str, anothers: bool, noted: bool) -> _Form:
    """The same without quotation marks."""
    if anothers:
        led = _led_by(whose)
        return lambda words, teller: f"{led}{words if led else capital(words)}{_handed_on(teller, noted=noted)}"
    if noted:
        return lambda words, teller: capital(words) + (f" ({teller})" if teller else "")
    return lambda words, teller: _after(teller, words)


def _handed_on(teller: str, *, noted: bool) -> str:
    """“ (passed on by Baruch)”, “ (quoted in an editorial note)”; nothing where nobody needs to be named."""
    article = "an" if teller[:1] in "aeio" else "a"
    return f" ({f'quoted in {article}' if noted else 'passed on by'} {teller})" if teller else ""


def _led_by(whose: str) -> str:
    """“Eden: ”; nothing where nobody is known."""
    return f"{capital(whose)}: " if whose else ""


def _after(teller: str, words: str) -> str:
    """“Baruch: …”; the words alone where nobody needs to be named."""
    return f"{capital(teller)}: {words}" if teller else capital(words)


_SPEAKER = re.compile(r"(?:the )?[A-Z][^:‘’“”,;]{2,60}: ")
"""“The Minister: Amin had given information”."""


def _behind(words: str, teller: str) -> str:
    """What a speaker said, with who tells it."""
    return capital(words) + (f" ({teller})" if teller else "")


def _reported(words: str, teller: str) -> str:
    """What somebody said whom the sentence does not name, with who reports it; too long without."""
    return f"“{words}” (reported by {teller})" if teller else " " * (LONGEST + 1)


_REPORTS = re.compile(
    r"(?:(?:He|She|They|he|she|they) )?(?:(?:also|then|further|again|had|has|next|later) )*"
    r"(?:[Ss]aid|[Ss]tated|[Aa]dded|[Rr]eplied|[Ii]nformed|[Tt]old|[Rr]emarked|[Oo]bserved|[Nn]oted|[Ii]ndicated"
    r"|[Ee]mphasized|[Ss]tressed|[Rr]epeated|[Ee]xplained|[Pp]ointed out|[Ii]nsisted|[Cc]laimed|[Bb]elieved|[Tt]hought"
    r"|[Ff]elt|[Rr]ecalled|[Aa]nnounced|[Dd]eclared)(?: (?:to )?(?:me|him|us|her|them|today|again|also|further))*"
    r",? (?:that )?(?:(?:he|she|they) (?:is|was|were|are) (?:convinced|sure|of the opinion|of opinion) that )?"
    r"(?P<what>.{30,})$"
)


def _lines(text: str, room: int, *, cut: bool) -> Iterator[str]:
    """The text and its main clause, or their heads, where they fit and are English in full."""
    for whole in dict.fromkeys((text, without_opening(text))):
        fits = len(whole) <= room and not cut
        if fits and not is_dangling(whole) and not wants_more(whole) and not is_telegraphic(whole):
            yield whole
        for head in heads_of(whole) if cut else ():
            if _LEAST <= len(head) < room - 1 and is_cut_whole(whole, head) and not is_telegraphic(head):
                yield f"{head} …"


def _plain(frame: Frame, span: Span) -> str:
    """The words of the span without marks of notes and of pages, inner quotation marks made single."""
    text = _EDITED.sub("", _PAGE.sub(" ", without_marks(frame, span)))
    text = without_greeting(without_reference(_SOURCE.sub("", text)))
    text = _POLITE.sub("", _LINK.sub("", _FILED.sub("", " ".join(text.split())))).rstrip(" .,;:”’—–-")
    text = text.replace("“", "‘").replace("”", "’")
    return f"{text}{CLOSING}" if is_open(text) else text
