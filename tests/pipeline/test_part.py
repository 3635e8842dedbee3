"""A change is written by the part it reaches: whatever comes, goes or is corrected, it is the atlas of a whole run."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.corrections import Correction, append, read_corrections
from dashboard.errors import CorrectionError
from dashboard.gazetteer import Gazetteers
from dashboard.pipeline import bring_up_to_date, committing, part, take_back, update
from dashboard.queries import Atlas
from dashboard.store import numbers, search, tables
from dashboard.store.made import Change
from tests.pipeline.contents import contents

SENTENCES = (
    "James F. Byrnes met Mr. Molotov at Moscow on December 19, 1945.",
    "Secretary Byrnes and Foreign Minister Molotov met at Moscow on December 19, 1945, and dined.",
    "On December 19, 1945 Mr. Molotov met Secretary Byrnes at Moscow; they spoke of Fort Whatsit.",
    "Jimmy Byrnes arrived at London on January 4, 1946.",
    "Mr. Byrnes arrived at London on January 4, 1946 from Fort Whatsit.",
    "At the Potsdam Conference Mr. Truman spoke with Mr. Molotov of Azerbaijan.",
    "The Potsdam Conference ended on August 2, 1945; Azerbaijan was not named.",
    "Mr. Bohlen left Riga for Bad Nowhere on May 3, 1946.",
    "Charles E. Bohlen arrived at Tehran on June 8, 1946, and Mr. Bohlen left Tehran on June 10, 1946.",
    "Nothing is known of Fort Whatsit, nor of Mr. Bohlen.",
)
NAMES = ("Fort Whatsit", "Azerbaijan", "Bad Nowhere; Moscow", "Nohow")
SIGNED = ("E. Ditor", "2026-11-30", "")


@pytest.fixture(autouse=True)
def of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part may be as large as the atlas."""
    monkeypatch.setattr(part, "SHARE", 9.0)


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[Change | None]:
    """What was changed by each commit; None for a whole atlas."""
    made: list[Change | None] = []
    real = committing.commit

    def noted(*given: Any, change: Change | None, **named: Any) -> None:
        made.append(change)
        real(*given, change=change, **named)

    monkeypatch.setattr(committing, "commit", noted)
    return made


class Place:
    """An atlas and its notes, and what a person does to them."""

    def __init__(self, folder: Path, gazetteers: Gazetteers) -> None:
        self.notes, self.atlas, self._folder = folder / "notes", folder / "atlas", folder
        self._gazetteers = gazetteers
        self.notes.mkdir()

    def write(self, name: str, sentences: Sequence[str]) -> None:
        (self.notes / f"{name}.txt").write_text(" ".join(sentences), "utf-8")
        update(self.atlas, add=[self.notes])

    def remove(self, name: str) -> None:
        (self.notes / f"{name}.txt").unlink(missing_ok=True)
        update(self.atlas, add=[self.notes])

    def correct(self, event: str, field: str, old: str = "", new: str = "") -> None:
        try:
            bring_up_to_date(self.atlas, self._gazetteers, Correction(event, field, old, new, *SIGNED))
        except CorrectionError:  # a name that stands nowhere: nothing is written
            append(self.atlas / "corrections.csv", Correction(event, field, old, new, *SIGNED))
            update(self.atlas)

    def undo(self, which: int) -> None:
        rows = read_corrections(self.atlas / "corrections.csv")
        if rows:
            take_back(self.atlas, self._gazetteers, rows[which % len(rows)])

    def event(self, which: int) -> str:
        """The id of an event, or of one merged into it."""
        atlas = Atlas(self.atlas)
        ids = [event_id for (event_id,) in atlas.rows("SELECT id FROM event_ids ORDER BY id")]
        atlas.close()
        return ids[which % len(ids)] if ids else "no event"

    def told_in(self, document: str) -> str:
        """The id of an event told in a document."""
        atlas = Atlas(self.atlas)
        rows = atlas.rows("SELECT id FROM events WHERE list_contains(documents, ?) ORDER BY number", [document])
        atlas.close()
        return str(rows[0][0]) if rows else "no event"

    def made_whole(self) -> dict[str, list[tuple[Any, ...]]]:
        """What the atlas answers that is made of the same in one piece."""
        fresh = Path(tempfile.mkdtemp(dir=self._folder)) / "atlas"
        leave = shutil.ignore_patterns("current", "atlas-*", "search-*", "build.lock")
        shutil.copytree(self.atlas, fresh, ignore=leave)
        update(fresh)
        return contents(fresh)


