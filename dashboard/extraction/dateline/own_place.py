"""Own place: the names under which a gazetteer may know the place of writing, the likeliest first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboard.datespan import Basis
from dashboard.extraction.dateline.lines import Line, closing, dateline, head
from dashboard.extraction.dateline.meeting import meeting_note
from dashboard.extraction.vocabulary import rows
from dashboard.model import Document


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
    outer: bool = False
    """Whether it is named as what the place lies in (“Texas”): an answer only where it is a town itself (“Paris”)."""
    near: str = ""
    """The country of the writer's post, where the title names it: which San José is meant."""
    post_in_country: bool = False
    """Whether the name is a country in whose capital of the time the writer had his post."""

    @property
    def query(self) -> str:
        """What to ask a gazetteer: the name, with what it lies in where the document says so."""
        return f"{self.name}, {self.within}" if self.within else self.name


def document_place_names(document: Document) -> tuple[PlaceName, ...]:
    """Names of the place it was written at, the likeliest first; empty where the document does not say."""
    names: list[PlaceName] = []
    if document.place:
        names.append(_known(document))
    post = _from_post(document)
    names += [_at_post(each, post) for each in _from_datelines(head(document))]
    names += _from_dated_title(document.title)
    names += _from_meeting(document)
    if not names:
        names += _from_datelines(closing(document))
    names += post
    return tuple({(each.name, each.within, each.post_in_country): each for each in reversed(names)}.values())[::-1]


def _known(document: Document) -> PlaceName:
    """The name that mark-up or catalogue gives."""
    marked = document.markup.own_place
    if marked and document.text[marked.start : marked.end] == document.place:
        why = "dateline, as marked up in the file"
        return PlaceName(document.place, marked.start, marked.end, Basis.MARKUP, why)
    return PlaceName(document.place, None, None, Basis.CATALOGUE, "catalogue")


def _at_post(name: PlaceName, post: list[PlaceName]) -> PlaceName:
    """The name of a dateline in the country of the writer's post."""
    country = next((each.name for each in post if each.post_in_country), "")
    return replace(name, near=country) if country and not name.within else name


def _read_offices(stands_in: str) -> dict[str, str]:
    """Office -> the place where it sits, from data/vocabulary/dateline_offices.csv."""
    table = rows("dateline_offices.csv", "office", "place", "stands_in", "reason")
    return {row["office"]: row["place"] for row in table if row["stands_in"] == stands_in}


_OFFICES = _read_offices("dateline")
_WRITERS = _read_offices("writer")
"""Offices whose holders write from one place."""
_OFFICE_WORD = re.compile(
    r"\b(?:Legation|Embassy|Consulate|Department|Ministry|Office|Division|Mission|Delegation|Commission|Headquarters|Bureau"
    r"|Council|Conference|Government|President|Secretary|Staff|Navy|Army|House|Mansion|Chancellery|Palace|Room|Street|Hotel"
    r"|Avenue|Telegram|Confidential|Secret|Private|Personal|Unofficial|Extract|General|United States|No"
    r"|[Rr]esidence|[Tt]rain"
    r"|Ship|Squadron|Fleet|Station|Quarters)\b"
)
_AFLOAT = re.compile(
    r"U\. ?S\. ?S\.|H\. ?M\. ?S\.|S\. ?S\.|[Oo]n board|[Aa]board|[Aa]t [Ss]ea|[Ee]n route|Air Force One"
)
_UNTOLD = re.compile(
    r"^(?:Dated|dated|Forwarded from|at|At|in|In|near|am|the(?! Hague))\s+|\s*(?:circa|ca\.?|about|probably)$"
)


def _from_datelines(lines: list[Line]) -> list[PlaceName]:
    """The names of the first dateline, and what the offices in it or above it imply."""
    for number, line in enumerate(lines):
        found = dateline(line)
        if not found or _AFLOAT.search(found["before"]):
            continue
        names = _names_before(line.start, found["before"], "dateline")
        above = "\n".join(each.text for each in lines[max(0, number - 3) : number]) if not names else ""
        for office, place in _OFFICES.items():
            if office in found["before"] or (above and f"{office}," in above):
                names.append(PlaceName(place, None, None, Basis.DATELINE, f"letterhead: {office}"))
        if names:
            return names
    return []


