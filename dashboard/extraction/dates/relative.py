"""Relative dates: “yesterday”, “last year”, “two days later”, “the 5th instant”, “Saturday last”."""

from __future__ import annotations

import re

from dashboard.extraction.dates.family import Family, Found, month_of, whole
from dashboard.extraction.dates.reading import Reading, Shift, Unit
from dashboard.extraction.dates.words import (
    DAY,
    MONTH_NAME,
    NUMBER,
    ORDINAL,
    RANKED,
    SPACE,
    SUFFIX,
    WEEKDAY_NAME,
    WEEKDAYS,
    number,
)

_PART_OF_DAY = r"(?:morning|forenoon|noon|afternoon|evening|night)"
_DAYS_OFF = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}


def _day_word(found: Found) -> list[Reading]:
    """“yesterday”, “to-day”, “to-morrow morning”, “the day before yesterday”, “last night”, “this evening”."""
    base = whole(found)
    word = found[0].lower().replace("-", "").replace("–", "")
    count = next((off for name, off in _DAYS_OFF.items() if name in word), None)
    if count is None:
        count = -1 if word.startswith("last") else 0
    elif re.match(r"(?:the\s+)?day\s", word):
        count *= 2
    base.shift = Shift("day", count)
    return [base]


def _unit(word: str) -> Unit:
    """The unit a word counts; parts of a day count as days."""
    word = word.lower().rstrip("s")
    units: dict[str, Unit] = {"week": "week", "month": "month", "year": "year", "decade": "decade", "fortnight": "week"}
    return units.get(word, "day")


def _same(found: Found) -> list[Reading]:
    """“the same day”, “that morning”, “that year”: the date told last, to that unit."""
    base = whole(found)
    base.shift = Shift(_unit(found["same_unit"]), 0, told=True, part="whole")
    return [base]


def _neighbour(found: Found) -> list[Reading]:
    """“the following day”, “the previous year”, “next month”, “the day before”, “this week”, “last year”."""
    base = whole(found)
    which = (found["which"] or found["behind"]).lower().split()[-1]
    count = {"this": 0, "current": 0, "present": 0, "instant": 0}.get(which, 1)
    if which in ("last", "previous", "preceding", "past", "prior", "before", "earlier"):
        count = -1
    told = (bool(found["article"]) and which not in ("last", "past", "current", "present")) or bool(found["behind"])
    if found["behind"] and which in ("last", "next"):
        count, told = 2 * count, False
    elif which in ("last", "past") and _SPACE_OF_TIME.search(found.string[max(0, base.start - 16) : base.start + 4]):
        return []
    unit = _unit(found["next_unit"] or found["behind_unit"])
    if unit == "day" and which in ("this", "last", "past", "current", "present") and not told and abs(count) < 2:
        return []
    base.shift = Shift(unit, count, told=told, part="whole")
    if found["within"] and unit == "week":
        base.shift.part = ""
    return [base]


_SPACE_OF_TIME = re.compile(r"\b(?:within|during|over|for|in|of|throughout)\s(?:the\s\w{4}|the\s)$")


def _counted(found: Found) -> list[Reading]:
    """“twelve days later”, “five years previously”, “ten days ago”."""
    base = whole(found)
    vague = _VAGUE.get(" ".join(found["count"].lower().split()), 0)
    count, fewer = vague or number(found["count"]), number(found["fewer"] or "")
    if not count or found.string[max(0, base.start - 5) : base.start].lower() == "half ":
        return []
    base.qualifier = "~" if vague or _ROUGHLY.match(found[0]) else ""
    way = found["way"].lower()
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    times = 2 * sign if found["count_unit"].startswith("fortnight") else sign
    told = way not in ("ago", "hence")
    ends = sorted((times * fewer, times * count)) if fewer else [times * count]
    base.shift = Shift(_unit(found["count_unit"]), ends[0], told=told)
    if fewer:
        base.until = Reading(base.start, base.end, shift=Shift(_unit(found["count_unit"]), ends[1], told=told))
    return [base]


_VAGUE = {"few": 3, "a few": 3, "couple of": 2, "a couple of": 2}
"""Counts that say about how many."""
_ROUGHLY = re.compile(r"about\b|some\b", re.IGNORECASE)
"""Words before a count that say so of any."""


def _ahead(found: Found) -> list[Reading]:
    """“in two weeks”, of what is to come; “in ten days’ time”."""
    base = whole(found)
    base.start -= len("in ")
    words = " ".join(found["ahead_count"].lower().split())
    count = _VAGUE.get(words, 0) or number(words)
    days = {"week": 7, "fortnight": 14}.get(found["ahead_unit"].rstrip("s"))
    unit = "day" if days else _unit(found["ahead_unit"])
    base.shift = Shift(unit, (days or 1) * count, ahead=not found["ahead_time"])
    base.qualifier = "~" if words in _VAGUE else ""
    return [base] if count else []


