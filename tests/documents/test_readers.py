"""What every reader promises, and what each says of a file it cannot read."""

import json
from pathlib import Path

import pytest

from dashboard import config
from dashboard.datespan import Basis
from dashboard.documents import jsonl, limits
from dashboard.documents.catalogue import COLUMNS
from dashboard.documents.readers import READERS, read_file, read_folder, reader_for
from dashboard.errors import CatalogueError, DashboardError, DocumentError, EmptyDocument, UnknownFormat, UnreadableText

TEXT = "Mr. Molotov agreed.\r\nIt was signed at Moscow.\n"
HEADER = ",".join(COLUMNS)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("suffix", [suffix for reader in READERS for suffix in reader.suffixes])
def test_every_reader_refuses_what_is_not_there(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"absent{suffix}"
    with pytest.raises(DocumentError, match="absent"):
        list(reader_for(path).read(path))


@pytest.mark.parametrize("suffix", [suffix for reader in READERS for suffix in reader.suffixes])
def test_every_reader_refuses_an_empty_file(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"empty{suffix}", "\n \n")
    with pytest.raises(EmptyDocument, match="empty"):
        list(reader_for(path).read(path))


ENCODINGS = [
    ("utf-8", TEXT.encode()),
    ("utf-8 with byte order mark", b"\xef\xbb\xbf" + TEXT.encode()),
    ("utf-16 little endian with mark", b"\xff\xfe" + TEXT.encode("utf-16-le")),
    ("utf-16 big endian with mark", b"\xfe\xff" + TEXT.encode("utf-16-be")),
]


@pytest.mark.parametrize(("encoding", "data"), ENCODINGS)
def test_text_is_kept_as_it_stands(tmp_path: Path, encoding: str, data: bytes) -> None:
    (document,) = read_file(write(tmp_path / "note.txt", data))
    assert document.text == TEXT, encoding
    assert document.id == "note"


UNREADABLE = [
    ("latin-1", "note.txt", "Asunción".encode("latin-1"), UnreadableText, "save it as UTF-8"),
    ("binary", "note.txt", b"PK\x00\x00text", UnreadableText, "binary data"),
    ("no bytes at all", "note.txt", b"", EmptyDocument, "holds no text"),
    ("a format nobody reads", "note.exe", b"MZ", UnknownFormat, ".txt, .jsonl"),
    ("a line that is no JSON", "notes.jsonl", b"{'id': 1}", UnreadableText, "line 1"),
    ("an array", "notes.jsonl", b"[]", UnreadableText, "keys id and text"),
    ("a number for an id", "notes.jsonl", b'{"id": 7, "text": "x"}', UnreadableText, "id must be text"),
    ("an empty text", "notes.jsonl", b'{"id": "a", "text": " "}', EmptyDocument, "“a” is empty"),
    ("a date that is none", "notes.jsonl", b'{"id": "a", "text": "x", "date": "1945-13"}', DocumentError, "month 13"),
    ("latin-1 in JSON", "notes.jsonl", '{"id": "a", "text": "é"}'.encode("latin-1"), UnreadableText, "UTF-8"),
]


@pytest.mark.parametrize(("reason", "name", "data", "error", "words"), UNREADABLE)
def test_unreadable(
    tmp_path: Path, reason: str, name: str, data: bytes, error: type[DashboardError], words: str
) -> None:
    with pytest.raises(error, match=words):
        pytest.fail(f"{reason} was read: {list(read_file(write(tmp_path / name, data)))}")


def test_jsonl_gives_each_line_and_what_it_knows(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": TEXT, "title": "T", "date": "1945-12", "place": "Moscow", "url": "x"},
        {"id": "b", "text": TEXT},
    ]
    first, second = read_file(write(tmp_path / "two.jsonl", "\n".join(map(json.dumps, lines))))
    assert (first.id, first.title, first.place, first.text) == ("a", "T", "Moscow", TEXT)
    assert first.date is not None
    assert first.date.basis == (Basis.CATALOGUE, Basis.CATALOGUE, None)
    assert (second.id, second.title, second.date) == ("b", "", None)


LINE = json.dumps({"id": "a", "text": "x" * 3000})
LONG = [("notes.txt", "x" * 3000), ("notes.jsonl", LINE), ("notes.html", f"<p>{'x' * 3000}")]


@pytest.mark.parametrize(("name", "content"), LONG)
def test_a_line_longer_than_any_paper_is_refused(
    tmp_path: Path, name: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (limits, jsonl):
        monkeypatch.setattr(module, "MOST_CHARACTERS", 2000)
    with pytest.raises(DocumentError, match=r"notes\.(txt|html|jsonl).* is longer than"):
        list(read_file(write(tmp_path / name, content)))


def test_a_file_larger_than_memory_should_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 2000)
    with pytest.raises(DocumentError, match=r"a\.txt is larger than"):
        list(read_file(write(tmp_path / "a.txt", "x" * 2001)))


def test_default_documents_have_their_records() -> None:
    problems: list[str] = []
    memorandum, letter = read_folder(config.DATA / "documents", problems.append)
    assert problems == []
    assert memorandum.date is not None and memorandum.date.edtf == "1945-12-19"
    assert (memorandum.record.number, memorandum.record.first_page, memorandum.page_at(0)) == ("238", "680", "680")
    assert memorandum.record.archive_reference == memorandum.text.partition("\n")[0]
    assert (letter.record.number, letter.page_at(0), letter.page_at(2000)) == ("1282", "1333", "1334")


MISMATCHES = [
    ("a row without a file", f"{HEADER}\na,T\ngone,T\n", "lists “gone”", "T"),
    ("a file without a row", f"{HEADER}\n", "“a” has no row", ""),
    ("a date that is none", f"{HEADER}\na,T,32 May\n", "line 2: “32 May” is no EDTF date", ""),
    ("the same id twice", f"{HEADER}\na,T\na,U\n", "line 3: “a” stands there twice", "T"),
    ("a row without id", f"{HEADER}\n,U\na,T\n", "line 2: no id", "T"),
    ("no column id", "name,title\na,T\n", "no column “id”", ""),
    ("a quote never closed", f'{HEADER}\na,"{"x" * 200_000}', "after line 1: field larger than", ""),
    ("not UTF-8", b"id,title\na,Asunci\xf3n\n", "The catalogue cannot be read", ""),
]


@pytest.mark.parametrize(("reason", "catalogue", "words", "title"), MISMATCHES)
def test_catalogue_and_folder_disagree(
    tmp_path: Path, reason: str, catalogue: str | bytes, words: str, title: str
) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "documents.csv", catalogue)
    problems: list[str] = []
    (document,) = read_folder(tmp_path, problems.append)
    assert (document.text, document.title) == (TEXT, title), reason
    assert any(words in problem for problem in problems), problems


def test_one_unreadable_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.txt", b"\xff")
    write(tmp_path / "c.txt", TEXT)
    write(tmp_path / "d.jsonl", json.dumps({"id": "a", "text": TEXT}))
    problems: list[str] = []
    assert [document.id for document in read_folder(tmp_path, problems.append)] == ["a", "c"]
    assert len(problems) == 2
    assert "already taken" in problems[1]


def test_a_single_file_finds_its_row(tmp_path: Path) -> None:
    write(tmp_path / "documents.csv", f"{HEADER}\na,T,1945,Moscow\n")
    (document,) = read_file(write(tmp_path / "a.txt", TEXT))
    assert (document.title, document.place) == ("T", "Moscow")
    write(tmp_path / "documents.csv", "no header")
    with pytest.raises(CatalogueError, match="no column"):
        list(read_file(tmp_path / "a.txt"))
