"""Passage: a stretch of text with its own voice, and the dates against which its expressions are completed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from dashboard.datespan import Basis, DateSpan
from dashboard.sentences import sentence_ends

_SENTENCE_END = re.compile(r"[.;?!]\s+(?=[A-Z(“\"])|\n")
_HEADING, _PARAGRAPH, _QUOTED, _LINE = 90, 4000, 240, 60
_FUTURE = re.compile(
    r"\b(?:will|shall|may|can|are to|is to|am to|expects?|expected|plans?|planned|scheduled|intends?|hopes?"
    r"|propose[sd]?|until|tomorrow|going to|would|should|forthcoming|next|arriving"
    r"|leaving|leaves|arrives|deadline|postponed)\b"
)
_CITED = re.compile(
    r"(?:\d[\w.–-]*,?(?:\s(?:of|dated))?|\b(?:dated|letter|note|telegram|despatch|dispatch|memorandum|circular|instruction"
    r"|communication|cable|airgram|under date|date)(?:\s(?:of|dated|on))?)\s(?:the\s)?$",
    re.IGNORECASE,
)

_ACT = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Pact|Protocol|Accord|Alliance|Armistice|Resolution|Declaration|Proclamation|Charter"
    r"|Act|Law|Decree|Statute|Constitution)s?\b(?!\W+(?:was|were|is|are|had|has)\b)"
    r"(?:\s(?:of|on|for|with|between|at|to)\s[^.,;]{1,60}?)?,?"
    r"\s(?:of|dated|(?:signed|concluded|adopted|approved|made|initialled|ratified|passed)\b[^.;]{0,60}?(?:\bon|\bof|\bin))\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before a date that says which act is meant: “the Rhine Pact signed at Locarno on”, “agreement of”."""
_SAME_ONE = re.compile(r"\W*(?:It|They|He|She|This|These|The latter)\b")
"""A sentence that goes on about what the one before was about."""
_PAST_PERFECT = re.compile(r"\bhaving\b|\bhad\b(?!\s+(?:a|an|the|no|to|little|many)\b)")
_UNTIL = re.compile(r"\b(?:until|till|by|before|scheduled|planned|projected|predicted|expire[sd]?|through|as of)\b")
_OPENING = re.compile(
    r"\W*(?:(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Aa]fter|[Dd]uring|[Tt]hroughout|[Ff]rom|[Aa]t|[Uu]ntil|[Ll]ate|[Ee]arly|[Tt]hen"
    r"|[Bb]eginning|[Aa]gain|[Aa]lso|[Ff]inally|[Mm]eanwhile|[Hh]owever|[Bb]etween|[Aa]nd|[Bb]ut|[Tt]he|of|in|on|by|late|early"
    r"|course|end)[\s,]*){0,5}\W*"
)


