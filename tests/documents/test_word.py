"""Documents of Word: paragraphs, lists, tables, notes; what was struck out stays out."""

import zipfile
from pathlib import Path

import pytest

from dashboard.documents.readers import read_file
from dashboard.errors import DocumentError, UnknownFormat, UnreadableText

DESPATCH = Path(__file__).parents[1] / "fixtures" / "docx" / "despatch-tallinn-1924.docx"


def test_the_text_with_its_notes() -> None:
    (despatch,) = read_file(DESPATCH)
    assert despatch.text == (
        "The Minister in Estonia to the Secretary of State\n\n"
        "Legation of the United States,\nTallinn, June 3, 1924.\n\n"
        "Sir: I have the honor to report that the Commission met at Narva on May 28 and adjourned on the 30th. The "
        "Finnish delegates left for Helsinki.\n\n"
        "It was agreed:\n\n"
        "1. That the frontier be marked before autumn.\n2. That the fisheries of Lake Peipus be shared.\n"
        "Station\t\tTrains\nNarva\t\t4\n\n"
        "I have the honor to be, Sir,\n\nYour obedient servant,\n\nF. W. B. Coleman\n\n"
        "1. See despatch No. 14 of May 29, 1924, not printed.\n"
        "2. Signed in the absence of the Minister."
    ), "what was struck out is out, what was put in is in"
    assert despatch.title == "The Minister in Estonia to the Secretary of State"
    before = [despatch.text[: note.mark.start].split("\n")[-1][-8:] for note in despatch.notes if note.mark]
    assert before == ["n May 28", "servant,"]
    assert [part.kind for part in despatch.sections] == ["front", "body", "notes"]


def changed(path: Path, name: str, content: bytes) -> Path:
    """The despatch with one part put in place of its own."""
    with zipfile.ZipFile(DESPATCH) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in whole.namelist():
            copy.writestr(part, content if part == name else whole.read(part))
        if name not in whole.namelist():
            copy.writestr(name, content)
    return path


BODY = "word/document.xml"
BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
HOSTILE = [
    ("an entity bomb", BODY, BOMB, UnreadableText, "entities, which are never read"),
    ("a zip bomb", "word/media/image1.png", bytes(40_000_000), DocumentError, "unpacks to far more"),
    ("XML broken off", BODY, b"<w:document", UnreadableText, "damaged"),
]


@pytest.mark.parametrize(("reason", "name", "content", "error", "words"), HOSTILE)
def test_refused(tmp_path: Path, reason: str, name: str, content: bytes, error: type[Exception], words: str) -> None:
    path = changed(tmp_path / "bad.docx", name, content)
    with pytest.raises(error, match=words):
        pytest.fail(f"{reason} was read: {list(read_file(path))}")


def test_the_old_form_is_named(tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UnknownFormat, match=r"save it as \.docx"):
        list(read_file(path))
