"""A folder as people have them: every kind of damage is a sentence, and the rest goes on."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from dashboard import config
from dashboard.pipeline import add_text, sources_of, totals, update
from dashboard.pipeline.sources import find_files, own_folder
from tests.pipeline.contents import documents_in

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
BOMB = '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", bytes(40_000_000))
        archive.writestr("letter.txt", "They met at Narva on 9 May 1921.")
    return buffer.getvalue()


DAMAGE = {
    "bomb.xml": (f"{BOMB}{TEI}<p>&b;</p></body></text></TEI>".encode(), "bomb.xml declares entities"),
    "malformed.xml": (f"{TEI}<p>One".encode(), "malformed.xml is no well-formed XML"),
    "cut.pdf": ((FIXTURES / "pdf" / "report-libau-1923.pdf").read_bytes()[:9000], "cut.pdf is damaged"),
    "scanned.pdf": ((FIXTURES / "pdf" / "scanned.pdf").read_bytes(), "scanned.pdf was scanned"),
    "cut.docx": ((FIXTURES / "docx" / "despatch-tallinn-1924.docx").read_bytes()[:900], "cut.docx is damaged"),
    "mixed.html": (b'<meta charset="utf-8"><p>P\xe4rnu \xd0\x9c</p>', "mixed.html is no text in utf-8"),
    "latin.txt": ("Asunción".encode("latin-1"), "latin.txt is not UTF-8"),
    "bomb.zip": (zip_bomb(), "bomb.zip: 1 file could not be read; the others were. zeros.txt unpacks to far more"),
}


def test_every_kind_of_damage_is_a_sentence_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, (content, _) in DAMAGE.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text("They met at Riga on 9 May 1921.")
    report = update(tmp_path / "atlas", add=[folder])
    for name, (_, words) in DAMAGE.items():
        assert [words in problem for problem in report.problems].count(True) == 1, (name, report.problems)
    assert len(report.problems) == len(DAMAGE)
    assert [each.id for each in documents_in(tmp_path / "atlas")] == ["letter", "good"]


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    """Its catalogue and hidden files are none; the atlas's own folder may well be empty."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "documents.csv").write_text("id,title\n")
    (folder / ".hidden").write_text("On 3 May 1945 they met.")
    own_folder(tmp_path / "atlas").mkdir(parents=True)
    said: list[str] = []
    assert not find_files([folder, own_folder(tmp_path / "atlas")], tmp_path / "atlas", said.append).files
    assert said == [f"{folder} holds no document; put some into it, or name the folder they lie in."]


def test_what_a_browser_saved_with_a_page_is_no_document(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    (folder / "letter_files").mkdir(parents=True)
    (folder / "letter.html").write_text("<p>They met at Riga on 9 May 1921.</p>")
    (folder / "letter_files" / "menu.html").write_text("<p>Home</p>")
    (folder / "my_files").mkdir()
    (folder / "my_files" / "note.txt").write_text("They left on 10 May 1921.")
    assert update(tmp_path / "atlas", add=[folder]).problems == ()
    assert [each.id for each in documents_in(tmp_path / "atlas")] == ["letter", "note"]


def test_a_checkout_can_be_renamed_with_its_documents_and_its_atlas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    shipped, elsewhere = old / "data" / "documents", tmp_path / "elsewhere"
    for folder in (shipped, elsewhere):
        folder.mkdir(parents=True)
        (folder / f"{folder.name}.txt").write_text("They met at Riga on 9 May 1921.")
    monkeypatch.setattr(config, "ROOT", old)
    update(old / "atlas", add=[shipped, elsewhere])
    add_text(old / "atlas", "They left Riga on 10 May 1921.", title="Note")
    old.rename(new)
    monkeypatch.setattr(config, "ROOT", new)
    report = update(new / "atlas")
    assert (report.problems, report.read) == ((), 0)
    assert sources_of(new / "atlas") == (elsewhere, new / "atlas" / "documents", new / "data" / "documents")
    assert len({each.id for each in documents_in(new / "atlas")}) == totals(new / "atlas").documents == 3


def test_a_catalogue_that_changes_again_is_read_again_by_the_same_process(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("They met at Riga on 9 May 1921.")
    for title in ("A letter", "A telegram", "A memorandum of conversation"):
        (folder / "documents.csv").write_text(f"id,title,date,place\nletter,{title},,\n")
        update(tmp_path / "atlas", add=[folder])
        assert [each.title for each in documents_in(tmp_path / "atlas")] == [title]
