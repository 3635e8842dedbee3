"""Dates: tables of expressions, each with what it means in a document of a certain date, and its reason."""

from __future__ import annotations

from typing import Any

import pytest
from edtf import parse_edtf

from dashboard.datespan import Basis, DateSpan
from dashboard.extraction.dates import find_dates
from dashboard.model import Document, Section


def dates(text: str, own: str | None = "1945-12-19", **parts: Any) -> list[tuple[str, str]]:
    """The words and EDTF of the dates in a text written on `own`."""
    document = Document("test", text, **parts)
    found = find_dates(document, own_date=DateSpan(own) if own else None)
    assert all(text[each.start : each.end] == each.text for each in found)
    return [(each.text, each.value.edtf) for each in found if isinstance(each.value, DateSpan)]


CALENDAR = [
    ("signed at Moscow, October 30, 1943, and", "October 30, 1943", "1943-10-30"),  # American order
    ("your circular of the 9th of March, 1861.", "9th of March, 1861", "1861-03-09"),  # ordinal, of
    ("London, 10 August 1944.", "10 August 1944", "1944-08-10"),  # British order
    ("on the 8th day of April 1861", "8th day of April 1861", "1861-04-08"),  # of a treaty
    ("October 30, 19435 by the United States", "October 30, 1943", "1943-10-30"),  # a note's mark glued to the year
    ("on July 176 he said", "July 17", "1945-07-17"),  # a note's mark glued to the day
    ("House of Lords, Tuesday, April 9, 1861.", "Tuesday, April 9, 1861", "1861-04-09"),  # weekday
    ("by February of 1940", "February of 1940", "1940-02"),
    ("October 1942 until December 1943.", "October 1942 until December 1943", "1942-10/1943-12"),  # range
    ("the period July 13–August 17, 1944, see", "July 13–August 17, 1944", "1944-07-13/1944-08-17"),  # year lent back
    ("June 8/9, 1955", "June 8/9, 1955", "1955-06-08/1955-06-09"),
    ("a January 29–30 visit", "January 29–30", "1946-01-29/1946-01-30"),  # nearest to the document
    ("from 4 to 11 February 1945", "4 to 11 February 1945", "1945-02-04/1945-02-11"),
    ("Central Files 1934–36, POL", "1934–36", "1934/1936"),
    ("between 1920 and 1922 they", "1920 and 1922", "1920/1922"),
    ("Cirtel April 21 [22].", "April 21 [22]", "1945-04-22"),  # the editors' correction counts
    ("Deptel June 14 [15?], 2 a. m.", "June 14 [15?]", "1945-06-15?"),
    ("[Received May 31—9:33 a.m.]", "May 31", "1945-05-31"),  # the hour is no second day
    ("the first half of 1943", "the first half of 1943", "1943-01/1943-06"),
    ("in the first week of September 1944", "the first week of September 1944", "1944-09-01/1944-09-07"),
    ("in the summer of 1944", "the summer of 1944", "1944-22"),
    ("during the winter of 1941–42", "the winter of 1941–42", "1941-24"),
    ("in the early 1930’s", "the early 1930’s", "193X"),
    ("in the nineteenth century", "the nineteenth century", "18XX"),
    ("before FY 1946 appropriations", "FY 1946", "1945-07-01/1946-06-30"),  # American fiscal year until 1976
    ("fiscal year 1979", "fiscal year 1979", "1978-10-01/1979-09-30"),  # and since
    ("about June 1944", "about June 1944", "1944-06~"),
    ("seen about the 6th near Riga", "6th", "1945-12-06~"),  # of the month of the document
    ("since about a week ago.", "about a week ago", "1945-12-12~"),
    ("probably on May 3, 1945, he", "May 3, 1945", "1945-05-03?"),
    ("will probably leave on May 3, 1945", "May 3, 1945", "1945-05-03"),  # the leaving is doubted, not the day
    ("perhaps in 1921", "1921", "1921?"),
    ("March 1945 (?), he", "March 1945", "1945-03?"),  # an editor's query
    ("about March 1945 [?] he", "about March 1945", "1945-03%"),  # both
    ("[Paris, May 1, 1945?]", "May 1, 1945", "1945-05-01?"),  # an editor’s guess
    ("probably May 3–5, 1945, he", "May 3–5, 1945", "1945-05-03?/1945-05-05?"),  # the doubt is of both ends
    ("Paris, May 1, 1945 [1946?].", "May 1, 1945 [1946?]", "1946-05-01?"),  # an editor’s correction, itself in doubt
    ("Paris, 1 May 1945 [1946].", "1 May 1945 [1946]", "1946-05-01"),
    ("in 1945 [1946?] he", "1945 [1946?]", "1946?"),
    (
        "on the 5th or 6th of March he",
        "5th or 6th of March",
        "1945-03-05?/1945-03-06?",
    ),  # one event, on one of two days
    ("on March 5 or 6, 1945, he", "March 5 or 6, 1945", "1945-03-05?/1945-03-06?"),
    ("on the 5th or 6th he went", "5th or 6th", "1945-12-05?/1945-12-06?"),
    ("of the 3d or 4th ultimo", "3d or 4th ultimo", "1945-11-03?/1945-11-04?"),
    ("on 31 May or 1 June 1945", "31 May or 1 June 1945", "1945-05-31?/1945-06-01?"),
    ("on 25 February 1945, or perhaps the 26th", "25 February 1945, or perhaps the 26th", "1945-02-25?/1945-02-26?"),
    ("on 5 March (or the 6th) he", "5 March (or the 6th)", "1945-03-05?/1945-03-06?"),
    ("the 5th, 6th or 7th of March 1945", "5th, 6th or 7th of March 1945", "1945-03-05?/1945-03-07?"),  # of three
    ("on 27 or 28 February or 1 March 1945", "27 or 28 February or 1 March 1945", "1945-02-27?/1945-03-01?"),
    ("on the 5th or 10th of March 1945", "5th or 10th of March 1945", "1945-03-05?/1945-03-10?"),
    ("in 1921 or 1925", "1921 or 1925", "1921?/1925?"),
    ("in December or January 1945", "December or January 1945", "1944-12?/1945-01?"),
    ("in the spring or summer of 1944", "the spring or summer of 1944", "1944-21?/1944-22?"),
    ("in 1943, 1944 or 1945", "1943, 1944 or 1945", "1943?/1945?"),
    ("in 496 or 495 BC", "496 or 495 BC", "-0495?/-0494?"),
    ("TL 3/1–15/47.", "3/1–15/47", "1947-03-01/1947-03-15"),
    ("on 6/8/45 he", "6/8/45", "1945-06-08"),  # American order unless the document shows otherwise
    ("on 19.12.1945 in", "19.12.1945", "1945-12-19"),
    ("131430Z Nov 46", "131430Z Nov 46", "1946-11-13"),  # military date-time group
    ("at Easter, 1916,", "Easter, 1916", "1916-04-23"),
    ("in 490 BC", "490 BC", "-0489"),
    ("between the 5th and 10th of May he", "5th and 10th of May", "1945-05-05/1945-05-10"),
    ("the week of June 5.", "the week of June 5", "1945-06-05/1945-06-11"),
    ("early Jan since task", "early Jan", "1946-01"),  # telegrams abbreviate
    ("before end Dec.", "end Dec", "1945-12"),
    ("Files, Jan.–Apr. 1964.", "Jan.–Apr. 1964", "1964-01/1964-04"),
    ("cabled May 89 after", "May 8", "1945-05-08"),  # no month has 89 days: note 9
    ("(Delga 587 Nov 31) and", "Nov 3", "1945-11-03"),  # nor has November 31
    ("October 18th [19th], 1918", "October 18th [19th], 1918", "1918-10-19"),
    ("[London, September 22?, 1938]", "September 22?, 1938", "1938-09-22?"),
    ("Petrograd, October 25/November 7, 1917.", "October 25/November 7, 1917", "1917-11-07"),  # both calendars
    ("on October 25, 1917, Old Style, they", "October 25, 1917, Old Style", "1917-11-07"),  # said after the year
    ("on 5 January 1918 (O. S.) it", "5 January 1918 (O. S.)", "1918-01-18"),
    ("Tuesday, the 10th of August, 1943.", "Tuesday, the 10th of August, 1943", "1943-08-10"),  # weekday and day first
    ("Sunday, 3 September 1939,", "Sunday, 3 September 1939", "1939-09-03"),
    ("the fiscal year ending June 30, 1921,", "fiscal year ending June 30, 1921", "1920-07-01/1921-06-30"),
    ("The celebration of the Fourth of July.", "Fourth of July", "1945-07-04"),  # a day written large
    ("in the mid-fifties", "the mid-fifties", "195X"),
    ("in the ’30s", "30s", "193X"),
    ("destroyed in 70 A.D.", "70 A.D.", "0070"),
    ("on January 26 (February 7), 1878, he", "January 26 (February 7), 1878", "1878-02-07"),  # both calendars, again
    ("Athens, 3/15 April 1897.", "3/15 April 1897", "1897-04-15"),
    ("on February 19 (O.S.), 1878,", "February 19 (O.S.), 1878", "1878-03-03"),  # Julian, as it says
    ("fiscal year 1954–55 and", "fiscal year 1954–55", "1954-07-01/1955-06-30"),  # its two halves
    ("From 1878 down to 1908 Bosnia", "1878 down to 1908", "1878/1908"),
    ("December 28, 1962, to January 3, 1963.", "December 28, 1962, to January 3, 1963", "1962-12-28/1963-01-03"),
    (
        "the thirtieth day of November, in the year of our Lord one thousand nine hundred and eighteen.",
        "thirtieth day of November, in the year of our Lord one thousand nine hundred and eighteen",
        "1918-11-30",
    ),
    ("in 1941-2 he", "1941-2", "1941/1942"),
    ("in ’43 he", "’43", "1943"),
    ("03SEP44", "03SEP44", "1944-09-03"),
    ("signed in 1921.61 This treaty", "1921", "1921"),  # a note's mark after the full stop
]


