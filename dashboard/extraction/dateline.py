"""Dateline: when and where a document says it was written, and on what basis; silence rather than a guess."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.config import DATA
from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.errors import DateError
from dashboard.extraction.dates.complete import complete
from dashboard.extraction.dates.days import edtf, is_day
from dashboard.extraction.dates.passage import passage_for
from dashboard.extraction.dates.scan import readings
from dashboard.model import Document

_HEAD_LINES, _LONG_LINE, _CLOSING_LINES = 30, 170, 10


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name under which the place of writing may be found in a gazetteer, and why."""

    name: str
    """As the document writes it (“Peking”), or what an office or a title implies (“Egypt”)."""
    start: int | None
    """Offset of the name in the text; None where it is only implied."""
    end: int | None
    basis: Basis
    why: str
    """For the reader: “dateline”, “title”, “letterhead”."""
    within: str = ""
    """The larger area named with it (“South Carolina”)."""
    post_in_country: bool = False
    """Whether the name is a country in whose capital of the time the writer had his post."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, with its place in it."""

    start: int
    text: str


def document_date(document: Document) -> DateSpan | None:
    """The document's own date: catalogue, dateline, heading, note or file number; None where it does not say."""
    if document.date:
        return document.date
    for look in (_from_dateline, _from_title, _from_note, _from_file_number):
        found = look(document)
        if found:
            return found
    return None


