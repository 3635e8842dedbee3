"""Writer: lays the words of a TEI document out as plain text and remembers where everything stands in it.

Line breaks and indentation of the file mean nothing; paragraphs are parted by a blank line, as in plain texts. Notes
are kept for the end, page breaks and their marks are places in the text and no part of it. Of an enclosure that is a
document of its own, a line names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import etree

from dashboard.documents.tei.dates import FRUS
from dashboard.model import PageBreak, Span

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGE = f"{TEI}pb"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SHORT_LISTS = ("participants", "subject", "to", "from", "references")
"""Lists whose items are lines of one paragraph; the items of others are paragraphs."""
_PARAGRAPHS = frozenset(("p", "head", "dateline", "opener", "closer", "postscript", "list", "table", "quote", "div",
                         "attachment", "figure", "titlePage", "lg"))  # fmt: skip
_LINES = frozenset(("lb", "row", "signed", "salute", "seg", "l", "byline"))
_NO_SPACE_AFTER = tuple("([{“‘—")
_NO_SPACE_BEFORE = re.compile(r"[,.;:!?)\]}”—]|’s\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """An element and the stretch of text it has become."""

    element: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A note kept for the end: its element, and where its mark stands in the text."""

    element: Any
    mark: int


@dataclass
class Writer:
    """Plain text that grows, and what was met on the way."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marked: list[Marked] = field(default_factory=list)
    """Elements in the order in which they end."""
    notes: list[Kept] = field(default_factory=list)
    pages: list[PageBreak] = field(default_factory=list)
    apart: Mapping[Any, str] = field(default_factory=dict)
    """Elements that are written elsewhere, and the line that stands here for each."""
    _turned: str = ""
    """The page that what stood apart has come to, where words go on after it."""
    _breaks: int = 0
    _space: str = ""
    _glued: bool = False
    """Whether the next words stand right after the number of their note, whatever element they are in."""

    def write(self, element: Any, *, keep: Callable[[Any], bool]) -> None:
        """Write an element with all in it; those that `keep` picks are remembered in `marked`."""
        starts: list[int] = []
        skipped: Any = None
        walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
        for event, each in walker:
            if event in ("comment", "pi"):
                self.say(each.tail)
                continue
            if each.tag is etree.Entity:  # left unread by the parser; that of a letter is that letter
                self.say(unescape(each.text) if event == "start" else each.tail)
                continue
            name = etree.QName(each).localname
            if event == "start":
                starts.append(self.length)
                if each in self.apart or (name == "note" and each is not element and not _in_line(each)):
                    self._set_apart(each)
                    walker.skip_subtree()
                    skipped = each
                    continue
                self._begin(each, name)
                self.say(each.text)
                continue
            start = starts.pop()
            if each is skipped:
                self.say(each.tail)
                continue
            self._end(each, name)
            if keep(each):
                self.marked.append(Marked(each, start, self.length))
            if each is not element:
                self.say(each.tail)

    def _set_apart(self, element: Any) -> None:
        """Keep a note for the end, or put the line of what is written elsewhere."""
        if element not in self.apart:
            self.notes.append(Kept(element, self.length))
            return
        line = self.apart[element]
        self.part(2)
        self.say(line)
        self.marked.append(Marked(element, self.length - len(line), self.length))
        self.part(2)
        for page in element.iterdescendants(PAGE):
            self._turned = page.get("n", "")

    def say(self, words: str | None) -> None:
        """Write words, every run of white space as one space; a space at a line break of the file yields to a comma."""
        if not words:
            return
        plain = words.split()
        if not plain:
            self._space = self._space or words
            return
        if self._turned:
            self._turn(self._turned)
        lead = words[: len(words) - len(words.lstrip())]
        self._space = self._space or lead
        self.put(" ".join(plain))
        self._space = words[len(words.rstrip()) :]

    def put(self, words: str) -> None:
        """Write words as they are, after the break or the space that is due."""
        if self._glued:
            words = words.lstrip()
        elif self._breaks and self.length:
            words = "\n" * self._breaks + words
        elif self._space and self.length and not self._drops_space(words):
            words = " " + words
        self._breaks, self._space, self._glued = 0, "", False
        self.parts.append(words)
        self.length += len(words)

    def part(self, breaks: int) -> None:
        """Begin a new line (1) or a new paragraph (2) before the next word."""
        self._breaks = 0 if self._glued else max(self._breaks, breaks)

    def number(self, label: str, *, breaks: int) -> None:
        """Begin the line of a note with its number, after so many line breaks."""
        self._breaks, self._space, self._turned = breaks, "", ""
        self.put(f"  {label}. ")
        self._glued = True

    def end(self) -> None:
        """End the last line, whatever break is due."""
        self._breaks, self._space = 0, ""
        self.put("\n")

    def _drops_space(self, words: str) -> bool:
        """Whether the space due is only the file's indentation next to a bracket or a comma."""
        before = self.parts[-1] if self.parts else ""
        return "\n" in self._space and bool(before.endswith(_NO_SPACE_AFTER) or _NO_SPACE_BEFORE.match(words))

    def _begin(self, element: Any, name: str) -> None:
        """What an element does to the text before its own words."""
        if name == "pb":
            self._turn(element.get("n", ""))
        elif name == "item":
            self._begin_item(element)
        elif name == "label":
            self.part(2)
        elif name == "cell":
            if element.getprevious() is not None and not self._breaks:
                self._breaks, self._space = 0, ""
                self.put("\t")
        else:
            self._break(element, name)

    def _turn(self, page: str) -> None:
        """A page begins here."""
        self.pages.append(PageBreak(self.length, self.length, page.strip("[]")))
        self._turned = ""

    def _begin_item(self, element: Any) -> None:
        """An item stands on its own, or after its label."""
        before = element.getprevious()
        if before is not None and before.tag == f"{TEI}label":
            self._breaks, self._space = 0, " "
        else:
            self.part(1 if element.getparent().get("type") in _SHORT_LISTS else 2)

    def _end(self, element: Any, name: str) -> None:
        """What an element does to the text after its own words."""
        if name == "head" and element.getparent().get("type") in _SHORT_LISTS:
            self.part(1)
        else:
            self._break(element, name)

    def _break(self, element: Any, name: str) -> None:
        """The break before and after an element that is no part of a line."""
        if name in _LINES:
            self.part(1)
        elif name in _PARAGRAPHS or name == "note":
            self.part(1 if any(True for _ in element.iterancestors(f"{TEI}cell")) else 2)


def words_of(element: Any) -> str:
    """The words of an element on one line, without its notes."""
    writer = Writer()
    writer.write(element, keep=lambda _each: False)
    return " ".join("".join(writer.parts).split())


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without white space at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _in_line(note: Any) -> bool:
    """Whether a note is printed where it stands: the file number above a document is marked so."""
    return bool(note.get("rend") == "inline")


ATTACHMENT = f"{FRUS}attachment"
