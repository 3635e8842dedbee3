"""What a power cut may find: every file whole, the old or the new; shown by the order of what is done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.corrections import Correction, append
from dashboard.on_disk import make_folder, replace_file
from dashboard.pipeline import update
from dashboard.pipeline.own import add_text
from dashboard.pipeline.sources import own_folder
from dashboard.store.folder import current_build
from dashboard.store.save import save
from tests.gold_atlas import gold_findings

NOTE = "They met at Moscow on May 3, 1945. Molotov signed the treaty at Riga on May 4, 1945."


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """“on disk” for every file or folder waited for, by its path, “named” for every file that took its name."""
    seen: list[tuple[str, str]] = []
    fsync, replace = os.fsync, Path.replace

    def waited(descriptor: int) -> None:
        fsync(descriptor)
        seen.append(("on disk", str(Path(f"/proc/self/fd/{descriptor}").readlink())))

    def named(path: Path, target: Path) -> Path:
        seen.extend((("gone", str(path)), ("named", str(target))))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", waited)
    monkeypatch.setattr(Path, "replace", named)
    return seen


def assert_lasting(done: list[tuple[str, str]], target: Path) -> None:
    """The words were on the disk before they took the name, and the name was afterwards."""
    at = done.index(("named", str(target)))
    fresh = done[at - 1][1]
    assert ("on disk", fresh) in done[:at], f"{target.name} was named before its words were on the disk"
    assert ("on disk", str(target.parent)) in done[at:], f"the name {target.name} was not waited for"


def test_a_file_is_replaced_once_its_words_are_there(tmp_path: Path, done: list[tuple[str, str]]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    replace_file(path, "né\r\nw\n")
    assert path.read_bytes() == "né\r\nw\n".encode()
    assert_lasting(done, path)
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]


def test_what_fails_leaves_the_old_file_and_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "list.csv"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, "new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]


def test_new_folders_are_named_where_they_lie(tmp_path: Path, done: list[tuple[str, str]]) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert {path for _, path in done} == {str(tmp_path), str(tmp_path / "a")}
    assert len(done) == 2, "nothing is waited for where nothing is made"


def test_the_pointer_follows_what_it_points_to(tmp_path: Path, done: list[tuple[str, str]]) -> None:
    save(tmp_path, gold_findings())
    build = current_build(tmp_path)
    assert build
    assert_lasting(done, tmp_path / "current")
    before = done[: done.index(("named", str(tmp_path / "current")))]
    files = [before.index(("on disk", str(path))) for path in (build.atlas, build.search)]
    assert ("on disk", str(tmp_path)) in before[max(files) :], "the names of the build's files"


def test_what_a_person_gave_is_on_the_disk(tmp_path: Path, done: list[tuple[str, str]]) -> None:
    """Corrections, the list of sources, and a text brought in on the page."""
    corrections = tmp_path / "corrections.csv"
    append(corrections, Correction("an-event", "title", "old", "new", "E. Ditor", "2026-11-30", ""))
    assert_lasting(done, corrections)
    atlas = tmp_path / "atlas"
    own = add_text(atlas, NOTE, title="A note", date="1945-05-05", place="")
    assert_lasting(done, own_folder(atlas) / own.name)
    assert_lasting(done, atlas / "sources.json")


def test_what_was_found_is_on_the_disk_before_the_pointer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A correction makes the next atlas of what was found alone; SQLite writes that itself, so it is asked."""
    from dashboard.pipeline import committing
    from dashboard.store.kept import Kept

    order: list[str] = []
    to_disk, commit = Kept.to_disk, committing.commit
    monkeypatch.setattr(Kept, "to_disk", lambda kept: (order.append("found"), to_disk(kept)))
    monkeypatch.setattr(committing, "commit", lambda *given, **named: (order.append("build"), commit(*given, **named)))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.txt").write_text(NOTE)
    update(tmp_path / "atlas", add=[tmp_path / "notes"])
    assert order == ["found", "build"]
