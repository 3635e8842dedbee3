"""A document as a page: every paragraph once, notes and events beside the words they belong to."""

from __future__ import annotations

from dashboard.model import Document, Note, Span
from dashboard.views.excerpt import MOST_WHOLE
from dashboard.views.reading import Told, sheet

TEXT = (
    "He met him at Yalta.1\n\nIn 1921 a treaty was signed. It was long.2\n\nNothing more.\n\n"
    "1. See the minutes.\n2. Signed at Moscow.\n3. Not marked.\n"
)


def at(words: str) -> int:
    return TEXT.index(words)


def note(label: str, words: str, mark: str = "") -> Note:
    found = Span(at(mark) + len(mark), at(mark) + len(mark) + 1) if mark else None
    return Note(label, at(words), at(words) + len(words), found)


NOTES = (note("1", "See the minutes.", "Yalta."), note("2", "Signed at Moscow.", "long."), note("3", "Not marked."))
DOCUMENT = Document("d", TEXT, notes=NOTES)


def words(runs) -> str:
    return "".join(run.text for run in runs)


def test_paragraphs_stand_once_and_notes_beside_their_marks() -> None:
    shown = sheet(DOCUMENT, [])
    assert [words(row.paragraph.runs) for row in shown.rows][:3] == [
        "He met him at Yalta.1",
        "In 1921 a treaty was signed. It was long.2",
        "Nothing more.",
    ]
    assert [[words(each.runs) for each in row.notes] for row in shown.rows][:3] == [
        ["See the minutes."],
        ["Signed at Moscow."],
        [],
    ]
    assert (shown.before, shown.after) == (-1, -1)


def test_events_stand_beside_their_paragraph_in_the_order_of_the_text() -> None:
    told = [Told("later", at("It was long")), Told("first", at("In 1921")), Told("yalta", at("He met"))]
    rows = sheet(DOCUMENT, told).rows
    assert [[each.event_id for each in row.events] for row in rows][:3] == [["yalta"], ["first", "later"], []]


def test_an_event_told_in_a_note_stands_at_the_mark_of_the_note() -> None:
    rows = sheet(DOCUMENT, [Told("signed", at("Signed at Moscow"))]).rows
    assert [each.event_id for each in rows[1].events] == ["signed"]


def test_a_note_whose_mark_is_not_known_is_not_lost() -> None:
    assert [words(each.runs) for each in sheet(DOCUMENT, []).loose] == ["Not marked."]


def test_a_long_document_is_shown_in_parts_that_lead_to_one_another() -> None:
    paragraph = "They spoke of the treaty for a long time. " * 50
    text = "\n\n".join(f"{number}. {paragraph}" for number in range(80))
    document = Document("long", text)
    parts, here = [], []
    while True:
        shown = sheet(document, [], here=here)
        parts.append(shown)
        if shown.after < 0:
            break
        assert len(parts) < 80, "each part goes on"
        here = [Span(shown.after, shown.after)]
    assert len(parts) > 1 and parts[0].before < 0
    assert all(sum(len(words(r.paragraph.runs)) for r in part.rows) < MOST_WHOLE + 3 * len(paragraph) for part in parts)
    seen = {row.paragraph.start for part in parts for row in part.rows}
    assert {text.index(f"{number}. They") for number in range(80)} == seen
