"""What every reader promises, over a small real file of each format."""

import json
import pickle
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard import config
from dashboard.documents.base import Reader
from dashboard.documents.readers import READERS, read_file, reader_for
from dashboard.errors import DocumentError
from dashboard.model import Document
from dashboard.store.codec import decode, encode

FIXTURES = Path(__file__).parents[1] / "fixtures"
MEMORANDUM = config.DATA / "documents" / "byrnes-stalin-1945-12-19.txt"


SAMPLES = {
    ".txt": MEMORANDUM,
    ".xml": FIXTURES / "tei" / "relations-1961v09.xml",
    ".html": FIXTURES / "html" / "telegram-riga-1921.html",
    ".pdf": FIXTURES / "pdf" / "report-libau-1923.pdf",
    ".docx": FIXTURES / "docx" / "despatch-tallinn-1924.docx",
}


def fixture(reader: Reader, folder: Path) -> Path:
    """A small real file that the reader reads; those that hold other files are made of the others."""
    if reader.suffixes[0] in SAMPLES:
        return SAMPLES[reader.suffixes[0]]
    path = folder / f"papers{reader.suffixes[0]}"
    if path.suffix == ".jsonl":
        lines = [
            {"id": "a", "text": MEMORANDUM.read_text("utf-8"), "date": "1945-12-19"},
            {"id": "b", "text": "He left."},
        ]
        path.write_text("\n".join(map(json.dumps, lines)))
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for sample in SAMPLES.values():
                archive.write(sample, f"papers/{sample.name}")
    return path


@pytest.fixture(params=READERS, ids=lambda reader: type(reader).__name__)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return fixture(request.param, tmp_path)


@pytest.fixture
def documents(path: Path) -> list[Document]:
    return list(read_file(path))


def test_ids_are_unique_and_stable(path: Path, documents: list[Document]) -> None:
    ids = [document.id for document in documents]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert list(read_file(path)) == documents, "the same again"


def test_documents_come_one_by_one(path: Path) -> None:
    reading = reader_for(path).read(path)
    assert next(iter(reading)).text.strip()


def test_every_offset_is_in_the_text(documents: list[Document]) -> None:
    for document in documents:
        text = document.text
        assert "".join(text[part.start : part.end] for part in document.sections) == text
        assert all(0 <= page.start <= page.end <= len(text) for page in document.pages)
        assert [page.start for page in document.pages] == sorted(page.start for page in document.pages)
        for note in document.notes:
            assert text[: note.start].endswith(f"{note.label}. ")
            assert text[note.start : note.end] == text[note.start : note.end].strip()
            assert note.mark is None or note.mark.end <= note.start
        facts = (*document.markup.dates, *document.markup.people, *document.markup.places)
        assert all(text[fact.start : fact.end].strip() for fact in facts)


def test_a_document_survives_the_way_to_a_worker_and_into_the_store(documents: list[Document]) -> None:
    for document in documents:
        assert pickle.loads(pickle.dumps(document)) == document
        assert decode(Document, encode(document)) == document


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
def test_a_file_removed_while_it_is_read_is_read_to_its_end_or_a_sentence(tmp_path: Path, reader: Reader) -> None:
    whole = fixture(reader, tmp_path)
    path = tmp_path / f"removed{whole.suffix}"
    path.write_bytes(whole.read_bytes())
    reading = reader.read(path)
    next(reading)
    path.unlink()
    try:
        assert all(document.text.strip() for document in reading)
    except DocumentError as error:
        assert "removed" in str(error)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(cut=1.0, flips=[(0.3125, 0)])  # a part of a Word file that is no deflate stream any more
@given(cut=st.floats(0, 1), flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=4))
def test_a_damaged_file_is_a_sentence(
    tmp_path: Path, reader: Reader, cut: float, flips: list[tuple[float, int]]
) -> None:
    whole = fixture(reader, tmp_path)
    data = bytearray(whole.read_bytes())
    for where, value in flips:
        data[int(where * len(data))] = value
    path = tmp_path / f"damaged{whole.suffix}"
    path.write_bytes(data[: int(cut * len(data))])
    try:
        assert all(document.text.strip() for document in reader.read(path))
    except DocumentError as error:
        assert "damaged" in str(error)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
def test_a_folder_or_a_forbidden_file_is_a_sentence(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / f"folder{reader.suffixes[0]}"
    path.mkdir()
    with pytest.raises(DocumentError, match="folder"):
        list(reader.read(path))
