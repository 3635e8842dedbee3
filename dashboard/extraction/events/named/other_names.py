"""What the words around a name make of it where it is something else: a file, a part of another name."""

from __future__ import annotations

import re

from dashboard.extraction.events.named.cited_titles import is_in_title
from dashboard.model import Span

_BREAK = re.compile(r"[?!;:]|[^\W\d_]{3,}\.[ \]]|\n\n")
"""What no name runs across: “without SALT. I doubt it”."""
_PAGE = re.compile(r"\[Page [^\]]*\]")
_PART_BEFORE = re.compile(
    r"(?:\w/|\b[Pp]ost[ –-](?:the )?|\bfor the Total |\bDiary of the |\b(?:Middle|Near) East(?:ern)? "
    r"|\b(?:[Aa]n?|[Aa]nother) (?:new|second|third|further|similar|virtual|little|kind of|sort of) [“\"‘']?"
    r"|\b[Aa]nother [“\"‘']?)$"
)
"""“the post-World War II period”, “National Union for the Total Independence of Angola”, “the PRC/Vietnamese
conflict”, “a Middle East Locarno Pact”, “a virtual ‘Marshall Plan’”."""
_PART_AFTER = re.compile(
    r"/\w|[ –-](?:type|style)\b| \d{4}/|[–-](?:in|out)[–-]\d| \d{1,3}\b(?![:–-]\d| [A-Z])"
    r"| (?:Organi[sz]ation|machine|effort|aims|criminals?|crimes|plans|industr\w+|prisoners?|[Cc]abinet|[Cc]ouncil"
    r"|[Oo]ffice|[Mm]inist\w+|[Dd]epartment|vessels?|ships?|potential|economy|production|debts?|loans?|colleges?"
    r"|correspondents?|missiles?|submarines?|vintage|surplus|equipment|aircraft|tanks?|weapons|types?|area|Files?|Records|[Rr]eview)\b"
    r"|(?:(?<=[Pp]act)|(?<=[Tt]reaty)) (?:countries|nations|members|[Pp]owers|states|[Gg]overnments|[Gg]ov[’']?ts"
    r"|forces|troops|allies|leaders)\b"
    r"|(?<=[Ss]ummit) (?:meetings|conferences)\b|(?<=capitulation) to [A-Z]|(?<=Independence) [Bb]ill\b"
    r"|(?<=\b[Tt]he [Aa]rmistice) (?:of|with) "
    r"(?!(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z.]* \d)[A-Z]"
    r"|(?<=Plan)[”\"’']? for (?:the |all )?(?!Europe|Western)[A-Z]"
)
"""A file (“740.0011 Pacific War/3567”, “European War 1939/30697”), telegrams (“Octagon–in–95”, “Octagon 10”), “the
Japanese war machine”, “Warsaw Pact forces”, “Brussels Treaty Powers”, “World War II vintage”, “the Quadrant area”,
“North Atlantic Treaty Organization”, “Arab Summit meetings”, “German capitulation to Nasser”, “the Indian Independence
Bill”, “the armistice of Cormons”, “a Marshall Plan for South Asia”, “a meeting of the Guadeloupe type”."""
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
        or is_in_title(text, span)
    )
