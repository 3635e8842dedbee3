"""What the mark-up of a file says beats what its words suggest, and the basis says so."""

from pathlib import Path

import pytest

from dashboard.datespan import Basis, DateSpan
from dashboard.datewords import basis_in_words
from dashboard.documents.readers import read_file
from dashboard.extraction.marked import with_marked
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Mention, Person
from dashboard.pipeline import annotate

VOLUME = Path(__file__).parents[1] / "fixtures" / "tei" / "relations-1961v09.xml"


@pytest.fixture(scope="module")
def found(gazetteers: Gazetteers) -> dict[str, Annotations]:
    return {document.id.partition("/")[2]: annotate(document, gazetteers) for document in read_file(VOLUME)}


def words(mentions: tuple[Mention, ...]) -> dict[str, object]:
    return {mention.text: mention.value for mention in mentions}


def test_the_date_of_the_dateline_is_known_from_the_mark_up(found: dict[str, Annotations]) -> None:
    date = words(found["d1"].dates)["May 12, 1961"]
    assert isinstance(date, DateSpan)
    assert basis_in_words(date) == "Date from the mark-up of the file."
    talk = words(found["d2"].dates)["June 8/9, 1961"]
    assert isinstance(talk, DateSpan) and talk.edtf == "1961-06-08/1961-06-09"


def test_a_day_in_no_calendar_is_read_from_the_words(found: dict[str, Annotations]) -> None:
    date = found["d7"].date
    assert date is not None
    assert (date.edtf, date.basis.day) == ("1961-02-28", Basis.DATELINE)


def test_the_place_of_writing_says_that_it_was_marked_up(found: dict[str, Annotations]) -> None:
    place = found["d1"].place
    assert place is not None
    assert (place.name, place.country, place.basis) == ("Riga", "LV", "dateline, as marked up in the file")


def test_days_are_counted_from_the_enclosure_and_not_from_the_letter(found: dict[str, Annotations]) -> None:
    counted = words(found["d1"].dates)
    for expression, day in {"the 2d instant": "1961-04-02", "the 5th": "1961-04-05"}.items():
        (value,) = [value for text, value in counted.items() if expression in text or text in expression]
        assert isinstance(value, DateSpan) and value.edtf == day, expression


def test_a_person_of_the_list_is_one_person_by_every_name(found: dict[str, Annotations]) -> None:
    people = [mention for mention in found["d2"].people if isinstance(mention.value, Person)]
    assert {m.text: m.value.id.partition("#")[2] for m in people if isinstance(m.value, Person)} == {
        "President Sadat": "p_SA1",
        "The President": "p_SA1",
        "Mr. Kask": "p_KKV1",
        "Kask": "p_KKV1",
        "Mr. Dulles": "p_DJF1",
    }


def test_those_present_are_as_marked_up(found: dict[str, Annotations]) -> None:
    titles = [event.title for event in found["d2"].events]
    assert any("Sadat and Kask" in title for title in titles), titles


def test_editors_tell_their_notes(found: dict[str, Annotations]) -> None:
    (closing,) = found["d3"].events
    assert closing.date is not None
    assert (closing.date.edtf, closing.told_by) == ("1961-06-30", "note")


def person(start: int, end: int, name: str) -> Mention:
    return Mention("person", start, end, "x" * (end - start), Person(name))


MERGED = [
    ("apart", [(0, 3)], [(5, 8)], [(0, 3), (5, 8)]),
    ("the same", [(0, 3)], [(0, 3)], [(0, 3)]),
    ("one around the other", [(0, 9), (12, 15)], [(4, 9)], [(0, 9), (12, 15)]),
    ("one across the other", [(0, 6)], [(4, 9)], [(4, 9)]),
    ("two marked within one found", [(0, 9)], [(0, 3), (5, 8)], [(0, 9)]),
    ("nothing marked", [(0, 9)], [], [(0, 9)]),
]


@pytest.mark.parametrize(("reason", "found", "marked", "spans"), MERGED)
def test_merging(
    reason: str, found: list[tuple[int, int]], marked: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> None:
    merged = with_marked(
        [person(*span, "found") for span in found], [person(*span, "marked") for span in marked], widen=True
    )
    assert [(mention.start, mention.end) for mention in merged] == spans, reason
