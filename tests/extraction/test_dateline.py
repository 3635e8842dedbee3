"""Dateline: the document's own date and place, from what the copy still has, and silence where it has nothing."""

from __future__ import annotations

import pytest

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.extraction.dateline import document_date, document_place_names
from dashboard.model import Cover, Document, Section

BODY = "Sir: I have the honor to acknowledge the receipt of your despatch and to inform you of what follows. " * 3

DATELINES = [  # lines before the body, EDTF, basis, first place name
    ("Legation of the United States,\nLondon, April 9, 1861.", "1861-04-09", Basis.DATELINE, "London"),
    ("Chungking, May 30, 1943—11 a.m.\n[Received May 31—9:33 a.m.]", "1943-05-30", Basis.DATELINE, "Chungking"),
    ("Tehran , May 29, 1948—11 a. m.", "1948-05-29", Basis.DATELINE, "Tehran"),
    ("[Washington,] August 4, 1917.", "1917-08-04", Basis.DATELINE, "Washington"),
    ("London, 10 August 1944.\n\ntop secret", "1944-08-10", Basis.DATELINE, "London"),
    ("[Quebec, September 16, 1944.]", "1944-09-16", Basis.DATELINE, "Quebec"),
    ("[London,2] 8 August 1944.", "1944-08-08", Basis.DATELINE, "London"),  # the mark of a note in the bracket
    ("Charleston, South Carolina, July 21, 1977", "1977-07-21", Basis.DATELINE, "Charleston"),
    ("Department of State,\nJuly 30, 1861.", "1861-07-30", Basis.DATELINE, "Washington"),  # by the office above
    ("740.00119 Council/12–2645", "1945-12-26~", Basis.FILE_NUMBER, None),  # near the date, marked so
]


@pytest.mark.parametrize(("head", "edtf", "basis", "place"), DATELINES)
def test_dateline(head: str, edtf: str, basis: Basis, place: str | None) -> None:
    document = Document("test", f"{head}\n\n{BODY}")
    date = document_date(document)
    names = document_place_names(document)
    assert date is not None
    assert (date.edtf, date.basis.year) == (edtf, basis)
    assert (names[0].name if names else None) == place


ENCLOSURES = [  # words, date of the document it came with, EDTF, basis of the year and of the day
    ("House of Lords, Tuesday, April 9.", "1861-04-10", "1861-04-09", Basis.COMPLETED, Basis.STATED),
    ("Order of the day.", "1861-04-10", "1861-04-10~", Basis.COVER, Basis.COVER),
    ("Order of the day.", "1861-04/1861-05", "1861-04/1861-05", Basis.COVER, None),
    ("London, April 9, 1861.", "1861-05-10", "1861-04-09", Basis.DATELINE, Basis.DATELINE),
]


@pytest.mark.parametrize(("head", "cover", "edtf", "year", "day"), ENCLOSURES)
def test_an_enclosure_is_as_old_as_it_says_else_about_as_what_it_came_with(
    head: str, cover: str, edtf: str, year: Basis, day: Basis | None
) -> None:
    basis = DateBasis(*(Basis.MARKUP if cover.split("/")[0].count("-") >= part else None for part in range(3)))
    around = Cover("v/d1", "document 1", DateSpan(cover, "the words there", basis))
    date = document_date(Document("test", f"{head}\n\n{BODY}", cover=around))
    assert date is not None
    assert (date.edtf, date.basis.year, date.basis.day) == (edtf, year, day)


def test_meeting_note_gives_date_and_place() -> None:
    text = f"Memorandum of Conversation\n\n{BODY}\n  1. Meeting held at the Kremlin, December 19, 1945, 8:30 p.m.\n"
    cut = text.index("  1. ")
    document = Document("test", text, sections=(Section("body", 0, cut), Section("notes", cut, len(text))))
    date, names = document_date(document), document_place_names(document)
    assert date is not None
    assert (date.edtf, date.basis.day, names[0].name) == ("1945-12-19", Basis.NOTE, "Kremlin")
    assert text[names[0].start : names[0].end] == "Kremlin"


POSTS = [  # title, name, whether it is the country of the post
    ("The Consul General at Saigon ( Abbott ) to the Secretary of State", "Saigon", False),
    ("The Ambassador in Brazil (Gibson) to the Secretary of State", "Brazil", True),
    ("215. Telegram From the Embassy in Egypt to the Department of State", "Egypt", True),
    ("The Acting Secretary of State to the Legation in Saudi Arabia", "Washington", False),
]


@pytest.mark.parametrize(("title", "name", "country"), POSTS)
def test_title_implies_the_post(title: str, name: str, country: bool) -> None:
    (place, *_) = document_place_names(Document("test", f"{title}\n\n{BODY}", title=title))
    assert (place.name, place.post_in_country) == (name, country)


SILENT = [
    "Mr. Dallas to Mr. Seward.",  # a title without date or post
    "[Received April 14, 1934.]",  # when it came, not when it was written
    "The treaty of peace of April 14, 1934",  # no dateline
]


@pytest.mark.parametrize("head", SILENT)
def test_silence_rather_than_a_guess(head: str) -> None:
    document = Document("test", f"{head}\n\n{BODY}", title="Mr. Dallas to Mr. Seward.")
    assert document_date(document) is None
    assert document_place_names(document) == ()


FILED = [  # title, what follows the file number, EDTF or None
    ("The Ambassador in Iran (Wiley) to the Secretary of State", ": Telegram", "1948-05-29~"),  # a post's own date
    ("The Secretary of State to the Embassy in Iran", ": Telegram", "1948-05-29/1948-05-31"),  # or soon after
    ("The Secretary of State to the Embassy in Iran", ": Telegram\n\nReurtel 588, May 29,", None),  # that of the other
    ("Memorandum by the Chief of the Division", "", "1948-05-29~"),
]


@pytest.mark.parametrize(("title", "after", "edtf"), FILED)
def test_file_number_is_trusted_by_who_wrote(title: str, after: str, edtf: str | None) -> None:
    date = document_date(Document("test", f"891.00/5–2948{after}\n\n{BODY}", title=title))
    assert (date.edtf if date else None) == edtf


def test_one_name_in_the_country_of_the_post() -> None:
    title = "The Minister in Costa Rica (Sack) to the Secretary of State"
    (place, *_) = document_place_names(Document("test", f"{title}\n\nSan José, May 9, 1934.\n\n{BODY}", title=title))
    assert (place.name, place.near) == ("San José", "Costa Rica")


def test_what_a_place_lies_in_is_told_apart_from_it() -> None:
    inner, outer = document_place_names(Document("test", f"LBJ Ranch, Texas, October 27, 1965.\n\n{BODY}"))
    assert (inner.query, inner.outer, outer.name, outer.outer) == ("LBJ Ranch, Texas", False, "Texas", True)
