"""Signed: who wrote a paper that has no heading, and to whom, by its greeting, its last words and its signature."""

from __future__ import annotations

import re

from dashboard.extraction.events.cited.ends import Ends
from dashboard.model import Span

_REACH = 420
"""Characters at the end of a paper in which its signature and the polite words before it stand."""
_GREETED_WITHIN = 260
"""Characters below a dateline in which a letter greets."""
_INITIALED = r"(?:[A-Z]\. ?){1,3}[A-Z][a-z’-]+|[A-Z][a-z]+(?: [A-Z]\.){0,2} [A-Z][a-z’-]+"
_SIGNATURE = re.compile(rf"\n[ \t]*(?P<name>[A-Z][A-Z.’' ]{{2,40}}[A-Z]|{_INITIALED})[.,]? ?\d{{0,2}}[ \t]*(?=\n|\Z)")
"""A line that is nothing but a name, in capitals or with initials."""
_NO_NAME = re.compile(
    r"(?i:enclosure|annex|appendix|attachment|secret|confidential|extract|translation|copy|washington)"
)
_TITLED = r"(?:(?:Mr|Mrs|Dr|Gen|M)\. |(?:General|Ambassador|Count|Baron|Lord|Sir|Secretary|Senator) )"
_GREETS = re.compile(
    rf"\n\W*(?:(?:My )?[Dd]ear (?P<name>{_TITLED}[A-Z][\w’-]+|[A-Z][a-z]+)"
    r"|(?:(?:My )?[Dd]ear )?(?P<office>Mr\. (?:President|Secretary|Ambassador|Minister|Prime Minister)))\s?[:,—]"
)
_OFFICES = {"Mr. President": "the President", "Mr. Secretary": "the Secretary of State"}
_COURTESY = re.compile(
    rf"\bpresents (?:his|her) compliments to (?P<to>(?:the |his excellency |H\. E\. )?{_TITLED}(?:d’)?[A-Z][\w’-]+)"
    rf"|\b(?:requests|begs|prays) (?P<asked>{_TITLED}[A-Z][\w’-]+) to (?:accept|receive)\b"
    rf"|\b[Aa]ccept, (?P<accepts>{_TITLED}[A-Z][\w’-]+), (?:the|sir)"
)
"""“The undersigned requests Mr. Adams to accept the assurance of his highest consideration.”"""


def signed_ends(text: str, span: Span) -> Ends:
    """Writer and addressee of the paper that fills the span; empty where its own words do not say."""
    return Ends(_signature(text, span), _addressee(text, span))


def _signature(text: str, span: Span) -> str:
    """The last line that is only a name; one in capitals in small letters."""
    found = list(_SIGNATURE.finditer(text, max(span.start, span.end - _REACH), span.end))
    name = found[-1]["name"] if found else ""
    if not name or _NO_NAME.search(name):
        return ""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _addressee(text: str, span: Span) -> str:
    """Whom the letter greets, or whom its polite words name."""
    greets = _GREETS.search(text, span.start, min(span.end, span.start + _GREETED_WITHIN))
    if greets:
        return greets["name"] or _OFFICES.get(greets["office"], f"the {greets['office'].removeprefix('Mr. ')}")
    polite = _COURTESY.search(text, span.start, min(span.end, span.start + _GREETED_WITHIN))
    polite = polite or _COURTESY.search(text, max(span.start, span.end - _REACH), span.end)
    to = (polite["to"] or polite["asked"] or polite["accepts"]) if polite else ""
    return re.sub(r"^(?:his excellency|H\. E\.) ", "", to)
