"""TimelineJS: the JSON that Knight Lab's timeline for web pages reads; dated events only."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from dashboard.datespan import DateSpan, Day
from dashboard.export.cited import cited
from dashboard.export.json_text import streamed
from dashboard.export.selection import Selection
from dashboard.queries.entries import Entry

UNDATED = "Undated events are not in this file."


def write_timelinejs(selection: Selection) -> Iterator[bytes]:
    """A title slide with what was left out and the sources, then one slide an event.

    TimelineJS reads headlines and texts as HTML: all of ours is escaped. Its dates know no uncertainty; the words of
    `display_date` and the EDTF in the text keep it.
    """
    sources = "".join(f"<li>{escape(each)}</li>" for each in selection.citations())
    about = f"<p>{escape(selection.left_out)} {UNDATED}</p><p>Sources:</p><ul>{sources}</ul>"
    head = {"title": {"text": {"headline": escape(selection.caption), "text": about}}}
    slides = (_slide(entry, entry.event.date) for entry in selection.entries if entry.event.date)
    return streamed(head, "events", slides)


def _slide(entry: Entry, date: DateSpan) -> dict[str, Any]:
    start, end = date.day, date.latest or date.earliest
    slide = {
        "unique_id": entry.event.id,
        "display_date": escape(entry.date_text),
        "text": {"headline": escape(entry.event.title), "text": _text(entry, date)},
        "group": escape(entry.topics[0]) if entry.topics else "",
    }
    if start:
        slide["start_date"] = _day(start)
    if end and end != start:
        slide["end_date"] = _day(end)
    return slide


def _day(day: Day) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(entry: Entry, date: DateSpan) -> str:
    quoted = "".join(
        f"<blockquote>{escape(each.exact)}</blockquote><p><cite>{escape(cited(each))}</cite></p>"
        for each in entry.quotations
    )
    where = f"{escape(entry.place_text)}. " if entry.place_text else ""
    return f"<p>{where}{escape(entry.date_basis)} EDTF: {escape(date.edtf)}.</p>{quoted}"
