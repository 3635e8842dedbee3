"""Kinds: the words by which papers are cited, and what kind each means: “Embdes” is a despatch, “memo” a memorandum."""

from __future__ import annotations

import re

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.cited.ends import named_series
from dashboard.extraction.events.paper.frame import Frame

PAPERS = (
    r"(?i:(?:top )?(?:circular |secret |reference |urgent |personal |further |first |second |third |last |recent "
    r"|above |confidential )?"
    r"(?:telegrams?|despatch(?:es)?|dispatch(?:es)?|notes?|letters?|memorand(?:um|a)|messages?|cables?|cablegrams?"
    r"|circulars?|communications?|reports?|instructions?|airgrams?|aide[- ]m[ée]moire|tel|desp|reftel|memo|memos"
    r"|telegraphic instructions?|circular telegram))"
)
SERIES = (
    r"(?:(?:Circ|Cir|Emb|Dep|Leg|Con|Congen|Cons|Usun|Usmis|Dept|Ref|Our|Your|My)[a-z]{0,6}tels?"
    rf"|{any_of(named_series())}"
    r"|Toica|Icato|Musto|Usito|Cedto|Ecato|Torep|Repto|Unmis|Acheson|Delto|Telto|Pasig|Embdesp?s?|Legdesp?s?|Depdes"
    r"|(?:[Rr]e)?(?:[Uu]r|[Mm]y|[Oo]ur)(?:tel|desp|des|air)s?)"
)
"""How a series is called: those of telegram_series.csv, and those of which no table says who sends them to whom."""


def kind_cited(frame: Frame, parts: dict[str, str]) -> str:
    """What kind of paper it is, in a title's words."""
    series = parts["series"]
    if series:
        if series.lower().endswith(("tel", "tels")) or series[:4] in ("Your", "Cirt"):
            return "circular telegram" if "cir" in series.lower() else "telegram"
        if re.search("des(?:p)?s?$", series):
            return "despatch"
        return f"telegram {series}"
    paper = _SAYS_LITTLE.sub("", parts["paper"]).removesuffix("s") if parts["paper"] else _usual(frame)
    return _SPELLED.get(paper.lower(), paper)


_SAYS_LITTLE = re.compile(r"^(?:top secret|secret|confidential|above|reference|recent|last|further) ", re.IGNORECASE)
_SPELLED = {
    "tel": "telegram",
    "desp": "despatch",
    "reftel": "telegram",
    "memo": "memorandum",
    "memoranda": "memorandum",
    "despatche": "despatch",
    "dispatche": "dispatch",
}


def _usual(frame: Frame) -> str:
    """What a bare number means: telegrams cite telegrams."""
    return "telegram" if frame.heading.paper in ("telegram", "airgram", "") else "communication"
