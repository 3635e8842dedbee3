"""A reader's own documents come in, are found in the atlas, and go again; whatever they are called or hold."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import pipeline
from dashboard.errors import AtlasBusy, CatalogueError, DocumentError
from dashboard.pipeline import add_file, add_text, own_documents, remove_own, totals, update
from dashboard.queries import collections, shelf
from dashboard.store.atlas import Atlas
from dashboard.store.folder import writing

FIXTURES = Path(__file__).parents[1] / "fixtures"
TELEGRAM = (
    "The Ambassador in Turkey (Wilson) to the Secretary of State\n\nAnkara, March 18, 1946—5 p. m.\n\n"
    "317. The Soviet Ambassador left Ankara for Moscow on March 12. Nothing is known of Fort Whatsit.\n\nWilson\n"
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of the default documents, to be copied."""
    atlas = tmp_path_factory.mktemp("own") / "atlas"
    pipeline.build_atlas(atlas)
    return atlas


@pytest.fixture
def atlas(shipped: Path, tmp_path: Path) -> Path:
    return shutil.copytree(shipped, tmp_path / "atlas")


def ids(atlas: Path) -> list[str]:
    opened = Atlas(atlas)
    try:
        return [row.id for row in shelf(opened).rows]
    finally:
        opened.close()


def test_a_text_joins_the_others_and_goes_again(atlas: Path) -> None:
    before = totals(atlas)
    file = add_text(atlas, TELEGRAM, title="Telegram 317", date="1946-03-18", place="Ankara")
    (found,) = file.documents
    assert (found.title, found.tally.events > 0, found.tally.not_understood) == (
        "Telegram 317",
        True,
        ("Fort Whatsit",),
    )
    assert totals(atlas).documents == before.documents + 1
    assert totals(atlas).events > before.events
    remove_own(atlas, file.name)
    assert totals(atlas) == before
    assert own_documents(atlas) == ()
    assert list((atlas / "documents").iterdir()) == []


def test_it_survives_a_rebuild_and_stands_in_a_collection_of_its_own(atlas: Path) -> None:
    add_text(atlas, TELEGRAM, title="Telegram 317")
    pipeline.build_atlas(atlas, anew=True)
    assert len(ids(atlas)) == 3
    opened = Atlas(atlas)
    assert "Added documents" in [each.name for each in collections(opened, 10)]
    opened.close()
    (atlas / "sources.json").unlink()
    update(atlas, add=[pipeline.DOCUMENTS])
    assert len(ids(atlas)) == 3, "the folder is a source even where the list is lost"


