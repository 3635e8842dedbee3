"""Corrections: applied in order, signed, undone one by one; what cannot be applied is said and kept."""

import json
from pathlib import Path

import pytest

from dashboard import config
from dashboard.corrections import COLUMNS, Correction, append, apply, read_corrections, undo
from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.errors import CorrectionError
from dashboard.model import Annotations, Document, Event, Evidence, Place

STATED = DateBasis(Basis.STATED, Basis.STATED, Basis.STATED)
DOCUMENT = Document("d", "They met at Yalta in 1945.")
EVENT = Event(
    "e1", "Meeting at Yalta", DateSpan("1945", "1945", STATED), "meeting", "explicit", "happened", "author",
    (Evidence("d", 0, 25),), topics=("summits-conferences",), countries=("US",), aliases=("e0",),
)  # fmt: skip


def find(name: str, when: int | None) -> Place | None:
    """A gazetteer of one place."""
    return Place("g:1", "Yalta", 44.5, 34.2, "settlement", basis=str(when)) if name == "Yalta" else None


def row(field: str, new: str = "", *, event: str = "e1", old: str = "Meeting at Yalta") -> Correction:
    return Correction(event, field, old, new, "A. Reader", "2026-11-22", "because")


CHANGES = [
    (row("title", "Yalta Conference"), "title", "Yalta Conference"),
    (row("kind", "visit", old="meeting"), "kind", "visit"),
    (row("status", "planned", old="happened"), "status", "planned"),
    (row("certainty", "inferred", old="explicit"), "certainty", "inferred"),
    (
        row("topics", "peace-settlements; arms-atomic", old="summits-conferences"),
        "topics",
        ("peace-settlements", "arms-atomic"),
    ),
    (row("countries", "US; GB", old="US"), "countries", ("US", "GB")),
    (row("title", "By its old id", event="e0"), "title", "By its old id"),
]


@pytest.mark.parametrize(("correction", "field", "value"), CHANGES)
def test_a_field_is_changed_and_signed(correction: Correction, field: str, value: object) -> None:
    corrected = apply([correction], [EVENT], [Annotations(DOCUMENT, None, None)], find)
    (event,) = corrected.events
    assert getattr(event, field) == value
    assert corrected.problems == ()
    assert corrected.checked == {"e1": f"Read by machine; {field} corrected by A. Reader, 22 November 2026."}


def test_a_date_is_set_by_an_editor() -> None:
    (event,) = apply([row("date", "1945-02-04/1945-02-11", old="1945")], [EVENT], [], find).events
    assert event.date == DateSpan("1945-02-04/1945-02-11", "", DateBasis(Basis.EDITOR, Basis.EDITOR, Basis.EDITOR))
    (event,) = apply([row("date", "", old="1945")], [EVENT], [], find).events
    assert event.date is None


def test_a_place_is_looked_up_in_the_year_of_the_event_or_pinned() -> None:
    (event,) = apply([row("place", "Yalta; Livadia Palace @ 44.4677, 34.1433", old="")], [EVENT], [], find).events
    yalta, palace = event.places
    assert (yalta.id, yalta.basis) == ("g:1", "set by an editor")
    assert (palace.name, palace.lat, palace.lon) == ("Livadia Palace", 44.4677, 34.1433)


def test_several_changes_read_as_one_sentence() -> None:
    rows = [row("check"), row("title", "T"), row("kind", "visit", old="meeting"), row("title", "U", old="T")]
    corrected = apply(rows, [EVENT], [], find)
    assert corrected.events[0].title == "U"
    assert corrected.checked["e1"] == "Read by machine; title and kind corrected by A. Reader, 22 November 2026."
    assert apply(rows[:1], [EVENT], [], find).checked["e1"].startswith("Read by machine; checked by A. Reader")


def test_what_a_reader_changes_is_signed_after_what_the_editors_changed() -> None:
    before = {"e1": "Read by machine; date corrected by the editors, 22 November 2026.", "e2": "Kept."}
    corrected = apply([row("title", "T")], [EVENT], [], find, checked=before)
    assert corrected.checked == {
        "e1": "Read by machine; date corrected by the editors, 22 November 2026; title corrected by A. Reader,"
        " 22 November 2026."
    }


def test_hidden() -> None:
    corrected = apply([row("hide")], [EVENT], [], find)
    assert (corrected.events, corrected.checked, corrected.problems) == ((), {}, ())


def test_an_added_event_needs_its_words_in_the_text() -> None:
    cells = {"title": "They met", "date": "1945-02", "kind": "meeting", "places": ["Yalta"], "people": ["Stalin"]}
    quoted = cells | {"evidence": [{"document": "d", "quote": "met at Yalta"}]}
    corrected = apply([row("add", json.dumps(quoted), event="new")], [EVENT], [Annotations(DOCUMENT, None, None)], find)
    event = corrected.events[-1]
    assert (event.id, event.evidence, event.places[0].id) == ("new", (Evidence("d", 5, 17),), "g:1")
    assert corrected.checked == {"new": "Added by A. Reader, 22 November 2026."}


