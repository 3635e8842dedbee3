"""Sentences and paragraphs as offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.passages import Passages, sentence_around

SENTENCES = [
    ("after a full stop", "They met. He |left| at once. All agreed.", "He left at once."),
    ("a title is no end", "They met. Mr. |Molotov| agreed. All left.", "Mr. Molotov agreed."),
    ("an initial is no end", "They met. H. S. |Truman| agreed. All left.", "H. S. Truman agreed."),
    (
        "the mark of a note belongs to its sentence",
        "Troops were in |Iran|.61 This was known.",
        "Troops were in Iran.61",
    ),
    ("a closing quotation mark too", "“We |agree|.” He left.", "“We agree.”"),
    ("a blank line ends a heading", "The treaty\n\nThe |troops| left. Then", "The troops left."),
    ("a stretch over two sentences takes both", "One |two. Three| four. Five.", "One two. Three four."),
]


@pytest.mark.parametrize(("reason", "marked", "sentence"), SENTENCES)
def test_sentence(reason: str, marked: str, sentence: str) -> None:
    before, words, after = marked.split("|")
    text = before + words + after
    span = sentence_around(text, len(before), len(before) + len(words))
    assert text[span.start : span.end] == sentence, reason


@given(st.text(alphabet="aB .!?\n”1", max_size=80), st.data())
def test_passages_hold_what_they_are_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in (Passages(text).sentence(start, end), Passages(text).paragraph(start, end)):
        assert 0 <= span.start <= start <= end <= span.end <= len(text)


@given(st.text(alphabet="aB .!?\n”1\t", max_size=60), st.data())
def test_a_passage_has_no_white_space_at_its_ends(text: str, data: st.DataObject) -> None:
    """But what is asked for itself."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in (Passages(text).sentence(start, end), Passages(text).paragraph(start, end)):
        assert span.start == start or not text[span.start].isspace()
        assert span.end == end or not text[span.end - 1].isspace()
