"""What was found, kept beside an atlas: the same when read again, begun anew where it is damaged."""

import sqlite3
from pathlib import Path

import pytest

from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.errors import AtlasError
from dashboard.model import Annotations, Event, Evidence, Mention, MentionKind, Person, Place
from dashboard.store.kept import NAME, Finding, Tally, open_kept, pack_events, unpack_events
from dashboard.store.sheet import annotations_of, pack, sheet_of, unpack
from dashboard.store.ties import Named, Ties, Told

TEXT = "Molotov and\u2028 “Byrnes” met at Moscow.\n\nIn 1945 he left Little Pine Creek."
MOSCOW = Place("a:1", "Moscow", 55.8, 37.6, "settlement", "RU", as_written="Moscow", basis="named", alternatives=("b",))


def said(kind: MentionKind, words: str, value: DateSpan | Place | Person | None = None) -> Mention:
    start = TEXT.index(words)
    return Mention(kind, start, start + len(words), words, value)


FOUND = Annotations(
    make_document("d", TEXT, title="A <b>title</b>", date=DateSpan("1945-12-19")),
    DateSpan("1945-12-19"),
    MOSCOW,
    (said("date", "1945", DateSpan("1945", "1945")),),
    (said("place", "Moscow", MOSCOW), said("place", "Little Pine Creek")),
    (said("person", "Molotov", Person("Molotov")),),
)
EVENT = Event(
    "e1", "They\nmet\u2028", DateSpan("1945-12-19"), "meeting", "explicit", "happened", "author",
    (Evidence("d", 0, 38),), (MOSCOW,),
)  # fmt: skip
SHEET = sheet_of(FOUND, [EVENT])


def test_a_sheet_holds_what_was_found() -> None:
    sheet = unpack(pack(SHEET))
    assert sheet == SHEET
    assert annotations_of(sheet) == FOUND
    assert unpack_events(pack_events([EVENT, EVENT])) == [EVENT, EVENT]


def test_a_sheet_leads_from_names_to_events() -> None:
    lights = dict(zip(SHEET.mentions["text"], SHEET.mentions["lights"], strict=True))
    assert lights == {"Molotov": "e1", "Moscow": "e1", "1945": "e1", "Little Pine Creek": "e1"}
    assert SHEET.mentions["shares"] == [True, True, False, False], "the second paragraph only leads to the occasion"
    assert SHEET.occasion == "e1"
    assert SHEET.words["e1"].splitlines()[-1] == "Little Pine Creek"


def test_files_are_known_once_everything_in_them_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with open_kept(tmp_path) as kept:
        kept.put_file(file, "stamp", [("d", "Title", "k1"), ("e", "", "k2")], ["A sentence."])
        kept.put([Finding("k1", pack(SHEET), pack_events([EVENT]), tally=Tally(1, 2, 3, 4, ("x",)))])
        assert kept.stamps() == {}
        kept.put([Finding("k2", problem="Too strange.")])
        assert kept.stamps() == {}, "what failed is tried again"
        assert not kept.knows("k2")
    with open_kept(tmp_path) as kept:
        assert [(each.id, each.tally.unlocated, each.problem) for each in kept.documents()] == [
            ("d", 4, ""),
            ("e", 0, "Too strange."),
        ]
        assert (unpack(kept.sheet("k1")), kept.events("k1")) == (SHEET, [EVENT])
        assert kept.problems() == {file: ["A sentence."]}
        kept.put([Finding("k2", pack(SHEET))])
        assert kept.stamps() == {file: "stamp"}
        assert (kept.forget([file]), kept.count()) == (2, 0)
        kept.sweep()
        assert not kept.knows("k1")


def test_ties_lead_from_document_to_document(tmp_path: Path) -> None:
    meeting, visit = Told("e1", "meeting 1945-12-19"), Told("e2", "")
    byrnes, james = Named("Byrnes", "Byrnes", 1945, 1945), Named("Byrnes", "James F. Byrnes", None, None)
    with open_kept(tmp_path) as kept:
        kept.put([Finding("k1", pack(SHEET), ties=Ties((meeting, visit), (byrnes,), ("moscow",)))])
        kept.put([Finding("k2", pack(SHEET), ties=Ties((meeting._replace(id="e3"),), (james,), ("moscow", "riga")))])
        ties = kept.ties
        assert (ties.know(["k1", "k2"]), ties.know(["k1", "k3"]), ties.know([])) == (True, False, True)
        assert ties.events(["k1"]) == [meeting, visit]
        assert ties.telling(["e2", "e9"]) == [("k1", visit)]
        assert [key for key, _ in ties.in_families({"meeting 1945-12-19"})] == ["k1", "k2"]
        assert ties.surnames(["k2"]) == {"Byrnes"}
        assert ties.people(["Byrnes", "Stalin"]) == [("k1", byrnes), ("k2", james)]
        assert (ties.naming(["riga"]), ties.naming(["moscow"]), ties.naming([])) == ({"k2"}, {"k1", "k2"}, set())
        kept.put([Finding("k2", pack(SHEET))])
        assert ties.naming(["riga"]) == set(), "found anew, tied anew"
        kept.sweep()
        assert (ties.events(["k1"]), ties.naming(["moscow"])) == ([], set()), "gone with what was found"


@pytest.mark.parametrize("damage", ["no database", "another version"])
def test_what_is_of_no_use_is_begun_anew(tmp_path: Path, damage: str) -> None:
    with open_kept(tmp_path) as kept:
        kept.put([Finding("k1", pack(SHEET))])
    if damage == "no database":
        (tmp_path / NAME).write_bytes(b"nothing of the kind" * 400)
    else:
        with sqlite3.connect(tmp_path / NAME) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    with open_kept(tmp_path) as kept:
        assert not kept.knows("k1")
        kept.put([Finding("k1", pack(SHEET))])
        assert kept.knows("k1")


def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(AtlasError, match="cannot be kept"), open_kept(tmp_path):
        pass