def _names_before(offset: int, before: str, why: str) -> list[PlaceName]:
    """The place names of what stands before a date: its last parts that are no offices, the inner with the outer."""
    parts = [(each.start(), each[0]) for each in re.finditer(r"[^,;:\[\]()“”\"—]+", before) if each[0].strip(" .–-*")]
    plain = [(at, part) for at, part in parts if not _OFFICE_WORD.search(part)]
    names: list[PlaceName] = []
    within = ""
    for at, part in reversed(plain[-2:]):
        name = _UNTOLD.sub("", part.strip()).strip(" .–-")
        if not name or not name[0].isupper():
            continue
        start = offset + at + part.index(name)
        outer = len(plain) > 1 and not names
        names.insert(0, PlaceName(name, start, start + len(name), Basis.DATELINE, why, within, outer))
        within = name
    return names


def _from_dated_title(title: str) -> list[PlaceName]:
    """The place in a dated title: “Memorandum of a Conversation, White House, Washington, November 20, 1955”."""
    found = _DATED_TITLE.search(title)
    if not found:
        return []
    names = _names_before(0, found["where"], "title")
    return [PlaceName(each.name, None, None, Basis.HEADING, "title", each.within) for each in names[-1:]]


_DATED_TITLE = re.compile(
    r", (?P<where>[A-ZÀ-Þ][^\d]{2,60}), (?:[A-Z][a-z]+day, )?(?:January|February|March|April|May|June|July"
    r"|August|September"
    r"|October|November|December) \d"
)


def _from_meeting(document: Document) -> list[PlaceName]:
    """The place of “Meeting held at the Kremlin, …”."""
    found = meeting_note(document)
    if not found or not found[0]["where"]:
        return []
    match, line = found
    name = re.sub(r"^the\s+", "", match["where"]).strip()
    start = line.start + match.end("where") - len(name)
    return [PlaceName(name, start, start + len(name), Basis.NOTE, "note on the meeting")]


_POST = re.compile(
    r"(?:^|\bFrom\s)(?:\d{1,4}[a-z]?\.\s)?(?:[Tt]he\s)?(?:Acting\s)?(?:American\s|United States\s)?"
    r"(?:Ambassador|Minister|Chargé|Charge|Embassy|Legation|Consul General|Consul|Vice Consul|Consulate General"
    r"|Consulate"
    r"|Officer in Charge|Diplomatic Agent|Interests Section|High Commissioner|Agent and Consul General|Mission"
    r"|Liaison Office"
    r"|Secretary of Embassy|Counselor of Embassy|Diplomatic Representative|Commissioner|First Secretary of Embassy"
    r"|Second Secretary of Embassy|Third Secretary of Embassy|Secretary of Legation|Military Attaché|Naval Attaché)"
    r"\s(?P<how>in|at|to)\s(?:the\s)?(?P<where>[A-ZÀ-Þ][^(),:]{2,50}?)\s?(?=\(|,|\sto\s|$)"
)
_SECRETARY = re.compile(
    r"The Secretary of State to (?!.*Acting Secretary|President|the President|General|the Department)"
)
_ADDRESSEE = re.compile(r"\sto\s(?:the|President|Secretary|Mr|Prime|Captain|Colonel|General|Major)\b")


def _from_post(document: Document) -> list[PlaceName]:
    """What the title says of the writer's post: “The Consul General at Saigon (Abbott) to …”."""
    title = re.sub(r"\s+", " ", document.title.strip())
    writer = _ADDRESSEE.split(title, maxsplit=1)[0] + " "
    if _SECRETARY.match(title):
        return [PlaceName("Washington", None, None, Basis.HEADING, "title")]
    found = _POST.search(writer)
    if not found:
        return _from_writer(writer)
    for office, place in _OFFICES.items():
        if office.endswith(found["where"].strip()):
            return [PlaceName(place, None, None, Basis.HEADING, "title")]
    name = found["where"].strip()
    return [PlaceName(name, None, None, Basis.HEADING, "title", post_in_country=found["how"] != "at")]


_WRITTEN_BY = re.compile(
    r"(?:\d{1,4}[a-z]?\. )?(?:The |(?:[A-Z][a-z]+ )?Memorandum(?: of (?:Telephone )?Conversation)?,? (?:[Bb]y|[Ff]rom) "
    r"|(?:Circular )?(?:Telegram|Airgram|Instruction|Letter|Note|Paper|Despatch) From )"
)


def _from_writer(writer: str) -> list[PlaceName]:
    """The place of a writer whose office sits in one place (“Memorandum by the Assistant Secretary of State”)."""
    if not _WRITTEN_BY.match(writer):
        return []
    for office, place in _WRITERS.items():
        if office in writer:
            return [PlaceName(place, None, None, Basis.HEADING, "title")]
    return []
