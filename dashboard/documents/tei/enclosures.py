"""Enclosures that the mark-up calls documents: a `div type="document"` within another, each a document of its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from dashboard.documents.tei.writer import ATTACHMENT, PAGE, TEI, words_of

DIVISION = f"{TEI}div"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document within a document."""

    element: Any
    number: int
    """Which it is among all enclosures of the document that holds it, those without a `div` of their own included."""
    alone: bool
    """Whether there is no other."""
    page: str
    """Label of the page it begins on; empty where not known."""

    @property
    def name(self) -> str:
        """“Enclosure”, or “Enclosure 2” of several."""
        return "Enclosure" if self.alone else f"Enclosure {self.number}"

    @property
    def line(self) -> str:
        """The line that stands for it in the document that holds it: “[Enclosure 2: Draft of Declaration.]”."""
        head = self.element.find(f"{TEI}head")
        words = words_of(head) if head is not None else ""
        return f"[{self.name}: {words}]" if words else f"[{self.name}]"


def is_document(element: Any) -> bool:
    """Whether the mark-up calls an element a document."""
    return bool(element.tag == DIVISION and element.get("type") == "document")


def enclosures_of(division: Any, page: str) -> tuple[Enclosure, ...]:
    """The documents right within a document that begins on a page, in order; what these enclose is theirs."""
    found: list[tuple[Any, int, str]] = []
    count = 0
    for each in division.iterdescendants(DIVISION, ATTACHMENT, PAGE):
        if each.tag == PAGE:
            page = each.get("n", "").strip("[]")
        elif _is_enclosure(each, division):
            count += 1
            if is_document(each):
                found.append((each, count, page_before(each, page)))
    return tuple(Enclosure(element, number, count == 1, page) for element, number, page in found)


def _is_enclosure(element: Any, division: Any) -> bool:
    """Whether an element is an enclosure right within a document: a document, or an attachment that holds none."""
    around = list(takewhile(lambda each: each is not division, element.iterancestors()))
    if any(map(is_document, around)):
        return False
    if element.tag == DIVISION:
        return is_document(element)
    return not any(each.tag == ATTACHMENT for each in around) and not any(map(is_document, element.iter(DIVISION)))


def page_before(element: Any, page: str) -> str:
    """The page a document begins on: its first element where that is a page break."""
    first = next((each for each in element if isinstance(each.tag, str)), None)
    return str(first.get("n", "").strip("[]")) if first is not None and first.tag == PAGE else page
