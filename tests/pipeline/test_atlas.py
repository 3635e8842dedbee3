"""An atlas from its sources: read once, replaced where they change, taken out where they are gone, whatever happens."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.corrections import Correction, append
from dashboard.errors import AtlasBusy, AtlasError
from dashboard.gazetteer import Gazetteers
from dashboard.pipeline import (
    DocumentState,
    Progress,
    Report,
    bring_up_to_date,
    crew,
    sources_of,
    totals,
    update,
    work,
)
from dashboard.pipeline.atlas import SMALL
from dashboard.queries import Atlas, Filters, find_events
from dashboard.store.folder import writing
from dashboard.store.kept import NAME
from tests.pipeline.contents import contents, documents_in

NOTES = {
    "one": "They met at Moscow on May 3, 1945. Molotov signed the treaty at Riga on May 4, 1945.",
    "two": "On June 8, 1945 the Ambassador left Tehran. Mr. Byrnes arrived at Potsdam on July 17, 1945.",
    "three": "The Potsdam Conference ended on August 2, 1945. The Jordan and the Hasbani River were named.",
}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, text in NOTES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents in which something was looked for, in order."""
    read: list[str] = []
    real = work.annotate

    def noted(document: Any, gazetteers: Any) -> Any:
        read.append(document.id)
        return real(document, gazetteers)

    monkeypatch.setattr(work, "annotate", noted)
    return read


def figures(report: Report) -> tuple[bool, int, int, int, int]:
    return report.changed, report.read, report.unchanged, report.removed, len(report.problems)


def test_only_what_changed_is_read(tmp_path: Path, notes: Path, reads: list[str]) -> None:
    atlas = tmp_path / "atlas"
    assert figures(update(atlas, add=[notes])) == (True, 3, 0, 0, 0)
    assert figures(update(atlas, add=[notes])) == (False, 0, 3, 0, 0)
    first = contents(atlas)
    (notes / "two.txt").write_text(NOTES["two"].replace("Tehran", "Riga"), "utf-8")
    (notes / "one.txt").touch()
    assert figures(update(atlas)) == (True, 1, 2, 0, 0), "a file that was only touched holds known words"
    assert contents(atlas) != first
    assert reads == ["one", "three", "two", "two"]
    (notes / "two.txt").write_text(NOTES["two"], "utf-8")
    update(atlas)
    assert contents(atlas) == first


def test_what_is_gone_is_taken_out(tmp_path: Path, notes: Path) -> None:
    atlas, fresh = tmp_path / "atlas", tmp_path / "fresh"
    update(atlas, add=[notes])
    (notes / "two.txt").unlink()
    assert figures(update(atlas)) == (True, 0, 2, 1, 0)
    update(fresh, add=[notes])
    assert contents(atlas) == contents(fresh)
    update(atlas, remove=[notes])
    assert totals(atlas).documents == 0
    assert sources_of(atlas) == ()


def test_sources_join_and_leave(tmp_path: Path, notes: Path) -> None:
    atlas, alone = tmp_path / "atlas", tmp_path / "alone.txt"
    alone.write_text("On May 9, 1945 they met at Riga.")
    update(atlas, add=[alone])
    report = update(atlas, add=[notes, tmp_path / "nowhere"])
    assert report.problems == (f"{tmp_path / 'nowhere'} is not there; check its name.",)
    assert sources_of(atlas) == (alone, notes)
    alone.unlink()
    assert "taken out" in update(atlas).problems[0]
    assert [state.id for state in documents_in(atlas)] == ["one", "three", "two"]