LISTED = [
    ("its event is gone", row("title", "T", event="gone"), "not found any more"),
    ("no such field", row("colour", "red"), "“colour” cannot be corrected"),
    ("no date", row("date", "yesterday"), "is no EDTF date"),
    ("no kind", row("kind", "riot"), "“riot” is no kind"),
    ("a place nobody knows", row("place", "Atlantis"), "no gazetteer knows the place “Atlantis”"),
    ("a point off the map", row("place", "X @ 99, 0"), "is on no map"),
    ("added without evidence", row("add", '{"title": "T", "evidence": []}'), "no evidence"),
    ("added with words not in the text", row("add", '{"title": "T", "evidence": [{"document": "d", "quote": "x y"}]}'),
     "“x y” do not stand in “d”"),
    ("added with an empty quotation", row("add", '{"title": "T", "evidence": [{"document": "d", "quote": ""}]}'),
     "do not stand"),
    ("added to no document", row("add", '{"title": "T", "evidence": [{"document": "x", "quote": "T"}]}'),
     "“x” is not among"),
    ("added with offsets outside", row("add", '{"title": "T", "evidence": [{"document": "d", "start": 3, "end": 99}]}'),
     "is no passage"),
    ("added as no JSON", row("add", "Yalta"), "not written as JSON"),
    ("added as a list", row("add", "[]"), "not written as JSON"),
    ("added as lists within lists", row("add", "[" * 100_000), "not written as JSON"),
    ("added with offsets without end", row("add", '{"title": "T", "evidence": [{"document": "d", "start": 1e999}]}'),
     "not written as JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "correction", "words"), LISTED)
def test_what_cannot_be_applied_is_listed(reason: str, correction: Correction, words: str) -> None:
    corrected = apply([correction, row("check")], [EVENT], [Annotations(DOCUMENT, None, None)], find)
    assert corrected.events == (EVENT,), reason
    assert len(corrected.problems) == 1
    assert words in corrected.problems[0]
    assert "A. Reader, 2026-11-22" in corrected.problems[0]
    assert "checked" in corrected.checked["e1"], "the rest is applied"


def test_another_value_than_expected_is_said() -> None:
    corrected = apply([row("title", "New", old="Something else")], [EVENT], [], find)
    assert corrected.events[0].title == "New"
    assert "“Meeting at Yalta” is found now" in corrected.problems[0]


def test_append_and_undo(tmp_path: Path) -> None:
    path = tmp_path / "atlas" / "corrections.csv"
    assert read_corrections(path) == ()
    assert undo(path) is None
    first, second = row("title", 'With "quotes", commas\nand lines'), row("hide")
    append(path, first)
    append(path, second)
    assert read_corrections(path) == (first, second)
    assert undo(path) == second
    assert read_corrections(path) == (first,)
    assert [each.name for each in path.parent.iterdir()] == ["corrections.csv"]


def test_any_correction_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    first, second, third = row("title", "1"), row("title", "2"), row("title", "1")
    append(path, first, second, third)
    assert undo(path, second) == second
    assert undo(path, first) == first
    assert read_corrections(path) == (first,), "of two alike the later one goes"
    assert undo(path, second) is None


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "atlas").write_text("a file where a folder is needed")
    with pytest.raises(CorrectionError, match=r"cannot be written .*nothing was changed"):
        append(tmp_path / "atlas" / "corrections.csv", row("hide"))


def test_half_a_sign_from_a_browser_is_a_sentence(tmp_path: Path) -> None:
    append(path := tmp_path / "corrections.csv", row("hide"))
    with pytest.raises(CorrectionError, match="half a sign"):
        append(path, row("title", "\ud83d"))
    assert read_corrections(path) == (row("hide"),)


UNREADABLE = [
    ("another header", b"id,new\n", "begin with the line"),
    ("a cell too few", f"{','.join(COLUMNS)}\ne1,title\n".encode(), "line 2: 7 cells"),
    ("a cell too many", f"{','.join(COLUMNS)}\n1,2,3,4,5,6,7,8\n".encode(), "line 2: 7 cells"),
    ("not UTF-8", b"\xff\xff", "cannot be read"),
    ("a quote never closed", f'{",".join(COLUMNS)}\ne1,title,"{"x" * 200_000}'.encode(), "after line 1: field larger"),
]


@pytest.mark.parametrize(("reason", "data", "words"), UNREADABLE)
def test_an_unreadable_file_is_a_sentence_and_nothing_is_lost(
    tmp_path: Path, reason: str, data: bytes, words: str
) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(data)
    for attempt in (read_corrections, undo, lambda file: append(file, row("hide"))):
        with pytest.raises(CorrectionError, match=words):
            attempt(path)
    assert path.read_bytes() == data, reason


def test_the_shipped_corrections_can_be_read() -> None:
    assert all(each.who and each.why for each in read_corrections(config.DATA / "corrections.csv"))
