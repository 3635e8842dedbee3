"""A collection takes documents in with their rows, and never overwrites one."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.documents.catalogue import read_catalogue
from dashboard.documents.collection import add_documents
from dashboard.errors import CatalogueError

ROW = 'id,title,date,place,series\na,A letter,1921-05-09,Riga,"A series, with commas"\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "a.txt").write_text("They met at Riga on 9 May 1921.")
    (folder / "b.txt").write_text("Nothing more.")
    (folder / "bad.txt").write_bytes(b"\xff")
    (folder / "documents.csv").write_text(ROW)
    return folder


def test_documents_come_in_with_their_rows(source: Path, tmp_path: Path) -> None:
    problems: list[str] = []
    collection = tmp_path / "mine" / "documents"
    assert add_documents([source, tmp_path / "absent"], collection, problems.append) == 2
    assert sorted(path.name for path in collection.iterdir()) == ["a.txt", "b.txt", "documents.csv"]
    catalogue = read_catalogue(collection)
    assert catalogue is not None
    assert catalogue.rows["a"].record.series == "A series, with commas"
    assert ["bad.txt" in problems[0], "absent is not there" in problems[1]] == [True, True]
    assert add_documents([source / "b.txt"], collection, problems.append) == 1, "the same again is no problem"
    again = read_catalogue(collection)
    assert again is not None
    assert again.rows == catalogue.rows, "rows that were there stay"


def test_another_document_of_the_same_name_stays_out(source: Path, tmp_path: Path) -> None:
    collection = tmp_path / "documents"
    add_documents([source / "a.txt"], collection, lambda _sentence: None)
    (source / "a.txt").write_text("Something else.")
    problems: list[str] = []
    assert add_documents([source / "a.txt"], collection, problems.append) == 0
    assert "another a.txt already" in problems[0]
    assert (collection / "a.txt").read_text() == "They met at Riga on 9 May 1921."


def test_a_catalogue_with_a_mistake_is_not_written_over(source: Path, tmp_path: Path) -> None:
    collection = tmp_path / "documents"
    collection.mkdir()
    (collection / "documents.csv").write_text("id,date\nx,32 May\n")
    with pytest.raises(CatalogueError, match="put right first"):
        add_documents([source], collection, lambda _sentence: None)
    assert (collection / "documents.csv").read_text() == "id,date\nx,32 May\n"


def test_import_makes_an_atlas_of_ones_own(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    atlas = tmp_path / "mine"
    assert main(["import", str(source / "a.txt"), "--atlas", str(atlas)]) == 0
    assert "in 1 document" in capsys.readouterr().out
    assert main(["import", str(source), "--atlas", str(atlas)]) == 1, "one of them cannot be read"
    printed = capsys.readouterr()
    assert "in 2 documents" in printed.out
    assert "bad.txt is not UTF-8" in printed.err


def test_the_default_atlas_takes_no_imports(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from dashboard import config

    assert main(["import", str(source), "--atlas", str(config.ATLAS)]) == 1
    assert "give a folder of your own" in capsys.readouterr().err
