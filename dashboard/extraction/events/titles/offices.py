"""Offices: whose “the King” or “the Foreign Minister” is: by name, or by the country of the embassy at one end."""

from __future__ import annotations

import re

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.lines.shortening import LONGEST, in_quotation
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.papers import heading_at, in_title
from dashboard.extraction.events.paper.voices import is_anothers
from dashboard.extraction.states import adjectives, states_by_name, with_article
from dashboard.extraction.vocabulary import word_list
from dashboard.model import Place, Span

_CROWN = r"(?:King|Queen|Shah|Emperor|Regent)"
_MINISTER = (
    r"(?:Prime Minister|Premier|(?:Foreign|Finance|Defen[cs]e|War) Minister"
    rf"|Minister (?:for|of) (?:Foreign Affairs|{any_of(word_list('minister of'))}|the Interior))"
)
_BODY = (
    r"(?:Foreign Office|Foreign Ministry|Cabinet|Parliament|Ministry (?:for|of) (?:Foreign Affairs|Finance|War)"
    r"|Government spokesman)"
)
_BARE = re.compile(
    rf"(?P<article>\b[Tt]he |^|(?<=: )|(?<=“))"
    rf"(?:(?P<crown>{_CROWN})(?! consort)|{_MINISTER}|(?P<body>{_BODY})"
    rf"|(?:(?P<post>Embassy|Legation)|(?P<caller>Ambassador|Minister|Chargé))(?! (?:in|at|to)\b))"
    r"\b(?! (?:(?:of|for)\b|[A-ZÀ-Þ\d])| ?\()"
)
"""An office or a body of a government, with nothing that says of which."""
_REALMS = {"Shah": "land of a Shah", "Emperor": "empire"}
"""The list of the countries where no King or Queen but another sovereign reigned."""
_AT_POST = re.compile(
    r"\b(?:Embassy|Legation|Ambassador|Minister|Chargé)\b(?: [a-z]+)? (?:in|to) (?:the )?"
    r"(?P<country>[A-ZÀ-Þ][\w’-]+(?: (?:of )?[A-Z][\w’-]+)*)"
)


def of_its_country(frame: Frame, clause: Span, line: str) -> str:
    """“the Argentine Foreign Minister told Weddell” for “the Foreign Minister told Weddell”, of the Ambassador there.

    A crown is put by its name, and so is who calls where a talk is told, if the paper names one. As it is where another
    country's holder of the office was spoken of just before, the words are another's, or the line has no room.
    """
    found = _BARE.search(line)
    if not found or is_anothers(frame, clause.start):
        return line
    named = _by_name(frame, clause, found) or _by_country(frame, clause, found)
    put = f"{line[: found.start()]}{named}{line[found.end() :]}"
    return put if named and len(put) <= LONGEST else line


def _by_name(frame: Frame, clause: Span, found: re.Match[str]) -> str:
    """“King Hussein”, “Ambassador Eban”: if the paper calls only one by the office, and the line not yet."""
    if not (found["crown"] or heading_at(frame, clause.start).is_talk) or found["body"] or found["post"]:
        return ""
    office = found.group()[len(found["article"]) :]
    called = [one.text for one in frame.people if one.text.startswith(f"{office} ")]
    name = min(called, key=len, default="")
    alone = name and all(one.startswith(name) for one in called) and name not in found.string
    return name if alone and not in_quotation(found.string, found.start()) else ""


def _by_country(frame: Frame, clause: Span, found: re.Match[str]) -> str:
    """“the King of Jordan”, “the Egyptian Premier”, “the Embassy in Iran”; in square brackets where it is quoted."""
    country, sent = ("", False) if frame.document.editorial or found["caller"] else _country(frame, clause)
    if not country or (found["body"] and not sent) or _speaks_of_another(frame, clause, found, country):
        return ""
    office, article = found.group()[len(found["article"]) :], found["article"] or "The "
    if frame.ministry.is_party(office) or (office == _BRITISH and _tells_of_british(frame, clause, country)):
        return ""
    if found["crown"] and country.split(" ")[0] not in word_list(_REALMS.get(office, "kingdom")):
        return ""
    marks = ("[", "]") if in_quotation(found.string, found.start()) else ("", "")
    if not (found["crown"] or found["post"]):
        return f"{article}{adjectives()[country].join(marks)} {office}"
    where = f"{'of' if found['crown'] else 'in'} {with_article(country)}"
    return f"{article}{office} {where.join(marks)}"


def _country(frame: Frame, clause: Span) -> tuple[str, bool]:
    """The country of the embassy at one end of the correspondence, and whether that is who writes.

    Empty where it is not one, or no adjective is known.
    """
    heading = heading_at(frame, clause.start)
    posts = [_AT_POST.search(in_title(party)) for party in (heading.sender, heading.recipient)]
    countries = {found["country"] for found in posts if found}
    country = countries.pop() if len(countries) == 1 else ""
    known = country in adjectives() and states_by_name().get(country) != frame.ministry.state
    return (country, posts[0] is not None and not frame.in_notes(clause.start)) if known else ("", False)


def _tells_of_british(frame: Frame, clause: Span, country: str) -> bool:
    """Whether the sentence tells of British statesmen or places, and of none of the country."""
    sentence = frame.sentences.at(clause.start)
    told = {state for hit in within(frame.statesmen, sentence) for state in hit.value}
    told |= {one.value.country for one in within(frame.places, sentence) if isinstance(one.value, Place)}
    return "GB" in told and states_by_name()[country] not in told


_BRITISH = "Foreign Office"
"""By itself the name of the British one, which stands for another's only by its place."""


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
