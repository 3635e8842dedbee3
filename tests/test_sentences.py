"""Sentences: the same for extraction, store and page, whole in texts full of ranks, papers and marks of notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.passages import Passages
from dashboard.sentences import sentences_of

TEXTS = [
    # sentences divided by |, why
    ("On Sept. 3 the Adm. met Capt. Wainwright.| All left.", "months and ranks"),
    ("Lt. Gen. Ridgway saw Gov. Harrison.| All left.", "two abbreviations, then an office"),
    ("Msgr. Tardini met Amb. Phillips.| Comdr. Fox left.", "a sentence may begin with one"),
    ("It is told on pp. 5–6, cf. vol. II, No. A–12, by H. S. Truman.| All left.", "references and initials"),
    ("He came at 5 p.m. Washington time.| All left.", "the hours"),
    ("Troops were in Iran.61| This was known.", "the mark of a note goes with its sentence"),
    ("“We agree.”| (He left.)| “Did all leave?”| Élysée was told.", "what opens and closes, a capital with an accent"),
    ("The Secretary of State\n|Berlin, May 3\n|Sir: I left.", "lines of a heading are sentences"),
    ("It was 5.| Then 6.5 were left. and so on", "a small letter begins nothing, a decimal ends nothing"),
]


@pytest.mark.parametrize(("marked", "why"), TEXTS)
def test_a_sentence_is_whole(marked: str, why: str) -> None:
    text = marked.replace("|", "")
    told = [part.strip() for part in marked.split("|")]
    assert [text[span.start : span.end] for span in sentences_of(text)] == told, why


WRAPPED = """The Ambassador told the delegates of both sides that he had met Mr.
Molotov on the day before, and that so far nothing at all had been
decided. The Secretary was told on the 5th, and after him also Mr.
Bevin."""


def test_the_lines_of_a_paragraph_broken_at_one_width_run_on() -> None:
    """As in texts typed at a width, whether a line ends with an abbreviation or goes on in small letters."""
    first, second = (WRAPPED[span.start : span.end] for span in sentences_of(WRAPPED))
    assert first.startswith("The Ambassador") and first.endswith("had been\ndecided.")
    assert second.startswith("The Secretary") and second.endswith("Mr.\nBevin.")


LISTS = [
    "Participants at the meeting of the foreign ministers, held in Moscow\nThe Secretary\nMr. Molotov\nMr. Bevin",
    "Prospect of redeployment of forces for the last part of the great war.\ni.\nReport on the enemy.\nii.\nPlans",
    "Short lines\nof verse\nrun not on",
    "x" * 130 + " and so on\nand the next paragraph of a text that has each of them on one line",
]


@pytest.mark.parametrize("text", LISTS)
def test_other_lines_do_not(text: str) -> None:
    assert [text[span.start : span.end] for span in sentences_of(text)] == text.split("\n")


@given(st.text(alphabet="abAB .!?\n”1\tMr", max_size=120))
def test_extraction_and_page_have_the_same_sentences(text: str) -> None:
    """Each that events are found in is the one quoted and searched; together they leave out nothing but white space."""
    passages, found = Passages(text), sentences_of(text)
    assert [passages.sentence(span.start, span.end) for span in found] == found
    covered = {at for span in found for at in range(span.start, span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


def test_a_quoted_sentence_is_whole_on_the_page() -> None:
    """What stood in fragments on the screen: the passage around a word, by the layer that quotes it."""
    text = "They met. On Sept. 3 the Adm. met Capt. Wainwright and Gov. Harrison there. All left."
    at = text.index("Harrison")
    span = Passages(text).sentence(at, at + 8)
    assert text[span.start : span.end] == "On Sept. 3 the Adm. met Capt. Wainwright and Gov. Harrison there."
