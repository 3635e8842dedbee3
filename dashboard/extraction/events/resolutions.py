"""Resolutions: what a body decided on a day, named by both: “SC resolution January 28”, “the Council’s directive of …”.

A paper speaks of one more often than of anything else that was done on a day, in clauses that tell of other things.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace

from dashboard.datespan import Basis, DateSpan
from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.lines.shortening import capital
from dashboard.extraction.events.paper.frame import Frame, date_of
from dashboard.extraction.events.paper.on_what import in_paper_on
from dashboard.extraction.events.paper.telegraphese import spelled_out
from dashboard.extraction.events.titles.antecedents import body_named
from dashboard.extraction.vocabulary import word_list
from dashboard.model import Mention, Span

_BODY = (
    r"(?P<body>(?:(?:UN|U\.N\.|United Nations|League|Security|General|National|Political|Advisory) ){0,3}"
    rf"{any_of(word_list('deciding body'))}"
    r"(?: of (?:Ministers|the League(?: of Nations)?))?)(?:[’']s?)?"
)
_WHAT = r"(?P<what>[Rr]esolution|[Rr]es|[Dd]irective)\b"
_LINK = r",? ?(?:(?:of|dated|adopted|passed|on|the|of the) ){0,3}$"
_BEFORE = re.compile(rf"(?<![\w’'-]){_BODY} {_WHAT}{_LINK}")
"""“SC resolution ” before “January 28”."""
_OF_BODY = re.compile(rf"(?<![\w’'-]){_WHAT} (?:of|by|adopted by)(?: the)? {_BODY}{_LINK}")
"""“resolution of the Security Council of ” before “January 28, 1949”."""
_BARE = re.compile(rf"(?<![\w’'-]){_WHAT}{_LINK}")
"""“resolution of ” before “January 28”, which says not whose."""
_BODY_BEFORE = re.compile(rf"(?<![\w’'-]){_BODY} $")
_AFTER = re.compile(rf" (?:{_BODY} )?{_WHAT}(?: of(?: the)? (?P<whose>{_BODY.replace('?P<body>', '?:')}))?(?!-)")
"""“ resolution” behind “SC January 28”, “ UNCIP resolution” behind “August 13”."""
_NOT_YET = re.compile(r"\b(?:draft|proposed|new|further|possible|suggested)(?: [A-Z]\w+)? $")
_REACH = 60
"""Characters before a date within which the body and the noun stand."""
_WORDS = frozenset(["resolution", "res", "directive"])


def find_resolutions(frame: Frame, used: set[int]) -> Iterator[Draft]:
    """A draft for each day that a resolution is named by; `settle` puts those of one body and day together.

    “The January 28 resolution” is that of the body whose resolution of the day the document names.
    """
    if frame.vocabulary.isdisjoint(_WORDS):
        return
    known: dict[tuple[str, str], str] = {}
    unnamed: list[tuple[Mention, DateSpan, Span, str]] = []
    for mention in frame.dates:
        day = _day(frame, mention) if mention.start not in used else None
        found = _named(frame, mention) if day else None
        if not day or not found or _NOT_YET.search(frame.text, max(0, found[0].start - 24), found[0].start):
            continue
        span, body, what = found
        body = _in_full(frame, body)
        if body:
            known[day.edtf, what] = f"{body} {what}"
            yield _draft(frame, mention, day, span, f"{body} {what}")
        else:
            unnamed.append((mention, day, span, what))
    for mention, day, span, what in unnamed:
        if (day.edtf, what) in known:
            yield _draft(frame, mention, day, span, known[day.edtf, what])


def _day(frame: Frame, mention: Mention) -> DateSpan | None:
    """The day that a date means, if it is one; of the year before where it would lie ahead of the document.

    A resolution that is named by its day has been adopted.
    """
    date, own = date_of(mention), frame.own_date
    if date is None or date.earliest is None or date.earliest != date.latest:
        return None
    ahead = own and own.latest and date.earliest > own.latest and date.basis.year in (Basis.COMPLETED, Basis.TOLD)
    year, rest = date.edtf[:4], date.edtf[4:]
    return replace(date, edtf=f"{int(year) - 1}{rest}") if ahead and year.isdigit() else date


def _draft(frame: Frame, mention: Mention, date: DateSpan, span: Span, name: str) -> Draft:
    """The resolution of the name and the date, with what the paper that names it is on."""
    day = date.earliest
    assert day is not None
    title = f"{capital(name)} of {month_name[day.month]} {day.day}, {day.year}"
    return Draft(
        "resolution",
        "political",
        date,
        (span,),
        (mention,),
        title=in_paper_on(frame, span.start, title),
        status="happened",
        signature=name,
    )


def _named(frame: Frame, mention: Mention) -> tuple[Span, str, str] | None:
    """Where the resolution is named whose day the mention is, by what body, and what it is called."""
    text, start = frame.text, max(0, mention.start - _REACH)
    found = _BEFORE.search(text, start, mention.start) or _OF_BODY.search(text, start, mention.start)
    if found:
        return Span(found.start(), mention.end), found["body"], _kind(found["what"])
    after = _AFTER.match(text, mention.end, mention.end + _REACH)
    if after is None:
        bare = _BARE.search(text, start, mention.start)
        return (Span(bare.start(), mention.end), "", _kind(bare["what"])) if bare else None
    before = _BODY_BEFORE.search(text, start, mention.start)
    body = after["whose"] or after["body"] or (before["body"] if before else "")
    return Span(before.start() if before else mention.start, after.end()), body, _kind(after["what"])


def _kind(noun: str) -> str:
    return "directive" if noun.lower() == "directive" else "resolution"


def _in_full(frame: Frame, body: str) -> str:
    """The body as a stranger knows it: spelled out, or by the full name that the paper has for “the Council”.

    Empty where it is told by neither.
    """
    body = re.sub(r"[’']s?$", "", " ".join(body.split()))
    if not body:
        return ""
    if " " not in body and not body.isupper():
        return body_named(frame, body).removeprefix("the ")
    return spelled_out(body)
