"""The words around what was looked for: the text's own, whatever stands in it."""

import pytest

from dashboard.store.search import phrases_of
from dashboard.store.snippet import LONGEST, Piece, patterns, snippet

LONG = "It rained. " * 4000


def cut(text: str, words: str) -> tuple[Piece, ...]:
    return snippet(text, patterns(phrases_of(words)))


def test_what_was_found_is_marked_and_the_text_unchanged() -> None:
    assert cut("The Führer’s envoy left Genève; oil was not spoken of.", "geneve oil") == (
        Piece("The Führer’s envoy left ", found=False),
        Piece("Genève", found=True),
        Piece("; ", found=False),
        Piece("oil", found=True),
        Piece(" was not spoken of.", found=False),
    )


MARKED = [
    ("the last word may go on", "well", "The wells, a well.", ["wells", "well"]),
    ("unless it is quoted", '"well"', "The wells, a well.", ["well"]),
    ("a phrase over a line break", '"of the"', "of\nthe others", ["of\nthe"]),
    ("no part of a word", "art of", "party, art of", ["art", "of"]),
    ("accents folded, lengths kept", "istanbul", "İstanbul and Istanbul", ["İstanbul", "Istanbul"]),
    ("a syllable is no other of the same beginning", "가", "각 가", ["가"]),
    ("only in the title", "oil", "Nothing here.", []),
    ("a text cannot mark itself", "drum", "<b>drum</b> \ufdd0drum\ufdd1", ["drum", "drum"]),
    ("where most of it stands", "riga treaty", f"riga. {LONG} The treaty of Riga.", ["treaty", "Riga"]),
    ("across the parts a text is looked at in", "riga treaty", f"{'x ' * 1996}Riga treaty", ["Riga", "treaty"]),
    ("no part of a word where the text is parted", "art", f"{'x ' * 1999}xpart art", ["art"]),
    ("an empty text", "oil", "", []),
]


@pytest.mark.parametrize(("reason", "words", "text", "marked"), MARKED)
def test_marked(reason: str, words: str, text: str, marked: list[str]) -> None:
    pieces = cut(text, words)
    assert [piece.text for piece in pieces if piece.found] == marked, reason
    assert "".join(piece.text for piece in pieces).strip("…") in text
    assert sum(len(piece.text) for piece in pieces) <= LONGEST + 2


def test_a_common_word_in_a_long_text_is_one_of_the_first() -> None:
    pieces = cut(LONG, "rained")
    assert pieces[0].text == "It " and pieces[-1].text == "…"
