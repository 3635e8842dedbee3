"""Archives: ids by path, rows beside files, limits, and names that want to lead elsewhere."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.documents import archive as module
from dashboard.documents.readers import read_file
from dashboard.errors import DocumentError, EmptyDocument
from dashboard.model import Document

WORDS = "They met at Riga on 9 May 1921."
VOLUME = Path(__file__).parents[1] / "fixtures" / "tei" / "relations-1961v09.xml"
Read = Callable[[dict[str, str | bytes]], tuple[list[Document], str]]


def packed(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The documents of an archive of these files, and the sentence on the rest."""

    def read(files: dict[str, str | bytes]) -> tuple[list[Document], str]:
        path = tmp_path / "papers.zip"
        path.write_bytes(packed(files))
        documents: list[Document] = []
        try:
            for document in read_file(path):
                documents.append(document)  # noqa: PERF402 - those before the error count
        except DocumentError as error:
            return documents, str(error)
        return documents, ""

    return read


def test_ids_are_paths_unless_the_format_brings_its_own(read: Read) -> None:
    documents, sentence = read(
        {"b/note.txt": WORDS, "a/note.txt": WORDS, "a/note.html": f"<p>{WORDS}</p>", "v.xml": VOLUME.read_bytes(),
         "l.jsonl": '{"id": "j", "text": "x"}', ".hidden.txt": "x", "__MACOSX/._note.txt": "x"}
    )  # fmt: skip
    assert sentence == ""
    ids = [document.id for document in documents]
    assert ids[:4] == ["a/note", "a/note.txt", "b/note", "j"]
    assert ids[4:6] == ["frus1961v09/message-1", "frus1961v09/d1"]


def test_what_a_browser_saved_with_a_page_is_passed_over(read: Read) -> None:
    page = f"<p>{WORDS}</p>"
    documents, sentence = read(
        {"a/p.html": page, "a/p_files/x.js": "1", "a/p_files/b/y.png": b"\0", "q_files/r.txt": WORDS}
    )
    assert ([document.id for document in documents], sentence) == (["a/p", "q_files/r"], "")


def test_rows_stand_beside_their_files(read: Read) -> None:
    rows = "id,title,date\nnote,A note,1921-05-09\n"
    documents, sentence = read({"a/note.txt": WORDS, "a/documents.csv": rows, "b/note.txt": WORDS})
    assert sentence == ""
    assert [(each.id, each.title) for each in documents] == [("a/note", "A note"), ("b/note", "")]


def test_one_file_that_cannot_be_read_does_not_stop_the_rest(read: Read) -> None:
    documents, sentence = read({"a.txt": b"\xff", "b.txt": WORDS, "c.png": b"\x89PNG", "d.xml": "<TEI"})
    assert [document.id for document in documents] == ["b"]
    assert sentence.startswith("papers.zip: 3 files could not be read; the others were. a.txt is not UTF-8")
    assert "c.png is of no known format" in sentence


def test_archives_within_archives_to_a_depth(read: Read) -> None:
    inner = packed({"note.txt": WORDS})
    for depth in ("two", "one"):
        inner = packed({f"{depth}.zip": inner, f"{depth}.txt": WORDS})
    documents, sentence = read({"outer.zip": inner})
    assert [document.id for document in documents] == ["outer/one", "outer/one/two"]
    assert "an archive within 3 others; unpack it first" in sentence


NAMES = ["../../../etc/passwd.txt", "/etc/passwd.txt", "..\\..\\etc\\passwd.txt", "etc/./passwd.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_out_leads_nowhere(read: Read, tmp_path: Path, name: str) -> None:
    (document,), sentence = read({name: WORDS})
    assert (document.id, sentence) == ("etc/passwd", "")
    assert [path.name for path in tmp_path.iterdir()] == ["papers.zip"], "nothing is left, nor written beside it"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(EmptyDocument):
        list(read_file(path))


def test_a_bomb_is_left_alone(read: Read) -> None:
    tracemalloc.start()
    try:
        documents, sentence = read({"bomb.txt": bytes(60_000_000), "note.txt": WORDS})
        assert [document.id for document in documents] == ["note"]
        assert "bomb.txt unpacks to far more than it is" in sentence
    finally:
        tracemalloc.stop()


def test_a_file_that_hides_its_size_is_still_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_UNPACKED", 50_000)
    path = tmp_path / "papers.zip"
    path.write_bytes(packed({f"{number}.txt": WORDS * 1000 for number in range(9)}))
    with pytest.raises(DocumentError, match="unpacks to more than"):
        list(read_file(path))


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 5)
    path = tmp_path / "papers.zip"
    path.write_bytes(packed({f"{number}.txt": WORDS for number in range(6)}))
    with pytest.raises(DocumentError, match="more than 5 files"):
        list(read_file(path))


def test_a_locked_file_is_a_sentence(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": WORDS, "b.txt": WORDS}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        struct.pack_into("<H", data, at, 1)
    path = tmp_path / "papers.zip"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=r"a\.txt is locked with a password"):
        list(read_file(path))
