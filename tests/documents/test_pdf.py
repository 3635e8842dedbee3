"""PDF: paragraphs of printed lines, pages by their labels, and what is a picture says so."""

from pathlib import Path

import pytest

from dashboard.documents.pdf.layout import as_text
from dashboard.documents.pdf.lines import PARTED, Line, Page, without_furniture
from dashboard.documents.readers import read_file, read_folder
from dashboard.errors import EmptyDocument, UnreadableText
from dashboard.pipeline.sources import read_documents

FILES = Path(__file__).parents[1] / "fixtures" / "pdf"


def test_printed_lines_become_paragraphs() -> None:
    (report,) = read_file(FILES / "report-libau-1923.pdf")
    paragraphs = report.text.split("\n\n")
    assert paragraphs[:3] == ["The Consul at Libau to the Secretary of State", "No. 41", "Libau, March 12, 1923."]
    assert [each.split(" ")[0] for each in paragraphs[3:7]] == ["Sir:", "The", "I", "It"]
    assert paragraphs[6].endswith("that they inquired about the depth of the harbour and about the icebreakers.")
    assert paragraphs[7:9] == ["I have the honor to be, Sir,", "William H. Hunt"]
    assert "BALTIC PAPERS" not in report.text, "the running head"
    assert [part.kind for part in report.sections] == ["front", "body", "enclosure"]


def test_pages_keep_their_labels() -> None:
    (report,) = read_file(FILES / "report-libau-1923.pdf")
    assert report.page_at(report.text.index("Windau")) == "212"
    assert report.page_at(report.text.index("Pskov")) == "213"
    assert (report.record.first_page, report.record.last_page) == ("212", "213")


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "part.pdf"
    path.write_bytes((FILES / "partly-scanned.pdf").read_bytes())
    problems: list[str] = []
    (document,) = read_folder(tmp_path, problems.append)
    assert "Windau" in document.text
    assert problems == ["part.pdf: page 2 is a picture without text and was not read; have its text recognised (OCR)."]


def test_an_import_lists_it_too() -> None:
    problems: list[str] = []
    (document,) = read_documents(FILES / "partly-scanned.pdf", problems.append)
    assert document.text
    assert ["page 2 is a picture" in problem for problem in problems] == [True]


UNREADABLE = [
    ("nothing but pictures", "scanned.pdf", EmptyDocument, "was scanned: its 1 page is a picture without text"),
    ("a password", "locked.pdf", UnreadableText, "locked with a password; save a copy without one"),
]


@pytest.mark.parametrize(("reason", "name", "error", "words"), UNREADABLE)
def test_unreadable(reason: str, name: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        pytest.fail(f"{reason} was read: {list(read_file(FILES / name))}")


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_broken_off(tmp_path: Path, part: float) -> None:
    data = (FILES / "report-libau-1923.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(UnreadableText, match="damaged or broken off"):
        list(read_file(path))


def page(label: str, *lines: tuple[str, float, float, float]) -> Page:
    """A page of lines given as words, left, right and bottom."""
    return Page(label, tuple(Line(words, left, right, bottom, bottom + 10) for words, left, right, bottom in lines))


FULL = (50.0, 350.0)
LAYOUTS = [
    ("a paragraph", [("He left", *FULL, 90), ("Riga.", 50, 80, 78)], "He left Riga."),
    ("a parted word", [(f"He was in Hel{PARTED}", *FULL, 90), ("sinki.", 50, 90, 78)], "He was in Helsinki."),
    ("a hyphen before a capital", [("the Anglo-", *FULL, 90), ("Soviet pact", 50, 90, 78)], "the Anglo- Soviet pact"),
    ("an indented paragraph", [("He left.", *FULL, 90), ("He", 60, 350, 78), ("came.", 50, 80, 66)],
     "He left.\n\nHe came."),
    ("a gap", [("one", *FULL, 90), ("two", *FULL, 78), ("three", *FULL, 50)], "one two\n\nthree"),
    ("short lines are a list", [("Mr. Kask", 50, 90, 90), ("Mr. Orlov", 50, 95, 78), ("said", *FULL, 66)],
     "Mr. Kask\nMr. Orlov\nsaid"),
    ("a second column goes on", [("the first", 50, 150, 40), ("column ends", 50, 150, 28), ("in it", 50, 150, 90)],
     "the first column ends in it"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "lines", "text"), LAYOUTS)
def test_layout(reason: str, lines: list[tuple[str, float, float, float]], text: str) -> None:
    assert as_text([page("1", *lines)])[0] == text, reason


def test_a_paragraph_runs_over_the_page() -> None:
    text, breaks = as_text([page("7", ("He left", *FULL, 20)), page("8", ("Riga.", *FULL, 90)), page("9")])
    assert text == "He left Riga."
    assert [(each.label, text[each.start :]) for each in breaks] == [("7", text), ("8", " Riga."), ("9", "")]


def test_heads_that_return_and_page_numbers_go() -> None:
    pages = [
        page(str(at), (f"BALTIC PAPERS {at}", *FULL, 100), (f"Words of {at}", *FULL, 50), (f"– {at} –", 190, 210, 5))
        for at in range(1, 4)
    ]
    assert [[line.text for line in each.lines] for each in without_furniture(pages)] == [
        [f"Words of {at}"] for at in range(1, 4)
    ]