@dataclass(slots=True)
class Told:
    """The date told last, as far as it goes, and where."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    end: int = 0
    stated: bool = False
    """Whether its year stood in the text."""
    aside: Literal["", "cited", "far"] = ""
    """Why a dated paper goes on without it after its sentence: it dates an act cited, or lies years away."""
    before: Told | None = None
    """For an aside: the date told before it, to which the paper comes back."""


@dataclass(slots=True)
class Passage:
    """Where it lies, when it was written (None for a history without a date), what it told last."""

    text: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    basis: Basis
    told: Told
    note: bool = False
    story: Told = field(default_factory=Told)
    """The time a history without a date has reached; months without a year follow it."""
    named: int | None = None
    """The year named last, for “that year” and “the following year”."""

    @property
    def dated(self) -> bool:
        """Whether the passage has a date of its own to count from."""
        return self.year is not None

    def sentence_before(self, at: int) -> str:
        """The sentence up to the offset, at most 140 characters."""
        window = self.text[max(self.start, at - 140) : at]
        ends = [found.end() for found in _SENTENCE_END.finditer(window)]
        return window[ends[-1] :] if ends else window

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the clause speaks of what is to come, and not of a dated paper."""
        before = self.sentence_before(start)
        if _CITED.search(before):
            return False
        after = _SENTENCE_END.split(self.text[end : min(self.end, end + 60)], maxsplit=1)[0]
        return bool(_FUTURE.search(before[-80:]) or re.match(r"\s+(?:will|shall|may|would)\b", after))

    def same_sentence(self, at: int) -> bool:
        """Whether no sentence ends between the date told last and here."""
        return not _SENTENCE_END.search(self.text[self.told.end : at])

    def reports(self, at: int) -> bool:
        """Whether “that morning” is told in a sentence of its own (“he said that Murphy had left that morning”)."""
        if not self.text.startswith("that", at) or not self.sentence_before(at).strip():
            return False
        return self.told.end > self.start and not self.same_sentence(at)

    def quoted_after_told(self, at: int) -> bool:
        """Whether it stands within words quoted from the day told last (“On July 4 he said: ‘Today …’”)."""
        between = self.text[self.told.end : at] if 0 < at - self.told.end < _QUOTED else ""
        opened = max(between.rfind("“"), between.rfind('"'))
        return opened >= 0 and "”" not in between[opened:] and not _SENTENCE_END.search(between[:opened])

    def looks_back(self, at: int) -> bool:
        """Whether the sentence is in the past perfect: it tells what had been before."""
        return bool(_PAST_PERFECT.search(self.sentence_before(at)))

    def reaches_out(self, at: int) -> bool:
        """Whether the words before lead to a time not yet reached (“lasted until … February 1945”)."""
        return bool(_UNTIL.search(self.sentence_before(at)))

    def opens(self, at: int) -> bool:
        """Whether nothing but a word such as “In” or “By” stands before it in its sentence."""
        window = self.text[max(self.start, at - _LINE) : at + 1]
        ends = sentence_ends(window)
        begins = ends and ends[-1] < len(window) and not window[ends[-1] : -1].strip()
        return bool(begins or _OPENING.fullmatch(self.sentence_before(at)))

    def opens_paragraph(self, at: int) -> bool:
        """Whether its sentence is the first of a paragraph."""
        sentence = at - len(self.sentence_before(at))
        return "\n" in self.text[max(self.start, sentence - 2) : sentence] or sentence <= self.start

    def in_heading(self, at: int) -> bool:
        """Whether it stands in a short line by itself, without a full stop."""
        start = max(self.start, at - _HEADING - 1)
        end = min(self.end, at + _HEADING + 1)
        before, after = self.text[start:at].rpartition("\n")[2], self.text[at:end].partition("\n")[0]
        line = (before + after).strip()
        return len(line) <= _HEADING and line[-1:] not in ".;,:?!)" and ". " not in line

    def cited(self, start: int) -> bool:
        """Whether the expression is the date of a paper (“telegram 782, May 25”)."""
        return bool(_CITED.search(self.text[max(self.start, start - 40) : start]))

    def names_an_act(self, start: int) -> bool:
        """Whether the date only says which act is meant (“the Treaty of Riga of March 18, 1921”)."""
        return bool(_ACT.search(self.sentence_before(start)))

    def sentence_since_told(self, at: int) -> str | None:
        """The words of a later sentence up to the offset; None in the sentence of the date told last."""
        between = self.text[max(self.told.end, at - _PARAGRAPH) : at]
        ends = sentence_ends(between)
        return between[ends[-1] :] if ends else None

    def goes_on_about_it(self, at: int) -> bool:
        """Whether a later sentence goes on from the date told last, by its day or by a pronoun (“On April 4”, “It”)."""
        return self.opens(at) or bool(_SAME_ONE.match(self.sentence_since_told(at) or ""))

    def same_paragraph(self, start: int) -> bool:
        """Whether nothing but one paragraph lies between the date told last and here."""
        return start - self.told.end < _PARAGRAPH and "\n" not in self.text[self.told.end : start]


def passage_for(text: str, start: int, end: int, own: DateSpan | None, *, note: bool = False) -> Passage:
    """A passage written on the date given."""
    year = month = day = None
    if own and own.earliest:
        year = own.earliest.year
        if own.latest and own.latest.year == year and "X" not in own.edtf:
            same_month = own.latest.month == own.earliest.month
            month = own.earliest.month if same_month else None
            day = own.earliest.day if own.latest == own.earliest or ("/" in own.edtf and same_month) else None
    return Passage(text, start, end, year, month, day, Basis.COMPLETED, Told(end=start), note)
