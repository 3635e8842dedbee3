"""What stayed dark is listed in words that are whole."""

from __future__ import annotations

import pytest

from dashboard.components.not_understood import LONGEST, _listed

SENTENCE = (
    "Mr. Byrnes recalled that at Moscow on December 24, 1945 it had been agreed that, in Paris, a conference should"
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Fort Whatsit", "Fort Whatsit"),
        (SENTENCE[:LONGEST], SENTENCE[:LONGEST]),
        (SENTENCE, "Mr. Byrnes recalled that at Moscow on December 24, 1945 it had been agreed that, in …"),
        ("x" * 200, f"{'x' * LONGEST} …"),
    ],
)
def test_what_is_long_is_cut_between_two_words_with_a_sign(words: str, shown: str) -> None:
    assert _listed((words,)) == (shown,)