def document_place_names(document: Document) -> tuple[PlaceName, ...]:
    """Names of the place it was written at, the likeliest first; empty where the document does not say."""
    names: list[PlaceName] = []
    if document.place:
        names.append(PlaceName(document.place, None, None, Basis.CATALOGUE, "catalogue"))
    for line in _head(document):
        names += _names_in_line(line)
        if names and names[-1].why == "dateline":
            break
    names += _meeting_place(document)
    for line in _closing(document):
        names += _names_in_line(line)
    names += _from_post(document)
    seen: set[str] = set()
    return tuple(each for each in names if not (each.name in seen or seen.add(each.name)))  # type: ignore[func-returns-value]


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines between two offsets that are not empty."""
    for found in re.finditer(r"[^\n]+", text[start:end]):
        if found[0].strip():
            yield Line(start + found.start(), found[0])


def _body_end(document: Document) -> int:
    """Where the body stops and enclosures or notes begin."""
    ends = [section.start for section in document.sections if section.kind in ("enclosure", "notes")]
    return min(ends, default=len(document.text))


def _head(document: Document) -> list[Line]:
    """The short lines before the first paragraph of the body."""
    out: list[Line] = []
    for line in _lines(document.text, 0, min(_body_end(document), 6000)):
        if len(line.text) > _LONG_LINE and not _is_title(line, document, len(out)):
            break
        out.append(line)
        if len(out) == _HEAD_LINES:
            break
    return out


def _is_title(line: Line, document: Document, above: int) -> bool:
    """Whether a long line is the document's title, perhaps with a note's mark, and no paragraph."""
    words = line.text.strip().rstrip("0123456789 ")
    return (bool(document.title) and words.startswith(document.title.strip())) or (above < 3 and words[-1:] not in ".”")


def _closing(document: Document) -> list[Line]:
    """The short lines after the last paragraph of the body."""
    end = _body_end(document)
    out: list[Line] = []
    for line in reversed(list(_lines(document.text, max(0, end - 1500), end))):
        if len(line.text) > _LONG_LINE or len(out) == _CLOSING_LINES:
            break
        out.append(line)
    return out[::-1]


_DATELINE = re.compile(
    r"(?P<before>(?:[^\d\n]|\d(?=\d{0,2}(?:st|nd|rd|th)?\s+(?:Street|Avenue)|Downing)){0,120}?)"
    r"(?P<date>$|[\[(“]?(?:\b\d{1,2}(?:st|nd|rd|th|d)?\s|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon"
    r"|Tue|Wed|Thu"
    r"|Fri|Sat|Sun|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\b|undated|\[?[Nn]o date))"
)
_PLACE_LIKE = re.compile(
    r"[\s\[(“\"'’,.;:)\]”*—–-]*(?:(?:[A-ZÀ-Þ][\w.’'“”\"-]*|of|the|at|on|near|board|de|del|da|du|la|le|and|am|in"
    r"|St\.|Dated"
    r"|dated|sur|der|en|route|via|à|&|bei|ob|No\.|\d{1,3}(?:st|nd|rd|th)?)[\s,.;:\[\]()“”\"—–-]*)*"
)
_NO_DATELINE = re.compile(
    r"\b[Rr]eceived\b|\bReceipt\b|\bSource:|\bFiled\b|\bEnclosure\b|\bTranslation\b|\bcopy\b|\bsigned\b|^\s*\d+\. "
    r"|^\s*(?:Sir|Dear|My)\b|\b(?:Act|Treaty|Agreement|Convention|Declaration|Protocol) of\b"
    r"|^\W*(?:Subject|SUBJECT|Re|Ref)\b"
)


def _dateline(line: Line) -> re.Match[str] | None:
    """The line as place and date, where it is a dateline."""
    if len(line.text) > _LONG_LINE or _NO_DATELINE.search(line.text):
        return None
    found = _DATELINE.match(line.text)
    if not found or not found["date"] or not _PLACE_LIKE.fullmatch(found["before"]):
        return None
    return found


def _span_in(line: Line, at: int, basis: Basis, near: DateSpan | None = None) -> DateSpan | None:
    """The first full date of a line at or after an offset in it, on the basis given."""
    for reading in readings(line.text, None):
        if reading.start < at or not reading.month or reading.shift:
            continue
        if reading.year is None and near is None:
            return None
        span = complete(reading, passage_for(line.text, 0, len(line.text), near))
        if span is None:
            return None
        return replace(span, basis=DateBasis(*(basis if part else None for part in span.basis)))
    return None


def _from_dateline(document: Document) -> DateSpan | None:
    """The date of the opening line, else of the closing line."""
    for lines in (_head(document), _closing(document)):
        for line in lines:
            found = _dateline(line)
            if found:
                span = _span_in(line, max(0, found.start("date") - 1), Basis.DATELINE)
                if span and len(span.edtf.split("/")[0]) >= 7:
                    return span
    return None


def _from_title(document: Document) -> DateSpan | None:
    """A full date in the title (“Memorandum of Conversation, December 5, 1961”)."""
    for text in (document.title,):
        span = _span_in(Line(0, text), 0, Basis.HEADING)
        if span and len(span.edtf.split("/")[0]) == 10:
            return span
    return None


_MEETING = re.compile(
    r"(?:[Mm]eeting|[Cc]onversation|[Cc]onference|[Ss]ession|[Ii]nterview|[Ll]uncheon|[Dd]inner)[^.;\n]{0,40}?"
    r"(?:held|took place|was held)(?:\s(?:at|in|on board)\s(?P<where>(?:the\s)?[A-ZÀ-Þ][^.;,\n\d]{1,60}?))?"
    r"(?P<when>,?\s(?:on\s)?"
    r"(?=[A-Z][a-z]+\.?\s\d|\d))?(?=[,.;\s])"
)


def _meeting(document: Document) -> tuple[re.Match[str], Line] | None:
    """The note that says where or when the meeting was held."""
    start = min((section.start for section in document.sections if section.kind == "notes"), default=len(document.text))
    for line in _lines(document.text, start, len(document.text)):
        if (found := _MEETING.search(line.text)) and re.match(
            r"\s*\d{1,3}\. *$|\s*\d{1,3}\. (?:The )?$", line.text[: found.start()]
        ):
            return found, line
    return None


def _from_note(document: Document) -> DateSpan | None:
    """The date of “Meeting held at the Kremlin, December 19, 1945, 8:30 p.m.”."""
    found = _meeting(document)
    return _span_in(found[1], found[0].start(), Basis.NOTE) if found else None


def _meeting_place(document: Document) -> list[PlaceName]:
    """The place of “Meeting held at the Kremlin, …”."""
    found = _meeting(document)
    if not found or not found[0]["where"]:
        return []
    match, line = found
    name = re.sub(r"^the\s+", "", match["where"]).strip()
    start = line.start + match.end("where") - len(name)
    return [PlaceName(name, start, start + len(name), Basis.NOTE, "note on the meeting")]


_FILE_NUMBER = re.compile(
    r"(?<![\w.])\d{3}[A-Z]?(?:\.\d+[A-Z]*)?(?:[ .][A-Z][A-Za-z. ()-]{0,40}?)?(?:\s?\d{0,4})?/(?P<month>\d{1,2})[–-]"
    r"(?P<day>\d{1,2})(?P<year>4[4-9]|5\d|6[0-3])(?!\d)"
)


def _from_file_number(document: Document) -> DateSpan | None:
    """The date in a decimal file number (“740.00119 Council/12–2645”): near the document's, not always its own."""
    head_end = min(len(document.text), 700)
    found = _FILE_NUMBER.search(document.text, 0, head_end)
    if not found:
        return None
    year, month, day = 1900 + int(found["year"]), int(found["month"]), int(found["day"])
    if not is_day(year, month, day):
        return None
    basis = DateBasis(Basis.FILE_NUMBER, Basis.FILE_NUMBER, Basis.FILE_NUMBER)
    try:
        return DateSpan(f"{edtf(year, month, day)}~", found[0], basis)
    except DateError:
        return None