@pytest.mark.parametrize(("text", "words", "edtf"), CALENDAR)
def test_calendar(text: str, words: str, edtf: str) -> None:
    assert dates(text) == [(words, edtf)]


RELATIVE = [
    ("He said that morning Mr. Molotov", "that morning", "1945-12-19"),  # nothing else was told
    ("an interview at the foreign office yesterday, and", "yesterday", "1945-12-18"),
    ("At 8:30 last night a force", "last night", "1945-12-18"),
    ("will be introduced to-night by", "to-night", "1945-12-19"),
    ("my despatch of the 5th instant,", "5th instant", "1945-12-05"),
    ("from the 3d to the 5th instant", "3d to the 5th instant", "1945-12-03/1945-12-05"),
    ("on the 30th ultimo,", "30th ultimo", "1945-11-30"),
    ("on the 4th proximo.", "4th proximo", "1946-01-04"),
    ("to Dr. Kung on 17th; he", "17th", "1945-12-17"),  # telegram style
    ("to Dr. Kung on 24th; he", "24th", "1945-11-24"),  # past the document's day: the month before
    ("was dated 22d of May last, and", "22d of May last", "1945-05-22"),
    ("late Saturday evening made changes", "Saturday evening", "1945-12-15"),  # told: the one before
    ("I am to meet him on Monday.", "Monday", "1945-12-24"),  # ahead: the next one
    ("Saturday last he called.", "Saturday last", "1945-12-15"),
    ("We shall meet Monday week.", "Monday week", "1945-12-31"),  # a week after the coming one
    ("on Thursday of last week.", "Thursday of last week", "1945-12-13"),
    ("the following Monday.", "the following Monday", "1945-12-24"),
    ("the week before last", "the week before last", "1945-12-03/1945-12-09"),
    ("arrived the night before last.", "the night before last", "1945-12-17"),
    ("a few days ago he", "a few days ago", "1945-12-16~"),  # about three
    ("a day or two ago he", "a day or two ago", "1945-12-17/1945-12-18"),
    ("He will leave in two weeks.", "in two weeks", "1946-01-02"),  # what is to come
    ("in ten days’ time", "in ten days’ time", "1945-12-29"),
    ("on the first of this month.", "first of this month", "1945-12-01"),
    ("last November the", "last November", "1945-11"),
    ("the budget of last year was", "last year", "1944"),
    ("within next week,", "within next week", "1945-12-19/1945-12-26"),
    ("within next day or two.", "within next day or two", "1945-12-20/1945-12-21"),
    ("by end of year as scheduled", "end of year", "1945-12"),
    ("until the end of the month.", "the end of the month", "1945-12"),
    ("three weeks ago he", "three weeks ago", "1945-11-28"),
    ("on January 24", "January 24", "1946-01-24"),  # nearest year
    ("came again evening 9th. Said", "9th", "1945-12-09"),
    ("the report of the 6th admits", "6th", "1945-12-06"),
    ("on the fifth instant, thus", "fifth instant", "1945-12-05"),
    ("He came yesterday afternoon.", "yesterday afternoon", "1945-12-18"),  # “day after” is in it
    ("two or three days ago he", "two or three days ago", "1945-12-16/1945-12-17"),
    ("Strikes were flown on 2/7.", "2/7", "1946-02-07"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_relative_to_the_document(text: str, words: str, edtf: str) -> None:
    assert dates(text) == [(words, edtf)]


STORY = [
    ("On June 10, 1940, Italy invaded; twelve days later France", ["1940-06-10", "1940-06-22"]),
    ("In December 1941 they fought. In January they rested.", ["1941-12", "1942-01"]),  # the story moves on
    ("In September 1940 it failed; a siege had begun in June.", ["1940-09", "1940-06"]),  # and glances back
    ("was stalemated by 1940. In August of that year, they", ["1940", "1940-08"]),
    ("captured on May 10, 1865, and the next day his brigade", ["1865-05-10", "1865-05-11"]),
    ("signed in 1942. The following year they", ["1942", "1943"]),
    ("On May 10, 1865, he fell; the following Sunday", ["1865-05-10", "1865-05-14"]),  # from the day told
    ("(499-493 BC)", ["-0498/-0492"]),
    ("the rest of 496 and 495 BC.", ["-0495", "-0494"]),
    ("In April and June 1955, Diem", ["1955-04", "1955-06"]),
]


@pytest.mark.parametrize(("text", "edtf"), STORY)
def test_a_story_without_a_date_of_its_own(text: str, edtf: list[str]) -> None:
    assert [value for _, value in dates(text, None)] == edtf


WEEKDAYS_BEHIND_A_DAY = [
    ("They met on March 3 and again on Friday.", "1936-03-06"),  # counted from the day told
    ("It is not so, as the paper stated on March 9, that he ordered it on Saturday.", "1936-03-07"),  # not to come
    ("He arrived on March 9 and will leave on Saturday.", "1936-03-14"),  # unless the sentence looks ahead
]


@pytest.mark.parametrize(("text", "edtf"), WEEKDAYS_BEHIND_A_DAY)
def test_a_weekday_behind_a_day_in_a_paper_of_march_10(text: str, edtf: str) -> None:
    assert dates(text, "1936-03-10")[-1][1] == edtf


YEARS_OF_A_DAY = [
    ("On March 3, 1946, he left. On March 6 the Embassy delivered a note.", "1946-03-06"),  # the story's year goes on
    ("On March 3, 1946, he left. On the 4th of April they signed.", "1946-04-04"),
    ("The Embassy delivered a note on March 10.", "1946-03-10"),  # of days without a year, what has been
    ("We will meet on March 10.", "1947-03-10"),  # unless the sentence looks ahead
    ("They meet on January 14 at Geneva.", "1947-01-14"),  # the next weeks are near enough
    ("Their mandate ends in March.", "1947-03"),  # a month may be far ahead
    ("On December 10, 1946, he left. They agreed on January 14 at Geneva.", "1947-01-14"),  # the story moved on
    ("On March 3, 1945, he left. On March 6 the Embassy delivered a note.", "1945-03-06"),
]


@pytest.mark.parametrize(("text", "edtf"), YEARS_OF_A_DAY)
def test_the_year_of_a_day_in_a_paper_of_december(text: str, edtf: str) -> None:
    assert dates(text, "1946-12-20")[-1][1] == edtf


def test_an_editors_note_knows_the_year_after() -> None:
    text = "A letter.\n  1. He handed it over on March 27; see p. 74.\n"
    notes = Section("notes", text.index("  1."), len(text))
    found = dates(text, "1946-12-20", sections=(Section("body", 0, notes.start), notes))
    assert found == [("March 27", "1947-03-27")]


ONE_OF_TWO = [
    ("on May 3 or October 4, 1945", ["1945-05-03?", "1945-10-04?"]),  # too far apart for one span
    ("in 1900 or 1925", ["1900?", "1925?"]),
    ("in 1922 or 1921", ["1922?", "1921?"]),  # the later one first
    ("on May 3 or in June 1945", ["1945-05-03?", "1945-06?"]),  # a day or a month
    ("on Monday or Tuesday", ["1945-12-17?", "1945-12-18?"]),
    ("today or tomorrow", ["1945-12-19?", "1945-12-20?"]),
    ("on May 3 and 4, 1945", ["1945-05-03", "1945-05-04"]),  # both are meant
    ("Paris, 1945 [1946]", ["1945", "1946"]),  # a reprint rather than a correction
]


@pytest.mark.parametrize(("text", "edtf"), ONE_OF_TWO)
def test_of_two_dates_that_make_no_span_each_is_uncertain(text: str, edtf: list[str]) -> None:
    assert [value for _, value in dates(text)] == edtf


NO_DATE = [
    "the 25th or 26th parallel, the 5th or 6th Army, 5 or 6 men",
    "No. 1282",  # a document
    "[Page 1334]",  # a page
    "740.00119 Council/12–2645",  # a file
    "pp. 1608–1609",
    "Embtel 1942 and telegrams 1943, 1944",  # telegrams
    "Embassy’s 1942",
    "Treaty Series No. 1933; 59 Stat. 1931",
    "1260. TF–142 from Adler",  # a telegram's own number
    "at 4 p.m., for three days, every Monday’s",  # hours, durations
    "1,500 troops; 1500 men; $1945",  # sums
    "It may march on.",  # words like months
    "Delga 1943",
    "Hill 1951; Resolution 1907; 59 Stat. (2) 1031.",
    "on the 5th army, the 12th Wilson proposition",
    "Field Marshal Jan Christiaan Smuts; May I also submit",
    "every Monday, each Friday, every other Tuesday",  # how often
    "It was conquered in two weeks, after half a year.",  # how long
    "LNTS 1925; par. 1917; lot 60 D 1944",  # series, paragraphs and files
    "an engine of 1900 horse power; he is aged 45",
    "within the last month",  # a length of time
    "Tel Aviv's 1652. Amman’s 1980 and 1982, concerning Fatah",  # a post's telegrams
]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_numbers_are_no_years_where_the_own_year_is_not_known() -> None:
    """Telegrams “Your 1031, June 26” must not put the story into the Middle Ages."""
    text = "Your 1031, June 26, 6 p.m., 1055, June 29, and 1034 [1013], June 15. Reference Medcos 1533 and 181."
    assert [edtf for _, edtf in dates(text, None)] == []
    assert [edtf for _, edtf in dates("the peace of Westphalia (1648), the war begun in 1618", None)] == [
        "1648",
        "1618",
    ]


def test_hours_are_no_years_where_the_own_year_is_not_known() -> None:
    """“From 1000 to 1300” must not date minutes of 1944 to the Middle Ages; a chronicle keeps its years."""
    assert (
        dates("Agreed to meet daily from 1000 to 1300, on 14 September between 0930 and 1215, until 1430.", None) == []
    )
    chronicle = "founded in 1250, ruled from 1095 to 1291, (1215), fought in 1410 and by 1453"
    assert [edtf for _, edtf in dates(chronicle, None)] == ["1250", "1095/1291", "1215", "1410", "1453"]


def test_notes_and_body_do_not_anchor_one_another() -> None:
    text = (
        "On May 5, 1921 it was signed.\n  1. See the treaty of 1850.\n  2. Done the same day; see telegram, May 18.\n"
    )
    cut = text.index("  1. ")
    sections = (Section("body", 0, cut), Section("notes", cut, len(text)))
    assert [edtf for _, edtf in dates(text, sections=sections)] == ["1921-05-05", "1850", "1945-12-19", "1945-05-18"]


def test_numbers_are_read_in_the_order_of_the_document() -> None:
    assert [edtf for _, edtf in dates("on 23/5/1949 and on 8/5/1949")] == ["1949-05-23", "1949-05-08"]
    assert [edtf for _, edtf in dates("London, 8 May 1949. On 8/5/1949 he")] == ["1949-05-08", "1949-05-08"]


@pytest.mark.parametrize(("own", "edtf"), [("1861-05-05", "183X"), ("1945-12-19", "193X"), ("1928-01-01", "193X")])
def test_a_decade_without_its_century(own: str, edtf: str) -> None:
    """The century is that of the document: nobody wrote of the 1930s in 1861."""
    assert dates("in the thirties", own) == [("the thirties", edtf)]


def test_a_heading_dates_the_lines_below_it() -> None:
    text = "Diary\n\nMay 4, 1944\n\nHe came yesterday.\n\nMay 9, 1944\n\nHe came the following day.\n"
    assert [edtf for _, edtf in dates(text, None)] == ["1944-05-04", "1944-05-03", "1944-05-09", "1944-05-10"]


def test_quoted_words_speak_on_their_own_day() -> None:
    assert dates("On July 4 he declared: “Today it is born.”")[1] == ("Today", "1945-07-04")


def test_an_undated_paper_takes_the_year_of_its_files() -> None:
    assert dates("Editorial Note\n\nOn April 4, he spoke. (684A.86/4–555)", None)[0] == ("April 4", "1955-04-04")


def test_an_enclosure_has_its_own_date() -> None:
    text = "Lima, January 8, 1880.\n\nArica, October 12, 1879.\n\nTaken off Angamos on the 8th instant.\n"
    cut = text.index("Arica")
    sections = (Section("body", 0, cut), Section("enclosure", cut, len(text)))
    assert dates(text, "1880-01-08", sections=sections)[-1] == ("8th instant", "1879-10-08")


@pytest.mark.parametrize(
    ("text", "basis", "why"),
    [
        ("On March 10 he fled. On the following day they met.", Basis.TOLD, "counted from March 10"),
        ("He fled on March 10. Yesterday they met.", Basis.COMPLETED, "counted from the day of writing"),
        ("He fled on March 10, 1939. On April 4 they met.", Basis.TOLD, "the year of the day before"),
        ("He fled. On April 4 they met.", Basis.COMPLETED, "the year of writing"),
    ],
)
def test_the_basis_says_from_which_date_one_was_worked_out(text: str, basis: Basis, why: str) -> None:
    last = find_dates(Document("test", text), own_date=DateSpan("1946-04-14"))[-1]
    assert isinstance(last.value, DateSpan) and last.value.basis.year is basis, why


def test_the_end_of_the_month_to_come_is_that_of_writing() -> None:
    text = "They met on March 22 and intend to meet by the end of the month. "
    text += "On March 22 they met; by the end of the month he left."
    assert [edtf for _, edtf in dates(text, "1948-04-11")] == ["1948-03-22", "1948-04", "1948-03-22", "1948-03"]


def test_basis_of_each_part() -> None:
    (found,) = find_dates(Document("test", "On July 17 he"), own_date=DateSpan("1945-07-31"))
    assert isinstance(found.value, DateSpan)
    assert found.value.basis == (Basis.COMPLETED, Basis.STATED, Basis.STATED)
    (season,) = find_dates(Document("test", "in the spring of 1945"), own_date=DateSpan("1946-03-20"))
    assert isinstance(season.value, DateSpan)
    assert season.value.basis == (Basis.STATED, Basis.STATED, None), "nothing of it was worked out"


@pytest.mark.parametrize("edtf", sorted({edtf for _, _, edtf in (*CALENDAR, *RELATIVE)}))
def test_a_kept_library_reads_our_edtf(edtf: str) -> None:
    assert str(parse_edtf(edtf)) == edtf
