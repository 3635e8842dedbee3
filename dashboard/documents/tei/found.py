"""What stands in one document's `div`, by the names of TEI: its heading, its dateline, its date, its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from dashboard.documents.tei.dates import date_of, date_of_division
from dashboard.documents.tei.writer import ATTACHMENT, TEI, Marked, trimmed
from dashboard.model import Span
from dashboard.passages import sentence_around

_SOURCE = re.compile(r"Source: ")
_OF_THE_COPY = re.compile(r"\W*(?:(?:Extracts?|Translations?|Copy|Copies|Draft)\W*)+", re.IGNORECASE)
"""“[Extract.]”, “[Translation.]”: what the words are, and not where they are kept."""
_KIND_OF_PAPER = re.compile(r"\s*:\s*(?:Circular )?(?:Telegram|Airgram|Despatch|Instruction|Letter|Memorandum)s?\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """What the writer remembered of one document, by what it is."""

    division: Any
    text: str
    marked: Sequence[Marked]

    def of(self, name: str) -> list[Marked]:
        """The elements of a name in order of the text."""
        return sorted((each for each in self.marked if each.element.tag == f"{TEI}{name}"), key=lambda each: each.start)

    def span(self, marked: Marked) -> Span:
        """Its words without white space around."""
        return trimmed(self.text, marked.start, marked.end)

    def heading(self) -> Span:
        """The document's heading, empty where it has none."""
        own = (each for each in self.of("head") if each.element.getparent() is self.division)
        return next((self.span(each) for each in own), Span(0, 0))

    def dateline(self) -> Marked | None:
        """The first dateline that belongs to no enclosure and to no note."""
        lines = self.of("dateline")
        return next((each for each in lines if not self.inside(each.element, ATTACHMENT, f"{TEI}note")), None)

    def date(self) -> Any:
        """The date of the dateline, else the one the editors give the whole document; None where there is neither."""
        dateline = self.dateline()
        for each in self.of("date"):
            if dateline and dateline.start <= each.start and each.end <= dateline.end:
                span = self.span(each)
                if found := date_of(each.element, self.text[span.start : span.end]):
                    return found
        return date_of_division(self.division, self.text[dateline.start : dateline.end] if dateline else "")

    def source(self) -> str:
        """Where the original is kept, by the note that says so."""
        for each in self.of("note"):
            words = self.span(each)
            line = self.text[words.start : words.end]
            of_source = each.element.get("type") == "source" or _SOURCE.match(line)
            if of_source and not self.inside(each.element, ATTACHMENT) and not _OF_THE_COPY.fullmatch(line):
                if _SOURCE.match(line):
                    first = sentence_around(line, 0, 8)
                    return " ".join(line[8 : first.end].split()).rstrip(".")
                return _KIND_OF_PAPER.sub("", " ".join(line.split())).strip("[] ")
        return ""

    def inside(self, element: Any, *tags: str) -> bool:
        """Whether it stands in an element of those names within this document."""
        around = takewhile(lambda each: each is not self.division, element.iterancestors())
        return any(each.tag in tags for each in around)


def plain(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text[span.start : span.end].split())
