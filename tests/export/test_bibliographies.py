"""The documents as references: by bibtexparser, rispy and citeproc, with volume, number, editors and pages right."""

import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from dashboard.datespan import DateSpan
from dashboard.documents.readers import read_file
from dashboard.export import select
from dashboard.export.references import Editor, reference
from dashboard.model import CatalogueRecord, Document
from dashboard.queries import Atlas
from tests.export.opened import document, entry, of, written

SERIES = "Foreign Relations of the United States: Diplomatic Papers"
BOOK = "1945, General: Political and Economic Matters"


def test_bibtex_is_read_by_bibtexparser(gold_atlas: Atlas) -> None:
    selection = select(gold_atlas)
    library = bibtexparser.parse_string(written(selection, "bibtex", "documents").decode())
    assert not library.failed_blocks
    memorandum, letter = library.entries
    fields = {field.key: field.value.strip("{}") for field in memorandum.fields}
    assert (memorandum.entry_type, memorandum.key) == ("incollection", "byrnes-stalin-1945-12-19")
    assert (fields["booktitle"], fields["series"], fields["volume"]) == (BOOK, SERIES, "II")
    assert (fields["pages"], fields["year"], fields["origdate"]) == ("680--688", "1967", "1945-12-19")
    assert fields["note"].startswith("Document 238; Kremlin, Moscow, 19 December 1945; 740.00119 Council")
    assert fields["editor"].count(" and ") == 3
    assert {field.key: field.value for field in letter.fields}["pages"] == "1333--1334"
    assert selection.statement in written(selection, "bibtex", "documents").decode()


def test_ris_is_read_by_rispy(gold_atlas: Atlas) -> None:
    selection = select(gold_atlas)
    memorandum, _ = rispy.loads(written(selection, "ris", "documents").decode())
    assert memorandum["type_of_reference"] == "CHAP"
    assert (memorandum["volume"], memorandum["start_page"], memorandum["end_page"]) == ("II", "680", "688")
    assert memorandum["year"] == "1967"
    assert "Document 238" in memorandum["notes"][0]
    assert "Date of the document in EDTF: 1945-12-19" in memorandum["notes"]
    assert f"From the selection: {selection.statement}" in memorandum["notes"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")  # citeproc-py's own
def test_csl_json_is_printed_by_citeproc(gold_atlas: Atlas) -> None:
    items = json.loads(written(select(gold_atlas), "csl-json", "documents"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    printed.register(Citation([CitationItem(items[0]["id"])]))
    text = str(printed.bibliography()[0])
    assert all(part in text for part in ("Slany", "1967", "680", "688", "Memorandum of Conversation", BOOK))
    assert (items[0]["volume"], items[0]["number"], items[0]["page"]) == ("II", "238", "680-688")
    assert items[0]["original-date"] == {"date-parts": [[1945, 12, 19]]}
    assert items[0]["custom"]["edtf"] == "1945-12-19"
    assert items[0]["custom"]["selection"].startswith("All events. 30 events")


@pytest.mark.parametrize(
    ("title", "book", "volume"),
    [
        ("1945, General: Political and Economic Matters, Volume II", BOOK, "II"),
        ("1952–1954, Volume XIII, Part 1, Indochina", "1952–1954, Indochina", "XIII, Part 1"),
        ("Third Series, Vol. 7", "Third Series", "7"),
        ("The Volume of Trade", "The Volume of Trade", ""),  # a word, no number
        ("", "", ""),
    ],
)
def test_volumes(title: str, book: str, volume: str) -> None:
    found = reference(Document("a", "", record=CatalogueRecord(volume_title=title)))
    assert (found.book, found.volume) == (book, volume)


@pytest.mark.parametrize(
    ("editors", "names"),
    [
        ("William Slany; John G. Reid", (Editor("Slany", "William"), Editor("Reid", "John G."))),
        ("Woodward, E. L.; Butler, Rohan", (Editor("Woodward", "E. L."), Editor("Butler", "Rohan"))),
        ("ed. Plato", (Editor("Plato"),)),
        ("", ()),
    ],
)
def test_editors(editors: str, names: tuple[Editor, ...]) -> None:
    assert reference(Document("a", "", record=CatalogueRecord(editors=editors))).editors == names


def test_a_document_without_a_record(gold_atlas: Atlas) -> None:
    bare = Document("my letter", "", date=DateSpan("1945-07~"))
    selection = of(gold_atlas, entry("1945", source=bare))
    (item,) = json.loads(written(selection, "csl-json", "documents"))
    assert (item["type"], item["title"], item["issued"]) == ("document", "my letter", {"date-parts": [[1945]]})
    assert item["original-date"] == {"date-parts": [[1945, 7]], "circa": True}
    (made,) = bibtexparser.parse_string(written(selection, "bibtex", "documents").decode()).entries
    assert (made.entry_type, made.key) == ("misc", "my-letter")
    assert "pages" not in {field.key for field in made.fields}


def test_an_enclosure_says_which_it_is(gold_atlas: Atlas) -> None:
    volume = Path(__file__).parents[1] / "fixtures" / "tei" / "relations-1961v09.xml"
    (letter,) = (each for each in read_file(volume) if each.id.endswith("d6-enclosure-1"))
    selection = of(gold_atlas, entry("1961", source=letter))
    (made,) = bibtexparser.parse_string(written(selection, "bibtex", "documents").decode()).entries
    fields = {field.key: field.value.strip("{}") for field in made.fields}
    assert (fields["volume"], fields["pages"], fields["origdate"]) == ("IX", "3--8", "1961-08-20")
    assert fields["note"] == "Document 6, enclosure 1; Ventspils, 20 August 1961"
    (ris,) = rispy.loads(written(selection, "ris", "documents").decode())
    assert (ris["volume"], ris["section"], ris["start_page"], ris["end_page"]) == ("IX", "6, enclosure 1", "3", "8")
    (item,) = json.loads(written(selection, "csl-json", "documents"))
    assert (item["volume"], item["number"], item["page"]) == ("IX", "6, enclosure 1", "3-8")
    assert item["title"].startswith("Enclosure 1 to document 6")


def test_keys_stay_apart(gold_atlas: Atlas) -> None:
    entries = [entry("1945", source=replace(document(), id=name)) for name in ("a b", "a/b", "a-b", "ж")]
    items = json.loads(written(of(gold_atlas, *entries), "csl-json", "documents"))
    assert [item["id"] for item in items] == ["a-b", "a-b:2", "a-b:3", "document"]
