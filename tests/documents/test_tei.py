"""TEI as FRUS publishes it: a document a `div`, what the mark-up says of it, and hostile XML."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.datespan import Basis
from dashboard.documents.readers import read_file
from dashboard.errors import EmptyDocument, UnreadableText
from dashboard.model import Document

VOLUME = Path(__file__).parents[1] / "fixtures" / "tei" / "relations-1961v09.xml"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1"><text><body>'
END = "</body></text></TEI>"


@pytest.fixture(scope="module")
def volume() -> dict[str, Document]:
    return {document.id.partition("/")[2]: document for document in read_file(VOLUME)}


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], list[Document]]:
    def read(xml: str) -> list[Document]:
        path = tmp_path / "paper.xml"
        path.write_text(xml, "utf-8")
        return list(read_file(path))

    return read


def test_a_document_is_a_division_of_the_volume(volume: dict[str, Document]) -> None:
    enclosed = ["d6-enclosure-1", "d6-enclosure-2"]
    assert list(volume) == ["message-1", "d1", "d2", "d3", "d4", "d5", "d6", *enclosed, "d7"]
    letter = volume["d1"]
    assert letter.title == "The Consul in Latvia (Kask) to the Secretary of State"
    assert (letter.date and letter.date.edtf, letter.place) == ("1961-05-12", "Riga")
    record = letter.record
    assert (record.series, record.volume_title) == ("Relations of the States", "1961, Baltic Affairs, Volume IX")
    assert (record.number, record.first_page, record.last_page) == ("1", "1", "2")
    assert (record.editors, record.publisher, record.year_published) == (
        "Ada Lindqvist; Paul Orlov", "Example Printing Office", "1994"
    )  # fmt: skip
    assert record.archive_reference == "860M.01/5–1261"
    assert record.url == "https://history.state.gov/historicaldocuments/frus1961v09/d1"
    assert volume["message-1"].record.url.endswith("/frus1961v09/message"), "the part it stands in"


def test_the_text_is_laid_out_as_a_plain_text_is(volume: dict[str, Document]) -> None:
    assert volume["d1"].text == (
        "860M.01/5–1261: Telegram\n\n"
        "The Consul in Latvia (Kask) to the Secretary of State\n\n"
        "[Riga,] May 12, 1961—3 p. m.\n\n"
        "secret\npriority\n\n"
        "44. Mr. Dulles arrived at Tallinn on May 10. He was received by the Prime Minister, and left the same "
        "evening. Points made:\n\n"
        "1. The port of Ventspils would be opened.\n\n"
        "2. Nothing was said of Narva.\n\n"
        "Tons\t1960\t1961\nOil\t120\t140\n\n"
        "Kask\n\n"
        "[Enclosure—Translation]\n\n"
        "The Mayor of Pärnu to the Consul in Latvia\n\n"
        "Pärnu, 30 April.\n\n"
        "The ship sailed on the 2d instant and reached Helsinki on the 5th.\n\n"
        "  1. Repeated to London.\n"
        "  2. Received the next day.\n"
        "  3. See Document 2. He left on May 11.\n\nA second paragraph of the note names Paris.\n"
    )


def test_parts_notes_and_pages_are_places_in_the_text(volume: dict[str, Document]) -> None:
    letter = volume["d1"]
    text = letter.text
    assert [(part.kind, text[part.start :].split("\n")[0][:12]) for part in letter.sections] == [
        ("front", "860M.01/5–12"),
        ("body", "44. Mr. Dull"),
        ("enclosure", "[Enclosure—T"),
        ("notes", "  1. Repeate"),
    ]
    assert letter.sections[2].title == "The Mayor of Pärnu to the Consul in Latvia"
    before = [text[: note.mark.start].rsplit(" ", 1)[-1] for note in letter.notes if note.mark]
    assert before == ["State", "m.", "10."], "the word each mark stands after"
    assert [text[note.anchor] for note in letter.notes if note.anchor is not None] == ["e", ".", "."]
    assert letter.page_at(text.index("Tallinn")) == "1"
    assert letter.page_at(text.index("on May 10")) == "2"
    assert volume["d2"].page_at(0) == "3"


DATES = [
    ("a day with its hour", "d1", "1961-05-12"),
    ("from … to …", "d2", "1961-06-08/1961-06-09"),
    ("none given", "d3", None),
    ("the editors’ own dating of the whole document", "d4", "1961-07-01/1961-07-15"),
    ("the editors’ dating, where the dateline has none", "d5", "1961-08-01"),
    ("not before … not after …", "d6", "1961-09/1961-10-15"),
    ("a day that is in no calendar is left to the words", "d7", None),
]


@pytest.mark.parametrize(("reason", "key", "edtf"), DATES)
def test_date(volume: dict[str, Document], reason: str, key: str, edtf: str | None) -> None:
    date = volume[key].date
    assert (date.edtf if date else None) == edtf, reason
    assert date is None or set(date.basis) <= {Basis.MARKUP, None}


SLIPS = [
    ("in the dateline", 'when="1994-09-14"', "14th Sept[ember] 1944", "", "1944-09-14"),
    ("also in the dating of the whole", 'when="1994-09-14"', "14th Sept[ember] 1944", "1994-09-14", "1944-09-14"),
    ("in a span, which is left to the words", 'from="1947-09-11" to="1947-09-16"', "September 11–16, 1944", "", None),
    ("there too", 'from="1947-09-11" to="1947-09-16"', "September 11–16, 1944", "1947-09-11", None),
    (
        "a span over New Year has none",
        'from="1944-12-30" to="1945-01-02"',
        "December 30, 1944",
        "",
        "1944-12-30/1945-01-02",
    ),
]


@pytest.mark.parametrize(("reason", "marked", "words", "whole", "edtf"), SLIPS)
def test_the_year_of_the_words_counts_for_more_than_a_slip_of_the_mark_up(
    read: Callable[[str], list[Document]], reason: str, marked: str, words: str, whole: str, edtf: str | None
) -> None:
    editors = f'frus:doc-dateTime-min="{whole}T00:00:00" frus:doc-dateTime-max="{whole}T23:59:59"' if whole else ""
    (paper,) = read(
        TEI.replace(" xml:id", ' xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id')
        + f'<div type="document" {editors}><head>1. Memorandum</head>'
        + f"<dateline>Quebec, <date {marked}>{words}</date>.</dateline><p>Mr Morgenthau spoke.</p></div>{END}"
    )
    assert (paper.date.edtf if paper.date else None) == edtf, reason
    if edtf == "1944-09-14":
        assert paper.date and paper.date.basis == (Basis.STATED, Basis.MARKUP, Basis.MARKUP)


def test_place_participants_and_persons(volume: dict[str, Document]) -> None:
    talk = volume["d2"]
    assert talk.place == "Camp David, Maryland"
    (present,) = talk.markup.participants
    assert talk.text[present.start : present.end].startswith("OTHERS PRESENT\nPresident Sadat\nMr. Kask")
    named = {talk.text[each.start : each.end]: each.person for each in talk.markup.people}
    assert named["Sadat"].name == "Anwar al-Sadat"
    assert named["Kask"].name == "Karl Kask"
    assert named["Dulles"].name == "John Foster Dulles"
    assert named["Dulles"].office == "Secretary of State until April 22, 1959; Ambassador at Large from May 1, 1959"
    assert named["Dulles"].id == "frus1961v09#p_DJF1"
    assert volume["d1"].markup.people[0].person.name == "Kask", "without a key, as it stands"


def test_editorial_notes_by_mark_up_or_by_heading(volume: dict[str, Document]) -> None:
    assert [key for key, document in volume.items() if document.editorial] == ["d3", "d4"]
    assert volume["d3"].record.archive_reference == ""
    assert volume["d2"].record.archive_reference == "State Archives, Central Files, 611.60D/6–861"


def test_an_enclosure_that_is_a_document_is_told_once(volume: dict[str, Document]) -> None:
    paper, letter, other = volume["d6"], volume["d6-enclosure-1"], volume["d6-enclosure-2"]
    first, second = (paper.text[each.start : each.end] for each in paper.enclosures)
    assert (first, second) == ("[Enclosure 1: The Harbour Master to Mr. Orlov.]", "[Enclosure 2]")
    assert paper.text.endswith(f"Two letters are added:\n\n{first}\n\nAnd this:\n\n{second}")
    assert [each.document_id for each in paper.enclosures] == [letter.id, other.id]
    assert letter.text == (
        "[Translation.]\n\nThe Harbour Master to Mr. Orlov.\n\nHarbour Office,\nVentspils, August 20, 1961.\n\n"
        "The pilots went on strike on the 14th instant.\n\n  1. Not found.\n"
    )
    assert letter.cover and letter.cover.document_id == other.cover.document_id == paper.id  # type: ignore[union-attr]


def test_an_enclosure_says_which_it_is_and_to_what(volume: dict[str, Document]) -> None:
    letter, other = volume["d6-enclosure-1"], volume["d6-enclosure-2"]
    assert letter.title == "Enclosure 1 to document 6: The Harbour Master to Mr. Orlov."
    assert other.title == "Enclosure 2 to document 6"
    assert (letter.date and letter.date.edtf, letter.place) == ("1961-08-20", "Ventspils"), "its own"
    assert (other.date, other.place) == (None, ""), "left to its words"
    assert other.cover and other.cover.date and other.cover.date.edtf == "1961-09/1961-10-15"
    record = letter.record
    assert (record.number, record.first_page, record.last_page) == ("6, enclosure 1", "3", "8")
    assert (record.volume_title, record.archive_reference) == ("1961, Baltic Affairs, Volume IX", "")
    assert record.url == "https://history.state.gov/historicaldocuments/frus1961v09/d6", "nothing else is there"
    assert (other.record.first_page, other.record.last_page) == ("8", "9")
    paper = volume["d6"]
    assert (paper.record.first_page, paper.record.last_page) == ("3", "8"), "where its own words end"
    assert paper.page_at(paper.text.index("And this")) == "8"
    assert volume["d7"].record.first_page == "9"


ENCLOSED = [
    ("alone, it needs no number", "<A><D><head/><p>x</p></D></A>", ["Enclosure to “Letter”"]),
    ("one that is only a part counts", "<A><p>x</p></A><A><D><p>x</p></D></A>", ["Enclosure 2 to “Letter”"]),
    ("without an attachment around", "<D><p>x</p></D>", ["Enclosure to “Letter”"]),
    (
        "an enclosure to an enclosure",
        "<A><D><head>B</head><A><p>y</p></A><A><D><p>x</p></D></A></D></A>",
        ["Enclosure to “Letter”: B", "Enclosure 2 to “Enclosure to “Letter”: B”"],
    ),
]


@pytest.mark.parametrize(("reason", "xml", "titles"), ENCLOSED)
def test_enclosures(read: Callable[[str], list[Document]], reason: str, xml: str, titles: list[str]) -> None:
    for short, name in (("A>", "frus:attachment>"), ("</D>", "</div>"), ("<D>", '<div type="document">')):
        xml = xml.replace(short, name)
    letter = f'<div type="document" xml:id="d1"><head>Letter</head><p>One.</p>{xml}</div>'
    frus = 'xmlns:frus="http://history.state.gov/frus/ns/1.0"'
    around, *enclosed = read(f"{TEI.replace('<TEI', f'<TEI {frus}')}{letter}{END}")
    assert [each.title for each in enclosed] == titles, reason
    assert len({around.id, *(each.id for each in enclosed)}) == 1 + len(enclosed)


def test_an_id_given_twice_is_told_apart(read: Callable[[str], list[Document]]) -> None:
    again = '<div type="document" xml:id="d1"><p>Words.</p></div>'
    assert [document.id for document in read(f"{TEI}{again * 2}{END}")] == ["v1/d1", "v1/d1-2"]


def test_a_text_without_divisions_is_one_document(read: Callable[[str], list[Document]]) -> None:
    (diary,) = read(f'{TEI}<pb n="iv"/><head>A diary</head><p>One<pb n="v"/> day.</p>{END}')
    assert (diary.id, diary.text) == ("v1", "A diary\n\nOne day.")
    assert [page.label for page in diary.pages] == ["iv", "v"]


DIVISION = '<div type="document" xml:id="d1"><p>One.</p></div>'
BOMB = (
    "<!DOCTYPE TEI ["
    + '<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9))
    + "]>"
)
HOSTILE = [
    ("an entity bomb in the text", f"{BOMB}{TEI}<p>&j;</p>{END}", "entities, which are never read"),
    ("an entity bomb in an attribute", f"{BOMB}{TEI}<p n='&j;'>x</p>{END}", "entities"),
    (
        "an entity that is a file",
        f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>{TEI}<p>&x;</p>{END}',
        "never",
    ),
    ("an entity nobody declares", f"{TEI}<p>&nbsp;</p>{END}", "entities"),
    ("broken off", f"{TEI}<p>One", "no well-formed XML"),
    ("tags that cross", f"{TEI}<p><hi></p></hi>{END}", "no well-formed XML"),
    ("nested without end", f"{TEI}{'<p>' * 3000}x{'</p>' * 3000}{END}", "nested more deeply"),
    ("no XML at all", "Dear Sir: It is natural.", "no well-formed XML"),
    ("other XML", "<svg><text>One</text></svg>", "no TEI"),
]


@pytest.mark.parametrize(("reason", "xml", "words"), HOSTILE)
def test_refused(read: Callable[[str], list[Document]], reason: str, xml: str, words: str) -> None:
    with pytest.raises(UnreadableText, match=words):
        pytest.fail(f"{reason} was read: {read(xml)}")


def test_an_external_dtd_is_not_asked_for(read: Callable[[str], list[Document]], tmp_path: Path) -> None:
    (tmp_path / "local.dtd").write_text('<!ENTITY x "from the DTD">')
    assert read(f'<!DOCTYPE TEI SYSTEM "local.dtd">{TEI}{DIVISION}{END}')[0].text == "One."
    named = '<div type="document"><p>caf&eacute;&x;</p></div>'
    (document,) = read(f'<!DOCTYPE TEI SYSTEM "local.dtd">{TEI}{named}{END}')
    assert document.text == "café&x;", "the letter is plain, the other stands as it is"


def test_no_words_at_all(read: Callable[[str], list[Document]]) -> None:
    with pytest.raises(EmptyDocument, match=r"paper\.xml"):
        read(f"{TEI}<p> </p>{END}")


def test_what_stands_before_a_fault_is_read(tmp_path: Path) -> None:
    path = tmp_path / "paper.xml"
    path.write_text(f"{TEI}{DIVISION}<div type='document'><p>Two")
    reading = read_file(path)
    assert next(reading).text == "One."
    with pytest.raises(UnreadableText):
        list(reading)


def test_a_large_volume_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    with path.open("w", encoding="utf-8") as file:
        file.write(TEI)
        for number in range(2000):
            file.write(
                f'<div type="document" xml:id="d{number}"><head>Letter</head><p>{"He left Riga. " * 100}</p></div>'
            )
        file.write(END)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_file(path)) == 2000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size, "Python's own part; the parser's is checked by the benchmark"
