"""Telegraphese: the shortened words of cables spelled out, so that a title reads as English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dashboard.extraction.vocabulary import rows, split

_GOVERNMENT = re.compile(r"\bGO[A-Z]{1,2}\b(?P<owns>[’']s)?(?: (?=[A-Z][a-z]+ Government\b))?")
"""“GOE”, “GOI”: the Government of a state that the rest of the document decides."""

_OF = re.compile(
    r"\b([Rr]ecognition|[Ii]mplementation|[Ss]ettlement|[Ss]ignature|[Rr]atification|[Cc]onclusion|[Ee]vacuation"
    r"|[Oo]ccupation|[Ff]ormation|[Ee]stablishment|[Ee]xecution|[Aa]doption|[Ww]ithdrawal|[Aa]dmission|[Ii]nvasion"
    r"|[Pp]artition|[Ii]ssuance) (?=[A-Z][a-z])"
)
"""“settlement Kashmir question”: nouns of what is done to the name after them, “of” left out."""


def spelled_out(text: str, states: Iterable[str] = ()) -> str:
    """The text with its abbreviations in full; a government's letters as that of the first state that has them."""
    text = _short().sub(lambda found: _full()[found.group()], _OF.sub(r"\1 of ", text))
    if "GO" not in text:
        return text
    codes = list(states)
    return _GOVERNMENT.sub(lambda found: _government(found, codes), text)


def _government(found: re.Match[str], states: list[str]) -> str:
    """“Egyptian Government” for “GOE” in a paper on Egypt; the letters where no state is known to have them."""
    sign = found.group()[:4].rstrip(" ’'")
    sign = sign if sign in _signs() else sign[:3]
    people = next((_signs()[sign][state] for state in states if state in _signs().get(sign, {})), "")
    return f"{people} Government{found['owns'] or ''}" if people else found.group()


@cache
def _full() -> dict[str, str]:
    return {row["short"]: row["full"] for row in rows("abbreviations.csv", "short", "full", "reason")}


@cache
def _short() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _full()), key=len, reverse=True))
    return re.compile(rf"(?<![\w.’'–-])(?:{words})(?![\w–-]|\.\w| (?:Minh|Nam|Cong)\b)")


@cache
def _signs() -> dict[str, dict[str, str]]:
    """People by state, for each sign of a government."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("states.csv", "iso", "name", "names", "adjectives", "signs", "seats"):
        for sign in split(row["signs"]):
            if sign.startswith("GO") and row["adjectives"]:
                found.setdefault(sign, {})[row["iso"]] = split(row["adjectives"])[0]
    return found