def test_only_the_new_document_is_read(atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    real = pipeline.own.update_held
    monkeypatch.setattr(pipeline.own, "update_held", lambda *a, **k: read.append((done := real(*a, **k)).read) or done)
    add_text(atlas, TELEGRAM)
    assert read == [1]


@pytest.mark.parametrize("sample", ["pdf/report-libau-1923.pdf", "docx/despatch-tallinn-1924.docx",
                                    "html/telegram-riga-1921.html", "tei/relations-1961v09.xml"])  # fmt: skip
def test_files_of_every_kind_by_what_they_are(atlas: Path, sample: str) -> None:
    file = add_file(atlas, "paper.txt", (FIXTURES / sample).read_bytes())
    assert file.name == f"paper{Path(sample).suffix}"
    assert sum(document.tally.events for document in file.documents) > 0
    assert {document.id for document in file.documents} <= set(ids(atlas))


NAMES = [
    ("../../etc/passwd", "passwd.txt"),
    ("..\\..\\windows\\system.ini", "system.txt"),
    ("/etc/shadow.txt", "shadow.txt"),
    ("<img src=x onerror=alert(1)>.txt", "img src_x onerror_alert(1).txt"),
    ("a\0b\nc.txt", "a_b_c.txt"),
    (".hidden.txt", "hidden.txt"),
    ("run.sh", "run.txt"),
    ("", "document.txt"),
    ("ä" * 300 + ".txt", "ä" * 80 + ".txt"),
]


@pytest.mark.parametrize(("name", "kept"), NAMES)
def test_a_name_does_no_harm(atlas: Path, name: str, kept: str) -> None:
    assert add_file(atlas, name, b"They met at Riga on 9 May 1921.").name == kept
    assert [path.name for path in (atlas / "documents").iterdir()] == [kept]
    assert (atlas / "documents" / kept).stat().st_mode & 0o111 == 0, "nothing that could be run"


Bad = Callable[[Path], object]
REFUSED: list[tuple[str, Bad, str]] = [
    ("no text", lambda atlas: add_text(atlas, "  \n"), "no text yet"),
    ("a date that is none", lambda atlas: add_text(atlas, TELEGRAM, date="1946-13"), "month 13"),
    ("a picture", lambda atlas: add_file(atlas, "a.png", b"\x89PNG\r\n\0"), "no known format"),
    ("a broken archive", lambda atlas: add_file(atlas, "a.zip", b"PK\x03\x04junk"), "damaged or no archive"),
    ("too large", lambda atlas: add_file(atlas, "a.txt", bytes(50_000_001)), "larger than 50 MB"),
    ("a scan", lambda atlas: add_file(atlas, "a", (FIXTURES / "pdf" / "scanned.pdf").read_bytes()), "was scanned"),
    ("one to be removed that is not there", lambda atlas: remove_own(atlas, "../sources.json"), "not among the added"),
]


@pytest.mark.parametrize(("reason", "bad", "words"), REFUSED)
def test_what_cannot_come_in_changes_nothing(atlas: Path, reason: str, bad: Bad, words: str) -> None:
    before = (totals(atlas), ids(atlas), sorted(path.name for path in atlas.iterdir() if path.name != "documents"))
    with pytest.raises((DocumentError, CatalogueError), match=words):
        pytest.fail(f"{reason} came in: {bad(atlas)}")
    assert (totals(atlas), ids(atlas), sorted(p.name for p in atlas.iterdir() if p.name != "documents")) == before
    assert not (atlas / "documents").exists() or list((atlas / "documents").iterdir()) == []


def test_the_same_again_is_a_sentence_and_another_of_its_name_gets_a_number(atlas: Path) -> None:
    add_file(atlas, "note.txt", b"They met at Riga.")
    with pytest.raises(DocumentError, match=r"among the added documents already, as note\.txt"):
        add_file(atlas, "other.txt", b"They met at Riga.")
    assert add_file(atlas, "note.txt", b"They met at Narva.").name == "note-2.txt"
    shipped = "byrnes-stalin-1945-12-19"
    assert add_file(atlas, f"{shipped}.txt", b"They met.").documents[0].id == f"{shipped}-2", "never over a shipped one"


def test_while_another_writes_nothing_comes_in(atlas: Path) -> None:
    with writing(atlas), pytest.raises(AtlasBusy):
        add_text(atlas, TELEGRAM)
    assert list((atlas / "documents").iterdir()) == []
    file = add_text(atlas, TELEGRAM)
    with writing(atlas), pytest.raises(AtlasBusy):
        remove_own(atlas, file.name)
    assert [each.name for each in own_documents(atlas)] == [file.name], "it is still there, whole"


def test_two_who_bring_in_one_name_at_once_lose_nothing(atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second comes between the first's choice of a name and its taking it."""
    choose, second = pipeline.own._target, []

    def interrupted(*given: object) -> Path:
        monkeypatch.setattr(pipeline.own, "_target", choose)
        chosen = choose(*given)
        with pytest.raises(AtlasBusy):
            second.append(add_file(atlas, "note.txt", b"They met at Narva."))
        return chosen

    monkeypatch.setattr(pipeline.own, "_target", interrupted)
    assert add_file(atlas, "note.txt", b"They met at Riga.").name == "note.txt"
    assert second == []
    assert (atlas / "documents" / "note.txt").read_bytes() == b"They met at Riga."
    assert add_file(atlas, "note.txt", b"They met at Narva.").name == "note-2.txt", "the other tries again"


def test_who_takes_out_while_another_brings_in_waits(atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_file(atlas, "note.txt", b"They met at Riga.")
    update = pipeline.own.update_held

    def interrupted(*_given: object, **_named: object) -> object:
        monkeypatch.setattr(pipeline.own, "update_held", update)
        with pytest.raises(AtlasBusy):
            add_file(atlas, "note.txt", b"They met at Narva.")
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.own, "update_held", interrupted)
    with pytest.raises(KeyboardInterrupt):
        remove_own(atlas, "note.txt")
    assert (atlas / "documents" / "note.txt").read_bytes() == b"They met at Riga.", "back in its place"
