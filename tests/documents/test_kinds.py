"""A file is what its first bytes say, whatever it is called."""

from pathlib import Path

import pytest

from dashboard.documents.readers import reader_for
from dashboard.errors import UnknownFormat

FIXTURES = Path(__file__).parents[1] / "fixtures"
KINDS = [
    (FIXTURES / "pdf" / "report-libau-1923.pdf", "Pdf"),
    (FIXTURES / "docx" / "despatch-tallinn-1924.docx", "Word"),
    (FIXTURES / "html" / "telegram-riga-1921.html", "WebPage"),
    (FIXTURES / "tei" / "relations-1961v09.xml", "Tei"),
]


@pytest.mark.parametrize(("path", "reader"), KINDS)
@pytest.mark.parametrize("name", ["paper.txt", "paper", "paper.exe", "paper.xml", "paper.html", "paper.zip"])
def test_the_content_decides(tmp_path: Path, path: Path, reader: str, name: str) -> None:
    copy = tmp_path / name
    copy.write_bytes(path.read_bytes())
    assert type(reader_for(copy)).__name__ == reader


BY_SUFFIX = [
    ("a text that begins with a bracket", "note.txt", "<Secret>\nThey met.", "PlainText"),
    ("XHTML called XML", "page.xml", '<?xml version="1.0"?>\n<html xmlns="x"><p>x</p></html>', "WebPage"),
    ("words of a page without its head", "part.html", "<p>x</p>", "WebPage"),
    ("JSON lines", "x.jsonl", '{"id": "a", "text": "<html>"}', "JsonLines"),
]


@pytest.mark.parametrize(("reason", "name", "content", "reader"), BY_SUFFIX)
def test_else_the_suffix(tmp_path: Path, reason: str, name: str, content: str, reader: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert type(reader_for(path)).__name__ == reader, reason


OTHERS = [
    ("Rich Text", b"{\\rtf1 x}", "Rich Text"),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old form of Word"),
    ("a program", b"\x7fELF", "no known format"),
]


@pytest.mark.parametrize(("reason", "content", "words"), OTHERS)
def test_what_we_do_not_read_is_named(tmp_path: Path, reason: str, content: bytes, words: str) -> None:
    path = tmp_path / "paper.bin"
    path.write_bytes(content)
    with pytest.raises(UnknownFormat, match=words):
        pytest.fail(f"{reason} was taken for {reader_for(path)}")