def test_a_disk_taken_out_costs_nothing(tmp_path: Path, notes: Path) -> None:
    atlas, disk = tmp_path / "atlas", tmp_path / "disk"
    disk.mkdir()
    notes.rename(disk / "notes")
    update(atlas, add=[disk / "notes"])
    disk.rename(tmp_path / "elsewhere")
    report = update(atlas)
    assert figures(report) == (False, 0, 3, 0, 1)
    assert "out of reach" in report.problems[0]
    (tmp_path / "elsewhere").rename(disk)
    assert figures(update(atlas)) == (False, 0, 3, 0, 0)


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(tmp_path: Path, notes: Path) -> None:
    (notes / "a.txt").write_bytes(b"\xff\x00broken")
    (notes / "b.xyz").write_text("?")
    (notes / "c.jsonl").write_text('{"id": "c1", "text": "On May 3, 1945 they met at Riga."}\n{"id": \n')
    (notes / "d.jsonl").write_text('{"id": "one", "text": "Taken."}\n')
    (notes / "e.txt").symlink_to(notes / "nothing.txt")
    (notes / ".hidden.txt").write_text("hidden")
    atlas = tmp_path / "atlas"
    report = update(atlas, add=[notes])
    assert [sentence.split(" ")[0].rstrip(":,") for sentence in report.problems] == [
        "a.txt",
        "b.xyz",
        "c.jsonl",
        "one.txt",
    ]
    assert sorted(state.id for state in documents_in(atlas)) == ["c1", "one", "one", "three", "two"]
    assert update(atlas).problems == report.problems, "said again as long as it is so"


def test_a_correction_whose_event_is_gone_is_told_as_long_as_it_is_so(tmp_path: Path, notes: Path) -> None:
    atlas = tmp_path / "atlas"
    assert update(atlas, add=[notes]).problems == ()
    append(atlas / "corrections.csv", Correction("gone", "title", "Talks", "Tea", "A. Reader", "2026-11-22", ""))
    (sentence,) = update(atlas).problems
    assert sentence.startswith("Correction of “Talks” (title, A. Reader, 2026-11-22): its event is not found any more")
    assert update(atlas).problems == (sentence,)


