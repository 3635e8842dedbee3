"""Where “this” becomes “the” in a title."""

import pytest

from dashboard.extraction.events.lines.demonstratives import with_article

LINES = [
    ("This resolution was adopted", "The resolution was adopted", "a noun"),
    ("He accepted these proposals", "He accepted the proposals", "nouns"),
    ("This process goes on", "The process goes on", "a noun that ends in s"),
    ("This refers to two memoranda", "This refers to two memoranda", "a verb"),
    ("This opportunely enabled Gilbert to speak", "This opportunely enabled Gilbert to speak", "an adverb"),
    ("This proposed treaty", "This proposed treaty", "what may be a verb"),
    ("These agreed upon", "These agreed upon", "people"),
    ("They met this morning", "They met this morning", "a time"),
]


@pytest.mark.parametrize(("line", "told", "why"), LINES)
def test_with_article(line: str, told: str, why: str) -> None:
    assert with_article(line) == told, why
