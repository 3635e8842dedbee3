"""Edition: what editors say of their own edition, which is no history but for the thing it dates.

“For text of the resolution adopted on January 23, see the Bulletin of March 20”: the resolution was adopted, and what
the second date dates is a reprint. Where only the copy at hand is dated (“the date at the end is presumably the date of
typing”), nothing happened that a reader would look for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.lines.shortening import capital, shortened, without_tail
from dashboard.extraction.events.lines.standing import has_finite_verb, names_something, points_away
from dashboard.extraction.events.paper.context import contexts, with_context
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.titles.wording import clause_words
from dashboard.model import Mention, Span

_SEE = re.compile(
    r"[\[(]?(?:(?:[Ff]or|[Oo]n|[Cc]oncerning|[Rr]egarding|[Aa]s to) (?P<what>[^;]{4,400}?),?|(?P<rest>[^;:.]{20,300}),)"
    r"(?<!\bto) see (?:also )?"
    r"(?P<where>)(?=[A-Z\d]|ante\b|post\b|supra\b|infra\b|ibid\b|footnotes?\b|the )",
    re.DOTALL,
)
"""“For text of …, see …”; where a citation of a paper has taken the beginning, the rest of it."""
_IS_KEPT = re.compile(
    r"(?P<what>(?!(?:he|she|they|I|we|it|which)\b)[^;:]{4,300}?),? (?P<where>)"
    r"(?:(?:is|are) (?:also |here |not |apparently )*(?:printed|published|reprinted|reproduced|filed|attached"
    r"|scheduled for publication|available in|ibid|on file\b|in (?:the )?(?:Department"
    r"|Foreign Relations|(?:tele|air)grams? \d+"
    r"|[A-Z][\w. ]{2,40} (?:Files?|Library|Papers|Society|Archives|Collection)))\b"
    r"|may be found in\b|not printed$)",
    re.IGNORECASE | re.DOTALL,
)
"""“Owen’s memorandum of November 9 is printed in …”: papers of which the editors speak in the present."""
_REFERS = re.compile(
    r"(?:(?:The r|R)eference (?:here )?(?:is|was) (?:presumably|apparently|probably|evidently) to"
    r"|(?:(?:Presumably|Apparently|Possibly),? )?(?:the )?(?:[A-Z][\w.’-]+,? (?:(?:like|and) )?){1,4}"
    r"(?:is|was) (?:also |presumably |apparently |evidently )?referring to)"
    r" (?P<what>[^;:]{12,300}?)(?P<where>)[.,]?$",
    re.DOTALL,
)
"""“Reference is apparently to Scott’s conversation with Dulles”, “Mondale is also referring to Carter’s remarks”."""
_IS_TAKEN = re.compile(
    r"(?:The |This )?(?P<what>(?:following )?(?:information|account|summary|list|table|text)\b[^;:]{0,160}?)"
    r" (?P<where>)(?:is|was|are|were) (?:drawn|taken|derived|compiled|reconstructed) from\b"
)
"""“The information in this summary was drawn from telegrams 56 and 101”: papers that say nothing here."""
_LEFT_OUT = re.compile(
    r"\[?(?:Here follows?|Omitted here (?:is|are)) (?:the |an? )?(?!(?:[a-z]+ )?discussion)"
    r"(?P<what>[^;\[\]]{12,300}?)(?P<where>)[.\]]*$",
    re.DOTALL,
)
"""“[Here follows Dulles’ assessment of the vote of confidence.]”: what the editors left out."""
_OF_THE_COPY = re.compile(
    r"(?:The )?source text\b|Source: |Attached but not printed|Tab [A-Z]\b[^;]{0,80}? (?:is|was) an? "
    r"|(?:The |which )?(?:bracketed )?dates? [“‘(]"
    r"|A? ?[Cc]op(?:y|ies) (?:is |are )?(?:filed|attached)\b|It is not clear whether the reference\b"
    r"|(?:which )?bears the date\b|[^;]{0,120}\bpresumably the date of\b"
    r"|(?:(?:Both|The|This|These) )?[\w ]{3,30} (?:is|are|was|were) (?:erroneously |incorrectly |un)*dated [^;,]{3,20}$"
)
"""What is said of the copy at hand."""
_ON_A_PAGE = re.compile(
    r"[^;]{3,160}? (?:is|are) (?:also )?(?:given|told|published|printed|reprinted|listed|reproduced)\b[^;]{0,60}? in "
    r"[^;]{5,200}?\bpp?\. ?\d",
    re.DOTALL,
)
"""“A similar list is given in Rigdon, White House Sailor (Garden City: Doubleday and Company, 1962), pp. 280–281.”"""
_IN_A_LABEL = re.compile(
    r"\bForeign Relations, [^;()]{0,40}\bvol(?:ume|\.)s? [IVXL\d]+[^;()]*$"
    r"|(?:\bSource: |\()(?=[^()]*\b(?:Files?|Library|Archives|Papers|Lot \d))[^()]*$"
)
"""A title of a volume or the name of a file, down to a date that stands in it."""
_IMPRINT = re.compile(r"\((?:[A-Z][\w.]+(?:, | and | |(?=:))){1,5}: [^():]{3,90}, ")
_THEN_IMPRINT = re.compile(rf"[^();:.]{{0,40}} {_IMPRINT.pattern}\d{{4}}\)")
_IMPRINT_WITHIN = 140
"""“Military Relations, 1939–1945 (Washington: Government Printing Office, 1959)”: the place, the house, the year."""
_LABEL_ENDS = re.compile(r"(?<!\bvol)(?<!\bNo)(?<=\w\w)\. (?=[A-Z])")
_LABEL_WITHIN = 240
"""Characters before a date within which such a name begins."""
_OF_ITS_TIME = re.compile(r"\b(?:League of Nations|Journal|Congressional Record|Times|Tribune|Gazette)\b")
"""What was printed in a journal of the time was news in its time."""
_ABOUT_A_PAPER = re.compile(
    r"^[\[(]?(?:(?:(?:the|an?|other|following|further|full|final|complete|English|portions? of|summary|passages?"
    r"|additional)"
    r" )*(?:(?:texts?|documentation|documents|information|papers|account|record|details?|translations?|excerpts?"
    r"|extracts?|summary|report|memorand(?:um|a)(?= of (?:an?|the)\b.*\bconversation))"
    r" )(?:of|on|about|relating to|concerning|regarding|from) )+",
    re.IGNORECASE,
)
"""In what the thing is told, which is not the thing."""
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(r".* and (?=an? (?:memorandum|record|summary|account|report) of )", re.DOTALL)
"""“A memorandum of the talk with Solomon and | a memorandum of a January 13 talk”: what comes before the one dated."""
_WITH_IT = re.compile(r",? (?:and|with) its (?:enclosures?|annex(?:es)?|attachments?|appendi(?:x|ces))\b")
_LOOSE_END = re.compile(r", (?:signed|issued|dated|adopted|approved|incorrectly)$| page \d+$")
_NO_THING = re.compile(r"(?i:was|were|is|are|has|have|had|consists?|bears?|reads?|sent|tab [a-z])\b")
"""How no thing begins: a second verb of the sentence, and a part of the paper at hand."""
_IN_WHICH = re.compile(r",? (?:in|at|during|on|of) which\b")
_WHICH_DID = re.compile(r", which (?=(?:was|were|became|entered|came|took|[a-z]+ed)\b)(?=[^,]*$)")
"""“The Act of 1949, which became Public Law 11”: what became of the thing."""
_SEE_WITHIN = 24
"""Characters behind a clause, or at its end, in which “see” stands that the clause belongs to."""
_LEAST, _KNOWN = 12, 30
"""Characters of a thing that says what it is, and of one that a reader knows without being told who speaks of it."""


def dated_by_edition(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str | None:
    """The thing that a sentence of the editors dates, by whom it is told.

    Empty where they date their own edition or the copy at hand; None for a sentence that is not of that kind.
    """
    words = frame.words_at(clause)
    if not dates:
        return None
    if frame.in_notes(clause.start) and (_OF_THE_COPY.match(words) or _says_where(frame, clause, words)):
        return ""
    if frame.in_notes(dates[0].start) and (_is_in_label(frame, dates[0].start) or _is_of_book(frame, dates[0])):
        return ""
    start = _start_of_see(frame, clause)
    words = frame.text[start : clause.end]
    found = _SEE.match(words) or _LEFT_OUT.match(words) or _IS_TAKEN.match(words)
    if frame.in_notes(start):
        found = found or _IS_KEPT.match(words) or _REFERS.match(words)
    if not found:
        return None
    if dates[0].start >= start + found.start("where"):
        named = names_something(found["what"] or found["rest"] or "")
        return None if named and _OF_ITS_TIME.search(words, found.start("where")) else ""
    part = "what" if found["what"] else "rest"
    return _thing(frame, Span(start + found.start(part), start + found.end(part)), dates)


def _start_of_see(frame: Frame, clause: Span) -> int:
    """Where the sentence begins that sends the reader elsewhere, if the clause stands before its “see”; else itself."""
    start = frame.sentences.at(clause.start).start
    sent = _SEE.match(frame.text[start : clause.end + _SEE_WITHIN])
    return start if sent and start + sent.end() >= clause.end - _SEE_WITHIN else clause.start


def _says_where(frame: Frame, clause: Span, words: str) -> bool:
    """Whether the clause, or its sentence, only says in which file the paper is kept or on what page printed."""
    start = frame.sentences.at(clause.start).start
    printed = _ON_A_PAGE.match(words) is not None and not _OF_ITS_TIME.search(words)
    return printed or frame.text.startswith("Source: ", start)


def _is_in_label(frame: Frame, date: int) -> bool:
    """Whether the date belongs to the title of a volume, or to the name of the file in which the paper is kept."""
    start = max(frame.paragraph(date).start, date - _LABEL_WITHIN)
    found = _IN_A_LABEL.search(" ".join(frame.text[start:date].split()))
    return found is not None and not _LABEL_ENDS.search(found.group()) and not has_finite_verb(found.group())


def _is_of_book(frame: Frame, date: Mention) -> bool:
    """Whether the date is a year in the title of a book, or the one it was printed in."""
    if not any(letter.isalpha() for letter in date.text) and _THEN_IMPRINT.match(frame.text, date.end):
        return True
    opened = frame.text.rfind("(", max(0, date.start - _IMPRINT_WITHIN), date.start)
    return opened >= 0 and _IMPRINT.fullmatch(frame.text, opened, date.start) is not None


def _thing(frame: Frame, span: Span, dates: Sequence[Mention]) -> str | None:
    """The noun phrase without the paper that tells of it; empty for no phrase, None where it points elsewhere."""
    another = _FIRST_OF_TWO.match(frame.text[span.start : max(span.start, dates[0].start)])
    begun = span.start + (another.end() if another else 0)
    told = _ABOUT_A_PAPER.match(frame.text[begun : span.end])
    start = begun + (told.end() if told else 0)
    words = _IN_WHICH.split(clause_words(frame, Span(start, span.end), dates), maxsplit=1)[0]
    words = _LOOSE_END.sub("", _WITH_IT.sub("", words))
    words = shortened(without_tail(_WHICH_DID.sub(" ", _ARTICLE.sub("", words))))
    if len(words) < _LEAST or points_away(words) or " " not in words:
        return None
    if _NO_THING.match(words):
        return ""
    line = capital(words)
    return line if len(line) > _KNOWN and names_something(line) else with_context(line, contexts(frame, span.start))
