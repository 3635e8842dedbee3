"""The excerpt keeps the document's own letters, marks what is meant, and never makes mark-up."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Document, Note, PageBreak, Span
from dashboard.views.excerpt import LEAD, LEAST, Mark, blocks_of, excerpt, unwrapped

HOSTILE = (
    "<script>alert(1)</script> ${x} ` {{y}} ![](http://evil.example/a.png) $5 and $6 </textarea> \\ <img onerror=a>"
)
LONG = "He said much about the matter and then said more of it. " * 8
TEXT = (
    f"1. Heading\n\n{LONG}\n\n[Page 7]\n\n"
    + f"After that, in 1921, a treaty was signed at Moscow.57 {LONG}\n\nShort answer.\n\n1. See p. 9."
)


def note_of(text: str) -> Note:
    at = text.index("1. See")
    mark = text.index("57")
    return Note("1", at, len(text), Span(mark, mark + 2))


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.fixture
def document() -> Document:
    page = span("[Page 7]")
    return Document("d", TEXT, pages=(PageBreak(page.start, page.end, "7"),), notes=(note_of(TEXT),))


def words(paragraphs) -> str:
    return "".join(run.text for paragraph in paragraphs for run in paragraph.runs)


def test_the_passage_is_the_paragraph_with_its_evidence_marked(document: Document) -> None:
    shown = excerpt(document, [span("in 1921, a treaty was signed")])
    assert [run.text for p in shown.paragraphs for run in p.runs if run.evidence] == ["in 1921, a treaty was signed"]
    assert words(shown.paragraphs).startswith("After that")


def test_the_page_is_the_one_the_evidence_stands_on(document: Document) -> None:
    assert excerpt(document, [span("in 1921")]).page == "7"


def test_a_footnote_comes_with_its_passage_under_the_number_in_the_text(document: Document) -> None:
    shown = excerpt(document, [span("in 1921")])
    assert [(note.label, note.runs[0].text) for note in shown.notes] == [("57", "1. See p. 9.")]
    assert [run.text for p in shown.paragraphs for run in p.runs if run.kind == "note"] == ["57"]


def test_evidence_in_a_footnote_shows_the_passage_it_belongs_to(document: Document) -> None:
    shown = excerpt(document, [span("See p. 9")])
    assert "a treaty was signed" in words(shown.paragraphs)
    assert any(run.evidence for run in shown.notes[0].runs)
    assert shown.page == "7", "a footnote is printed on the page of its mark"


def test_a_short_paragraph_takes_in_its_neighbours(document: Document) -> None:
    shown = excerpt(document, [span("Short answer.")])
    assert len(words(shown.paragraphs)) >= LEAST


def test_what_is_left_out_between_two_passages_is_told() -> None:
    far = "\n\n".join([f"First. {LONG}", f"Middle. {LONG}", f"Last. {LONG}"])
    shown = excerpt(Document("d", far), [span("First.", far), span("Last.", far)])
    assert [paragraph.gap for paragraph in shown.paragraphs] == [False, True]


def test_a_long_paragraph_begins_shortly_before_its_evidence() -> None:
    text = f"Short beginning.\n\n{LONG * 3}Then, in 1921, a treaty was signed. {LONG}\n\nThe end."
    shown = excerpt(Document("d", text), [span("a treaty was signed", text)])
    (paragraph,) = shown.paragraphs
    assert paragraph.cut and words([paragraph]).startswith("He said much about the matter")
    assert LEAD <= words([paragraph]).index("a treaty") < LEAD + 120, "whole sentences"
    assert words([paragraph]) in text
    whole = excerpt(Document("d", text), [span("a treaty was signed", text)], whole=True)
    assert not any(each.cut for each in whole.paragraphs)


def test_marks_inside_evidence_are_both(document: Document) -> None:
    year, place = span("1921"), span("Moscow")
    marks = [Mark(year.start, year.end, "date", "event-1"), Mark(place.start, place.end, "place", "place-1", "Moscow")]
    runs = [run for p in excerpt(document, [span("in 1921, a")], marks=marks).paragraphs for run in p.runs]
    assert [(r.text, r.kind, r.target, r.evidence) for r in runs if r.kind in ("date", "place")] == [
        ("1921", "date", "event-1", True),
        ("Moscow", "place", "place-1", False),
    ]


def test_the_whole_document_holds_everything_but_the_notes_apart(document: Document) -> None:
    shown = excerpt(document, [span("in 1921")], whole=True)
    assert re.sub(r"\s", "", words(shown.paragraphs)) == re.sub(r"\s", "", TEXT[: TEXT.index("1. See")])


def test_a_heading_is_known_by_being_short_and_unended(document: Document) -> None:
    assert excerpt(document, [], whole=True).paragraphs[0].heading


def test_lines_wrapped_at_a_margin_are_joined_and_short_lines_kept() -> None:
    wrapped = "a" * 70 + "\nb\nc"
    assert unwrapped(wrapped, 0, len(wrapped)) == "a" * 70 + " b\nc"


def test_a_text_without_blank_lines_is_parted_at_its_line_breaks() -> None:
    assert len(blocks_of("one\ntwo\nthree")) == 3


def test_an_empty_document_has_an_empty_excerpt() -> None:
    assert excerpt(Document("d", ""), []).paragraphs == ()


TEXTS = st.lists(st.sampled_from([HOSTILE, "\n", "\n\n", " ", "Moscow", "é", "１９２１", "\u202e"]), max_size=12).map(
    "".join
)


@given(text=TEXTS | st.text(max_size=200), cuts=st.lists(st.integers(0, 200), min_size=2, max_size=8))
def test_runs_are_the_documents_own_letters(text: str, cuts: list[int]) -> None:
    """Whatever the marks, put together the runs are the text between them: nothing added, lost or escaped."""
    ends = sorted(min(cut, len(text)) for cut in cuts)
    spans = [Span(a, b) for a, b in pairwise(ends) if a < b]
    marks = [Mark(s.start, s.end, "place", "p") for s in spans[::2]]
    shown = excerpt(Document("d", text), spans[1::2], marks=marks, whole=True)
    expected = "".join(text[block.start : block.end] for block in blocks_of(text))
    assert words(shown.paragraphs).replace("\n", " ") == expected.replace("\n", " ")


def test_marks_and_pages_that_the_file_keeps_apart_are_shown_where_they_belong() -> None:
    text = f"{LONG}\n\nA treaty was signed at Moscow. It held. {LONG}\n\n  7. See p. 9.\n"
    mark = text.index(" It held")
    begin = text.index("See p. 9")
    note = Note("7", begin, begin + 9, Span(mark, mark))
    page = text.index("treaty")
    document = Document("d", text, pages=(PageBreak(page, page, "12"),), notes=(note,))
    shown = excerpt(document, [span("signed at Moscow", text)])
    runs = [run for paragraph in shown.paragraphs for run in paragraph.runs]
    assert [(run.text.strip(), run.kind) for run in runs if run.kind] == [("[Page 12]", "page"), ("7", "note")]
    assert words(shown.paragraphs).startswith("A  [Page 12] treaty was signed at Moscow.7 It held.")
    assert [(each.label, each.runs[0].text) for each in shown.notes] == [("7", "See p. 9.")]
    assert excerpt(document, [Span(begin, begin + 3)]).page == "12", "a note stands on the page of its mark"


def test_a_note_at_the_very_end_of_a_paragraph_belongs_to_it() -> None:
    text = f"{LONG}\n\n{LONG.strip()} The end.\n\nAfter it {LONG}\n\n  1. Not printed.\n"
    mark = text.index("The end.") + len("The end.")
    begin = text.index("Not printed")
    document = Document("d", text, notes=(Note("1", begin, begin + 12, Span(mark, mark)),))
    shown = excerpt(document, [span("The end", text)])
    assert [note.label for note in shown.notes] == ["1"]
    assert shown.paragraphs[0].runs[-1].text == "1"