def _few(found: Found) -> list[Reading]:
    """“the next day or two”, “a day or two ago”."""
    base = whole(found)
    first, last = (-2, -1) if found["few_ago"] else (1, 2)
    base.shift = Shift("day", first)
    base.until = Reading(base.start, base.end, shift=Shift("day", last))
    return [base]


def _edge(found: Found) -> list[Reading]:
    """“the end of the month”, “by end of year”, “the middle of next week”, “the beginning of last year”."""
    base = whole(found)
    which = (found["edge_which"] or "").lower().split()
    word = which[-1] if which else ""
    count = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(word, 0)
    told = (word in ("that", "same", "following", "previous", "") and bool(which)) or word == "the"
    edge = found["edge"].lower()
    part = "end" if "end" in edge or "close" in edge or "latter" in edge or "last" in edge else "start"
    base.shift = Shift(_unit(found["edge_unit"]), count, told=told, part="end" if part == "end" else "whole")
    return [base]


def _ordinals(found: Found) -> list[Reading]:
    """“the 5th instant”, “30th ultimo”, “from the 3d to the 5th instant”, “the 10th of next month”."""
    which = next(off for name, off in _WHICH_MONTH if re.match(name, found["which_month"].lower()))
    base = whole(found)
    days = [
        (int(each[1]), each.start(1) + found.start("nth"), each.end() + found.start("nth"))
        for each in re.finditer(r"(\d{1,2})(?:st|nd|rd|th|d)?", found["nth"])
    ]
    days = days or [(number(found["nth"]), base.start, base.end)]
    if any(not 1 <= day[0] <= 31 for day in days):
        return []
    base.day, base.month_told = days[0][0], which
    base.of_told = bool(re.match(r"of\s+(?:that|the same)", found["which_month"]))
    if len(days) == 1:
        return [base]
    if re.search(r"to|until|[-–—/]|through", re.sub(r"\d+(?:st|nd|rd|th|d)?", "", found["nth"])):
        base.until = Reading(base.start, base.end, day=days[-1][0], month_told=which)
        return [base] if days[-1][0] > days[0][0] else []
    out = [Reading(start, end, day=day, month_told=which) for day, start, end in days]
    out[-1].end = base.end
    return out


_WHICH_MONTH = (
    (r"of (?:the )?(?:last|previous|preceding|past)|ult|of ult|last", -1),
    (r"of (?:the )?(?:next|following|coming)|prox|of prox|next", 1),
    (r"", 0),
)


def _ordinal(found: Found) -> list[Reading]:
    """“on the 24th”, “21st”: a bare ordinal, after a word that leads a date in."""
    base = whole(found)
    base.day = int(re.sub(r"\D", "", found["bare"]))
    before = found.string[max(0, base.start - 32) : base.start]
    led = _LEADS_IN.search(before[-16:]) or (None if found["name"] else _OR_ELSE.search(before))
    if found["name"] and led and led[0][0] in "OoDdUuBbSsFfTtAaYy" and not _PART_BEFORE.match(led[0]):
        return []
    base.qualifier = "~" if led and _ROUGHLY.match(led[0]) else ""
    return [base] if led and 1 <= base.day <= 31 else []


_PART_BEFORE = re.compile(r"[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Ff]orenoon|noon|midnight|[ap]\.")
_LEADS_IN = re.compile(
    r"(?:\b(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Ff]orenoon|noon|midnight)|\b[ap]\. ?m\.)\s(?:the\s"
    r"|of\s(?:the\s)?)?$"
    r"|\b(?:[Oo]n|[Oo]f|[Aa]bout|[Dd]ated|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Tt]ill|and|[Yy]ours|[Mm]ine)"
    r"\s(?:the\s)?$"
)
_OR_ELSE = re.compile(
    rf"\b[Oo]n\sthe\s\d{{1,2}}{SUFFIX},?\sor\s(?:the\s)?$"
    rf"|(?:\d{SUFFIX}?|\b{MONTH_NAME}),?\s\(?or\s(?:(?:perhaps|possibly|probably|rather)\s)?(?:on\s)?the\s$"
)
"""A second day to choose from: “on the 5th or 6th”, “25 February, or perhaps the 26th”."""


