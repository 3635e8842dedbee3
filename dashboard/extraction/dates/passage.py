"""Passage: a stretch of text with its own voice, and the dates against which its expressions are completed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.datespan import Basis, DateSpan

_SENTENCE_END = re.compile(r"[.;?!]\s+(?=[A-Z(“\"])|\n")
_HEADING, _PARAGRAPH, _QUOTED = 90, 4000, 240
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
        return bool(_OPENING.fullmatch(self.sentence_before(at)))

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
