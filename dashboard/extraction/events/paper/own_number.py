"""Own number: the number that a paper bears in its series, as the lines between its heading and its text give it."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.definite import MONTHS
from dashboard.model import Span

_ON_ITS_OWN = re.compile(r"\[?No\. ?(?P<number>\d+)\.?\]?")
_FIRST = re.compile(
    rf"(?P<number>(?:(?!(?:{MONTHS}|Section|Part|Article|Chapter|Annex|Number|In|Since)\b)[A-Z][A-Za-z]+ )?\d{{1,6}})"
    r"(?:\.(?=\s|$)|, (?=[A-Z]))"
)
"""“1117.”, “323, Gocus 650, My emphasis …”, “Delga 195. Following …”, “CAP 661007. The border …”."""
_IN_WORDS = re.compile(r"(?:^|[.,] |\b(?i:secret|personal|confidential|priority) )(?:[Nn]umber|No\.) (?P<number>\d+)\b")
"""“Prime Minister to President Roosevelt. Personal and top secret. Number 746.”"""
_CLASSED = re.compile(
    r"\b(?:top|most|secret|confidential|restricted|unclassified|personal|private|strictly|urgent|priority|us|niact"
    r"|immediate|operational|extract|paraphrase|translation|received|and|the)\b",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"\b[a-zà-ÿ]{2,}\b")
_LEAD = 120
"""Characters at the head of a line within which it says its number in words."""
_SENTENCE = re.compile(r"^\D+[.:]$")
_IN_A_SENTENCE, _PROSE = 2, 4
"""Small words, but for those of a classification, that a line has at least which belongs to the text: one that ends as
a sentence does, and has no date, and any other."""
_POINTS = 2
"""The highest number that the point has with which a list begins; of the second where the first is left out."""


def own_number(text: str, span: Span, *, wired: bool) -> str:
    """“746”, “Delga 195”; empty where the lines of the span, down to the first of the text, give none.

    `wired`: whether the paper is a telegram, whose text begins with its number. A first point of a list is none.
    """
    for line in re.finditer(r"[^\n]+", text[span.start : span.end]):
        words = line.group().strip()
        found = _ON_ITS_OWN.fullmatch(words)
        if wired and not found:
            found = _FIRST.match(words) or _IN_WORDS.search(words, 0, _LEAD)
        if found:
            rest = text[span.start + line.end() : span.end]
            return "" if found.re is _FIRST and _is_point(found["number"], rest) else found["number"]
        if _is_prose(words):
            return ""
    return ""


def _is_prose(line: str) -> bool:
    """Whether the line belongs to the text, and not to a dateline or a classification above it."""
    small = len(_SMALL_WORD.findall(_CLASSED.sub("", line)))
    return small >= (_IN_A_SENTENCE if _SENTENCE.search(line) else _PROSE)


def _is_point(number: str, rest: str) -> bool:
    """Whether the number is that of a point in a list, which goes on with the next."""
    return number.isdigit() and int(number) <= _POINTS and bool(re.search(rf"^\s*{int(number) + 1}\. ", rest, re.M))
