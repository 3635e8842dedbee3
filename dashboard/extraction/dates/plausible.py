"""Whether four digits are a year: telegrams, pages, files, laws, sums and hours are numbered like years."""

from __future__ import annotations

import re

from dashboard.extraction.dates.words import COUNTED, MONTH, NUMBERED

_LEADS = re.compile(
    rf"(?:\b{NUMBERED}\.?(?:\s+(?:[Nn]os?\.|[A-Z]+[-–]?))?[\s(]*(?:\d[\w.–-]*(?:,| and| or|,? and| to)\s+)*"
    r"|[#№$£§%+=×]\s?"
    r"|\d\s|\b[Ll]ots?\s\d\d\s?[A-Z]\s|\d\)\s|\b(?:[Mm]y|[Yy]our|[Oo]ur|at|[Rr]epeated|[Pp]ass|[Ii]nfo|[Ss]ent)(?:\s[A-Z][a-z]+)*\s(?:as\s)?|(?:Embassy|Department"
    r"|Legation|Consulate|Consulate General|Mission|Dept|Emb|Delegation|Post)['’]s?\s|[A-Z]{2,}[-–]?\s?[-–])$"
)
"""What stands before a number that is no year: “No. ”, “telegrams 1468 and ”, “$”, “at ”, “Embassy’s ”, “TF–”."""
_POST = re.compile(r"[a-z]['’]s?\s(?:\d[\w.–-]*(?:,| and| or|,? and)\s+)*$")
"""“Amman’s 198 and ”: a post and its telegrams; “Stalin’s 1936 constitution” goes on with what it was."""
_NOTHING_MORE = re.compile(r"\d{0,3}\s*(?:[.,;:()\[\]—-]|and\b|or\b|$)")
_DATED = re.compile(rf"(?:\s?\[\d+\])?,\s(?:{MONTH})\s\d{{1,2}}\b")
"""What follows the number of a dated paper: “1031, June 26”."""
_LEADS_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Yy]ear|[Uu]ntil|[Ff]rom|[Tt]o|[Bb]etween|\d{3} and|[Aa]fter|[Bb]efore)\s|\()$"
)
_LEAST, _LEAST_LED, _LATEST = 1700, 1000, 2060
"""Years read where the document’s own is not known: at least, at least where led in like a year, at most."""
_HOUR = re.compile(r"(?:1\d|2[0-3])[0-5][05]")
_LEADS_HOUR = re.compile(r"\b(?:[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Tt]o|[Bb]etween|\d{4} and|[Aa]fter|[Bb]efore)\s$")
"""“daily from 1000 to 1300”: before 1700, what may be an hour of the day is none of a year; “in 1250” stays one."""
_FOLLOWS = re.compile(rf"\s+(?:[a-z]+\s+)?{COUNTED}(?![A-Za-z])|\s?(?:%|°|×|st\b)|-(?:mile|man|ton|foot|hour)")
_OWN_LINE = re.compile(r"(?:^|\n)[ \t]*$")
_BEFORE, _AFTER = 40, 24


def is_year(text: str, start: int, end: int, year: int, own_year: int | None) -> bool:
    """Whether the number reads as a year here; `own_year` is the document's own, if known."""
    led = _LEADS_YEAR.search(text[max(0, start - 16) : start])
    low, high = (own_year - 300, own_year + 40) if own_year else (_LEAST_LED if led else _LEAST, _LATEST)
    if not low <= year <= high or (year < _LEAST and _may_be_hour(text, start, end)):
        return False
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _FOLLOWS.match(after) or _LEADS.search(before) or (_POST.search(before) and _NOTHING_MORE.match(after)):
        return False
    if not led and _DATED.match(after):
        return False
    return not (_OWN_LINE.search(before) and re.match(r"\.(?:\]|[ \t]|$)", after))


def _may_be_hour(text: str, start: int, end: int) -> bool:
    """Whether four digits are written like an hour of the day, and led in like one."""
    return bool(_HOUR.fullmatch(text[start:end]) and _LEADS_HOUR.search(text[max(0, start - 16) : start]))
