"""TimelineJS, iCalendar and Web Annotations: dated events where their days belong, quotations found again."""

import datetime
import json

import icalendar
import pytest

from dashboard.export import select
from dashboard.queries import Atlas
from tests.export.opened import entry, iran, of, written


def test_timelinejs_has_a_slide_an_event(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    timeline = json.loads(written(selection, "timelinejs"))
    assert timeline["title"]["text"]["headline"] == "Involving Iran"
    assert selection.left_out in timeline["title"]["text"]["text"]
    assert "Foreign Relations" in timeline["title"]["text"]["text"]
    assert all(set(slide) >= {"unique_id", "start_date", "text", "display_date"} for slide in timeline["events"])
    convention = timeline["events"][0]
    assert convention["start_date"] == {"year": 1907, "month": 8, "day": 31}
    assert "end_date" not in convention
    assert "EDTF: 1907-08-31." in convention["text"]["text"]


def test_timelinejs_leaves_out_the_undated_and_says_so(gold_atlas: Atlas) -> None:
    timeline = json.loads(
        written(of(gold_atlas, entry(""), entry("1942/.."), entry("1945-02-04/1945-02-11")), "timelinejs")
    )
    assert "Undated events are not in this file." in timeline["title"]["text"]["text"]
    open_ended, conference = timeline["events"]
    assert open_ended["start_date"] == {"year": 1942, "month": 1, "day": 1}
    assert conference["end_date"] == {"year": 1945, "month": 2, "day": 11}


def test_timelinejs_shows_markup_as_text(gold_atlas: Atlas) -> None:
    content = written(of(gold_atlas, entry("1945", "<script>alert(1)</script>"), caption="<b>"), "timelinejs")
    assert b"<script" not in content
    assert b"<b>" not in content


def test_ical_is_read_by_icalendar(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    calendar = icalendar.Calendar.from_ical(written(selection, "ical"))
    assert calendar["NAME"] == "Involving Iran"
    assert selection.left_out in calendar["DESCRIPTION"]
    assert "Foreign Relations" in calendar["DESCRIPTION"]
    convention = calendar.walk("VEVENT")[0]
    assert convention.decoded("DTSTART") == datetime.date(1907, 8, 31)
    assert convention.decoded("DTEND") == datetime.date(1907, 9, 1)
    assert convention["X-EDTF"] == "1907-08-31"
    assert "p. 685" in convention["DESCRIPTION"]
    assert len({str(each["UID"]) for each in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1945-02-04/1945-02-11", datetime.date(1945, 2, 4), datetime.date(1945, 2, 12)),  # the end is not part of it
        ("1945-12-31", datetime.date(1945, 12, 31), datetime.date(1946, 1, 1)),
        ("1942/..", datetime.date(1942, 1, 1), datetime.date(1942, 1, 2)),  # only the known end is a day
        ("9999", datetime.date(9999, 1, 1), None),  # the day after the last cannot be written
    ],
)
def test_ical_days(gold_atlas: Atlas, edtf: str, start: datetime.date, end: datetime.date | None) -> None:
    (event,) = icalendar.Calendar.from_ical(written(of(gold_atlas, entry(edtf)), "ical")).walk("VEVENT")
    assert (event.decoded("DTSTART"), event.decoded("DTEND") if "DTEND" in event else None) == (start, end)


def test_ical_leaves_out_what_has_no_day(gold_atlas: Atlas) -> None:
    calendar = icalendar.Calendar.from_ical(written(of(gold_atlas, entry(""), entry("-0043-03-15")), "ical"))
    assert calendar.walk("VEVENT") == []
    assert "Undated events, and those before the year 1, are not in this file." in calendar["DESCRIPTION"]


def test_ical_lines_are_folded(gold_atlas: Atlas) -> None:
    content = written(of(gold_atlas, entry("1945", "é𝔞ж" * 60)), "ical")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert icalendar.Calendar.from_ical(content).walk("VEVENT")[0]["SUMMARY"] == "é𝔞ж" * 60


def anchored(text: str, quote: dict[str, str]) -> list[int]:
    """Where a reader of TextQuoteSelector (Web Annotation Data Model, 4.2.4) finds the words."""
    sought = quote["prefix"] + quote["exact"] + quote["suffix"]
    return [at + len(quote["prefix"]) for at in range(len(text)) if text.startswith(sought, at)]


def test_annotations_find_their_words_again(gold_atlas: Atlas) -> None:
    texts = dict(gold_atlas.rows("SELECT title, text FROM documents"))
    labels = dict(gold_atlas.rows("SELECT id, title FROM documents"))
    selection = select(gold_atlas)
    page = json.loads(written(selection, "web-annotations"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert page["partOf"]["label"] == selection.statement
    assert len(page["items"]) >= selection.count
    assert len({each["id"] for each in page["items"]}) == len(page["items"])
    for annotation in page["items"]:
        here, web = annotation["target"]
        quote, position = here["selector"]
        text = texts[labels[here["source"]["label"]]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert anchored(text, quote) == [position["start"]]
        assert web["source"].startswith("https://history.state.gov/")
        assert web["selector"] == quote
        assert any("Foreign Relations" in body["value"] for body in annotation["body"])