@pytest.fixture
def place(tmp_path: Path, gazetteers: Gazetteers) -> Place:
    return Place(tmp_path, gazetteers)


documents = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)
names = st.sampled_from("abcdef")
numbers_ = st.integers(0, 99)
quote = json.dumps({"title": "They met", "date": "1945-12-19", "evidence": [{"document": "a", "start": 0, "end": 9}]})
steps = st.one_of(
    st.tuples(st.just("write"), names, documents),
    st.tuples(st.just("write"), names, documents),
    st.tuples(st.just("remove"), names),
    st.tuples(
        st.just("event"),
        numbers_,
        st.sampled_from(
            [("hide", ""), ("date", "1945-12-20"), ("place", "Riga"), ("title", "Otherwise"), ("check", "")]
        ),
    ),
    st.tuples(
        st.just("locate"), st.sampled_from(["", "a", "b"]), st.sampled_from(NAMES), st.sampled_from(["", "Riga"])
    ),
    st.tuples(st.just("add")),
    st.tuples(st.just("undo"), numbers_),
)


def take(place: Place, step: tuple[Any, ...]) -> None:
    match step:
        case "write", name, sentences:
            place.write(name, sentences)
        case "remove", name:
            place.remove(name)
        case "event", which, (field, new):
            place.correct(place.event(which), field, new=new)
        case "that", document, (field, new):
            place.correct(place.told_in(document), field, new=new)
        case "locate", document, name, new:
            place.correct(document, "locate", name, new)
        case ("add",):
            place.correct("added 1", "add", new=quote)
        case "undo", which:
            place.undo(which)


@settings(max_examples=8, deadline=None)
@given(st.lists(documents, min_size=2, max_size=4), st.lists(steps, min_size=1, max_size=6))
def test_any_changes_end_with_the_atlas_of_a_whole_run(
    gazetteers: Gazetteers, first: list[list[str]], steps: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), gazetteers)
        for name, sentences in zip("abcd", first, strict=False):
            (place.notes / f"{name}.txt").write_text(" ".join(sentences), "utf-8")
        update(place.atlas, add=[place.notes])
        for step in steps:
            take(place, step)
        assert contents(place.atlas) == place.made_whole()


@pytest.fixture
def written(place: Place) -> Place:
    """An atlas of five notes."""
    for name, at in zip("abcde", (0, 1, 4, 6, 7), strict=True):
        (place.notes / f"{name}.txt").write_text(SENTENCES[at], "utf-8")
    update(place.atlas, add=[place.notes])
    return place


