"""Hypertext becomes plain text with its notes: what web pages and word processors have in common.

A note is what a link of a few letters, such as “1” in “Iran1”, leads to further down. Its mark is taken out of the
text, and remembered as a place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree, NodeType

from dashboard.documents.structure import Structure, structure
from dashboard.model import Note, Section, Span

_MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|[a-z]|[*†‡§]{1,3})\s*[\])]?\s*")
_OPEN, _MIDDLE, _BEGIN, _END = "\ue000", "\ue001", "\ue002", "\ue003"
_OURS = {ord(sign): None for sign in (_OPEN, _MIDDLE, _BEGIN, _END)}
"""Signs of the private use area, put into the text to find a place in it again; any that were there are left out. A
number stands in each, since the extraction passes over words without a letter or figure."""
_SIGN = re.compile(rf"{_OPEN}(\d+){_MIDDLE}|{_BEGIN}(\d+){_MIDDLE}[ \t\n]*|\s*{_END}\d*{_MIDDLE}")
_LISTED = re.compile(r"^[ \t]+(?=(?:\d{1,3}\.|•) )", re.MULTILINE)
_NUMBER = re.compile(r"\d{1,3}\.\s*\Z")
_BLOCKS = frozenset(("li", "p", "div", "td", "dd", "blockquote", "section", "aside"))
_MOST_NOTES = 5_000
_CONTAINER = re.compile(r"<(/?)(?:div|span|section|article|table|ul|ol|blockquote|b|i|em|strong|font)\b", re.IGNORECASE)
_DEEPEST = 2_000
_ELEMENT = NodeType.ELEMENT


@dataclass(frozen=True, slots=True)
class Hypertext:
    """Plain text and what stands where in it."""

    text: str
    parts: Structure


def plain(html: str, *, whole: bool) -> Hypertext:
    """The text of a page with its parts: all of it, or only what is no menu, advertisement or footer."""
    tree = HTMLTree.parse(html.translate(_OURS))
    labels = _sign_notes(tree) if tree.body is not None else []
    signed = ""
    if not whole and _depth(html) <= _DEEPEST:
        signed = extract_plain_text(tree, main_content=True, alt_texts=False, links=False, comments=False)
    if not _SIGN.sub("", signed).strip():
        signed = extract_plain_text(tree, main_content=False, alt_texts=False, links=False)
    return _without_signs(_LISTED.sub("", signed.strip()), labels)


def _depth(html: str) -> int:
    """How deeply a page nests, near enough; finding its main part takes the square of that."""
    depth = deepest = 0
    for tag in _CONTAINER.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _sign_notes(tree: Any) -> list[str]:
    """Put signs around each note and in the place of its mark; the labels of the notes by their number."""
    nodes = [node for node in elements(tree.body) if node.tag == "a" or node.getattr("id") or node.getattr("name")]
    targets = {name: at for at, node in enumerate(nodes) for name in (node.getattr("id"), node.getattr("name")) if name}
    labels: list[str] = []
    signed: set[int] = set()
    for at, node in enumerate(nodes):
        link, mark = node.getattr("href") or "", _MARK.fullmatch(node.text or "")
        there = targets.get(link[1:], 0) if link.startswith("#") else 0
        if not mark or there <= at or there in signed or len(labels) == _MOST_NOTES:
            continue
        signed.add(there)
        _sign_note(tree, _block(nodes[there]), len(labels))
        node.text = f"{_OPEN}{len(labels)}{_MIDDLE}"
        labels.append(mark[1])
    return labels


def elements(node: Any) -> Iterator[Any]:
    """The elements below one in order; going through a collection of the library's takes the square of its length."""
    return (each for each in node if each.type == _ELEMENT)


def _block(node: Any) -> Any:
    """The paragraph or item that a target stands in."""
    block = node
    while block is not None and block.tag not in _BLOCKS:
        block = block.parent
    return block if block is not None and block.tag != "body" else node


def _sign_note(tree: Any, block: Any, number: int) -> None:
    """Sign the beginning and end of a note, without the link in it that leads back."""
    links = [node for node in elements(block) if node.tag == "a" and (node.getattr("href") or "").startswith("#")]
    for link in links:
        if len((link.text or "").strip()) <= 4:
            link.decompose()
    begin = tree.create_text_node(f"{_BEGIN}{number}{_MIDDLE}")
    first = block.first_child
    block.insert_before(begin, first) if first is not None else block.append_child(begin)
    block.append_child(tree.create_text_node(f"{_END}{number}{_MIDDLE}"))


def _without_signs(signed: str, labels: list[str]) -> Hypertext:
    """The text without the signs; notes where they show them."""
    parts: list[str] = []
    marks: dict[int, int] = {}
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    length, at, open_note = 0, 0, -1
    for sign in _SIGN.finditer(signed):
        parts.append(signed[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign[1]:
            marks.setdefault(int(sign[1]), length)
        elif sign[2]:
            open_note = int(sign[2])
            begins[open_note] = length
        elif open_note >= 0:
            ends[open_note] = length
    text = "".join([*parts, signed[at:]])
    notes = [
        Note(labels[key], begins[key], ends[key], Span(marks[key], marks[key]) if marks.get(key, -1) >= 0 else None)
        for key in sorted(begins, key=begins.__getitem__)
        if key in ends and begins[key] < ends[key] and key < len(labels)
    ]
    return Hypertext(text, _parts(text, notes))


def _parts(text: str, notes: list[Note]) -> Structure:
    """The parts of the text: with notes of its own those at its end, else what the bare text tells."""
    found = structure(text)
    notes = [note for note in notes if note.mark is None or note.mark.end <= note.start]
    if not notes:
        return found
    start = _line_of(text, notes[0])
    if text[notes[-1].end :].strip() or any(_between(text, notes)):
        return replace(found, notes=tuple(notes))
    body = structure(text[:start]).sections
    return Structure((*body, Section("notes", start, len(text))), found.pages, tuple(notes))


def _line_of(text: str, note: Note) -> int:
    """Where the line of a note begins, its number included."""
    return text.rfind("\n", 0, note.start) + 1


def _between(text: str, notes: list[Note]) -> Iterator[str]:
    """What stands between notes that is no number of theirs."""
    for before, after in pairwise(notes):
        yield _NUMBER.sub("", text[before.end : after.start]).strip(" \n\t*†‡[]()" + after.label)