def _weekday(found: Found) -> list[Reading]:
    """“Monday”, “last Saturday”, “Saturday last”, “Friday, the 29th”, “Saturday evening”."""
    base = whole(found)
    base.weekday = WEEKDAYS[found["weekday"].lower()]
    word = (found["weekday_which"] or found["weekday_last"] or "").lower().strip()
    if _EACH.search(found.string[max(0, base.start - 20) : base.start]):
        return []
    base.side = _SIDES.get(word.split()[-1] if word else "", 0)
    base.of_told = word.startswith("the") or word in ("following", "previous", "preceding")
    if found["weekday_nth"]:
        base.day = int(re.sub(r"\D", "", found["weekday_nth"]))
    if found["weekday_week"]:
        base.side, base.weeks_on = 1, 1
    if found["weekday_of"]:
        base.week = _SIDES.get(found["weekday_of"].lower(), 0)
    return [base]


_SIDES = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
_EACH = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Aa]lternate)(?:\s(?:other|second|third))?\s$")
"""Before a weekday, it tells how often, not when."""


def _side_month(found: Found) -> list[Reading]:
    """“last November”, “next June”."""
    base = whole(found)
    base.month = month_of(found["side_month"])
    base.side = {"this": 0}.get(found["month_which"].lower().split()[-1], 1)
    if found["month_which"].lower().split()[-1] in ("last", "past", "previous", "preceding"):
        base.side = -1
    return [base]


_UNIT = r"(?:day|week|month|year|decade|morning|afternoon|evening|night)"

