"""Offices: of which country “the King” or “the Foreign Minister” is, in a paper from or to an embassy there."""

from __future__ import annotations

import re

from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.papers import heading_at, in_title
from dashboard.extraction.events.shortening import LONGEST
from dashboard.extraction.events.voices import is_anothers
from dashboard.extraction.states import adjectives
from dashboard.model import Span

_CROWN = r"(?:King|Queen|Shah|Emperor|Regent)"
_MINISTER = (
    r"(?:Prime Minister|Premier|(?:Foreign|Finance|Defen[cs]e|War) Minister"
    r"|Minister (?:for|of) (?:Foreign Affairs|Finance|War|Defen[cs]e|Hacienda|the Interior))"
)
_BODY = (
    r"(?:Foreign Office|Foreign Ministry|Cabinet|Parliament|Ministry (?:for|of) (?:Foreign Affairs|Finance|War)"
    r"|Government spokesman)"
)
_BARE = re.compile(
    rf"(?P<article>\b[Tt]he |^|(?<=: )|(?<=“))"
    rf"(?:(?P<crown>{_CROWN})|(?P<minister>{_MINISTER})|(?P<body>{_BODY})|(?P<post>Embassy|Legation))"
    r"\b(?! (?:(?:of|in|for|to|at)\b|[A-ZÀ-Þ\d])| ?\()"
)
"""An office or a body of a government, with nothing that says of which."""
_SHAHS = ("Iran", "Persia")
"""Where a Shah reigned: the ambassador in London, too, speaks of him."""
_AT_POST = re.compile(
    r"\b(?P<whose>Embassy|Legation|Ambassador|Minister|Chargé)\b(?: [a-z]+)? (?:in|to) (?:the )?"
    r"(?P<country>[A-ZÀ-Þ][\w’-]+(?: (?:of )?[A-Z][\w’-]+)*)"
)


def of_its_country(frame: Frame, clause: Span, line: str) -> str:
    """“the Argentine Foreign Minister told Weddell” for “the Foreign Minister told Weddell”, of the Ambassador there.

    As it is where another country's holder of the office was spoken of just before, the words are another's, or the
    line has no room.
    """
    found = _BARE.search(line)
    if not found or frame.document.editorial or is_anothers(frame, clause.start):
        return line
    country, sent = _country(frame, clause)
    if found["crown"] == "Shah" and country not in _SHAHS:
        return line
    if not country or (found["body"] and not sent) or _speaks_of_another(frame, clause, found, country):
        return line
    named = _named(frame, found, country)
    put = f"{line[: found.start()]}{named}{line[found.end() :]}"
    return put if len(put) <= LONGEST else line


def _named(frame: Frame, found: re.Match[str], country: str) -> str:
    """The office with its country, as it stands in the line: in square brackets where it is quoted."""
    office, article = found.group()[len(found["article"]) :], found["article"] or "The "
    quoted = found.string.count("“", 0, found.start()) > found.string.count("”", 0, found.start())
    if found["post"]:
        more = f"in {_with_article(country)}"
        return f"{article}{office} {f'[{more}]' if quoted else more}"
    if found["crown"]:
        person = _person(frame, office)
        of = f"of {_with_article(country)}"
        return person if person and not quoted else f"{article}{office} {f'[{of}]' if quoted else of}"
    adjective = adjectives()[country]
    return f"{article}{f'[{adjective}]' if quoted else adjective} {office}"


def _with_article(country: str) -> str:
    return f"the {country}" if re.match(r"United|Soviet|Netherlands|Philippine|Dominican", country) else country


def _person(frame: Frame, office: str) -> str:
    """“King Hussein”, if the paper gives one name to the office."""
    names = set(re.findall(rf"\b{office} [A-Z][a-zà-ÿ]+(?: [IVX]+\b|-[A-Z][a-z]+)?", frame.text))
    return names.pop() if len(names) == 1 else ""


def _country(frame: Frame, clause: Span) -> tuple[str, bool]:
    """The country of the embassy at one end of the correspondence, and whether that is who writes.

    Empty where it is not one, or no adjective is known.
    """
    heading = heading_at(frame, clause.start)
    posts = [_AT_POST.search(in_title(party)) for party in (heading.sender, heading.recipient)]
    countries = {found["country"] for found in posts if found}
    country = countries.pop() if len(countries) == 1 else ""
    known = country in adjectives() and country != "United States"
    return (country, posts[0] is not None and not frame.in_notes(clause.start)) if known else ("", False)


def _speaks_of_another(frame: Frame, clause: Span, found: re.Match[str], country: str) -> bool:
    """Whether the words before, or the clause, name the office of another country, or with a name."""
    office = found.group()[len(found["article"]) :]
    office = r"(?:Prime Minister|Premier)" if office in ("Prime Minister", "Premier") else re.escape(office)
    start = max(frame.paragraph(clause.start).start, clause.start - _BACK)
    before = " ".join(frame.text[start : clause.end].split())
    nations = re.findall(rf"\b([A-Z][\w-]+) {office}\b", before)
    another = any(one in adjectives().values() and one != adjectives()[country] for one in nations)
    return another or re.search(rf"\b{office} (?:of|in|at) (?!{country}|the\b)[A-Z]", before) is not None


_BACK = 500
"""Characters before the clause in which another's is looked for."""
