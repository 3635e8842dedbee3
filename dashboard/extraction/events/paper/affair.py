"""Affair: what a paper is on by its own words: its first sentences, its file number or the thing that it names most."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.lines.phrases import noun_phrases
from dashboard.extraction.events.lines.standing import points_away
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.on_what import filed_by, in_words, states_of
from dashboard.extraction.events.paper.own_title import own_title
from dashboard.extraction.events.paper.telegraphese import spelled_out
from dashboard.extraction.filing import collection_of
from dashboard.extraction.vocabulary import rows, word_list

_OPENING = 420
"""Characters below the heading in which a paper says on what it is."""
_PARAGRAPH = re.compile(r"^.{90}", re.MULTILINE)
"""The first line below the heading that is no dateline, nor names one of those present."""
_SENTENCE_ENDS = re.compile(r"[a-z]{3}\)?\. (?=[A-Z])")
"""Where the first sentence ends, and no dateline."""
_ON = re.compile(
    r"\b(?:on the (?:subject|question|matter) of|(?i:in re|re|regarding|concerning|respecting|relative to|relating to"
    r"|(?:with|in) (?:further )?(?:reference|regard|relation) to|with respect to))"
    r" (?:the (?:question|matter|subject|problem) of )?"
)
"""What leads to the subject of a paper, or of the one that it answers."""
_ENDS = re.compile(
    r"$|[.;:)\]]|,(?! (?:and|or|[A-Z]\w+)\b| [a-z]+,? and\b)"
    r"| (?:which|who|I|we|was|were|is|are|has|have|had|will|would|and (?:I|to|the Department|has|have))\b"
)
"""What follows a noun phrase that is whole."""
_NO_SUBJECT = re.compile(
    r"\d|^the United States$|\b(?:made|given|taken|sent|drawn) by\b"
    r"|\b(?:telegrams?|despatch(?:es)?|dispatch(?:es)?|letters?|notes?|memorand\w+|messages?|instructions?|airgrams?"
    r"|circulars?|\w+tels?|cables?|conversations?|paragraphs?|subjects?|points?|latter|former|request|statements?"
    r"|report|reply|answer|correspondence|contents?|copy|copies|text|views?|same|above)"
    r"(?: (?:of|from|to|in|by|at) .*)?$"
)
"""A paper, or a word that says not on what it is."""
_WHOLE = re.compile(r"(?:the|an?) |(?:[a-z-]+ ){0,3}[a-z]{3,}s (?:of|in|on|between|with|for|to|from|at) ")
"""How whole English begins: with an article, or several things: in cables one thing has lost its article."""
_NAME = re.compile(r"\b[A-Z][a-z]")
_OF_WHAT = (
    r"(?:refugee|exchange(?: control)?|peace|arms|debt|boundary|border|water|valley|security|treaty|food|oil|tariff"
    r"|trade|currency|immigration|railway|pipeline) "
)
_NAMED = re.compile(
    r"(?<=[a-z] )(?<!and )"
    r"(?!(?:\w+-)?(?:GO[A-Z]|USG)\b)"
    rf"(?!{any_of(word_list('names no affair'))}\b)"
    rf"(?:(?:[A-Z][\w–-]+ ){{1,3}}(?:{_OF_WHAT})?|(?:(?<=the )|(?<=of )|(?<=on )|(?<=re ))(?:{_OF_WHAT}))"
    r"(?:problem|question|dispute|controversy|affair|crisis|issue|matter|case|situation|negotiations|talks|project"
    r"|program|plan)\b(?!-)"
)
"""“the Kashmir problem”, “the Palestine refugee problem”: a name that is no subject of a sentence, and its affair."""
_NO_TITLE = re.compile(r":|(?i:\b(?:call|telephone)\b)")
"""What begins a list of those present, or says only how they spoke."""
_REGION = re.compile(r"(?:Middle|Near|Far) East\b")
"""What cables name without its article."""
_BROAD = re.compile(r"[A-Z]|(?:relations|diplomatic|official|the head of state) ")
"""A mere country, and what anything may be filed under: what the paper names most says more."""
_LONGEST = 64
_OFTEN = ((3, 400), (6, 700))
"""How often a paper names the thing that it is on, and in how many characters once: in more if many times."""
_BEFORE_NEXT = 1.5
"""How often beside the thing named next to it."""
_ALONE, _FAR_BEFORE_NEXT = (3, 900), 3
"""How often it may be enough of a thing beside which next to nothing is named."""


def affair(frame: Frame) -> str:
    """“the Leticia matter”, “the finances of China”, “Kashmir”; empty where it is not sure. Found once for all."""
    if not frame.on_affair:
        sure = _own_title(frame) or _of_its_opening(frame) or _of_its_file_or_body(frame)
        frame.on_affair.append(sure or ("" if states_of(frame) else collection_of(frame.document)))
    return frame.on_affair[0]


def _own_title(frame: Frame) -> str:
    """The title that a paper bears which is addressed to nobody."""
    line = frame.heading.line
    title = own_title(frame.text, line.end) if line and not frame.heading.recipient else ""
    return "" if _NO_TITLE.search(title) else title


def _of_its_opening(frame: Frame) -> str:
    """What the first words of the paper refer to, if it is told by a whole noun phrase."""
    first = _PARAGRAPH.search(frame.text, frame.opening)
    start = first.start() if first else frame.opening
    text = " ".join(frame.text[start : start + 2 * _OPENING].split())
    ends = _SENTENCE_ENDS.search(text, 0, _OPENING)
    end = ends.end() if ends else _OPENING
    for found in _ON.finditer(text, 0, end):
        at, phrase = next(iter(noun_phrases(text[found.end() : found.end() + 2 * _LONGEST])), (1, ""))
        told = at == 0 and len(phrase) <= _LONGEST and text.startswith(phrase, found.end())
        if told and _ENDS.match(text, found.end() + len(phrase)) and _says_what(phrase):
            return f"the {phrase}" if _REGION.match(phrase) else phrase
    named = _NAMED.search(text, 0, end if frame.heading.is_talk else _OPENING)
    return f"the {spelled_out(named.group())}" if named else ""


def _says_what(phrase: str) -> bool:
    """Whether the phrase names something, and in whole English: cables leave out the article before one thing."""
    whole = phrase[0].isupper() or _WHOLE.match(phrase)
    return bool(whole and _NAME.search(phrase) and not _NO_SUBJECT.search(phrase) and not points_away(phrase))


def _of_its_file_or_body(frame: Frame) -> str:
    """What its file is on, or what it names most: “Hyderabad” says more than “political affairs in India”."""
    filed, named = _of_its_file(frame), _named_most(frame)
    return named if named[:1].isupper() or (named and _BROAD.match(filed)) else filed or named


def _of_its_file(frame: Frame) -> str:
    """What its file is on: of one country, of two, or of one and the own; empty where it is a file of no country."""
    filing = frame.filing
    if "{}" not in filing.on:
        return filing.on
    others = filed_by(frame)
    between = " between " in filing.on
    if len(others) != (2 if between and len(filing.countries) == len(others) else 1):
        return ""
    on = filing.on.replace(" between ", " with ") if len(others) == 1 else filing.on
    return on.format(in_words(frame, others))


def _named_most(frame: Frame) -> str:
    """The thing of `subjects.csv` that the body of the paper names most, if often enough and none nearly so often."""
    subjects, counts = _subjects(), Counter[str]()
    body = frame.in_body(frame.terms)
    for hit in {hit.start: hit for hit in body}.values():
        term = " ".join(frame.text[hit.start : hit.end].split())
        counts[subjects.get(term) or subjects.get(term.lower(), "")] += 1
    del counts[""]
    (first, n), (_, next_to) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    length = len(frame.text) - frame.opening
    tests = (*_OFTEN, _ALONE) if n >= _FAR_BEFORE_NEXT * next_to else _OFTEN
    often = any(n >= times and n * once_in >= length for times, once_in in tests)
    return first if often and n >= _BEFORE_NEXT * next_to else ""


@cache
def _subjects() -> dict[str, str]:
    """How a term of a topic is told in a title."""
    return {row["term"]: row["on"] for row in rows("subjects.csv", "term", "on")}
