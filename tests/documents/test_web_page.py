"""Web pages: their words without menus, their notes, and of their head what is sure."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.datespan import Basis
from dashboard.documents.readers import read_file
from dashboard.errors import EmptyDocument, UnreadableText
from dashboard.model import Document

PAGES = Path(__file__).parents[1] / "fixtures" / "html"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes], Document]:
    def read(html: str | bytes) -> Document:
        path = tmp_path / "page.html"
        path.write_bytes(html.encode() if isinstance(html, str) else html)
        (document,) = read_file(path)
        return document

    return read


def test_the_words_of_the_paper_and_nothing_of_the_page() -> None:
    (page,) = read_file(PAGES / "telegram-riga-1921.html")
    assert page.text == (
        "The Commissioner at Riga (Young) to the Secretary of State\n\n"
        "861.00/8612: Telegram\n\n"
        "Riga, May 9, 1921—4 p. m.\n[Received May 10—9:12 a. m.]\n\n"
        "17. Mr. Litvinov arrived at Tallinn on May 7 and spoke with the Foreign Minister. He left for Moscow the next "
        "day.\n\n"
        "The following points were made:\n\n"
        "1. Trade with Petrograd would be resumed.\n2. The port of Narva would be opened on June\u00a01.\n\n"
        "“We shall send a mission to Berlin.”\n\n"
        "Port\t\tShips\nRiga\t\t12\n\n"
        "Young\n\n"
        "1. Not printed."
    )
    assert (page.id, page.title) == (
        "telegram-riga-1921",
        "The Commissioner at Riga to the Secretary of State",
    )
    assert page.record.url == "https://archive.example/documents/baltic-1921/telegram-17"


def test_a_note_is_what_its_mark_leads_to() -> None:
    (page,) = read_file(PAGES / "telegram-riga-1921.html")
    (note,) = page.notes
    assert (note.label, page.text[note.start : note.end]) == ("1", "Not printed.")
    assert note.mark is not None
    assert page.text[: note.mark.start].endswith("on May 7"), "the mark is no part of the date"
    assert [part.kind for part in page.sections] == ["front", "body", "notes"]


def test_the_day_it_was_written_and_not_the_day_it_was_put_on_the_web() -> None:
    (page,) = read_file(PAGES / "telegram-riga-1921.html")
    assert page.date is not None
    assert (page.date.edtf, page.date.basis.day) == ("1921-05-09", Basis.MARKUP)


def test_a_newspaper_of_its_day_in_an_old_encoding() -> None:
    (page,) = read_file(PAGES / "news-1994.html")
    assert page.date is not None and page.date.edtf == "1994-08-31"
    assert page.text.startswith("Last troops leave Estonia\n\nTALLINN – The last Russian troops")
    assert "Pärnu" in page.text and "Asunción’s" in page.text
    assert not {"Front page", "©"} & set(page.text.split("\n"))


WORDS = "<p>He left Riga for Moscow in 1921 and came back in the autumn of that year with a treaty.</p>"
DATES = [
    ("when the page was published says nothing of 1921", '<meta name="date" content="2004-05-01">', None),
    ("what the record says, where the words know the year", '<meta name="DC.Date" content="1921-03">', "1921-03"),
    ("a record of another year than any of the words", '<meta name="DC.Date" content="1956-01-01">', None),
    ("a day in no calendar", '<meta name="dcterms.created" content="1921-02-30">', None),
    ("nothing", "", None),
]


@pytest.mark.parametrize(("reason", "head", "edtf"), DATES)
def test_date_where_sure(read: Callable[[str | bytes], Document], reason: str, head: str, edtf: str | None) -> None:
    date = read(f"<html><head>{head}</head><body>{WORDS}</body></html>").date
    assert (date.edtf if date else None) == edtf, reason


TITLES = [
    ("the record's", '<meta name="citation_title" content="A  Treaty"><title>x</title>', "<h1>y</h1>", "A Treaty"),
    ("the one heading", "<title>Site – page</title>", "<h1>A <i>Treaty</i></h1>", "A Treaty"),
    ("of several headings none", "<title>A Treaty</title>", "<h1>y</h1><h1>z</h1>", "A Treaty"),
    (
        "hostile words are words",
        "<title>&lt;b onclick=x&gt;alert(1)&lt;/b&gt;</title>",
        "",
        "<b onclick=x>alert(1)</b>",
    ),
    ("none", "", "", ""),
]


@pytest.mark.parametrize(("reason", "head", "body", "title"), TITLES)
def test_title(read: Callable[[str | bytes], Document], reason: str, head: str, body: str, title: str) -> None:
    assert read(f"<html><head>{head}</head><body>{body}{WORDS}</body></html>").title == title, reason


ADDRESSES = [
    ('<link rel="canonical" href="https://archive.example/a?b=1">', "https://archive.example/a?b=1"),
    ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ('<link rel="canonical" href="https://a.example/&quot;onclick=&quot;x">', ""),
    ("<!-- saved from url=(0022)http://archive.example/b -->", "http://archive.example/b"),
]


@pytest.mark.parametrize(("head", "address"), ADDRESSES)
def test_address(read: Callable[[str | bytes], Document], head: str, address: str) -> None:
    assert read(f"<html><head>{head}</head><body>{WORDS}</body></html>").record.url == address


def test_signs_of_ours_in_a_page_are_left_out(read: Callable[[str | bytes], Document]) -> None:
    page = read(f"<body>{WORDS}<p>Riga\ue0000\ue001 and Narva\ue0020\ue001x\ue003.</p></body>")
    assert page.notes == ()
    assert "Riga0 and Narva0x." in page.text


ENCODINGS = [
    ("declared", '<meta charset="koi8-r">', "koi8-r", "Москва"),
    ("by its mark", "", "utf-16", "Москва"),
    ("undeclared UTF-8", "", "utf-8", "Pärnu"),
    ("undeclared, of Windows", "", "windows-1252", "Pärnu – “x”"),
]


@pytest.mark.parametrize(("reason", "head", "encoding", "words"), ENCODINGS)
def test_encoding(read: Callable[[str | bytes], Document], reason: str, head: str, encoding: str, words: str) -> None:
    page = read(f"<html><head>{head}</head><body>{WORDS}<p>{words}</p></body></html>".encode(encoding))
    assert words in page.text, reason


UNREADABLE = [
    ("mixed encodings", b'<meta charset="utf-8"><p>P\xe4rnu \xd0\x9c</p>', UnreadableText, "no text in utf-8"),
    ("an encoding nobody knows", b'<meta charset="klingon"><p>x</p>', UnreadableText, "klingon"),
    ("binary", b"<p>x\0y</p>", UnreadableText, "no text"),
    ("only a script", b"<html><script>document.write('x')</script></html>", EmptyDocument, "shows no text"),
]


@pytest.mark.parametrize(("reason", "html", "error", "words"), UNREADABLE)
def test_unreadable(
    read: Callable[[str | bytes], Document], reason: str, html: bytes, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        pytest.fail(f"{reason} was read: {read(html)}")


def test_a_page_nested_without_end_is_read(read: Callable[[str | bytes], Document]) -> None:
    assert "treaty" in read(f"<body>{'<div>' * 50_000}{WORDS}").text
