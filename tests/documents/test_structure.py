"""The parts of a document: notes and their marks, pages, enclosures, front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import config
from dashboard.documents.plain_text import PlainText
from dashboard.documents.structure import structure

PROSE = "He said that the troops were to be withdrawn before long and without delay.\n"
PARTS = st.sampled_from(
    [
        PROSE,
        "\n",
        "\r\n",
        "  1. Not printed.\n",
        "  2. See infra.\n",
        "1. First, the borders.\n",
        "[Page 12]",
        "[Enclosure]\n",
        "in Iran60 and October 30, 19435\n",
        "Dear Sir: ",
        "[Draft of Letter]4\n",
        "\t",
        "é\U0001f5fa",
    ]
)


@given(st.lists(PARTS, max_size=25).map("".join) | st.text(max_size=200))
def test_sections_cover_the_text_and_offsets_are_valid(text: str) -> None:
    found = structure(text)
    assert "".join(text[section.start : section.end] for section in found.sections) == text
    assert all(section.start < section.end for section in found.sections)
    for note in found.notes:
        assert 0 <= note.start <= note.end <= len(text)
        assert text[: note.start].rstrip().endswith(f"{note.label}.")
        assert note.mark is None or text[note.mark.start : note.mark.end].isdigit()
    for page in found.pages:
        assert text[page.start : page.end].endswith(f"{page.label}]")


MARKS = [
    ("glued to a word", "a corps in Iran1 of two divisions", "1"),
    ("after a full stop", "a letter from the President.1", "1"),
    ("the printed page's own number", "troops in Iran60 were to leave", "60"),
    ("glued to a year", "the Declaration of October 30, 19431 by the four powers", "1"),
    ("glued to a day of the month", "the letter to Henderson of November 181 has come", "1"),
    ("glued to a day of one digit", "the letter to Henderson of November 444 has come", "44"),
    ("after a closing bracket", "[Draft of the letter]1 was handed over", "1"),
    ("after a year and a comma", "on December 19, 1966,1 with the Minister", "1"),
    ("a heading whose mark stands apart", "The Chargé to the Secretary of State 1\n", "1"),
]


NO_MARKS = [
    ("a year", "the Moscow Conference of October 1943 met"),
    ("a day of two digits", "the letter of November 11 has come"),
    ("the last day of a month", "the message of March 31 has come"),
]


@pytest.mark.parametrize(("reason", "words"), NO_MARKS)
def test_no_mark_of_a_note(reason: str, words: str) -> None:
    """The end of a number that can be one by itself is no mark."""
    text = f"{PROSE}{words}\n{PROSE}  1. Not printed.\n"
    (note,) = structure(text).notes
    assert note.mark is None, reason


@pytest.mark.parametrize(("reason", "words", "mark"), MARKS)
def test_mark_of_a_note(reason: str, words: str, mark: str) -> None:
    text = f"{PROSE}{words}\n{PROSE}  1. Not printed.\n"
    (note,) = structure(text).notes
    assert note.mark is not None, reason
    assert text[note.mark.start : note.mark.end] == mark


NO_NOTES = [
    ("a numbered list of the body", "1. First, the borders.\n\n2. Second, the troops of both.\n\n" + PROSE),
    ("a telegram's number", "44. I shall observe strictly the instructions of the Department.\n\nNicholson\n"),
    ("a list at the end without marks or heading", f"{PROSE}\n1. The borders.\n2. The troops.\n"),
    ("does not begin with 1", f"{PROSE}\n  4. Not printed.\n"),
]


@pytest.mark.parametrize(("reason", "text"), NO_NOTES)
def test_no_notes(reason: str, text: str) -> None:
    assert structure(text).notes == (), reason


NOTES = [
    ("indented at the end", f"{PROSE}\n  1. Not printed.\n  2. See infra.\n", ["Not printed.", "See infra."]),
    ("two paragraphs in one note", f"{PROSE}\n  1. It read:\n\n“Yes.”\n  2. No.\n", ["It read:\n\n“Yes.”", "No."]),
    ("not indented, headed Notes", f"{PROSE}\nNotes\n1. Not printed.\n2. See infra.\n", ["Not printed.", "See infra."]),
    ("not indented, with marks", f"A letter from him.1\n{PROSE}\n1. Not printed.\n", ["Not printed."]),
    ("a list in the body before", f"1. The borders.\n2. The troops.\n\n{PROSE}\n  1. Not printed.", ["Not printed."]),
    ("another document follows", f"In Iran1 then.\n  1. Not printed.\n\n{PROSE}In Riga1 too.\n  1. See infra.\n",
     ["Not printed.", "See infra."]),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "notes"), NOTES)
def test_notes(reason: str, text: str, notes: list[str]) -> None:
    found = structure(text)
    assert [text[note.start : note.end] for note in found.notes] == notes, reason


def test_parts_of_a_memorandum() -> None:
    (document,) = PlainText().read(config.DATA / "documents" / "byrnes-stalin-1945-12-19.txt")
    assert [section.kind for section in document.sections] == ["front", "body", "enclosure", "notes"]
    assert document.text[document.sections[1].start :].startswith("After an exchange of amenities")
    assert [page.label for page in document.pages] == ["681", "682", "683", "684", "685", "686", "687", "688"]
    marks = [document.text[note.mark.start : note.mark.end] for note in document.notes if note.mark]
    assert marks == ["57", "58", "59", "60", "61", "62"]
    assert document.page_at(document.text.index("This treaty had been signed in 1921")) == "685"


def test_title_of_an_enclosure() -> None:
    text = f"{PROSE}\n[Draft of Letter From the President]4\n\n{PROSE}"
    assert [(section.kind, section.title) for section in structure(text).sections] == [
        ("body", ""),
        ("enclosure", "Draft of Letter From the President"),
    ]


FRONTS = [
    ("file number, heading, dateline", "893.00/1\n\nThe Consul to the Secretary of State\n\nBatavia, May 1, 1949\n\n"),
    ("letter heading", "Mr. Dallas to Mr. Seward.\n\nLondon, April 9, 1861.\n\nNo. 330.]\n\n"),
    (
        "participants and subject",
        "Present: Generalissimo Stalin\nMr. Molotov\nSubject: Withdrawal of Troops from Iran\n\n",
    ),
]


@pytest.mark.parametrize(("reason", "front"), FRONTS)
@pytest.mark.parametrize("opening", [PROSE, "Sir: I have the honor.\n", "Dear Generalissimo: It is natural.\n"])
def test_front_matter(reason: str, front: str, opening: str) -> None:
    section = structure(front + opening).sections[0]
    assert (section.kind, section.end) == ("front", len(front)), reason