FAMILIES = (
    Family(
        "day_word",
        rf"(?:(?:[Tt]he{SPACE})?[Dd]ay{SPACE}(?:before{SPACE}yesterday|after{SPACE}to[-–]?morrow)|[Yy]esterday"
        rf"|[Tt]o[-–]?day|[Tt]o[-–]?morrow|[Tt]o[-–]?night)(?![A-Za-z])(?:{SPACE}{_PART_OF_DAY}(?![A-Za-z]))?"
        rf"|[Ll]ast{SPACE}(?:night|evening)(?![A-Za-z])"
        rf"|[Tt]his{SPACE}(?:same{SPACE}|very{SPACE}|particular{SPACE})?(?:morning|forenoon|afternoon|evening|night|date"
        r"|day)(?![A-Za-z])",
        _day_word,
    ),
    Family(
        "same",
        rf"(?:(?:[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly){SPACE})?(?:[Tt]he{SPACE}(?:very{SPACE})?same|[Tt]hat(?:{SPACE}very)?(?:{SPACE}same)?){SPACE}"
        rf"(?P<same_unit>{_UNIT}|date|{WEEKDAY_NAME})(?![A-Za-z-])",
        _same,
    ),
    Family(
        "counted",
        rf"(?:(?:[Jj]ust|[Oo]nly|[Ss]ome|[Aa]bout){SPACE})?(?:(?P<fewer>\d{{1,3}}|{NUMBER}|[A-Z][a-z]+){SPACE}or{SPACE})?"
        rf"(?P<count>\d{{1,3}}|(?:[Aa]{SPACE})?(?:few|couple{SPACE}of)|{NUMBER}|[A-Z][a-z]+){SPACE}"
        rf"(?P<count_unit>(?:day|week|month|year|decade|fortnight)s?){SPACE}"
        rf"(?P<way>ago|later|earlier|previously|afterwards?|hence|(?:before|after)(?=[.,;:)]|{SPACE}(?:this|that)))"
        r"(?![A-Za-z])",
        _counted,
    ),
    Family(
        "ahead",
        rf"(?<=\b[Ii]n )(?P<ahead_count>\d{{1,2}}|(?:a{SPACE})?(?:few|couple{SPACE}of)|{NUMBER}){SPACE}"
        rf"(?P<ahead_unit>(?:day|week|month|year|fortnight)s?)(?![A-Za-z-])(?P<ahead_time>['’]?s?['’]?{SPACE}time(?![A-Za-z]))?",
        _ahead,
    ),
    Family(
        "few",
        rf"(?:(?:[Ww]ithin{SPACE})?(?:the{SPACE})?next{SPACE}day{SPACE}or{SPACE}two(?![A-Za-z])"
        rf"|[Aa]{SPACE}day{SPACE}or{SPACE}two{SPACE}(?P<few_ago>ago)(?![A-Za-z]))",
        _few,
    ),
    Family(
        "neighbour",
        rf"(?P<within>[Ww]ithin{SPACE}(?=(?:the{SPACE})?next{SPACE}week))?"
        rf"(?:(?P<article>[Tt]he{SPACE})?(?P<which>[Ff]ollowing|[Nn]ext|[Pp]revious|[Pp]receding|[Ee]nsuing|[Ss]ucceeding"
        rf"|[Ll]ast|[Pp]ast|[Tt]his|[Cc]urrent|[Pp]resent|[Cc]oming){SPACE}(?P<next_unit>{_UNIT})"
        rf"(?![A-Za-z-]|{SPACE}(?:of|in){SPACE}(?:{MONTH_NAME}|the{SPACE}|\d))"
        rf"|[Tt]he{SPACE}(?P<behind_unit>{_UNIT}){SPACE}(?P<behind>before{SPACE}last|after{SPACE}next|before|after|following|previous|preceding)(?![A-Za-z]))",
        _neighbour,
    ),
    Family(
        "edge",
        rf"(?:[Tt]he{SPACE})?(?:[Vv]ery{SPACE})?(?P<edge>[Ee]nd|[Cc]lose|[Mm]iddle|[Bb]eginning|[Ss]tart"
        rf"|[Ee]arly{SPACE}part|[Ll]at(?:t?er){SPACE}part|[Ff]irst{SPACE}part|[Ll]ast{SPACE}days){SPACE}of{SPACE}"
        rf"(?P<edge_which>(?:the{SPACE}|that{SPACE}|this{SPACE}|last{SPACE}|next{SPACE})"
        rf"(?:same|previous|following|present|current|coming|next|last)?{SPACE}?)?(?P<edge_unit>month|year|week)"
        rf"(?![A-Za-z]|{SPACE}(?:of|[A-Z0-9]))",
        _edge,
    ),
    Family(
        "ordinals",
        rf"(?P<nth>(?:{DAY}{SUFFIX}?|{ORDINAL}(?=,?{SPACE}(?:of{SPACE})?(?:[iuIU]|(?:this|next|last){SPACE}month)))(?:(?:{SPACE}?[-–—/,]{SPACE}?|,?{SPACE}(?:to|and|or|until|through){SPACE})(?:the{SPACE})?"
        rf"{DAY}{SUFFIX}?){{0,3}})(?:{SPACE}day)?,?{SPACE}(?P<which_month>(?:of{SPACE})?(?:[Ii]nstant|[Uu]ltimo|[Pp]roximo|(?:[Ii]nst"
        r"|[Uu]lt|[Pp]rox)\.?)(?![A-Za-z])"
        rf"|of{SPACE}(?:this|last|next|the{SPACE}(?:present|current|same|last|next|following|preceding|previous)|the|that)"
        rf"{SPACE}month(?![A-Za-z]))",
        _ordinals,
    ),
    Family(
        "ordinal",
        rf"(?P<bare>{DAY}{SUFFIX})(?=[.;:)\]]|,(?!\d)|{SPACE}(?:and|or|to|at|in|I|he|they|we|it|that|was|were|but|for|with|from|when"
        rf"|which|by|as|last|after|before|about|upon|respecting|relative|on|is|the|(?!{RANKED}(?![a-z]))[a-z]{{4,}})(?![A-Za-z])"
        rf"|{SPACE}(?P<name>[A-Z])|$)",
        _ordinal,
    ),
    Family(
        "side_month",
        rf"(?P<month_which>(?:[Tt]he{SPACE})?(?:[Ll]ast|[Nn]ext|[Tt]his(?:{SPACE}coming)?|[Tt]his{SPACE}past|[Pp]ast"
        rf"|[Pp]revious|[Ff]ollowing)){SPACE}(?P<side_month>{MONTH_NAME})(?!{SPACE}\d)",
        _side_month,
    ),
    Family(
        "weekday",
        rf"(?P<weekday_which>(?:[Ll]ast|[Nn]ext|[Tt]his(?:{SPACE}coming|{SPACE}past)?|[Cc]oming|[Pp]ast"
        rf"|(?:[Tt]he{SPACE})?(?:[Ff]ollowing|[Pp]revious|[Pp]receding)){SPACE})?"
        rf"(?P<weekday>{WEEKDAY_NAME})(?!['’]?s(?![A-Za-z]))"
        rf"(?:,?{SPACE}(?P<weekday_last>last|next|past)(?![A-Za-z]))?(?:{SPACE}(?P<weekday_week>week)(?![A-Za-z-])"
        rf"|{SPACE}of{SPACE}(?P<weekday_of>last|next|this){SPACE}week(?![A-Za-z]))?(?:,?{SPACE}the{SPACE}(?P<weekday_nth>{DAY}{SUFFIX}?)"
        rf"(?!\d))?(?:{SPACE}{_PART_OF_DAY}(?![A-Za-z]))?",
        _weekday,
    ),
)