def _read_offices() -> dict[str, str]:
    """Office -> the place where it sits, from data/vocabulary/dateline_offices.csv."""
    with (DATA / "vocabulary" / "dateline_offices.csv").open(encoding="utf-8", newline="") as rows:
        return {row["office"]: row["place"] for row in csv.DictReader(rows)}


_OFFICES = _read_offices()
_OFFICE_WORD = re.compile(
    r"\b(?:Legation|Embassy|Consulate|Department|Ministry|Office|Division|Mission|Delegation|Commission|Headquarters"
    r"|Bureau|Council|Conference|Government|President|Secretary|Staff|Embassies|Navy|Army|House|Mansion|Chancellery"
    r"|Palace|Room"
    r"|Telegram|Confidential|Secret|Private|Personal|Unofficial|Extract|Dated|Street|Hotel|General|United States"
    r"|No\.)\b"
)
_SHIP = re.compile(r"U\. ?S\. ?S\.|H\. ?M\. ?S\.|S\. ?S\.|[Oo]n board|[Aa]board|[Aa]t [Ss]ea|[Ee]n route|Air Force One")


def _names_in_line(line: Line) -> list[PlaceName]:
    """The place names of a dateline: its last parts that are no offices; else what its office implies."""
    found = _dateline(line)
    if not found or _SHIP.search(found["before"]):
        return []
    before = found["before"]
    parts = [
        (each.start(), each[0].strip()) for each in re.finditer(r"[^,;\[\]()“”\"]+", before) if each[0].strip(" .—–-:*")
    ]
    plain = [(at, part) for at, part in parts if not _OFFICE_WORD.search(part)]
    names: list[PlaceName] = []
    if plain:
        at, name = plain[-2] if len(plain) > 1 else plain[-1]
        within = plain[-1][1].strip(" .") if len(plain) > 1 else ""
        name = re.sub(r"^(?:Dated|dated|at|in|near|the(?! Hague))\s+|[\s.:—–-]+$", "", name)
        start = line.start + line.text.index(name, at)
        names.append(PlaceName(name, start, start + len(name), Basis.DATELINE, "dateline", within))
        if within:
            names.append(PlaceName(within, None, None, Basis.DATELINE, "dateline"))
    for office, place in _OFFICES.items():
        if office in before:
            names.append(PlaceName(place, None, None, Basis.DATELINE, f"letterhead: {office}"))
    return names


_POST = re.compile(
    r"(?:^|\bFrom\s)(?:\d{1,4}[a-z]?\.\s)?(?:[Tt]he\s|The\s)?(?:American\s|United States\s)?"
    r"(?:Ambassador|Minister|Chargé|Charge|Embassy|Legation|Consul General|Consul|Vice Consul|Consulate General"
    r"|Consulate|Officer in Charge|Diplomatic Agent|Interests Section|High Commissioner|Agent and Consul General"
    r"|Mission|Liaison Office|Secretary of Embassy|Counselor of Embassy|Special Representative"
    r"|Diplomatic Representative"
    r"|Political Adviser)"
    r"(?:\s[a-z]+(?:\s[a-z]+)*)?\s(?P<how>in|at|to|of|for)\s(?:the\s)?"
    r"(?P<where>[A-ZÀ-Þ][^(),:]{2,50}?)\s?(?=\(|,|\sto\s|$)"
)
_WASHINGTON = re.compile(
    r"^(?:\d{1,4}[a-z]?\.\s)?(?:(?:Telegram|Airgram|Circular Telegram|Instruction|Circular Airgram|Letter|Despatch)"
    r"\sFrom\sthe\s"
    r"Department of State\b|The Acting Secretary of State\b|The Secretary of State to (?!.*Acting Secretary|President))"
)


def _from_post(document: Document) -> list[PlaceName]:
    """What the title says of the writer's post: “The Consul General at Saigon (Abbott) to …”."""
    title = document.title.strip()
    if _WASHINGTON.match(title):
        return [PlaceName("Washington", None, None, Basis.HEADING, "title")]
    writer = (
        re.split(r"\sto\s(?:the|President|Secretary|Mr|Prime|Captain|Colonel|General|Major)\b", title, maxsplit=1)[0]
        + " "
    )
    found = _POST.search(writer)
    if not found:
        return []
    for office, place in _OFFICES.items():
        if office.endswith(found["where"].strip()):
            return [PlaceName(place, None, None, Basis.HEADING, "title")]
    name = found["where"].strip()
    return [PlaceName(name, None, None, Basis.HEADING, "title", post_in_country=found["how"] != "at")]
