"""Shelf: the list of documents a page at a time, in reading order or, with words sought, the best first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from dashboard.model import Span
from dashboard.queries.documents import DocumentRow, document_rows
from dashboard.store.atlas import Atlas
from dashboard.store.search import phrases_of
from dashboard.store.snippet import Piece, folded, patterns, snippet

MOST_HITS = 500
"""Documents of a search that are listed, the best first."""
MOST_FOUND = 500
"""Places of one document where the words sought are shown."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the list of documents."""

    rows: tuple[DocumentRow, ...]
    total: int
    """Documents in the whole list; of a search, the best MOST_HITS at most."""
    snippets: Mapping[str, tuple[Piece, ...]]
    """By id of a document shown, where the words sought stand; empty where none are sought."""


def shelf(atlas: Atlas, words: str = "", first: int = 0, count: int = 50) -> Shelf:
    """Some of the documents in reading order from the first on; with words, of those that hold them, the best first."""
    if not words.strip():
        ((total,),) = atlas.rows("SELECT count(*) FROM documents")
        rows = document_rows(atlas, "ORDER BY d.position LIMIT ? OFFSET ?", [count, first])
        return Shelf(tuple(rows.values()), total, {})
    numbers = atlas.matching_documents(words, MOST_HITS)
    shown = numbers[first : first + count]
    found = document_rows(atlas, "WHERE d.number IN (SELECT unnest(?::BIGINT[]))", [shown])
    terms, texts = patterns(phrases_of(words)), atlas.texts(shown)
    snippets = {row.id: snippet(texts[number], terms) for number, row in found.items()}
    return Shelf(tuple(found[number] for number in shown if number in found), len(numbers), snippets)


def words_in(text: str, words: str) -> tuple[Span, ...]:
    """Where the words and "quoted phrases" of a search stand in a text, in its order, at most MOST_FOUND of them."""
    plain = folded(text)
    found = (each for term in patterns(phrases_of(words)) for each in islice(term.finditer(plain), MOST_FOUND))
    return tuple(Span(*span) for span in sorted(each.span() for each in found)[:MOST_FOUND])
