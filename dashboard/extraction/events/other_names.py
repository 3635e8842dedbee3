"""What the words around a name make of it where it is something else: a file, a part of another name."""

from __future__ import annotations

import re

from dashboard.model import Span

_BREAK = re.compile(r"[?!;:]|[^\W\d_]{3,}\.[ \]]|\n\n")
"""What no name runs across: “without SALT. I doubt it”."""
_PAGE = re.compile(r"\[Page [^\]]*\]")
_PART_BEFORE = re.compile(
    r"(?:\w/|\bfor the Total |\bDiary of the |\b(?:Middle|Near) East(?:ern)? "
    r"|\b(?:[Aa]n?|[Aa]nother) (?:new|second|virtual|little|kind of|sort of) [“\"‘']?|\b[Aa]nother [“\"‘']?)$"
)
"""“National Union for the Total Independence of Angola”, “the PRC/Vietnamese conflict”, “a Middle East Locarno Pact”,
“a virtual ‘Marshall Plan’”."""
_VOLUME = re.compile(r"\bForeign Relations(?: of the United States)?, (?:[^.;()]|\bvols?\.){0,40}$")
_PART_AFTER = re.compile(
    r"/\w| \d{4}/|[–-](?:in|out)[–-]\d| \d{1,3}\b(?![:–-]\d| [A-Z])"
    r"| (?:Organi[sz]ation|machine|effort|aims|criminals?|crimes|plans|industr\w+|prisoners?|[Cc]abinet|[Cc]ouncil"
    r"|[Oo]ffice|[Mm]inist\w+|[Dd]epartment|vessels?|ships?|potential|economy|production|debts?|loans?|colleges?"
    r"|correspondents?|missiles?|submarines?)\b"
    r"|(?:(?<=[Pp]act)|(?<=[Tt]reaty)) (?:countries|nations|members|[Pp]owers|states|[Gg]overnments|[Gg]ov[’']?ts"
    r"|forces|troops|allies|leaders)\b"
    r"|(?<=capitulation) to [A-Z]|(?<=Plan)[”\"’']? for (?:the |all )?(?!Europe|Western)[A-Z]"
)
"""A file (“740.0011 Pacific War/3567”, “European War 1939/30697”), telegrams (“Octagon–in–95”, “Octagon 10”), “the
Japanese war machine”, “Warsaw Pact forces”, “Brussels Treaty Powers”, “North Atlantic Treaty Organization”, “German
capitulation to Nasser”, “a Marshall Plan for South Asia”."""
_JOINED = re.compile(r"[A-Z]\w+[–-]$")
_OF_TWO = re.compile(r"(?:[Aa]mendment|[Rr]esolution|[Bb]ill|[Pp]lan)$")
"""What is called by the names of two: “the McGovern–Byrd amendment” is not Byrd’s."""


def is_another_thing(text: str, span: Span) -> bool:
    """Whether the words at the span, or those around them, name something other than an event."""
    before = text[max(0, span.start - 40) : span.start]
    return bool(
        _BREAK.search(_PAGE.sub("", text[span.start : span.end]))
        or _PART_BEFORE.search(before)
        or (_JOINED.search(before) and _OF_TWO.search(text, span.start, span.end))
        or _PART_AFTER.match(text, span.end)
    )


def is_volume(text: str, span: Span) -> bool:
    """Whether the name at the span is that of a volume: “see Foreign Relations, The Conference of Berlin”."""
    return _VOLUME.search(text, max(0, span.start - 85), span.start) is not None
