"""File number: the date in the suffix of a decimal file number, which is the document's own or that of one it answers.

The Department of State filed by subject and, from 1944 to 1963, by the date of the paper that opened the file: in
“740.00119 Council/12–2645” 12 is the month, 26 the day, 45 the year. A telegram from a post abroad bears its own date
there; a reply from Washington often bears that of the telegram it answers, which it then as a rule cites.
"""

from __future__ import annotations

import re

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.extraction.dateline.lines import lines_between
from dashboard.extraction.dates.days import add_days, edtf, is_day
from dashboard.model import Document

_NUMBER = re.compile(
    r"(?<![\w.])\d{3}[A-Z]?(?:\.\d+[A-Z]*\d*)?(?:[ .][A-Z][A-Za-z. ()-]{0,40}?)?(?:[ –-]?[A-Z]{0,3}\s?\d{0,4})?"
    r"/(?P<month>\d{1,2})[–-](?P<day>\d{1,2})(?P<year>4[4-9]|5\d|6[0-3])(?!\d)"
)
_HEAD_REACH = 700
_OUTGOING = re.compile(
    r"(?:\d{1,4}[a-z]?\. )?(?:The (?:Acting |Under |Assistant )?Secretary of State|The Department of State"
    r"|(?:Telegram|Airgram"
    r"|Instruction|Letter) From the (?:Department|Secretary|Acting Secretary)|(?:The )?President |Memorandum)"
)
_REPLY_DAYS = 2
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def file_number_date(document: Document) -> DateSpan | None:
    """The date a file number of the head or of the source note points to; None where it points to another paper."""
    found = _NUMBER.search(document.text, 0, min(_HEAD_REACH, len(document.text))) or _in_source_note(document)
    if not found:
        return None
    day = Day(1900 + int(found["year"]), int(found["month"]), int(found["day"]))
    if not is_day(*day):
        return None
    outgoing = bool(_OUTGOING.match(document.title))
    telegram = "elegram" in document.title or "elegram" in document.text[found.end() : found.end() + 14]
    value = f"{edtf(*day)}~"
    if outgoing or not telegram:
        if _cites(document, day):
            return None
        if telegram:
            value = f"{edtf(*day)}/{edtf(*add_days(day, _REPLY_DAYS))}"
    basis = DateBasis(Basis.FILE_NUMBER, Basis.FILE_NUMBER, Basis.FILE_NUMBER)
    return DateSpan(value, found[0], basis)


def _in_source_note(document: Document) -> re.Match[str] | None:
    """The file number in the note that says where the document is kept."""
    start = min((s.start for s in document.sections if s.kind == "notes"), default=len(document.text))
    for line in lines_between(document.text, start, min(len(document.text), start + 1500)):
        if "Source: " in line.text[:40]:
            return _NUMBER.search(line.text)
    return None


def _cites(document: Document, day: Day) -> bool:
    """Whether the text names that day: then the number is that of the paper cited there."""
    return bool(re.search(rf"{_MONTHS[day.month - 1]}[a-z.]* {day.day}(?!\d)", document.text))