POTSDAM, BOHLEN, FORT, AZERBAIJAN = SENTENCES[5], SENTENCES[8], SENTENCES[4], SENTENCES[6]
STORIES: dict[str, list[tuple[Any, ...]]] = {
    "a document between the others": [("write", "bb", [SENTENCES[3]]), ("remove", "bb")],
    "other words": [("write", "a", [SENTENCES[2]]), ("write", "a", [SENTENCES[0]])],
    "an event that others tell of": [
        *(("write", name, [POTSDAM]) for name in "fghi"),
        *(("remove", name) for name in "dfgi"),
    ],
    "a fuller name": [("write", "f", [BOHLEN]), ("remove", "f")],
    "a corrected event that another document tells of too": [
        ("that", "d", ("date", "1945-08-03")),
        ("write", "f", [POTSDAM]),
        ("that", "d", ("hide", "")),
        ("write", "g", [POTSDAM]),
        ("undo", 1),
        ("undo", 0),
    ],
    "a correction that finds another value, told with every atlas": [
        ("that", "a", ("kind", "visit")),
        ("write", "f", [SENTENCES[3]]),
    ],
    "a name in documents that tell of one event": [
        ("locate", "", "Azerbaijan", "Riga"),
        *(("write", name, [POTSDAM]) for name in "fghi"),
        *(("remove", name) for name in "dfgi"),
    ],
    "corrections elsewhere": [
        ("that", "a", ("hide", "")),
        ("that", "c", ("title", "Otherwise")),
        ("locate", "", "Bad Nowhere", ""),
        ("write", "f", [POTSDAM]),
        ("remove", "c"),
        ("write", "c", [FORT]),
        ("undo", 0),
    ],
    "a place as it is read most often": [
        ("write", "f", ["On May 3, 1946 they met at Serajevo."]),
        ("write", "g", ["On June 8, 1947 they met at Sarajevo; Sarajevo was cold."]),
        ("remove", "g"),
    ],
    "an event added": [("add",), ("write", "f", [SENTENCES[3]]), ("write", "a", [SENTENCES[2]]), ("undo", 0)],
    "a name located everywhere": [
        ("locate", "", "Fort Whatsit", "Riga"),
        ("write", "f", [FORT]),
        ("write", "g", [SENTENCES[3]]),
        ("remove", "c"),
        ("undo", 0),
    ],
    "a name that is no place": [("locate", "", "Azerbaijan", ""), ("write", "f", [AZERBAIJAN]), ("undo", 0)],
    "a name that stands nowhere": [("locate", "", "Nohow", "Riga"), ("write", "f", [FORT])],
    "a name that stands nowhere any more": [
        ("locate", "", "Fort Whatsit", "Riga"), ("remove", "c"), ("remove", "e"), ("write", "f", [FORT]),
    ],
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_each_change_is_written_by_its_part(
    written: Place, changes: list[Change | None], story: list[tuple[Any, ...]]
) -> None:
    for step in story:
        changes.clear()
        take(written, step)
        assert [change is None for change in changes] == [False], step
        assert contents(written.atlas) == written.made_whole(), step


def test_a_change_reaches_no_further_than_it_must(written: Place, changes: list[Change | None]) -> None:
    written.write("f", [SENTENCES[3]])
    written.write("g", [BOHLEN])
    first, second = changes
    assert first is not None
    assert second is not None
    assert (first.documents, second.documents) == ({"f"}, {"e", "g"}), "who bears that surname, and nobody else"


def test_a_change_that_reaches_much_is_written_whole(
    written: Place, changes: list[Change | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "SHARE", 0.1)
    written.write("f", [SENTENCES[3]])
    assert changes == [None]


def test_a_name_that_no_year_knows_is_tried_with_all(written: Place, changes: list[Change | None]) -> None:
    """Whether such a row is applied depends on every document that holds the name, so nothing is left out."""
    written.correct("", "locate", "Fort Whatsit", "Nowhere in the World [geonames:0]")
    written.write("f", [SENTENCES[2]])
    assert changes == [None, None]
    assert contents(written.atlas) == written.made_whole()


def test_events_that_would_bear_one_number_are_written_whole(
    written: Place, changes: list[Change | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "_beginning", lambda _id: 1)
    written.write("f", ["Mr. Bohlen left Riga on May 3, 1946."])
    written.write("g", ["Mr. Truman left Potsdam on May 3, 1946."])
    written.write("h", [SENTENCES[9]])
    assert [change is None for change in changes] == [False, True, True]
    assert contents(written.atlas) == written.made_whole()


class Interrupted(BaseException):
    """Stands for SIGKILL: nothing of ours catches it."""


STEPS = ("Tables.take_out", "Tables.append", "Tables.derive", "Index.take_out", "Index.write_events")


@pytest.mark.parametrize("step", STEPS)
def test_a_change_that_is_cut_off_leaves_the_old_atlas_whole(
    written: Place, changes: list[Change | None], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Atlas(written.atlas)
    before = contents(written.atlas)
    owner = {"Tables": tables.Tables, "Index": search.Index}[step.partition(".")[0]]

    def stop(*_given: Any, **_named: Any) -> Any:
        raise Interrupted

    with monkeypatch.context() as patched:
        patched.setattr(owner, step.partition(".")[2], stop)
        with pytest.raises(Interrupted):
            written.write("f", SENTENCES[:2])
    assert contents(written.atlas) == before
    update(written.atlas)
    assert changes[-1] is not None
    assert contents(written.atlas) == written.made_whole() != before
    assert reader.rows("SELECT count(*) FROM documents") == [(6,)], "who reads it sees the new state"
    reader.close()


def test_many_changes_leave_no_litter(written: Place) -> None:
    """Files do not grow with the number of changes."""
    sizes: list[int] = []
    for at in range(12):
        written.write("f", [SENTENCES[at % 5]])
        sizes.append(sum(path.stat().st_size for path in written.atlas.glob("*-*.*")))
    assert max(sizes[6:]) <= 1.2 * max(sizes[:6])
