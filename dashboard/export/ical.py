"""iCalendar (RFC 5545): all-day events for a calendar program; dated events of the years 1 to 9999 only."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from dashboard.datespan import Day
from dashboard.export.cells import clean, distinct
from dashboard.export.cited import cited
from dashboard.export.selection import Selection
from dashboard.queries.entries import Entry

UNDATED = "Undated events, and those before the year 1, are not in this file."

_LONGEST = 75
"""Octets of a line before it is folded (section 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_BREAK = re.compile(r"\r\n?|\n")


def write_ical(selection: Selection) -> Iterator[bytes]:
    """A calendar whose description says what was left out and names the sources."""
    about = "\n".join((selection.statement, UNDATED, "Sources:", *selection.citations()))
    made = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dashboard//Timeline and map of diplomatic documents//EN",
        f"NAME:{_text(selection.caption)}",
        f"X-WR-CALNAME:{_text(selection.caption)}",
        f"DESCRIPTION:{_text(about)}",
        f"X-WR-CALDESC:{_text(about)}",
    )
    yield b"".join(map(_line, head))
    for entry in selection.entries:
        yield b"".join(map(_line, _event(entry, made)))
    yield _line("END:VCALENDAR")


def _event(entry: Entry, made: str) -> Iterator[str]:
    """The lines of an event; none where it has no day that the form can write."""
    date = entry.event.date
    first = date.day if date else None
    last = (date.latest or date.earliest) if date else None
    if not date or not first or not last or first.year < 1 or last.year > 9999:
        return
    yield from ("BEGIN:VEVENT", f"UID:{_text(entry.event.id)}@events.invalid", f"DTSTAMP:{made}")
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if (after := Day.of_number(last.number() + 1)).year <= 9999:
        yield f"DTEND;VALUE=DATE:{_day(after)}"  # the day after the last (section 3.6.1)
    yield f"SUMMARY:{_text(entry.event.title)}"
    yield f"DESCRIPTION:{_text(_description(entry, date.edtf))}"
    yield f"X-EDTF:{_text(date.edtf)}"
    if entry.event.places:
        yield f"LOCATION:{_text(entry.place_text)}"
        yield f"GEO:{entry.event.places[0].lat:.6f};{entry.event.places[0].lon:.6f}"
    if entry.topics:
        yield f"CATEGORIES:{','.join(map(_text, entry.topics))}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _description(entry: Entry, edtf: str) -> str:
    quoted = (f"“{each.exact}”\n{cited(each)}" for each in entry.quotations)
    return "\n".join(distinct((f"{entry.date_text} (EDTF {edtf}). {entry.date_basis}", entry.told_by, *quoted)))


def _day(day: Day) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """A value with its special characters escaped (section 3.3.11)."""
    return _BREAK.sub(r"\\n", _SPECIAL.sub(r"\\\g<0>", clean(text)))


def _line(text: str) -> bytes:
    """A content line folded at 75 octets, never within a character."""
    lines, room, start = [], _LONGEST, 0
    octets = text.encode()
    while len(octets) - start > room:
        stop = start + room
        while octets[stop] & 0xC0 == 0x80:  # within a character
            stop -= 1
        lines.append(octets[start:stop])
        start, room = stop, _LONGEST - 1  # the space that begins a continued line counts
    return b"\r\n ".join([*lines, octets[start:]]) + b"\r\n"
