"""Whether four digits are a year: telegrams, pages, files, laws, sums and hours are numbered like years."""

from __future__ import annotations

import re

from dashboard.extraction.dates.words import COUNTED, NUMBERED

_LEADS = re.compile(
    rf"(?:\b{NUMBERED}\.?(?:\s+(?:[Nn]os?\.|[A-Z]+[-–]?))?[\s(]*(?:\d[\w.–-]*(?:,| and| or|,? and| to)\s+)*"
    r"|[#№$£§%+=×]\s?"
    r"|\d\s|\b[Ll]ots?\s\d\d\s?[A-Z]\s|\d\)\s|\b(?:[Mm]y|[Yy]our|[Oo]ur|at|[Rr]epeated|[Pp]ass|[Ii]nfo|[Ss]ent)(?:\s[A-Z][a-z]+)*\s(?:as\s)?|(?:Embassy|Department"
    r"|Legation|Consulate|Consulate General|Mission|Dept|Emb|Delegation|Post)['’]s?\s|[A-Z]{2,}[-–]?\s?[-–])$"
)
"""What stands before a number that is no year: “No. ”, “telegrams 1468 and ”, “$”, “at ”, “Embassy’s ”, “TF–”."""
_LEADS_YEAR = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Yy]ear|[Uu]ntil|[Ff]rom|[Tt]o|[Bb]etween|and|[Aa]fter|[Bb]efore)\s$"
)
_FOLLOWS = re.compile(rf"\s+(?:[a-z]+\s+)?{COUNTED}(?![A-Za-z])|\s?(?:%|°|×|st\b)|-(?:mile|man|ton|foot|hour)")
_OWN_LINE = re.compile(r"(?:^|\n)[ \t]*$")
_BEFORE, _AFTER = 40, 24


def is_year(text: str, start: int, end: int, year: int, own_year: int | None) -> bool:
    """Whether the number reads as a year here; `own_year` is the document's own, if known."""
    low, high = (
        (own_year - 300, own_year + 40)
        if own_year
        else (1000 if _LEADS_YEAR.search(text[max(0, start - 12) : start]) else 1500, 2060)
    )
    if not low <= year <= high:
        return False
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _FOLLOWS.match(after) or _LEADS.search(before):
        return False
    return not (_OWN_LINE.search(before) and re.match(r"\.(?:\]|[ \t]|$)", after))