def test_a_mistake_of_ours_costs_one_document_and_is_logged(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = work.annotate
    monkeypatch.setattr(work, "annotate", lambda document, known: {"two": None}.get(document.id, real)(document, known))
    report = update(tmp_path / "atlas", add=[notes])
    (problem,) = report.problems
    assert re.fullmatch(
        r"“two” in two\.txt could not be understood: a mistake in this program"
        r" \(TypeError: 'NoneType' object is not callable; dashboard/pipeline/work\.py, line \d+\)\.",
        problem,
    )
    (record,) = caplog.records
    assert record.getMessage() == "“two” in two.txt could not be understood"
    assert record.exc_info and record.exc_info[2], "with its traceback"
    assert totals(tmp_path / "atlas").documents == 2
    monkeypatch.setattr(work, "annotate", real)
    assert figures(update(tmp_path / "atlas")) == (True, 1, 2, 0, 0), "tried again"


class Interrupted(BaseException):
    """Stands for SIGKILL: nothing of ours catches it."""


def test_stopped_anywhere_it_ends_with_the_same_atlas(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before every statement that writes, then called again: the same atlas, and little is read twice."""
    from dashboard.store.kept import Kept

    update(tmp_path / "undisturbed", add=[notes])
    wanted = contents(tmp_path / "undisturbed")
    steps = [(Kept, "put"), (Kept, "put_file"), (Kept, "sweep")]
    for owner, name in steps:
        real = getattr(owner, name)
        for at in range(3):
            calls = iter(range(99))

            def stop(*given: Any, real: Any = real, at: int = at, calls: Iterator[int] = calls) -> Any:
                if next(calls) == at:
                    raise Interrupted
                return real(*given)

            monkeypatch.setattr(owner, name, stop)
            atlas = tmp_path / f"{name} {at}"
            try:
                update(atlas, add=[notes])
            except Interrupted:
                assert (atlas / "current").exists() == (name == "sweep"), "found is swept once the atlas is whole"
            monkeypatch.setattr(owner, name, real)
            update(atlas)
            assert contents(atlas) == wanted, f"{name} {at}"


def test_the_order_in_which_results_come_does_not_matter(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Backwards(crew.Alone):
        def do(self, batches: Iterable[crew.Batch]) -> Iterator[list[Any]]:
            return iter(list(super().do([task] for batch in batches for task in batch))[::-1])

    update(tmp_path / "forwards", add=[notes])
    monkeypatch.setattr(crew, "Alone", Backwards)
    monkeypatch.setattr("dashboard.pipeline.atlas.Alone", Backwards)
    update(tmp_path / "backwards", add=[notes])
    assert contents(tmp_path / "forwards") == contents(tmp_path / "backwards")


def test_a_second_import_is_refused_and_an_open_atlas_sees_the_first(tmp_path: Path, notes: Path) -> None:
    atlas = tmp_path / "atlas"
    update(atlas, add=[notes / "one.txt"])
    opened = Atlas(atlas)
    before = len(find_events(opened))
    with writing(atlas), pytest.raises(AtlasBusy, match="another process"):
        update(atlas, add=[notes])
    assert sources_of(atlas) == (notes / "one.txt",)
    update(atlas, add=[notes])
    assert len(find_events(opened)) > before
    opened.close()


def test_collections_are_known_from_catalogue_file_or_folder(tmp_path: Path, notes: Path) -> None:
    (notes / "volume.jsonl").write_text('{"id": "v1", "text": "On May 3, 1945 they met at Riga."}\n')
    (notes / "documents.csv").write_text("id,volume_title\none,The First Volume\n")
    report = update(tmp_path / "atlas", add=[notes])
    assert len(report.problems) == 3, "rows that are missing"
    opened = Atlas(tmp_path / "atlas")
    held = dict(opened.rows("SELECT id, collection FROM documents"))
    assert held == {"one": "The First Volume", "two": "notes", "three": "notes", "v1": "volume"}
    chosen = find_events(opened, Filters(collections=("volume",)))
    assert set(chosen["documents"].map(tuple)) == {("v1",)}
    opened.close()


def test_what_was_found_in_each_document_is_told(tmp_path: Path, notes: Path) -> None:
    update(tmp_path / "atlas", add=[notes])
    states: dict[str, DocumentState] = {state.id: state for state in documents_in(tmp_path / "atlas")}
    assert states["one"].tally.events >= 2
    assert states["one"].file == notes / "one.txt"
    assert "Hasbani River" in states["three"].tally.not_understood


def test_progress_tells_rate_and_time_left(tmp_path: Path, notes: Path) -> None:
    seen: list[Progress] = []
    update(tmp_path / "atlas", add=[notes], watch=seen.append)
    assert (seen[-1].documents, seen[-1].expected, round(seen[-1].left)) == (3, 3, 0)
    assert str(Progress(1204, 4521, 12.54, 34.6)) == "1,204 of about 4,521 documents, 96 a second, 35 s left"
    assert str(Progress(3, 9, 60, 125)) == "3 of about 9 documents, 3 a minute, 2 min 5 s left"


def test_workers_are_called_only_for_much(tmp_path: Path, notes: Path) -> None:
    def hire() -> Any:
        raise Interrupted

    update(tmp_path / "atlas", add=[notes], hire=hire)
    (notes / "much.jsonl").write_text(json.dumps({"id": "m", "text": "much " * (SMALL // 5)}))
    with pytest.raises(Interrupted):
        update(tmp_path / "atlas", hire=hire)


@pytest.mark.parametrize("left", [None, b"of no use"])
def test_an_atlas_without_what_was_found_is_not_corrected_to_nothing(
    tmp_path: Path, notes: Path, gazetteers: Gazetteers, left: bytes | None
) -> None:
    """Where found.sqlite is gone, or begun anew because it was of no use, the atlas stays as it is."""
    atlas = tmp_path / "atlas"
    update(atlas, add=[notes])
    before = contents(atlas)
    (atlas / NAME).unlink()
    if left:
        (atlas / NAME).write_bytes(left)
    with pytest.raises(AtlasError, match="does not hold what was found; make it anew"):
        bring_up_to_date(atlas, gazetteers)
    assert contents(atlas) == before
    assert figures(update(atlas)) == (False, 3, 0, 0, 0), "it is found again, and is the same atlas"
