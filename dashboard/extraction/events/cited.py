"""Papers cited by number or date: “your telegram 782, May 25”, “Embtel 538, May 18”, “my despatch of the 5th"
" instant”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.extraction.events.clauses import clause_around
from dashboard.extraction.events.draft import Draft
from dashboard.extraction.events.frame import Frame, date_of, within
from dashboard.extraction.events.heading import short_party
from dashboard.model import Mention, Place, Span

_PAPERS = (
    r"(?i:(?:circular |reference |urgent |personal |secret |further |first |second |third |last |recent |above "
    r"|confidential )?"
    r"(?:telegrams?|despatch(?:es)?|dispatch(?:es)?|notes?|letters?|memorand(?:um|a)|messages?|cables?|cablegrams?"
    r"|circulars?|communications?|reports?|instructions?|airgrams?|aide[- ]m[ée]moire|tel|desp|reftel|memo|memos"
    r"|telegraphic instructions?|circular telegram))"
)
_SERIES = (
    r"(?:(?:Circ|Cir|Emb|Dep|Leg|Con|Congen|Cons|Usun|Usmis|Dept|Ref|Our|Your|My)[a-z]{0,6}tels?|Gadel|Delga|Delsec"
    r"|Secdel"
    r"|Secto|Tosec|Polto|Topol|Toica|Icato|Musto|Usito|Cedto|Ecato|Torep|Repto|Unmis|Telac|Cahto|Tocah|Dulte|Tedul"
    r"|Acheson|Delto|Telto|Martel|Pasig|Embdes|Embdesp|Depcirtel|Circtel|Cirtel|Depdes)"
)
_NUMBER = r"(?:(?:No|Nos|number|numbered)\.? ?)?(?:[A-Z]{1,3}[–-])?\d+(?:[–-]\w+)?"
_OWNER = (
    r"(?:(?:[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Tt]heir|[Tt]he|[Ii]ts|[Aa]|[Tt]his|[Tt]hat)"
    r"|(?:the )?(?:[A-Z][\w.]+ ){0,3}[A-Z][\w.]+[’']s)"
)
_FROM = r"(?:,? (?:from|to) (?:the )?[^,.;:()\d]{2,50}?)"
_BEFORE_DATE = re.compile(
    rf"(?<![\w’'])(?:(?P<owner>{_OWNER}) )?(?:(?:(?P<series>{_SERIES})|(?P<paper>{_PAPERS}))(?P<party>{_FROM})?"
    rf"(?:[\s,]*\(?(?P<number>{_NUMBER})\)?(?P<from>{_FROM})?)?|(?P<bare>{_NUMBER}))"
    r"\d{0,2}[\s,(]*(?:\b(?:of|dated|date|sent|addressed|under date of|on|bearing date)\s+)?(?:the )?$"
)
_AFTER_DATE = re.compile(
    r"(?:,? ?\d{1,2}(?::\d\d)? ?(?:[ap]\. ?m\.?)|, noon|, midnight)?(?:,? ?\(?No\. ?(?P<number>\d+),?\)?)?"
    rf"(?P<party>{_FROM}(?=[,.;:()\d]|$))?"
)
_LISTED = re.compile(
    r"^[ \t]*(?:(?:No\.|Enclosure) ?\d+[,.:—]* ?)?(?P<party>(?:Mr|Lord|Sir|Count|Baron|M|General|Admiral|Earl)\.? "
    r"[A-Z][^\n,.;:]{1,40} to (?:the |Mr\. |M\. |Sir |Lord )?[A-Za-z][^\n,.;:]{1,50}), (?:dated )?$"
)
"""“No. 1, Mr. Alcock to Mr. Harris, July 6”: a line in a list of enclosures."""
_DATE_FIRST = re.compile(rf" (?P<paper>{_PAPERS})\b")


def find_citations(frame: Frame) -> Iterator[Draft]:
    """Every paper that a date stands beside."""
    for mention in frame.dates:
        span, match = _citation(frame, mention)
        if match is not None:
            yield _draft(frame, mention, span, match)


def _citation(frame: Frame, mention: Mention) -> tuple[Span, dict[str, str] | None]:
    """The span of the citation, and its parts; None where the date dates no paper."""
    line = frame.paragraph(mention.start)
    start = max(line.start, mention.start - 110)
    match = _BEFORE_DATE.search(frame.text, start, mention.start)
    parts = {key: value or "" for key, value in match.groupdict().items()} if match else {}
    if match and (not parts["bare"] or parts["owner"].lower() not in ("", "the", "a")):
        after = _AFTER_DATE.match(frame.text, mention.end, line.end)
        end = after.end() if after else mention.end
        parts["number"] = parts["number"] or parts["bare"] or (after["number"] if after else "") or ""
        parts["party"] = parts["party"] or parts["from"] or (after["party"] if after else "") or ""
        return Span(match.start(), end), parts
    listed = _LISTED.match(frame.text[max(line.start, mention.start - 140) : mention.start])
    if listed and line.start >= mention.start - 140:
        parts = dict.fromkeys(("owner", "series", "number"), "") | {"paper": "letter"}
        return Span(line.start + listed.start("party"), mention.end), parts | {"party": f"from {listed['party']}"}
    first = _DATE_FIRST.match(frame.text, mention.end, line.end)
    if first:
        return Span(mention.start, first.end()), {
            "owner": "",
            "series": "",
            "paper": first["paper"],
            "number": "",
            "party": "",
        }
    return Span(mention.start, mention.end), None


def _draft(frame: Frame, mention: Mention, span: Span, parts: dict[str, str]) -> Draft:
    """The sending of a paper that the text cites by number, by parties or by whose it is."""
    number = re.sub(r"^(?:No|Nos|number|numbered)\.? ?", "", parts["number"])
    places = tuple(
        replace(place.value, basis="named in the clause", as_written=place.text)
        for place in within(frame.places, span)
        if isinstance(place.value, Place) and place.value.kind in ("settlement", "site")
    )
    if not (number or parts["party"] or parts["owner"].lower() not in ("", "the", "a", "this", "that", "its", "his")):
        clause, words = clause_around(frame, frame.sentences.at(span.start), span)
        if len(words) > 1:
            return Draft(
                "citation", "communication", date_of(mention), (clause,), (mention,), "", places[:1], "happened"
            )
    return Draft(
        "citation",
        "communication",
        date_of(mention),
        (span,),
        (mention,),
        _title(frame, parts, number),
        places[:1],
        "happened",
        signature=f"paper {number}" if number else "",
    )


def _title(frame: Frame, parts: dict[str, str], number: str) -> str:
    """“Embassy telegram 538”, “Letter from Mr. Eden”, “Dallas’s despatch No. 329”."""
    paper = _paper(frame, parts)
    owner = _owner(frame, parts["owner"])
    party = " ".join(parts["party"].strip(" ,").split())
    label = f"{owner} {paper}" if owner else paper
    if number:
        label += f" {number}" if "telegram" in paper.lower() or paper in ("message", "airgram") else f" No. {number}"
    title = f"{label} {party}".strip()
    return title[:1].upper() + title[1:]


def _paper(frame: Frame, parts: dict[str, str]) -> str:
    """What kind of paper it is, in a title's words."""
    series = parts["series"]
    if series:
        known = {
            "Emb": "Embassy telegram",
            "Dep": "Department telegram",
            "Leg": "Legation telegram",
            "Con": "Consulate telegram",
            "Cir": "circular telegram",
        }
        return next(
            (name for key, name in known.items() if series.startswith(key) and series.endswith(("tel", "tels"))),
            f"telegram {series}",
        )
    return parts["paper"].removesuffix("s") if parts["paper"] else _usual(frame)


def _usual(frame: Frame) -> str:
    """What a bare number means: telegrams cite telegrams."""
    return "telegram" if frame.heading.paper in ("telegram", "") else "communication"


def _owner(frame: Frame, owner: str) -> str:
    """Whose paper it is: “my” and “your” are the author's and the recipient's."""
    low = owner.lower()
    if low in ("my", "our"):
        return f"{frame.heading.author}’s" if frame.heading.author else ""
    if low in ("your",):
        return f"{short_party(frame.heading.recipient)}’s" if frame.heading.recipient else ""
    return "" if low in ("the", "a", "its", "his", "their", "this", "that") else re.sub(r"^the ", "", owner)
